#!/usr/bin/env python3
"""The least that could pass check two: a snapshot from two scrapes, the window's rate and p95.

    twoscrapes.py METRICS_URL --interval SECONDS > snapshot.json
    twoscrapes.py FIRST_BODY SECOND_BODY --interval SECONDS > snapshot.json

It shows that compare.py can be satisfied by honest figures (and how near two observers of the
same application come), before svctop is in question. Knows http_request_duration_seconds of
prometheus-fastapi-instrumentator and nothing else. Standard library only.
"""
import argparse
import json
import math
import re
import sys
import time
import urllib.request
from datetime import datetime, timezone

SAMPLE = re.compile(r"http_request_duration_seconds_bucket\{(.*)\} (\S+)")
LABEL = re.compile(r'(\w+)="((?:[^"\\]|\\.)*)"')


def parse(body):
    """{(method, handler): {le: cumulative count}}."""
    series = {}
    for line in body.splitlines():
        match = SAMPLE.match(line)
        if not match:
            continue
        labels = dict(LABEL.findall(match.group(1)))
        buckets = series.setdefault((labels["method"], labels["handler"]), {})
        buckets[float(labels["le"])] = float(match.group(2))
    return series


def histogram_quantile(q, buckets):
    """As promql/quantile.go does it for bounds that are positive and counts that rise."""
    bounds = sorted(buckets)
    total = buckets[bounds[-1]]
    if total == 0 or len(bounds) < 2:
        return None
    rank = q * total
    below = lower = 0.0
    for bound in bounds:
        if buckets[bound] >= rank:
            if math.isinf(bound):
                return lower
            return lower + (bound - lower) * (rank - below) / (buckets[bound] - below)
        below, lower = buckets[bound], bound
    return None


def snapshot(first, second, started, ended):
    seconds = ended - started
    rows = []
    earlier = parse(first)
    for name, buckets in parse(second).items():
        before = earlier.get(name, {})
        window = {bound: count - before.get(bound, 0) for bound, count in buckets.items()}
        p95 = histogram_quantile(0.95, window)
        rows.append({
            "endpoint": " ".join(name), "method": name[0], "route": name[1],
            "requests": int(window[math.inf]), "rate": window[math.inf] / seconds, "status": {},
            "latency_ms": {"count": int(window[math.inf]), "p95": None if p95 is None else p95 * 1000}})
    rows.sort(key=lambda row: -(row["latency_ms"]["p95"] or 0))
    return {"schema": 1, "window": {"from": iso(started), "to": iso(ended), "seconds": seconds},
            "endpoints": rows, "queries": []}


def iso(seconds):
    return datetime.fromtimestamp(seconds, timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def scrape(url):
    before = time.time()
    with urllib.request.urlopen(url, timeout=10) as answer:
        body = answer.read().decode()
    return body, (before + time.time()) / 2


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", nargs="+")
    parser.add_argument("--interval", type=float, default=60)
    options = parser.parse_args()
    if len(options.source) == 2:
        bodies = []
        for path in options.source:
            with open(path, encoding="utf-8") as file:
                bodies.append(file.read())
        result = snapshot(bodies[0], bodies[1], 0, options.interval)
    else:
        first, started = scrape(options.source[0])
        time.sleep(options.interval)
        second, ended = scrape(options.source[0])
        result = snapshot(first, second, started, ended)
    json.dump(result, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
