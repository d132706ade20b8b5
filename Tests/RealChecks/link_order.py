#!/usr/bin/env python3
"""link_order.py BINARY MAP > .link-order: the functions of a release binary that run while it watches, most run first.

The linker lays functions out in that order (`make release`). The kernel maps code in pieces of 64 KiB: with what runs
every second lying together, a few megabytes are resident instead of most of the binary.

MAP is the linker's map of BINARY: many functions of the Swift compiler have a section of their own and no symbol.
Runs BINARY in a terminal under valgrind (apt-get install valgrind) on a log that grows and an endpoint that it serves,
first without counting, then counting what the steady state runs, what keys run, and what starting runs.
"""
import bisect, fcntl, glob, http.server, os, pty, random, re, select, shutil, signal, struct, subprocess, sys, tempfile, termios, threading, time

ROUTES = ["/api/v1/%s/%%d/%s" % (a, b) for a in ("users", "orders", "carts", "bills", "teams") for b in ("status", "detail", "items", "notes", "links", "owner")]
BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5]
KEYS = ["j", "j", "k", "\r", "\x1b", "\t", "s", "\x1b", "r", "r", "/", "u", "\x1b", "[", "]", "0", "+", "-", "?", "\x1b", "z", "z"]
rolled = random.Random(7)
counts = [[0] * (len(BOUNDS) + 1) for _ in ROUTES]


def line(now):
    route = min(int(rolled.expovariate(0.1)), len(ROUTES) - 1)
    seconds = rolled.lognormvariate(-3, 1)
    counts[route][next((i for i, b in enumerate(BOUNDS) if seconds <= b), len(BOUNDS))] += 1
    # Some routes fail so often that there are findings.
    status = 200 if rolled.random() < (0.98 if route % 5 else 0.8) else 500
    return '10.0.0.%d - - [%s] "GET %s HTTP/1.1" %d %d "-" "curl/8.0" %.3f\n' % (
        rolled.randrange(250), now, ROUTES[route] % rolled.randrange(100000), status, rolled.randrange(90000), seconds)


class Endpoint(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        text = ["# TYPE http_request_duration_seconds histogram"]
        for route, row in zip(ROUTES, counts):
            labels, total = 'handler="%s",method="GET",status="200"' % route.replace("%d", ":id"), 0
            for bound, count in zip(BOUNDS + ["+Inf"], row):
                total += count
                text.append('http_request_duration_seconds_bucket{%s,le="%s"} %d' % (labels, bound, total))
            text.append("http_request_duration_seconds_count{%s} %d" % (labels, total))
        body = ("\n".join(text) + "\nprocess_resident_memory_bytes 5e7\n").encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/plain; version=0.0.4")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def writer(path, over):
    stamp = lambda t: time.strftime("%d/%b/%Y:%H:%M:%S +0000", time.gmtime(t))
    with open(path, "a", buffering=1) as log:
        log.write("".join(line(stamp(time.time() - 300 + i / 20)) for i in range(6000)))
        while not over.wait(0.1):
            log.write("".join(line(stamp(time.time())) for _ in range(50)))


def watched(arguments, out, counting_from_start):
    """Runs the binary under valgrind in a terminal of 120x40; yields its process id and a function that types."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ.update(TERM="xterm-256color", LANG="C.UTF-8")
        os.execvp("valgrind", ["valgrind", "-q", "--tool=callgrind", "--dump-instr=yes", "--compress-pos=no", "--callgrind-out-file=" + out,
                               "--instr-atstart=" + ("yes" if counting_from_start else "no")] + arguments)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))

    def wait(seconds):
        end = time.time() + seconds
        while time.time() < end:
            if select.select([terminal], [], [], 0.1)[0]:
                try:
                    os.read(terminal, 65536)
                except OSError:
                    return

    return pid, lambda text: os.write(terminal, text.encode()), wait


def control(pid, switch):
    subprocess.run(["callgrind_control", "-i", switch, str(pid)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def sections(path):
    """Start and name of each section of code, as the linker's map of the binary has it."""
    found, name = [], None
    for row in open(path, errors="replace"):
        fields = row.split()
        if row.startswith(" .text.") and len(fields) == 1:
            name = fields[0]
            continue
        if row.startswith(" .text."):
            name, fields = fields[0], fields[1:]
        if name and len(fields) > 1 and fields[0].startswith("0x") and int(fields[0], 16):
            found.append((int(fields[0], 16), int(fields[1], 16), name))
        name = None
    return sorted(found)


def cost(pattern, binary, code):
    """Sections of the binary by the instructions that ran in them, of the files that callgrind wrote."""
    starts, sums = [start for start, _, _ in code], {}
    for path in glob.glob(pattern):
        objects, ob, is_call = {}, None, False
        for row in open(path):
            if row.startswith(("ob=", "cob=")):
                found = re.match(r"c?ob=\((\d+)\)(?: (.*))?$", row.rstrip("\n"))
                if found.group(2):
                    objects[found.group(1)] = found.group(2)
                if row[0] == "o": ob = objects[found.group(1)]
            elif row.startswith("calls="): is_call = True
            elif row.startswith("0x"):
                if not is_call and ob and ob.endswith(binary):
                    address, _, count = row.split()[:3]
                    place = bisect.bisect_right(starts, int(address, 16)) - 1
                    if place >= 0 and int(address, 16) < starts[place] + code[place][1]:
                        name = code[place][2]
                        sums[name] = sums.get(name, 0) + int(count)
                is_call = False
    return sorted(sums, key=lambda name: -sums[name])


def main():
    folder = tempfile.mkdtemp()
    binary = folder + "/svctop"
    code = sections(sys.argv[2])
    # Valgrind cannot read all debug information, and only addresses are needed.
    subprocess.run(["strip", "-g", "-o", binary, sys.argv[1]], check=True)
    log, over = folder + "/access.log", threading.Event()
    open(log, "w").close()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Endpoint)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    threading.Thread(target=writer, args=(log, over), daemon=True).start()
    time.sleep(1)
    arguments = [binary, "--interval", "1s", log, "http://127.0.0.1:%d/metrics" % server.server_port]

    pid, type_, wait = watched(arguments, folder + "/steady", False)
    wait(25)
    control(pid, "on")
    wait(45)
    type_("q")
    wait(10)
    pid, type_, wait = watched(arguments, folder + "/keys", False)
    wait(25)
    control(pid, "on")
    for key in KEYS:
        type_(key)
        wait(0.7)
    type_("q")
    wait(10)
    pid, type_, wait = watched(arguments, folder + "/start", True)
    wait(30)
    type_("q")
    wait(10)
    watched([binary, "snapshot", "--output", "json", log], folder + "/snapshot", True)[2](30)
    over.set()

    seen = {}
    for part in ("steady", "keys", "start", "snapshot"):
        for name in cost(folder + "/" + part, "/svctop", code):
            seen.setdefault(name, None)
        print(part, len(seen), file=sys.stderr)
    print("".join("%s\n" % name for name in seen), end="")
    shutil.rmtree(folder)


main()
