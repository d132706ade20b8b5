/// Go's `expvar` page: `memstats`, and whatever the program publishes beside it.
///
/// https://pkg.go.dev/expvar and https://pkg.go.dev/runtime#MemStats
enum ExpvarShape: JSONShape {
  static let name = "expvar"
  static let gives =
    "heap, garbage collection, goroutines, and what the generic shape finds beside memstats"
  static let paths = ["/debug/vars"]

  static func matches(_ body: EndpointBody, location: String) -> Bool {
    body.object?["memstats"]?["HeapAlloc"]?.number != nil
  }

  static func read(_ body: EndpointBody, location: String, into findings: inout JSONFindings) {
    guard let object = body.object, let memory = object["memstats"]?.object else { return }
    func add(_ signal: Signal, _ key: String, scale: Double = 1, unit: String = "") {
      findings.add(
        signal, memory.number(key).map { $0 * scale }, "", at: "memstats.\(key)", name, unit: unit)
    }
    add(.heapBytes, "HeapAlloc", unit: "bytes")
    add(.gcPauseSeconds, "PauseTotalNs", scale: 1e-9, unit: "ns")
    add(.gcCount, "NumGC")
    if object["memstats"]?["Sys"] != nil {
      findings.decide("memstats.Sys", "not counted: reserved address space, not memory used", name)
    }
    var rest = object
    rest.members.removeAll { ["memstats", "cmdline"].contains($0.key) }
    if let routines = rest.members.first(where: {
      ["goroutines", "num goroutine"].contains(JSONKey($0.key).joined)
    }) {
      findings.add(.threads, routines.value.number, "", at: routines.key, name)
      rest.members.removeAll { $0.key == routines.key }
    }
    var walk = JSONWalk(shape: name)
    walk.visit(.object(rest), keys: [], path: "", depth: 0, &findings)
  }
}
