/// What svctop itself costs its host, over the last minutes; measured by the shell.
package struct OwnCost: Hashable, Sendable {
  /// One measurement, about a second long.
  package struct Sample: Hashable, Sendable {
    /// Share of one core (1 is a whole core); `nil` where it cannot be told.
    package var cpuShare: Double?
    /// Resident memory of svctop at the time of the measurement; `nil` where it cannot be told.
    package var residentBytes: Double?
    /// Bytes written per second, wherever to: pictures, twice as they first go into memory,
    /// requests to sources, files that are saved, and in a demo its logs and pages.
    package var writtenBytesPerSecond: Double?
    /// Bytes sent to the terminal per second, once each; `nil` where nothing is drawn.
    package var terminalBytesPerSecond: Double?

    /// One measurement.
    package init(
      cpuShare: Double?, residentBytes: Double?, writtenBytesPerSecond: Double?,
      terminalBytesPerSecond: Double? = nil
    ) {
      self.cpuShare = cpuShare
      self.residentBytes = residentBytes
      self.writtenBytesPerSecond = writtenBytesPerSecond
      self.terminalBytesPerSecond = terminalBytesPerSecond
    }
  }

  /// The newest last.
  package private(set) var samples: [Sample] = []

  /// Samples kept: five minutes.
  private static let most = 300

  /// Nothing measured yet.
  package init() {}

  /// Adds a measurement and forgets the oldest.
  package mutating func add(_ sample: Sample) {
    if samples.count >= OwnCost.most { samples.removeFirst() }
    samples.append(sample)
  }

  /// The mean of a figure over what is remembered; `nil` when it was never known.
  package func mean(of figure: (Sample) -> Double?) -> Double? {
    let known = samples.compactMap(figure)
    return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
  }
}
