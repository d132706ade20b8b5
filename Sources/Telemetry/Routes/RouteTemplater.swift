/// Turns raw request targets into route templates: `/users/42?x=1` into `/users/{id}`.
///
/// The target loses its query, fragment, path parameters (`;jsessionid=...`), scheme and host;
/// repeated slashes and a final one are dropped; then each segment is judged by its shape alone,
/// see `RouteSegment`. A template is its own template. Bytes are neither decoded nor cleaned:
/// `DisplayText` does that for those few that are shown.
///
/// Cost: one pass over a plain path, a second one over segments with digits or an underscore; no
/// allocation.
package struct RouteTemplater {
  /// Longest template in bytes; the segments that do not fit become one `…`.
  package static let limit = 512

  private var scratch = RouteScratch()

  /// A templater with a buffer of its own.
  package init() {}

  /// The template of `target`; the bytes are valid until the next call.
  package mutating func template(of target: Bytes) -> Bytes {
    if !isKnownUniquelyReferenced(&scratch) { scratch = RouteScratch() }
    let path = RouteTemplater.path(of: target)
    guard let base = path.bindMemory(to: UInt8.self).baseAddress else { return path }
    return scratch.fill(from: base, count: path.count)
  }

  /// The target from its path on: `http://host/x` is what proxies are sent.
  private static func path(of target: Bytes) -> Bytes {
    guard let first = target.first, first != UInt8(ascii: "/") else { return target }
    var place = 0
    while place < min(target.count, 16), target[place] | 0x20 &- 0x61 < 26 { place += 1 }
    guard place > 0, place + 2 < target.count, target[place] == UInt8(ascii: ":"),
      target[place + 1] == UInt8(ascii: "/"), target[place + 2] == UInt8(ascii: "/")
    else { return target }
    place += 3
    while place < target.count, !isPathStart(target[place]) { place += 1 }
    // `http://host` and `http://host?x` mean the root.
    return place < target.count && target[place] == UInt8(ascii: "/")
      ? Bytes(rebasing: target[place...]) : rootPath
  }

  private static func isPathStart(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
  }

  private static let root: StaticString = "/"
  private static var rootPath: Bytes { Bytes(start: root.utf8Start, count: 1) }
}

/// The buffer of a templater, and its table of bytes.
private final class RouteScratch {
  private let text = UnsafeMutablePointer<UInt8>.allocate(capacity: RouteTemplater.limit + 8)
  private let traits = UnsafeMutablePointer<UInt16>.allocate(capacity: 256)

  init() {
    for byte in UInt8.min...UInt8.max {
      traits[Int(byte)] = RouteTraits(of: byte).rawValue
    }
  }

  deinit {
    text.deallocate()
    traits.deallocate()
  }

  func fill(from path: UnsafePointer<UInt8>, count: Int) -> Bytes {
    let traits = traits
    let text = text
    let slash = UInt8(ascii: "/")
    var written = 0
    var place = 0
    if count > 0, path[0] == slash {
      text[0] = slash
      written = 1
    }
    while place < count {
      while place < count, path[place] == slash { place += 1 }
      let start = place
      if written > 1 || (written == 1 && text[0] != slash) {
        text[written] = slash
        written &+= 1
      }
      // "{id}-{slug}" in place of a short segment is the most that a template adds.
      let stop = min(count, start &+ RouteTemplater.limit &- written &- 16)
      var seen: UInt16 = 0
      var copied = written
      while place < stop {
        let byte = path[place]
        let trait = traits[Int(byte)]
        if trait == 0 { break }
        text[copied] = byte
        seen |= trait
        copied &+= 1
        place &+= 1
      }
      if place >= stop && stop < count && traits[Int(path[place])] != 0 {
        written = ellipsis(at: written)
        break
      }
      if place == start {
        if written > 1 { written &-= 1 }
      } else {
        written = finish(
          path + start, place &- start, RouteTraits(rawValue: seen), at: written)
      }
      guard place < count else { break }
      if path[place] == UInt8(ascii: ";") {
        while place < count, path[place] != slash, path[place] != UInt8(ascii: "?"),
          path[place] != UInt8(ascii: "#")
        { place += 1 }
      }
      if place < count, path[place] != slash { break }
    }
    return Bytes(start: text, count: written)
  }

  private func ellipsis(at place: Int) -> Int {
    text[place] = 0xE2
    text[place + 1] = 0x80
    text[place + 2] = 0xA6
    return place + 3
  }

  /// Turns the segment that was copied to `place` into its template; returns where that ends.
  @inline(__always)
  private func finish(
    _ segment: UnsafePointer<UInt8>, _ length: Int, _ traits: RouteTraits, at place: Int
  ) -> Int {
    if traits.isDisjoint(with: .odd) || traits.contains(.template) { return place &+ length }
    if traits == .digit {
      text[place] = UInt8(ascii: "{")
      text[place &+ 1] = UInt8(ascii: "i")
      text[place &+ 2] = UInt8(ascii: "d")
      text[place &+ 3] = UInt8(ascii: "}")
      return place &+ 4
    }
    let known = RouteSegment(bytes: Bytes(start: segment, count: length), traits: traits)
    if traits.isDisjoint(with: .odder), !known.isPrefixedID { return place &+ length }
    var output = RouteOutput(text: text, count: place)
    known.write(to: &output)
    // `1.1.1.1 ...` grows: each digit is an id.
    return output.isFull ? ellipsis(at: place) : output.count
  }
}

/// Kinds of bytes in a segment; a byte of no kind ends the segment.
struct RouteTraits: OptionSet {
  let rawValue: UInt16

  static let lower = RouteTraits(rawValue: 1)
  static let upper = RouteTraits(rawValue: 2)
  static let digit = RouteTraits(rawValue: 4)
  /// `-` and `_`.
  static let joint = RouteTraits(rawValue: 8)
  static let dot = RouteTraits(rawValue: 16)
  static let at = RouteTraits(rawValue: 32)
  static let percent = RouteTraits(rawValue: 64)
  /// `{` and `<`, which only templates hold.
  static let template = RouteTraits(rawValue: 128)
  static let colon = RouteTraits(rawValue: 256)
  static let other = RouteTraits(rawValue: 512)
  /// `(`, behind which OData puts a key.
  static let bracket = RouteTraits(rawValue: 1024)
  /// `_`, which is a joint too.
  static let underscore = RouteTraits(rawValue: 2048)

  /// What most segments that are no words hold, and what the others do beside an underscore.
  static let odder = RouteTraits(rawValue: 4 | 32 | 64 | 1024)
  static let odd = RouteTraits(rawValue: 4 | 32 | 64 | 1024 | 2048)

  init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// The kind of one byte.
  init(of byte: UInt8) {
    self =
      switch byte {
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: ";"): []
      case UInt8(ascii: "a")...UInt8(ascii: "z"): .lower
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): .upper
      case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
      case UInt8(ascii: "-"): .joint
      case UInt8(ascii: "_"): [.joint, .underscore]
      case UInt8(ascii: "."): .dot
      case UInt8(ascii: "@"): .at
      case UInt8(ascii: "%"): .percent
      case UInt8(ascii: "{"), UInt8(ascii: "<"): .template
      case UInt8(ascii: ":"): .colon
      case UInt8(ascii: "("): .bracket
      default: .other
      }
  }
}

/// Where a template is written; what does not fit is left out and noted.
struct RouteOutput {
  let text: UnsafeMutablePointer<UInt8>
  var count: Int
  private(set) var isFull = false

  /// Leaves room for a slash and an ellipsis.
  private static let limit = RouteTemplater.limit - 4

  init(text: UnsafeMutablePointer<UInt8>, count: Int) {
    self.text = text
    self.count = count
  }

  @inline(__always)
  mutating func put(_ literal: StaticString) {
    put(Bytes(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

  @inline(__always)
  mutating func put(_ bytes: Bytes) {
    guard let base = bytes.bindMemory(to: UInt8.self).baseAddress else { return }
    guard bytes.count <= RouteOutput.limit &- count else {
      isFull = true
      return
    }
    (text + count).update(from: base, count: bytes.count)
    count &+= bytes.count
  }
}
