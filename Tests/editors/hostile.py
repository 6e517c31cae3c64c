"""What no client should do to the real program: it must not crash, hang or leak, and has to answer.
    python3 Tests/editors/hostile.py STET
"""

import sys
import tempfile
import time

from session import Session

STET = sys.argv[1]


def lives(session, id="life"):
    session.open("untitled:life.md", "The the vote.\n")
    session.send(id=id, method="textDocument/codeLens", params={"textDocument": {"uri": "untitled:life.md"}})
    title = session.answer(id)["result"][0]["command"]["title"]
    assert title == "Stet: 1 error", title


def case(name, start=True):
    def run(body):
        session = Session(STET)
        if start:
            session.initialize()
        try:
            note = body(session)
        finally:
            session.process.kill()
        print(f"ok: {name}" + (f" ({note})" if note else ""))
    return run


@case("JSON that is none is answered")
def _(session):
    for body in (b"{", b"\xff\xfe", b"[1,2", b"nul", b"[" * 100_000, b'{"id":1,"method":"x\xc3\x28"}'):
        session.raw(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        assert session.until(lambda m: "error" in m)["error"]["code"] == -32700, body[:20]
    lives(session)


@case("requests before initialize are refused", start=False)
def _(session):
    session.send(id=1, method="textDocument/hover", params={})
    assert session.answer(1)["error"]["code"] == -32002
    session.open("untitled:early.md", "The the vote.\n")
    session.initialize()
    lives(session)


@case("half a message and the end of input end the server")
def _(session):
    session.raw(b'Content-Length: 100\r\n\r\n{"id":1')
    session.process.stdin.close()
    assert session.process.wait(10) == 1
    return session.process.stderr.read().decode().strip()


@case("the end of input without exit ends the server")
def _(session):
    session.process.stdin.close()
    assert session.process.wait(10) == 1


@case("exit without shutdown ends with status 1")
def _(session):
    session.send(method="exit")
    assert session.process.wait(10) == 1


@case("header fields without a length end the server with an answer")
def _(session):
    session.raw(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
    assert session.until(lambda m: "error" in m)["error"]["code"] == -32700
    assert session.process.wait(10) == 1


@case("endless header fields end the server with an answer")
def _(session):
    session.raw(b"x" * 20_000)
    assert session.until(lambda m: "error" in m)["error"]["code"] == -32700


@case("a gigabyte is announced: refused at once, and passed over when it comes")
def _(session):
    before = session.megabytes()
    session.raw(b"Content-Length: 1073741824\r\n\r\n")
    error = session.until(lambda m: "error" in m)["error"]
    assert error["code"] == -32600 and "256 MB" in error["message"], error
    block = b" " * (1 << 20)
    for _ in range(1024):
        session.raw(block)
    lives(session)
    grown = session.megabytes("VmHWM") - before
    assert grown < 30, grown
    return f"{grown:.0f} MB more at most"


@case("a body that comes byte by byte is read")
def _(session):
    body = b'{"jsonrpc":"2.0","id":5,"method":"no/such"}'
    for byte in b"Content-Length: %d\r\n\r\n" % len(body) + body:
        session.raw(bytes([byte]))
        time.sleep(0.001)
    assert session.answer(5)["error"]["code"] == -32601
    lives(session)


@case("a text of 50 MB: other requests are answered, and what is left out is said")
def _(session):
    began = time.perf_counter()
    session.open("untitled:big.md", "The the vote was calm.\n" * (50_000_000 // 23))
    lives(session)
    took = time.perf_counter() - began
    found = next((m["params"]["diagnostics"] for m in session.messages
                  if m.get("method") == "textDocument/publishDiagnostics" and m["params"]["uri"] == "untitled:big.md"),
                 None) or session.pushed("untitled:big.md")
    assert [item["code"] for item in found] == ["text-too-long"] and "50 MB" in found[0]["message"] or "47 MB" in found[0]["message"], found
    session.send(method="textDocument/didChange", params={
        "textDocument": {"uri": "untitled:big.md", "version": 2},
        "contentChanges": [{"range": {"start": {"line": 9, "character": 0}, "end": {"line": 9, "character": 3}}, "text": "A"}]})
    session.send(id=6, method="textDocument/codeAction", params={
        "textDocument": {"uri": "untitled:big.md"}, "context": {"diagnostics": []},
        "range": {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 9}}})
    assert session.answer(6)["result"] == []
    peak = session.megabytes("VmHWM")
    session.close("untitled:big.md")
    lives(session, "after")
    assert peak < 600, peak
    return f"{took:.1f} s until another text is done, {peak:.0f} MB at most, {session.megabytes():.0f} MB after it is closed"


@case("10,000 requests and their cancelling have one answer each")
def _(session):
    session.open("untitled:a.md", "The the vote was calm. " * 2000)
    import threading
    def storm():
        for id in range(10_000):
            session.send(id=1000 + id, method="textDocument/codeLens", params={"textDocument": {"uri": "untitled:a.md"}})
            session.send(method="$/cancelRequest", params={"id": 1000 + id})
    began = time.perf_counter()
    thread = threading.Thread(target=storm)
    thread.start()
    seen = {}
    while len(seen) < 10_000:
        message = session.read()
        if isinstance(message.get("id"), int) and message["id"] >= 1000:
            assert message["id"] not in seen
            seen[message["id"]] = message.get("error", {}).get("code")
    thread.join()
    lives(session)
    cancelled = sum(code == -32800 for code in seen.values())
    return f"{cancelled} cancelled, {time.perf_counter() - began:.1f} s, {session.megabytes():.0f} MB"


@case("a lint of 3,000 files that is cancelled on its way ends at once", start=False)
def _(session):
    with tempfile.TemporaryDirectory() as folder:
        for number in range(3000):
            with open(f"{folder}/{number}.md", "w") as file:
                file.write(f"The the vote number {number} was calm. " * 40)
        session.initialize(rootUri="file://" + folder, capabilities={"textDocument": {"diagnostic": {}}})
        session.send(id=7, method="workspace/diagnostic", params={"previousResultIds": [], "workDoneToken": "w"})
        session.until(lambda m: m.get("params", {}).get("value", {}).get("kind") == "report")
        began = time.perf_counter()
        session.send(method="$/cancelRequest", params={"id": 7})
        assert session.answer(7)["error"]["code"] == -32800
        took = time.perf_counter() - began
        reports = sum(m.get("method") == "$/progress" for m in session.messages)
        assert reports < 90, reports
        lives(session)
        return f"{took * 1000:.0f} ms after the request to stop"


@case("texts that are opened, edited and closed leave nothing behind")
def _(session):
    text = "The the vote was calm. They recieve visitors in the harbour. " * 50
    sizes = []
    for round in range(6):
        for number in range(500):
            uri = f"untitled:{round}-{number}.md"
            session.open(uri, text)
            session.send(method="textDocument/didChange", params={
                "textDocument": {"uri": uri, "version": 2}, "contentChanges": [{"text": f"{number} " + text}]})
            if number % 10 == 0:
                session.pushed(uri)
            session.close(uri)
        lives(session, f"round {round}")
        session.messages.clear()
        sizes.append(session.megabytes())
    # The first rounds fill tables that stay.
    assert sizes[-1] - sizes[1] < 8, sizes
    return "MB after 500 each: " + ", ".join(f"{size:.0f}" for size in sizes)


@case("a client that ends as it should has status 0")
def _(session):
    assert session.end() == 0


print("hostile clients: all is as it should be")
