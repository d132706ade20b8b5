extension LogLine {
  /// The text without the time that it begins with, for whoever shows `time` beside it.
  ///
  /// All of it where it begins with no time, or with another one. Whole quarters of an hour may lie
  /// between, because a stamp need not name its zone.
  package var textAfterStamp: Substring {
    var text = text.string
    let end = text.withUTF8 { bytes -> Int? in
      var scanner = ByteScanner(Bytes(bytes))
      let isBracketed = scanner.take(UInt8(ascii: "["))
      var stamps = StampScanner()
      guard let written = stamps.stamp(&scanner)?.time,
        isSameButForItsZone(written),
        !isBracketed || scanner.take(UInt8(ascii: "]")),
        scanner.take(UInt8(ascii: " "))
      else { return nil }
      scanner.skipBlanks()
      return scanner.isAtEnd ? nil : scanner.position
    }
    guard let end else { return text[...] }
    return text[text.utf8.index(text.startIndex, offsetBy: end)...]
  }

  private func isSameButForItsZone(_ written: Timestamp) -> Bool {
    let apart = abs(written - time)
    let quarters = (apart / 900).rounded()
    return quarters <= 15 * 4 && abs(apart - quarters * 900) < 1
  }
}
