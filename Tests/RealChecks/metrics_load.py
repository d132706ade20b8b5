#!/usr/bin/env python3
"""Puts a known load on the services of metrics.sh and says in JSON what was sent.

    metrics_load.py DIR --seconds N      DIR/targets: lines of NAME KIND PORT

Kinds: app (users, orders, fail: 4 to 1 to 1), redis (3 hits to 1 miss), page (GET /), sql
(statements through pgbouncer, with two connections held). Standard library only.
"""
import argparse
import collections
import http.client
import json
import socket
import subprocess
import threading
import time


def load_app(name, port, until, sent):
    connection = None
    turn = 0
    while time.time() < until:
        method, path, route = [
            ("GET", f"/{name}/users/{turn}", "users"), ("GET", f"/{name}/users/{turn + 1}", "users"),
            ("POST", f"/{name}/orders", "orders"), ("GET", f"/{name}/users/{turn + 2}", "users"),
            ("GET", f"/{name}/fail", "fail"), ("GET", f"/{name}/users/{turn}", "users")][turn % 6]
        turn += 1
        # A new connection now and then: both workers of one port are to get their share.
        if connection is None or turn % 5 == 0:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        connection.request(method, path, headers={"Content-Length": "0"} if method == "POST" else {})
        response = connection.getresponse()
        response.read()
        if response.will_close:
            connection = None
        sent[f"{method} {route} {response.status}"] += 1
        time.sleep(0.02)


def load_page(name, port, until, sent):
    while time.time() < until:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        connection.request("GET", "/")
        sent[str(connection.getresponse().status)] += 1
        connection.close()
        time.sleep(0.05)


def load_redis(name, port, until, sent):
    with socket.create_connection(("127.0.0.1", port)) as link:
        link.sendall(b"SET known 1\r\n")
        link.recv(100)
        while time.time() < until:
            for key, outcome in (("known", "hits"), ("known", "hits"), ("known", "hits"), ("unknown", "misses")):
                link.sendall(f"GET {key}\r\n".encode())
                link.recv(100)
                sent[outcome] += 1
            time.sleep(0.02)


def load_sql(name, port, until, sent):
    seconds = max(1, until - time.time())
    address = ["psql", "-X", "-q", "-h", "127.0.0.1", "-p", str(port), "-U", "postgres", "shop"]
    holders = [subprocess.Popen([*address, "-c", f"SELECT pg_sleep({seconds + 4:.0f})"],
                                stdout=subprocess.DEVNULL) for _ in range(2)]
    while time.time() < until:
        subprocess.run([*address, "-c", "SELECT 1"], stdout=subprocess.DEVNULL, check=True)
        sent["statements"] += 1
        time.sleep(0.2)
    for holder in holders:
        holder.wait()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("dir")
    parser.add_argument("--seconds", type=float, required=True)
    options = parser.parse_args()
    until = time.time() + options.seconds
    kinds = {"app": load_app, "page": load_page, "redis": load_redis, "sql": load_sql}
    sent, threads = {}, []
    with open(f"{options.dir}/targets", encoding="utf-8") as file:
        for line in file:
            name, kind, port = line.split()
            if kind not in kinds:
                continue
            sent[name] = collections.Counter()
            threads.append(threading.Thread(target=kinds[kind], args=(name, int(port), until, sent[name])))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(json.dumps(sent, indent=1))


if __name__ == "__main__":
    main()
