#!/usr/bin/env python3
"""The truth about an access log: every request kept, every quantile from a full sort.

    exact.py ACCESS_LOG [--since SECONDS] [--from ISO] [--to ISO]   nginx in front of app.py
    exact.py --generated FILE                                       a log of bench/gen.py

The log is nginx's `combined` with $request_time as the last field. Paths become the route
templates of app.py, or with --generated every segment of digits becomes {id}; query strings are
dropped. --since counts back from the last line; --from is inclusive, --to is not (stamps are
whole seconds). Quantiles: rank q(n-1), linear between neighbours (Hyndman-Fan type 7, numpy's and
Prometheus' quantile()). JSON on stdout, in the words of `svctop snapshot --output json`.
Slow and plain on purpose: it shares nothing with what it checks. Standard library only.
"""
import argparse
import calendar
import json
import re
import sys
from datetime import datetime, timezone

LINE = re.compile(
    r'\S+ - \S+ \[(?P<time>[^\]]+)\] "(?P<method>[A-Z]+) (?P<target>\S+) HTTP/[\d.]+" '
    r'(?P<status>\d{3}) \d+ "(?:[^"\\]|\\.)*" "(?:[^"\\]|\\.)*" (?P<seconds>\d+\.\d+)\Z')
KNOWN_ROUTES = [
    (re.compile(pattern + r"\Z"), template)
    for pattern, template in (
        (r"/api/users/\d+", "/api/users/{user_id}"),
        (r"/api/users/\d+/feed", "/api/users/{user_id}/feed"),
        (r"/api/reports/\d+", "/api/reports/{report_id}"),
        (r"/api/products/\d+", "/api/products/{product_id}"),
        (r"/api/orders/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "/api/orders/{order_id}"),
    )
]
MONTHS = {name: number for number, name in enumerate(calendar.month_abbr) if name}
CLASSES = ("1xx", "2xx", "3xx", "4xx", "5xx")


def quantile(ordered, q):
    """Quantile q of an ascending list: rank q(n-1), linear between the two neighbours."""
    rank = q * (len(ordered) - 1)
    low = int(rank)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (rank - low)


def known_route(path):
    for pattern, template in KNOWN_ROUTES:
        if pattern.match(path):
            return template
    return path


def generated_route(path):
    return "/".join("{id}" if segment.isdigit() else segment for segment in path.split("/"))


def seconds_of(stamp):
    """Seconds since 1970 of `01/Jan/2026:00:00:00 +0000`."""
    day, month, year = int(stamp[0:2]), MONTHS[stamp[3:6]], int(stamp[7:11])
    hour, minute, second = int(stamp[12:14]), int(stamp[15:17]), int(stamp[18:20])
    offset = (int(stamp[22:24]) * 60 + int(stamp[24:26])) * 60
    local = calendar.timegm((year, month, day, hour, minute, second))
    return local + offset if stamp[21] == "-" else local - offset


def read(path, route_of):
    """([(time, method, route, status, milliseconds)], lines, lines that are no request)."""
    requests, lines, routes, times = [], 0, {}, {}
    with open(path, encoding="utf-8", errors="surrogateescape") as file:
        for lines, line in enumerate(file, 1):
            match = LINE.match(line.rstrip("\n"))
            if not match:
                continue
            stamp, method, target, status, seconds = match.group("time", "method", "target", "status", "seconds")
            if stamp not in times:
                times[stamp] = seconds_of(stamp)
            route = routes.get(target)
            if route is None:
                route = routes[target] = route_of(target.split("?", 1)[0])
            requests.append((times[stamp], method, route, int(status), float(seconds) * 1000))
    return requests, lines, lines - len(requests)


def summary(requests):
    """Count, status classes and latencies of some requests."""
    status = dict.fromkeys(CLASSES, 0)
    for _, _, _, code, _ in requests:
        status[f"{code // 100}xx"] += 1
    ordered = sorted(request[4] for request in requests)
    latency = {"count": len(ordered), "mean": sum(ordered) / len(ordered), "max": ordered[-1]}
    for q in (50, 90, 95, 99):
        latency[f"p{q}"] = quantile(ordered, q / 100)
    return {"requests": len(requests), "status": status, "error_rate": status["5xx"] / len(requests),
            "latency_ms": {key: round(value, 6) for key, value in latency.items()}}


def iso(seconds):
    return datetime.fromtimestamp(seconds, timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def parse_iso(text):
    moment = datetime.fromisoformat(text.replace("Z", "+00:00"))
    return (moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)).timestamp()


def describe(path, route_of, since=None, begin=None, end=None):
    requests, lines, unparsed = read(path, route_of)
    if since is not None and requests:
        begin = max(request[0] for request in requests) - since + 1
    requests = [r for r in requests if (begin is None or r[0] >= begin) and (end is None or r[0] < end)]
    if not requests:
        raise SystemExit(f"{path}: no request in that window ({lines} lines, {unparsed} not understood)")
    rows = {}
    for request in requests:
        rows.setdefault((request[1], request[2]), []).append(request)
    endpoints = [
        {"endpoint": f"{method} {route}", "method": method, "route": route, **summary(members)}
        for (method, route), members in rows.items()]
    endpoints.sort(key=lambda row: (-row["latency_ms"]["p95"], row["endpoint"]))
    first, last = min(r[0] for r in requests), max(r[0] for r in requests)
    return {"log": path, "lines": lines, "unparsed": unparsed,
            "window": {"from": iso(first), "to": iso(last), "seconds": last - first},
            "totals": summary(requests), "endpoints": endpoints}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("log", nargs="?")
    parser.add_argument("--generated", metavar="FILE")
    parser.add_argument("--since", type=float, metavar="SECONDS")
    parser.add_argument("--from", dest="begin", type=parse_iso, metavar="ISO")
    parser.add_argument("--to", dest="end", type=parse_iso, metavar="ISO")
    options = parser.parse_args()
    if bool(options.log) == bool(options.generated):
        parser.error("one log: ACCESS_LOG or --generated FILE")
    route_of = generated_route if options.generated else known_route
    result = describe(options.generated or options.log, route_of, options.since, options.begin, options.end)
    json.dump(result, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
