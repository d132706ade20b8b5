import ArgumentParser
import Collectors
import Dashboard
import Glibc
import Telemetry

/// `svctop config init SOURCE ...`: a file with every setting, explained.
struct ConfigInit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Write a svctop.toml with every setting, explained.",
    discussion: """
      Prints the file unless --file says where to write it. Sources are taken over as they are
      given; a password in an address is refused, since files are copied.

        svctop config init http://127.0.0.1:8000 /var/log/nginx/access.log --file svctop.toml
      """)

  @Argument(help: "Sources to watch: URLs, log files, globs in quotes, or NAME=SOURCE.")
  var sources: [String] = []

  @Option(help: "File to write; - or nothing prints it.")
  var file: String?

  @Flag(help: "Replace a file that is there.")
  var force = false

  func run() throws {
    for source in sources { try check(source) }
    let text = ConfigurationTemplate.text(sources: sources)
    guard let file, file != "-" else {
      try StandardOutput.write(text)
      return
    }
    if force { try replace(file) }
    switch TextFile.write(text, to: file) {
    case .success(let path): try StandardOutput.write("written: \(path)\n")
    case .failure(let failure):
      let hint = access(file, F_OK) == 0 ? "; --force replaces it" : ""
      throw Failure.usage(failure.message.string + hint)
    }
  }

  /// Refuses what is no source, and what would write a secret into a file.
  private func check(_ text: String) throws {
    let source: SourceSpecification
    do throws(SourceError) {
      source = try SourceSpecification(text)
    } catch {
      throw Failure.usage(error.description.string)
    }
    guard case .endpoint(let url) = source.location, !text.hasSuffix(url.display.string) else {
      return
    }
    throw Failure.usage(
      "\(url.display): a secret in an address does not belong in a file; "
        + "use --user NAME:FILE or --bearer-file FILE")
  }

  /// Takes an old file away; only a regular one.
  private func replace(_ file: String) throws {
    var status = stat()
    guard lstat(file, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFREG, unlink(file) == 0 else {
      throw Failure.usage(
        "\(DisplayText(file)): cannot be replaced; it is not a regular file of yours")
    }
  }
}
