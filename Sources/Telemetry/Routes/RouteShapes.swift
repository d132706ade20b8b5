/// The shapes that a segment, or a part of one, can have.
extension RouteSegment {
  /// A part of a segment.
  init(_ part: Bytes) {
    bytes = part
    traits = part.reduce(into: []) { $0.formUnion(RouteTraits(of: $1)) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 0x20) &- 0x61 < 6
  }

  static func isJoint(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }

  var isEmail: Bool {
    if traits.contains(.at) {
      guard let place = bytes.firstIndex(of: UInt8(ascii: "@")) else { return false }
      return place > 0 && place + 1 < bytes.count
    }
    guard traits.contains(.percent), bytes.count > 4 else { return false }
    return (1..<(bytes.count - 3)).contains {
      bytes[$0] == UInt8(ascii: "%") && bytes[$0 + 1] == UInt8(ascii: "4")
        && bytes[$0 + 2] == UInt8(ascii: "0")
    }
  }

  /// `v1`, `v2.1`, `v1beta1`, `1.0`.
  var isVersion: Bool {
    let hasMark = bytes[0] | 0x20 == UInt8(ascii: "v") && bytes.count > 1
    guard hasMark || (traits == [.digit, .dot] && RouteSegment.isDigit(bytes[0])) else {
      return false
    }
    let rest = hasMark ? Bytes(rebasing: bytes[1...]) : bytes
    if hasMark, rest.count <= 10, RouteSegment.isDigit(rest[0]) {
      let word = rest.drop { RouteSegment.isDigit($0) }
      if rest.count - word.count <= 2, isStage(Bytes(rebasing: word)) { return true }
    }
    var run = 0
    var dots = 0
    for byte in rest {
      if byte == UInt8(ascii: ".") {
        if run == 0 { return false }
        run = 0
        dots += 1
      } else if RouteSegment.isDigit(byte), run < (hasMark ? 3 : 2) {
        run += 1
      } else {
        return false
      }
    }
    return run > 0 && dots <= 3 && (hasMark || dots <= 2)
  }

  /// `beta1` and `alpha`, as in Kubernetes' `v1beta1`.
  private func isStage(_ text: Bytes) -> Bool {
    let word = text.prefix { !RouteSegment.isDigit($0) }
    return word.elementsEqual("beta".utf8) || word.elementsEqual("alpha".utf8)
      || word.elementsEqual("rc".utf8)
  }

  /// Digits, maybe with a sign, or several numbers in a row: `48.85,2.35`.
  var isNumber: Bool {
    var hasComma = false
    var hasDot = false
    for (place, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): break
      case UInt8(ascii: "+") where place == 0: break
      case UInt8(ascii: "-") where place == 0 || bytes[place - 1] == UInt8(ascii: ","): break
      case UInt8(ascii: ","): hasComma = true
      case UInt8(ascii: "."): hasDot = true
      default: return false
      }
    }
    return !hasDot || hasComma
  }

  var isUUID: Bool {
    guard bytes.count == 36 else { return false }
    return bytes.enumerated().allSatisfy { place, byte in
      switch place {
      case 8, 13, 18, 23: byte == UInt8(ascii: "-")
      default: RouteSegment.isHexadecimal(byte)
      }
    }
  }

  var isDate: Bool {
    guard bytes.count >= 7, bytes[4] == UInt8(ascii: "-"), let year = number(0, 4),
      (1900...2199).contains(year), let month = number(5, 2), (1...12).contains(month)
    else { return false }
    if bytes.count == 7 { return true }
    guard bytes.count >= 10, bytes[7] == UInt8(ascii: "-"), let day = number(8, 2),
      (1...31).contains(day)
    else { return false }
    if bytes.count == 10 { return true }
    return bytes[10] | 0x20 == UInt8(ascii: "t") && bytes.count > 11
      && RouteSegment.isDigit(bytes[11])
  }

  private func number(_ start: Int, _ length: Int) -> Int? {
    var value = 0
    for place in start..<(start + length) {
      guard RouteSegment.isDigit(bytes[place]) else { return nil }
      value = value * 10 + Int(bytes[place] - 0x30)
    }
    return value
  }

  var isIPv4: Bool {
    guard traits == [.digit, .dot], bytes.count <= 15 else { return false }
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { (1...3).contains($0.count) }
  }

  var isIPv6: Bool {
    guard traits.contains(.colon), bytes.count >= 3 else { return false }
    var colons = 0
    for byte in bytes {
      if byte == UInt8(ascii: ":") {
        colons += 1
      } else if !RouteSegment.isHexadecimal(byte) && byte != UInt8(ascii: ".") {
        return false
      }
    }
    return colons >= 2
  }

  func isHash(minimum: Int) -> Bool {
    guard bytes.count >= minimum, traits.isSubset(of: [.digit, .lower, .upper]) else {
      return false
    }
    var digits = 0
    for byte in bytes {
      guard RouteSegment.isHexadecimal(byte) else { return false }
      if RouteSegment.isDigit(byte) { digits += 1 }
    }
    if bytes.count >= 16 { return digits > 0 }
    return digits >= 2 && bytes.count - digits >= 2
  }

  /// Whether a short last part makes this a file name rather than a JWT.
  var hasExtension: Bool {
    guard traits.contains(.dot), let dot = bytes.lastIndex(of: UInt8(ascii: ".")) else {
      return false
    }
    return bytes.count - dot <= 6
  }

  /// The joint in `index-BxK3a9Zq`, the name of a file that a bundler made.
  var jointBeforeHash: Int? {
    guard traits.isSuperset(of: [.joint, .digit]),
      let joint = bytes.lastIndex(where: RouteSegment.isJoint), joint > 0,
      joint + 1 < bytes.count
    else { return nil }
    let last = RouteSegment(Bytes(rebasing: bytes[(joint + 1)...]))
    return !isUUID && (last.isHash(minimum: 8) || last.isBundleHash) ? joint : nil
  }

  /// The eight characters a bundler puts into file names: `BxK3a9Zq`.
  var isBundleHash: Bool {
    bytes.count == 8 && traits.isSuperset(of: [.digit, .upper])
      && traits.isSubset(of: [.digit, .upper, .lower])
  }

  var isToken: Bool {
    guard bytes.count >= 10, !traits.isDisjoint(with: [.lower, .upper]) else { return false }
    let isMixedCase = traits.isSuperset(of: [.lower, .upper])
    guard bytes.count >= 20 || isMixedCase else { return false }
    var isMixture = false
    var changes = 0
    var length = 0
    var last = RouteTraits()
    for byte in bytes {
      let isDigit = RouteSegment.isDigit(byte)
      if isDigit || RouteSegment.isLetter(byte) {
        let kind: RouteTraits = isDigit ? .digit : .lower
        if length > 0 && kind != last { changes += 1 }
        last = kind
        length += 1
      } else {
        guard RouteSegment.isTokenByte(byte) else { return false }
        length = 0
        changes = 0
      }
      if length >= 8 && changes >= (bytes.count >= 20 ? 2 : 3) { isMixture = true }
    }
    return isMixture
  }

  /// Bytes beside letters and digits that tokens hold, in base64, JWTs and signed cookies.
  private static func isTokenByte(_ byte: UInt8) -> Bool {
    isJoint(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "=")
      || byte == UInt8(ascii: "~") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "%")
      || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "*")
  }

  /// Digits at the start, when a joint and a letter follow.
  var leadingNumberLength: Int {
    let digits = bytes.prefix { RouteSegment.isDigit($0) }.count
    guard digits > 0, digits + 1 < bytes.count, bytes[digits] == UInt8(ascii: "-"),
      RouteSegment.isLetter(bytes[digits + 1])
    else { return 0 }
    return digits
  }

  var trailingNumberStart: Int {
    var start = bytes.count
    while start > 0, RouteSegment.isDigit(bytes[start - 1]) { start -= 1 }
    return start
  }

  /// The end of the word and its joint: `INV-2026-0042` has one id, not two.
  func wordEnd(before number: Int) -> Int {
    var end = number
    while end > 1, RouteSegment.isJoint(bytes[end - 1]) {
      var start = end - 1
      while start > 0, RouteSegment.isDigit(bytes[start - 1]) { start -= 1 }
      guard start < end - 1, start > 0, RouteSegment.isJoint(bytes[start - 1]) else { break }
      end = start
    }
    return end
  }
}
