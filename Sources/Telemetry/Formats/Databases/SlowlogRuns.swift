/// Which entries of a list that is printed again and again are new.
struct SlowlogRuns {
  private var last = Int.min
  private var highest = (id: -1, time: Int.min)
  /// The highest id of the runs before this one.
  private var floor = -1

  mutating func isNew(id: Int, time: Int) -> Bool {
    if id >= last { floor = highest.id }
    last = id
    if id <= floor, time > highest.time {
      floor = -1
      highest = (id, time)
    }
    if id > highest.id { highest = (id, time) }
    return id > floor
  }
}
