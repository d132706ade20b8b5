import ArgumentParser
import Dashboard
import Telemetry

/// `svctop config check FILE`: everything that is wrong with a file, and where.
struct ConfigCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Say what is wrong with a svctop.toml, and where.",
    discussion: """
      Without a file the one that svctop would use here. Exit status: 0 fine, perhaps with warnings,
      2 something is wrong.
      """)

  @Argument(help: "File to check.")
  var file: String?

  @Option(help: "Folder of themes that goes before ~/.config/svctop/themes.")
  var themesDir: String?

  func run() throws {
    do {
      let (found, notice) = try Configuration.find(file, themes: ThemeLibrary(folder: themesDir))
      if let notice { try StandardOutput.write("\(DisplayText(notice))\n") }
      guard let configuration = found else {
        let places = Configuration.usualPlaces.map(\.path).joined(separator: ", ")
        try StandardOutput.write("there is no configuration; looked for \(places)\n")
        return
      }
      let warnings = configuration.warnings.map { $0.detail + "\n" }.joined()
      let summary = DisplayText(summary(of: configuration)).string
      try StandardOutput.write("\(warnings)\(summary)\n")
    } catch let errors as ConfigurationErrors {
      try StandardOutput.write(errors.details)
      throw ExitCode(2)
    }
  }

  private func summary(of configuration: Configuration) -> String {
    let parts = [
      (configuration.sources.count, "source"), (configuration.targets.count, "target"),
      (configuration.formats.count, "format"), (configuration.mappings.count, "mapping"),
      (configuration.keys.count, "rebound command"),
      (configuration.warnings.count, "warning"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
    let what = parts.isEmpty ? "" : ": " + parts.joined(separator: ", ")
    return "\(configuration.file ?? ""): fine\(what)"
  }
}
