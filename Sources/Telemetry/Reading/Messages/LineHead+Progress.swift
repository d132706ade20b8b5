extension LineHead {
  /// How far the head has been read.
  struct Progress {
    var scanner: ByteScanner
    var goesOn = true
    /// Where the message starts as far as known; `nil` until a stamp or a level is found.
    var message: Int?
    var hasStamp = false
    var hasDate = false
    var hasLevel = false
    /// Words that are none of the known things.
    var unknownWords = 0
    /// Whether one of them was not set apart by a separator, so that it may be text.
    var hasPlainWord = false

    mutating func skipSeparators() {
      while !scanner.isAtEnd {
        let byte = scanner.next
        let isDash =
          byte == UInt8(ascii: "-")
          && (scanner.peek(1).isBlank || scanner.peek(1) == byte || scanner.position == 0)
        guard
          byte.isBlank || byte == UInt8(ascii: "|") || byte == UInt8(ascii: ",")
            || byte == UInt8(ascii: ":") || isDash
        else { return }
        scanner.position &+= 1
      }
      goesOn = false
    }

    /// Notes that everything up to the scanner belongs to the head.
    mutating func known() {
      if !hasPlainWord || message == nil { message = scanner.position }
    }

    /// The message without a logger's name and a dash or colon: `com.foo.Bar - started`.
    var messageStart: Int? {
      guard let message else { return nil }
      guard hasLevel else { return message }
      var ahead = scanner
      ahead.position = message
      while ahead.next.isBlank || ahead.next == UInt8(ascii: "|") || ahead.next == UInt8(ascii: ":")
        || (ahead.next == UInt8(ascii: "-") && (ahead.peek(1).isBlank || ahead.peek(1) == 0x2D))
      { ahead.position &+= 1 }
      let text = ahead.position
      var name = ahead.word()
      if name.first == UInt8(ascii: "[") {
        ahead.skipBlanks()
        name = ahead.word()
        if Self.isMethod(name), ahead.next.isBlank {
          ahead.skipBlanks()
          let isSubject = Self.verbs.contains { ahead.bytes.has($0, at: ahead.position) }
          if !isSubject { return ahead.position }
        }
      }
      ahead.skipBlanks()
      let isName =
        name.count > 1
        && name.allSatisfy {
          $0.isWord || $0 == 0x2E || $0 == 0x3A || $0 == 0x2D || $0 == 0x3C || $0 == 0x3E
        }
      if isName, name.last == UInt8(ascii: ":"), name.find(UInt8(ascii: ".")) != nil {
        return ahead.position
      }
      if isName, ahead.take("- ") || ahead.take(": ") { return ahead.position }
      return text
    }

    /// Behind these a method is what the message is about: `app.Mailer.send took 12 ms`.
    private static let verbs: [StaticString] = [
      "took ", "completed ", "done ", "executed ", "ended ", "finished ", "failed ", "processed ",
      "ran ", "succeeded ", "in ",
    ]

    /// Whether a word is a class and its method, as Tomcat's logger names who speaks:
    /// `org.apache.catalina.startup.Catalina.start`.
    ///
    /// Source: https://github.com/apache/tomcat/blob/main/java/org/apache/juli/OneLineFormatter.java
    private static func isMethod(_ word: Bytes) -> Bool {
      let dot = UInt8(ascii: ".")
      guard let last = word.lastIndex(of: dot), last &+ 1 < word.count else { return false }
      let path = word.part(0, last)
      guard let before = path.lastIndex(of: dot), before &+ 1 < path.count,
        path[before &+ 1].isUpper, path[0].isLetter, !path[0].isUpper
      else { return false }
      // A constructor is `<init>`.
      let first = word[last &+ 1]
      guard first == UInt8(ascii: "<") || first.isLetter && !first.isUpper else { return false }
      return word.allSatisfy { byte in
        byte.isWord || byte == dot || byte == UInt8(ascii: "$") || byte == UInt8(ascii: "<")
          || byte == UInt8(ascii: ">")
      }
    }

    /// Whether a separator follows the word before the scanner.
    var isSetApart: Bool {
      var ahead = scanner
      if ahead.position > 0, ahead.bytes[ahead.position &- 1] == UInt8(ascii: ":") { return true }
      ahead.skipBlanks()
      return ahead.next == UInt8(ascii: "|") || ahead.next == UInt8(ascii: "[")
        || (ahead.next == UInt8(ascii: "-") && (ahead.peek(1).isBlank || ahead.peek(1) == 0x2D))
    }
  }
}
