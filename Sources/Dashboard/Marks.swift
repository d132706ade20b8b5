import Telemetry
import TextUI

extension Severity {
  /// The mark that stands beside what is wrong; `nil` when nothing is.
  var mark: Mark? {
    switch self {
    case .fine, .low: nil
    case .medium: .medium
    case .high: .high
    case .critical: .critical
    }
  }

  /// The role that colours it.
  var role: ThemeRole {
    switch self {
    case .fine, .low: .text
    case .medium, .high: .high
    case .critical: .critical
    }
  }
}

extension Model {
  /// How bad a pool is, by findings where there are any.
  func severity(of row: PoolRow) -> Severity {
    figures.severity(
      of: .pool(row.name, source: row.source), byLimits: settings.thresholds.pool(row))
  }

  /// How bad a cache is, by findings where there are any.
  func severity(of row: CacheRow) -> Severity {
    figures.severity(
      of: .cache(row.name, source: row.source), byLimits: settings.thresholds.cache(row))
  }

  /// How bad a statement is, by findings where there are any.
  func severity(of row: QueryRow) -> Severity {
    figures.severity(of: .query(row.id), byLimits: settings.thresholds.query(row))
  }

  /// How bad the memory of a process is; only findings judge it.
  func severity(of row: MemoryRow) -> Severity {
    figures.severity(of: .process(row.name, source: row.source), byLimits: .fine)
  }

  /// How bad a breaker is, by findings where there are any, else by its state.
  func severity(of row: BreakerRow) -> Severity {
    figures.severity(
      of: .breaker(row.name, source: row.source),
      byLimits: row.state >= 1 ? .critical : row.state > 0 ? .medium : .fine)
  }

  /// How bad a queue is; only findings judge it.
  func severity(of row: QueueRow) -> Severity {
    figures.severity(of: .queue(row.name, source: row.source), byLimits: .fine)
  }

  /// How bad an outbound call or a task is, by findings where there are any, else by its errors.
  func severity(of row: EndpointRow, _ kind: TrafficKind) -> Severity {
    let limits = settings.thresholds
    switch kind {
    case .endpoint:
      return figures.severity(
        of: .endpoint(row.name), byLimits: max(limits.latency(of: row), limits.errors(of: row)))
    case .outbound:
      return figures.severity(of: .outbound(row.name), byLimits: limits.errors(of: row))
    case .task: return figures.severity(of: .task(row.name), byLimits: limits.errors(of: row))
    }
  }
}
