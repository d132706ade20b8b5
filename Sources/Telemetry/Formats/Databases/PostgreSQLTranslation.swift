/// The words of PostgreSQL's log where `lc_messages` is German or French.
///
///     LOG:  Dauer: 12.345 ms  Anweisung: SELECT 1           FEHLER:  ...      ANWEISUNG:  ...
///     LOG:  durée : 12.345 ms, instruction : SELECT 1       ERREUR:  ...      INSTRUCTION :  ...
///
/// Only what no English word explains is looked up here. auto_explain speaks English always.
/// Source: https://github.com/postgres/postgres/tree/master/src/backend/po (de.po, fr.po)
enum PostgreSQLTranslation {
  /// The level of a word in capitals; `.unknown` for other words.
  static func level(_ word: Bytes) -> LogLevel {
    switch word.count {
    case 3 where word.equals("ORT"), 4 where word.equals("TIPP"), 7 where word.equals("ANFRAGE"),
      7 where word.equals("HINWEIS"), 9 where word.equals("ANWEISUNG"),
      12 where word.equals("ZUSAMMENHANG"):
      return .notice
    case 5 where word.equals("PANIK"): return .fatal
    case 6 where word.equals("FEHLER") || word.equals("ERREUR"): return .error
    case 7 where word.equals("WARNUNG"), 9 where word.equals("ATTENTION"): return .warning
    default: return .unknown
    }
  }

  /// The French labels that letters beyond ASCII or a blank before the colon set apart.
  ///
  /// All of them belong to an entry of a level of its own.
  private static let details: [StaticString] = [
    "DÉTAIL", "ASTUCE ", "REQUÊTE ", "CONTEXTE ", "INSTRUCTION ", "EMPLACEMENT ",
  ]

  /// Such a label whose colon stands at `colon` of `line`.
  static func label(_ line: Bytes, colon: Int) -> PostgreSQLLabel? {
    guard line.has("  ", at: colon &+ 1) else { return nil }
    for word in details where line.has(word, at: colon &- word.utf8CodeUnitCount) {
      let start = colon &- word.utf8CodeUnitCount
      if start > 0, line[start &- 1].isWord { continue }
      return PostgreSQLLabel(level: .notice, start: start, end: colon &+ 1)
    }
    return nil
  }

  /// Takes the words before a duration.
  static func takeDuration(_ scanner: inout ByteScanner) -> Bool {
    scanner.take("Dauer: ") || scanner.take("durée : ")
  }

  /// The statement after the duration or before it, or that of a prepared statement.
  static func statement(_ start: ByteScanner) -> Bytes? {
    var scanner = start
    if scanner.take(", instruction : ") || scanner.take("instruction : ")
      || scanner.take("Anweisung: ")
    {
      scanner.skipBlanks()
      return scanner.rest
    }
    guard scanner.take("Ausführen ") || scanner.take("exécute "),
      let colon = scanner.bytes.find(": ", from: scanner.position)
    else { return nil }
    return scanner.bytes.from(colon &+ 2)
  }
}
