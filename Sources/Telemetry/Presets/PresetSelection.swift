/// Which presets and shapes read the metrics of a source: all, or those that the user named.
///
/// With names given nothing is found out: what is named is used wherever its families are, and no
/// other preset, shape or general rule takes part. Families of the process and its runtime are
/// read all the same, since memory and restarts do not depend on who counts the requests.
package struct PresetSelection: Sendable {
  /// Everything there is; what fits is found out.
  package static let all = PresetSelection()
  /// What the rules for names that no preset knows are called.
  package static let genericName = "generic"

  /// The names that were given; empty where all may be used.
  package private(set) var named: [String] = []
  private(set) var metrics = MetricPresetCatalog.all
  private(set) var hasGenericRules = true
  private(set) var shapes = JSONShapeCatalog.all
  /// Whether expositions are read: not where shapes of JSON alone were named.
  package private(set) var hasExpositions = true

  private init() {}

  /// All rules for expositions and these presets alone.
  package init(metrics: [MetricPreset]) { self.metrics = metrics }

  /// The presets and shapes called `names`, in any case.
  ///
  /// Throws `UnknownPreset` for the first name that is none. Without names everything is used.
  package init(named names: [String]) throws(UnknownPreset) {
    if names.isEmpty { return }
    let wanted = names.map { $0.lowercased() }
    let known = PresetSelection.names
    for (name, wanted) in zip(names, wanted) where !known.contains(wanted) {
      throw UnknownPreset(name: name)
    }
    named = wanted
    // Prometheus's JSON is a way to write an exposition, whoever filled it.
    if wanted.contains(PrometheusJSONShape.name) { return }
    hasExpositions = wanted.contains { PresetSelection.metricNames.contains($0) }
    metrics = metrics.filter { wanted.contains($0.name.lowercased()) || $0.describesProcess }
    hasGenericRules = wanted.contains(PresetSelection.genericName)
    shapes = shapes.filter { wanted.contains($0.name) }
  }

  /// Every name that can be given, presets before shapes.
  package static var names: [String] {
    metricNames + JSONShapeCatalog.all.map { $0.name }.filter { !metricNames.contains($0) }
  }

  private static var metricNames: [String] {
    MetricPresetCatalog.all.map { $0.name.lowercased() } + [genericName]
  }

  /// Whether a preset was named, so that its families need not be told from those of others.
  func isNamed(_ preset: MetricPreset) -> Bool { named.contains(preset.name.lowercased()) }

  /// Why an exposition in which the presets `used` read something is not read as the user wished.
  func complaint(used: Set<String>) -> DisplayText? {
    guard hasExpositions else {
      let names = named.joined(separator: ", ")
      return DisplayText("--preset \(names): reads JSON, and this is an exposition")
    }
    let used = Set(used.map { $0.lowercased() })
    let unused = named.filter { PresetSelection.metricNames.contains($0) && !used.contains($0) }
    if unused.isEmpty { return nil }
    let names = unused.joined(separator: ", ")
    return DisplayText("--preset \(names): none of its families is here")
  }
}

/// A name that no preset and no shape has.
package struct UnknownPreset: Error, Hashable, CustomStringConvertible {
  /// As the user wrote it.
  package let name: String

  /// What is wrong, which names are near, and where all of them are.
  package var description: String {
    let near = suggestions
    return "no such preset"
      + (near.isEmpty ? ";" : ", \(Spelling.question(near))")
      + " docs/metrics.md lists all \(PresetSelection.names.count)"
  }

  /// Up to three names that are spelled nearly so or hold the word, the nearest first.
  package var suggestions: [String] {
    func bare(_ text: String) -> String { text.filter { $0.isLetter || $0.isNumber } }
    let wanted = name.lowercased()
    let core = bare(wanted)
    let near = PresetSelection.names.map { (name: $0, distance: Spelling.distance(wanted, $0)) }
      .filter { known in
        if known.distance <= max(1, wanted.count / 4) { return true }
        return core.count > 2
          && (bare(known.name).contains(core) || core.contains(bare(known.name)))
      }
    return near.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map(\.name)
  }
}
