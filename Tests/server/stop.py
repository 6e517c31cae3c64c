"""How stet-server ends, and how it says that it cannot start.

    python stop.py .build/debug/stet-server
"""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time

import requests

from served import Checks, Served

check = Checks()
program = sys.argv[1]
SENTENCE = "The minister said that she had gone to Niamey with him. "


def post(server, text):
    return requests.post(server.url + "v1/lint", data=text, headers={"Content-Type": "text/plain"}, timeout=120)


def ends_after_what_has_begun(how):
    with Served(program, "--jobs", "1", "--max-time", "100") as server:
        # A text that takes some two seconds, however fast the machine and the program are.
        start = time.monotonic()
        post(server, SENTENCE * 300)
        text = SENTENCE * min(30_000, int(300 * 2 / (time.monotonic() - start)))
        answers = []

        def ask():
            try:
                answer = post(server, text)
                answers.append((answer.status_code, len(answer.content)))
            except requests.RequestException as error:
                answers.append((type(error).__name__, 0))

        threads = [threading.Thread(target=ask) for _ in range(3)]
        for thread in threads:
            thread.start()
        time.sleep(0.3)
        idle = socket.create_connection(("127.0.0.1", server.port))
        server.process.send_signal(how)
        time.sleep(0.2)
        try:
            socket.create_connection(("127.0.0.1", server.port), timeout=2).close()
            check(False, f"{how.name}: new work is refused")
        except ConnectionRefusedError:
            check(True, "")
        check(server.is_alive(), f"{how.name}: it waits for what has begun")
        for thread in threads:
            thread.join()
        status = server.process.wait(60)
        check(status == 0, f"{how.name}: status {status}")
        check([answer[0] for answer in answers] == [200] * 3, f"{how.name}: requests that had begun got {answers}")
        check(idle.recv(10) == b"", f"{how.name}: an idle connection is closed")
        idle.close()


def is_cut_off():
    """A client that never finishes its body holds the server up for no longer than its limit."""
    with Served(program, "--max-time", "1") as server:
        with socket.create_connection(("127.0.0.1", server.port)) as slow:
            slow.sendall(b"POST /v1/lint HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n")
            time.sleep(0.2)
            status, seconds = server.stop(40)
            check(status == 0 and seconds < 28, f"with a slow client: status {status} after {seconds:.1f} s")


def tells_why_it_does_not_start():
    with tempfile.TemporaryDirectory() as folder, Served(program) as other:
        path = os.path.join(folder, "stet.yml")
        with open(path, "w") as file:
            file.write("pack: default\nrules:\n  doubled-wurd: off\n")
        empty = os.path.join(folder, "token")
        open(empty, "w").close()
        for options, place, word in [
            (["--configuration", path], f"{path}:3", "doubled-word"),
            (["--configuration", path + "x"], path + "x", "no such file"),
            (["--port", str(other.port)], f"127.0.0.1:{other.port}", "in use"),
            (["--host", "203.0.113.7"], "203.0.113.7", "--host"),
            (["--token-file", empty], empty, "no token"),
        ]:
            run = subprocess.run([program, "--port", "0", *options], capture_output=True, text=True, timeout=30)
            told = run.stderr.lower()
            check(run.returncode == 2 and place.lower() in told and word in told,
                  f"{options}: status {run.returncode}, {run.stderr}")
        run = subprocess.run([program, "--port", "99999"], capture_output=True, text=True, timeout=30)
        check(run.returncode == 64 and "65535" in run.stderr, f"a port of 99999: {run.returncode} {run.stderr}")
        with open(path, "w") as file:
            file.write("rules:\n  doubled-word: off\npaths:\n  \"opinion/**\":\n    rules:\n      doubled-word: note\n")
        with Served(program, "--configuration", path) as server:
            for name, found in [("news/a.md", 0), ("opinion/a.md", 1), ("/opinion/a.md", 1), ("../opinion/a.md", 1)]:
                answer = requests.post(
                    server.url + "v1/lint", json={"text": "She saw the the cat.", "path": name}, timeout=20).json()
                check(len(answer["files"][0]["diagnostics"]) == found, f"{name} under its configuration: {answer}")
        open_ = Served(program, "--host", "0.0.0.0")
        with open_:
            check(any("no token" in line for line in open_.lines), f"a warning without a token: {open_.lines}")
        with Served(program, "--host", "0.0.0.0", environment={"STET_TOKEN": "t"}) as closed:
            check(not any("warning" in line for line in closed.lines), f"no warning with a token: {closed.lines}")


ends_after_what_has_begun(signal.SIGTERM)
ends_after_what_has_begun(signal.SIGINT)
is_cut_off()
tells_why_it_does_not_start()
check.end("start and stop")
