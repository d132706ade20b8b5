/// In which order sources tell of rows, which is the same each time but for those that have nothing to
/// tell: it spares looking up most names.
struct FoldOrder: Sendable {
  /// Rows that may be missing between two.
  private static let mostSkipped = 2

  fileprivate struct Course: Sendable {
    /// The row that was told of last.
    var last = 0
    /// By row, the one that followed it; -1 where none did.
    var next: [Int32] = []
  }

  private var courses: [SourceID: Course] = [:]

  /// The row that a source tells of next, if one of those that are likely is it.
  func expected(from source: SourceID, where isIt: (Int) -> Bool) -> Int? {
    guard let course = courses[source] else { return nil }
    var place = course.last
    for _ in 0...FoldOrder.mostSkipped {
      guard place < course.next.count, course.next[place] >= 0 else { return nil }
      place = Int(course.next[place])
      if isIt(place) { return place }
    }
    return nil
  }

  /// Notes of which row a source told; one that was not expected follows the last one from now on.
  mutating func note(_ place: Int, isExpected: Bool, from source: SourceID) {
    courses[source, default: Course()].note(place, isExpected)
  }
}

extension FoldOrder.Course {
  fileprivate mutating func note(_ place: Int, _ isExpected: Bool) {
    if !isExpected {
      while next.count <= max(last, place) { next.append(-1) }
      next[last] = Int32(truncatingIfNeeded: place)
    }
    last = place
  }
}
