import TextUI

/// Where a terminal is in the stream of bytes it is sent.
///
///     text ──ESC──▶ escape ──[──▶ control ──final──▶ text
///                     │  └──]P^_X──▶ string ──BEL or ST──▶ text
///                     └──( ) # %──▶ designation ──any──▶ text
struct VirtualScreenParser: Sendable {
  enum State: Sendable {
    case text
    case escape
    case designation(UInt8)
    case control
    case string
    case stringEscape
  }

  var state = State.text
  var collected: [UInt8] = []
  /// Bytes of a UTF-8 sequence that is not complete yet, and how many are missing.
  var pending: [UInt8] = []
  var missing = 0
  /// Whether G0 and G1 are the line drawing set, and whether G1 is in use.
  var isLineDrawing = (g0: false, g1: false)
  var usesG1 = false
}

extension VirtualScreen {
  /// Takes what the program sent; a sequence may be cut anywhere.
  package mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { take(byte) }
  }

  private mutating func take(_ byte: UInt8) {
    switch parser.state {
    case .text: text(byte)
    case .escape: escape(byte)
    case .designation(let kind):
      if kind == 0x28 { parser.isLineDrawing.g0 = byte == 0x30 }
      if kind == 0x29 { parser.isLineDrawing.g1 = byte == 0x30 }
      parser.state = .text
    case .control:
      if byte < 0x20 {
        control(byte)
      } else {
        parser.collected.append(byte)
        guard byte >= 0x40 else { return }
        parser.state = .text
        sequence()
      }
    case .string:
      if byte == 0x07 { parser.state = .text }
      if byte == 0x1B { parser.state = .stringEscape }
    case .stringEscape: parser.state = byte == 0x5C ? .text : .string
    }
  }

  private mutating func text(_ byte: UInt8) {
    if parser.missing > 0 {
      if byte & 0xC0 == 0x80 {
        parser.pending.append(byte)
        parser.missing -= 1
        if parser.missing == 0 { show(parser.pending) }
        return
      }
      parser.missing = 0
      put("\u{FFFD}")
    }
    switch byte {
    case 0x1B: parser.state = .escape
    case ..<0x20, 0x7F: control(byte)
    case ..<0x80: show([byte])
    case 0xC2...0xDF: (parser.pending, parser.missing) = ([byte], 1)
    case 0xE0...0xEF: (parser.pending, parser.missing) = ([byte], 2)
    case 0xF0...0xF4: (parser.pending, parser.missing) = ([byte], 3)
    default: put("\u{FFFD}")
    }
  }

  private mutating func show(_ bytes: [UInt8]) {
    let isDrawing = parser.usesG1 ? parser.isLineDrawing.g1 : parser.isLineDrawing.g0
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      put(isDrawing ? VirtualScreen.drawn[scalar] ?? scalar : scalar)
    }
  }

  /// The DEC special graphics that boxes are made of.
  private static let drawn: [Unicode.Scalar: Unicode.Scalar] = [
    "j": "┘", "k": "┐", "l": "┌", "m": "└", "n": "┼", "q": "─", "t": "├", "u": "┤", "v": "┴",
    "w": "┬", "x": "│", "a": "▒", "`": "◆", "~": "·",
  ]

  private mutating func control(_ byte: UInt8) {
    switch byte {
    case 0x07: bells += 1
    case 0x08: moveTo(x: x - 1, y: y)
    case 0x09: tab(1)
    case 0x0A, 0x0B, 0x0C: lineFeed()
    case 0x0D: moveTo(x: 0, y: y)
    case 0x0E: parser.usesG1 = true
    case 0x0F: parser.usesG1 = false
    case 0x1B: parser.state = .escape
    case 0x00, 0x7F: break
    default: note([byte])
    }
  }

  private mutating func escape(_ byte: UInt8) {
    parser.state = .text
    switch byte {
    case 0x5B:
      parser.collected = []
      parser.state = .control
    case 0x5D, 0x50, 0x58, 0x5E, 0x5F: parser.state = .string
    case 0x28, 0x29, 0x23, 0x25: parser.state = .designation(byte)
    case 0x37: saveCursor()
    case 0x38: restoreCursor()
    case 0x44: lineFeed()
    case 0x45:
      moveTo(x: 0, y: y)
      lineFeed()
    case 0x4D: reverseLineFeed()
    case 0x63: reset()
    case 0x3D, 0x3E, 0x48, 0x5C: break
    default: note([0x1B, byte])
    }
  }

  /// Carries out the `CSI` sequence collected.
  private mutating func sequence() {
    let bytes = parser.collected
    let prefix = bytes.first.flatMap { (0x3C...0x3F).contains($0) ? $0 : nil }
    let body = bytes.dropLast().drop { (0x3C...0x3F).contains($0) }
    let digits = body.prefix { $0 < 0x20 || $0 >= 0x30 }
    let intermediate = body.dropFirst(digits.count)
    let parameters = digits.split(separator: 0x3B, omittingEmptySubsequences: false).map {
      Int(String(decoding: $0, as: UTF8.self)) ?? 0
    }
    guard let final = bytes.last.map({ Character(Unicode.Scalar($0)) }) else { return }
    let isKnown: Bool
    switch (prefix, intermediate.isEmpty) {
    case (0x3F, true): isKnown = setPrivateModes(final, parameters)
    case (nil, true): isKnown = edit(final, parameters) || move(final, parameters)
    case (nil, false):
      isKnown = final == "p" || final == "q"
      if final == "p" { softReset() }
    default: isKnown = final == "c" || final == "m" || final == "u"
    }
    if !isKnown { note([0x1B, 0x5B] + bytes) }
  }

  private mutating func move(_ final: Character, _ parameters: [Int]) -> Bool {
    let first = parameters.first ?? 0
    let count = max(1, first)
    switch final {
    case "A": moveTo(x: x, y: y - count)
    case "B", "e": moveTo(x: x, y: y + count)
    case "C", "a": moveTo(x: x + count, y: y)
    case "D": moveTo(x: x - count, y: y)
    case "E": moveTo(x: 0, y: y + count)
    case "F": moveTo(x: 0, y: y - count)
    case "G", "`": moveTo(x: count - 1, y: y)
    case "d": moveTo(x: x, y: count - 1)
    case "H", "f":
      let column = parameters.count > 1 ? max(1, parameters[1]) : 1
      moveTo(x: column - 1, y: count - 1)
    case "I": tab(count)
    case "Z": tab(-count)
    case "s": saveCursor()
    case "u": restoreCursor()
    case "r":
      let bottom = parameters.count > 1 ? parameters[1] : size.height
      setRegion(top: count, bottom: bottom == 0 ? size.height : bottom)
    default: return false
    }
    return true
  }

  private mutating func edit(_ final: Character, _ parameters: [Int]) -> Bool {
    let first = parameters.first ?? 0
    let count = max(1, first)
    switch final {
    case "J": eraseInDisplay(first)
    case "K": eraseInLine(first)
    case "X": eraseCells(count)
    case "@": insertCells(count)
    case "P": deleteCells(count)
    case "L": insertLines(count)
    case "M": deleteLines(count)
    case "S": scroll(up: count)
    case "T": scroll(up: -count)
    case "b": repeatLast(count)
    case "m":
      rendition.apply(parameters)
      if VirtualCell.Rendition.setsColor(parameters) { hasShownColor = true }
    case "h", "l":
      if first == 4 { inserts = final == "h" }
    case "c", "n", "t": break
    default: return false
    }
    return true
  }

  private mutating func setPrivateModes(_ final: Character, _ parameters: [Int]) -> Bool {
    guard final == "h" || final == "l" else { return final == "c" }
    let isOn = final == "h"
    for mode in parameters {
      switch mode {
      case 1: hasApplicationCursorKeys = isOn
      case 7: wraps = isOn
      case 25: isCursorVisible = isOn
      case 47, 1047, 1049: useAlternate(isOn)
      case 1000, 1002, 1003: hasMouse = isOn
      case 3, 4, 5, 12, 1004, 1005, 1006, 1015, 1034, 2004, 2026: break
      default: return false
      }
    }
    return true
  }

  private mutating func note(_ bytes: [UInt8]) {
    let shown = bytes.map { byte in
      (0x21..<0x7F).contains(byte) ? String(Character(Unicode.Scalar(byte))) : "<\(byte)>"
    }
    if unknown.count < 50 { unknown.append(shown.joined()) }
  }
}
