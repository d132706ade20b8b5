import Glibc
import Telemetry

/// What is wrong with something the user wrote: what, where, and how to mend it, in one line.
package struct SourceError: Error, Hashable, Sendable {
  /// The line to show.
  package let description: DisplayText

  init(_ text: String) {
    description = DisplayText(text)
  }
}

/// What a SOURCE argument asks for, before anything is opened.
package struct SourceSpecification: Hashable, Sendable {
  /// Where the bytes come from.
  package enum Location: Hashable, Sendable {
    /// A page of metrics, or a service whose usual paths are tried.
    case endpoint(EndpointURL)
    /// A path; the file need not exist (yet). One that gzip or zstd packed is read once.
    case file(path: String)
    /// A named pipe, which can be read once only.
    case pipe(path: String)
    /// A pattern for glob(7); see `files`.
    case pattern(String)
    /// Written `-`.
    case standardInput
    /// A command for /bin/sh whose output is read.
    case command(String)
  }

  /// The service the source belongs to, when the argument names one.
  package var service: DisplayText?
  /// The name given, or one made from the location.
  package var name: DisplayText
  /// Whether `name` was given.
  package var isNamed: Bool
  /// What the argument leads to.
  package var location: Location

  /// Reads `SOURCE`, `NAME=SOURCE` or `SERVICE/NAME=SOURCE`.
  ///
  /// A path that exists is a file, whatever characters it holds.
  package init(_ argument: String) throws(SourceError) {
    if argument.isEmpty { throw SourceError("an empty source; name a file, a URL or - for stdin") }
    let parts = SourceSpecification.nameAndSource(argument)
    let source = String(parts.source)
    if source.isEmpty {
      throw SourceError("\(argument): nothing after =; write \(parts.name ?? "NAME")=FILE-OR-URL")
    }
    location = try SourceSpecification.location(source)
    isNamed = parts.name != nil
    service = nil
    name = SourceSpecification.defaultName(location)
    guard let given = parts.name else { return }
    if let slash = given.firstIndex(of: "/") {
      let rest = given[given.index(after: slash)...]
      guard slash != given.startIndex, !rest.isEmpty, !rest.contains("/") else {
        throw SourceError("\(given)=: expected SERVICE/NAME=SOURCE, as in shop/nginx=access.log")
      }
      service = DisplayText(given[..<slash])
      name = DisplayText(rest)
    } else {
      name = DisplayText(given)
    }
  }

  /// Where the bytes come from, as it may be shown: without secrets.
  package var displayLocation: DisplayText {
    switch location {
    case .endpoint(let url): url.display
    case .file(let path), .pipe(let path), .pattern(let path): DisplayText(path)
    case .standardInput: "-"
    case .command(let command): DisplayText("exec:" + command)
    }
  }

  /// Which regular file the source leads to; `nil` for anything else, and where none is there yet.
  package var file: FileIdentity? {
    guard case .file(let path) = location,
      case .success(let status) = LocalFiles().status(of: path), status.kind == .regular
    else { return nil }
    return status.identity
  }

  /// Files that match a pattern now, sorted by name, as sources of their own.
  ///
  /// Ask again from time to time: files may come. A link to another match is left out, and so is
  /// a packed file whose contents another match holds: its unpacked twin or, for one who is
  /// `following`, the file it was rotated from, whose tail has read it. One that `isRotation` of
  /// another match should be read once, not followed, for the same reason.
  package func files(
    following: Bool = true
  ) -> [(source: SourceSpecification, isRotation: Bool)] {
    guard case .pattern(let pattern) = location else { return [] }
    let matches = SourceSpecification.withoutLinks(SourceSpecification.expand(pattern))
    let paths = matches.filter { path in
      guard let plain = Packing.plainName(of: path) else { return true }
      if matches.contains(plain) { return false }
      return !following || !matches.contains { FilePath.isRotation(path, of: $0) }
    }
    return paths.map { path in
      var source = self
      source.location = .file(path: path)
      let own = SourceSpecification.defaultName(source.location)
      source.name = isNamed ? DisplayText("\(name.string)/\(own.string)") : own
      return (source, paths.contains { FilePath.isRotation(path, of: $0) })
    }
  }

  /// The parts before and after the first `=`, if what is before it can be a name.
  private static func nameAndSource(
    _ argument: String
  ) -> (name: Substring?, source: Substring) {
    guard let equals = argument.firstIndex(of: "="), equals != argument.startIndex,
      kind(of: argument) == nil, !EndpointURL.isMeant(by: argument),
      !argument.hasPrefix("exec:")
    else { return (nil, argument[...]) }
    let name = argument[..<equals]
    let isName = name.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || "._-/ ".unicodeScalars.contains($0)
    }
    guard isName, !name.hasPrefix("/"), !name.hasPrefix(".") else { return (nil, argument[...]) }
    return (name, argument[argument.index(after: equals)...])
  }

  private static func location(_ source: String) throws(SourceError) -> Location {
    if source == "-" || source == "/dev/stdin" { return .standardInput }
    if EndpointURL.isMeant(by: source) { return .endpoint(try EndpointURL(source)) }
    if source.hasPrefix("exec:") {
      let command = String(source.dropFirst("exec:".count))
      guard command.contains(where: { $0 != " " }) else {
        throw SourceError("exec: without a command; write 'exec:kubectl logs -f deploy/api'")
      }
      return .command(command)
    }
    let kind = kind(of: source)
    if let scheme = source.firstRange(of: "://"), kind == nil {
      throw SourceError(
        "\(source[..<scheme.lowerBound])://: unknown scheme; "
          + "use http, https or http+unix, or a path"
      )
    }
    switch kind {
    case .pipe: return .pipe(path: source)
    case .directory:
      throw SourceError(
        "\(source): is a directory; name a file, or quote a pattern: '\(source)/*.log'")
    case .socket:
      throw SourceError("\(source): is a socket; use \(EndpointURL.address(ofSocket: source))")
    case nil where isAddress(source):
      let address = "http://\(source)"
      // Whoever writes it so is to be spared a second message, about the port.
      _ = try EndpointURL(address)
      throw SourceError("\(source): no such file; for a metrics endpoint write \(address)")
    case nil where source.contains { "*?[".contains($0) }: return .pattern(source)
    default: break
    }
    if let refusal = Packing(name: source)?.refusal(path: source) { throw SourceError(refusal) }
    return .file(path: source)
  }

  /// Whether an address is meant, and no file that is yet to come into a folder with a port's name.
  private static func isAddress(_ source: String) -> Bool {
    EndpointURL.isMeantWithoutScheme(by: source)
      && kind(of: String(source.prefix { !"/?".contains($0) })) == nil
  }

  private static func kind(of path: String) -> FileStatus.Kind? {
    guard case .success(let status) = LocalFiles().status(of: path) else { return nil }
    return status.kind
  }

  private static func defaultName(_ location: Location) -> DisplayText {
    switch location {
    case .endpoint(let url): DisplayText(url.address)
    case .file(let path), .pipe(let path): DisplayText(FilePath.split(path).name)
    case .pattern(let pattern): DisplayText(pattern)
    case .standardInput: "stdin"
    case .command(let command): DisplayText(command.prefix { $0 != " " })
    }
  }

  /// The paths without those that lead to a file which is among them under its own name.
  private static func withoutLinks(_ paths: [String]) -> [String] {
    let files = LocalFiles()
    let own = Set(paths.compactMap { files.isLink($0) ? nil : files.identity(of: $0) })
    return paths.filter { path in
      guard files.isLink(path), let target = files.identity(of: path) else { return true }
      return !own.contains(target)
    }
  }

  private static func expand(_ pattern: String) -> [String] {
    var found = glob_t()
    defer { globfree(&found) }
    guard glob(pattern, GLOB_BRACE | GLOB_TILDE, nil, &found) == 0 else { return [] }
    return (0..<Int(found.gl_pathc)).compactMap { index in
      found.gl_pathv[index].map { String(cString: $0) }
    }
  }
}
