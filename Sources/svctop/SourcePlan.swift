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
    let interval = try options.interval.map {
      try CommonOptions.duration($0, option: "--interval")
    }
    intervalSeconds = interval ?? configuration.intervalSeconds ?? 2
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
    case .file(let path): append(source, .log, .file(path: path))
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
    await withDiscardingTaskGroup { group in
      for (id, reading) in readings.enumerated() {
        group.addTask { await collect(reading, id, yield) }
      }
    }
  }

  /// What a user should know of files that a pattern matches and that are left out.
  var notice: String? {
    guard let first = rotations.first else { return nil }
    let more = rotations.count > 1 ? " and \(rotations.count - 1) more" : ""
    return "left out as rotated logs: \(first)\(more); name a file to have it read"
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
    _ reading: Reading, _ id: SourceID, _ yield: @Sendable (Batch) async -> Void
  ) async {
    switch reading {
    case .file(let path):
      await LogCollector(path: path, source: id, configuration: logConfiguration).run(yield)
    case .pattern(let pattern, let paths):
      await PatternCollector(pattern, besides: paths, source: id, configuration: logConfiguration)
        .run(yield)
    case .stream(let input):
      await StreamCollector(input, source: id, preferences: preferences, restarts: true).run(yield)
    case .endpoint(let fetcher):
      await MetricsCollector(fetcher: fetcher, source: id, intervalSeconds: intervalSeconds)
        .run(mapping: mapping, presets: presets, pace: pace, yield)
    }
  }
}

extension CommonOptions {
  /// An endpoint with the credentials and TLS files of the command line.
  func target(_ url: EndpointURL) throws -> FetchTarget {
    var target = FetchTarget(url: url)
    target.timeoutSeconds = try CommonOptions.duration(timeout ?? "5s", option: "--timeout")
    do {
      target.headers = try headers.map { try FetchTarget.Header(argument: $0) }
      if let user, let passwordEnv {
        target.credentials = BasicCredentials(name: user, password: .environment(passwordEnv))
      } else if let user {
        target.credentials = try BasicCredentials(argument: user)
      }
    } catch let error as SourceError {
      throw Failure.usage(error.description.string)
    }
    if let bearerFile { target.bearer = .file(bearerFile) }
    if let bearerEnv { target.bearer = .environment(bearerEnv) }
    target.tls.authorities = cacert
    target.tls.certificate = cert
    target.tls.privateKey = key
    target.tls.isInsecure = insecure
    return target
  }
}
