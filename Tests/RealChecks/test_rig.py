#!/usr/bin/env python3
"""Tests of the rig itself: that exact.py is exact and that compare.py misses what is wrong.

    python3 -m unittest discover -s Tests/RealChecks -p 'test_*.py'

Needs none of the servers; the Prometheus here is a few lines on a loopback port.
"""
import contextlib
import copy
import http.server
import io
import json
import os
import tempfile
import threading
import unittest
from urllib.parse import parse_qs, urlsplit

import compare
import exact
import twoscrapes

TAIL = '"-" "curl/8.5.0 \\x22quoted\\x22"'
LOG = f"""\
127.0.0.1 - - [01/Jan/2026:00:00:00 +0000] "GET /api/users/7 HTTP/1.1" 200 10 {TAIL} 0.010
127.0.0.1 - - [01/Jan/2026:00:00:05 +0000] "GET /api/users/8?x=1 HTTP/1.1" 404 10 {TAIL} 0.020
127.0.0.1 - - [01/Jan/2026:01:00:09 +0100] "GET /api/users/9 HTTP/1.1" 500 10 {TAIL} 0.030
127.0.0.1 - - [01/Jan/2026:00:00:10 +0000] "POST /api/posts/generate HTTP/1.1" 200 10 {TAIL} 1.500
not a request
"""


def described(**window):
    with tempfile.NamedTemporaryFile("w", suffix=".log", delete=False) as file:
        file.write(LOG)
    try:
        return exact.describe(file.name, exact.known_route, **window)
    finally:
        os.unlink(file.name)


def snapshot():
    """What a svctop that is right would say of LOG."""
    truth = described()
    rows = [dict(row, rate=1.0) for row in truth["endpoints"]]
    queries = [{"fingerprint": "select ? from souls", "total_ms": 9.0, "endpoints": {"POST /api/posts/generate": 1}},
               {"fingerprint": "select ? from users", "total_ms": 99.0, "endpoints": {"GET /api/users/{id}": 1}}]
    return copy.deepcopy({"totals": truth["totals"], "endpoints": rows, "queries": queries})


def quietly(call, *arguments):
    with contextlib.redirect_stdout(io.StringIO()):
        return call(*arguments)


class Exact(unittest.TestCase):
    def test_quantiles_lie_between_neighbours(self):
        for ordered, q, expected in (
            ([5.0], 0.95, 5.0), ([1.0, 2.0], 0.5, 1.5), ([1.0, 2.0, 3.0, 4.0], 0.95, 3.85), ([1.0, 9.0], 1.0, 9.0),
        ):
            self.assertAlmostEqual(exact.quantile(ordered, q), expected)

    def test_counts_routes_classes_and_what_is_no_request(self):
        truth = described()
        self.assertEqual((truth["lines"], truth["unparsed"], truth["totals"]["requests"]), (5, 1, 4))
        self.assertEqual([row["endpoint"] for row in truth["endpoints"]],
                         ["POST /api/posts/generate", "GET /api/users/{user_id}"])
        users = truth["endpoints"][1]
        self.assertEqual((users["status"]["2xx"], users["status"]["4xx"], users["status"]["5xx"]), (1, 1, 1))
        self.assertAlmostEqual(users["latency_ms"]["p95"], 29.0)

    def test_time_zones_and_windows(self):
        self.assertEqual(exact.seconds_of("01/Jan/2026:01:00:09 +0100"), 1767225609)
        self.assertEqual(described(since=6)["totals"]["requests"], 3)
        begin, end = exact.parse_iso("2026-01-01T00:00:05Z"), exact.parse_iso("2026-01-01T00:00:10Z")
        self.assertEqual(described(begin=begin, end=end)["totals"]["requests"], 2)

    def test_generated_routes(self):
        self.assertEqual(exact.generated_route("/api/v1/items/42/detail"), "/api/v1/items/{id}/detail")


class AgainstTheLog(unittest.TestCase):
    def verdict(self, said):
        return quietly(compare.compare_exact, said, described(), 0.02, "from souls")

    def test_the_truth_passes_whatever_parameters_are_called(self):
        said = snapshot()
        said["endpoints"][1].update(route="/api/users/{id}", endpoint="GET /api/users/{id}")
        self.assertEqual(self.verdict(said), 0)

    def test_requests_beside_the_proxy_are_no_miss(self):
        said = snapshot()
        said["endpoints"].append(dict(said["endpoints"][1], route="/metrics", endpoint="GET /metrics"))
        said["totals"]["requests"] += 3
        for label in ("2xx", "4xx", "5xx"):
            said["totals"]["status"][label] += 1
        self.assertEqual(self.verdict(said), 0)

    def test_every_falsehood_misses(self):
        def off_by_three_percent(said): said["endpoints"][1]["latency_ms"]["p95"] *= 1.03
        def one_request_lost(said): said["endpoints"][1]["requests"] -= 1
        def wrong_class(said): said["endpoints"][1]["status"].update({"4xx": 0, "2xx": 2})
        def wrong_total(said): said["totals"]["requests"] += 1
        def unknown_p99(said): said["endpoints"][0]["latency_ms"]["p99"] = None
        def lost_row(said): said["endpoints"].pop()
        def wrong_top(said): said["endpoints"].reverse()
        def wrong_statement(said): said["queries"][0]["fingerprint"] = "select 1"
        def no_statement(said): said["queries"].pop(0)

        for lie in (off_by_three_percent, one_request_lost, wrong_class, wrong_total, unknown_p99, lost_row,
                    wrong_top, wrong_statement, no_statement):
            with self.subTest(lie.__name__):
                said = snapshot()
                lie(said)
                self.assertEqual(self.verdict(said), 1)


class PrometheusAnswers(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        query = parse_qs(urlsplit(self.path).query)["query"][0]
        labels, value = {"handler": "/slow/{id}", "method": "GET"}, "2"
        if query.startswith("histogram_quantile"):
            value = "0.4"
        if query.startswith("group"):
            labels = {"le": "0.5"}
        body = json.dumps({"data": {"result": [{"metric": labels, "value": [0, value]}]}}).encode()
        self.send_response(200)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


class AgainstPrometheus(unittest.TestCase):
    def verdict(self, rate, p95, route="/slow/{id}", seconds=60.0):
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), PrometheusAnswers)
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        try:
            said = {"window": {"to": "2026-01-01T00:01:00.250Z", "seconds": seconds},
                    "endpoints": [{"method": "GET", "route": route, "rate": rate, "latency_ms": {"p95": p95}}]}
            url = f"http://127.0.0.1:{server.server_port}"
            return quietly(compare.compare_prometheus, said, url, 0.05, 0, 20)
        finally:
            server.shutdown()
            server.server_close()

    def test_verdicts(self):
        self.assertEqual(self.verdict(2.05, 410.0), 0)
        self.assertEqual(self.verdict(2.2, 400.0), 1)
        self.assertEqual(self.verdict(2.0, 430.0), 1)
        self.assertEqual(self.verdict(2.0, None), 1)
        self.assertEqual(self.verdict(2.0, 400.0, route="/other"), 1)
        self.assertEqual(self.verdict(2.0, 400.0, seconds=5.0), 2, "too few requests: nothing was compared")


class TwoScrapes(unittest.TestCase):
    def test_quantile_of_the_worked_example(self):
        buckets = {0.1: 5, 0.2: 7, 1.0: 11, float("inf"): 12}
        for q, expected in ((0.2, 0.048), (0.5, 0.15), (0.8, 0.72), (1.0, 1.0)):
            self.assertAlmostEqual(twoscrapes.histogram_quantile(q, buckets), expected)


if __name__ == "__main__":
    unittest.main()
