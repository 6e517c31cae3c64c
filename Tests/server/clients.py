"""Clients of LanguageTool from PyPI, unchanged, against stet-server.

    python clients.py .build/debug/stet-server
"""

import subprocess
import sys

import language_tool_python
import requests
from pylanguagetool import api

from served import Checks, Served

TEXT = "🙂 She saw the the cat and recieved it.\nNobody went to to the house."
check = Checks()


def texts(matches):
    """What a client of language_tool_python underlines in the text: its offsets are Python's."""
    return [(m.rule_id, TEXT[m.offset:m.offset + m.error_length]) for m in matches]


with Served(sys.argv[1]) as server:
    # language_tool_python
    expected = [("doubled-word", "the the"), ("unknown-word", "recieved"), ("doubled-word", "to to")]
    with language_tool_python.LanguageTool("en-US", remote_server=server.url) as tool:
        matches = tool.check(TEXT)
        check(texts(matches) == expected, f"language_tool_python underlines {texts(matches)}")
        check(matches[2].matched_text == "to to", f"its context marks {matches[2].matched_text}")
        check(matches[1].replacements[:1] == ["received"], f"it offers {matches[1].replacements}")
        check(matches[1].category == "TYPOS" and matches[1].rule_issue_type == "misspelling",
              f"its category is {matches[1].category}")
        check(tool.correct(TEXT) == "🙂 She saw the cat and received it.\nNobody went to the house.",
              f"it corrects to {tool.correct(TEXT)!r}")
        check(str(tool.language) == "en-US", f"its language is {tool.language}")

        tool.disable_spellchecking()
        check("unknown-word" not in [m.rule_id for m in tool.check(TEXT)], "spelling can be switched off")
        tool.enable_spellchecking()
        tool.disabled_rules = {"doubled-word"}
        check([m.rule_id for m in tool.check(TEXT)] == ["unknown-word"], "a rule can be switched off")
        tool.disabled_rules = set()
        tool.enabled_rules = {"doubled-word"}
        tool.enabled_rules_only = True
        check({m.rule_id for m in tool.check(TEXT)} == {"doubled-word"}, "one rule can be asked for alone")
        tool.enabled_rules_only = False
        tool.picky = True
        notes = tool.check("It is worth noting that the vote was calm.")
        tool.picky = False
        check(len(notes) > len(tool.check("It is worth noting that the vote was calm.")), "picky shows notes")
        check(tool.check("") == [] and tool.check("A calm vote.") == [], "clean texts have no matches")
        long = TEXT + " And so on." * 3_000
        check(len(tool.check(long)) >= 3, "a text of 33 KB is checked")
    for language in ["auto", "en", "en-GB", "de-DE"]:
        with language_tool_python.LanguageTool(language, remote_server=server.url) as tool:
            check(("doubled-word", "the the") in texts(tool.check(TEXT)) or language == "de-DE", f"it checks {language}")
    try:
        language_tool_python.LanguageTool("tlh", remote_server=server.url)
        check(False, "an unknown language is refused")
    except ValueError:
        check(True, "")

    # pylanguagetool
    base = server.url + "v2/"
    codes = {language["longCode"] for language in api.get_languages(base)}
    check({"en-US", "en-GB"} <= codes, f"pylanguagetool lists {codes}")
    answer = api.check(TEXT, api_url=base, lang="en-US", enabled_rules="", disabled_rules="unknown-word")
    check([m["rule"]["id"] for m in answer["matches"]] == ["doubled-word", "doubled-word"],
          f"pylanguagetool finds {answer['matches']}")
    # Its own word list takes offsets for Python's, so there is no emoji here.
    answer = api.check(TEXT[2:], api_url=base, lang="auto", preferred_variants="en-GB", pwl=["recieved"])
    check(answer["language"]["code"] == "en-GB" and len(answer["matches"]) == 2, "it takes variants and a word list")
    try:
        api.check("a", api_url=base, lang="xx")
        check(False, "pylanguagetool raises for an unknown language")
    except ValueError as error:
        check("en-US" in str(error), f"its error lists the languages: {error}")
    run = subprocess.run(
        [sys.executable.rsplit("/", 1)[0] + "/pylanguagetool", "--api-url", base, "--lang", "en-US"],
        input=TEXT, capture_output=True, text=True, timeout=60)
    check("received" in run.stdout, f"its program prints {run.stdout} {run.stderr}")

with Served(sys.argv[1], environment={"STET_TOKEN": "asecret"}) as server:
    answer = requests.post(server.url + "v2/check", data={"text": TEXT, "language": "en-US"}, timeout=10)
    check(answer.status_code == 401 and answer.text.startswith("Error: "), f"without the token: {answer.text}")
    answer = requests.post(
        server.url + "v2/check", data={"text": TEXT, "language": "en-US", "username": "x", "apiKey": "asecret"},
        timeout=10)
    check(answer.status_code == 200, f"with the token as apiKey: {answer.text}")

check.end("clients")
