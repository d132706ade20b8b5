/// Recognises the lines of a stack trace, which belong to the line before them.
enum StackTrace {
  /// Whether `line` goes on where the line before it stopped.
  static func continues(_ line: Bytes) -> Bool {
    guard let first = line.first else { return false }
    if first.isBlank { return !line.trimmed.isEmpty }
    if line.has("Traceback (") || line.has("Caused by: ") || line.has("During handling of ")
      || line.has("The above exception ") || line.has("goroutine ")
    {
      return true
    }
    // `app.errors.NotFoundError: no such user`
    var end = 0
    while end < line.count, line[end].isWord || line[end] == UInt8(ascii: ".") { end &+= 1 }
    guard end >= 5, end == line.count || line[end] == UInt8(ascii: ":") else { return false }
    let name = line.part(0, end)
    return name.has("Error", at: end &- 5) || name.has("Exception", at: end &- 9)
      || name.has("Warning", at: end &- 7)
  }
}
