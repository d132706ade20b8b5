/// The first thing in an exposition that its specification does not allow.
package struct ExpositionError: Error, Hashable, Sendable {
  /// From 1.
  package var line: Int
  /// A sentence for people, without the line.
  package var reason: DisplayText

  /// What is wrong at a line.
  package init(line: Int, reason: DisplayText) {
    self.line = line
    self.reason = reason
  }
}

/// Holds expositions to the letter of their specification, for `svctop inspect --strict`.
///
/// Reading is lenient (`ExpositionScanner`); this says what a strict reader would refuse. Quoted
/// UTF-8 names pass in both formats, since Prometheus negotiates them (`escaping=allow-utf-8`).
package enum ExpositionValidator {
  /// The specification an exposition is held to.
  package enum Format: Sendable {
    /// OpenMetrics 1.0: https://prometheus.io/docs/specs/om/open_metrics_spec/
    case openMetrics
    /// Text 0.0.4: https://prometheus.io/docs/instrumenting/exposition_formats/
    case prometheus
  }

  /// The first error of a body, or `nil` when it is valid.
  ///
  /// Linear in the body; names and labels of all series are kept while it runs.
  package static func firstError(in body: Bytes, format: Format) -> ExpositionError? {
    switch format {
    case .openMetrics:
      var check = OpenMetricsCheck()
      return firstError(in: body, { (line) throws(Flaw) in try check.read(line) }) {
        isCut throws(Flaw) in
        try check.finish(isCut: isCut)
      }
    case .prometheus:
      var check = PrometheusTextCheck()
      return firstError(in: body, { (line) throws(Flaw) in try check.read(line) }) {
        isCut throws(Flaw) in
        try check.finish(isCut: isCut)
      }
    }
  }

  /// Hands out lines without their ends; `finish` learns whether the last one had none.
  private static func firstError(
    in body: Bytes, _ read: (Bytes) throws(Flaw) -> Void, _ finish: (Bool) throws(Flaw) -> Void
  ) -> ExpositionError? {
    var number = 0
    var position = 0
    var isCut = false
    do throws(Flaw) {
      while position < body.count {
        number += 1
        let end = body.find(0x0A, from: position)
        let line = body.part(position, end ?? body.count)
        isCut = end == nil
        position = (end ?? body.count) + 1
        guard String(validating: line, as: UTF8.self) != nil else { throw Flaw("not valid UTF-8") }
        try read(line)
      }
      number += isCut ? 0 : 1
      try finish(isCut)
      return nil
    } catch {
      return ExpositionError(line: error.line ?? max(1, number), reason: error.reason)
    }
  }
}

/// What is wrong with the line at hand, or with an earlier one.
struct Flaw: Error {
  var reason: DisplayText
  var line: Int?

  init(_ reason: DisplayText, line: Int? = nil) {
    self.reason = reason
    self.line = line
  }
}
