import CMalloc
import Glibc

/// The memory of this process, as far as the kernel and the allocator have to be told.
enum ProcessMemory {
  /// Has all threads share one small heap, for a program that runs long: call it before there are
  /// others.
  ///
  /// A batch is made on one thread and remembered on another. With a heap for each thread, as glibc
  /// has it, what one has freed the others cannot use, which costs some megabytes. What is large
  /// (a long page of metrics, the lines of a rush) is needed for a moment: it gets pages of its own,
  /// which go back at once, where glibc would learn to keep them; a usual page, which comes each
  /// second, stays in the heap, for new pages must be cleared.
  static func shareHeap() {
    mallopt(M_ARENA_MAX, 1)
    mallopt(M_MMAP_THRESHOLD, 4 * largeBytes)
    // Half of it would save another megabyte and need a fifth more processor time, for faults.
    mallopt(M_TRIM_THRESHOLD, 4 * largeBytes)
    mallopt(M_TOP_PAD, largeBytes)
  }

  private static let largeBytes: CInt = 131_072

  /// Gives back what nothing has needed lately: code, and pages inside of the heap.
  ///
  /// The allocator gives back the end of the heap by itself; reading the past leaves holes before
  /// it.
  static func giveBack() {
    releaseCode()
    malloc_trim(0)
  }

  /// Gives back the pages of code that nothing has needed lately.
  ///
  /// Reading the command line and finding out formats touch a good part of a static binary. The
  /// kernel maps a page of code again when it is run again, so that this costs some faults (a
  /// tenth of a millisecond) and saves megabytes for as long as the program runs. Nothing is given
  /// back where `/proc` cannot be read.
  static func releaseCode() {
    guard let program = programPath(), let maps = fopen("/proc/self/maps", "r") else { return }
    defer { fclose(maps) }
    var line = [CChar](repeating: 0, count: 4096)
    while fgets(&line, Int32(line.count), maps) != nil {
      // One in a hundred lines is about code; text of Swift is made of no others.
      guard strstr(line, " r-xp ") != nil, let code = codeRange(line, of: program) else { continue }
      // Code is never written, so nothing is lost.
      madvise(UnsafeMutableRawPointer(bitPattern: code.lowerBound), code.count, MADV_DONTNEED)
    }
  }

  private static func programPath() -> String? {
    var path = [CChar](repeating: 0, count: 4096)
    let length = readlink("/proc/self/exe", &path, path.count - 1)
    return length > 0 ? text(path) : nil
  }

  /// The addresses of a line like `55d0c0000000-55d0c1e00000 r-xp 00000000 fe:00 123 /bin/svctop`.
  private static func codeRange(_ line: [CChar], of program: String) -> Range<UInt>? {
    let line = text(line)
    let fields = line.split(separator: " ")
    guard fields.count > 5, fields[1] == "r-xp", line.hasSuffix(" \(program)\n") else { return nil }
    let ends = fields[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
    guard ends.count == 2, ends[0] < ends[1] else { return nil }
    return ends[0]..<ends[1]
  }

  private static func text(_ bytes: [CChar]) -> String {
    String(decoding: bytes.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
