/// How the entries of a chunk are told apart and counted, specialised for each format.
extension LogFormat {
  package mutating func read(_ chunk: Bytes, into accumulator: inout LogAccumulator) {
    Self.isMultiLine ? readEntries(chunk, &accumulator) : readLines(chunk, &accumulator)
  }

  @inline(__always)
  private mutating func readLines(_ chunk: Bytes, _ accumulator: inout LogAccumulator) {
    var start = 0
    while start < chunk.count {
      let end = chunk.lineEnd(from: start)
      accumulator.lineNumber &+= 1
      count(chunk.line(from: start, to: end), bytes: end + 1 - start, &accumulator)
      start = end + 1
    }
  }

  @inline(__always)
  private mutating func readEntries(_ chunk: Bytes, _ accumulator: inout LogAccumulator) {
    var start = 0
    // Whether the entry at hand began as one; of the chunk's first line that is not known yet.
    var hasBegun: Bool?
    while start < chunk.count {
      var end = chunk.lineEnd(from: start)
      var lines: UInt64 = 1
      var nextBegins = false
      while end + 1 < chunk.count {
        let next = chunk.lineEnd(from: end + 1)
        let line = chunk.line(from: end + 1, to: next)
        nextBegins = beginsEntry(line)
        if nextBegins { break }
        let entry = chunk.line(from: start, to: end)
        // Lines of other programs stand by themselves.
        if lines == 1, !(hasBegun ?? beginsEntry(entry)) { break }
        if !continues(entry, with: line) { break }
        end = next
        lines += 1
      }
      accumulator.lineNumber &+= 1
      count(chunk.line(from: start, to: end), bytes: end + 1 - start, &accumulator)
      accumulator.lineNumber &+= lines - 1
      start = end + 1
      hasBegun = nextBegins
    }
  }

  @inline(__always)
  private mutating func count(
    _ entry: Bytes, bytes: Int, _ accumulator: inout LogAccumulator
  ) {
    var record = LogRecord()
    // By its place: a record that is read as a value is copied right after it was written field by
    // field, which the processor waits for.
    withUnsafeMutablePointer(to: &record) { record in
      if parse(entry, into: &record.pointee) {
        if Self.isGeneral, record.pointee.isVague, accumulator.asksOthers {
          return accumulator.addVague(entry, record, readings, bytes: bytes)
        }
        if Self.leavesNumbers, record.pointee.endsInNumber,
          accumulator.addNumbered(entry, UnsafePointer(record), bytes: bytes)
        {
          return
        }
        accumulator.add(UnsafePointer(record), bytes: bytes)
        if Self.showsMessages { accumulator.show(UnsafePointer(record)) }
        if record.pointee.hasReadings { accumulator.add(readings, of: record) }
      } else {
        accumulator.addUnparsed(entry, bytes: bytes)
      }
    }
  }
}
