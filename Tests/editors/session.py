"""Speaks to `stet lsp` over its pipes, without a library, so that it can also speak wrongly."""

import json
import subprocess
import time


class Session:
    def __init__(self, stet):
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            [stet, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.messages = []

    def raw(self, data):
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def send(self, **message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.raw(b"Content-Length: %d\r\n\r\n" % len(body) + body)

    def read(self):
        """The next message; None at the end."""
        length = None
        while True:
            line = self.process.stdout.readline()
            if not line:
                return None
            if line == b"\r\n":
                break
            name, value = line.split(b":")
            if name.lower() == b"content-length":
                length = int(value)
        message = json.loads(self.process.stdout.read(length))
        self.messages.append(message)
        return message

    def until(self, fits):
        while True:
            message = self.read()
            assert message is not None, "the server ended early: " + self.process.stderr.read().decode()
            if fits(message):
                return message

    def answer(self, id):
        return self.until(lambda message: message.get("id") == id and "method" not in message)

    def initialize(self, **params):
        self.send(id=0, method="initialize", params={"capabilities": {}, **params})
        result = self.answer(0)
        self.send(method="initialized", params={})
        return result

    def open(self, uri, text, version=1):
        self.send(method="textDocument/didOpen", params={
            "textDocument": {"uri": uri, "languageId": "markdown", "version": version, "text": text}})

    def close(self, uri):
        self.send(method="textDocument/didClose", params={"textDocument": {"uri": uri}})

    def pushed(self, uri):
        return self.until(lambda m: m.get("method") == "textDocument/publishDiagnostics"
                          and m["params"]["uri"] == uri)["params"]["diagnostics"]

    def megabytes(self, field="VmRSS"):
        """Memory of the server: VmRSS now, VmHWM at most."""
        with open(f"/proc/{self.process.pid}/status") as status:
            return next(int(line.split()[1]) / 1024 for line in status if line.startswith(field))

    def end(self):
        """Ends the server as the protocol asks; gives its exit status."""
        self.send(id="end", method="shutdown")
        self.answer("end")
        self.send(method="exit")
        return self.process.wait(10)
