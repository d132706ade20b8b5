import ArgumentParser

/// `svctop config`: writing and checking `svctop.toml`.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Write a svctop.toml with every setting, or check one.",
    subcommands: [ConfigInit.self, ConfigCheck.self])
}
