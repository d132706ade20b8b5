#if canImport(Glibc)
  import Glibc
#endif

/// A page of `docs/` that is written by the code it describes.
///
/// The test compares the page with what the code says now. To write the pages anew:
///
///     SVCTOP_RECORD_DOCS=1 swift test --filter ReferencePages
enum ReferencePage {
  /// Whether `text` is what the page says; when pages are recorded, it is written there first.
  static func agrees(_ name: String, _ text: String) -> Bool {
    let path = docs + name
    if getenv("SVCTOP_RECORD_DOCS") != nil, let stream = fopen(path, "w") {
      fputs(text, stream)
      fclose(stream)
    }
    return read(path) == text
  }

  private static var docs: String {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(4).joined(separator: "/") + "/docs/"
  }

  private static func read(_ path: String) -> String? {
    guard let stream = fopen(path, "r") else { return nil }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, stream)
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
    }
  }
}

/// Text in a Markdown table.
func cell(_ text: String) -> String {
  text.replacing("|", with: "\\|").replacing("\n", with: " ")
}
