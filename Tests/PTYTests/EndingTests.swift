import Glibc
import TestSupport
import Testing
import TextUI

/// However the program ends, the terminal is as it was.
@PTYActor
struct EndingTests {
  private let folder: PTYFolder
  private let log: String

  init() throws {
    folder = try PTYFolder()
    log = try folder.write("access.log", SmallLog.text)
  }

  private func started() throws -> PTYSession {
    let session = try PTYSession(PTYProgram.svctop([log]))
    try session.waitUntil("the dashboard is drawn to its end", SmallLog.isComplete)
    #expect(try !session.hasRestoredModes(), "the program took no terminal over")
    return session
  }

  private func expectRestored(
    _ session: PTYSession, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    #expect(try session.hasRestoredModes(), sourceLocation: sourceLocation)
    #expect(!session.screen.isAlternate, sourceLocation: sourceLocation)
    #expect(session.screen.isCursorVisible, sourceLocation: sourceLocation)
    #expect(!session.screen.hasApplicationCursorKeys, sourceLocation: sourceLocation)
    #expect(!session.screen.hasMouse, sourceLocation: sourceLocation)
    #expect(session.screen.rendition == VirtualCell.Rendition(), sourceLocation: sourceLocation)
  }

  @Test(arguments: ["q", "\u{03}"])
  func `a key ends it and gives the terminal back`(_ key: String) throws {
    let session = try started()
    try session.send(key)
    #expect(try session.waitForExit() == .status(0))
    try expectRestored(session)
    #expect(session.screen.alternateSwitches == (entered: 1, left: 1))
    #expect(session.screen.text.allSatisfy { $0 == "\n" }, "something was left on the screen")
  }

  @Test(arguments: [SIGTERM, SIGINT, SIGHUP, SIGQUIT])
  func `a signal ends it and gives the terminal back`(_ signal: Int32) throws {
    let session = try started()
    session.signal(signal)
    #expect(try session.waitForExit() == .status(0))
    try expectRestored(session)
  }

  @Test(arguments: [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT])
  func `a crash gives the terminal back and stays a crash`(_ signal: Int32) throws {
    let session = try started()
    session.signal(signal)
    #expect(try session.waitForExit() == .signal(signal))
    try expectRestored(session)
  }

  @Test func `a crash ends the commands behind the sources`() throws {
    let path = "\(folder.path)/pipe"
    #expect(mkfifo(path, 0o600) == 0)
    let pipe = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    defer { close(pipe) }
    let session = try PTYSession(
      PTYProgram.svctop([log, "exec:(echo up; exec sleep 1000) >'\(path)'"]))
    #expect(hears(pipe, POLLIN), "the command never started")
    try session.waitForDashboard()
    session.signal(SIGSEGV)
    #expect(try session.waitForExit() == .signal(SIGSEGV))
    #expect(hears(pipe, POLLHUP), "the command goes on")
  }

  /// Whether something happens to a pipe within a minute; what was written is not read.
  private func hears(_ pipe: Int32, _ event: Int32) -> Bool {
    var wait = pollfd(fd: pipe, events: event == POLLIN ? Int16(POLLIN) : 0, revents: 0)
    return poll(&wait, 1, 60_000) == 1 && Int32(wait.revents) & event != 0
  }

  /// Libraries and the Swift runtime write to stderr, which must not land in the picture.
  @Test func `what is written to stderr is kept until the end`() throws {
    let session = try started()
    try PTYFolder.append("/proc/\(session.processID)/fd/2", "a library complains\n")
    try session.send("?")
    try session.waitFor(" closes ")
    #expect(!session.screen.shows("complains"))
    try session.send("\u{0C}q")
    #expect(try session.waitForExit() == .status(0))
    #expect(session.screen.shows("a library complains"))
    try expectRestored(session)
  }

  @Test func `a lost connection ends it`() throws {
    let session = try started()
    session.hangUp()
    #expect(try session.waitForExit(seconds: 10) == .status(0))
  }

  /// With SIGHUP ignored, as under nohup, only the dead terminal itself can tell.
  @Test func `a lost connection ends it even when SIGHUP is ignored`() throws {
    let session = try PTYSession(
      PTYProgram.shell(#"trap '' HUP; exec "$svctop" '\#(log)'"#))
    try session.waitForDashboard()
    session.hangUp()
    _ = try session.waitForExit(seconds: 10)
  }

  @Test func `Ctrl-Z gives the terminal to the shell, and fg takes it again`() throws {
    let session = try PTYSession(
      PTYProgram.shell(
        #"set -m; "$svctop" '\#(log)'; echo "stopped with $?"; read line; fg; echo "ended with $?""#
      ))
    try session.waitForDashboard()
    try session.send("\u{1A}")
    // 148 is 128 and SIGTSTP, as the shell reports a stopped job.
    try session.waitFor("stopped with 148")
    #expect(!session.screen.isAlternate)
    #expect(session.screen.isCursorVisible)
    #expect(try session.isInLineMode())
    session.resize(to: Size(width: 90, height: 28))
    try session.send("\n")
    try session.waitUntil("the dashboard is back at the new size") { screen in
      screen.isAlternate && SmallLog.isShown(screen)
        && screen.hasFrame(width: 90)
    }
    try session.send("q")
    try session.waitFor("ended with 0")
    #expect(try session.waitForExit() == .status(0))
    try expectRestored(session)
  }

  /// As under make: what started the program is in its process group and stops with it.
  @Test func `Ctrl-Z stops a script around it too`() throws {
    let session = try PTYSession(
      PTYProgram.shell(
        #"set -m; sh -c '"$svctop" "$0"; true' '\#(log)'; echo "stopped with $?"; read line; fg"#))
    try session.waitForDashboard()
    try session.send("\u{1A}")
    try session.waitFor("stopped with 148")
    try session.send("\n")
    try session.waitUntil("the dashboard is back") { $0.isAlternate && SmallLog.isShown($0) }
    try session.send("q")
    #expect(try session.waitForExit() == .status(0))
    try expectRestored(session)
  }
}
