"""Requests that come at a steady rate, whether earlier ones are done or not, over kept connections.

    python load.py .build/release/stet-server TEXT [--rate 200] [--seconds 60]

Times count from the moment at which a request was due, so that a server that stalls is not spared the requests that a
waiting client would not have sent.
"""

import argparse
import asyncio
import json
import resource
import time
import urllib.parse

from served import Served


def request(port, path, kind, body):
    return (f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: {kind}\r\n"
            f"Content-Length: {len(body)}\r\n\r\n").encode() + body


class Clients:
    def __init__(self, port):
        self.port = port
        self.idle = []
        self.opened = 0

    async def ask(self, message):
        reader = None
        # The server closes what was idle for long, as servers do.
        while self.idle and (reader is None or reader.at_eof()):
            reader, writer = self.idle.pop()
        if reader is None or reader.at_eof():
            reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
            self.opened += 1
        writer.write(message)
        head = await reader.readuntil(b"\r\n\r\n")
        length = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
        await reader.readexactly(length)
        self.idle.append((reader, writer))
        return int(head.split(b" ", 2)[1])


async def run(port, message, rate, seconds):
    clients = Clients(port)
    times, faults, tasks = [], {}, set()

    async def one(due):
        try:
            status = await asyncio.wait_for(clients.ask(message), 30)
        except Exception as error:
            status = type(error).__name__
        times.append(time.perf_counter() - due)
        if status != 200:
            faults[status] = faults.get(status, 0) + 1

    start = time.perf_counter()
    for number in range(int(rate * seconds)):
        due = start + number / rate
        delay = due - time.perf_counter()
        if delay > 0:
            await asyncio.sleep(delay)
        task = asyncio.create_task(one(due))
        tasks.add(task)
        task.add_done_callback(tasks.discard)
    await asyncio.gather(*tasks)
    return sorted(times), faults, clients.opened, time.perf_counter() - start


async def one_by_one(port, message, count):
    clients, times = Clients(port), []
    for _ in range(count):
        start = time.perf_counter()
        await clients.ask(message)
        times.append(time.perf_counter() - start)
    return sorted(times)


def show(name, times):
    at = lambda share: 1000 * times[min(len(times) - 1, int(share * len(times)))]
    print(f"{name}: median {at(.5):.2f} ms, 90th {at(.9):.2f}, 99th {at(.99):.2f}, longest {1000 * times[-1]:.2f}")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("server")
    options.add_argument("text")
    options.add_argument("--rate", type=float, default=200)
    options.add_argument("--seconds", type=float, default=60)
    options = options.parse_args()
    resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)
    text = open(options.text, encoding="utf-8").read()
    form = urllib.parse.urlencode({"text": text, "language": "en-US"}).encode()
    print(f"{options.text}: {len(text.encode())} bytes, {len(text.split())} words")
    with Served(options.server) as server:
        checks = request(server.port, "/v2/check", "application/x-www-form-urlencoded", form)
        lints = request(server.port, "/v1/lint", "application/json", json.dumps({"text": text}).encode())
        asyncio.run(one_by_one(server.port, checks, 50))
        show("one after the other, /v2/check", asyncio.run(one_by_one(server.port, checks, 300)))
        show("one after the other, /v1/lint", asyncio.run(one_by_one(server.port, lints, 300)))
        before = server.megabytes()
        load = open("/proc/loadavg").read().split()[0]
        cpu = resource_seconds(server)
        times, faults, opened, wall = asyncio.run(run(server.port, checks, options.rate, options.seconds))
        cpu = resource_seconds(server) - cpu
        errors = sum(faults.values())
        show(f"{options.rate:g} a second for {options.seconds:g} s, /v2/check", times)
        print(f"{len(times)} requests, {errors} errors {faults or ''}, {opened} connections, {cpu / wall:.2f} cores, "
              f"memory {before:.0f} -> {server.megabytes():.0f} MB, load average of the machine before {load}")
    raise SystemExit(1 if errors else 0)


def resource_seconds(server):
    """Processor time of the server so far (proc(5), fields 14 and 15 of stat)."""
    with open(f"/proc/{server.process.pid}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / 100


main()
