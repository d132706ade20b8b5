#if canImport(Glibc)
  import Glibc
#endif

/// What a comment at the start or the end of a statement says about the request it ran for.
///
/// Two notations are read: sqlcommenter (https://google.github.io/sqlcommenter/spec/), with
/// percent-encoded values in quotes, and marginalia (https://github.com/basecamp/marginalia):
///
///     select 1 /*action='show',route='%2Fusers%2F%3Aid',traceparent='00-...-01'*/
///     /*application:BCX,controller:projects,action:show*/ select 1
///
/// Comments elsewhere are not looked at, so the text of a literal is not taken for one. The
/// slices point into the statement. Nothing is allocated before a text is asked for.
package struct SQLComment {
  private var routeField = Field()
  private var controllerField = Field()
  private var actionField = Field()
  private var jobField = Field()
  /// The 32 hexadecimal digits of the trace in `traceparent`; empty when there is none.
  package private(set) var traceID = Bytes(start: nil, count: 0)

  private struct Field {
    var bytes = Bytes(start: nil, count: 0)
    var isEncoded = false
  }

  /// Reads the comments of `statement`; `nil` when they name no request.
  ///
  /// Cost: a comparison at each end when there is no comment there.
  package init?(in statement: Bytes) {
    var text = statement
    while true {
      text = SQLComment.trimmed(text)
      guard text.count >= 4 else { break }
      if SQLComment.isPair(text, at: 0, 0x2F, 0x2A) {
        guard let close = SQLComment.firstClose(text) else { break }
        read(Bytes(rebasing: text[2..<close]))
        text = Bytes(rebasing: text[(close + 2)...])
      } else if SQLComment.isPair(text, at: text.count - 2, 0x2A, 0x2F) {
        guard let open = SQLComment.lastOpen(text) else { break }
        read(Bytes(rebasing: text[(open + 2)..<(text.count - 2)]))
        text = Bytes(rebasing: text[..<open])
      } else {
        break
      }
    }
    if routeField.bytes.isEmpty, controllerField.bytes.isEmpty, actionField.bytes.isEmpty,
      jobField.bytes.isEmpty, traceID.isEmpty
    {
      return nil
    }
  }

  /// Route template, as the framework calls it.
  package var route: DisplayText? { SQLComment.text(routeField) }

  /// Controller of a Rails-like framework.
  package var controller: DisplayText? { SQLComment.text(controllerField) }

  /// Action of a Rails-like framework.
  package var action: DisplayText? { SQLComment.text(actionField) }

  /// Background job.
  package var job: DisplayText? { SQLComment.text(jobField) }

  /// What the request or job is called: the route, else `controller#action`, else the job.
  package var endpoint: DisplayText? {
    if let route { return route }
    if let controller {
      guard let action else { return controller }
      return DisplayText("\(controller)#\(action)")
    }
    return action ?? job
  }
}

extension SQLComment {
  private static func trimmed(_ text: Bytes) -> Bytes {
    var start = 0
    var end = text.count
    while start < end, text[start] <= 0x20 { start += 1 }
    while end > start, text[end - 1] <= 0x20 || text[end - 1] == UInt8(ascii: ";") { end -= 1 }
    return Bytes(rebasing: text[start..<end])
  }

  private static func isPair(_ text: Bytes, at place: Int, _ first: UInt8, _ second: UInt8) -> Bool
  {
    text[place] == first && text[place + 1] == second
  }

  /// Place of the `*/` that closes the comment at the start of `text`.
  private static func firstClose(_ text: Bytes) -> Int? {
    var place = 2
    while place + 1 < text.count {
      guard let base = text.baseAddress, let star = memchr(base + place, 0x2A, text.count - place)
      else { return nil }
      place = UnsafeRawPointer(star) - base
      if place + 1 < text.count, text[place + 1] == 0x2F { return place }
      place += 1
    }
    return nil
  }

  /// Place of the `/*` that opens the comment at the end of `text`.
  private static func lastOpen(_ text: Bytes) -> Int? {
    var place = text.count - 4
    while place >= 0 {
      if isPair(text, at: place, 0x2F, 0x2A) { return place }
      // An earlier comment ends here: what ends the statement was never opened.
      if isPair(text, at: place, 0x2A, 0x2F) { return nil }
      place -= 1
    }
    return nil
  }

  /// Reads `key='value',key='value'` or `key:value,key:value`.
  private mutating func read(_ comment: Bytes) {
    var place = 0
    while place < comment.count {
      while place < comment.count, comment[place] <= 0x20 || comment[place] == UInt8(ascii: ",") {
        place += 1
      }
      let keyStart = place
      while place < comment.count, comment[place] != UInt8(ascii: "="),
        comment[place] != UInt8(ascii: ":"), comment[place] != UInt8(ascii: ",")
      {
        place += 1
      }
      guard place < comment.count else { return }
      let key = Bytes(rebasing: comment[keyStart..<place])
      if comment[place] == UInt8(ascii: ",") { continue }
      place += 1
      let isQuoted = place < comment.count && comment[place] == UInt8(ascii: "'")
      if isQuoted { place += 1 }
      let valueStart = place
      let closing = isQuoted ? UInt8(ascii: "'") : UInt8(ascii: ",")
      while place < comment.count, comment[place] != closing {
        place += isQuoted && comment[place] == UInt8(ascii: "\\") ? 2 : 1
      }
      place = min(place, comment.count)
      let value = Bytes(rebasing: comment[valueStart..<place])
      take(key, Field(bytes: isQuoted ? value : value.trimmedSpace, isEncoded: isQuoted))
      if isQuoted { place += 1 }
    }
  }

  private mutating func take(_ key: Bytes, _ value: Field) {
    if key.elementsEqual("route".utf8) {
      routeField = value
    } else if key.elementsEqual("controller".utf8) {
      controllerField = value
    } else if key.elementsEqual("action".utf8) {
      actionField = value
    } else if key.elementsEqual("job".utf8) {
      jobField = value
    } else if key.elementsEqual("traceparent".utf8) {
      takeTrace(value.bytes)
    }
  }

  /// Takes the trace of `00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01`.
  ///
  /// Layout: https://www.w3.org/TR/trace-context/#traceparent-header
  private mutating func takeTrace(_ value: Bytes) {
    guard value.count >= 35, value[2] == UInt8(ascii: "-") else { return }
    let id = Bytes(rebasing: value[3..<35])
    guard id.allSatisfy({ SQLComment.digit($0) != nil }),
      id.contains(where: { $0 != UInt8(ascii: "0") }),
      value.count == 35 || value[35] == UInt8(ascii: "-")
    else { return }
    traceID = id
  }

  private static func text(_ field: Field) -> DisplayText? {
    guard !field.bytes.isEmpty else { return nil }
    guard field.isEncoded else { return DisplayText(field.bytes, limit: 512) }
    let head = Bytes(rebasing: field.bytes.prefix(512))
    let decoded = decode(head)
    return decoded.withUnsafeBytes { DisplayText($0, limit: 512) }
  }

  /// The value without its escapes; what would become a control character stays encoded.
  private static func decode(_ value: Bytes) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(value.count)
    var place = 0
    while place < value.count {
      let byte = value[place]
      let next = place + 1 < value.count ? value[place + 1] : 0
      if byte == UInt8(ascii: "\\"), next != 0 {
        decoded.append(next)
        place += 2
        continue
      }
      // Drivers that format with `%` double it.
      let first = byte == UInt8(ascii: "%") && next == byte ? place + 2 : place + 1
      if byte == UInt8(ascii: "%"), first + 1 < value.count, let high = digit(value[first]),
        let low = digit(value[first + 1]), high * 16 + low >= 0x20, high * 16 + low != 0x7F
      {
        decoded.append(high * 16 + low)
        place = first + 2
      } else {
        decoded.append(byte)
        place += 1
      }
    }
    return decoded
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
