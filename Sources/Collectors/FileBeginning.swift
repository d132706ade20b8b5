import Telemetry

/// The first bytes of a file, unpacked where it is packed.
package struct FileBeginning {
  /// What the file begins with; whole lines where it is packed.
  package private(set) var bytes: [UInt8] = []
  /// How the file is packed: `gzip`; `nil` for one that is not packed, whose bytes are not read.
  package private(set) var packing: DisplayText?
  /// What is wrong with the packed data, if anything is; what came before it was read.
  package private(set) var problem: DisplayText?

  /// Unpacks about the first `limit` bytes of a packed file; leaves `bytes` empty for any other.
  ///
  /// A file packed in a way that is not read has a `problem` that names a command that unpacks it.
  package init(path: String, limit: Int) throws(FileTailError) {
    let file = try LogFile(path: path)
    guard let packing = Packing(of: file) else { return }
    self.packing = DisplayText(packing.name)
    if let refusal = packing.refusal(path: path) {
      problem = DisplayText(refusal)
      return
    }
    guard var reader = PackedReader(file, packing) else {
      problem = DisplayText("\(path): no memory to unpack it")
      return
    }
    while !reader.isDone, bytes.count < limit { reader.step { bytes += $0 } }
    problem = reader.problem
  }
}
