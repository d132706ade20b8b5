#if canImport(Glibc)
  import Glibc
#endif

/// A recorded screen, compared line by line with what is drawn now.
///
/// Each picture is a Swift file of its own in a folder `Screens` beside the test. To record all
/// pictures anew, look at them, and see what changed:
///
///     SVCTOP_RECORD_SCREENS=1 swift test --filter Screens
///     git diff Tests
///
/// A new picture starts as `static let name = ""` in its file.
package enum ScreenPicture {
  /// Whether pictures are to be written instead of compared.
  package static var isRecording: Bool { getenv("SVCTOP_RECORD_SCREENS") != nil }

  /// What to say about a picture that is not as recorded; `nil` when it is.
  ///
  /// The answer holds the lines that differ, then both pictures.
  package static func difference(recorded: String, drawn: String) -> String? {
    guard recorded != drawn else { return nil }
    let old = recorded.split(separator: "\n", omittingEmptySubsequences: false)
    let new = drawn.split(separator: "\n", omittingEmptySubsequences: false)
    var text = "\n"
    for place in 0..<max(old.count, new.count) {
      let before = place < old.count ? old[place] : "(no line)"
      let after = place < new.count ? new[place] : "(no line)"
      if before != after {
        text += "line \(place + 1)\n  recorded \(before)\n  drawn    \(after)\n"
      }
    }
    return text + "\nrecorded:\n\(recorded)\n\ndrawn:\n\(drawn)\n"
  }

  /// Writes a picture as a Swift file that declares it in `extension Screens`.
  ///
  /// - Returns: whether it could be written.
  package static func record(_ picture: String, as name: String, in folder: String) -> Bool {
    let body = picture.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "    \($0)" }.joined(separator: "\n")
    let text = "extension Screens {\n  static let \(name) = #\"\"\"\n\(body)\n    \"\"\"#\n}\n"
    let file = name.prefix(1).uppercased() + name.dropFirst() + ".swift"
    guard let stream = fopen("\(folder)/\(file)", "w") else { return false }
    let written = fputs(text, stream)
    return fclose(stream) == 0 && written >= 0
  }
}
