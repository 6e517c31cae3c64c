"""A stet-server of one's own on a free port of this machine, for the tests of its page."""
import json
import re
import subprocess
import threading
import urllib.request


class Server:
    def __init__(self, program, port=0, options=(), environment=None):
        self.command = [program, "--port", str(port), *options]
        self.process = subprocess.Popen(self.command, stdout=subprocess.PIPE, text=True, env=environment)
        # A server that says nothing for half a minute does not start.
        watch = threading.Timer(30, self.process.kill)
        watch.start()
        self.port = None
        for line in self.process.stdout:
            if found := re.search(r"http://[^/\s]+:(\d+)", line):
                self.port = int(found[1])
                break
        watch.cancel()
        if self.port is None:
            self.stop()
            raise SystemExit(f"not ok: {' '.join(self.command)} does not listen")
        self.address = f"http://127.0.0.1:{self.port}/"

    def lint(self, text, format="plain"):
        """The findings as the server's clients get them: bytes of UTF-8."""
        body = json.dumps({"text": text, "format": format}).encode()
        request = urllib.request.Request(
            self.address + "v1/lint", body, {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)["files"][0]["diagnostics"]

    def stop(self):
        self.process.kill()
        self.process.wait(timeout=30)
        self.process.stdout.close()
