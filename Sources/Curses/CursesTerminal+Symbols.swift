import CNcurses
import Glibc
import TextUI

extension CursesTerminal {
  /// The characters of the terminal that standard output is, for whoever writes to it without
  /// taking it over.
  package nonisolated static var usualSymbols: Symbols {
    // As for the screen: the font of the Linux console has few of the others.
    let isConsole = getenv("TERM").map { strcmp($0, "linux") == 0 } ?? false
    return screen_locale(false) && !isConsole ? .unicode : .ascii
  }
}
