import Testing

@testable import Telemetry

@Suite struct PhraseSearchTests {
  @Test func `finds a phrase anywhere and in any case, and nothing that is only like it`() {
    let search = PhraseSearch(["ready in", "booting worker", "on port 8"])
    let table: [(text: DisplayText, isFound: Bool)] = [
      ("ready in", true), ("server Ready In 3 s", true), ("READY", false), ("ready  in", false),
      ("[7] Booting worker with pid: 7", true), ("booting workbench", false),
      ("listening on port 8080", true), ("listening on port 9080", false), ("", false),
      ("r", false),
      ("rereready in", true), ("2rEADY iN", true),
    ]
    for (text, isFound) in table {
      #expect(search.hasAny(in: text) == isFound, "\(text)")
    }
  }
}
