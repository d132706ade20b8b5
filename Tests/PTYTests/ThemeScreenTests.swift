import Glibc
import TestSupport
import Testing
import TextUI

/// Colours on the screen: themes, depths, and a theme that is saved while it is looked at.
@PTYActor
struct ThemeScreenTests {
  private let folder: PTYFolder
  private let log: String

  init() throws {
    folder = try PTYFolder()
    log = try folder.write("access.log", SmallLog.text)
  }

  private func start(
    _ arguments: [String], changes: [String: String?] = [:]
  ) throws -> PTYSession {
    let session = try PTYSession(PTYProgram.svctop([log] + arguments, changes: changes))
    try session.waitUntil("the dashboard is drawn to its end", SmallLog.isComplete)
    return session
  }

  /// Every colour of the screen.
  private func colors(_ screen: VirtualScreen) -> Set<VirtualCell.Color> {
    var colors: Set<VirtualCell.Color> = []
    for y in 0..<screen.size.height {
      for x in 0..<screen.size.width {
        let rendition = screen.cell(x: x, y: y).rendition
        colors.formUnion([rendition.foreground, rendition.background])
      }
    }
    return colors
  }

  private nonisolated static let nord = VirtualCell.Color.rgb(0x2E, 0x34, 0x40)

  @Test func `COLORTERM brings colours of 24 bits, and the background to every cell`() throws {
    let session = try start(["--theme", "nord"], changes: ["COLORTERM": "truecolor"])
    #expect(colors(session.screen).contains(.rgb(0x88, 0xC0, 0xD0)))
    for y in 0..<session.screen.size.height {
      for x in 0..<session.screen.size.width {
        let rendition = session.screen.cell(x: x, y: y).rendition
        #expect(rendition.background != .normal, "\(x), \(y)")
      }
    }
    #expect(session.screen.cell(x: 99, y: 29).rendition.background == Self.nord)
    #expect(session.screen.unknown == [])
    // The rest of the terminfo entry is the one that is installed: keys are known as before.
    try session.send("\u{1B}OB")
    try session.waitUntil("the next row is selected") {
      $0.lines.first { $0.contains("▶") }?.contains("/api/users/{id}") == true
    }
    try session.send("q")
    #expect(try session.waitForExit() == .status(0))
    #expect(try session.hasRestoredModes())
    #expect(session.screen.rendition == VirtualCell.Rendition())
  }

  private nonisolated static let depths:
    [(arguments: [String], changes: [String: String?], most: Int, isExact: Bool)] = [
      ([], [:], 255, false),
      (["--color", "truecolor"], [:], 255, true),
      (["--color", "256"], ["COLORTERM": "truecolor"], 255, false),
      (["--color", "16"], ["COLORTERM": "truecolor"], 15, false),
      (["--color", "8"], [:], 7, false),
      (["--color", "never"], ["COLORTERM": "truecolor"], -1, false),
      ([], ["COLORTERM": "truecolor", "NO_COLOR": "1"], -1, false),
      ([], ["COLORTERM": "truecolor", "TERM": "vt100"], -1, false),
      ([], ["TERM": "xterm"], 7, false),
      ([], ["TERM": "linux"], 7, false),
      ([], ["TERM": "screen"], 7, false),
      ([], ["TERM": "screen", "COLORTERM": "truecolor", "STY": "1.pts"], 7, false),
      ([], ["TERM": "screen", "COLORTERM": "truecolor", "TMUX": "x", "STY": "1"], 255, true),
      (["--color", "256"], ["TERM": "xterm"], 255, false),
      (["--color", "truecolor"], ["TERM": "linux"], 255, true),
    ]

  @Test(arguments: depths.indices)
  func `no more colours are sent than the terminal has`(_ place: Int) throws {
    let row = Self.depths[place]
    let session = try start(["--theme", "nord", "--ascii"] + row.arguments, changes: row.changes)
    var isExact = false
    var most = -1
    for color in colors(session.screen) {
      switch color {
      case .normal: break
      case .indexed(let number): most = max(most, number)
      case .rgb: isExact = true
      }
    }
    #expect(isExact == row.isExact)
    if !isExact { #expect(most <= row.most && (most > 0) == (row.most > 0), "\(most)") }
    #expect(session.screen.unknown == [])
  }

  @Test func `a theme is read again when it is saved`() throws {
    let path = try folder.write("mine.toml", "inherits = \"nord\"\n")
    let session = try start(["--theme", path, "--color", "truecolor"])
    #expect(colors(session.screen).contains(Self.nord))
    try folder.write("mine.toml", "inherits = \"nord\"\nbackground = \"#000000\"\n")
    try session.waitUntil("the background is black") {
      $0.cell(x: 50, y: 20).rendition.background == .rgb(0, 0, 0)
        || $0.cell(x: 50, y: 20).rendition.background == .indexed(16)
    }
    try session.waitFor("theme mine read again")
    try folder.write("mine.toml", "inherits = \"nord\"\nbackground = \"blackish\"\n")
    try session.waitFor("mine.toml:2:14: background must be a colour")
  }

  @Test func `a theme that comes while svctop runs is offered, and watched`() throws {
    let session = try start(["--themes-dir", folder.path, "--color", "truecolor"])
    try folder.write("zzz.toml", "inherits = \"nord\"\n")
    try session.send("T")
    try session.waitFor("zzz")
    try session.send("G\r")
    try session.waitUntil("the background is that of nord") {
      $0.cell(x: 50, y: 20).rendition.background == Self.nord
    }
    try folder.write("zzz.toml", "inherits = \"nord\"\nbackground = \"#123456\"\n")
    try session.waitUntil("the background is another") {
      $0.cell(x: 50, y: 20).rendition.background == .rgb(0x12, 0x34, 0x56)
    }
    try session.waitFor("theme zzz read again")
  }

  @Test func `themes are listed, with samples where colours can be shown`() throws {
    let piped = try PTYRun(PTYProgram.svctop(["themes", "--themes-dir", folder.path]))
    #expect(piped.exit == .status(0))
    #expect(piped.outputText.contains("catppuccin-mocha"))
    #expect(!piped.output.contains(0x1B))
    let session = try PTYSession(PTYProgram.svctop(["themes"], changes: ["COLORTERM": "24bit"]))
    #expect(try session.waitForExit() == .status(0))
    #expect(session.screen.shows("nord"))
    #expect(session.screen.shows("GET /api/search 38 ms 412 ms"))
    #expect(colors(session.screen).contains(Self.nord))
    let plain = try PTYSession(PTYProgram.svctop(["themes"], changes: ["TERM": "dumb"]))
    #expect(try plain.waitForExit() == .status(0))
    #expect(!plain.screen.hasShownColor)
  }

  @Test func `a theme is checked`() throws {
    let bad = try folder.write(
      "bad.toml", "background = \"#ffffff\"\ntext = \"#222222\"\nmuted = \"#bbbbbb\"\n")
    let broken = try folder.write(
      "broken.toml", "inherits = \"nrod\"\nacent = \"#ffffff\"\n")
    let table: [(arguments: [String], status: Int32, words: [String])] = [
      (["themes", "--check-theme", "gruvbox"], 0, ["gruvbox", "follows", "fine"]),
      (["themes", "--check-theme", bad], 1, ["missing    accent", "muted: #bbbbbb on #ffffff"]),
      (["--check-theme", bad], 1, ["problems"]),
      (
        ["themes", "--check-theme", broken], 1,
        ["\"nord\"?\n  1 | inherits", "broken.toml:2:1: ", "\"accent\"?\n  2 | acent"]
      ),
      (["themes", "--check-theme", "/no/such.toml"], 2, ["/no/such.toml"]),
      (["themes", "--print-roles"], 0, ["border-focused  follows accent"]),
    ]
    for (arguments, status, words) in table {
      let run = try PTYRun(PTYProgram.svctop(arguments))
      #expect(run.exit == .status(status), "\(arguments)")
      for word in words {
        #expect((run.outputText + run.errorText).contains(word), "\(arguments): \(run.outputText)")
      }
    }
  }
}
