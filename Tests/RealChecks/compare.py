#!/usr/bin/env python3
"""Is what svctop says true? Compares `svctop snapshot --output json` with independent figures.

    compare.py SNAPSHOT --exact EXACT [--tolerance 0.02] [--sql TEXT]
        with exact.py's JSON: requests and status classes exactly, p50, p95, p99 and max of every
        route within the tolerance, the first row of the snapshot is the route with the worst p95,
        and with --sql the costliest statement attributed to that route contains TEXT
    compare.py SNAPSHOT --prometheus URL [--tolerance 0.05] [--slack 0] [--min-requests 20]
        with a Prometheus server: rate and histogram_quantile(0.95) per route over the window
        of the snapshot, at the time it ends, without GET /metrics (see OBSERVERS)

SNAPSHOT may be `-`. Routes agree when they differ in parameter names only. One line per route and
figure that misses is marked; exit status 1 when anything missed, 2 when nothing could be compared.
--slack S also asks Prometheus for the same window S seconds earlier and later, and takes the
nearest value between them: its scrapes and svctop's are not at the same instants.
Standard library only.
"""
import argparse
import json
import math
import re
import sys
import urllib.error
import urllib.parse
import urllib.request
from datetime import datetime

LATENCIES = ("p50", "p95", "p99", "max")
CLASSES = ("1xx", "2xx", "3xx", "4xx", "5xx")
OBSERVERS = "GET /metrics"  # each observer counts its own scrapes at the edges of its window
ROW = "{:38} {:12} {:>12} {:>12} {:>9}  {}"


class Verdict:
    """Prints one row per comparison and remembers what missed."""

    def __init__(self, left, right):
        self.compared = 0
        self.misses = []
        print(ROW.format("ENDPOINT", "FIGURE", left, right, "OFF BY", ""))

    def row(self, subject, figure, ours, truth, off, missed, note=""):
        self.compared += 1
        if missed:
            self.misses.append(f"{subject} {figure}")
        mark = "MISS " if missed else ""
        print(ROW.format(subject[:38], figure, show(ours), show(truth), off, mark + note).rstrip())

    def exactly(self, subject, figure, ours, truth):
        self.row(subject, figure, ours, truth, "", ours != truth)

    def within(self, subject, figure, ours, truth, tolerance, note=""):
        if ours is None or truth is None:
            self.row(subject, figure, ours, truth, "", ours is not truth, note)
            return
        off = difference(ours, truth)
        self.row(subject, figure, ours, truth, f"{off:.2%}", off > tolerance, note)

    def claim(self, what, holds, note):
        self.compared += 1
        if not holds:
            self.misses.append(what)
        print(f"{'holds' if holds else 'MISS '}  {what}: {note}")

    def close(self):
        if not self.compared:
            print("nothing to compare")
            return 2
        print(f"{self.compared} compared, {len(self.misses)} missed" + "".join(f"\n  {miss}" for miss in self.misses))
        return 1 if self.misses else 0


def show(value):
    if value is None:
        return "-"
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def difference(ours, truth):
    return abs(ours - truth) / abs(truth) if truth else (0.0 if ours == 0 else math.inf)


def joined(method, route):
    """What two sources must agree on to mean the same endpoint: see interface.md."""
    segments = route.split("/")
    if len(segments) > 1 and segments[-1] == "":
        segments.pop()
    same = ["{}" if re.match(r"(\{.*\}|<.*>|:.*)\Z", segment) else segment for segment in segments]
    return f"{method} {'/'.join(same)}"


def by_endpoint(rows):
    return {joined(row["method"], row["route"]): row for row in rows}


def compare_exact(snapshot, exact, tolerance, sql):
    verdict = Verdict("svctop", "exact")
    ours, truths = by_endpoint(snapshot["endpoints"]), by_endpoint(exact["endpoints"])
    # Only the service's own metrics know these: what reached it without passing the proxy.
    extra = {name: row for name, row in ours.items() if name not in truths and row["requests"]}
    totals = snapshot["totals"]
    verdict.exactly("(total)", "requests", totals["requests"] - sum(row["requests"] for row in extra.values()),
                    exact["totals"]["requests"])
    for label in CLASSES:
        count = totals["status"].get(label, 0) - sum(row["status"].get(label, 0) for row in extra.values())
        verdict.exactly("(total)", label, count, exact["totals"]["status"][label])
    if not extra:
        for key in LATENCIES:
            verdict.within("(total)", f"{key} ms", totals["latency_ms"].get(key), exact["totals"]["latency_ms"][key],
                           tolerance)
    for name, truth in truths.items():
        row = ours.get(name)
        if row is None:
            verdict.row(truth["endpoint"], "row", None, truth["requests"], "", True)
            continue
        verdict.exactly(truth["endpoint"], "requests", row["requests"], truth["requests"])
        for label in CLASSES:
            if row["status"].get(label, 0) or truth["status"][label]:
                verdict.exactly(truth["endpoint"], label, row["status"].get(label, 0), truth["status"][label])
        for key in LATENCIES:
            verdict.within(truth["endpoint"], f"{key} ms", row["latency_ms"].get(key), truth["latency_ms"][key],
                           tolerance)
    for name, row in extra.items():
        print(f"not in the log: {row['endpoint']}, {row['requests']} requests")
    top = max(truths, key=lambda name: truths[name]["latency_ms"]["p95"])
    compare_top(verdict, snapshot, top, sql)
    return verdict.close()


def compare_top(verdict, snapshot, top, sql):
    first = snapshot["endpoints"][0] if snapshot["endpoints"] else None
    said = first["endpoint"] if first else "no endpoint"
    verdict.claim(f"top offender is {top}", bool(first) and joined(first["method"], first["route"]) == top, said)
    if not sql:
        return
    below = [
        query for query in snapshot["queries"]
        if any(joined(*endpoint.split(" ", 1)) == top for endpoint in query["endpoints"] if " " in endpoint)]
    below.sort(key=lambda query: -query["total_ms"])
    flat = " ".join(below[0]["fingerprint"].split()) if below else "no statement attributed"
    verdict.claim(f"below it stands {sql!r}", bool(below) and sql.lower() in flat.lower(), flat[:120])


def ask(url, query, at):
    """{(method, handler): value} of an instant query; NaN is left out: it means nothing happened."""
    target = f"{url.rstrip('/')}/api/v1/query?" + urllib.parse.urlencode({"query": query, "time": f"{at:.3f}"})
    with urllib.request.urlopen(target, timeout=10) as answer:
        result = json.load(answer)["data"]["result"]
    values = {}
    for series in result:
        value = float(series["value"][1])
        if not math.isnan(value):
            values[(series["metric"].get("method", ""), series["metric"].get("handler", ""))] = value
    return {joined(*name): value for name, value in values.items()}


def nearest(value, candidates):
    """The point of the candidates' range that is nearest to the value."""
    candidates = [candidate for candidate in candidates if candidate is not None]
    if not candidates:
        return None
    if value is None:
        return candidates[0]
    return min(max(value, min(candidates)), max(candidates))


def compare_prometheus(snapshot, url, tolerance, slack, least):
    verdict = Verdict("svctop", "prometheus")
    end = datetime.fromisoformat(snapshot["window"]["to"].replace("Z", "+00:00")).timestamp()
    seconds = snapshot["window"]["seconds"]
    window = f"{round(seconds * 1000)}ms"
    family = "http_request_duration_seconds"
    rate = f"sum by (handler, method)(rate({family}_count[{window}]))"
    p95 = f"histogram_quantile(0.95, sum by (le, handler, method)(rate({family}_bucket[{window}])))"
    instants = [end] if slack == 0 else [end, end - slack, end + slack]
    rates = [ask(url, rate, at) for at in instants]
    p95s = [ask(url, p95, at) for at in instants]
    last_bound = max(ask_bounds(url, family, end), default=math.inf)
    ours = by_endpoint(snapshot["endpoints"])
    print(f"window {window} to {snapshot['window']['to']}")
    for name in sorted(rates[0], key=lambda name: -p95s[0].get(name, 0)):
        expected = rates[0][name] * seconds
        row = ours.get(name)
        if name == OBSERVERS:
            continue
        if expected < least:
            if expected > 0:
                print(f"{name}: about {expected:.0f} requests, too few to judge")
            continue
        if row is None:
            verdict.row(name, "row", None, rates[0][name], "", True)
            continue
        verdict.within(name, "rate/s", row["rate"], nearest(row["rate"], [at.get(name) for at in rates]), tolerance)
        value = row["latency_ms"].get("p95")
        truth = nearest(value, [at[name] * 1000 for at in p95s if name in at])
        if truth is not None and truth >= last_bound * 1000:
            # Past the last finite bound both can only say "more than that".
            verdict.row(name, "p95 ms", value, truth, "", value is not None and value < truth, "beyond the last bound")
        else:
            verdict.within(name, "p95 ms", value, truth, tolerance)
    return verdict.close()


def ask_bounds(url, family, at):
    query = f"group by (le)({family}_bucket)"
    target = f"{url.rstrip('/')}/api/v1/query?" + urllib.parse.urlencode({"query": query, "time": f"{at:.3f}"})
    with urllib.request.urlopen(target, timeout=10) as answer:
        bounds = [float(series["metric"]["le"]) for series in json.load(answer)["data"]["result"]]
    return [bound for bound in bounds if bound != math.inf]


def load(path):
    if path == "-":
        return json.load(sys.stdin)
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("snapshot")
    parser.add_argument("--exact", metavar="EXACT")
    parser.add_argument("--prometheus", metavar="URL")
    parser.add_argument("--tolerance", type=float, help="0.02 with --exact, 0.05 with --prometheus")
    parser.add_argument("--sql", metavar="TEXT")
    parser.add_argument("--slack", type=float, default=0, metavar="SECONDS")
    parser.add_argument("--min-requests", type=int, default=20)
    options = parser.parse_args()
    if bool(options.exact) == bool(options.prometheus):
        parser.error("one of --exact and --prometheus")
    snapshot = load(options.snapshot)
    if options.exact:
        return compare_exact(snapshot, load(options.exact), options.tolerance or 0.02, options.sql)
    try:
        return compare_prometheus(
            snapshot, options.prometheus, options.tolerance or 0.05, options.slack, options.min_requests)
    except urllib.error.URLError as error:
        print(f"{options.prometheus}: {error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
