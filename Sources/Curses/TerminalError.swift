/// Why the dashboard cannot be shown.
package enum TerminalError: Error, Hashable, Sendable {
  /// Standard output goes to a file or a pipe.
  case outputIsNotTerminal
  /// Standard input is something else, and there is no controlling terminal either.
  case noKeyboard
  /// The terminal cannot place its cursor.
  case cannotMoveCursor(term: String)
  /// There is no description of the type, nor of a usual one in its place.
  case unknownTerminal(term: String)
  /// The terminal library refused without a reason.
  case failed

  /// One line for the user, with what to use in place of a screen.
  package func description(other: String) -> String {
    switch self {
    case .outputIsNotTerminal: "stdout is not a terminal: use \(other)"
    case .noKeyboard: "there is no terminal to read keys from: use \(other)"
    case .cannotMoveCursor(let term):
      "a terminal of type \"\(term)\" cannot show a dashboard: use \(other)"
    case .unknownTerminal(let term):
      "nothing is known about terminals of type \"\(term)\", nor of type xterm or vt100: "
        + "set TERM, or use \(other)"
    case .failed: "the terminal could not be taken over: use \(other)"
    }
  }
}
