/// What log rotation puts into a name: "1" in `app.log.1`, "2026-01-01" in `app-2026-01-01.log`.
struct RotationMark {
  private static let mostFiles = 1000

  let text: Substring
  /// Whether nothing but log rotation names files so.
  ///
  /// `worker-8001.log` beside `worker.log` may as well be the log of another process.
  let isCertain: Bool

  /// The mark in `name`, if it is `base` with a number or a date added.
  ///
  /// It stands at the end or before the extension; at the end it may also be `.old`. Compressed
  /// files do not count.
  init?(in name: String, of base: String) {
    guard let mark = RotationMark.added(in: name, to: base) else { return nil }
    text = mark.dropFirst()
    isCertain = mark == ".old" || RotationMark.isSequence(mark) || RotationMark.isDate(text)
  }

  private static func added(in name: String, to base: String) -> Substring? {
    if name.hasPrefix(base), name != base {
      let mark = name.dropFirst(base.count)
      if mark == ".old" || isNumeric(mark) { return mark }
    }
    guard let dot = base.lastIndex(of: "."), dot != base.startIndex else { return nil }
    let stem = base[..<dot]
    let suffix = base[dot...]
    guard name.hasPrefix(stem), name.hasSuffix(suffix), name.count > base.count else { return nil }
    let mark = name.dropFirst(stem.count).dropLast(suffix.count)
    return isNumeric(mark) ? mark : nil
  }

  private static func isNumeric(_ mark: Substring) -> Bool {
    guard let first = mark.utf8.first, "._-".utf8.contains(first), mark.utf8.count > 1 else {
      return false
    }
    return mark.utf8.allSatisfy { "0123456789._-:TZ".utf8.contains($0) }
      && mark.utf8.contains { (0x30...0x39).contains($0) }
  }

  /// Whether it counts files as logrotate does: `.1`, `.2`.
  private static func isSequence(_ mark: Substring) -> Bool {
    guard mark.first == ".", let number = Int(mark.dropFirst()) else { return false }
    return (0..<mostFiles).contains(number)
  }

  /// Whether it holds a date: `2026-01-01`, `01-01-2026`, `20260101`, `2026-01`, seconds of 1970.
  private static func isDate(_ text: Substring) -> Bool {
    let groups = text.split { !("0"..."9").contains($0) }
    if groups.contains(where: isWholeDate) { return true }
    let numbers = groups.map { Int($0) ?? 0 }
    let isShort = groups.map { $0.count == 2 }
    for place in groups.indices.dropLast() where isYear(groups[place]) {
      if isShort[place + 1], (1...12).contains(numbers[place + 1]) { return true }
    }
    for place in groups.indices.dropFirst(2) where isYear(groups[place]) {
      let isPair = isShort[place - 1] && isShort[place - 2]
      let others = [numbers[place - 1], numbers[place - 2]]
      if isPair, others.allSatisfy({ (1...31).contains($0) }) { return true }
    }
    return false
  }

  /// Whether digits are a day, perhaps with a time of it, or seconds or milliseconds since 1970.
  private static func isWholeDate(_ digits: Substring) -> Bool {
    if [10, 13].contains(digits.count), digits.first == "1" { return true }
    guard [8, 10, 12, 14].contains(digits.count), isYear(digits.prefix(4)) else { return false }
    let month = Int(digits.dropFirst(4).prefix(2)) ?? 0
    let day = Int(digits.dropFirst(6).prefix(2)) ?? 0
    return (1...12).contains(month) && (1...31).contains(day)
  }

  private static func isYear(_ digits: Substring) -> Bool {
    digits.count == 4 && (1970..<2100).contains(Int(digits) ?? 0)
  }
}

extension FilePath {
  /// Whether the file at `path`, packed or not, is one that was rotated from that at `base`.
  ///
  /// Where the name alone does not tell, a file is that was not written since `base` was made.
  static func isRotation(_ path: String, of base: String) -> Bool {
    let (directory, name) = split(Packing.plainName(of: path) ?? path)
    let (baseDirectory, baseName) = split(base)
    guard directory == baseDirectory, let mark = RotationMark(in: name, of: baseName) else {
      return false
    }
    return mark.isCertain || isOver(path, before: base)
  }

  private static func isOver(_ path: String, before base: String) -> Bool {
    guard let file = FileBirth(of: path), let other = FileBirth(of: base),
      case .success(let status) = LocalFiles().status(of: path)
    else { return false }
    // Of files made at once, as the clock of the file system has it, none is the other's past.
    return file.nanoseconds < other.nanoseconds && status.modified <= other.nanoseconds
  }
}
