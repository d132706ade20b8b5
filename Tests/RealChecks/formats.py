#!/usr/bin/env python3
"""The client, the backend and the judge of formats.sh. Standard library only.

    formats.py serve PORT                            the backend; sleeps as long as the path says
    formats.py drive URL --sent FILE                 sends the requests, writes down what was sent
    formats.py wrap LOG                              LOG.syslog, LOG.docker, LOG.journal of the same lines
    formats.py requests SVCTOP LOG --layout L --sent FILE
    formats.py statements SVCTOP LOG --layout L --sent FILE
    formats.py pools|redis|quiet SVCTOP LOG

The judges compare `svctop snapshot --output json LOG` (no --format) with formats_reading.py and with
what was sent: counts and status classes exactly; p50 and p95 must lie between the neighbours of
that rank in the sorted durations, give or take the 0.54 % of the histogram and a rounding. Also the
application of gunicorn and uWSGI (`application`) and of uvicorn (`asgi`). Exit status 1: something missed.
"""
import argparse
import asyncio
import http.client
import json
import math
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

import formats_reading as reading

# Route, method, paths, status, milliseconds the backend takes.
PLAN = [
    ("/api/items/{id}", "GET", [f"/api/items/{7000 + i}" for i in range(60)], 200, 15),
    ("/api/report", "GET", [f"/api/report?day=2026-01-{i + 1:02}" for i in range(15)], 200, 120),
    ("/api/orders", "POST", ["/api/orders"] * 20, 201, 40),
    ("/api/gone/{id}", "GET", [f"/api/gone/{90 + i}" for i in range(12)], 404, 5),
    ("/api/broken", "PUT", ["/api/broken"] * 8, 503, 30),
]
SQL_SECRETS = ("hush", "8150")


def behaviour(path):
    """Status and seconds of a path."""
    for route, _, _, status, milliseconds in PLAN:
        if path.startswith(route.split("{")[0]):
            return status, milliseconds / 1000
    return 404, 0


class Backend(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self):
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        status, seconds = behaviour(self.path)
        time.sleep(seconds)
        self.send_response(status)
        self.send_header("Content-Length", "3")
        self.end_headers()
        self.wfile.write(b"ok\n")

    do_GET = do_POST = do_PUT = answer

    def log_message(self, *arguments):
        pass


def application(environ, start_response):
    status, seconds = behaviour(environ["PATH_INFO"])
    time.sleep(seconds)
    start_response(f"{status} {http.client.responses[status]}", [("Content-Length", "3")])
    return [b"ok\n"]


async def asgi(scope, receive, send):
    if scope["type"] == "lifespan":
        while (await receive())["type"] != "lifespan.shutdown":
            await send({"type": "lifespan.startup.complete"})
        await send({"type": "lifespan.shutdown.complete"})
        return
    status, seconds = behaviour(scope["path"])
    await asyncio.sleep(seconds)
    await send({"type": "http.response.start", "status": status, "headers": [(b"content-length", b"3")]})
    await send({"type": "http.response.body", "body": b"ok\n"})


def drive(url, sent):
    """Sends the plan, four requests at a time; keeps milliseconds by endpoint as the client saw them."""
    host = urlsplit(url).netloc

    def one(request):
        endpoint, method, path, expected = request
        connection = http.client.HTTPConnection(host, timeout=20)
        began = time.monotonic()
        connection.request(method, path, headers={"User-Agent": 'check/1 "quoted"'})
        answer = connection.getresponse()
        answer.read()
        taken = (time.monotonic() - began) * 1000
        connection.close()
        if answer.status != expected:
            raise SystemExit(f"{method} {path}: {answer.status} instead of {expected}")
        return endpoint, taken

    jobs = [(f"{method} {route}", method, path, status)
            for route, method, paths, status, _ in PLAN for path in paths]
    jobs = [jobs[(i * 37) % len(jobs)] for i in range(len(jobs))]
    seen = {}
    with ThreadPoolExecutor(4) as pool:
        for endpoint, taken in pool.map(one, jobs):
            seen.setdefault(endpoint, []).append(taken)
    with open(sent, "w", encoding="utf-8") as file:
        json.dump(seen, file)


class Verdict:
    def __init__(self):
        self.compared = self.missed = 0

    def holds(self, what, isTrue, said=""):
        self.compared += 1
        if not isTrue:
            self.missed += 1
            print(f"MISS {what} {said}")

    def equal(self, what, ours, truth):
        self.holds(what, ours == truth, f"svctop {ours!r}, expected {truth!r}")

    def quantile(self, what, ours, durations, q, slack):
        """A histogram may answer with any value between the two neighbours of the rank."""
        if ours is None:
            return self.holds(what, False, "not known")
        ordered = sorted(durations)
        rank = q * (len(ordered) - 1)
        low = ordered[max(0, math.floor(rank))]
        high = ordered[min(len(ordered) - 1, math.floor(rank) + 1)]
        self.holds(what, low * 0.9945 - slack <= ours <= high * 1.0055 + slack, f"{ours} not in {low} to {high}")

    def close(self, said):
        source = said["sources"][0]
        print(f"{source['recognised']}, {source['lines']} lines, {source['unparsed']} not understood: "
              f"{self.compared} compared, {self.missed} missed")
        return 1 if self.missed or not self.compared else 0


def snapshot(svctop, log):
    run = subprocess.run([svctop, "snapshot", "--output", "json", log], capture_output=True, text=True, check=False)
    if run.returncode != 0:
        raise SystemExit(f"MISS svctop ended with {run.returncode}: {run.stderr.strip()}")
    return json.loads(run.stdout)


def judge_requests(svctop, log, layout, sent):
    said, verdict = snapshot(svctop, log), Verdict()
    rows = {row["endpoint"]: row for row in said["endpoints"]}
    truth = reading.requests(log, layout)
    with open(sent, encoding="utf-8") as file:
        clients = json.load(file)
    verdict.equal("endpoints", sorted(rows), sorted(clients))
    verdict.equal("total", said["totals"]["requests"], sum(map(len, clients.values())))
    verdict.equal("not understood", said["sources"][0]["unparsed"], 0)
    for route, method, paths, status, milliseconds in PLAN:
        name = f"{method} {route}"
        row = rows.get(name)
        if row is None:
            continue
        entries = truth.get(name, [])
        verdict.equal(f"{name} requests", row["requests"], len(paths))
        verdict.equal(f"{name} independently read", len(entries), len(paths))
        classes = {key: count for key, count in row["status"].items() if count}
        verdict.equal(f"{name} status", classes, {f"{status // 100}xx": len(paths)})
        verdict.equal(f"{name} status independently read", {code for code, _ in entries}, {status})
        durations = [seconds * 1000 for _, seconds in entries if seconds is not None]
        if not durations:
            verdict.equal(f"{name} durations", (row["latency_ms"] or {}).get("count") or 0, 0)
            continue
        verdict.equal(f"{name} durations", row["latency_ms"]["count"], len(durations))
        for q in (50, 95):
            ours = row["latency_ms"][f"p{q}"]
            verdict.quantile(f"{name} p{q}", ours, durations, q / 100, 0.002)
            if ours is not None:
                verdict.holds(f"{name} p{q} as sent", milliseconds - 2 <= ours <= max(clients[name]) + 2,
                              f"{ours}, slept {milliseconds}, client's longest {max(clients[name]):.1f}")
    return verdict.close(said)


def judge_statements(svctop, log, layout, sent):
    said, verdict = snapshot(svctop, log), Verdict()
    truth = reading.statements(log, layout)
    plain = {reading.shape(query["fingerprint"]): query for query in said["queries"]}
    verdict.equal("not understood", said["sources"][0]["unparsed"], 0)
    with open(sent, encoding="utf-8") as file:
        plan = [line.rstrip("\n").split(" ", 2) for line in file]
    for count, milliseconds, statement in plan:
        if layout == "mariadb":
            statement = statement.replace("pg_sleep", "sleep")
        name = reading.shape(statement)
        query, durations = plain.get(name), truth.get(name, [])
        verdict.holds(f"statement {name}", query is not None, f"not among {sorted(plain)}")
        if query is None:
            continue
        verdict.equal(f"{name[:40]} calls", query["calls"], int(count))
        verdict.equal(f"{name[:40]} independently read", len(durations), int(count))
        for q in (50, 95):
            key = f"p{q}"
            verdict.quantile(f"{name[:40]} {key}", query["latency_ms"].get(key), durations, q / 100, 0.002)
            ours = query["latency_ms"].get(key) or 0
            verdict.holds(f"{name[:40]} {key} as sent", int(milliseconds) <= ours <= int(milliseconds) + 60, f"{ours}")
    no_secret(verdict, said)
    return verdict.close(said)


def no_secret(verdict, said):
    for query in said["queries"]:
        for secret in SQL_SECRETS:
            verdict.holds(f"no {secret}", secret not in query["fingerprint"], query["fingerprint"])


def judge_pools(svctop, log):
    said, verdict = snapshot(svctop, log), Verdict()
    verdict.equal("recognised", said["sources"][0]["recognised"], ["pgbouncer"])
    verdict.equal("not understood", said["sources"][0]["unparsed"], 0)
    with open(log, encoding="utf-8") as file:
        stats = sum(" stats: " in line for line in file)
    verdict.holds("statistics were logged", stats >= 2, f"{stats} lines")
    verdict.equal("requests invented", said["totals"]["requests"], 0)
    return verdict.close(said)


def judge_redis(svctop, log):
    said, verdict = snapshot(svctop, log), Verdict()
    truth = reading.slowlog(log)
    ours = {}
    for query in said["queries"]:
        word = query["fingerprint"].split()[0].lower()
        ours[word] = ours.get(word, 0) + query["calls"]
    verdict.equal("calls by command", ours, {word: len(times) for word, times in truth.items()})
    debug = next((query for query in said["queries"] if query["fingerprint"].lower().startswith("debug")), None)
    verdict.holds("DEBUG SLEEP is there", debug is not None)
    if debug:
        verdict.quantile("DEBUG p50", debug["latency_ms"]["p50"], truth["debug"], 0.5, 0.002)
    no_secret(verdict, said)
    return verdict.close(said)


def judge_quiet(svctop, log):
    said, verdict = snapshot(svctop, log), Verdict()
    verdict.equal("requests invented", said["totals"]["requests"], 0)
    verdict.equal("statements invented", said["queries"], [])
    return verdict.close(said)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what")
    parser.add_argument("arguments", nargs="+")
    parser.add_argument("--layout")
    parser.add_argument("--sent")
    options = parser.parse_args()
    arguments = options.arguments
    match options.what:
        case "serve":
            ThreadingHTTPServer.request_queue_size = 64
            ThreadingHTTPServer(("127.0.0.1", int(arguments[0])), Backend).serve_forever()
        case "drive": drive(arguments[0], options.sent)
        case "wrap": reading.wrap(arguments[0])
        case "requests": return judge_requests(*arguments, options.layout, options.sent)
        case "statements": return judge_statements(*arguments, options.layout, options.sent)
        case "pools": return judge_pools(*arguments)
        case "redis": return judge_redis(*arguments)
        case "quiet": return judge_quiet(*arguments)
        case _: parser.error(f"what is {options.what}?")
    return 0


if __name__ == "__main__":
    sys.exit(main())
