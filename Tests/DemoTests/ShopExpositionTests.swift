import Telemetry
import Testing

@testable import Demo

@Suite struct ShopExpositionTests {
  private static let opening = Timestamp(seconds: 1_795_000_000)

  /// A shop at the opening, and its page as values by series.
  private static func page() -> (shop: ShopSimulation, lines: [Substring], values: [String: Double])
  {
    var shop = ShopSimulation(seed: 3, opening: opening)
    _ = shop.advance(to: opening)
    let lines = shop.exposition(at: opening).split(separator: "\n")
    var values: [String: Double] = [:]
    for line in lines where line.first != "#" {
      let parts = line.split(separator: " ")
      #expect(parts.count == 2, "\(line)")
      values[String(parts[0])] = Double(parts[1])
    }
    return (shop, lines, values)
  }

  @Test func `every sample stands under its family, once, with a number`() {
    let (_, lines, values) = ShopExpositionTests.page()
    var family: Substring = ""
    var samples = 0
    for line in lines {
      if line.hasPrefix("# TYPE ") { family = line.split(separator: " ")[2] }
      if line.first == "#" { continue }
      samples += 1
      #expect(line.hasPrefix(family), "\(line) under \(family)")
    }
    #expect(samples == values.count)
    #expect(samples > 200)
  }

  @Test func `requests and durations are those of the counters`() {
    let (shop, _, values) = ShopExpositionTests.page()
    for route in ShopRoute.allCases {
      let labels = "handler=\"\(route.script.template)\",method=\"\(route.script.method)\""
      let endpoint = shop.counters.endpoints[route.rawValue]
      var total: UInt64 = 0
      for (status, count) in endpoint.statuses {
        total += count
        let series = "http_requests_total{\(labels),status=\"\(status)\"}"
        #expect(values[series] == Double(count), "\(series)")
      }
      #expect(values["http_request_duration_seconds_count{\(labels)}"] == Double(total))
      let sum = values["http_request_duration_seconds_sum{\(labels)}"] ?? 0
      #expect(abs(sum - Double(endpoint.durations.sumMicroseconds) / 1e6) < 1e-3)
    }
  }

  @Test func `buckets only rise, and the last one holds everything`() {
    let (shop, _, values) = ShopExpositionTests.page()
    for route in ShopRoute.allCases {
      let handler = "handler=\"\(route.script.template)\""
      let method = "method=\"\(route.script.method)\""
      let bounds = [
        "0.005", "0.01", "0.025", "0.05", "0.1", "0.25", "0.5", "1.0", "2.5", "5.0", "10.0",
        "+Inf",
      ]
      let counts = bounds.compactMap {
        values["http_request_duration_seconds_bucket{\(handler),le=\"\($0)\",\(method)}"]
      }
      #expect(counts.count == bounds.count)
      #expect(counts == counts.sorted())
      #expect(counts.last == Double(shop.counters.endpoints[route.rawValue].durations.count))
    }
    #expect(
      values["http_request_duration_highr_seconds_bucket{le=\"+Inf\"}"]
        == Double(shop.counters.requests))
  }

  @Test func `pools, caches and the process are there`() {
    let (shop, _, values) = ShopExpositionTests.page()
    let load = shop.load(of: .poster, at: ShopExpositionTests.opening)
    #expect(values["sqlalchemy_pool_checkedout{pool=\"poster\"}"] == Double(load.inUse))
    #expect(values["sqlalchemy_pool_waiting{pool=\"poster\"}"] == Double(load.waiting))
    #expect(values["sqlalchemy_pool_size{pool=\"poster\"}"] == 4)
    #expect(values["sqlalchemy_pool_max_overflow{pool=\"poster\"}"] == 2)
    for cache in ShopCache.allCases {
      let counts = shop.counters.caches[cache.rawValue]
      let labels = "cache=\"\(cache.name)\""
      #expect(values["cache_gets_total{\(labels),result=\"hit\"}"] == Double(counts.hits))
      #expect(values["cache_gets_total{\(labels),result=\"miss\"}"] == Double(counts.misses))
      #expect(values["cache_size{\(labels)}"] == Double(counts.entries))
      #expect(values["cache_evictions_total{\(labels)}"] == Double(counts.evictions))
    }
    let start = ShopExpositionTests.opening.seconds - 3602
    #expect(values["process_start_time_seconds"] == start)
    #expect(values["process_resident_memory_bytes"] ?? 0 > 600e6)
    #expect(values["python_gc_collections_total{generation=\"0\"}"] ?? 0 > 1000)
    let inProgress = values.filter { $0.key.hasPrefix("http_requests_inprogress") }
    #expect(inProgress.values.reduce(0, +) == Double(shop.inFlight.count))
  }
}
