import ArgumentParser
import Dashboard

/// The command line: one subcommand per file beside this one.
struct Svctop: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "svctop",
    abstract: "top for backend services: which endpoint is slow or failing, and why.",
    discussion: """
      A SOURCE is a URL of a metrics endpoint (http:, https:, http+unix:), a log file, a glob in
      quotes, - for stdin, or NAME=SOURCE to name it. Formats are recognised by themselves.

        svctop http://127.0.0.1:8000/metrics /var/log/nginx/access.log
        svctop demo
        svctop snapshot --output json access.log
      """,
    version: Version.current,
    subcommands: [
      TopCommand.self, SnapshotCommand.self, ReportCommand.self, DiffCommand.self,
      InspectCommand.self, FingerprintCommand.self, DemoCommand.self, ThemesCommand.self,
      ConfigCommand.self,
    ],
    defaultSubcommand: TopCommand.self)
}
