import Glibc
import TestSupport
import Testing
import TextUI

/// The program in a terminal: what is on the screen, on whatever terminal.
@PTYActor
struct ScreenTests {
  private let folder: PTYFolder
  private let log: String

  init() throws {
    folder = try PTYFolder()
    log = try folder.write("access.log", SmallLog.text)
  }

  private func start(
    _ arguments: [String] = [], size: Size = Size(width: 100, height: 30),
    changes: [String: String?] = [:]
  ) throws -> PTYSession {
    try PTYSession(PTYProgram.svctop([log] + arguments, changes: changes), size: size)
  }

  @Test func `opens on a log and shows its endpoints`() throws {
    let session = try start()
    try session.waitForDashboard()
    #expect(session.screen.isAlternate)
    #expect(!session.screen.isCursorVisible)
    #expect(session.screen.lines.first?.contains("svctop") == true)
    #expect(session.screen.lines.first?.contains("1 source ") == true)
    #expect(session.screen.shows("200 ms"))
    #expect(session.screen.unknown == [])
  }

  @Test func `keys act, and arrows in both their forms`() throws {
    let session = try start()
    try session.waitForDashboard()
    func selected() -> String? { session.screen.lines.first { $0.contains("▶") } }
    #expect(selected()?.contains("POST /api/orders") == true)
    for down in ["\u{1B}[B", "\u{1B}OB"] {
      try session.send(down)
      try session.waitUntil("the next row is selected") { _ in
        selected()?.contains("/api/users/{id}") == true
      }
      try session.send("k")
      try session.waitUntil("the first row is selected") { _ in
        selected()?.contains("/api/orders") == true
      }
    }
    try session.send("\r")
    try session.waitFor("esc back")
    try session.send("\u{1B}")
    try session.waitUntil("the overview is back") { SmallLog.isShown($0) && !$0.shows("esc back") }
    try session.send("?")
    try session.waitFor(" closes ")
  }

  @Test func `a filter is typed with a cursor and letters of any alphabet`() throws {
    let session = try start()
    try session.waitForDashboard()
    try session.send("/orders")
    try session.waitUntil("one endpoint is left") {
      $0.shows("POST /api/orders") && !$0.shows("GET  /api/users") && $0.isCursorVisible
    }
    try session.send("é日")
    try session.waitUntil("the text typed is shown") {
      $0.lines.last?.contains("ordersé日") == true
    }
    try session.send("\u{1B}")
    try session.waitUntil("all is back") { SmallLog.isShown($0) && !$0.isCursorVisible }
  }

  /// Terminals send Esc and the key for Alt; Esc alone ends the prompt.
  @Test func `Alt goes by words, and Esc loses no key that comes with it`() throws {
    let session = try start()
    try session.waitForDashboard()
    try session.send("/orders api\u{1B}b\u{1B}dx")
    try session.waitUntil("the last word is another one") {
      $0.lines.last == " /orders x" && $0.isCursorVisible
    }
    try session.send("\u{1B}\u{7F}\u{1B}\u{7F}users")
    try session.waitUntil("both words are gone") {
      $0.lines.last == " /users" && $0.isCursorVisible
    }
    try session.send("\u{1B}")
    try session.waitUntil("all is back") { SmallLog.isShown($0) && !$0.isCursorVisible }
    try session.send("\r")
    try session.waitFor("esc back")
    try session.send("\u{1B}?")
    try session.waitFor(" closes ")
  }

  @Test func `follows the window to another size without a key`() throws {
    let session = try start()
    try session.waitForDashboard()
    for size in [(80, 24), (160, 50), (60, 15)].map({ Size(width: $0.0, height: $0.1) }) {
      session.resize(to: size)
      try session.waitUntil("the picture is \(size.width) by \(size.height)") { screen in
        screen.lines.last?.contains("quit") == true
          && screen.hasFrame(width: size.width) && SmallLog.isShown(screen)
      }
    }
    #expect(session.screen.unknown == [])
  }

  @Test func `a window that is too small says the size it needs, and recovers`() throws {
    let session = try start(size: Size(width: 30, height: 8))
    try session.waitFor("svctop needs 40x10")
    session.resize(to: Size(width: 100, height: 30))
    try session.waitForDashboard()
    session.resize(to: Size(width: 5, height: 2))
    try session.waitUntil("the picture is cut") { $0.lines.first == "svct…" }
    session.resize(to: Size(width: 1, height: 1))
    try session.waitUntil("one cell is left") { $0.text == "…" }
    session.resize(to: Size(width: 40, height: 10))
    try session.waitUntil("the smallest picture") { $0.shows("POST") && !$0.shows("needs") }
  }

  /// The clock of an old log stands still, so that pictures can be compared to the letter.
  @Test func `draws the same text on every kind of terminal`() throws {
    let first = try start(["--ascii"])
    try first.waitUntil("the picture is drawn to its end", SmallLog.isComplete)
    let picture = first.screen.text
    for term in ["xterm-256color", "screen", "tmux", "tmux-256color", "linux", "vt100"] {
      let session = try start(["--ascii"], changes: ["TERM": term])
      try session.waitFor(picture: picture)
      #expect(session.screen.isAlternate == !["linux", "vt100"].contains(term), "\(term)")
      try session.send("?")
      try session.waitFor(" closes ")
      try session.send("x")
      try session.waitFor(picture: picture)
      try session.send("\u{0C}")
      try session.waitFor(picture: picture)
      #expect(session.screen.unknown == [], "\(term)")
    }
  }

  @Test(arguments: [
    (arguments: ["--ascii"], changes: [:]),
    (arguments: [], changes: ["LC_ALL": "C"]),
    (arguments: [], changes: ["LC_ALL": nil, "LANG": "C"]),
    (arguments: [], changes: ["TERM": "linux"]),
  ])
  func `sends nothing but ASCII where no more can be shown`(
    _ arguments: [String], _ changes: [String: String?]
  ) throws {
    try folder.append(
      "access.log",
      #"203.0.113.9 - - [02/Jan/2024:10:20:59 +0000] "GET /api/Ã©té/日本 HTTP/1.1" 200 5 "-" "UA" 0.050"#
        + "\n")
    let session = try start(arguments, changes: changes)
    try session.waitForDashboard()
    try session.send("8")
    try session.waitFor("203.0.113.9")
    #expect(session.bytes.allSatisfy { $0 < 0x80 })
  }

  @Test func `draws braille and boxes where UTF-8 is asked for but not installed`() throws {
    let session = try start(changes: ["LC_ALL": "de_AT.UTF-8"])
    try session.waitForDashboard()
    #expect(session.screen.shows("╭"))
  }

  @Test(arguments: [
    (arguments: [], changes: [:], isColored: true),
    (arguments: [], changes: ["NO_COLOR": "1"], isColored: false),
    (arguments: [], changes: ["NO_COLOR": ""], isColored: true),
    (arguments: ["--color", "never"], changes: [:], isColored: false),
    (arguments: ["--color", "256"], changes: ["NO_COLOR": "1"], isColored: true),
    (arguments: ["--theme", "monochrome"], changes: [:], isColored: false),
    (arguments: [], changes: ["TERM": "vt100"], isColored: false),
  ])
  func `sends colours only where they are wanted`(
    _ arguments: [String], _ changes: [String: String?], isColored: Bool
  ) throws {
    let session = try start(arguments, changes: changes)
    try session.waitForDashboard()
    try session.send("z")
    try session.waitUntil("one pane alone") { SmallLog.isShown($0) && $0.shows("z back") }
    #expect(session.screen.hasShownColor == isColored)
  }

  /// A paste, a cat on the keyboard, an answer of the terminal to a question nobody asked.
  @Test func `any bytes typed leave it alive`() throws {
    let session = try start()
    try session.waitForDashboard()
    // Numerical Recipes' generator: the same bytes every time. Quitting, suspending, writing files
    // and ending a filter with Ctrl-C are left out.
    var state: UInt32 = 1
    var typed: [UInt8] = []
    while typed.count < 6000 {
      state = state &* 1_664_525 &+ 1_013_904_223
      let byte = UInt8(truncatingIfNeeded: state >> 24)
      if ![0x03, 0x1A, UInt8(ascii: "q"), UInt8(ascii: "e")].contains(byte) { typed.append(byte) }
    }
    for (number, start) in stride(from: 0, to: typed.count, by: 500).enumerated() {
      try session.send(Array(typed[start..<start + 500]))
      let size = Size(width: 70 + number, height: 20 + number)
      session.resize(to: size)
      try session.waitUntil("a frame of \(size.width) columns") { $0.hasFrame(width: size.width) }
    }
    #expect(session.screen.unknown == [])
    session.signal(SIGTERM)
    #expect(try session.waitForExit() == .status(0))
    #expect(try session.hasRestoredModes())
  }

  @Test func `a terminal nobody knows is taken for another, and that is said`() throws {
    for name in ["no-such-terminal", nil] {
      let session = try start(changes: ["TERM": name])
      try session.waitUntil("the guess is told") {
        SmallLog.isShown($0) && $0.lines.last?.contains("treated as xterm") == true
      }
    }
  }

  @Test func `a picture is written to a file of the user's own`() throws {
    let session = try PTYSession(
      PTYProgram.shell(#"cd '\#(folder.path)' && umask 0 && exec "$svctop" access.log"#))
    try session.waitForDashboard()
    try session.send("e")
    try session.waitFor("written: \(folder.path)/svctop-20240102-102059.txt")
    // The log has ended, so that the moment shown, and the name, is the same again.
    try session.send("e")
    try session.waitFor("written: \(folder.path)/svctop-20240102-102059-2.txt")
    try session.send("q")
    #expect(try session.waitForExit() == .status(0))
    let written = try folder.names().filter { $0.hasPrefix("svctop-") }
    #expect(written == ["svctop-20240102-102059-2.txt", "svctop-20240102-102059.txt"])
    for name in written {
      #expect(try folder.read(name).contains("POST /api/orders"))
      #expect(try folder.permissions(of: name) == 0o600)
    }
  }

  @Test func `a log comes in by pipe while keys come from the terminal`() throws {
    let session = try PTYSession(PTYProgram.shell(#"cat '\#(log)' | "$svctop" -"#))
    try session.waitForDashboard()
    try session.send("q")
    #expect(try session.waitForExit() == .status(0))
    #expect(try session.hasRestoredModes())
  }
}

extension VirtualScreen {
  /// Whether the upper edge of a pane ends at the right edge of a screen of that width.
  func hasFrame(width: Int) -> Bool {
    lines.contains { $0.unicodeScalars.count == width && $0.hasSuffix("╮") }
  }
}
