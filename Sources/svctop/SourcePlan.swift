import Collectors
import Dashboard
import Glibc
import Telemetry

/// The sources of a command line, ready to be collected: who they are, and how each is read.
struct SourcePlan: Sendable {
  /// How one source is read.
  enum Reading: Sendable {
    case file(path: String)
    case stream(StreamCollector.Input)
    /// The files that come to match a pattern beside those there are.
    case pattern(SourceSpecification, besides: [String])
    case endpoint(HTTPFetcher)
  }

  private(set) var identities: [SourceIdentity] = []
  private(set) var readings: [Reading] = []
  private var specifications: [SourceSpecification] = []
  /// Files that match a pattern and are not followed, as they seem rotated from another match.
  private var rotations: [String] = []
  /// Files that are read, with the paths that led to them first.
  private var files: [FileIdentity: String] = [:]
  /// Paths that lead to a file which is read already, under the path beside it.
  private var repetitions: [(path: String, first: String)] = []
  /// How far back logs are read before they are followed.
  var pastSeconds = Settings.leastPastSeconds
  /// Whether nothing is shown before all of that is read; else the newest lines come first.
  var readsAtOnce = false
  private(set) var preferences: LogPreferences
  /// What values of JSON endpoints mean that nobody knows.
  let mapping: JSONMapping
  /// What reads endpoints.
  let presets: PresetSelection
  let intervalSeconds: Double
  /// How often endpoints are scraped while they are observed.
  let pace: ScrapePace
  /// Whether the sources are observed for a while, so that more may come; else all is read once.
  let isFollowing: Bool

  /// The plan for sources and options as given; wrong ones are usage errors.
  init(
    _ options: CommonOptions, _ configuration: Configuration, isFollowing: Bool = true
  ) throws {
    self.isFollowing = isFollowing
    try options.checkRequests()
    preferences = try options.logPreferences(configuration)
    mapping = JSONMapping(rules: configuration.mappings)
    presets = try options.presetSelection()
    intervalSeconds =
      try options.display.intervalSeconds() ?? configuration.intervalSeconds
      ?? CommonOptions.usualInterval
    pace = ScrapePace(seconds: intervalSeconds)
    let options = options.completed(by: configuration)
    for argument in options.sources.isEmpty ? configuration.sources : options.sources {
      let source: SourceSpecification
      do {
        source = try SourceSpecification(argument)
      } catch {
        throw Failure.usage(error.description.string)
      }
      try add(source, options)
    }
    for (place, name) in SourceSpecification.names(of: specifications).enumerated() {
      identities[place].name = name
    }
    // Statements are only in logs: a single one has no other whose they could be.
    preferences.expectsStatements = identities.count { $0.kind == .log } > 1
  }

  private mutating func add(_ source: SourceSpecification, _ options: CommonOptions) throws {
    switch source.location {
    case .endpoint(let url):
      append(source, .metrics, .endpoint(HTTPFetcher(try options.target(url))))
    case .file(let path):
      if let file = source.file {
        let shown = source.displayLocation.string
        if let first = files[file] { return repetitions.append((shown, first)) }
        files[file] = shown
      }
      append(source, .log, .file(path: path))
    case .pipe(let path): append(source, .log, .stream(.pipe(path: path)))
    case .standardInput:
      guard isatty(STDIN_FILENO) == 0 else {
        throw Failure.usage(
          "-: stdin is the terminal; pipe a log into it, as in: tail -F app.log | svctop -")
      }
      append(source, .log, .stream(.standardInput))
    case .command(let command): append(source, .log, .stream(.command(command)))
    case .pattern(let pattern):
      let matches = source.files(following: isFollowing)
      let files = matches.filter { !isFollowing || !$0.isRotation }
      for file in files { try add(file.source, options) }
      if isFollowing {
        rotations += matches.filter(\.isRotation).map(\.source.displayLocation.string)
        let paths = files.compactMap { file -> String? in
          if case .file(let path) = file.source.location { path } else { nil }
        }
        append(source, .log, .pattern(source, besides: paths))
      } else if files.isEmpty {
        throw Failure.source("\(DisplayText(pattern)): no file matches; check the pattern")
      }
    }
  }

  private mutating func append(
    _ source: SourceSpecification, _ kind: SourceIdentity.Kind, _ reading: Reading
  ) {
    identities.append(
      SourceIdentity(
        name: source.name, kind: kind, location: source.displayLocation,
        service: source.service ?? ""))
    specifications.append(source)
    readings.append(reading)
  }

  /// Collects from every source, one task each, until cancelled; one goes on when `yield` returns.
  func collect(_ yield: @escaping @Sendable (Batch) async -> Void) async {
    var paths: [SourceID: Set<String>] = [:]
    for (id, reading) in readings.enumerated() {
      if case .file(let path) = reading { paths[id] = [path] }
    }
    let followed = FollowedFiles(paths)
    await withDiscardingTaskGroup { group in
      for (id, reading) in readings.enumerated() {
        group.addTask { await collect(reading, id, followed, yield) }
      }
    }
  }

  /// What a user should know of files that are left out.
  var notice: String? {
    let rotated = SourcePlan.shortened(rotations).map {
      "left out as rotated logs: \($0); name a file to have it read"
    }
    let repeated = SourcePlan.shortened(repetitions.map { "\($0.path) (as \($0.first))" }).map {
      "left out as read already: \($0)"
    }
    let notices = [rotated, repeated].compactMap(\.self)
    return notices.isEmpty ? nil : notices.joined(separator: "; ")
  }

  /// The first of some, and how many more there are.
  private static func shortened(_ names: [String]) -> String? {
    names.first.map { names.count > 1 ? "\($0) and \(names.count - 1) more" : $0 }
  }

  private var logConfiguration: LogCollector.Configuration {
    var configuration = LogCollector.Configuration()
    configuration.preferences = preferences
    configuration.pastSeconds = max(Settings.leastPastSeconds, pastSeconds)
    if readsAtOnce || configuration.pastSeconds > Settings.leastPastSeconds {
      configuration.pastBytes = .max
    }
    configuration.countsUnendedLine = readsAtOnce
    // By its bytes alone a log without stamps can be read back.
    if readsAtOnce { configuration.newestBytes = 64 << 20 }
    return configuration
  }

  private func collect(
    _ reading: Reading, _ id: SourceID, _ followed: FollowedFiles,
    _ yield: @Sendable (Batch) async -> Void
  ) async {
    switch reading {
    case .file(let path):
      await LogCollector(path: path, source: id, configuration: logConfiguration).run(yield)
    case .pattern(let pattern, let paths):
      await PatternCollector(
        pattern, besides: paths, source: id, configuration: logConfiguration, followed: followed
      ).run(yield)
    case .stream(let input):
      await StreamCollector(input, source: id, preferences: preferences, restarts: true).run(yield)
    case .endpoint(let fetcher):
      await MetricsCollector(fetcher: fetcher, source: id, intervalSeconds: intervalSeconds)
        .run(mapping: mapping, presets: presets, pace: pace, yield)
    }
  }
}
