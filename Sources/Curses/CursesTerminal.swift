import CNcurses
import Dispatch
import Glibc
import TextUI

/// The terminal the program was started in, driven through ncurses.
///
/// There can be one at a time. Nothing in it polls: keys, the window's size and signals are told when
/// they happen, to the handler that `listen` was given.
package final class CursesTerminal: Terminal {
  package let symbols: Symbols
  package let colorDepth: ColorDepth
  package private(set) var size: Size
  /// One line the user should read once, as that the type of terminal was guessed.
  package let notice: String?

  /// Whether a large change is bracketed so that it shows at once.
  private let drawsAtOnce: Bool
  /// Cells that change in a picture that could be seen half-drawn.
  private static let manyCells = 400

  private var tell: (TerminalEvent) -> Void = { _ in }
  private var painter: CursesPainter
  private var shown: Buffer?
  private var shownCursor: Point?
  private var isSuspended = false
  private var isClosed = false
  private var keySource: (any DispatchSourceRead)?
  private var signalSource: (any DispatchSourceRead)?
  private let input: Int32

  /// Takes over the terminal.
  package init(options: TerminalOptions = TerminalOptions()) throws(TerminalError) {
    guard isatty(STDOUT_FILENO) == 1 else { throw .outputIsNotTerminal }
    let isUTF8 = screen_locale(options.symbols.map { !$0.isASCII } ?? false)
    let (term, notice) = try CursesTerminal.chooseType()
    self.notice = notice
    input = try CursesTerminal.openKeyboard()
    let wanted = CursesTerminal.depth(asked: options.colorDepth, term: term)
    let entry = CursesTerminal.entry(of: term, for: wanted)
    guard screen_open(term, input, options.hasMouse, entry) == SCREEN_OK else { throw .failed }
    let capabilities = screen_capabilities()
    colorDepth = min(wanted, CursesPainter.depth(of: capabilities))
    // The font of the Linux console has neither braille nor rounded corners nor eighth blocks.
    symbols = options.symbols ?? (isUTF8 && term != "linux" ? .unicode : .ascii)
    painter = CursesPainter(
      depth: colorDepth, capabilities: capabilities, hasOwnNumbers: entry != nil)
    drawsAtOnce = CursesTerminal.knowsSynchronizedOutput(term)
    size = CursesTerminal.currentSize() ?? Size(width: 80, height: 24)
  }

  package func present(_ buffer: Buffer, cursor: Point?) {
    guard !isSuspended, !isClosed else { return }
    let runs = BufferDiff(from: shown, to: buffer).runs
    guard !runs.isEmpty || cursor != shownCursor || shown == nil else { return }
    if shown?.size != buffer.size { screen_erase() }
    for run in runs { painter.paint(run, within: size) }
    let visible = cursor.flatMap { Rect(size).contains($0) ? $0 : nil }
    screen_cursor(Int32(visible?.y ?? -1), Int32(visible?.x ?? -1))
    screen_flush(drawsAtOnce && runs.reduce(0) { $0 + $1.cells.count } > CursesTerminal.manyCells)
    shown = buffer
    shownCursor = cursor
  }

  /// Bytes that pictures and copies have cost since the start; nothing else is counted.
  package var writtenBytes: UInt64 { screen_written() }

  /// Sends the whole picture again with the next `present`, whatever is on the screen.
  package func redraw() {
    screen_redraw()
    shown = nil
  }

  /// Gives the terminal to the shell as Ctrl-Z does; `.resumed` follows when it is given back.
  ///
  /// Does nothing where no shell could ever continue the program.
  package func suspend() {
    guard !isSuspended, !isClosed else { return }
    isSuspended = true
    screen_leave()
    if !screen_stop() { resume() }
  }

  /// Puts a text on the clipboard of the user's own machine, through ssh if need be (OSC 52).
  ///
  /// Terminals limit its length; returns false for more than 74,994 bytes.
  @discardableResult
  package func copy(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count <= 74_994, !isSuspended, !isClosed else { return false }
    var sequence = Array("\u{1B}]52;c;".utf8)
    sequence += base64(bytes)
    sequence.append(7)
    sequence.withUnsafeBytes { screen_send($0.baseAddress, $0.count) }
    return true
  }

  /// Lets the terminal report clicks and the wheel, or leaves them to its own selection of text.
  package func setMouse(_ isOn: Bool) {
    guard !isClosed else { return }
    screen_mouse_reports(isOn)
  }

  package func close() {
    guard !isClosed else { return }
    isClosed = true
    keySource?.cancel()
    signalSource?.cancel()
    screen_close()
    tell = { _ in }
  }

  // MARK: Events

  /// Tells `handler` everything that happens at the terminal from now on, on the main actor.
  package func listen(_ handler: @escaping (TerminalEvent) -> Void) {
    tell = handler
    let keys = DispatchSource.makeReadSource(fileDescriptor: input, queue: .main)
    keys.setEventHandler { [weak self] in self?.readKeys() }
    keys.activate()
    keySource = keys
    let routed = [SIGWINCH, SIGCONT, SIGTSTP] + terminatingSignals
    let pipe = screen_signals(routed, Int32(routed.count))
    guard pipe >= 0 else { return }
    let signals = DispatchSource.makeReadSource(fileDescriptor: pipe, queue: .main)
    signals.setEventHandler { [weak self] in self?.readSignals(from: pipe) }
    signals.activate()
    signalSource = signals
  }

  private func readKeys() {
    guard !isSuspended, !isClosed else { return }
    var codes: [KeyCode] = []
    var code: Int32 = 0
    var isFunction = false
    while screen_key(&code, &isFunction) {
      codes.append(isFunction ? .function(code) : .character(UInt32(bitPattern: code)))
      if isFunction, code == KEY_MOUSE { codes[codes.count - 1] = .mouse(screen_mouse_event()) }
    }
    for key in KeyDecoder.keys(of: codes) { tell(.key(key)) }
    guard codes.isEmpty, screen_hung_up(input) else { return }
    // A dead descriptor is readable for ever: without this the source would fire for ever.
    keySource?.cancel()
    keySource = nil
    tell(.hangup)
  }

  private func readSignals(from pipe: Int32) {
    var bytes = [UInt8](repeating: 0, count: 64)
    var signals: [Int32] = []
    while true {
      let count = read(pipe, &bytes, bytes.count)
      guard count > 0 else { break }
      for byte in bytes[..<count] where signals.last != Int32(byte) { signals.append(Int32(byte)) }
    }
    for signal in signals where !isClosed { handle(signal) }
  }

  private func handle(_ signal: Int32) {
    switch signal {
    case SIGWINCH: if !isSuspended { followWindow() }
    case SIGTSTP: suspend()
    case SIGCONT: resume()
    default: tell(.terminate(signal: signal))
    }
  }

  private func followWindow() {
    guard let now = CursesTerminal.currentSize(), now != size else { return }
    screen_resize(Int32(now.height), Int32(now.width))
    size = now
    shown = nil
    tell(.resize(now))
  }

  private func resume() {
    guard screen_is_foreground() else {
      // Continued in the background: whoever draws there would draw over the shell.
      isSuspended = true
      _ = screen_stop()
      return
    }
    if isSuspended { _ = screen_signals([SIGTSTP], 1) }
    isSuspended = false
    screen_return()
    redraw()
    followWindow()
    tell(.resumed)
    // Keys typed meanwhile did not wake anybody.
    readKeys()
  }

  // MARK: Colours

  /// How many colours to use of the terminal that the environment names, without taking it over.
  package static func depth(asked: ColorDepth?) -> ColorDepth {
    depth(asked: asked, term: variable("TERM") ?? "")
  }

  private static func depth(asked: ColorDepth?, term: String) -> ColorDepth {
    ColorChoice(
      asked: asked, noColor: variable("NO_COLOR") ?? "", term: term,
      colorTerm: variable("COLORTERM") ?? "",
      isInsideScreen: variable("STY") != nil && variable("TMUX") == nil,
      terminfoColors: Int(screen_colors(term))
    ).depth
  }

  /// The terminal's terminfo entry with more colours, where it tells of fewer than are wanted.
  private static func entry(of term: String, for depth: ColorDepth) -> String? {
    let enough =
      switch depth {
      case .none: 0
      case .ansi8: 8
      case .ansi16: 16
      case .indexed256: 256
      case .truecolor: 1 << 24
      }
    guard Int(screen_colors(term)) < enough else { return nil }
    return TerminfoFile.entry(of: term, isDirect: depth == .truecolor)
  }

  /// Whether the terminal shows a bracketed change at once, or at least ignores the brackets.
  ///
  /// https://gist.github.com/christianparpart/d8a62cc1ab659194337d73e399004036
  private static func knowsSynchronizedOutput(_ term: String) -> Bool {
    ["xterm", "tmux", "alacritty", "foot", "ghostty", "wezterm", "contour", "rio"]
      .contains { term.hasPrefix($0) }
  }

  // MARK: Opening

  /// The type to drive the terminal as, and a remark if that is a guess.
  private static func chooseType() throws(TerminalError) -> (term: String, notice: String?) {
    let named = getenv("TERM").map { String(cString: $0) } ?? ""
    switch named.isEmpty ? SCREEN_UNKNOWN_TERMINAL : screen_probe(named) {
    case SCREEN_OK: return (named, nil)
    case SCREEN_NO_CURSOR: throw .cannotMoveCursor(term: named)
    default: break
    }
    for term in ["xterm-256color", "xterm", "vt100"] where screen_probe(term) == SCREEN_OK {
      let cause = named.isEmpty ? "TERM is not set" : "no description of TERM=\(shown(named)) here"
      return (term, "\(cause): treated as \(term)")
    }
    throw .unknownTerminal(term: shown(named))
  }

  /// A name from the environment, safe to be shown.
  private static func shown(_ name: String) -> String {
    String(String.UnicodeScalarView(name.unicodeScalars.filter { (0x21..<0x7F) ~= $0.value }))
  }

  /// Standard input if that is the terminal, else the controlling terminal: logs may come in by pipe.
  private static func openKeyboard() throws(TerminalError) -> Int32 {
    if isatty(STDIN_FILENO) == 1 { return STDIN_FILENO }
    let descriptor = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { throw .noKeyboard }
    return descriptor
  }

  private static func currentSize() -> Size? {
    var rows: Int32 = 0
    var columns: Int32 = 0
    guard screen_size(&rows, &columns) else { return nil }
    return Size(width: Int(columns), height: Int(rows))
  }
}

private let terminatingSignals = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]
