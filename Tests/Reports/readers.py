"""Compares what other programs read in each report with the JSON report.

    readers.py FOLDER_OF_REPORTS FOLDER_OF_SCHEMAS [SARIF_SCHEMA]
"""
import collections
import io
import json
import pathlib
import re
import sys
import xml.etree.ElementTree as xml
from urllib.parse import unquote

import jsonschema
import junitparser
from diff_cover.violationsreporters.java_violations_reporter import CheckstyleXmlDriver
from sarif import loader

reports, schemas = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
sarif_schema = sys.argv[3] if len(sys.argv) > 3 else ""


def check(condition, message):
    if not condition:
        sys.exit(f"not ok: {message}")


def same(name, found):
    found = collections.Counter(found)
    check(found == expected, f"{name}: {list((found - expected) | (expected - found))[:4]}")


def fits(name, value, schema):
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    faults = [f"{list(e.absolute_path)}: {e.message}" for e in kind(schema).iter_errors(value)]
    check(not faults, f"{name}: {faults[:3]}")


def read(name):
    return json.loads((reports / name).read_text("utf-8"))


document = read("json")
# Severity, rule, path and line of each finding.
findings = [(file["path"], d) for file in document["files"] for d in file["diagnostics"]]
expected = collections.Counter((d["severity"], d["rule"], p, d["start"]["line"]) for p, d in findings)
check(sum(expected.values()) > 20, "too few findings to tell anything")

lines = [json.loads(line) for line in (reports / "ndjson").read_text("utf-8").splitlines()]
check(lines[-1]["kind"] == "summary" and lines[-1]["files"] == document["summary"]["files"], "ndjson: no summary")
check([dict(line, kind=None, path=None) for line in lines[:-1]] == [dict(d, kind=None, path=None) for _, d in findings], "ndjson")

compact = [re.fullmatch(r"(.+):(\d+):\d+: (\w+): .* \[([a-z0-9-]+)\]", line) for line in (reports / "compact").read_text("utf-8").splitlines()]
same("compact", [(m[3], m[4], m[1], int(m[2])) for m in compact])

levels = {"error": "error", "warning": "warning", "notice": "note"}


def unescaped(text):
    return re.sub("%(25|0D|0A|3A|2C)", lambda m: chr(int(m[1], 16)), text)


commands = []
for line in (reports / "github").read_text("utf-8").splitlines():
    match = re.fullmatch(r"::(error|warning|notice) (.*?)::(.*)", line)
    if not match:
        check(line.startswith("stet: "), f"github: {line}")
        continue
    values = {k: unescaped(v) for k, v in (part.split("=", 1) for part in match[2].split(","))}
    commands.append((levels[match[1]], values["title"][6:-1], values["file"], int(values["line"])))
same("github", commands)

quality = read("gitlab")
fits("gitlab", quality, json.loads((schemas / "gitlab-code-quality.schema.json").read_text()))
check(len({q["fingerprint"] for q in quality}) == len(quality), "gitlab: two findings have one fingerprint")
levels = {"major": "error", "minor": "warning", "info": "note"}
same("gitlab", [(levels[q["severity"]], q["check_name"], q["location"]["path"], q["location"]["positions"]["begin"]["line"]) for q in quality])

reviewdog = read("rdjson")
fits("rdjson", reviewdog, json.loads((schemas / "rdjson.schema.json").read_text()))
levels = {"ERROR": "error", "WARNING": "warning", "INFO": "note"}
same("rdjson", [(levels[d["severity"]], d["code"]["value"], d["location"]["path"], d["location"]["range"]["start"]["line"]) for d in reviewdog["diagnostics"]])
for diagnostic, (path, wanted) in zip(reviewdog["diagnostics"], findings):
    # Byte columns must cut the same words out of the file as byte offsets do.
    data = pathlib.Path(path).read_bytes()
    start, end = (diagnostic["location"]["range"][side] for side in ("start", "end"))
    if start["line"] != end["line"]:
        continue
    mark = 3 if data.startswith(b"\xef\xbb\xbf") and start["line"] == 1 else 0
    line = re.split(rb"\r\n|\r|\n", data)[start["line"] - 1]
    cut = line[mark + start["column"] - 1 : mark + end["column"] - 1]
    check(cut == data[wanted["range"]["start"] : wanted["range"]["end"]], f"rdjson: {path} {start}: {cut}")

suites = junitparser.JUnitXml.fromfile(str(reports / "junit"))
failed = [case for suite in suites for case in suite if case.result]
heavy = [f for f in findings if f[1]["severity"] != "note"]
check(len(failed) == len(heavy) == suites.failures, f"junit: {len(failed)} failures, {len(heavy)} findings")
check([(c.classname, c.result[0].type) for c in failed] == [(p, d["rule"]) for p, d in heavy], "junit: other findings")

levels = {"error": "error", "warning": "warning", "info": "note"}
root = xml.parse(reports / "checkstyle").getroot()
checkstyle = CheckstyleXmlDriver().parse_reports([(reports / "checkstyle").read_text("utf-8")])
same("checkstyle, read by diff-quality", [
    (levels[v.message.split(":")[0].lower()], d["rule"], p, d["start"]["line"])
    for p in checkstyle
    for v, d in zip(checkstyle[p], [d for q, d in findings if q == p], strict=True)
    if v.line == d["start"]["line"] and v.message.endswith(d["message"])
])
same("checkstyle", [(levels[e.get("severity")], e.get("source").removeprefix("stet."), f.get("name"), int(e.get("line"))) for f in root for e in f])

log = read("sarif")
if sarif_schema:
    fits("sarif", log, json.loads(pathlib.Path(sarif_schema).read_text()))
read_back = loader.load_sarif_file(str(reports / "sarif"))
records = read_back.get_records()
# This reader decodes addresses by itself, and cuts rule and message into one text.
same("sarif", [(r["Severity"], r["Code"].split(" ")[0], unquote(r["Location"]), int(r["Line"])) for r in records])
rules = log["runs"][0]["tool"]["driver"]["rules"]
for result in log["runs"][0]["results"]:
    check(rules[result["ruleIndex"]]["id"] == result["ruleId"], "sarif: ruleIndex")
    check("help" in rules[result["ruleIndex"]], f"sarif: {result['ruleId']} has no help")

print(f"readers: {sum(expected.values())} findings are the same in 8 formats" + ("" if sarif_schema else " (no SARIF schema at hand)"))
