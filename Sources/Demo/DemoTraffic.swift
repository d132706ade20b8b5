import Telemetry

/// A simulated service on its way through time, with the files it logs to.
struct DemoTraffic {
  private(set) var service: any Scenario
  private var files: [DemoLogFile]
  private var lines: [[UInt8]]
  private var time: Timestamp

  /// The longest stretch that is made up for at once; after a longer one the service has rested.
  private static let longestGapSeconds = 120.0
  private static let stepSeconds = 5.0

  /// Traffic of `service`, which has advanced to `start` (its own beginning if `nil`).
  init(
    service: any Scenario, folder: DemoFolder, from start: Timestamp? = nil
  ) throws(DemoError) {
    self.service = service
    time = start ?? service.beginning
    lines = service.logNames.map { _ in [] }
    files = []
    for name in service.logNames {
      files.append(try DemoLogFile(path: "\(folder.path)/\(name)"))
    }
  }

  /// Lets time pass up to `now`, writes what was logged, and gives the pages of that instant.
  ///
  /// A clock that was set back lets nothing happen until it has caught up.
  mutating func tick(_ now: Timestamp) throws(DemoError) -> [DemoPage] {
    if now - time > DemoTraffic.longestGapSeconds { service.rest(until: now) }
    try advance(to: now)
    return service.pages(at: time)
  }

  /// Lets time pass up to `end` in short steps, and writes what was logged.
  mutating func advance(to end: Timestamp) throws(DemoError) {
    while time < end {
      time = min(time + DemoTraffic.stepSeconds, end)
      service.advance(to: time, appendingTo: &lines)
      try write(unlessShorterThan: time < end ? 1 << 18 : 1)
    }
  }

  private mutating func write(unlessShorterThan size: Int) throws(DemoError) {
    for place in lines.indices where lines[place].count >= size {
      try files[place].append(lines[place])
      lines[place].removeAll(keepingCapacity: true)
    }
  }
}
