import Glibc

/// A descriptor that is closed with its owner and never inherited by another program.
final class PTYDescriptor {
  private(set) var number: Int32

  init(_ number: Int32) { self.number = number }

  deinit { close() }

  func close() {
    guard number >= 0 else { return }
    Glibc.close(number)
    number = -1
  }

  /// Two connected ends, unlike with pipe(2) closed on exec from the beginning.
  static func pair() throws(PTYFailure) -> (PTYDescriptor, PTYDescriptor) {
    var ends: [Int32] = [-1, -1]
    let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, type, 0, &ends) == 0 else { throw .call("socketpair") }
    return (PTYDescriptor(ends[0]), PTYDescriptor(ends[1]))
  }

  /// Reads what is there without waiting; empty when there is nothing (any more).
  func readAvailable() -> [UInt8] {
    var all: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(number, &part, part.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return all }
      all += part[..<count]
    }
  }

  func setNonBlocking() { _ = fcntl(number, F_SETFL, fcntl(number, F_GETFL) | O_NONBLOCK) }
}

/// What a program gets as one of its first three descriptors.
enum PTYStream {
  /// The terminal at this path, which becomes the controlling one.
  case terminal(String)
  case descriptor(PTYDescriptor)
  case nothing
}

/// Starts programs in sessions of their own.
enum PTYSpawn {
  /// In <spawn.h> for GNU sources only.
  private static let setSession: Int16 = 0x80
  private static let mostDescriptors: Int32 = 512

  /// Starts it; the other end of `lifeline` hangs up when it and all it started have ended.
  static func start(
    _ program: PTYProgram, streams: [PTYStream], lifeline: PTYDescriptor
  ) throws(PTYFailure) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, stream) in streams.enumerated() {
      switch stream {
      case .terminal(let path):
        posix_spawn_file_actions_addopen(&actions, Int32(number), path, O_RDWR, 0)
      case .descriptor(let descriptor):
        posix_spawn_file_actions_adddup2(&actions, descriptor.number, Int32(number))
      case .nothing:
        posix_spawn_file_actions_addopen(&actions, Int32(number), "/dev/null", O_RDWR, 0)
      }
    }
    posix_spawn_file_actions_adddup2(&actions, lifeline.number, Int32(streams.count))
    // Sockets of servers in other tests are not closed on exec, and would stay open with it.
    for number in Int32(streams.count + 1)..<mostDescriptors {
      posix_spawn_file_actions_addclose(&actions, number)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The tests may have signals blocked or ignored, which would be inherited.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(
      &attributes, setSession | Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))
    let arguments = CStrings([program.path] + program.arguments)
    let environment = CStrings(program.environment.map { "\($0.key)=\($0.value)" }.sorted())
    var process: pid_t = 0
    let result = posix_spawn(
      &process, program.path, &actions, &attributes, arguments.pointers, environment.pointers)
    guard result == 0 else { throw .call("posix_spawn \(program.path)", result) }
    return process
  }
}

/// A list of C strings as execve(2) wants it.
private final class CStrings {
  let pointers: [UnsafeMutablePointer<CChar>?]

  init(_ strings: [String]) { pointers = strings.map { strdup($0) } + [nil] }

  deinit { for pointer in pointers { free(pointer) } }
}

/// Waiting for descriptors until a moment.
struct PTYDeadline {
  private let end: ContinuousClock.Instant

  init(seconds: Double) { end = ContinuousClock.now + .seconds(seconds) }

  /// The places of those descriptors that are ready or hung up; empty when time is over.
  func wait(for descriptors: [PTYDescriptor], events: Int32 = POLLIN) -> [Int] {
    while true {
      var entries = descriptors.map {
        pollfd(fd: $0.number, events: Int16(events), revents: 0)
      }
      let left = end - ContinuousClock.now
      let milliseconds = Int32(max(0, left / .milliseconds(1)).rounded(.up))
      let count = poll(&entries, nfds_t(entries.count), milliseconds)
      if count > 0 { return entries.indices.filter { entries[$0].revents != 0 } }
      if count == 0 || errno != EINTR { return [] }
    }
  }
}
