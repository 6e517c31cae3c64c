"""Clients that mean no good, and large texts: the server answers clearly, and is as it was afterwards.

    python hostile.py .build/release/stet-server [--connections 10000]
"""

import argparse
import asyncio
import json
import resource
import socket
import threading
import time

import requests

from served import Checks, Served

check = Checks()
HEAD = "POST /v1/lint HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"


def exchange(port, pieces, pause=0.0, limit=40):
    """Sends pieces and reads to the end. What came, and the seconds that it took."""
    start = time.monotonic()
    with socket.create_connection(("127.0.0.1", port), timeout=limit) as connection:
        try:
            for piece in pieces:
                connection.sendall(piece)
                time.sleep(pause)
        except OSError:
            pass
        answer = b""
        try:
            while block := connection.recv(1 << 16):
                answer += block
        except OSError as error:
            answer += f" [{error}]".encode()
        return answer, time.monotonic() - start


def status(answer):
    return int(answer.split(b" ", 2)[1]) if answer.startswith(b"HTTP/1.1 ") else 0


def is_well(server):
    """A request of an honest client, and the seconds that it took."""
    start = time.monotonic()
    answer = requests.post(server.url + "v1/lint", json={"text": "She saw the the cat."}, timeout=30)
    return answer.status_code == 200 and "doubled-word" in answer.text, time.monotonic() - start


def single_clients(server):
    cases = [
        ("a huge Content-Length", [HEAD.encode() + b"Content-Length: 9999999999999\r\n\r\n"], 413),
        ("a Content-Length beyond 64 bits", [HEAD.encode() + b"Content-Length: 99999999999999999999999\r\n\r\n"], 400),
        ("a negative Content-Length", [HEAD.encode() + b"Content-Length: -1\r\n\r\n"], 400),
        ("no HTTP", [b"\x16\x03\x01\x02\x00\x01\x00" + b"\x00" * 200], 400),
        ("a long head", [b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"x" * 200_000 + b"\r\n\r\n"], 431),
        ("thousands of header fields", [b"GET / HTTP/1.1\r\nHost: localhost\r\n" + b"a: b\r\n" * 9_000 + b"\r\n"], 431),
        ("a body in endless chunks", [HEAD.encode() + b"Transfer-Encoding: chunked\r\n\r\n"]
         + [b"10000\r\n" + b"a" * 65_536 + b"\r\n"] * 100, 413),
        ("nested JSON", [HEAD.replace("text/plain", "application/json").encode()
         + b"Connection: close\r\nContent-Length: 200000\r\n\r\n" + b"[" * 200_000], 400),
        ("bytes that are no text", [HEAD.encode() + b"Connection: close\r\nContent-Length: 2560\r\n\r\n"
         + bytes(range(256)) * 10], 200),
    ]
    for name, pieces, expected in cases:
        answer, seconds = exchange(server.port, pieces)
        check(status(answer) == expected, f"{name}: {answer[:200]!r} after {seconds:.1f} s")


def slow_clients(server):
    """The server gives a body 20 s and a head 30 s."""
    results = {}

    def run(name, *arguments):
        results[name] = exchange(server.port, *arguments)

    threads = [
        threading.Thread(target=run, args=(
            "a slow body", [HEAD.encode() + b"Content-Length: 100\r\n\r\n"] + [b"a"] * 60, 0.5)),
        threading.Thread(target=run, args=("a body that stops", [HEAD.encode() + b"Content-Length: 100\r\n\r\nabc"])),
        threading.Thread(target=run, args=("a head that stops", [HEAD.encode()])),
        threading.Thread(target=run, args=("no byte at all", [])),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for name in ["a slow body", "a body that stops"]:
        answer, seconds = results[name]
        check(status(answer) == 408 and seconds < 35, f"{name}: {answer[:100]!r} after {seconds:.1f} s")
    for name in ["a head that stops", "no byte at all"]:
        answer, seconds = results[name]
        check(answer == b"" and seconds < 35, f"{name}: closed after {seconds:.1f} s with {answer[:100]!r}")


async def many_connections(server, count):
    """Opens connections that send half a head, and looks after an honest client meanwhile."""
    connections, refused, failed = [], 0, 0

    async def open_one():
        nonlocal refused, failed
        try:
            reader, writer = await asyncio.wait_for(asyncio.open_connection("127.0.0.1", server.port), 20)
            writer.write(b"GET /healthz HTTP/1.1\r\nHost: local")
            connections.append((reader, writer))
        except Exception:
            failed += 1

    for _ in range(count // 100):
        await asyncio.gather(*(open_one() for _ in range(100)))
    peak = server.megabytes()
    answers = {"open": 0, "503": 0, "closed": 0}

    async def look(reader):
        try:
            head = await asyncio.wait_for(reader.read(20), 3)
            answers["503" if b"503" in head else "closed"] += 1
        except asyncio.TimeoutError:
            answers["open"] += 1
        except OSError:
            answers["closed"] += 1

    well = await asyncio.to_thread(is_well_or_refused, server)
    await asyncio.gather(*(look(reader) for reader, _ in connections))
    for _, writer in connections:
        writer.close()
    return answers, failed, peak, well


def is_well_or_refused(server):
    try:
        answer = requests.get(server.url + "healthz", timeout=20)
        return answer.status_code
    except requests.RequestException as error:
        return type(error).__name__


def large_texts(server, limit):
    sentence = "The minister of Niger said on Monday that the the airbase would be closed. "
    for megabytes in [1, 10, 50]:
        text = (sentence * (megabytes * (1 << 20) // len(sentence))).encode()
        start = time.monotonic()
        answer = requests.post(
            server.url + "v1/lint", data=text, headers={"Content-Type": "text/plain"}, timeout=300)
        seconds = time.monotonic() - start
        print(f"  {megabytes} MB: {answer.status_code} after {seconds:.1f} s, {len(answer.content)} bytes, "
              f"memory {server.megabytes():.0f} MB, at most {server.status('VmHWM') / 1024:.0f} MB")
        expected = [200] if len(text) <= limit and megabytes == 1 else [413] if len(text) > limit else [200, 504]
        check(answer.status_code in expected, f"{megabytes} MB under a limit of {limit} bytes: {answer.text[:200]}")
        if answer.status_code != 200:
            check("nextStep" in json.loads(answer.text)["error"], f"{megabytes} MB: {answer.text[:200]}")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("server")
    options.add_argument("--connections", type=int, default=10_000)
    options = options.parse_args()
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))

    with Served(options.server) as server:
        is_well(server)
        before, files = server.megabytes(), server.descriptors()
        single_clients(server)
        slow_clients(server)
        print("texts under the standard limit of 2 MB:")
        large_texts(server, 2 << 20)
        check(is_well(server)[0], "an honest client is served afterwards")
        time.sleep(3)
        print(f"memory {before:.0f} -> {server.megabytes():.0f} MB, files {files} -> {server.descriptors()}")
        check(server.descriptors() <= files + 2, f"files stay open: {files} -> {server.descriptors()}")
        check(server.megabytes() < before + 60, f"memory {before:.0f} -> {server.megabytes():.0f} MB")

    for limit in [1_000, options.connections + 1_000]:
        with Served(options.server, "--max-connections", str(limit)) as server:
            is_well(server)
            before, files = server.megabytes(), server.descriptors()
            answers, failed, peak, well = asyncio.run(many_connections(server, options.connections))
            print(f"{options.connections} connections where {limit} may be open: {answers}, {failed} not opened, an honest "
                  f"client meanwhile: {well}; memory {before:.0f} -> {peak:.0f} MB")
            check(failed == 0, f"{failed} connections were not opened")
            check(well == (503 if limit == 1_000 else 200), f"an honest client among {limit}: {well}")
            check(answers["open"] <= limit and answers["open"] >= min(limit, options.connections) * 0.9,
                  f"open connections: {answers}")
            time.sleep(4)
            well, seconds = is_well(server)
            check(well, "an honest client is served afterwards")
            print(f"  afterwards: memory {server.megabytes():.0f} MB, files {files} -> {server.descriptors()}, "
                  f"an honest client is served in {1000 * seconds:.0f} ms")
            check(server.descriptors() <= files + 2, f"files stay open: {files} -> {server.descriptors()}")
            # What the system's allocator keeps is used again: a second wave needs no more.
            first = server.megabytes()
            asyncio.run(many_connections(server, options.connections))
            time.sleep(4)
            print(f"  after a second wave: memory {server.megabytes():.0f} MB")
            check(server.megabytes() < first * 1.15 + 10, f"memory {first:.0f} -> {server.megabytes():.0f} MB")

    with Served(options.server, "--max-body", "64M", "--max-time", "5") as server:
        print("texts under a limit of 64 MB and 5 s:")
        large_texts(server, 64 << 20)
        well, seconds = is_well(server)
        check(well, "an honest client is served while a long text is still worked on")
        print(f"  an honest client meanwhile: {1000 * seconds:.0f} ms")
        # A stop does not wait for a text that nobody waits for.
        status_, seconds = server.stop()
        check(status_ == 0 and seconds < 10, f"it ends with {status_} after {seconds:.1f} s")
    check.end("hostile clients")


main()
