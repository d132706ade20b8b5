import Telemetry
import Testing

/// Bodies of real targets, scraped twice: seven requests of one endpoint, one failure of another.
///
/// Counts and sums agree with prometheus_client's own parser, except for postgres_exporter, whose
/// counters that parser renames; the percentiles are those of `histogram_quantile` on the buckets.
struct RealTargetTests {
  private func second(_ first: String, _ second: String) -> (batch: Batch, target: ScrapeTarget) {
    var target = ScrapeTarget()
    target.scrape(first)
    let batch = target.scrape(second)
    #expect(batch.tally.unparsed == 0)
    return (batch, target)
  }

  @Test func `counts requests of prometheus-fastapi-instrumentator once`() {
    let (batch, target) = second(
      FastAPIInstrumentatorSample.first, FastAPIInstrumentatorSample.second)
    #expect(
      batch.trafficPicture == """
        GET /fail 5xx:1 n:1 sum:0.006 p95:0.095
        POST /orders 2xx:1 n:1 sum:0.151 p95:0.48
        GET /users/{uid} 2xx:7 n:7 sum:0.154 p95:0.095
        """)
    #expect(
      batch.recognised == ["prometheus-fastapi-instrumentator", "process"])
    #expect(batch.vantage == "app")
    #expect(batch.readings(of: .residentBytes) == "residentBytes 50491392")
    let fine = target.session.decisions.first {
      $0.family == "http_request_duration_highr_seconds"
    }
    #expect(
      fine?.use.phrase.string == "not counted: same requests as http_request_duration_seconds, in "
        + "finer buckets, but for all handlers together")
    #expect(batch.notes.contains { $0.string.contains("latency_lowr_buckets") })
  }

  @Test func `reads starlette_exporter`() {
    let (batch, _) = second(StarletteExporterSample.first, StarletteExporterSample.second)
    #expect(
      batch.trafficPicture == """
        GET /fail 5xx:1 n:1 sum:0.001 p95:0.005
        GET /users/{uid} 2xx:7 n:7 sum:0.15 p95:0.046
        """)
    #expect(batch.recognised.first == "starlette_exporter")
  }

  @Test func `reads prometheus_flask_exporter, whose counter has no endpoint`() {
    let (batch, _) = second(FlaskExporterSample.first, FlaskExporterSample.second)
    #expect(
      batch.trafficPicture == """
        GET /fail 5xx:1 n:1 sum:0 p95:0.005
        GET /users/<int:uid> 2xx:7 n:7 sum:0.142 p95:0.046
        """)
  }

  @Test func `reads OpenTelemetry, stable and old`() {
    let (stable, _) = second(OpenTelemetrySample.first, OpenTelemetrySample.second)
    #expect(
      stable.trafficPicture == """
        GET /fail 5xx:1 n:1 sum:0.001 p95:0.005
        GET /users/{uid} 2xx:7 n:7 sum:0.158 p95:0.046
        """)
    let (old, _) = second(OpenTelemetryOldSample.first, OpenTelemetryOldSample.second)
    #expect(
      old.trafficPicture == """
        GET /fail 5xx:1 n:1 sum:0.001 p95:0.005
        GET /users/{uid} 2xx:7 n:7 sum:0.162 p95:0.047
        """)
    #expect(old.recognised.first == "opentelemetry-http-server")
  }

  @Test func `reads django-prometheus with its caches`() {
    let (batch, _) = second(DjangoPrometheusSample.first, DjangoPrometheusSample.second)
    #expect(
      batch.trafficPicture == """
        GET fail 5xx:1 n:1 sum:0 p95:0.01
        GET user 2xx:7 n:7 sum:0.143 p95:0.046
        """)
    #expect(
      batch.readings(of: .cacheHits, .cacheMisses) == """
        cacheHits [locmem] 7
        cacheMisses [locmem] 7
        """)
  }

  @Test func `reads handlers wrapped with promhttp and leaves the scrapes out`() {
    let (batch, _) = second(PrometheusServerSample.first, PrometheusServerSample.second)
    #expect(batch.trafficPicture == "/api/v1/query 2xx:3 4xx:3 n:6 sum:0.002 p95:0.095")
    #expect(batch.recognised == ["go-promhttp", "process", "go-runtime"])
    #expect(batch.readings(of: .heapBytes) == "heapBytes 8314864")
  }

  @Test func `reads redis_exporter and not the exporter's own process`() {
    let (batch, _) = second(RedisExporterSample.first, RedisExporterSample.second)
    #expect(
      batch.readings(of: .cacheHits, .cacheMisses, .cacheEntries) == """
        cacheEntries [redis] 1
        cacheHits [redis] 3
        cacheMisses [redis] 3
        """)
    #expect(batch.readings(of: .heapBytes, .threads, .cpuSeconds, .cacheLimitBytes) == "")
    #expect(batch.vantage == "redis")
  }

  @Test func `reads connections of postgres_exporter as a pool of the server`() {
    let (batch, _) = second(PostgresExporterSample.first, PostgresExporterSample.second)
    #expect(
      batch.readings(of: .poolInUse, .poolIdle, .poolLimit) == """
        poolInUse [postgresql] 2
        poolLimit [postgresql] 100
        """)
    #expect(
      batch.readings.contains {
        $0.signal == .cacheHits && $0.subject == "postgres" && $0.value == 1103
      })
  }
}
