/// Expositions that were written as JSON: they are read as the text they stand for.
///
///     [{"name", "type", "metrics": [{"labels", "value" | "buckets" | "quantiles"}]}]   prom2json
///     {"data": {"resultType", "result": [{"metric", "value": [time, "1"]}]}}    Prometheus's API
///     {"counters": [{"key", "labels", "value"}], "gauges", "histograms"}                  Prisma
///
/// https://github.com/prometheus/prom2json https://prometheus.io/docs/prometheus/latest/querying/api/
/// https://www.prisma.io/docs/orm/prisma-client/observability-and-logging/metrics
package enum JSONExposition {
  /// The exposition that a body of JSON stands for; `nil` when it is another kind of JSON.
  package static func text(_ body: Bytes) -> [UInt8]? {
    let head = Bytes(rebasing: body.prefix(4096))
    let words: [StaticString] = [
      "\"metrics\"", "\"resultType\"", "\"counters\"", "\"gauges\"", "\"histograms\"",
    ]
    guard words.contains(where: { head.find($0) != nil }), let root = try? JSONNode(body) else {
      return nil
    }
    return text(root)
  }

  /// Whether a body is such an exposition.
  static func isOne(_ root: JSONNode) -> Bool { text(root) != nil }

  private static func text(_ root: JSONNode) -> [UInt8]? {
    var writer = Writer()
    if let families = root.array {
      for family in families { writer.add(family: family) }
    } else if root["data"]?["resultType"]?.string != nil {
      for series in root["data"]?["result"]?.array ?? [] { writer.add(result: series) }
    } else if root["counters"]?.array != nil || root["histograms"]?.array != nil {
      writer.add(keyed: root["counters"], "counter")
      writer.add(keyed: root["gauges"], "gauge")
      writer.add(keyed: root["histograms"], "histogram")
    }
    return writer.samples > 0 ? Array(writer.text.utf8) : nil
  }

  /// Writes families and samples as Prometheus text.
  private struct Writer {
    private(set) var text = ""
    private(set) var samples = 0

    /// One family of prom2json.
    mutating func add(family: JSONNode) {
      guard let name = family["name"]?.string, let metrics = family["metrics"]?.array else {
        return
      }
      addType(name, family["type"]?.string ?? "")
      for metric in metrics {
        let labels = JSONExposition.labels(metric["labels"])
        for bucket in metric["buckets"]?.object?.members ?? [] {
          add(name + "_bucket", labels, ("le", bucket.key), bucket.value)
        }
        for quantile in metric["quantiles"]?.object?.members ?? [] {
          add(name, labels, ("quantile", quantile.key), quantile.value)
        }
        add(name + "_sum", labels, nil, metric["sum"])
        add(name + "_count", labels, nil, metric["count"])
        add(name, labels, nil, metric["value"])
      }
    }

    /// One series of an answer of Prometheus; of several values the last.
    mutating func add(result: JSONNode) {
      guard let name = result["metric"]?["__name__"]?.string else { return }
      let labels = JSONExposition.labels(result["metric"]).filter { $0.name != "__name__" }
      let pair = result["value"]?.array ?? result["values"]?.array?.last?.array
      guard let pair, pair.count == 2 else { return }
      add(name, labels, nil, pair[1])
    }

    /// Metrics of Prisma, whose buckets are not cumulative.
    mutating func add(keyed list: JSONNode?, _ type: String) {
      for metric in list?.array ?? [] {
        guard let name = metric["key"]?.string, let value = metric["value"] else { continue }
        addType(name, type)
        let labels = JSONExposition.labels(metric["labels"])
        guard let buckets = value["buckets"]?.array else {
          add(name, labels, nil, value)
          continue
        }
        var sum = 0.0
        for bucket in buckets {
          guard let pair = bucket.array, pair.count == 2, let bound = pair[0].number,
            let count = pair[1].number
          else { continue }
          sum += count
          add(name + "_bucket", labels, ("le", "\(bound)"), .number(sum, uncertainty: 0))
        }
        add(name + "_bucket", labels, ("le", "+Inf"), value["count"])
        add(name + "_sum", labels, nil, value["sum"])
        add(name + "_count", labels, nil, value["count"])
      }
    }

    private mutating func addType(_ name: String, _ type: String) {
      let word = type.lowercased()
      guard ["counter", "gauge", "histogram", "summary"].contains(word) else { return }
      text += "# TYPE \(MetricNameTranslation.metricName(name)) \(word)\n"
    }

    private mutating func add(
      _ name: String, _ labels: [(name: String, value: String)],
      _ part: (name: String, value: String)?, _ value: JSONNode?
    ) {
      guard let value, let written = JSONExposition.written(value) else { return }
      let all = labels + (part.map { [$0] } ?? [])
      text += MetricNameTranslation.metricName(name)
      if !all.isEmpty {
        let pairs = all.map { "\($0.name)=\"\(JSONExposition.escaped($0.value))\"" }
        text += "{\(pairs.joined(separator: ","))}"
      }
      text += " \(written)\n"
      samples += 1
    }
  }

  private static func labels(_ node: JSONNode?) -> [(name: String, value: String)] {
    (node?.object?.members ?? []).compactMap { label in
      label.value.string.map {
        (
          label.key == "__name__"
            ? label.key : MetricNameTranslation.labelName(label.key), $0
        )
      }
    }
  }

  private static func escaped(_ value: String) -> String {
    value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: "\\n")
  }

  /// A value as text: numbers, and strings that hold one.
  private static func written(_ value: JSONNode) -> String? {
    switch value {
    case .number(let number, _): return "\(number)"
    case .string(var text):
      let number = text.withUTF8 { ExpositionNumber.parse(Bytes($0)) }
      return number == nil ? nil : text
    default: return nil
    }
  }
}
