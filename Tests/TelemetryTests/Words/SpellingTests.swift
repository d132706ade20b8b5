import Telemetry
import Testing

/// What is said of a word that is none of those that there are.
struct SpellingTests {
  private static let names = ["p50", "p90", "p95", "errors"]

  @Test(arguments: [
    ("p96", ", did you mean \"p95\"?"), ("Erors", ", did you mean \"errors\"?"), ("xyzzy", ""),
  ])
  func `a hint names the one that was probably meant`(word: String, hint: String) {
    #expect(Spelling.hint(word, among: Self.names) == hint)
    let other = Spelling.hint(word, among: Self.names, otherwise: "; see the docs")
    #expect(other == (hint.isEmpty ? "; see the docs" : hint))
  }

  @Test(arguments: [
    ("p96", names, ", did you mean \"p95\"?"),
    ("xyzzy", names, "; there are p50, p90, p95, errors"),
    ("xyzzy", ["p50"], "; there is p50"), ("xyzzy", [String](), ""),
  ])
  func `where none is near all of few are named`(word: String, names: [String], hint: String) {
    #expect(Spelling.hintOrNames(word, among: names) == hint)
  }

  @Test(arguments: [
    (["a"], "did you mean \"a\"?"), (["a", "b"], "did you mean \"a\" or \"b\"?"),
    (["a", "b", "c"], "did you mean \"a\", \"b\" or \"c\"?"),
  ])
  func `a question has all that may have been meant`(names: [String], question: String) {
    #expect(Spelling.question(names) == question)
    let inBackticks = question.replacing("\"", with: "`")
    #expect(Spelling.question(names, quote: "`") == inBackticks)
  }
}
