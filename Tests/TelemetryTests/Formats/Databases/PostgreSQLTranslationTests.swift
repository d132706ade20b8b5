import Testing

@testable import Telemetry

/// Logs of PostgreSQL with another `lc_messages`, in the words of de.po and fr.po.
@Suite struct PostgreSQLTranslationTests {
  private func read(_ messages: [String]) -> [String?] {
    var parser = PostgreSQLFormat()
    return messages.map { message in
      summary(of: "2024-03-15 10:23:45.123 UTC [7] \(message)", by: &parser).map {
        $0.replacing(" 2024-03-15T10:23:45.123Z", with: "").replacing(" pid=7", with: "")
      }
    }
  }

  @Test(arguments: [
    ("LOG:  Dauer: 12.345 ms  Anweisung: SELECT 1", "query info 0.012345s sql=SELECT 1"),
    ("LOG:  00000: Dauer: 12.345 ms  Anweisung: SELECT 1", "query info 0.012345s sql=SELECT 1"),
    ("LOG:  Dauer: 0.5 ms  Ausführen <unnamed>: SELECT $1", "query info 0.0005s sql=SELECT $1"),
    (
      "LOG:  Dauer: 0.5 ms  Parsen <unnamed>: x",
      "message info | Dauer: 0.5 ms  Parsen <unnamed>: x"
    ),
    ("FEHLER:  Division durch Null", "message error | Division durch Null"),
    ("WARNUNG:  x", "message warning | x"), ("PANIK:  x", "message fatal | x"),
    ("HINWEIS:  x", "message notice | x"), ("TIPP:  x", "message notice | x"),
    ("ANWEISUNG:  select 1/0;", "message notice | select 1/0;"),
    ("ZUSAMMENHANG:  x", "message notice | x"),
    ("LOG:  durée : 12.345 ms, instruction : SELECT 1", "query info 0.012345s sql=SELECT 1"),
    ("LOG:  durée : 0.5 ms  exécute S_1: SELECT $1", "query info 0.0005s sql=SELECT $1"),
    ("ERREUR:  division par zéro", "message error | division par zéro"),
    ("ATTENTION:  x", "message warning | x"), ("DÉTAIL:  x", "message notice | x"),
    ("INSTRUCTION :  select 1/0;", "message notice | select 1/0;"),
    ("REQUÊTE :  x", "message notice | x"), ("CONTEXTE :  x", "message notice | x"),
  ])
  func `reads German and French`(message: String, expected: String) {
    #expect(read([message]) == [expected])
  }

  @Test func `pairs statements with durations that follow`() {
    #expect(
      read(["LOG:  Anweisung: SELECT 1", "LOG:  Dauer: 3.000 ms"])
        == ["message info | Anweisung: SELECT 1", "query info 0.003s sql=SELECT 1"])
    #expect(
      read(["LOG:  instruction : SELECT 1", "LOG:  durée : 3.000 ms"])
        == ["message info | instruction : SELECT 1", "query info 0.003s sql=SELECT 1"])
    #expect(
      read(["LOG:  Anweisung: SELECT 1/0", "FEHLER:  Division durch Null", "LOG:  Dauer: 3.000 ms"])
        .last == "message info | Dauer: 3.000 ms")
  }

  @Test(arguments: ["FEHLER: x", "INSTRUCTION : x", "ERREUR:   x", "XINSTRUCTION :  x"])
  func `knows PostgreSQL by its two blanks`(message: String) {
    #expect(read([message]) == [nil])
  }

  @Test func `reads levels in the columns of a csvlog`() {
    let row =
      #"2024-03-15 10:23:45.123 UTC,"a","a",7,"127.0.0.1:52306",6009c305.5ce,1,"SELECT",2024-03-15 10:00:00 UTC,1/2,0,FEHLER,22012,"Division durch Null",,,,,,,,,"""#
    #expect(
      summary(of: row, as: PostgreSQLCSVFormat.self)?.hasPrefix("message error 2024-03-15") == true)
  }
}
