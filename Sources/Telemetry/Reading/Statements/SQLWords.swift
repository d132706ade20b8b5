/// Recognises where an SQL statement starts.
enum SQLWords {
  /// Whether `text` starts like a statement: a comment or a verb of SQL, in any case.
  static func startsStatement(_ text: Bytes) -> Bool {
    var place = 0
    while place < text.count, text[place] <= 0x20 || text[place] == UInt8(ascii: "(") {
      place &+= 1
    }
    if text.has("/*", at: place) || text.has("--", at: place) { return true }
    var end = place
    while end < text.count, text[end].isLetter { end &+= 1 }
    // `select=1` is the query string of a request.
    guard
      end == text.count || text[end] <= 0x20 || text[end] == UInt8(ascii: "(")
        || text[end] == UInt8(ascii: ";") || text[end] == UInt8(ascii: "*")
    else { return false }
    return isVerb(text.part(place, end))
  }

  /// Whether `word` opens a statement.
  static func isVerb(_ word: Bytes) -> Bool {
    guard word.count >= 3, word.count <= 10 else { return false }
    switch word[0] | 0x20 {
    case UInt8(ascii: "s"):
      return word.equalsAnyCase("select")
        || word.equalsAnyCase("set")
        || word.equalsAnyCase("show")
        || word.equalsAnyCase("savepoint")
    case UInt8(ascii: "i"): return word.equalsAnyCase("insert")
    case UInt8(ascii: "u"):
      return word.equalsAnyCase("update")
        || word.equalsAnyCase("upsert")
        || word.equalsAnyCase("use")
    case UInt8(ascii: "d"):
      return word.equalsAnyCase("delete")
        || word.equalsAnyCase("drop")
        || word.equalsAnyCase("declare")
        || word.equalsAnyCase("describe")
    case UInt8(ascii: "w"): return word.equalsAnyCase("with")
    case UInt8(ascii: "c"):
      return word.equalsAnyCase("call")
        || word.equalsAnyCase("create")
        || word.equalsAnyCase("commit")
        || word.equalsAnyCase("copy")
        || word.equalsAnyCase("close")
    case UInt8(ascii: "a"):
      return word.equalsAnyCase("alter")
        || word.equalsAnyCase("analyze")
    case UInt8(ascii: "b"): return word.equalsAnyCase("begin")
    case UInt8(ascii: "e"):
      return word.equalsAnyCase("explain")
        || word.equalsAnyCase("execute")
        || word.equalsAnyCase("exec")
    case UInt8(ascii: "f"): return word.equalsAnyCase("fetch")
    case UInt8(ascii: "l"): return word.equalsAnyCase("lock")
    case UInt8(ascii: "m"): return word.equalsAnyCase("merge")
    case UInt8(ascii: "p"):
      return word.equalsAnyCase("pragma")
        || word.equalsAnyCase("prepare")
    case UInt8(ascii: "r"):
      return word.equalsAnyCase("rollback")
        || word.equalsAnyCase("replace")
        || word.equalsAnyCase("release")
        || word.equalsAnyCase("refresh")
    case UInt8(ascii: "t"): return word.equalsAnyCase("truncate")
    case UInt8(ascii: "v"):
      return word.equalsAnyCase("vacuum")
        || word.equalsAnyCase("values")
    default: return false
    }
  }
}
