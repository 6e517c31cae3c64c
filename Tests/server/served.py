"""A stet-server of its own for a script, on a port that is free, and ended with it."""

import os
import signal
import subprocess
import time


class Served:
    def __init__(self, program, *options, environment=None):
        self.process = subprocess.Popen(
            [program, "--port", "0", *options], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL,
            env={**os.environ, "SWIFT_BACKTRACE": "enable=no", **(environment or {})}, text=True)
        self.lines = []
        for line in self.process.stderr:
            self.lines.append(line.rstrip())
            if "listening on" in line:
                break
        else:
            raise SystemExit("the server did not start: " + " ".join(self.lines))
        self.url = line.split("listening on ")[1].strip()
        self.port = int(self.url.rstrip("/").rsplit(":", 1)[1])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.stop()

    def stop(self, limit=30):
        """Ends it as systemd does. The status, and the seconds that it took."""
        start = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        try:
            status = self.process.wait(limit)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise SystemExit(f"the server did not end within {limit} s")
        return status, time.monotonic() - start

    def is_alive(self):
        return self.process.poll() is None

    def status(self, name):
        """A figure of /proc/PID/status: VmRSS and VmHWM in KiB, Threads."""
        with open(f"/proc/{self.process.pid}/status") as file:
            for line in file:
                if line.startswith(name + ":"):
                    return int(line.split()[1])
        raise KeyError(name)

    def megabytes(self):
        return self.status("VmRSS") / 1024

    def descriptors(self):
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))


class Checks:
    """Counts what holds and prints what does not."""

    def __init__(self):
        self.count = 0
        self.failures = 0

    def __call__(self, holds, what):
        self.count += 1
        if not holds:
            self.failures += 1
            print(f"not ok: {what}")

    def end(self, name):
        print(f"{name}: {self.count - self.failures} of {self.count} checks hold")
        raise SystemExit(1 if self.failures else 0)
