extension Bytes {
  /// What the bytes are instead of a log; `nil` for text that may be one.
  ///
  /// NULs at the start alone are the hole that a truncated file leaves, which may precede text.
  var otherKind: DisplayText? {
    if count > 2, self[0] == 0x1F, self[1] == 0x8B { return "gzip-compressed" }
    if count > 4, self[0] == 0x28, self[1] == 0xB5, self[2] == 0x2F, self[3] == 0xFD {
      return "zstd-compressed"
    }
    if has("BZh") { return "bzip2-compressed" }
    if has("\u{7F}ELF") { return "an executable" }
    if has("# HELP ") || has("# TYPE ") {
      return "a saved page of metrics; name the URL it came from, or look at it with svctop inspect"
    }
    if count > 1, Int(self[0]) + Int(self[1]) == 0xFF + 0xFE { return "UTF-16 text" }
    guard let start = firstIndex(where: { $0 != 0 }) else {
      return isEmpty ? nil : "NUL bytes only"
    }
    let text = from(start)
    let nuls = text.count { $0 == 0 }
    if nuls * 3 > text.count { return "UTF-16 text or binary data" }
    let odd = text.count { $0 < 0x20 && !(9...13 ~= $0) && $0 != 0x1B }
    return odd * 10 > text.count ? "binary data" : nil
  }
}
