/// A text to look for without regard to case.
struct FoldedText: Sendable {
  private let text: String
  private let isASCII: Bool

  init(_ text: String) {
    self.text = text.lowercased()
    isASCII = self.text.utf8.allSatisfy { $0 < 0x80 }
  }

  /// Whether `haystack` contains the text.
  ///
  /// Cost: for plain ASCII nothing is allocated.
  func isContained(in haystack: String) -> Bool {
    if text.isEmpty { return true }
    guard isASCII else { return haystack.lowercased().contains(text) }
    var place = haystack.utf8.startIndex
    let bytes = haystack.utf8
    while place != bytes.endIndex {
      var end = place
      var isMatch = true
      for byte in text.utf8 {
        guard end != bytes.endIndex, FoldedText.folded(bytes[end]) == byte else {
          isMatch = false
          break
        }
        end = bytes.index(after: end)
      }
      if isMatch { return true }
      place = bytes.index(after: place)
    }
    return false
  }

  private static func folded(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
  }
}

/// A pattern for a whole text, in which `*` stands for any run and `?` for one character.
///
/// Case does not count. Cost: at most length of pattern times length of text.
struct Glob: Sendable {
  private let pattern: [Unicode.Scalar]

  init(_ pattern: String) {
    self.pattern = Array(pattern.lowercased().unicodeScalars)
  }

  func matches(_ text: String) -> Bool {
    let text = Array(text.lowercased().unicodeScalars)
    var place = 0
    var rule = 0
    /// Where to go on when what follows the last `*` does not fit.
    var retry: (place: Int, rule: Int)?
    while place < text.count {
      if rule < pattern.count, pattern[rule] == "*" {
        rule += 1
        retry = (place, rule)
      } else if rule < pattern.count, pattern[rule] == "?" || pattern[rule] == text[place] {
        place += 1
        rule += 1
      } else if let last = retry {
        place = last.place + 1
        rule = last.rule
        retry = (place, rule)
      } else {
        return false
      }
    }
    return pattern[rule...].allSatisfy { $0 == "*" }
  }
}
