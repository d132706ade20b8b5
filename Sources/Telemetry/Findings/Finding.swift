/// Something that is wrong with a service, with what shows it and what to do about it.
package struct Finding: Hashable, Sendable, Identifiable {
  /// What kind of trouble of whom: one and the same finding over time.
  package struct ID: Hashable, Sendable {
    /// What is wrong.
    package var kind: FindingKind
    /// What it is wrong with.
    package var subject: FindingSubject

    /// The finding of one kind about one subject.
    package init(kind: FindingKind, subject: FindingSubject) {
      self.kind = kind
      self.subject = subject
    }
  }

  package var id: ID
  /// As bad as the worst of its symptoms, once these are known.
  package var severity: Severity
  /// One plain sentence with its numbers.
  package var summary: DisplayText
  /// What shows it, the most telling first.
  package var evidence: [FindingEvidence] = []
  /// What to do, specific to what was seen; the first thing first.
  package var advice: [DisplayText] = []
  /// What this cause makes worse elsewhere; not findings of their own.
  package var symptoms: [FindingSymptom] = []
  /// Since when it has been so; `nil` when that is not known.
  package var since: Timestamp?
  /// Whether it has been so since the first that its sources tell of, so that nobody knows since when.
  package var isOpen = false
  /// Whether it was counted, or inferred from something weaker.
  package var certainty = FindingCertainty.sure
  /// The part of the service's time or requests that it is about, 0...1: what comes first among
  /// findings alike in severity.
  package var weight = 0.0
  /// What mending it would gain, where the detector can tell.
  package var gain: FindingGain?

  /// A silence so long ends what was before it, in seconds.
  ///
  /// Chosen: what is asked for less often than every ten minutes is another story each time.
  static let pauseSeconds = 600.0

  /// What is wrong, as its id says.
  package var kind: FindingKind { id.kind }
  /// What it is wrong with, as its id says.
  package var subject: FindingSubject { id.subject }

  /// A finding without evidence or advice yet.
  package init(
    _ kind: FindingKind, _ severity: Severity, of subject: FindingSubject, summary: DisplayText
  ) {
    id = ID(kind: kind, subject: subject)
    self.severity = severity
    self.summary = summary
  }
}

/// What mending a finding would gain in the window.
package struct FindingGain: Hashable, Sendable {
  /// Time that would be saved, in seconds.
  package var seconds: Double
  /// The same in words, with its numbers.
  package var text: DisplayText
}

/// What a finding is about: the thing whose row on the screen bears its mark.
package enum FindingSubject: Hashable, Sendable {
  /// Requests that the service answers, by method and route template.
  case endpoint(EndpointName)
  /// Id of a fingerprint.
  case query(UInt64)
  /// A connection pool of one source, by the name of its row.
  case pool(DisplayText, source: SourceID)
  /// A cache of one source, by the name of its row.
  case cache(DisplayText, source: SourceID)
  /// A process, by its memory, event loop or garbage collector.
  case process(DisplayText, source: SourceID)
  /// Calls to another service, by method and host or route.
  case outbound(EndpointName)
  /// A background job or a step of one.
  case task(EndpointName)
  /// A queue of one source, by the name of its row.
  case queue(DisplayText, source: SourceID)
  /// A circuit breaker of one source, by the name of its row.
  case breaker(DisplayText, source: SourceID)
  /// A source that svctop reads from, and not the service.
  case source(SourceID)
  /// The service as a whole.
  case service
}

/// One thing that shows a finding: a number against its limit, or a place in a source.
package struct FindingEvidence: Hashable, Sendable {
  /// What was seen, as a sentence or the name of a figure: "saturation", "29 similar statements".
  package var what: DisplayText
  /// `nil` where `what` says it all.
  package var value: Double?
  /// The limit that `value` is held against; `nil` for a number that only explains.
  package var threshold: Double?
  /// What value and threshold are counted in.
  package var unit = Target.Unit.count
  /// Where it was seen; `nil` where no single source shows it.
  package var source: SourceID?
  /// Number of the line in its file, from 1.
  package var line: UInt64?
  /// The stretch of time it was seen in.
  package var range: TimeRange?
  /// A line or statement as it was logged.
  package var sample: DisplayText?

  /// What was seen; where and how much is filled in by who knows.
  package init(_ what: DisplayText, value: Double? = nil, threshold: Double? = nil) {
    self.what = what
    self.value = value
    self.threshold = threshold
  }
}

/// How sure a finding is, and by what.
package enum FindingCertainty: Hashable, Sendable {
  /// Counted, or linked by ids and comments.
  case sure
  /// Rests on a link by time or on a small sample; says on what.
  case likely(DisplayText)
}
