/// The lines of container runtimes under Kubernetes (containerd, CRI-O).
///
///     2016-10-06T00:17:09.669794202Z stdout P log content 1
///     2016-10-06T00:17:09.669794203Z stdout F log content 2
///
/// `P` marks a piece of a line, `F` its end; more tags may follow after a colon.
/// Source: https://github.com/kubernetes/design-proposals-archive/blob/main/node/kubelet-cri-logging.md
package struct CRIEnvelope: LogEnvelope {
  package static let name = "cri"
  package static let isUnmistakable = true
  package static let samples = [
    "2016-10-06T00:17:09.669794202Z stdout F The content of the log entry 1",
    "2016-10-06T00:17:09.669794202+00:00 stderr P first part of a",
    "2016-10-06T00:17:09.669794202Z stdout F ",
    "2016-10-06T00:17:09.669794202Z stdout F",
  ]

  package private(set) var stream: UInt64 = 0
  private var stamps = StampScanner()

  package init() {}

  package mutating func open(_ line: Bytes, into letter: inout Enclosed) -> Bool {
    guard line.count > 27, line[0].isDigit, line[10] == UInt8(ascii: "T") else { return false }
    var scanner = ByteScanner(line)
    guard let stamp = stamps.stamp(&scanner) else { return false }
    if scanner.take(" stdout ") {
      stream = 1
    } else if scanner.take(" stderr ") {
      stream = 2
    } else {
      return false
    }
    let tags = scanner.word()
    let isFull = tags.first == UInt8(ascii: "F")
    guard isFull || tags.first == UInt8(ascii: "P"),
      tags.count == 1 || tags[1] == UInt8(ascii: ":")
    else { return false }
    _ = scanner.take(UInt8(ascii: " "))
    letter.content = scanner.rest
    letter.time = stamp.time
    letter.isPartial = !isFull
    return true
  }
}
