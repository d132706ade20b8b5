/// Where a statement ends, and whether it was cut.
extension FingerprintScan {
  /// Writes what the end of the statement decides: whether it was cut, and what is left of lists.
  mutating func finish() {
    dropFinalEllipses()
    if depth > 0 || excessDepth > 0 || isExecutableComment || previous == .comma { isCut = true }
    closeFramesAtEnd()
    dropFinalEllipses()
    guard isCut else { return }
    while count > 0, output[count - 1] == 0x20 { count &-= 1 }
    put(FingerprintScan.ellipsis.0)
    put(FingerprintScan.ellipsis.1)
    put(FingerprintScan.ellipsis.2)
  }

  /// Drops final semicolons, and an ellipsis that only these or comments followed.
  private mutating func dropFinalEllipses() {
    while count > 0 {
      if output[count - 1] == UInt8(ascii: ";") {
        count -= 1
      } else if let length = FingerprintScan.ellipsisEnding(output, count) {
        isCut = true
        count -= length
      } else {
        return
      }
      // A `#` that nothing follows would not be read back.
      while count > 0, output[count - 1] == 0x20 || output[count - 1] == UInt8(ascii: "#") {
        count -= 1
      }
      switch count > 0 ? output[count - 1] : 0 {
      case UInt8(ascii: ","): previous = .comma
      case UInt8(ascii: ";"): previous = .semicolon
      case UInt8(ascii: "("): previous = .open
      default: previous = .name
      }
    }
  }

  static func ellipsisEnding(_ text: UnsafePointer<UInt8>, _ count: Int) -> Int? {
    guard count >= 3 else { return nil }
    let last = (text[count - 3], text[count - 2], text[count - 1])
    let dot = UInt8(ascii: ".")
    return last == ellipsis || last == (dot, dot, dot) ? 3 : nil
  }

  /// Drops the ellipsis at the end of a list that closes here; whether the statement ends with it.
  ///
  ///     a in (1, 2, ...) and b = 3     a list like any other: it matters not how long it is
  ///     a in (1, 2, ...)               cut: the parenthesis may be of whoever shortened the text
  mutating func endsInEllipsis() -> Bool {
    let last = count > 0 ? output[count &- 1] : 0
    guard last == UInt8(ascii: ".") || last == FingerprintScan.ellipsis.2, trimList() else {
      return false
    }
    var place = position
    while place < end, input[place] == UInt8(ascii: ")") || kinds[Int(input[place])] == .space {
      place &+= 1
    }
    if place == end {
      position = end
      isCut = true
      return true
    }
    if count == Int(frames[depth].start) { put(UInt8(ascii: "?")) }
    return false
  }

  /// Ends the list in which the statement was cut: where it was cut in it makes no difference.
  mutating func endCutList() {
    _ = trimList()
    let isEmpty = count == Int(frames[depth].start) && count > 0
    if isEmpty, output[count &- 1] == UInt8(ascii: "(") { put(UInt8(ascii: "?")) }
    previous = .literal
  }

  /// Drops ellipses and commas at the end of the list at hand; whether there was an ellipsis.
  private mutating func trimList() -> Bool {
    let start = Int(frames[depth].start)
    var hasEllipsis = false
    while count > start {
      let last = output[count &- 1]
      if let length = FingerprintScan.ellipsisEnding(output, count), count &- length >= start {
        hasEllipsis = true
        count &-= length
      } else if last == 0x20 || last == UInt8(ascii: ",")
        || hasEllipsis && last == UInt8(ascii: "#")
      {
        count &-= 1
      } else {
        break
      }
    }
    return hasEllipsis
  }

  private static let truncationNote: StaticString = "...[Your log message was truncated]"

  /// Where the statement ends, and whether it says that more is missing.
  ///
  /// Amazon RDS ends a cut log message with `[Your log message was truncated]`.
  static func trimmed(
    _ input: UnsafePointer<UInt8>, _ count: Int
  ) -> (end: Int, isCut: Bool) {
    var end = count
    while end > 0, input[end - 1] <= 0x20 || input[end - 1] == UInt8(ascii: ";") { end -= 1 }
    let note = truncationNote
    let noteLength = note.utf8CodeUnitCount
    var isCut = false
    if end >= noteLength,
      (0..<noteLength).allSatisfy({ input[end - noteLength + $0] == note.utf8Start[$0] })
    {
      end -= noteLength - 3
    }
    while let length = ellipsisEnding(input, end) {
      isCut = true
      end -= length
      while end > 0, input[end - 1] <= 0x20 { end -= 1 }
    }
    return (end, isCut)
  }

  /// The end of the last whole token of a fingerprint before `limit`.
  static func lastTokenEnd(in fingerprint: Bytes, before limit: Int) -> Int {
    var quote: UInt8 = 0
    var brackets = 0
    var last = 0
    for place in 0..<min(limit, fingerprint.count) {
      let byte = fingerprint[place]
      switch byte {
      case quote where quote != 0: quote = 0
      case _ where quote != 0: break
      case UInt8(ascii: "\""), UInt8(ascii: "`"): quote = byte
      case UInt8(ascii: "["): brackets += 1
      case UInt8(ascii: "]"): brackets -= 1
      case 0x20 where brackets == 0: last = place
      default: break
      }
    }
    return last
  }
}
