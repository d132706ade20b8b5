/// What one variable of a layout says about a request, a statement or a message.
enum LayoutField: Equatable, Sendable {
  /// Something that a record has no room for.
  case skipped
  /// A host, which ends before the `/` of a target that follows at once.
  case host
  /// The query of a target, which belongs to the target before it.
  case arguments
  /// A whole stamp in whatever layout.
  case time
  /// One number or name out of a stamp.
  case stampPart(StampPart)
  /// `GET /a HTTP/1.1`.
  case request
  case method, target, route, status, bytesSent
  /// A target that a dash follows when it has no query, as nginx writes `$uri$is_args$args`.
  case dashedTarget
  /// How long it took, in multiples of `unit` seconds.
  case seconds(unit: Double, digits: NumberShape)
  /// How long the upstream took, or a list of such times, in seconds.
  case upstreamSeconds
  /// Another list that a server writes about its upstreams.
  case upstreamList
  case client, user, session, agent, requestID, traceID, connectionID, processID
  case cache, level, message, statement, rowsSent, rowsExamined, name

  /// Digits that a duration must be written with.
  enum NumberShape: Equatable, Sendable {
    case any
    /// No point: `1520`.
    case whole
    /// Three decimals: `0.057`.
    case three
    /// Six decimals: `0.012345`.
    case six
  }

  /// Whether its values are lists, `0.1, 0.2 : 0.3`, with blanks inside.
  var isList: Bool { self == .upstreamSeconds || self == .upstreamList }

  /// Whether its values may hold blanks and show by themselves where they end.
  var mayHoldBlanks: Bool { self == .time || self == .request }

  /// Whether lines that have it are about requests.
  var isAboutRequests: Bool {
    switch self {
    case .request, .method, .target, .dashedTarget, .route, .status: true
    default: false
    }
  }

  /// Whether nothing but values of the right shape is taken for it.
  var isTyped: Bool {
    switch self {
    case .time, .stampPart, .request, .status, .seconds, .bytesSent: true
    default: false
    }
  }

  /// What stands in a line where it should, for a user.
  var expectation: DisplayText {
    switch self {
    case .time: "a time such as 01/Jan/2026:00:00:00 +0000"
    case .stampPart(let part): part.expectation
    case .request: "a request in quotes"
    case .status: "a status of three digits"
    case .seconds(_, let digits):
      switch digits {
      case .any: "a number"
      case .whole: "a whole number"
      case .three: "a number with three decimals"
      case .six: "a number with six decimals"
      }
    case .upstreamSeconds, .bytesSent, .rowsSent, .rowsExamined: "a number"
    default: "a value"
    }
  }

  /// Fields of one group say the same thing, and of these the one of the lowest rank counts.
  var standing: (group: Int, rank: Int)? {
    switch self {
    case .request: (2, 0)
    case .target, .dashedTarget: (2, 1)
    case .seconds(let unit, _): (3, unit <= 1e-6 ? 0 : unit < 1 ? 1 : 2)
    case .upstreamSeconds: (4, 0)
    case .client: (5, 0)
    case .user: (6, 0)
    case .requestID: (7, 0)
    case .traceID: (8, 0)
    case .bytesSent: (9, 0)
    case .status: (10, 0)
    case .cache: (11, 0)
    case .session: (12, 0)
    case .agent: (13, 0)
    default: nil
    }
  }
}
