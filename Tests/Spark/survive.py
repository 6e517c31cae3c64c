"""Lints a collection on a real Spark cluster of two executors, kills one `stet` and one executor in the middle, and compares
the results with a run on this machine alone.

    python survive.py STET LINT_COLLECTION.PY
"""

import collections
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request

COUNT = 6000
PARTITIONS = 48
PORT = 4949
# Everything stays on this machine.
LOCAL = {
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.ui.port": str(PORT),
    "spark.port.maxRetries": "0",
}


def texts():
    """Texts of many lengths, with and without faults, and some that are none. The same ones each time."""
    paragraphs = [
        "The council met on Monday. Roads, schools and water were on the list.",
        "The the vote was put off until the the autumn.",
        "Café owners in Zürich — all 31 of them — left “early”; 日本 🌍 did not.",
        "She said that he were late, and the mayors said: \"No.",
        "- one `the the` two\n- a apple\n",
        "# A *small* bridge\n\nThis is a event of the year. He recieved the letter, its said.",
    ]
    for number in range(COUNT):
        some = [paragraphs[(number * 7 + step * step) % len(paragraphs)] for step in range(number % 20 + 1)]
        record = {"id": number, "text": f"Day {number}.\n\n" + "\n\n".join(some), "path": f"day-{number}.txt"}
        if number % 3 == 0:
            record["format"] = "markdown"
        if number % 997 == 5:
            del record["text"]
        if number % 1001 == 7:
            record["kind"] = "gossip"
        yield record


def by_id(lines):
    """Results by their id. The line of a fault counts in the input of one process, so it may differ."""
    lines = [re.sub(r'"error":\{"line":\d+,', '"error":{', line) for line in lines]
    return sorted(lines, key=lambda line: json.loads(line)["id"])


def descendants(root):
    """Processes below one, with their command lines. Never anybody else's."""
    children = collections.defaultdict(list)
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{name}/stat", "rb") as stat:
                parent = int(stat.read().rsplit(b")", 1)[1].split()[1])
            with open(f"/proc/{name}/cmdline", "rb") as line:
                children[parent].append((int(name), line.read().replace(b"\0", b" ").decode(errors="replace")))
        except (FileNotFoundError, ProcessLookupError):
            continue
    found, waiting = [], [root]
    while waiting:
        for process, line in children[waiting.pop()]:
            found.append((process, line))
            waiting.append(process)
    return found


def done_tasks():
    """Tasks done and tasks running, as Spark's own monitor tells them."""
    base = f"http://127.0.0.1:{PORT}/api/v1/applications"
    try:
        with urllib.request.urlopen(base, timeout=5) as answer:
            application = json.load(answer)[0]["id"]
        with urllib.request.urlopen(f"{base}/{application}/stages", timeout=5) as answer:
            stages = [stage for stage in json.load(answer) if stage["numTasks"] == PARTITIONS]
    except (OSError, IndexError, ValueError):
        return 0, 0
    working = [stage for stage in stages if stage["status"] == "ACTIVE" and "text" in stage["name"]]
    return max([(stage["numCompleteTasks"], stage["numActiveTasks"]) for stage in working], default=(0, 0))


def kill_when(driver, least, pattern):
    """Kills one process below the driver once so many tasks are done and more are running.

    Returns how many were done, and the processes that the killed one had.
    """
    for _ in range(3000):
        if driver.poll() is not None:
            sys.exit(f"the job ended with {driver.returncode} before anything was killed")
        done, running = done_tasks()
        if done >= least and running:
            victims = [process for process, line in descendants(driver.pid) if re.search(pattern, line)]
            if victims:
                orphans = descendants(victims[0])
                try:
                    os.kill(victims[0], signal.SIGKILL)
                except ProcessLookupError:
                    continue
                print(f"killed process {victims[0]} ({pattern}) with {done} of {PARTITIONS} tasks done, {running} running")
                return done, orphans
        time.sleep(0.05)
    sys.exit("the job never came so far")


def reasons(folder):
    """Why tasks ended and executors went, from the events that Spark wrote down."""
    ends, removed = collections.Counter(), []
    for path, _, names in os.walk(folder):
        for name in names:
            with open(os.path.join(path, name), encoding="utf-8") as events:
                for line in events:
                    event = json.loads(line) if line.startswith("{") else {}
                    if event.get("Event") == "SparkListenerTaskEnd":
                        reason = event["Task End Reason"]
                        ends[reason["Reason"]] += 1
                        if reason["Reason"] == "ExceptionFailure" and "ended with status -9" in reason["Full Stack Trace"]:
                            ends["stet killed"] += 1
                    elif event.get("Event") == "SparkListenerExecutorRemoved":
                        removed.append(event["Removed Reason"])
    return ends, removed


def main():
    stet, script = map(os.path.realpath, sys.argv[1:3])
    environment = dict(os.environ, PYSPARK_PYTHON=sys.executable, SPARK_LOCAL_IP="127.0.0.1")
    with tempfile.TemporaryDirectory() as work:
        os.mkdir(f"{work}/events")
        with open(f"{work}/articles.jsonl", "w", encoding="utf-8") as file:
            for record in texts():
                file.write(json.dumps(record, ensure_ascii=False) + "\n")
        start = time.monotonic()
        with open(f"{work}/articles.jsonl", "rb") as file:
            local = subprocess.run(
                [stet, "lint", "--stdin-format", "ndjson", "--no-config", "--quiet"],
                stdin=file, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False,
            )
        assert local.returncode == 2, local
        expected = by_id(local.stdout.splitlines())
        assert len(expected) == COUNT
        print(f"{COUNT} texts here: {time.monotonic() - start:.1f} s")

        settings = dict(LOCAL)
        settings.update({"spark.eventLog.enabled": "true", "spark.eventLog.dir": f"file:{work}/events"})
        settings.update({"spark.eventLog.compress": "false", "spark.local.dir": f"{work}/spark"})
        command = [os.path.join(os.path.dirname(sys.executable), "spark-submit"), "--master", "local-cluster[2,1,1024]"]
        for name, value in settings.items():
            command += ["--conf", f"{name}={value}"]
        command += [script, "--stet", stet, "--stet-option=--no-config", "--partitions", str(PARTITIONS)]
        start = time.monotonic()
        with open(f"{work}/log", "w", encoding="utf-8") as log:
            driver = subprocess.Popen(
                [*command, f"{work}/articles.jsonl", f"{work}/results"], cwd=work, env=environment,
                stdout=log, stderr=subprocess.STDOUT,
            )
            try:
                before, _ = kill_when(driver, 2, rf"^{re.escape(stet)} lint")
                _, orphans = kill_when(driver, before + 4, "CoarseGrainedExecutorBackend")
                status = driver.wait(timeout=900)
            finally:
                driver.kill()
                driver.wait()
        if status != 0:
            with open(f"{work}/log", encoding="utf-8") as log:
                sys.exit(f"the job ended with {status}:\n{log.read()[-6000:]}")
        print(f"{COUNT} texts on two executors, with both losses: {time.monotonic() - start:.1f} s")
        ends, removed = reasons(f"{work}/events")
        print(f"tasks ended: {dict(ends)}; executors removed: {removed}")
        assert ends["stet killed"] >= 1, "no task failed with its process"
        assert ends["ExecutorLostFailure"] >= 1, "no task was lost with its executor"
        assert any("137" in reason or "SIGKILL" in reason for reason in removed), "no executor was killed"

        results = []
        for name in os.listdir(f"{work}/results"):
            if name.startswith("part-"):
                with open(f"{work}/results/{name}", encoding="utf-8") as part:
                    results += part.read().split("\n")[:-1]
        assert by_id(results) == expected, "the results differ from those of one machine"
        found = sum(len(json.loads(line).get("diagnostics", [])) for line in expected)
        faults = sum("error" in json.loads(line) for line in expected)
        assert found > COUNT and faults == 13, (found, faults)
        print(f"the same {COUNT} results, with {found} findings and {faults} lines at fault")
        alive = [process for process, _ in orphans if os.path.exists(f"/proc/{process}")]
        assert not alive, f"processes of the killed executor are left: {alive}"


main()
