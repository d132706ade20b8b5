/// How near a misspelt word is to those that there are.
package enum Spelling {
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
