/// What happened to one subject in a slot of time, in a form that is kept as bytes.
///
/// A slot is packed where it comes in, added up as bytes, and asked where it lies: hundreds of
/// series of hundreds of slots are most of what a running svctop remembers. A slot that is added to
/// is open; one that is not may be sealed, which takes fewer bytes.
protocol PackedSlot: Sendable {
  /// What can be asked of a packed slot; good only as long as its bytes are.
  associatedtype View

  /// Bytes that `pack` needs at most.
  var mostBytes: Int { get }

  /// Writes the slot, open, and says how many bytes it took, which is never none.
  func pack(into target: UnsafeMutableRawBufferPointer) -> Int

  /// Writes the sum of two open slots, of which `right` came later, open too, and says how many
  /// bytes it took: no more than both.
  static func merge(
    _ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer,
    into target: UnsafeMutableRawBufferPointer
  ) -> Int

  /// Writes a slot that takes fewer bytes sealed and says how many; none where it takes no fewer, or
  /// is sealed already.
  static func seal(
    _ slot: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer
  ) -> Int

  /// Calls `body` with a slot in its open form.
  static func withOpen<Result>(
    _ slot: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result

  /// The slot that lies in `bytes`, whether open or sealed.
  static func view(of bytes: UnsafeRawBufferPointer) -> View
}

extension PackedSlot {
  /// Calls `body` with the slot as bytes.
  @inline(__always)
  func withPacked<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    withUnsafeTemporaryAllocation(byteCount: mostBytes, alignment: 1) { target in
      let count = pack(into: target)
      return body(UnsafeRawBufferPointer(rebasing: target[..<count]))
    }
  }
}

/// A slot of a few numbers, which is kept as it is.
protocol PlainSlot: PackedSlot, BitwiseCopyable {
  mutating func merge(_ other: Self)
}

extension PlainSlot {
  var mostBytes: Int { MemoryLayout<Self>.size }

  func pack(into target: UnsafeMutableRawBufferPointer) -> Int {
    target.storeBytes(of: self, as: Self.self)
    return MemoryLayout<Self>.size
  }

  static func merge(
    _ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer,
    into target: UnsafeMutableRawBufferPointer
  ) -> Int {
    var sum = left.loadUnaligned(as: Self.self)
    sum.merge(right.loadUnaligned(as: Self.self))
    return sum.pack(into: target)
  }

  static func seal(
    _ slot: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer
  ) -> Int { 0 }

  @inline(__always)
  static func withOpen<Result>(
    _ slot: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result { body(slot) }

  @inline(__always)
  static func view(of bytes: UnsafeRawBufferPointer) -> Self {
    bytes.loadUnaligned(as: Self.self)
  }
}
