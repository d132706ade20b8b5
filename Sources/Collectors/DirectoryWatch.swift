import Dispatch
import Glibc

/// Wakes the reader of a file when something happens to it, so that an idle file wakes nobody.
///
/// inotify watches the file, which sees writing, and the directories the path leads through, which
/// sees rotation and retargeted links; neighbours that are written to wake nobody. Where inotify
/// cannot see everything (a network file system, a directory that may not be listed or is not there
/// yet), the clock wakes the reader instead.
package struct DirectoryWatch: Sendable {
  /// One element whenever there may be something new, the first at once.
  ///
  /// A change after a quiet time is told at once, those of the pause after it together. The stream
  /// ends when its task is cancelled.
  package let changes: AsyncStream<Void>

  /// Seconds between looks at what inotify does see, in case it missed something.
  private static let safetyInterval = 15.0

  /// Watches the file at `path`, which need not exist yet.
  ///
  /// `pollingInterval` is the time between looks, in seconds, where inotify does not help; for
  /// `busyPause` seconds the kernel's notices are left to pile up after one was taken, so that a
  /// file that grows a thousand times a second wakes this process once.
  package init(path: String, pollingInterval: Double = 1, busyPause: Double = 1) {
    let (stream, continuation) = AsyncStream.makeStream(
      of: Void.self, bufferingPolicy: .bufferingNewest(1))
    changes = stream
    continuation.yield()
    let queue = DispatchQueue(label: "svctop.watch")
    let watch = Inotify()
    let isComplete = watch?.add(path) ?? false
    let interval = isComplete ? DirectoryWatch.safetyInterval : pollingInterval
    let timer = DispatchSource.makeTimerSource(queue: queue)
    timer.schedule(
      deadline: .now() + interval, repeating: interval,
      leeway: .milliseconds(Int(interval * 100)))
    timer.setEventHandler {
      // Directories may have come into being; adding one twice changes nothing.
      _ = watch?.add(path)
      continuation.yield()
    }
    var sources: [any DispatchSourceProtocol] = [timer]
    var end = { timer.cancel() }
    if let watch {
      let notices = DirectoryWatch.notices(
        to: watch, of: path, continuation, on: queue, busyPause)
      sources += notices.sources
      end = {
        timer.cancel()
        notices.end()
      }
    }
    if let bell = DirectoryWatch.bell(continuation, on: queue, end) { sources.append(bell) }
    for source in sources { source.activate() }
  }

  /// Sources that take the kernel's notices, with a pause after each time, and what ends them.
  private static func notices(
    to watch: Inotify, of path: String, _ continuation: AsyncStream<Void>.Continuation,
    on queue: DispatchQueue, _ busyPause: Double
  ) -> (sources: [any DispatchSourceProtocol], end: () -> Void) {
    let source = DispatchSource.makeReadSource(
      fileDescriptor: watch.descriptor.number, queue: queue)
    let wakening = DispatchSource.makeTimerSource(queue: queue)
    var isPausing = false
    // All of these run on the queue, one at a time.
    let goOn = {
      guard isPausing else { return }
      isPausing = false
      wakening.schedule(deadline: .distantFuture)
      source.resume()
    }
    source.setEventHandler {
      if watch.takeEvents(of: path) { continuation.yield() }
      isPausing = true
      source.suspend()
      wakening.schedule(
        deadline: .now() + busyPause, repeating: busyPause, leeway: .nanoseconds(0))
    }
    // While the file grows, the notices are looked for without being told of them.
    wakening.setEventHandler {
      if watch.takeEvents(of: path) { continuation.yield() } else { goOn() }
    }
    wakening.schedule(deadline: .distantFuture)
    return (
      [source, wakening],
      {
        // A source that is let go while it is suspended would end the program.
        goOn()
        source.cancel()
        wakening.cancel()
      }
    )
  }

  /// A source that ends everything, and itself, when nobody listens to the stream any more.
  private static func bell(
    _ continuation: AsyncStream<Void>.Continuation, on queue: DispatchQueue,
    _ end: @escaping () -> Void
  ) -> (any DispatchSourceProtocol)? {
    guard case .success(let (bell, button)) = FileDescriptor.pipe() else { return nil }
    let source = DispatchSource.makeReadSource(fileDescriptor: bell.number, queue: queue)
    source.setEventHandler {
      withExtendedLifetime(bell) {
        end()
        source.cancel()
      }
    }
    continuation.onTermination = { _ in button.ring() }
    return source
  }
}

/// The kernel's notices of changes in directories.
private final class Inotify: Sendable {
  private static let nameEvents = IN_ATTRIB | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO
  private static let fileEvents = IN_MODIFY | IN_ATTRIB
  private static let mostLinks = 16
  /// Buffers of notices that are taken at once; a neighbour may be renamed without end.
  private static let mostReads = 16

  let descriptor: FileDescriptor

  init?() {
    let number = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    guard number >= 0 else { return nil }
    descriptor = FileDescriptor(number)
  }

  /// Watches the file at `path`, its directory and that of each symbolic link's target on the way.
  ///
  /// Returns whether that is enough to see every change.
  func add(_ path: String) -> Bool {
    // A file that is not there yet is seen when it comes.
    let isSeen =
      inotify_add_watch(descriptor.number, path, UInt32(Inotify.fileEvents)) >= 0
      || errno == ENOENT
    var next = path
    for _ in 0..<Inotify.mostLinks {
      let directory = FilePath.split(next).directory
      guard inotify_add_watch(descriptor.number, directory, UInt32(Inotify.nameEvents)) >= 0,
        !NetworkFileSystem.holds(directory)
      else { return false }
      guard let target = Inotify.target(of: next) else { return isSeen }
      next = target.hasPrefix("/") ? target : "\(directory)/\(target)"
    }
    return false
  }

  /// Reads the notices that wait; whether one of them is about the file or one rotated from it.
  func takeEvents(of path: String) -> Bool {
    var isRelevant = false
    var isAboutNames = false
    withUnsafeTemporaryAllocation(byteCount: 1 << 14, alignment: 8) { buffer in
      for _ in 0..<Inotify.mostReads {
        let count = read(descriptor.number, buffer.baseAddress, buffer.count)
        guard count > 0 else { return }
        Inotify.forEachEvent(in: UnsafeRawBufferPointer(rebasing: buffer[..<count])) {
          mask, name in
          guard Inotify.concerns(name, path) else { return }
          isRelevant = true
          if mask & UInt32(IN_MODIFY) == 0 { isAboutNames = true }
        }
      }
    }
    // Another file may have the name now, and a retargeted link may lead elsewhere.
    if isAboutNames { _ = add(path) }
    return isRelevant
  }

  private static func forEachEvent(
    in events: UnsafeRawBufferPointer,
    _ body: (_ mask: UInt32, _ name: Slice<UnsafeRawBufferPointer>) -> Void
  ) {
    let headerSize = MemoryLayout<inotify_event>.size
    var position = 0
    while position + headerSize <= events.count {
      let event = events.loadUnaligned(fromByteOffset: position, as: inotify_event.self)
      let end = min(events.count, position + headerSize + Int(event.len))
      body(event.mask, events[(position + headerSize)..<end].prefix { $0 != 0 })
      position = end
    }
  }

  /// Whether a notice about `name`, which is empty for the file itself, may be about the file.
  private static func concerns(_ name: Slice<UnsafeRawBufferPointer>, _ path: String) -> Bool {
    // Targets of links have other names; only notices surely about neighbours are passed over.
    let stem = FilePath.split(path).name.prefix { $0 != "." }
    return name.isEmpty || name.starts(with: stem.utf8) || isLink(path)
  }

  private static func isLink(_ path: String) -> Bool { target(of: path) != nil }

  private static func target(of path: String) -> String? {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Int(PATH_MAX)) { buffer in
      let count = buffer.withMemoryRebound(to: CChar.self) {
        $0.baseAddress.map { base in readlink(path, base, buffer.count) } ?? -1
      }
      return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
    }
  }
}
