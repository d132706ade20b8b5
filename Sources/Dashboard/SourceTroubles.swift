import Telemetry

extension SourceState {
  /// What was not understood, with an example, what a log lacks, and what else a user should know.
  package var troubles: [String] {
    let notes = notes.map(\.string)
    guard tally.unparsed > 0 else { return (silence.map { [$0] } ?? []) + notes }
    let unit = identity.kind == .log ? "lines" : "samples"
    let example = tally.unparsedExample.map { ", for example: \($0)" } ?? ""
    let counts = "\(Units.count(tally.unparsed)) of \(Units.count(tally.lines)) \(unit)"
    return ["\(counts) not understood\(example)"] + notes
  }

  /// Says of a log that is understood, and that nothing can be counted of, how to mend it.
  private var silence: String? {
    guard identity.kind == .log, tally.parsed > 0, !hasTold else { return nil }
    let lines = "\(Units.count(tally.parsed)) line\(tally.parsed == 1 ? "" : "s") understood"
    return
      "\(lines), none tells of a request, a statement or a task; svctop inspect says what to log"
  }
}
