import CCompression
import Telemetry

/// What one call of an unpacker did.
struct UnpackStep {
  enum Outcome: Hashable {
    /// There is more to come, of input or of output.
    case going
    /// One member or frame is over; another one may follow.
    case memberEnded
    /// The input is broken; the reason in the library's words.
    case broken(String)
  }

  var consumed: Int
  var produced: Int
  var outcome: Outcome
}

/// Unpacks a stream piece by piece, in memory that does not depend on what is in it.
protocol Unpacker: AnyObject {
  /// Turns some of `input` into some of `output`.
  func step(_ input: Bytes, into output: UnsafeMutableRawBufferPointer) -> UnpackStep

  /// Begins anew, as at the start of a member.
  func reset()
}

/// Unpacks gzip members (RFC 1952) by zlib.
final class GzipUnpacker: Unpacker {
  // zlib remembers where its state lies, so it must not move.
  private let stream: UnsafeMutablePointer<z_stream>

  init?() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    guard CCompressionInflateInit(stream) == Z_OK else {
      stream.deallocate()
      return nil
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  func step(_ input: Bytes, into output: UnsafeMutableRawBufferPointer) -> UnpackStep {
    // zlib only reads what it takes for its own to write to.
    stream.pointee.next_in = UnsafeMutablePointer(
      mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
    stream.pointee.avail_in = UInt32(clamping: input.count)
    stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(clamping: output.count)
    let code = inflate(stream, Z_NO_FLUSH)
    let outcome: UnpackStep.Outcome =
      switch code {
      case Z_STREAM_END: .memberEnded
      // Z_BUF_ERROR says only that there was nothing to do with so little input.
      case Z_OK, Z_BUF_ERROR: .going
      default: .broken(stream.pointee.msg.map { String(cString: $0) } ?? "zlib error \(code)")
      }
    return UnpackStep(
      consumed: input.count - Int(stream.pointee.avail_in),
      produced: output.count - Int(stream.pointee.avail_out), outcome: outcome)
  }

  func reset() {
    inflateReset(stream)
  }
}

/// Unpacks zstd frames (RFC 8878) by libzstd, which refuses windows of more than 128 MiB.
final class ZstandardUnpacker: Unpacker {
  private let stream: OpaquePointer

  init?() {
    guard let stream = ZSTD_createDStream() else { return nil }
    self.stream = stream
  }

  deinit {
    ZSTD_freeDStream(stream)
  }

  func step(_ input: Bytes, into output: UnsafeMutableRawBufferPointer) -> UnpackStep {
    var source = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
    var target = ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
    let code = ZSTD_decompressStream(stream, &target, &source)
    let outcome: UnpackStep.Outcome =
      ZSTD_isError(code) != 0
      ? .broken(String(cString: ZSTD_getErrorName(code))) : code == 0 ? .memberEnded : .going
    return UnpackStep(consumed: source.pos, produced: target.pos, outcome: outcome)
  }

  func reset() {
    ZSTD_DCtx_reset(stream, ZSTD_reset_session_only)
  }
}
