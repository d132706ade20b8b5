import Glibc

/// When a file was made, where the file system remembers it.
struct FileBirth {
  private typealias Call =
    @convention(c) (
      Int32, UnsafePointer<CChar>, Int32, UInt32, UnsafeMutableRawPointer
    ) -> Int32

  // Linux's statx(2), which the Glibc module does not import: its flag, the size of what it fills
  // in, and where in that are the flags of what is known and the time.
  private static let birthFlag: UInt32 = 0x800
  private static let recordLength = 256
  private static let secondsOffset = 80
  private static let fractionOffset = 88

  /// Since 1970.
  let nanoseconds: Int64

  init?(of path: String) {
    guard let symbol = dlsym(nil, "statx") else { return nil }
    let call = unsafeBitCast(symbol, to: Call.self)
    let found = withUnsafeTemporaryAllocation(byteCount: FileBirth.recordLength, alignment: 8) {
      record -> Int64? in
      guard let start = record.baseAddress,
        call(AT_FDCWD, path, 0, FileBirth.birthFlag, start) == 0,
        record.load(as: UInt32.self) & FileBirth.birthFlag != 0
      else { return nil }
      let seconds = record.load(fromByteOffset: FileBirth.secondsOffset, as: Int64.self)
      let fraction = record.load(fromByteOffset: FileBirth.fractionOffset, as: UInt32.self)
      return seconds &* 1_000_000_000 &+ Int64(fraction)
    }
    guard let found else { return nil }
    nanoseconds = found
  }
}
