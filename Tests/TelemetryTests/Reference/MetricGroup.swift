import Telemetry

/// Presets of one kind of product, as a reader looks for them.
enum MetricGroup: CaseIterable {
  case services, proxies, calls, jobs, pools, statements, caches, databases, processes

  var title: String {
    switch self {
    case .services: "Frameworks and libraries of services"
    case .proxies: "Proxies, servers and their exporters"
    case .calls: "Calls to other services"
    case .jobs: "Background jobs"
    case .pools: "Connection pools"
    case .statements: "Statements and commands"
    case .caches: "Caches"
    case .databases: "Databases"
    case .processes: "Processes, runtimes and hosts"
    }
  }

  /// The group of a preset, by what it gives first.
  static func of(_ preset: MetricPreset) -> MetricGroup {
    let signals = Set(preset.signals.map(\.signal))
    if let traffic = preset.traffic.first {
      switch traffic.kind {
      case .endpoint: return preset.vantage == "app" ? .services : .proxies
      case .task: return .jobs
      case .outbound where signals.contains(.poolInUse) && preset.isExporter: return .pools
      case .outbound: return traffic.group.hasPrefix("db") ? .statements : .calls
      }
    }
    if !preset.statements.isEmpty, signals.isEmpty { return .statements }
    if signals.contains(.taskBacklog) { return .jobs }
    if preset.isExporter, signals.contains(.poolInUse), signals.contains(.cacheHits) {
      return .databases
    }
    if signals.contains(.poolInUse) { return .pools }
    if signals.contains(.cacheHits) { return .caches }
    return .processes
  }
}
