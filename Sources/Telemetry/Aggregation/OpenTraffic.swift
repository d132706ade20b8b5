/// Names and open slot of one kind of traffic of one log.
struct OpenTraffic {
  private let kind: TrafficKind
  private(set) var names: EndpointTable
  private var slot = OpenSlot()

  init(kind: TrafficKind, capacity: Int, rules: RouteRules = RouteRules()) {
    self.kind = kind
    names = EndpointTable(capacity: capacity, rules: rules)
  }

  /// Counts one piece of work and returns the id of its name.
  @inline(__always)
  @discardableResult
  mutating func add(
    method: Bytes, target: Bytes, route: Bytes, status: Int, hasAnswer: Bool, seconds: Double
  ) -> Int {
    let id = names.id(method: method, target: target, route: route, status: status)
    slot.add(id: id, status: status, hasAnswer: hasAnswer, seconds: seconds)
    return id
  }

  /// The id of a route that something else names.
  mutating func id(ofRoute route: DisplayText) -> Int {
    let none = Bytes(start: nil, count: 0)
    let utf8 = Array(route.string.utf8)
    return utf8.withUnsafeBytes { names.id(method: none, target: none, route: $0) }
  }

  /// Forgets names that others took over; call it when a batch has been handed on.
  mutating func recycle() {
    names.recycle()
  }

  /// Ends the slot that began at `time` and appends what it held.
  mutating func close(at time: Timestamp, into deltas: inout [TrafficDelta]) {
    for id in slot.touched where names.isMissing(id) {
      names.note(slot.row(id).statuses, of: id)
    }
    for (old, new) in names.takeSuccessions() { slot.move(from: old, to: new) }
    let touched = slot.touched
    // A batch is short-lived: twice the room that it needs would be most of the memory. Just what
    // it needs would have it copied with each of its slots.
    if deltas.capacity < deltas.count + touched.count {
      deltas.reserveCapacity(deltas.count + max(touched.count, deltas.count / 4))
    }
    for id in touched {
      let row = slot.row(id)
      deltas.append(
        TrafficDelta(
          kind: kind, name: names.name(of: id), time: time, statuses: row.statuses,
          latency: slot.latency(of: id)))
    }
    slot.clear()
  }
}
