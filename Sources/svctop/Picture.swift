import Collectors
import Dashboard
import Telemetry
import TextUI

/// A model that several readers add to, for commands that read every source once.
actor Picture {
  private var model: Model
  /// Sources that have said something.
  private var heard: Set<SourceID> = []

  init(_ model: Model) {
    self.model = model
  }

  func take(_ batch: Batch) {
    heard.insert(batch.source)
    model.take(batch)
  }

  func hasHeard(of source: SourceID) -> Bool { heard.contains(source) }

  func finished(at time: Timestamp) -> Model {
    model.watchForFindings()
    model.finish(at: time)
    // What is left is to write: the code that found what is wrong is not needed for it.
    ProcessMemory.releaseCode()
    return model
  }

  /// Reads the sources of a command line, as the options and the configuration say.
  ///
  /// Log files are read from start to end and metrics endpoints are scraped twice, unless `duration`
  /// asks to go on observing for so long.
  static func read(
    _ common: CommonOptions, _ configuration: Configuration, size: Size, duration: String?
  ) async throws -> Model {
    var plan = try SourcePlan(common, configuration, isFollowing: duration != nil)
    var settings = try common.display.settings(window: .all)
    settings.take(configuration.preferences(besides: common))
    // What the picture is of, and not only what a dashboard starts with.
    plan.pastSeconds = settings.window.seconds
    plan.readsAtOnce = true
    let asked = try common.display.filterExpression() ?? configuration.filter
    // An empty one lets everything pass, also where the configuration has another.
    let filter = asked.flatMap { $0.text.allSatisfy(\.isWhitespace) ? nil : $0 }
    let seconds = try duration.map { try CommonOptions.duration($0, option: "--duration") }
    for notice in [configuration.notice, plan.notice].compactMap(\.self) { Main.complain(notice) }
    let picture = Picture(
      Model(
        history: History(sources: plan.identities, configuration: configuration.retention),
        settings: settings, theme: .default, size: size, clock: ArrivalTime.now().wall,
        filter: filter))
    ProcessMemory.releaseCode()
    let run = SnapshotRun(
      plan: plan, settings: settings, isWindowGiven: common.display.window != nil)
    let readings = plan.readings
    let silence = Task {
      try await Task.sleep(for: .seconds(PipeOpening.patienceSeconds))
      for (id, reading) in readings.enumerated() {
        guard case .stream(.pipe(let path)) = reading, await !picture.hasHeard(of: id) else {
          continue
        }
        PipeOpening.tell(path)
      }
    }
    await EndingSignals.heed {
      await run.collect(observing: seconds) {
        await picture.take($0)
        ProcessMemory.releaseCode()
      }
    }
    silence.cancel()
    return await picture.finished(at: ArrivalTime.now().wall)
  }

  /// What ends a command with status 1.
  struct Limit {
    var severity: Severity?
    var countsTargets = false

    /// What `--fail-on` names: a severity, `target`, or both with a comma between them.
    init(_ names: String?) throws {
      guard let names else { return }
      for name in names.split(separator: ",", omittingEmptySubsequences: false) {
        if name == "target" {
          countsTargets = true
        } else if let severity = Severity(name: String(name)) {
          self.severity = min(severity, self.severity ?? severity)
        } else {
          throw Failure.usage(
            "--fail-on \(DisplayText(name)): critical, high, medium, low or target")
        }
      }
    }
  }

  /// Ends with status 1 where a finding is as bad as the limit or worse, or a target is missed.
  static func fail(_ model: Model, on limit: Limit) throws {
    var reasons: [String] = []
    if let severity = limit.severity {
      reasons += model.figures.findings.filter { $0.severity >= severity }
        .map { "\($0.severity.name): \($0.summary)" }
    }
    if limit.countsTargets {
      reasons += model.figures.targets.filter { $0.isMet == false }.map { check in
        "target missed: \(TargetText.name(of: check)) is \(TargetText.value(of: check)), wanted "
          + "\(check.target.text)"
      }
    }
    guard let worst = reasons.first else { return }
    let more = reasons.count > 1 ? "; and \(reasons.count - 1) more" : ""
    throw Failure.source("\(worst)\(more)")
  }

  /// Says which sources could not be read; the status is 1 when one gave nothing at all.
  ///
  /// Where no source told of anything, why is said beside the picture, which is empty.
  static func report(_ sources: [SourceState]) throws {
    if !sources.contains(where: \.hasTold) {
      for source in sources {
        for trouble in source.troubles {
          Main.complain("\(source.identity.name): \(trouble)")
        }
      }
    }
    let dead = sources.filter { source in
      if case .failing = source.health { source.lastSuccess == nil } else { false }
    }
    guard !dead.isEmpty else { return }
    let reasons = dead.map { source -> String in
      guard case .failing(let reason) = source.health else { return "" }
      let isNamed = reason.string.contains(source.identity.name.string)
      return isNamed ? reason.string : "\(source.identity.name): \(reason)"
    }
    throw Failure.source(reasons.joined(separator: "; "))
  }
}
