#!/usr/bin/env python3
"""Compares what svctop said of the targets of metrics.sh with what was sent and with Prometheus.

    metrics_compare.py DIR [--prometheus URL]

Requests and status classes of services that are one process are compared exactly, cache hits and
misses of Redis and Django too: the load lies within the window. Processes that take turns show
what each has counted when it was last asked: at least half and never more than was sent. Memory
is compared with /proc within 15 %, pools with what the load holds.
Prometheus scrapes every second and extrapolates to the edges of a window: rates within 8 %,
histogram_quantile(0.95) of the same buckets within 3 %.
"""
import argparse
import json
import sys
import urllib.parse
import urllib.request
from datetime import datetime

# Route and counter of each service as Prometheus names them: counter, its selector, bucket family.
SERVICES = {
    "instrumentator": ("http_requests_total", 'handler="/instrumentator/{}"', "http_request_duration_seconds", 1),
    "starlette": ("starlette_requests_total", 'path="/starlette/{}"', "starlette_request_duration_seconds", 1),
    "flask": ("flask_http_request_total", None, "flask_http_request_duration_seconds", 1),
    "django": ("django_http_requests_total_by_view_transport_method_total", 'view="__main__.{}"',
               "django_http_requests_latency_seconds_by_view_method", 1),
    "otel": ("http_server_duration_milliseconds_count", 'http_target="/otel/{}"',
             "http_server_duration_milliseconds", 1000),
    "performance": None,
    "workers": None,
    "bare": None,
}
BUCKET_ROUTE = {"flask": 'url_rule="/flask/{}"'}
TURNS = ("workers", "bare")


class Verdict:
    def __init__(self):
        self.compared, self.missed = 0, []

    def row(self, what, ours, truth, holds):
        self.compared += 1
        if not holds:
            self.missed.append(what)
        print(f"{'ok  ' if holds else 'MISS'}  {what:48} {show(ours):>12} {show(truth):>12}")

    def exactly(self, what, ours, truth):
        self.row(what, ours, truth, ours == truth)

    def within(self, what, ours, truth, tolerance):
        holds = ours is not None and truth is not None and abs(ours - truth) <= tolerance * abs(truth)
        self.row(what, ours, truth, holds)


def show(value):
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def ask(url, query, at):
    query = urllib.parse.urlencode({"query": query, "time": f"{at:.3f}"})
    with urllib.request.urlopen(f"{url}/api/v1/query?{query}", timeout=5) as answer:
        found = json.load(answer)["data"]["result"]
    return float(found[0]["value"][1]) if found else None


def endpoint_of(snapshot, name, route):
    """The row of a route of a service, whatever its parameter is called."""
    method = "POST" if route == "orders" else "GET"
    for row in snapshot["endpoints"]:
        last = row["route"].replace("__main__.", "/django/").split(f"/{name}/")[-1]
        if row["sources"][:1] == [name] and row["method"] == method and last.startswith(route[:4]):
            return row
    return None


def compare_sent(verdict, snapshot, sent):
    for name in SERVICES:
        if name not in sent:
            continue
        for key, count in sent[name].items():
            _, route, status = key.split()
            row = endpoint_of(snapshot, name, route)
            ours = row and row["requests"]
            if name in TURNS:
                verdict.row(f"{name} {route}: requests, of 2 processes", ours, count,
                            ours is not None and 0.5 * count <= ours <= count)
                continue
            verdict.exactly(f"{name} {route}: requests", ours, count)
            statuses = {word: n for word, n in (row["status"] if row else {}).items() if n}
            # The in-house JSON tells errors; what is left went well.
            word = f"{status[0]}xx"
            verdict.exactly(f"{name} {route}: statuses", statuses, {word: count})
    if "nginx" in sent:
        ours = next((row["requests"] for row in snapshot["endpoints"] if "nginx" in row["sources"]), None)
        # nginx counts the exporter's own reading of its status page as well.
        verdict.row("nginx: requests, with those of the exporter", ours, sent["nginx"]["200"],
                    ours is not None and sent["nginx"]["200"] <= ours <= sent["nginx"]["200"] + 60)
    caches = {row["source"]: row for row in reversed(snapshot["caches"])}
    if "redis" in sent:
        for field in ("hits", "misses"):
            verdict.exactly(f"redis: {field}", int(caches.get("redis", {}).get(field) or 0), sent["redis"][field])
    if "django" in sent:
        for field in ("hits", "misses"):
            verdict.exactly(f"django cache: {field}", int(caches.get("django", {}).get(field) or 0),
                            sent["django"]["GET users 200"])
    pools = {row["source"]: row for row in snapshot["pools"]}
    if "pgbouncer" in sent:
        pool = pools.get("pgbouncer", {})
        verdict.row("pgbouncer: connections in use, of 2 held", pool.get("in_use"), 2, (pool.get("in_use") or 0) >= 2)
        verdict.exactly("pgbouncer: limit", pool.get("limit"), 7.0)


def compare_state(verdict, snapshot, directory):
    memory = {row["source"]: row["resident_bytes"] for row in snapshot["memory"]}
    for name in ("instrumentator", "starlette", "flask", "django", "otel", "performance", "prometheus"):
        try:
            with open(f"{directory}/{name}.rss", encoding="utf-8") as file:
                truth = int(file.read()) * 1024
        except (OSError, ValueError):
            continue
        if name in memory:
            verdict.within(f"{name}: resident memory", memory[name] and int(memory[name]), truth, 0.15)
    if any(source["name"] == "postgres" for source in snapshot["sources"]):
        pool = next((row for row in snapshot["pools"] if row["source"] == "postgres"), {})
        verdict.exactly("postgres: max_connections", pool.get("limit"), 50.0)
    for source in snapshot["sources"]:
        verdict.exactly(f"{source['name']}: state and lines not read",
                        [source["state"], source["unparsed"]], ["ok", 0])
    for name in TURNS:
        source = next((one for one in snapshot["sources"] if one["name"] == name), None)
        if source:
            says = any("answer in turn" in note for note in source["notes"])
            verdict.exactly(f"{name}: says that processes take turns", says, True)


def compare_prometheus(verdict, snapshot, sent, url):
    window = snapshot["window"]
    end = datetime.fromisoformat(window["to"].replace("Z", "+00:00")).timestamp()
    seconds = round(window["seconds"])
    for name, rule in SERVICES.items():
        if rule is None or name not in sent:
            continue
        counter, selector, buckets, scale = rule
        for route in ("users", "orders"):
            row = endpoint_of(snapshot, name, route)
            if row is None:
                continue
            pattern = {"users": "user.*", "orders": "orders.*"}[route]
            chosen = f'{{job="{name}"' + ("," + selector.format(pattern).replace("=", "=~") if selector else "") + "}"
            if selector:
                truth = ask(url, f"sum(rate({counter}{chosen}[{seconds}s]))", end)
                verdict.within(f"{name} {route}: rate as in Prometheus", row["rate"], truth, 0.08)
            label = BUCKET_ROUTE.get(name, selector).format(pattern).replace("=", "=~")
            expression = f'sum by (le) (rate({buckets}_bucket{{job="{name}",{label}}}[{seconds}s]))'
            truth = ask(url, f"histogram_quantile(0.95, {expression})", end)
            truth = truth and truth * 1000 / scale
            verdict.within(f"{name} {route}: p95 as in Prometheus", row["latency_ms"]["p95"], truth, 0.03)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("dir")
    parser.add_argument("--prometheus", default="")
    options = parser.parse_args()
    with open(f"{options.dir}/metrics.json", encoding="utf-8") as file:
        snapshot = json.load(file)
    with open(f"{options.dir}/sent.json", encoding="utf-8") as file:
        sent = json.load(file)
    verdict = Verdict()
    compare_sent(verdict, snapshot, sent)
    compare_state(verdict, snapshot, options.dir)
    if options.prometheus:
        compare_prometheus(verdict, snapshot, sent, options.prometheus)
    print(f"{verdict.compared} compared, {len(verdict.missed)} missed")
    for miss in verdict.missed:
        print(f"  {miss}")
    return 1 if verdict.missed or not verdict.compared else 0


if __name__ == "__main__":
    sys.exit(main())
