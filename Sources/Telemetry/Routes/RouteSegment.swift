/// One segment of a path, judged by its shape.
///
/// | shape | becomes | why |
/// |---|---|---|
/// | `:id`, anything with `{` or `<` | itself | already a template |
/// | no digit, no `@`, no `%40` | itself | words are routes; see `isPrefixedID` for ids without a digit |
/// | `users(5)`, `Products('abc')` | `users({id})` | the keys of OData |
/// | `42`, `-1`, `1,2,3`, `20260101` | `{id}` | eight digits are as often a number as a date |
/// | `v1`, `v2.1`, `1.0` | itself | versions tell routes apart |
/// | `10.0.0.1`, `fe80::1` | `{ip}` | |
/// | 8-4-4-4-12 hexadecimal | `{uuid}` | |
/// | `2026-01-31`, `2026-01`, `2026-01-31T10:00` | `{date}` | month and day must exist |
/// | 16 hexadecimal digits or more, 8 if two are letters and two are not | `{hash}` | Git, SHA |
/// | `a@b`, `a%40b` | `{email}` | not `@name`, which is a scope or a handle |
/// | 20 or more mixed letters and digits, 10 in both cases | `{token}` | ULID, KSUID, nanoid |
/// | a JWT, `usr_isbitvjjiuma`, `a1B2c3` | `{token}` | letters and digits in no order of words |
/// | `name.ext` | `{id}.ext`, `app.{hash}.js` | each part by the rules above |
/// | `user-42`, `INV-2026-0042`, `u12345` | `user-{id}` | not `step-2`, `oauth2` |
/// | `42-a-title` | `{id}-{slug}` | the number decides, the title is decoration |
///
/// An id at the end takes two digits after a joint and five without one.
/// A slug (`how-to-bake-10-cakes`) is no token: its parts are words or numbers, not mixtures.
struct RouteSegment {
  let bytes: Bytes
  let traits: RouteTraits

  func write(to output: inout RouteOutput) {
    if bytes[0] == UInt8(ascii: ":") && !isIPv6 {
      output.put(bytes)
    } else if let start = keyStart {
      output.put(Bytes(rebasing: bytes[...start]))
      output.put("{id})")
    } else if let name = wholeShape {
      output.put(name)
    } else if traits.contains(.dot) {
      writeFile(to: &output)
    } else {
      writeJoined(to: &output)
    }
  }

  /// What the whole segment stands for, if it is one thing.
  private var wholeShape: StaticString? {
    if isEmail { return "{email}" }
    if isPrefixedID || isJWT { return "{token}" }
    guard traits.contains(.digit) else { return nil }
    if isVersion { return nil }
    if isNumber { return "{id}" }
    if isUUID { return "{uuid}" }
    if isDate { return "{date}" }
    if isIPv4 || isIPv6 { return "{ip}" }
    if isHash(minimum: 8) { return "{hash}" }
    if isToken && !hasExtension || isCode { return "{token}" }
    return nil
  }

  /// `app.3f9a1c2b.js`, `42.json`, `report-2026.pdf`: each part between dots by itself.
  private func writeFile(to output: inout RouteOutput) {
    if isVersion {
      output.put(bytes)
      return
    }
    var start = 0
    for place in 0...bytes.count
    where place == bytes.count || bytes[place] == UInt8(ascii: ".") {
      if start > 0 { output.put(".") }
      let part = RouteSegment(Bytes(rebasing: bytes[start..<place]))
      // The last part is the extension: `mp3`, `7z` and `woff2` are no ids.
      if place == bytes.count && start > 0 && part.bytes.count <= 5 {
        output.put(part.bytes)
      } else if let joint = part.jointBeforeHash {
        output.put(Bytes(rebasing: part.bytes[...joint]))
        output.put("{hash}")
      } else if let name = part.partShape {
        output.put(name)
      } else {
        part.writeJoined(to: &output)
      }
      start = place + 1
    }
  }

  private var partShape: StaticString? {
    guard !bytes.isEmpty, !isVersion else { return nil }
    return wholeShape
  }

  /// A word with an id before or after it, or a plain word.
  private func writeJoined(to output: inout RouteOutput) {
    guard traits.contains(.digit), !isVersion else {
      output.put(bytes)
      return
    }
    if leadingNumberLength >= 2 {
      output.put("{id}-{slug}")
      return
    }
    let trailing = trailingNumberStart
    let digits = bytes.count - trailing
    guard trailing > 0, digits >= (RouteSegment.isJoint(bytes[trailing - 1]) ? 2 : 5) else {
      output.put(bytes)
      return
    }
    output.put(Bytes(rebasing: bytes[..<wordEnd(before: trailing)]))
    output.put("{id}")
  }
}
