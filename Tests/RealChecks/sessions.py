#!/usr/bin/env python3
"""The truth about the sessions of an access log, and whether a snapshot tells it.

    sessions.py ACCESS_LOG [--gap SECONDS] [--active SECONDS]        JSON on stdout
    sessions.py ACCESS_LOG --compare SNAPSHOT [--tolerance SHARE]    exit 1 when it is off

The log is nginx's or Apache's `combined`, with or without more fields. Who asked is the user of
the line, else address and agent. A session is the requests of one of them with no pause longer
than the gap; one request lasts 0 s. Every request is kept and sorted, percentiles are nearest
rank: the least value that so many of the sessions do not exceed. SNAPSHOT is what
`svctop snapshot --output json --window all` wrote. All of it must be equal (times to the
millisecond), unless the snapshot says that it is an estimate from a sample: the number of sessions
may then be off by the tolerance, means, percentiles and the number of active sessions by four
standard deviations, and the maximum may be less. Slow and plain on purpose: it shares
nothing with what it checks. Standard library only.
"""
import argparse
import json
import math
import re
import statistics
import sys
from collections import defaultdict
from datetime import datetime

LINE = re.compile(
    r'(?P<address>\S+) \S+ (?P<user>\S+) \[(?P<time>[^\]]+)\] "(?:[^"\\]|\\.)*" \d{3} \S+'
    r'(?: "(?:[^"\\]|\\.)*" "(?P<agent>(?:[^"\\]|\\.)*)")?')
RANKS = (("p50", 0.5), ("p90", 0.9), ("p95", 0.95), ("p99", 0.99))


def seconds_of(stamp, known={}):
    """Seconds since 1970 of `01/Jan/2026:00:00:00 +0000`."""
    if stamp not in known:
        if len(known) > 10_000:
            known.clear()
        known[stamp] = datetime.strptime(stamp, "%d/%b/%Y:%H:%M:%S %z").timestamp()
    return known[stamp]


def requests_of(lines):
    """The times of each visitor's requests."""
    times = defaultdict(list)
    for line in lines:
        found = LINE.match(line)
        if not found:
            continue
        agent = found["agent"] if found["agent"] not in (None, "-") else ""
        who = ("user", found["user"]) if found["user"] != "-" else (found["address"], agent)
        times[who].append(seconds_of(found["time"]))
    return times


def sessions_of(times, gap):
    """First, last and number of requests of every session."""
    for moments in times.values():
        moments.sort()
        first = last = moments[0]
        count = 0
        for moment in moments:
            if moment - last > gap:
                yield first, last, count
                first, count = moment, 0
            last = moment
            count += 1
        yield first, last, count


def at_rank(ordered, rank):
    """The least value that a share `rank` of the ascending list does not exceed."""
    return ordered[min(len(ordered), max(1, math.ceil(rank * len(ordered)))) - 1]


def figures(ordered, factor=1.0):
    """Mean, percentiles and maximum of an ascending list."""
    result = {"count": len(ordered), "mean": factor * math.fsum(ordered) / len(ordered)}
    for name, rank in RANKS:
        result[name] = factor * at_rank(ordered, rank)
    result["max"] = factor * ordered[-1]
    return result


def truth(sessions, active):
    end = max(last for _, last, _ in sessions)
    return {
        "active": sum(last >= end - active for _, last, _ in sessions),
        "count": len(sessions),
        "duration_ms": figures(durations(sessions), 1000.0),
        "requests": figures(counts(sessions)),
    }


def durations(sessions):
    return sorted(last - first for first, last, _ in sessions)


def counts(sessions):
    return sorted(count for _, _, count in sessions)


def is_close(path, right, said, sessions, told, tolerance):
    """Whether a figure is what it should be, as exactly as the snapshot claims."""
    if not told["estimate"]:
        return abs(said - right) <= (0.001 if path[0] == "duration_ms" else 1e-6)
    if path[-1] == "max":
        return said <= right
    if path == ("active",):
        return abs(said - right) <= 4 * math.sqrt(max(1, right) * told["count"] / told["sampled"])
    if path[-1] == "count":
        return abs(said - right) <= tolerance * right
    ordered, factor = (
        (durations(sessions), 1000.0) if path[0] == "duration_ms" else (counts(sessions), 1.0))
    if path[-1] == "mean":
        deviation = statistics.pstdev(ordered) / math.sqrt(told["sampled"])
        return abs(said - right) <= 4 * factor * deviation
    rank = dict(RANKS)[path[-1]]
    off = 4 * math.sqrt(rank * (1 - rank) / told["sampled"])
    return factor * at_rank(ordered, rank - off) <= said <= factor * at_rank(ordered, rank + off)


def compare(true, told, sessions, tolerance):
    """Prints both beside each other; whether all of it is as it should be."""
    good = True
    rows = [((name,), true[name], told[name]) for name in ("active", "count")]
    for group in ("duration_ms", "requests"):
        rows += [((group, name), true[group][name], told[group][name]) for name in true[group]]
    for path, right, said in rows:
        fits = is_close(path, right, said, sessions, told, tolerance)
        verdict = "ok" if fits else "WRONG"
        good = good and fits
        print(f"{'.'.join(path):18} {right:16.3f} {said:16.3f} {verdict}")
    return good


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("log")
    parser.add_argument("--gap", type=float, default=1800)
    parser.add_argument("--active", type=float, default=300)
    parser.add_argument("--compare", metavar="SNAPSHOT")
    parser.add_argument("--tolerance", type=float, default=0.05)
    options = parser.parse_args()
    with open(options.log, encoding="utf-8", errors="surrogateescape") as lines:
        sessions = list(sessions_of(requests_of(lines), options.gap))
    true = truth(sessions, options.active) if sessions else None
    if options.compare is None:
        json.dump(true, sys.stdout, indent=2)
        print()
        return 0
    with open(options.compare, encoding="utf-8") as text:
        told = json.load(text)["sessions"]
    if true is None or told is None:
        print(f"log: {true}, snapshot: {told}")
        return int(true != told)
    return 0 if compare(true, told, sessions, options.tolerance) else 1


if __name__ == "__main__":
    sys.exit(main())
