"""A stet-server of one's own on a free port of this machine, for the tests of its page."""
import json
import socket
import subprocess
import time
import urllib.request


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    def __init__(self, program, port=None, options=(), environment=None):
        self.port = port or free_port()
        self.address = f"http://127.0.0.1:{self.port}/"
        command = [program, "--port", str(self.port), *options]
        self.process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
        # A server that does not answer within a minute does not start.
        for _ in range(600):
            try:
                with urllib.request.urlopen(self.address + "healthz", timeout=5):
                    return
            except OSError:
                if self.process.poll() is not None:
                    break
                time.sleep(0.1)
        self.stop()
        raise SystemExit(f"not ok: {' '.join(command)} does not answer")

    def lint(self, text, format="plain"):
        """The findings as the server's clients get them: bytes of UTF-8."""
        body = json.dumps({"text": text, "format": format}).encode()
        request = urllib.request.Request(
            self.address + "v1/lint", body, {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)["files"][0]["diagnostics"]

    def stop(self):
        self.process.kill()
        self.process.wait(timeout=30)
