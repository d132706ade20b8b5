import Telemetry
import Testing

/// Several processes that answer behind one address, and counts that only look like it.
struct JSONTurnsTests {
  private static func page(_ count: Int) -> String {
    """
    {"endpoints": {"GET /a": {"total_requests": \(count), "total_duration": \(count),
      "error_count": 0}}, "total_endpoints": 1}
    """
  }

  /// What the polls of a page say of processes, and the notes of the last.
  private func poll(_ counts: [Int]) -> (hasProcesses: [Bool], notes: String) {
    var service = JSONPoll()
    var hasProcesses: [Bool] = []
    var notes = ""
    for count in counts {
      let batch = service.poll(("/performance/endpoints", Self.page(count)))
      hasProcesses.append(batch.processNote != nil)
      notes = batch.notesPicture
    }
    return (hasProcesses, notes)
  }

  @Test func `counts that leap between a few that grow are those of several processes`() {
    let told = poll([100, 140, 120, 101, 171, 141, 121, 102, 172])
    #expect(told.hasProcesses.last == true)
    #expect(told.notes.contains("several processes answer in turn; they give no rates"))
    #expect(!told.notes.contains("recent requests only"))
  }

  @Test func `a count that may be either is said to be so`() {
    let told = poll([100, 140, 120])
    #expect(told.notes.contains("recent requests only, or several processes answer in turn"))
  }

  @Test func `a count of recent requests rises and falls by small steps`() {
    let told = poll([100, 95, 99, 92, 97, 101, 96, 90, 94, 99])
    #expect(!told.hasProcesses.contains(true))
    #expect(told.notes.contains("it covers recent requests only; no rates"))
  }

  @Test func `processes that tell their number are measured each by itself`() {
    func page(_ process: Int, _ count: Int) -> String {
      #"{"pid": \#(process), "total_requests": \#(count), "total_ms": \#(count)}"#
    }
    var service = JSONPoll()
    service.poll(page(1, 100))
    #expect(service.poll(page(2, 500)).trafficPicture == "")
    let batch = service.poll(page(1, 110))
    #expect(batch.trafficPicture == "(all) other:10 n:10 sum:0.01")
    #expect(batch.processNote?.string.contains("several processes answer in turn") == true)
    #expect(service.poll(page(2, 530)).trafficPicture == "(all) other:30 n:30 sum:0.03")
  }
}
