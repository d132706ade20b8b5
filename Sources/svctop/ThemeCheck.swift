import ArgumentParser
import Dashboard
import Telemetry
import TextUI

/// What `--check-theme` says about a theme.
enum ThemeCheck {
  /// Writes what is wrong in the file of a theme, else what the theme leaves out and what is hard to
  /// read in it; the status is 1 for either.
  static func run(_ nameOrPath: String, in library: ThemeLibrary) throws {
    let entry = try library.entry(nameOrPath)
    let theme: Theme
    do throws(ThemeError) {
      theme = try entry.theme()
    } catch {
      try StandardOutput.write(error.mistakes.details)
      throw ExitCode(1)
    }
    let report = Report(theme, file: DisplayText(entry.path ?? entry.name).string)
    try StandardOutput.write(report.text)
    if report.problems > 0 { throw ExitCode(1) }
  }

  /// The findings about one theme, as lines.
  struct Report {
    let text: String
    let problems: Int

    init(_ theme: Theme, file: String) {
      var lines = [file]
      let missing = ThemeRole.essential.filter { !theme.ownRoles.contains($0) }
      for role in missing { lines.append("  missing    \(role.rawValue)") }
      let following = ThemeRole.allCases.filter { !theme.ownRoles.contains($0) }
        .filter { !missing.contains($0) }
        .map { role in "\(role.rawValue) (\(Report.ancestor(of: role, in: theme)))" }
      lines += Report.wrapped(following, title: "  follows    ")
      let truecolor = theme.contrastProblems()
      for problem in truecolor { lines.append(Report.line(problem)) }
      let known = Set(truecolor.map(\.role))
      let rounded = theme.contrastProblems(at: .indexed256).filter { !known.contains($0.role) }
      for problem in rounded { lines.append(Report.line(problem) + " with 256 colours") }
      if theme.background == .terminal, theme.assumedBackground == nil {
        lines.append(
          "  contrast   not known: set background, or assumed-background where it is the terminal's"
        )
      }
      problems = missing.count + truecolor.count + rounded.count
      lines.append(
        problems == 0 ? "  fine" : "  \(problems) problem\(problems == 1 ? "" : "s")")
      text = lines.joined(separator: "\n") + "\n"
    }

    private static func line(_ problem: ContrastProblem) -> String {
      let least = ConfigurationSchema.plain(problem.least)
      return "  contrast   \(problem.role.rawValue): \(problem.foreground) on "
        + "\(problem.background) is \(Units.fixed(problem.ratio, 2)), should be \(least) or more"
    }

    /// The nearest role above that the theme sets.
    private static func ancestor(of role: ThemeRole, in theme: Theme) -> String {
      var next = role.parent
      while let parent = next, !theme.ownRoles.contains(parent) { next = parent.parent }
      return next?.rawValue ?? "the terminal's own"
    }

    private static func wrapped(_ words: [String], title: String) -> [String] {
      var lines: [String] = []
      for word in words {
        if let last = lines.last, last.count + word.count + 2 <= 98 {
          lines[lines.count - 1] = last + ", " + word
        } else {
          lines.append((lines.isEmpty ? title : String(repeating: " ", count: title.count)) + word)
        }
      }
      return lines
    }
  }
}
