"""Measures the server: until it is ready, until the first diagnostics, after a keystroke, and its memory.
    python3 Tests/editors/measure.py STET TEXT…
The first 3 KB of the texts are the article; 20 texts are made of it that differ.
"""

import statistics
import sys
import time

from session import Session

STET = sys.argv[1]
article = "\n".join(open(path).read() for path in sys.argv[2:])[:3000]


def milliseconds(runs):
    return f"{statistics.median(runs):.1f} ms (of {len(runs)}: {min(runs):.1f} to {max(runs):.1f})"


ready, first, keystroke = [], [], []
for _ in range(15):
    session = Session(STET)
    session.initialize()
    ready.append((time.perf_counter() - session.started) * 1000)
    session.open("untitled:0.md", article)
    session.pushed("untitled:0.md")
    first.append((time.perf_counter() - session.started) * 1000)
    for version in range(2, 12):
        began = time.perf_counter()
        session.send(method="textDocument/didChange", params={
            "textDocument": {"uri": "untitled:0.md", "version": version},
            "contentChanges": [{"text": "x", "range": {"start": {"line": 0, "character": version}, "end": {"line": 0, "character": version}}}]})
        session.pushed("untitled:0.md")
        keystroke.append((time.perf_counter() - began) * 1000)
    assert session.end() == 0

session = Session(STET)
session.initialize()
session.open("untitled:0.md", article)
session.pushed("untitled:0.md")
one = session.megabytes()
words = article.split(" ")
for number in range(1, 20):
    uri = f"untitled:{number}.md"
    session.open(uri, " ".join(words[number * 7:] + words[:number * 7]))
    session.pushed(uri)
print("answer to initialize     ", milliseconds(ready))
print("first diagnostics (3 KB) ", milliseconds(first))
print("diagnostics after an edit", milliseconds(keystroke))
print(f"memory with 1 text        {one:.1f} MB")
print(f"memory with 20 texts      {session.megabytes():.1f} MB, at most {session.megabytes('VmHWM'):.1f} MB")
session.end()
