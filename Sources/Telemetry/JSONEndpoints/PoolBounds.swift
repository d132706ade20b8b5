/// What an object tells of how many connections a pool may have.
///
/// SQLAlchemy's pools open `max_overflow` connections beyond their size: 10 where nobody says
/// otherwise, any number if it is -1 or the size 0. A page that leaves it out tells no limit once
/// the size was exceeded: what has been open is the least that it can be.
/// https://docs.sqlalchemy.org/en/20/core/pooling.html
struct PoolBounds {
  /// A number with the key that it stands under.
  typealias Member = (value: Double, key: String)

  /// What is called the most that there may be.
  var limit: Member?
  /// What is called the size.
  var size: Member?
  /// Connections that are open beyond the size; below 0 while fewer are open.
  var overflow: Member?
  /// The most of those.
  var maxOverflow: Member?

  /// What the limit is, or what it is made from.
  var base: Member? { limit ?? size }

  /// The keys of all that is told.
  var keys: Set<String> { Set([limit, size, overflow, maxOverflow].compactMap { $0?.key }) }

  /// Adds the limit of the pool at `place`, or what it is at least, where either is told.
  func addLimit(
    of subject: String, inUse: Double, _ place: JSONGauges.Place,
    into findings: inout JSONFindings
  ) {
    guard let base else { return }
    let path = place.path(of: base.key)
    if isWhole(inUse: inUse) {
      findings.add(.poolLimit, base.value, subject, at: path, place.shape)
    } else if isEndless {
      findings.decide(path, "not counted: the overflow has no limit", place.shape)
    } else if let maxOverflow {
      findings.add(.poolLimit, base.value + maxOverflow.value, subject, at: path, place.shape)
    } else {
      let open = open(inUse: inUse)
      let isExceeded = open > base.value
      findings.add(
        isExceeded ? .poolLeastLimit : .poolLimit, open, subject, at: path, place.shape)
      findings.sizes[DisplayText(subject)] = base.value
      guard overflow != nil, isExceeded || limit == nil else { return }
      let name = subject.isEmpty ? "the pool" : "pool \(subject)"
      findings.note("\(name): max_overflow is not exposed: its limit is at least what is shown")
    }
  }

  /// Whether what is called the most holds all connections: beside an overflow it is the size alone
  /// where more are in use.
  private func isWhole(inUse: Double) -> Bool {
    guard let limit else { return false }
    return maxOverflow == nil ? overflow == nil : inUse <= limit.value
  }

  private var isEndless: Bool {
    if let maxOverflow, maxOverflow.value < 0 { return true }
    return base?.value == 0 && (overflow != nil || maxOverflow != nil)
  }

  /// The most that is known to be open; an overflow may be part of what is called the most.
  private func open(inUse: Double) -> Double {
    let beyond = limit == nil ? max(0, overflow?.value ?? 0) : 0
    return max((base?.value ?? 0) + beyond, inUse)
  }
}
