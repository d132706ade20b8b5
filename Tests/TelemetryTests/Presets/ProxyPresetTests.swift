import Telemetry
import Testing

/// Proxies that count a request in several ways, or not in all of them.
struct ProxyPresetTests {
  /// The batch of the second of two scrapes; `@` in the body stands for 0, then for 1.
  private func second(_ body: String) -> Batch {
    var target = ScrapeTarget()
    target.scrape(body.replacing("@", with: "0") + "\n")
    return target.scrape(body.replacing("@", with: "1") + "\n")
  }

  private func caddy(_ requests: Int, errors: Int, timed: Int) -> String {
    let labels = #"code="200",handler="subroute",method="GET",server="srv0""#
    var page = """
      caddy_http_requests_total{handler="subroute",server="srv0"} \(requests)
      caddy_http_request_errors_total{handler="subroute",server="srv0"} \(errors)

      """
    if timed > 0 {
      page += """
        caddy_http_request_duration_seconds_bucket{\(labels),le="0.1"} \(timed)
        caddy_http_request_duration_seconds_bucket{\(labels),le="+Inf"} \(timed)
        caddy_http_request_duration_seconds_sum{\(labels)} \(timed)
        caddy_http_request_duration_seconds_count{\(labels)} \(timed)

        """
    }
    return page
  }

  @Test func `counts failures once that Caddy times, however many requests are under way`() {
    func page(_ requests: Int, served: Int, failed: Int) -> String {
      func durations(_ code: Int, _ count: Int) -> String {
        let labels = #"code="\#(code)",handler="subroute",method="GET",server="srv0""#
        return """
          caddy_http_request_duration_seconds_bucket{\(labels),le="+Inf"} \(count)
          caddy_http_request_duration_seconds_sum{\(labels)} \(count)
          caddy_http_request_duration_seconds_count{\(labels)} \(count)

          """
      }
      return caddy(requests, errors: failed, timed: 0) + durations(200, served)
        + durations(502, failed)
    }
    var target = ScrapeTarget()
    target.scrape(page(100, served: 60, failed: 38))
    // Five more requests are under way than before.
    let batch = target.scrape(page(125, served: 70, failed: 48))
    #expect(batch.trafficPicture.contains("2xx:10 5xx:10 "))
    #expect(!batch.notes.contains { $0.string.hasPrefix("failed requests are not timed") })
  }

  @Test(arguments: [
    (20, 8, 12, "subroute 2xx:12 5xx:8 n:12 sum:12 p95:0.095", true),
    (20, 8, 20, "subroute 2xx:20 n:20 sum:20 p95:0.095", false),
    // Written between the count and the duration of one request.
    (21, 0, 20, "subroute 2xx:20 n:20 sum:20 p95:0.095", false),
    (20, 8, 0, "subroute 5xx:8 other:12", true),
  ])
  func `counts requests that Caddy does not time as failed`(
    requests: Int, errors: Int, timed: Int, expected: String, isTold: Bool
  ) {
    var target = ScrapeTarget()
    target.scrape(caddy(0, errors: 0, timed: 0))
    let batch = target.scrape(caddy(requests, errors: errors, timed: timed))
    #expect(batch.trafficPicture == expected)
    #expect(batch.notes.contains { $0.string.hasPrefix("failed requests are not timed") } == isTold)
    let uses = target.session.decisions.map { "\($0.family): \($0.use.phrase)" }
    #expect(uses.contains("caddy_http_requests_total: request count"))
    #expect(uses.contains("caddy_http_request_errors_total: failures"))
  }

  private func istio(_ reporter: String, _ service: String) -> String {
    let family = "istio_request_duration_milliseconds"
    let labels =
      #"reporter="\#(reporter)",destination_service_name="\#(service)",response_code="200""#
    return """
      \(family)_bucket{\(labels),le="100"} @
      \(family)_bucket{\(labels),le="+Inf"} @
      \(family)_sum{\(labels)} @
      \(family)_count{\(labels)} @

      """
  }

  @Test func `takes what a gateway of Istio sends for requests, and of a sidecar what it receives`()
  {
    let gateway = second(istio("source", "api"))
    #expect(gateway.trafficPicture == "api 2xx:1 n:1 sum:0.001 p95:0.095")
    let sidecar = second(istio("source", "other") + istio("destination", "api"))
    #expect(sidecar.trafficPicture == "api 2xx:1 n:1 sum:0.001 p95:0.095")
  }

  @Test func `says what HAProxy has in place of durations, and reads when it started`() {
    let batch = second(
      """
      haproxy_frontend_http_responses_total{proxy="www",code="2xx"} @
      haproxy_backend_total_time_average_seconds{proxy="api"} 0.25
      haproxy_process_start_time_seconds 1790000000
      """)
    #expect(
      batch.notes.map(\.string) == [
        "haproxy_backend_total_time_average_seconds is a mean of past requests, not of a window: "
          + "latency is not available"
      ])
    #expect(batch.readings(of: .processStart) == "processStart 1790000000")
  }
}
