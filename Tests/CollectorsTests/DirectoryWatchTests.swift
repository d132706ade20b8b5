import Glibc
import Testing

@testable import Collectors

@Suite struct `A directory watch` {
  // The polling interval is an hour, so that only inotify can be what wakes these tests.
  private static let never = 3600.0

  /// What happens to a file, with the world it happens in.
  private static let happenings: [@Sendable (TemporaryFiles, any LogWriter) -> Void] = [
    { _, writer in writer.append("more\n") },
    { world, _ in world.rename("app.log", to: "app.log.1") },
    { world, _ in world.remove("app.log") },
    { world, writer in
      world.rename("app.log", to: "app.log.1")
      writer.append("late\n")
    },
    { world, _ in _ = world.create("app.log.1") },
  ]

  @Test(arguments: happenings)
  func `wakes when something happens to the file`(
    happen: @Sendable (TemporaryFiles, any LogWriter) -> Void
  ) async {
    let world = TemporaryFiles()
    let writer = world.create("app.log")
    var changes = DirectoryWatch(path: world.path, pollingInterval: Self.never)
      .changes.makeAsyncIterator()
    #expect(await changes.next() != nil)
    happen(world, writer)
    #expect(await changes.next() != nil)
  }

  @Test func `wakes when a link leads to a file elsewhere that grows`() async {
    let world = TemporaryFiles()
    let elsewhere = TemporaryFiles()
    let writer = elsewhere.create("other")
    world.link("app.log", to: elsewhere.directory + "/other")
    var changes = DirectoryWatch(path: world.path, pollingInterval: Self.never)
      .changes.makeAsyncIterator()
    _ = await changes.next()
    writer.append("more\n")
    #expect(await changes.next() != nil)
  }

  @Test func `wakes by the clock when there is nothing to watch`() async {
    var changes = DirectoryWatch(path: "/none/app.log", pollingInterval: 0.01)
      .changes.makeAsyncIterator()
    for _ in 0..<3 { #expect(await changes.next() != nil) }
  }

  @Test func `wakes a few times only for a file that grows all the time`() async {
    let world = TemporaryFiles()
    let writer = world.create("app.log")
    let watch = DirectoryWatch(path: world.path, pollingInterval: Self.never)
    var changes = watch.changes.makeAsyncIterator()
    _ = await changes.next()
    let start = ArrivalTime.now().monotonicSeconds
    var wakes = 0
    while wakes < 4 {
      // Whoever wakes finds that the file has grown, and it grows on.
      for _ in 0..<10 { writer.append("more\n") }
      guard await changes.next() != nil else { break }
      wakes += 1
    }
    #expect(wakes == 4)
    // The first at once, the others no sooner than the pause between them allows.
    #expect(ArrivalTime.now().monotonicSeconds - start > 3 * 0.2)
  }

  @Test func `ends when its task is cancelled`() async {
    let task = Task {
      for await _ in DirectoryWatch(path: "/tmp/none.log", pollingInterval: Self.never).changes {}
    }
    task.cancel()
    await task.value
  }

  @Test func `knows network file systems by the table of mounts`() {
    let table = """
      22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
      40 22 0:35 / /mnt rw shared:2 - nfs4 server:/logs rw
      41 40 8:2 / /mnt/local rw - xfs /dev/sdb1 rw
      42 22 0:36 / /srv rw - fuse.sshfs host:/ rw
      43 22 0:37 / /shared rw - virtiofs tag rw
      44 22 0:38 / /box rw - vboxsf share rw
      garbage
      """
    for (path, isNetwork) in [
      ("/var/log", false), ("/mnt/app", true), ("/mnt", true), ("/mnt/local/app", false),
      ("/mnt/localized", true), ("/mntx", false), ("/srv/logs", true),
      ("/shared/app", true), ("/box", true),
    ] {
      #expect(NetworkFileSystem.isNetwork(path, mounts: table) == isNetwork, "\(path)")
    }
  }
}
