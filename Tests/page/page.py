"""Uses the page of stet-server as an editor does, in a headless Chromium, and takes pictures to look at.

    page.py STET_SERVER FOLDER_FOR_PICTURES
"""
import io
import json
import os
import pathlib
import statistics
import sys

import axe_core_python
import browser as driving
from browser import Desk, check, chromium
from PIL import Image, ImageChops
from server import Server

program, pictures = sys.argv[1], pathlib.Path(sys.argv[2])
axe = (pathlib.Path(axe_core_python.__file__).parent / "axe.min.js").read_text("utf-8")
article = (
    "The ferry will will stop at the old pier 🌍 until May.\n\n"
    "Nobody has recieved a letter from Kyiv, the mayor said. The line should of been told.\n\n"
    "A second boat comes from Kiev on 30 February .\n")
tests = []


def test(function):
    tests.append(function)
    return function


def utf16(text):
    return len(text.encode("utf-16-le")) // 2


@test
def typing_marks_and_fixes(browser, server):
    desk = Desk(browser, server.address)
    page = desk.page
    check(page.evaluate("document.activeElement.id") == "article", "one cannot type at once")
    page.keyboard.type("The ferry will will stop 🌍 here, nobody has recieved it.")
    desk.settle()
    check(sorted(desk.marks()) == ["recieved", "will will"], f"marked are {desk.marks()}")
    check(len(desk.cards()) == 2, "not each finding has a note")
    page.get_by_role("button", name="Replace with received").click()
    check(desk.text.endswith("nobody has received it."), f"the fix made {desk.text}")
    check(page.evaluate("document.activeElement.id") == "article", "the fix takes the focus away")
    page.get_by_role("button", name="Delete the second").click()
    check(desk.text == "The ferry will stop 🌍 here, nobody has received it.", f"the fix made {desk.text}")
    desk.settle("Nothing to mark")
    page.keyboard.press("Control+z")
    check("will will" in desk.text and "received" in desk.text, "undo takes not one fix back")
    page.keyboard.press("Control+z")
    check("will will" in desk.text and "recieved" in desk.text, "undo takes not both fixes back")
    desk.settle("Checked")
    check(sorted(desk.marks()) == ["recieved", "will will"], "after undo the marks are others")
    page.keyboard.press("Control+Shift+z")
    check("received" in desk.text, "redo does nothing")
    desk.close()


@test
def every_mark_lies_on_its_words(browser, server):
    hard = (
        "\U0001F469\u200D\U0001F680 Nai\u0308ve co\u0301de: the the end.\nTabs\there the the end. 日本語 the the\n\n\n"
        "  Blanks   and a very long " + "word" * 40 + " the the end.\r\nA line 🌍🌍 the the\r\nThe last last")
    desk = Desk(browser, server.address)
    for text in (article, hard, article * 3 + hard):
        desk.page.evaluate("document.getElementById('article').select()")
        desk.paste(text)
        desk.settle("Checked")
        shown = [d for d in server.lint(desk.text) if d["severity"] != "note"]
        data = desk.text.encode()
        wanted = sorted(data[d["range"]["start"]:d["range"]["end"]].decode().replace("\n", "") for d in shown)
        for _ in range(50):  # the word at the caret is accused after a while
            if sorted(desk.marks()) == wanted:
                break
            desk.page.wait_for_timeout(100)
        check(sorted(desk.marks()) == wanted, f"marked are {desk.marks()}, not {wanted}")
        heights = desk.page.evaluate(
            "['under', 'article'].map((id) => document.getElementById(id)).flatMap((e) => [e.offsetHeight, e.scrollHeight])")
        check(len(set(heights)) == 1, f"the two texts have different heights: {heights}")
        # Sign for sign: the picture is the same whichever of the two texts is the seen one.
        place = desk.page.locator(".writing")
        plain = "#under .mark { text-decoration: none !important; background: none !important; box-shadow: none !important }"
        seen = []
        for own, other in (("#article", "#under"), ("#under", "#article")):
            desk.page.evaluate(
                """(css) => {
                  const sheet = new CSSStyleSheet();
                  sheet.replaceSync(css);
                  document.adoptedStyleSheets = [sheet];
                }""", f"{plain} {own} {{ color: #000 !important; caret-color: transparent }} {other} {{ color: transparent !important }} .masthead {{ display: none }}")
            seen.append(place.screenshot(caret="hide"))
        desk.page.evaluate("document.adoptedStyleSheets = []")
        # Letters are smoothed a little otherwise where a mark begins; one that lies a pixel aside is as good as black on white.
        apart = ImageChops.difference(*(Image.open(io.BytesIO(picture)).convert("L") for picture in seen)).getextrema()[1]
        if apart > 127:
            for number, picture in enumerate(seen):
                (pictures / f"apart-{number}.png").write_bytes(picture)
        check(apart <= 127, "the marked text does not lie on the written one")
    desk.close()


@test
def keys_alone(browser, server):
    desk = Desk(browser, server.address)
    page = desk.page
    desk.paste(article)
    desk.settle("Checked")
    page.keyboard.press("Control+Home")
    page.keyboard.press("F8")
    check(page.locator(".card.active .message").inner_text().find("will") >= 0, "F8 goes elsewhere")
    check("1 of" in page.inner_text("#announcer"), "F8 is not announced")
    page.keyboard.press("Alt+Enter")
    check("will will" not in desk.text, "Alt+Enter applies nothing")
    desk.settle("Checked")
    page.keyboard.press("Alt+ArrowDown")
    page.keyboard.press("Escape")
    check(page.evaluate("document.activeElement.closest('.card') !== null"), "Esc does not go to the findings")
    check(page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none", "the focus is not seen")
    words = page.evaluate("document.activeElement.textContent")
    check("recieved" in words, f"Esc goes to another finding: {words}")
    page.keyboard.press("1")
    check("has received a" in desk.text, "1 applies nothing")
    check(page.evaluate("document.activeElement.closest('.card') !== null"), "after a fix the focus is lost")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Control+z")
    check("has recieved a" in desk.text, "undo does not work among the findings")
    desk.settle("Checked")
    page.keyboard.press("Escape")
    before = len(desk.cards())
    page.keyboard.press("Delete")
    check(len(desk.cards()) == before - 1, "Delete ignores nothing")
    page.keyboard.press("Escape")
    check(page.evaluate("document.activeElement.id") == "article", "Esc does not go back to the article")
    place = page.evaluate("document.activeElement.selectionStart")
    page.keyboard.press("Shift+F8")
    check(page.evaluate("document.activeElement.selectionStart") != place, "Shift+F8 goes nowhere")
    # Out of the article and on with Tab: it is no trap.
    page.keyboard.press("Tab")
    check(page.evaluate("document.activeElement.id") != "article", "Tab does not leave the article")
    desk.close()


@test
def certain_fixes_in_one_step(browser, server):
    desk = Desk(browser, server.address)
    desk.paste(article)
    desk.settle("Checked")
    button = desk.page.locator("#fix-all-button")
    check(button.inner_text() == "Apply 3 certain fixes", f"the button says {button.inner_text()}")
    button.click()
    wanted = article.replace("will will", "will").replace("should of", "should have").replace(" .", ".")
    check(desk.text == wanted, f"the fixes made {desk.text}")
    desk.settle("Checked")
    check(button.is_disabled(), "there are still certain fixes")
    desk.page.keyboard.press("Control+z")
    check(desk.text == article, "undo does not take all of them back")
    desk.close()


@test
def ignoring_and_filtering(browser, server):
    desk = Desk(browser, server.address)
    page = desk.page
    desk.paste(article)
    desk.settle("Checked")
    errors, cards = desk.count("error"), len(desk.cards())
    page.locator(".card.error .ignore").first.click()
    check((desk.count("error"), len(desk.cards())) == (errors - 1, cards - 1), "nothing is ignored")
    page.keyboard.press("Control+End")
    page.keyboard.type("More words.")
    desk.settle("Checked")
    check(desk.count("error") == errors - 1, "an ignored finding comes back")
    page.get_by_role("button", name="Show them again").click()
    check(desk.count("error") == errors, "ignored findings do not come back")
    page.locator("#severities .warning").click()
    check(page.locator(".card.warning, #under .mark.warning").count() == 0, "warnings are still shown")
    check(desk.count("warning") > 0, "what is not shown is not counted")
    desk.close()


@test
def antecedents(browser, server):
    desk = Desk(browser, server.address)
    page = desk.page
    desk.paste(article)
    desk.settle("Checked")
    card = page.locator(".card", has=page.locator(".place")).first
    card.hover()
    page.wait_for_function("() => document.querySelector('#under .lit')?.textContent === 'Kyiv'")
    page.screenshot(path=pictures / "antecedent.png")
    page.mouse.move(3, 3)
    page.wait_for_function("() => document.querySelector('#under .lit') === null")
    card.locator(".place").click()
    chosen = page.evaluate("(() => { const a = document.activeElement; return a.value.slice(a.selectionStart, a.selectionEnd); })()")
    check(chosen == "Kyiv", f"a click goes to {chosen!r}")
    # The pointer over the words shows their note.
    page.mouse.move(3, 3)
    page.evaluate("document.getElementById('article').setSelectionRange(0, 0)")
    box = page.locator("#under .mark", has_text="recieved").bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_function("() => document.querySelector('.card.active')?.textContent.includes('recieved')")
    desk.close()


@test
def files(browser, server):
    desk = Desk(browser, server.address)
    page = desk.page
    markdown = "---\ntitle: The the pier\n---\n\n# The *old* pier\n\n`the the` is code, the **the** is not.\n"
    desk.drop("pier.md", markdown.replace("\n", "\r\n"))
    check(desk.text == markdown, f"opened is {desk.text!r}")
    check(page.input_value("#format") == "markdown", "the format is not taken from the name")
    desk.settle("Checked")
    check(all("code" not in mark for mark in desk.marks()), f"code is marked: {desk.marks()}")
    check(any(mark.lower().startswith("the **the") for mark in desk.marks()), f"marked are {desk.marks()}")
    desk.drop("old.txt", "Caf\xe9 the the end", "windows-1252")
    check(desk.text == "Café the the end", f"opened is {desk.text!r}")
    check("Windows-1252" in page.inner_text("#notice"), "the guess is not told")
    check(page.input_value("#format") == "plain", "the format is not taken from the name")
    page.keyboard.press("Control+z")
    check(desk.text == markdown, "undo does not bring the text before back")
    page.evaluate(
        """() => {
          const transfer = new DataTransfer();
          transfer.items.add(new File([new Uint8Array([0x89, 0x50, 0, 0])], "p.png"));
          document.body.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: transfer }));
        }""")
    page.wait_for_function("() => document.getElementById('notice')?.textContent.includes('is no text')")
    check(desk.text == markdown, "a picture took the place of the text")
    desk.close()


@test
def copying(browser, server):
    desk = Desk(browser, server.address, permissions=["clipboard-read", "clipboard-write"])
    desk.paste("The the pier 🌍.")
    desk.page.click("#copy-button")
    desk.page.wait_for_function("() => document.getElementById('copy-button').textContent === 'Copied'")
    copied = desk.page.evaluate("navigator.clipboard.readText()")
    check(copied == "The the pier 🌍.", f"copied is {copied!r}")
    desk.close()


@test
def stale_answers(browser, server):
    desk = Desk(browser, server.address)
    held = []
    desk.page.route("**/v1/lint", lambda route: held.append(route))
    desk.paste("One the the end.")
    desk.page.wait_for_timeout(400)
    check(len(held) == 1, f"{len(held)} questions for one text")
    desk.page.keyboard.type(" Two")
    # Its answer comes late, and is about another text.
    try:
        held[0].continue_()
    except Exception:
        pass  # the page has given it up
    desk.page.wait_for_timeout(500)
    check(desk.marks() == [], "an old answer is drawn")
    check(len(held) == 2, f"{len(held)} questions for two texts")
    desk.page.keyboard.press("Control+Home")
    desk.page.keyboard.type("Zero. ")
    desk.page.unroute("**/v1/lint")
    desk.settle("Checked")
    check(desk.marks() == ["the the"], f"marked are {desk.marks()}")
    # Between an edit and the next answer the marks move with their words.
    desk.page.route("**/v1/lint", lambda route: held.append(route))
    desk.page.keyboard.press("Control+Home")
    desk.page.keyboard.insert_text("🌍 A new line.\n")
    check(desk.marks() == ["the the"], f"marked are {desk.marks()}")
    desk.close()


@test
def input_methods(browser, server):
    desk = Desk(browser, server.address)
    session = desk.context.new_cdp_session(desk.page)
    desk.page.focus("#article")
    before = len(desk.asked)
    for part in ("k", "こ", "こn", "こん"):
        session.send("Input.imeSetComposition", {"text": part, "selectionStart": len(part), "selectionEnd": len(part)})
        desk.page.wait_for_timeout(250)
    check(desk.text == "こん", f"the input method wrote {desk.text!r}")
    check(len(desk.asked) == before, "the page asks about half a word")
    session.send("Input.insertText", {"text": "今 the the end"})
    desk.settle("Checked")
    check(desk.text == "今 the the end", f"the input method wrote {desk.text!r}")
    check(desk.marks() == ["the the"], f"marked are {desk.marks()}")
    desk.close()


@test
def server_trouble(browser, server):
    own = Server(program)
    desk = Desk(browser, own.address, can_fail=True)
    page = desk.page
    desk.paste("The the pier.")
    desk.settle("Checked")
    own.stop()
    page.keyboard.type(" And and more.")
    page.wait_for_selector("#trouble:visible")
    check("does not answer" in page.inner_text("#trouble"), f"it says {page.inner_text('#trouble')!r}")
    check(desk.text == "The the pier. And and more.", "the text is lost")
    page.screenshot(path=pictures / "trouble.png")
    own = Server(program, port=own.port)
    page.wait_for_selector("#trouble", state="hidden", timeout=30_000)
    desk.settle("Checked")
    check(sorted(desk.marks()) == ["And and", "The the"], f"marked are {desk.marks()}")
    own.stop()
    desk.close()


@test
def too_large(browser, server):
    own = Server(program, options=["--max-body", "20K"])
    desk = Desk(browser, own.address, can_fail=True)
    page = desk.page
    desk.drop("long.txt", "Too many words. " * 2000)
    page.wait_for_selector("#trouble:visible")
    check("parts" in page.inner_text("#trouble"), f"it says {page.inner_text('#trouble')!r}")
    page.evaluate("document.getElementById('article').select()")
    page.keyboard.insert_text("Short the the.")
    page.wait_for_selector("#trouble", state="hidden")
    desk.settle("Checked")
    own.stop()
    desk.close()


@test
def tokens(browser, server):
    own = Server(program, environment={**os.environ, "STET_TOKEN": "let-it-stand"})
    desk = Desk(browser, own.address, can_fail=True)
    page = desk.page
    desk.paste("The the pier.")
    page.wait_for_selector("#token:visible")
    page.fill("#token", "wrong")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.getElementById('trouble-text').textContent.includes('does not know')")
    page.fill("#token", "let-it-stand")
    page.keyboard.press("Enter")
    page.wait_for_selector("#trouble", state="hidden")
    desk.settle("Checked")
    check(desk.marks() == ["The the"], f"marked are {desk.marks()}")
    kept = page.evaluate("JSON.stringify([{ ...sessionStorage }, { ...localStorage }, document.cookie, location.href])")
    check("let-it" not in kept, f"the token is kept: {kept}")
    desk.close()
    # In the address, behind the number sign, which is not sent.
    desk = Desk(browser, own.address + "#token=let%2Dit-stand")
    desk.paste("The the pier.")
    desk.settle("Checked")
    check(desk.page.url == own.address, f"the token stays in the address: {desk.page.url}")
    desk.close()
    own.stop()


@test
def long_articles(browser, server):
    words = "The ferry stopped at the old pier, and nobody on board had heard of it before the morning. "
    paragraphs = [words * (1 + n % 9) + ("It it was late." if n % 12 == 0 else "") for n in range(260)]
    text = "\n\n".join(paragraphs)[:100_000]
    desk = Desk(browser, server.address)
    page = desk.page
    desk.drop("long.txt", "Some words that were here before.\n" + text)
    desk.page.wait_for_timeout(300)
    page.evaluate("document.getElementById('article').select()")
    took = page.evaluate("() => { const start = performance.now(); document.execCommand('delete'); return performance.now() - start; }")
    desk.drop("long2.txt", text)
    desk.settle("Checked")
    check(desk.count("error") > 10, "a long article has no findings")
    page.evaluate(
        """() => {
          const area = document.getElementById("article");
          window.keyTimes = [];
          area.addEventListener("beforeinput", () => {
            const start = performance.now();
            requestAnimationFrame(() => {
              const channel = new MessageChannel();
              channel.port1.onmessage = () => window.keyTimes.push(performance.now() - start);
              channel.port2.postMessage(0);
            });
          });
        }""")
    for place in (0, 50_000, 100_000):
        page.evaluate("(n) => document.getElementById('article').setSelectionRange(n, n)", place)
        for sign in "words that are typed ":
            page.keyboard.type(sign)
            page.wait_for_timeout(30)
    times = page.evaluate("window.keyTimes")
    median, worst = statistics.median(times), max(times)
    check(len(times) > 50, "the keys were not measured")
    check(median < 60, f"from a key to the picture it takes {median:.0f} ms")
    start = page.evaluate("performance.now()")
    page.keyboard.type("x the the end. ")
    page.wait_for_function("() => [...document.querySelectorAll('#under .mark')].some((m) => m.textContent === 'the the')")
    answer = page.evaluate("performance.now()") - start
    print(f"  100 KB: key to picture {median:.1f} ms (median), {worst:.1f} ms (worst of {len(times)}); typed to marked {answer:.0f} ms")
    check(answer < 5000, f"the answer takes {answer:.0f} ms")
    desk.close()


@test
def what_stays(browser, server):
    desk = Desk(browser, server.address)
    desk.paste("The the pier.")
    desk.settle("Checked")
    desk.page.reload()
    desk.settle("Checked")
    check(desk.text == "The the pier.", "the text does not survive a reload")
    kept = desk.page.evaluate("[localStorage.length, document.cookie]")
    check(kept == [0, ""], f"something is kept: {kept}")
    other = Desk(browser, server.address)
    check(other.text == "", "another window has the text")
    other.close()
    desk.close()


@test
def accessibility(browser, server):
    looks = [(1440, 900, "light"), (1440, 900, "dark"), (640, 450, "light"), (320, 640, "dark")]
    for width, height, scheme in looks:
        desk = Desk(browser, server.address, width, height, scheme)
        page = desk.page
        page.evaluate(axe)
        desk.paste(article)
        desk.settle("Checked")
        page.keyboard.press("Control+Home")
        for step in ("", "F8", "Escape"):
            if step:
                page.keyboard.press(step)
            page.wait_for_timeout(300)
            found = page.evaluate("axe.run().then((result) => result.violations.map((v) => [v.id, v.nodes.map((n) => n.html)]))")
            check(found == [], f"{width} px, {scheme}, after {step or 'the paste'}: {json.dumps(found)[:600]}")
        check(page.evaluate("document.documentElement.scrollWidth") <= width, f"wider than {width} px")
        page.screenshot(path=pictures / f"{scheme}-{width}.png")
        page.click("#help-button")
        check(page.get_by_role("dialog", name="Keys").is_visible(), "the keys are not told")
        found = page.evaluate("axe.run().then((result) => result.violations.map((v) => v.id))")
        check(found == [], f"the keys: {found}")
        page.screenshot(path=pictures / f"keys-{width}.png")
        desk.close()
    # Everything that can be used has a name, as the browser tells it to a screen reader.
    desk = Desk(browser, server.address)
    desk.paste(article)
    desk.settle("Checked")
    tree = desk.context.new_cdp_session(desk.page).send("Accessibility.getFullAXTree")["nodes"]
    used = [n for n in tree if n.get("role", {}).get("value") in ("button", "textbox", "combobox", "list", "region", "group", "link")]
    nameless = [n["role"]["value"] for n in used if not n.get("ignored") and not n.get("name", {}).get("value")]
    check(len(used) > 15 and not nameless, f"without a name: {nameless} of {len(used)}")
    # The live region speaks once the counts are settled, and politely.
    desk.page.wait_for_function("() => /^\\d+ errors?, \\d+ warnings?$/.test(document.getElementById('announcer').textContent)")
    check(desk.page.get_attribute("#announcer", "aria-live") == "polite", "the announcements interrupt")
    desk.close()
    calm = Desk(browser, server.address, reduced_motion="reduce")
    calm.paste(article)
    calm.settle("Checked")
    check(calm.page.evaluate("getComputedStyle(document.querySelector('.card')).transitionDuration") == "0s", "notes move for those who do not want it")
    calm.close()


@test
def policy(browser, server):
    desk = Desk(browser, server.address, can_fail=True)
    head = desk.page.request.get(server.address).headers
    check("default-src 'none'" in head["content-security-policy"], "the page has no policy")
    check("unsafe" not in head["content-security-policy"], "the policy has holes")
    ran = desk.page.evaluate(
        """() => {
          try {
            const script = document.createElement("script");
            script.append("window.cracked = true");
            document.body.append(script);
          } catch {}
          return window.cracked === true;
        }""")
    check(not ran, "a foreign script runs")
    leaks = desk.page.evaluate("fetch('http://127.0.0.1:9/').then(() => 'asked', (error) => error.name)")
    check(leaks == "TypeError", "the page may ask other addresses")
    desk.asked = [url for url in desk.asked if ":9/" not in url]
    desk.paste("<img src=x onerror=\"window.cracked = true\"> the the <b>end</b>")
    desk.settle("Checked")
    check(desk.page.evaluate("window.cracked") is None, "a text runs")
    desk.close()


chosen = set(sys.argv[3:])
server = Server(program)
try:
    with chromium() as browser:
        for function in tests:
            if chosen and function.__name__ not in chosen:
                continue
            before = driving.done
            function(browser, server)
            print(f"{function.__name__}: {driving.done - before} checks", flush=True)
finally:
    server.stop()
print(f"page: {driving.done} checks")
