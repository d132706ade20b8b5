/// Finds out from the first lines of a source which format it is in.
///
/// Each format tries every line. A line understood as a message counts once, a request or a
/// statement twice, one with a duration three times; the format with the most wins, and the
/// catalogue's order decides a tie, so a specific format goes before a general one.
package struct FormatDetection: Sendable {
  /// How much of the lines one format understood.
  package struct Share: Sendable {
    package let format: any LogFormat
    /// Lines in entries that the format understood.
    package let lines: Int
    /// The same as a part of all lines that are not empty, 0 to 1.
    package let ratio: Double
    fileprivate let weight: Int
    fileprivate let understood: [Bool]
  }

  /// The format to read the source with; `nil` when no format understood a line.
  package let primary: (any LogFormat)?
  /// Formats that understood lines which the primary one did not, most first.
  package let alternates: [any LogFormat]
  /// What the lines are enclosed in; `nil` when they stand by themselves.
  package let envelope: (any LogEnvelope.Type)?
  /// All formats that understood a line, best first.
  package let shares: [Share]
  /// Whether the bytes are not text that could be read.
  package let isBinary: Bool
  /// What the bytes are instead: "gzip-compressed".
  package let binaryKind: DisplayText?
  /// Lines looked at, empty ones left out.
  package let lineCount: Int
  /// The first line that neither the primary format nor an alternate understood.
  package let firstUnparsed: DisplayText?
  /// Why nothing or hardly anything was understood, in one sentence; `nil` when enough was.
  ///
  /// "0 of 120 lines understood, for example: ...; closest: nginx-timed, differs at column 71:
  /// expected a number".
  package let explanation: DisplayText?
  /// The format that came nearest when none is clear: the one that understood most.
  package var closest: (any LogFormat)? { shares.first?.format }

  /// Looks at the first `maximumLines` lines of `chunk`.
  ///
  /// `own` formats, which a user described, are asked before those of the catalogue; with `only`
  /// no other format is asked than this one.
  package init(
    _ chunk: Bytes, own: [any LogFormat] = [], only: (any LogFormat)? = nil,
    maximumLines: Int = 200
  ) {
    binaryKind = chunk.binaryKind
    isBinary = binaryKind != nil
    let lines = isBinary ? [] : Self.lines(chunk, maximum: maximumLines)
    lineCount = lines.count
    let formats = only.map { [$0] } ?? own + LogFormatCatalog.all.map { $0.init() }
    var shares = Self.shares(of: formats, in: lines)
    var chosen: (any LogEnvelope.Type)?
    var contents = lines
    for type in LogEnvelopeCatalog.all {
      guard let letters = Self.contents(of: lines, in: type) else { continue }
      let inside = Self.shares(of: formats, in: letters)
      guard type.isUnmistakable || inside.first?.weight ?? 0 > shares.first?.weight ?? 0 else {
        continue
      }
      chosen = type
      shares = inside
      contents = letters
      if type.isUnmistakable { break }
    }
    envelope = chosen
    self.shares = shares
    primary = shares.first?.format
    let isOpen: [Bool]
    (alternates, isOpen) = Self.alternates(among: shares, lineCount: lines.count)
    let unparsed = isOpen.firstIndex(of: true)
    firstUnparsed = unparsed.map { place in
      lines[place].withUnsafeBytes { DisplayText($0, limit: 200) }
    }
    let findings = FormatExplanation.Findings(
      lines: lines.count, understood: isOpen.count { !$0 },
      httpLines: contents.count { line in line.withUnsafeBytes { $0.find(" HTTP/") != nil } },
      hasEvents: shares.contains { $0.weight > $0.lines }, isCut: lines.count >= maximumLines)
    explanation = (contents.isEmpty ? nil : contents[unparsed ?? 0]).flatMap {
      FormatExplanation.text(findings, example: $0, formats: formats)
    }
  }

  /// How much of the lines each format understood, best first; none that understood nothing.
  private static func shares(of formats: [any LogFormat], in lines: [[UInt8]]) -> [Share] {
    var shares: [Share] = []
    for format in formats {
      let share = Self.share(of: format, in: lines)
      if share.lines > 0 { shares.append(share) }
    }
    // `sort` is stable, which keeps the order of the catalogue for equals.
    shares.sort { $0.weight > $1.weight }
    return shares
  }

  /// Formats that understood lines which the first did not, most first; lines that none understood.
  private static func alternates(
    among shares: [Share], lineCount: Int
  ) -> (formats: [any LogFormat], isOpen: [Bool]) {
    var isOpen =
      shares.first.map { $0.understood.map { !$0 } } ?? Array(repeating: true, count: lineCount)
    var alternates: [(format: any LogFormat, gain: Int)] = []
    for share in shares.dropFirst() {
      let gain = zip(share.understood, isOpen).count { $0 && $1 }
      if gain > 0 { alternates.append((share.format, gain)) }
    }
    alternates.sort { $0.gain > $1.gain }
    for share in shares.dropFirst() {
      for (index, isUnderstood) in share.understood.enumerated() where isUnderstood {
        isOpen[index] = false
      }
    }
    return (alternates.map(\.format), isOpen)
  }

  /// What is inside the lines when most of them are such envelopes.
  private static func contents(
    of lines: [[UInt8]], in type: any LogEnvelope.Type
  ) -> [[UInt8]]? {
    var envelope = type.init()
    var opened = 0
    let contents = lines.map { line in
      line.withUnsafeBytes { bytes -> [UInt8] in
        var letter = Enclosed()
        guard envelope.open(bytes, into: &letter) else { return line }
        opened += 1
        return [UInt8](letter.content)
      }
    }
    return opened > 0 && opened * 10 >= lines.count * 8 ? contents : nil
  }

  /// The answer to a format's name.
  package enum LookUp: Sendable {
    case found(any LogFormat)
    /// The text describes a layout, wrongly.
    case wrongLayout(LayoutError)
    /// No such format; names that are near it, or all names when none is.
    case unknown(suggestions: [String])
  }

  /// The format called `name`, in any case, or described by it (`nginx:$remote_addr ...`).
  package static func lookUp(name: String) -> LookUp {
    let wanted = name.lowercased()
    let all = LogFormatCatalog.all
    if let format = all.first(where: { $0.name == wanted }) { return .found(format.init()) }
    if LogFormatDescription.isMeant(by: name) {
      do {
        return .found(try LogFormatDescription.format(from: name))
      } catch {
        return .wrongLayout(error)
      }
    }
    let near = all.map { ($0.name, Spelling.distance(wanted, $0.name)) }
      .filter { name, distance in
        distance <= max(2, wanted.count / 3) || name.contains(wanted) && !wanted.isEmpty
          || wanted.contains(name)
      }
      .sorted { $0.1 < $1.1 }
      .map(\.0)
    let related = near.isEmpty ? names(ofProductLike: wanted) : near
    return .unknown(suggestions: related.isEmpty ? all.map { $0.name } : related)
  }

  /// Formats of the product that was probably meant, by the part of their names before a dash.
  private static func names(ofProductLike word: String) -> [String] {
    LogFormatCatalog.all.map { $0.name }.filter { name in
      let product = String(name.prefix { $0 != "-" })
      return product.count > 3 && Spelling.distance(word, product) <= max(2, word.count / 3)
    }
  }

  private static func lines(_ chunk: Bytes, maximum: Int) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var splitter = LineSplitter(limit: 1 << 16)
    splitter.feed(chunk) { line in
      if lines.count < maximum, !line.isEmpty { lines.append([UInt8](line)) }
    }
    // The end of the chunk may have cut the last line: it counts only when it is all there is.
    if lines.isEmpty { splitter.flush { if !$0.isEmpty { lines.append([UInt8]($0)) } } }
    return lines
  }

  private static func share<Format: LogFormat>(
    of fresh: Format, in lines: [[UInt8]]
  ) -> Share {
    var format = fresh
    var understood: [Bool] = []
    var weight = 0
    var pending = 0
    func close(_ entry: Bytes) {
      var record = LogRecord()
      let isParsed = format.parse(entry, into: &record)
      understood.append(contentsOf: repeatElement(isParsed, count: pending))
      if isParsed { weight += worth(record) * pending }
      pending = 0
    }
    if Format.isMultiLine {
      var entry: [UInt8] = []
      for line in lines {
        let begins = line.withUnsafeBytes { format.beginsEntry($0) }
        if begins, pending > 0 {
          entry.withUnsafeBytes { close($0) }
          entry = []
        }
        if pending > 0 { entry.append(0x0A) }
        entry += line
        pending += 1
      }
      if pending > 0 { entry.withUnsafeBytes { close($0) } }
    } else {
      for line in lines {
        pending = 1
        line.withUnsafeBytes { close($0) }
      }
    }
    let count = understood.count { $0 }
    return Share(
      format: fresh, lines: count, ratio: lines.isEmpty ? 0 : Double(count) / Double(lines.count),
      weight: weight, understood: understood)
  }

  private static func worth(_ record: LogRecord) -> Int {
    if record.kind == .message { return 1 }
    return record.seconds == record.seconds ? 3 : 2
  }
}
