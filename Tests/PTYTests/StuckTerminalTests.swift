import Glibc
import TestSupport
import Testing
import TextUI

/// A terminal that takes nothing, as behind a connection that hangs.
@PTYActor
struct StuckTerminalTests {
  @Test(arguments: [SIGTERM, SIGHUP])
  func `a signal ends the program while nobody reads`(_ signal: Int32) throws {
    let folder = try PTYFolder()
    let log = try folder.write("access.log", SmallLog.text)
    let terminal = try UnreadTerminal(size: Size(width: 100, height: 30))
    let session = try PTYSession(
      PTYProgram.shell(
        #"exec "$svctop" '\#(log)' <'\#(terminal.path)' >'\#(terminal.path)' 2>&1"#))
    try terminal.read(until: SmallLog.isComplete)
    #expect(!terminal.isInLineMode)
    terminal.fill()
    terminal.type("?")
    session.signal(signal)
    #expect(try session.waitForExit(seconds: 10) == .status(0))
    #expect(terminal.isInLineMode)
    try terminal.read { !$0.isAlternate && $0.isCursorVisible }
  }
}

/// A terminal that is read when a test says so.
private final class UnreadTerminal {
  let path: String
  private var screen: VirtualScreen
  private let master: Int32
  private let slave: Int32

  init(size: Size) throws {
    // TIOCSPTLCK and TIOCGPTN of <asm-generic/ioctls.h>: see ioctl_tty(2).
    let (unlock, getNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)
    let flags = O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK
    var isLocked: Int32 = 0
    var number: UInt32 = 0
    master = open("/dev/ptmx", flags)
    let isNamed = ioctl(master, unlock, &isLocked) == 0 && ioctl(master, getNumber, &number) == 0
    path = "/dev/pts/\(number)"
    slave = open(path, flags)
    screen = VirtualScreen(size: size)
    try #require(isNamed && slave >= 0)
    var window = winsize(
      ws_row: UInt16(size.height), ws_col: UInt16(size.width), ws_xpixel: 0, ws_ypixel: 0)
    try #require(ioctl(slave, UInt(TIOCSWINSZ), &window) == 0)
  }

  deinit {
    close(master)
    close(slave)
  }

  /// Whether the terminal hands over lines and echoes them, as a shell wants it.
  var isInLineMode: Bool {
    var modes = termios()
    return tcgetattr(slave, &modes) == 0
      && modes.c_lflag & tcflag_t(ICANON | ECHO) == tcflag_t(ICANON | ECHO)
  }

  /// Reads until the screen is as wanted.
  func read(until isWanted: (VirtualScreen) -> Bool) throws {
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while !isWanted(screen) {
      var entry = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      let ready = poll(&entry, 1, Int32(PTYSession.patience * 1000))
      let count = ready > 0 ? Glibc.read(master, &part, part.count) : 0
      try #require(count > 0, "the screen was\n\(screen.text)")
      screen.feed(Array(part[..<count]))
    }
  }

  /// Writes blanks until there is room for none.
  func fill() {
    let blanks = [UInt8](repeating: 0x20, count: 4096)
    while write(slave, blanks, blanks.count) > 0 || write(slave, blanks, 1) > 0 {}
  }

  func type(_ keys: String) {
    _ = write(master, keys, keys.utf8.count)
  }
}
