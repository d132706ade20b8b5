/// The lines of `kubectl logs --prefix`, with and without `--timestamps`.
///
///     [pod/api-7d9c/app] INFO:     Started server process [7]
///     [pod/api-7d9c/app] 2026-01-01T10:00:00.123456789Z INFO:     Started server process [7]
///
/// Source: https://kubernetes.io/docs/reference/kubectl/generated/kubectl_logs/
package struct KubectlEnvelope: LogEnvelope {
  package static let name = "kubectl"
  package static let isUnmistakable = false
  package static let samples = [
    "[pod/api-7d9c8b6f5-x2x4z/app] INFO:     Started server process [7]",
    "[pod/api-7d9c8b6f5-x2x4z/app] 2026-01-01T10:00:00.123456789Z hello",
  ]

  package private(set) var stream: UInt64 = 0
  private var stamps = CollectorStamp()

  package init() {}

  package mutating func open(_ line: Bytes, into letter: inout Enclosed) -> Bool {
    guard line.has("[pod/"), let close = line.find("] "), close < 600 else { return false }
    var scanner = ByteScanner(line, at: close &+ 2)
    letter.time = stamps.take(&scanner)
    stream = ByteHash.of(line.part(0, close))
    letter.content = scanner.rest
    return true
  }
}
