/// How near a misspelt word is to those that there are, and what is said of that.
package enum Spelling {
  /// What follows a word that is none of `names`: `, did you mean "p95"?`.
  ///
  /// Where no name is near it is `otherwise`, which has to begin with its own punctuation.
  package static func hint(
    _ word: String, among names: [String], otherwise: String = ""
  ) -> String {
    nearest(word, among: names).map { ", " + question([$0]) } ?? otherwise
  }

  /// As `hint`, and where no name is near all of them: `; there are p50, p95`.
  ///
  /// For names of which there are few enough to be read.
  package static func hintOrNames(_ word: String, among names: [String]) -> String {
    let all = (names.count == 1 ? "; there is " : "; there are ") + names.joined(separator: ", ")
    return hint(word, among: names, otherwise: names.isEmpty ? "" : all)
  }

  /// `did you mean "a", "b" or "c"?`, for names that are known to be near.
  ///
  /// `quote` is another mark where names stand in texts in which `"` has a meaning of its own.
  package static func question(_ names: [String], quote: Character = "\"") -> String {
    "did you mean \(list(names, "or", quote: quote))?"
  }

  /// Names in quotes, with a word before the last: `"a", "b" and "c"`.
  package static func list(
    _ names: [String], _ word: String, quote: Character = "\""
  ) -> String {
    let quoted = names.map { "\(quote)\($0)\(quote)" }
    let head = quoted.dropLast().joined(separator: ", ")
    return (head.isEmpty ? "" : "\(head) \(word) ") + (quoted.last ?? "")
  }

  /// The word of `names` that was probably meant; `nil` when none is near.
  ///
  /// Of several that are as near the one with nearer characters wins: `p96` is `p95`, not `p90`.
  package static func nearest(_ word: String, among names: [String]) -> String? {
    let word = word.lowercased()
    let limit = word.count <= 3 ? 1 : max(2, word.count / 4)
    return names.map { (name: $0, rank: (distance(word, $0.lowercased()), spread(word, $0))) }
      .filter { $0.rank.0 <= limit }
      .min { $0.rank < $1.rank }?.name
  }

  /// Insertions, deletions and replacements that turn one word into the other (Levenshtein).
  package static func distance(_ left: String, _ right: String) -> Int {
    let right = Array(right)
    var row = Array(0...right.count)
    for (line, character) in left.enumerated() {
      var diagonal = row[0]
      row[0] = line + 1
      for column in right.indices {
        let substitution = diagonal + (character == right[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(substitution, diagonal + 1, row[column] + 1)
      }
    }
    return row[right.count]
  }

  private static func spread(_ left: String, _ right: String) -> UInt32 {
    zip(left.unicodeScalars, right.unicodeScalars).reduce(0) { sum, pair in
      sum + max(pair.0.value, pair.1.value) - min(pair.0.value, pair.1.value)
    }
  }
}
