import Telemetry
import TestSupport
import Testing
import TextUI

@testable import Dashboard

struct SnapshotJSONTests {
  private func document(_ fixture: ShopFixture) throws -> ParsedJSON {
    try #require(ParsedJSON(fixture.model().snapshotJSON().text))
  }

  @Test func `reads JSON strictly, so that the other tests mean something`() {
    let broken = ["", "{", "[1,]", "{\"a\" 1}", "{\"a\":1,\"a\":2}", "01x", "\"\n\"", "nul", "1 2"]
    for text in broken { #expect(ParsedJSON(text) == nil, "\(text)") }
    #expect(
      ParsedJSON(" {\"a\": [1, -2.5e1, \"x\\u000a\"], \"b\": {}} ")
        == .object([
          "a": .array([.number(1), .number(-25), .string("x\n")]), "b": .object([:]),
        ]))
  }

  @Test(arguments: ShopFixture.all)
  func `is valid JSON with every key of the schema`(fixture: ShopFixture) throws {
    let document = try document(fixture)
    #expect(
      document.keys == [
        "schema", "svctop", "title", "taken_at", "window", "filter", "sources", "totals",
        "endpoints",
        "queries", "pools", "caches", "memory", "outbound", "tasks", "sessions", "breakers",
        "queues", "runtime", "targets", "findings", "score",
      ])
    #expect(document["schema"] == .number(1))
    #expect(document["taken_at"] == .string("2026-01-01T14:05:32.000Z"))
    #expect(document["window"]?.keys == ["from", "to", "seconds"])
    #expect(
      document["totals"]?.keys == [
        "requests", "rate", "status", "error_rate", "in_flight", "latency_ms",
      ])
    let schema: [(list: String, keys: Set<String>)] = [
      (
        "sources",
        [
          "name", "kind", "location", "state", "recognised", "lines", "parsed", "unparsed",
          "bytes", "last_error", "notes",
        ]
      ),
      (
        "endpoints",
        [
          "endpoint", "method", "route", "requests", "rate", "status", "error_rate", "in_flight",
          "latency_ms", "apdex", "queries_per_request", "outbound_per_request", "cache_lookups",
          "sources",
        ]
      ),
      (
        "queries",
        [
          "id", "fingerprint", "calls", "share", "rate", "latency_ms", "total_ms", "rows_sent",
          "rows_examined", "endpoints", "first_seen", "last_seen", "example", "flags",
        ]
      ),
      (
        "pools",
        [
          "name", "source", "in_use", "idle", "limit", "waiting", "timeouts", "mean_wait_ms",
          "saturation",
        ]
      ),
      (
        "caches",
        [
          "name", "source", "hits", "misses", "hit_rate", "entries", "bytes", "limit_entries",
          "evictions",
        ]
      ),
      (
        "memory",
        [
          "name", "source", "resident_bytes", "heap_bytes", "limit_bytes",
          "trend_bytes_per_hour",
        ]
      ),
      ("breakers", ["name", "state", "failure_rate"]),
      ("queues", ["name", "source", "waiting", "most_waiting"]),
      ("runtime", ["name", "source", "loop_lag_ms", "gc_pause_ms"]),
    ]
    for (list, keys) in schema {
      guard case .array(let rows)? = document[list] else {
        Issue.record("no list \(list)")
        continue
      }
      for row in rows { #expect(row.keys.isSuperset(of: keys), "\(list)") }
    }
  }

  @Test func `says the figures of the screen in milliseconds, shares and counts`() throws {
    let document = try document(.troubled)
    let worst = document["endpoints"]?[0]
    #expect(worst?["endpoint"] == .string("POST /api/posts/generate"))
    #expect(worst?["method"] == .string("POST"))
    #expect(worst?["requests"] == .number(244))
    #expect(worst?["error_rate"] == .number(0))
    #expect(worst?["latency_ms"]?["resolution"] == .null)
    #expect(worst?["sources"] == .array([.string("nginx"), .string("shop-api")]))
    let other = document["endpoints"]?[8]
    #expect(other?["endpoint"] == .string("(other)"))
    #expect(other?["method"] == .null)
    let pool = document["pools"]?[0]
    #expect(pool?["in_use"] == .number(13) && pool?["saturation"] == .number(1.3))
    let query = document["queries"]?[0]
    #expect(query?["endpoints"] == .object(["POST /api/posts/generate": .number(244)]))
    #expect(query?["calls"] == .number(244) && query?["rows_sent"] != .null)
  }

  @Test func `writes null, not zero, for what is not known`() throws {
    let empty = try document(.empty)
    #expect(empty["totals"]?["rate"] == .null)
    #expect(empty["totals"]?["error_rate"] == .null)
    #expect(empty["totals"]?["latency_ms"] == .null)
    #expect(empty["sources"]?[0]?["state"] == .string("waiting"))
    #expect(empty["filter"] == .null && empty["score"] == .null)
    let troubled = try document(.troubled)
    #expect(troubled["pools"]?[0]?["timeouts"] == .null)
    #expect(troubled["endpoints"]?[0]?["in_flight"] == .null)
    #expect(troubled["endpoints"]?[3]?["queries_per_request"] == .null)
  }

  @Test func `names the buckets that coarse percentiles lie in`() throws {
    let latency = try document(.metricsOnly)["endpoints"]?[1]?["latency_ms"]
    #expect(latency?["resolution"]?["p95"] == .array([.number(1000), .null]))
    let bounded = try document(.metricsOnly)["endpoints"]?[4]?["latency_ms"]
    #expect(bounded?["resolution"]?["p95"] == .array([.number(100), .number(250)]))
  }

  @Test func `says how fast memory grows`() throws {
    for fixture in ShopFixture.all {
      let model = fixture.model()
      for (place, row) in model.figures.memory.enumerated() {
        let hourly = try document(fixture)["memory"]?[place]?["trend_bytes_per_hour"]
        let key = model.history.memoryKey(
          of: row, signal: row.residentBytes == nil ? .heapBytes : .residentBytes)
        let trend = model.history.trend(of: key, in: model.figures.range, now: model.moment)
        guard let trend else {
          #expect(hourly == .null, "\(fixture)")
          continue
        }
        guard case .number(let number)? = hourly else {
          Issue.record("\(fixture): no number")
          continue
        }
        #expect(abs(number - trend.slope * 3600) <= 0.001 * max(1, abs(number)), "\(fixture)")
      }
    }
    let troubled = try document(.troubled)["memory"]?[0]?["trend_bytes_per_hour"]
    #expect(troubled != .null && troubled != nil)
  }

  @Test func `says why a source fails`() throws {
    let source = try document(.failing)["sources"]?[0]
    #expect(source?["state"] == .string("failing"))
    #expect(source?["last_error"] == .string("connection refused (127.0.0.1:8000)"))
  }

  @Test func `lists only what passes the filter and says which that was`() throws {
    var session = ScreenSession(.troubled)
    session.press(.character("/"))
    session.type("orders")
    let document = try #require(ParsedJSON(session.model.snapshotJSON().text))
    #expect(document["filter"] == .string("orders"))
    #expect(document["endpoints"]?[1]?["route"] == .string("/api/orders/{id}"))
    #expect(document["endpoints"]?[2] == nil)
  }
}
