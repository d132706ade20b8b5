/// Ids that only look like no word: they have digits in odd places, or letters that no language puts
/// side by side.
extension RouteSegment {
  /// A JWT: header, payload and signature, of which any may be short.
  var isJWT: Bool {
    traits.contains(.dot) && bytes.count >= 16 && bytes.has("eyJ")
      && traits.isSubset(of: [.lower, .upper, .digit, .joint, .underscore, .dot])
  }

  /// `cus_QSakaQUBBh9dQG`, `usr_isbitvjjiuma`: two to five small letters say what the id is of.
  var isPrefixedID: Bool {
    guard traits.contains(.underscore), bytes.count >= 13 else { return false }
    var joint = 0
    while joint < 6, bytes[joint] &- 0x61 < 26 { joint += 1 }
    guard 2...5 ~= joint, bytes[joint] == UInt8(ascii: "_"), bytes.count - joint > 10 else {
      return false
    }
    let id = Bytes(rebasing: bytes[(joint + 1)...])
    return id.allSatisfy { $0.isLetter || $0.isDigit } && RouteSegment.looksRandom(id)
  }

  /// `a1B2c3`, as shortened links have them: letters of both cases and digits in disorder.
  var isCode: Bool {
    6..<20 ~= bytes.count && traits == [.lower, .upper, .digit] && RouteSegment.looksRandom(bytes)
  }

  /// Where the key of OData begins, its bracket included: `users(5)`, `Products('abc')`,
  /// `Lines(Order=1,No=2)`.
  ///
  /// A bracket behind an underscore explains a title: `Mercury_(planet)`.
  var keyStart: Int? {
    guard traits.contains(.bracket), bytes.last == UInt8(ascii: ")"),
      let start = bytes.firstIndex(of: UInt8(ascii: "(")), start > 0,
      bytes[start - 1].isLetter || bytes[start - 1].isDigit
    else { return nil }
    return RouteSegment(Bytes(rebasing: bytes[(start + 1)..<(bytes.count - 1)])).isKey ? start : nil
  }

  /// What stands between the brackets of a key: a number, a text in quotes, or parts with names.
  private var isKey: Bool {
    guard let first = bytes.first else { return false }
    return first == UInt8(ascii: "'") || bytes.has("%27") || isNumber || isUUID
      || bytes.contains(UInt8(ascii: "="))
  }

  /// Whether letters and digits change often, or several pairs of letters are those of no word.
  private static func looksRandom(_ text: Bytes) -> Bool {
    var oddPairs = 0
    var changes = 0
    var last: UInt8 = 0
    for byte in text {
      if last > 0, byte.isDigit != last.isDigit {
        changes += 1
      } else if last > 0, !byte.isDigit, LetterPairs.areOdd(last, byte) {
        oddPairs += 1
      }
      last = byte
    }
    return oddPairs >= 2 || changes >= 3
  }
}

/// Pairs of letters that hardly any word has.
enum LetterPairs {
  /// For each letter those that follow it in less than one of 20,000 pairs.
  ///
  /// Counted in the words of English, French and German that Debian has in its packages wamerican,
  /// wfrench and wngerman.
  private static let odd: [UInt32] = [
    "", "qx", "bdfgjmnpvwxz", "qx", "", "cdjqvx", "cdjpqvx", "cjqx", "wy", "bcdfghjklmnpqrstvwxyz",
    "cdgjqvx", "jx", "jqvx", "x", "", "dgjkqvwxz", "abcdefghijklmnopqrstvwxyz", "x", "jx", "jqx",
    "u", "bcdfghjklmnpqtvwxz", "cfgjmqvwxz", "bdfgjklmnqrsvwz", "jkqvxyz", "cdhjmnpqrvx",
  ].map { (letters: String) -> UInt32 in
    letters.utf8.reduce(UInt32(0)) { mask, letter in mask | 1 << UInt32(letter - 0x61) }
  }

  /// Whether two letters, of either case, are such a pair.
  static func areOdd(_ first: UInt8, _ second: UInt8) -> Bool {
    odd[Int((first | 0x20) - 0x61)] >> UInt32((second | 0x20) - 0x61) & 1 == 1
  }
}
