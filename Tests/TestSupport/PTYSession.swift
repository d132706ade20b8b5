import Glibc
import TextUI

/// A program in a terminal of its own: what it sends becomes a screen, keys go back.
///
///     test ──send──▶ master ═ pty ═ slave ──▶ program, leader of a session of its own
///     screen ◀─feed─ master ═══════ slave ◀──
///     lifeline ◀─── hangs up when the program and all that it started have ended
///
/// Nothing here sleeps: every wait is for a descriptor, with a deadline.
package final class PTYSession {
  /// What the terminal shows.
  package private(set) var screen: VirtualScreen
  /// Everything the program sent.
  package private(set) var bytes: [UInt8] = []
  /// How the program ended; `nil` while it runs.
  package private(set) var exit: PTYExit?
  package let processID: pid_t

  private let master: PTYDescriptor
  private let slave: PTYDescriptor
  private let lifeline: PTYDescriptor
  private let modesBefore: termios

  /// Seconds after which a wait fails; far more than anything takes on a busy machine.
  package static let patience = 30.0

  /// Starts the program on a terminal of that size.
  package init(
    _ program: PTYProgram, size: Size = Size(width: 100, height: 30)
  ) throws(PTYFailure) {
    screen = VirtualScreen(size: size)
    let terminal = try PTYSession.openTerminal()
    (master, slave) = (terminal.master, terminal.slave)
    master.setNonBlocking()
    PTYSession.setSize(size, of: master)
    modesBefore = try PTYSession.modes(of: slave)
    let (lifeline, far) = try PTYDescriptor.pair()
    self.lifeline = lifeline
    processID = try PTYSpawn.start(
      program, streams: [PTYStream](repeating: .terminal(terminal.path), count: 3), lifeline: far)
    far.close()
  }

  deinit {
    guard exit == nil else { return }
    kill(processID, SIGKILL)
    master.close()
    var status: Int32 = 0
    while waitpid(processID, &status, 0) < 0, errno == EINTR {}
  }

  // MARK: Acting

  /// Types keys; `\u{1B}[A` and the like for those that are not characters.
  package func send(_ keys: String) throws { try send(Array(keys.utf8)) }

  /// Types bytes, whatever they are.
  package func send(_ bytes: [UInt8]) throws {
    let deadline = PTYDeadline(seconds: PTYSession.patience)
    var rest = bytes[...]
    while !rest.isEmpty {
      // A program that waits for its output to be taken takes no input.
      guard !deadline.wait(for: [master], events: POLLIN | POLLOUT).isEmpty else {
        throw PTYFailure("the program takes no input, the screen was\n\(screen.text)")
      }
      take(master.readAvailable())
      let count = rest.withUnsafeBytes { write(master.number, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      guard count > 0 else { throw PTYFailure.call("write to the terminal") }
      rest = rest.dropFirst(count)
    }
  }

  /// Gives the window another size; the kernel tells the program with SIGWINCH.
  package func resize(to size: Size) {
    screen.resize(to: size)
    PTYSession.setSize(size, of: master)
  }

  /// Sends a signal to the program.
  package func signal(_ number: Int32) {
    kill(processID, number)
  }

  /// Closes the terminal as a lost connection does.
  package func hangUp() {
    slave.close()
    master.close()
  }

  // MARK: Waiting

  /// Reads until the condition holds; throws with the picture when it does not in time.
  package func waitUntil(
    _ what: String, seconds: Double = patience, _ condition: (VirtualScreen) -> Bool
  ) throws {
    let deadline = PTYDeadline(seconds: seconds)
    while !condition(screen) {
      guard exit == nil, pump(deadline) else {
        let state = exit.map { "the program ended with \($0)" } ?? "after \(seconds) s"
        throw PTYFailure("never: \(what); \(state), the screen was\n\(screen.text)")
      }
    }
  }

  /// Reads until the text stands on the screen.
  package func waitFor(_ text: String) throws {
    try waitUntil("the screen shows \"\(text)\"") { $0.shows(text) }
  }

  /// Reads until the screen is as drawn; throws with the lines that differ when it never is.
  package func waitFor(picture: String) throws {
    do {
      try waitUntil("the screen is as drawn") { $0.text == picture }
    } catch {
      let drawn = picture.split(separator: "\n", omittingEmptySubsequences: false)
      let differences = zip(drawn, screen.lines).filter { $0 != $1 }.map { "- \($0)\n+ \($1)" }
      throw PTYFailure("\(error)\ndifferent lines:\n\(differences.joined(separator: "\n"))")
    }
  }

  /// Reads until the program, and all that it started, have ended.
  package func waitForExit(seconds: Double = patience) throws -> PTYExit {
    let deadline = PTYDeadline(seconds: seconds)
    while exit == nil {
      guard pump(deadline) else {
        throw PTYFailure("still running after \(seconds) s, the screen was\n\(screen.text)")
      }
    }
    return exit ?? .status(-1)
  }

  /// Whether the terminal's modes are what they were before the program was started.
  package func hasRestoredModes() throws -> Bool {
    let now = try PTYSession.modes(of: slave)
    return now.c_iflag == modesBefore.c_iflag && now.c_oflag == modesBefore.c_oflag
      && now.c_cflag == modesBefore.c_cflag && now.c_lflag == modesBefore.c_lflag
      && withUnsafeBytes(of: now.c_cc) { now in
        withUnsafeBytes(of: modesBefore.c_cc) { now.elementsEqual($0) }
      }
  }

  /// Whether the terminal hands over lines and echoes them, as a shell wants it.
  package func isInLineMode() throws -> Bool {
    try PTYSession.modes(of: slave).c_lflag & tcflag_t(ICANON | ECHO) == tcflag_t(ICANON | ECHO)
  }

  /// Takes what came until the deadline; `false` when nothing did.
  private func pump(_ deadline: PTYDeadline) -> Bool {
    let isHungUp = master.number < 0
    let ready = deadline.wait(for: isHungUp ? [lifeline] : [lifeline, master])
    if ready.contains(1) { take(master.readAvailable()) }
    if ready.contains(0) { finish() }
    return !ready.isEmpty
  }

  private func take(_ part: [UInt8]) {
    bytes += part
    screen.feed(part)
  }

  /// Takes the rest of what the program sent, and its exit status.
  private func finish() {
    if master.number >= 0 { drain() }
    var status: Int32 = 0
    while waitpid(processID, &status, 0) < 0, errno == EINTR {}
    exit = PTYExit(waitStatus: status)
  }

  /// What was written to a pty arrives a moment later: a mark after it tells when all is there.
  private func drain() {
    let mark = Array("\u{1B}]end of the test\u{07}".utf8)
    _ = write(slave.number, mark, mark.count)
    let deadline = PTYDeadline(seconds: PTYSession.patience)
    var rest: [UInt8] = []
    while rest.firstRange(of: mark) == nil {
      guard !deadline.wait(for: [master]).isEmpty else { break }
      rest += master.readAvailable()
    }
    if rest.suffix(mark.count).elementsEqual(mark) { rest.removeLast(mark.count) }
    take(rest)
  }

  // MARK: Terminals

  /// Opens a fresh pty; with openpty(3) programs started at the same time would inherit it.
  private static func openTerminal() throws(PTYFailure) -> (
    master: PTYDescriptor, slave: PTYDescriptor, path: String
  ) {
    // TIOCSPTLCK, TIOCGPTN and TIOCGPTPEER of <asm-generic/ioctls.h>: see ioctl_tty(2).
    let (unlock, getNumber, openPeer): (UInt, UInt, UInt) = (0x4004_5431, 0x8004_5430, 0x5441)
    let flags = O_RDWR | O_NOCTTY | O_CLOEXEC
    let master = PTYDescriptor(open("/dev/ptmx", flags))
    guard master.number >= 0 else { throw .call("/dev/ptmx") }
    var isLocked: Int32 = 0
    var number: UInt32 = 0
    guard ioctl(master.number, unlock, &isLocked) == 0,
      ioctl(master.number, getNumber, &number) == 0
    else { throw .call("ioctl of a pty") }
    let slave = PTYDescriptor(ioctl(master.number, openPeer, flags))
    guard slave.number >= 0 else { throw .call("ioctl TIOCGPTPEER") }
    return (master, slave, "/dev/pts/\(number)")
  }

  private static func setSize(_ size: Size, of terminal: PTYDescriptor) {
    var window = winsize(
      ws_row: UInt16(clamping: size.height), ws_col: UInt16(clamping: size.width), ws_xpixel: 0,
      ws_ypixel: 0)
    _ = ioctl(terminal.number, UInt(TIOCSWINSZ), &window)
  }

  private static func modes(of terminal: PTYDescriptor) throws(PTYFailure) -> termios {
    var modes = termios()
    guard tcgetattr(terminal.number, &modes) == 0 else { throw .call("tcgetattr") }
    return modes
  }
}
