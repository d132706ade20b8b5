"""How formats.py reads logs by itself: a regular expression each, every duration kept.

It shares nothing with what it checks. Standard library only.
"""
import csv
import json
import re

HEAD = r'\S+ \S+ \S+ \[[^\]]+\] "(?P<method>[A-Z]+) (?P<target>\S+) HTTP/[\d.]+" (?P<status>\d{3}) '
QUOTED = r'"(?:[^"\\]|\\.)*"'
ACCESS = {
    "nginx-combined": (HEAD + rf"\d+ {QUOTED} {QUOTED}$", 1),
    "nginx-timed": (HEAD + rf"\d+ {QUOTED} {QUOTED} (?P<time>[\d.]+)$", 1),
    "nginx-upstream": (HEAD + rf"\d+ (?P<time>[\d.]+) [\d.]+ {QUOTED} {QUOTED}$", 1),
    "apache": (HEAD + rf"\d+ {QUOTED} {QUOTED} (?P<time>\d+)$", 1e-6),
    "lighttpd": (HEAD + rf"\d+ {QUOTED} .* (?P<time>\d+)$", 1e-6),
    "gunicorn": (HEAD + rf"\d+ {QUOTED} {QUOTED} (?P<time>[\d.]+)$", 1),
    "haproxy": (r'.* \d+/\d+/\d+/\d+/(?P<time>\d+) (?P<status>\d{3}) \d+ .*'
                r'\\?"(?P<method>[A-Z]+) (?P<target>\S+) HTTP/[\d.]+\\?"', 1e-3),
    "squid": (r"[\d.]+ +(?P<time>\d+) \S+ \w+/(?P<status>\d{3}) \d+ (?P<method>[A-Z]+) (?P<target>\S+) ", 1e-3),
    "uvicorn": (r'INFO: +\S+ - "(?P<method>[A-Z]+) (?P<target>\S+) HTTP/[\d.]+" (?P<status>\d{3})', 1),
    "uwsgi": (r"\[pid: .*\] (?P<method>[A-Z]+) (?P<target>\S+) => generated \d+ bytes in (?P<time>\d+) msecs "
              r"\(HTTP/[\d.]+ (?P<status>\d{3})\)", 1e-3),
}


def lines(path):
    with open(path, encoding="utf-8") as file:
        yield from (line.rstrip("\n") for line in file)


def route(target):
    path = re.sub(r"^https?://[^/]+", "", target).split("?", 1)[0]
    return re.sub(r"/\d+", "/{id}", path)


def requests(path, layout):
    """{endpoint: [(status, seconds or None)]}."""
    found = {}
    for line in lines(path):
        if layout == "nginx-json":
            entry = json.loads(line)
            method, target, _ = entry["request"].split(" ")
            status, seconds = int(entry["status"]), float(entry["request_time"])
        else:
            pattern, unit = ACCESS[layout]
            match = re.match(pattern, line)
            if not match:
                continue
            method, target, status = match["method"], match["target"], int(match["status"])
            written = match.groupdict().get("time")
            seconds = float(written) * unit if written else None
        found.setdefault(f"{method} {route(target)}", []).append((status, seconds))
    return found


def shape(statement):
    """A statement without literals, spaces and capitals: enough to tell those of the check apart."""
    bare = re.sub(r"'(?:[^']|'')*'", "?", statement.lower().rstrip("; "))
    flat = re.sub(r"\s+", "", re.sub(r"\b\d+(?:\.\d+)?\b", "?", bare))
    return re.sub(r"(values|in)\(\?(,\?)*\)", r"\1(?)", flat)


def statements(path, layout):
    """{shape: [milliseconds]}."""
    found = {}
    logged = re.compile(r"duration: ([\d.]+) ms  (?:statement|execute \S+): (.*)", re.S)

    def add(message):
        match = logged.search(message)
        if match:
            found.setdefault(shape(match[2]), []).append(float(match[1]))

    if layout == "postgres-csv":
        with open(path, newline="", encoding="utf-8") as file:
            for row in csv.reader(file):
                add(row[13])
    elif layout == "postgres-json":
        for line in lines(path):
            add(json.loads(line)["message"])
    elif layout == "mariadb":
        seconds = None
        for line in lines(path):
            match = re.match(r"# Query_time: ([\d.]+)", line)
            if match:
                seconds = float(match[1])
            elif seconds is not None and not re.match(r"#|SET timestamp=|use ", line):
                found.setdefault(shape(line), []).append(seconds * 1000)
                seconds = None
    else:
        for line in lines(path):
            add(line)
    return found


def slowlog(path):
    """{command: [milliseconds]} of what `redis-cli SLOWLOG GET` wrote into a file."""
    found, rest = {}, list(lines(path))
    for at in range(len(rest) - 3):
        number, stamp, micros = rest[at:at + 3]
        if re.fullmatch(r"\d+", number) and re.fullmatch(r"1\d{9}|2\d{9}", stamp) and micros.isdigit():
            found.setdefault(rest[at + 3].lower(), []).append(int(micros) / 1000)
    return found


def wrap(path):
    """Writes the lines once more as syslog, Docker and journald keep them."""
    entries = list(lines(path))
    with open(f"{path}.syslog", "w", encoding="utf-8") as file:
        file.writelines(f"Jan  2 03:04:05 web-1 haproxy[4711]: {line}\n" for line in entries)
    with open(f"{path}.docker", "w", encoding="utf-8") as file:
        for line in entries:
            json.dump({"log": line + "\n", "stream": "stdout", "time": "2026-01-02T03:04:05.678901234Z"}, file,
                      separators=(",", ":"))
            file.write("\n")
    with open(f"{path}.journal", "w", encoding="utf-8") as file:
        for line in entries:
            json.dump({"__REALTIME_TIMESTAMP": "1767323045678901", "PRIORITY": "6", "SYSLOG_IDENTIFIER": "haproxy",
                       "_PID": "4711", "MESSAGE": line}, file)
            file.write("\n")
