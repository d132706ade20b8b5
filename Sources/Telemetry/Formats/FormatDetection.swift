/// Finds out from the first lines of a source which format it is in.
///
/// Each format tries every line. A line understood as a message counts once, a request or a
/// statement twice, one with a duration three times, and a further line of its entry once more; the
/// format with the most wins, and the catalogue's order decides a tie, so a specific format goes
/// before a general one. Formats that know more of some lines go before those that know less of them
/// where that is beyond doubt (see `FormatOrder`).
package struct FormatDetection: Sendable {
  /// How much of the lines one format understood.
  package struct Share: Sendable {
    /// A parser that has read nothing yet.
    package let format: any LogFormat
    /// Lines in entries that the format understood.
    package let lines: Int
    /// The same as a part of all lines that are not empty, 0 to 1.
    package let ratio: Double
    /// What all lines are worth together.
    let weight: Int
    /// Lines that belong to the entry of something countable, its first line left out.
    let joined: Int
    /// How much was read from each line; 0 for one that was not understood.
    let details: [Int]
    /// Whether a number that may be the time of a request was left in each line.
    let leavesNumber: [Bool]
  }

  /// The format to read the source with; `nil` when no format understood a line.
  ///
  /// It and the alternates have learned from the lines, but counted nothing.
  package let primary: (any LogFormat)?
  /// Formats for lines that the primary one does not know, in the order in which they are asked.
  package let alternates: [any LogFormat]
  /// What the lines are enclosed in; `nil` when they stand by themselves.
  package let envelope: (any LogEnvelope.Type)?
  /// All formats that understood a line, best first.
  package let shares: [Share]
  /// Whether the bytes are something else than lines of a log.
  package let isNoLog: Bool
  /// What the bytes are instead: "gzip-compressed".
  package let otherKind: DisplayText?
  /// Lines looked at, empty ones left out.
  package let lineCount: Int
  /// The first line that neither the primary format nor an alternate understood.
  package let firstUnparsed: DisplayText?
  /// Why hardly anything was understood, or how long requests took was not, in one sentence; `nil`
  /// when enough was.
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
    otherKind = chunk.otherKind
    isNoLog = otherKind != nil
    let lines = isNoLog ? [] : Self.lines(chunk, maximum: maximumLines)
    lineCount = lines.count
    let formats = only.map { [$0] } ?? own + LogFormatCatalog.all.map { $0.init() }
    var shares = Share.all(of: formats, in: lines)
    var order = FormatOrder(of: shares)
    var chosen: (any LogEnvelope.Type)?
    var contents = lines
    var places = Array(lines.indices)
    for type in LogEnvelopeCatalog.all {
      guard let letters = Self.contents(of: lines, in: type, from: chunk) else { continue }
      let inside = Share.all(of: formats, in: letters.contents)
      let orderInside = FormatOrder(of: inside)
      let gain = orderInside.weight - order.weight
      guard type.isUnmistakable || gain > 0 || gain == 0 && type.isForeign && order.weight > 0
      else { continue }
      chosen = type
      (shares, order) = (inside, orderInside)
      (contents, places) = letters
      if type.isUnmistakable { break }
    }
    envelope = chosen
    self.shares = shares
    let trained = Self.trained(order.formats, on: contents)
    primary = trained.first
    alternates = Array(trained.dropFirst())
    // The lines of an envelope that takes several say nothing by themselves.
    let isOwnCount = chosen?.spansLines == true || contents.count != lines.count
    let shown = isOwnCount ? contents : lines
    if isOwnCount { places = Array(contents.indices) }
    let isOpen = contents.indices.map { line in shares.allSatisfy { $0.details[line] == 0 } }
    let unparsed = isOpen.indices.filter { isOpen[$0] }.min { places[$0] < places[$1] }
    firstUnparsed = unparsed.map { line in
      shown[places[line]].withUnsafeBytes { DisplayText($0, limit: 200) }
    }
    let findings = FormatExplanation.Findings(
      lines: shown.count, understood: isOpen.count { !$0 },
      httpLines: contents.count { line in line.withUnsafeBytes { $0.find(" HTTP/") != nil } },
      hasEvents: shares.contains { $0.weight > $0.lines }, isCut: shown.count >= maximumLines)
    let example = contents.isEmpty ? nil : contents[unparsed ?? 0]
    explanation =
      example.flatMap { FormatExplanation.text(findings, example: $0, formats: formats) }
      ?? LogAdvice.number(in: order.numbersLeft, of: order.requests)
  }

  /// How many times as many lines are looked at where an envelope takes several.
  private static let linesOfEnvelope = 20
  /// Lines of the program that are looked at where an envelope holds several.
  private static let mostLetters = 1_000

  /// What is inside the lines when most of them are such envelopes, stream by stream, with the
  /// places of the lines.
  private static func contents(
    of lines: [[UInt8]], in type: any LogEnvelope.Type, from chunk: Bytes
  ) -> (contents: [[UInt8]], places: [Int])? {
    var lines = lines
    if type.spansLines {
      guard lines.contains(where: { $0.withUnsafeBytes(type.begins) }) else { return nil }
      lines = Self.rawLines(chunk, maximum: lines.count * linesOfEnvelope)
    }
    var envelope = type.init()
    var letters: [(content: [UInt8], stream: UInt64)] = []
    var opened = 0
    // Lines that are in no envelope, or in one that turned out to be another.
    var outside = 0
    for line in lines {
      line.withUnsafeBytes { bytes in
        var letter = Enclosed()
        guard envelope.open(bytes, into: &letter) else {
          letters.append((line, 0))
          outside += 1
          return
        }
        opened += 1
        if letter.isIncomplete || type.spansLines && letter.content.isEmpty { return }
        letters.append(([UInt8](letter.content), envelope.stream))
        while letter.hasMore, letters.count < mostLetters {
          letter = Enclosed()
          guard envelope.open(bytes, into: &letter) else { break }
          letters.append(([UInt8](letter.content), envelope.stream))
        }
      }
    }
    guard opened > 0, opened * 10 >= lines.count * 8, outside * 2 <= letters.count,
      !letters.isEmpty
    else { return nil }
    var streams: [UInt64: Int] = [:]
    for letter in letters where streams[letter.stream] == nil {
      streams[letter.stream] = streams.count
    }
    // The lines of an entry follow each other only within their stream.
    let places = letters.indices.sorted {
      (streams[letters[$0].stream] ?? 0, $0) < (streams[letters[$1].stream] ?? 0, $1)
    }
    return (places.map { letters[$0].content }, places)
  }

  /// The answer to a format's name.
  package enum LookUp: Sendable {
    /// A parser of the format that was named or described.
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
    if let format = all.first(where: { $0.name == wanted }) { return .found(format.init().named) }
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

  /// The first lines with all their bytes, empty ones too.
  private static func rawLines(_ chunk: Bytes, maximum: Int) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var start = 0
    while start < chunk.count, lines.count < maximum {
      let end = chunk.lineEnd(from: start)
      lines.append([UInt8](chunk.part(start, end)))
      start = end + 1
    }
    return lines
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
}
