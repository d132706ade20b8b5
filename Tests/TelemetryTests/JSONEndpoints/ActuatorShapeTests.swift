import Telemetry
import Testing

struct ActuatorShapeTests {
  private static func requests(_ count: Int, _ seconds: Double) -> String {
    """
    {"name":"http.server.requests","description":null,"baseUnit":"seconds","measurements":[
     {"statistic":"COUNT","value":\(count).0},{"statistic":"TOTAL_TIME","value":\(seconds)},
     {"statistic":"MAX","value":0.2162862}],"availableTags":[{"tag":"uri","values":
     ["/users/{id}","/actuator/metrics"]},{"tag":"method","values":["GET"]}]}
    """
  }

  @Test func `the index leads to the pages that are of use`() {
    var service = JSONPoll()
    let batch = service.poll(
      ("/actuator/metrics", #"{"names":["jvm.memory.used","http.server.requests","disk.free"]}"#))
    #expect(batch.health == .ok)
    #expect(
      service.session.followUps == [
        "/actuator/metrics/http.server.requests",
        "/actuator/metrics/jvm.memory.used?tag=area:heap",
      ])
  }

  @Test func `requests are asked by URI and not counted twice`() {
    let page = "/actuator/metrics/http.server.requests"
    let narrow = page + "?tag=uri:/users/%7Bid%7D"
    var service = JSONPoll()
    service.poll((page, Self.requests(10, 1)), (narrow, Self.requests(4, 0.5)))
    #expect(service.session.followUps == [narrow])
    let batch = service.poll((page, Self.requests(20, 2)), (narrow, Self.requests(9, 1)))
    #expect(batch.trafficPicture == "/users/{id} other:5 n:5 sum:0.5 max:0.216")
  }

  @Test func `a limit that is not defined is not known`() {
    let body =
      #"{"name":"jvm.memory.max","measurements":[{"statistic":"VALUE","value":-1}],"baseUnit":"bytes"}"#
    var service = JSONPoll()
    #expect(service.poll(body).readings.isEmpty)
  }

  @Test func `health says which part is down`() {
    var service = JSONPoll()
    let batch = service.poll(
      #"{"status":"DOWN","components":{"db":{"status":"DOWN"},"ping":{"status":"UP"}}}"#)
    #expect(batch.notesPicture == "health: the service says DOWN\nhealth: db is DOWN")
  }

  @Test(arguments: [
    #"""
    {"status":"UP","components":{"circuitBreakers":{"status":"UP","details":{"backendA":
     {"status":"UP","details":{"failureRate":"62.5%","state":"OPEN"}}}}}}
    """#,
    #"""
    {"status":"UP","components":{"backendA":{"status":"UP","details":
     {"failureRate":"62.5%","state":"OPEN"}}}}
    """#,
    #"""
    {"circuitBreakers":{"backendA":{"failureRate":"62.5%","slowCallRate":"-1.0%",
     "failureRateThreshold":"50.0%","bufferedCalls":8,"failedCalls":5,"state":"OPEN"}}}
    """#,
  ])
  func `breakers of resilience4j tell their state and their failures`(body: String) {
    var service = JSONPoll()
    #expect(
      service.poll(body).readingsPicture
        == "breakerFailureRate [backendA] 0.625\nbreakerState [backendA] 1")
  }

  @Test func `a breaker that has seen too few calls tells no share`() {
    var service = JSONPoll()
    let body = #"{"circuitBreakers":{"a":{"failureRate":"-1.0%","state":"CLOSED"}}}"#
    #expect(service.poll(body).readingsPicture == "breakerState [a] 0")
  }
}
