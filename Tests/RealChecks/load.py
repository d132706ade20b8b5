#!/usr/bin/env python3
"""A bounded load on app.py through nginx: the same requests in the same order every time.

    load.py DIR [--seconds 180] [--rate 40] [--seed 1] [--workers 24] [--url URL]

DIR is that of stack.sh (its `urls` says where nginx listens). Requests are sent at an even pace
whatever the answers take (an open loop), each route at an even pace of its own, so that two
windows a second apart see the same traffic. Every request goes to DIR/load.csv (sent, route,
status, milliseconds); a table per route is printed at the end. Standard library only.
"""
import argparse
import csv
import hashlib
import http.client
import json
import os
import queue
import random
import sys
import threading
import time
import uuid
from urllib.parse import urlsplit

from exact import quantile

AGENTS = (
    "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0",
    "python-requests/2.32.3",
    "okhttp/4.12.0",
)


def order_id(rnd):
    # One in ten is an order that does not exist.
    number = rnd.randint(1, 20000) + (1_000_000 if rnd.random() < 0.1 else 0)
    return uuid.UUID(hashlib.md5(b"order%d" % number).hexdigest())


# endpoint, share of the requests, (random) -> (target, body or None)
ROUTES = (
    ("GET /health", 3, lambda r: ("/health", None)),
    ("GET /api/users/{user_id}", 8, lambda r: (f"/api/users/{r.randint(1, 5000)}", None)),
    ("GET /api/users/{user_id}/feed", 4, lambda r: (f"/api/users/{r.randint(1, 5000)}/feed", None)),
    ("GET /api/search", 3, lambda r: (f"/api/search?q={r.randrange(16 ** 4):04x}&page={r.randint(1, 5)}", None)),
    ("POST /api/posts/generate", 2, lambda r: ("/api/posts/generate", {"topic": f"topic {r.randint(1, 99)}"})),
    ("GET /api/reports/{report_id}", 3, lambda r: (f"/api/reports/{r.randint(1, 1100)}", None)),
    ("GET /api/products/{product_id}", 8, lambda r: (f"/api/products/{min(int(r.paretovariate(0.7)), 60000)}", None)),
    ("GET /api/orders/{order_id}", 5, lambda r: (f"/api/orders/{order_id(r)}", None)),
    ("POST /api/orders", 2, lambda r: ("/api/orders", {
        "user_id": r.randint(1, 5000), "product_id": r.randint(1, 60000), "amount": r.choice((1, 2, 3, "many"))})),
    ("GET /favicon.ico", 1, lambda r: ("/favicon.ico", None)),
)


def schedule(count, rnd):
    """Yield `count` requests (endpoint, target, body, agent), every route spread evenly."""
    credit = [weight * rnd.random() for _, weight, _ in ROUTES]
    total = sum(weight for _, weight, _ in ROUTES)
    for _ in range(count):
        for index, (_, weight, _) in enumerate(ROUTES):
            credit[index] += weight
        chosen = max(range(len(ROUTES)), key=credit.__getitem__)
        credit[chosen] -= total
        endpoint, _, make = ROUTES[chosen]
        target, body = make(rnd)
        yield endpoint, target, body, rnd.choice(AGENTS)


def send(connection, target, body, agent):
    """The status of one request, 0 when there was no answer."""
    headers = {"User-Agent": agent}
    method, content = "GET", None
    if body is not None:
        method, content = "POST", json.dumps(body)
        headers["Content-Type"] = "application/json"
    try:
        connection.request(method, target, content, headers)
        answer = connection.getresponse()
        answer.read()
        return answer.status
    except (OSError, http.client.HTTPException):
        connection.close()
        return 0


def work(address, jobs, results):
    connection = http.client.HTTPConnection(address, timeout=60)
    while True:
        job = jobs.get()
        if job is None:
            connection.close()
            return
        endpoint, target, body, agent = job
        sent, started = time.time(), time.perf_counter()
        status = send(connection, target, body, agent)
        results.append((sent, endpoint, status, (time.perf_counter() - started) * 1000))


def run(address, seconds, rate, seed, workers):
    jobs, results = queue.Queue(), []
    threads = [threading.Thread(target=work, args=(address, jobs, results)) for _ in range(workers)]
    for thread in threads:
        thread.start()
    begun = time.monotonic()
    try:
        for number, job in enumerate(schedule(int(seconds * rate), random.Random(seed))):
            pause = begun + number / rate - time.monotonic()
            if pause > 0:
                time.sleep(pause)
            jobs.put(job)
    except KeyboardInterrupt:
        print("interrupted; waiting for what is under way", file=sys.stderr)
    for _ in threads:
        jobs.put(None)
    for thread in threads:
        thread.join()
    return sorted(results)


def report(results, elapsed):
    by_route = {}
    for _, endpoint, status, milliseconds in results:
        by_route.setdefault(endpoint, []).append((milliseconds, status))
    print(f"{'ENDPOINT':32} {'COUNT':>6} {'RATE/s':>7} {'P50 ms':>9} {'P95 ms':>9} {'P99 ms':>9}  STATUS")
    for endpoint, seen in sorted(by_route.items(), key=lambda item: -quantile(sorted(m for m, _ in item[1]), 0.95)):
        times = sorted(milliseconds for milliseconds, _ in seen)
        codes = {}
        for _, status in seen:
            codes[status] = codes.get(status, 0) + 1
        figures = " ".join(f"{quantile(times, q):9.1f}" for q in (0.5, 0.95, 0.99))
        statuses = " ".join(f"{code}:{count}" for code, count in sorted(codes.items()))
        print(f"{endpoint:32} {len(times):6} {len(times) / elapsed:7.2f} {figures}  {statuses}")
    print(f"{len(results)} requests in {elapsed:.1f} s, {len(results) / elapsed:.1f}/s")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dir")
    parser.add_argument("--seconds", type=float, default=180)
    parser.add_argument("--rate", type=float, default=40, help="requests per second, all routes together")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=24, help="most requests under way at once")
    parser.add_argument("--url", help="instead of NGINX_URL of DIR/urls")
    options = parser.parse_args()
    url = options.url
    if not url:
        with open(os.path.join(options.dir, "urls"), encoding="utf-8") as lines:
            url = dict(line.strip().split("=", 1) for line in lines)["NGINX_URL"]
    started = time.monotonic()
    results = run(urlsplit(url).netloc, options.seconds, options.rate, options.seed, options.workers)
    elapsed = time.monotonic() - started
    with open(os.path.join(options.dir, "load.csv"), "w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(("sent", "endpoint", "status", "milliseconds"))
        table.writerows((f"{sent:.3f}", endpoint, status, f"{ms:.3f}") for sent, endpoint, status, ms in results)
    report(results, elapsed)
    # A load that reached nobody proves nothing.
    return 0 if any(status for _, _, status, _ in results) else 1


if __name__ == "__main__":
    sys.exit(main())
