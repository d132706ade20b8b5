import Glibc

/// What a program without a terminal wrote and how it ended.
package struct PTYRun: Sendable {
  package let exit: PTYExit
  package let output: [UInt8]
  package let errors: [UInt8]

  /// Standard output as text.
  package var outputText: String { String(decoding: output, as: UTF8.self) }
  /// Standard error as text.
  package var errorText: String { String(decoding: errors, as: UTF8.self) }

  /// Runs a program to its end in a session without any terminal.
  ///
  /// Standard input is `input` and then ends; without one it is empty. After `seconds` the program
  /// is killed and the call throws.
  package init(
    _ program: PTYProgram, input: [UInt8] = [], seconds: Double = 60
  ) throws(PTYFailure) {
    let (output, outputEnd) = try PTYDescriptor.pair()
    let (errors, errorsEnd) = try PTYDescriptor.pair()
    let (lifeline, lifelineEnd) = try PTYDescriptor.pair()
    let (inputSide, inputEnd) = try PTYDescriptor.pair()
    let process = try PTYSpawn.start(
      program,
      streams: [.descriptor(inputEnd), .descriptor(outputEnd), .descriptor(errorsEnd)],
      lifeline: lifelineEnd)
    for end in [outputEnd, errorsEnd, lifelineEnd, inputEnd] { end.close() }
    for end in [output, errors] { end.setNonBlocking() }
    // Small enough for the buffer of the socket; nothing else is asked for here.
    guard input.count <= 1 << 16 else { throw PTYFailure("input of more than 64 KiB") }
    _ = input.withUnsafeBytes {
      Glibc.send(inputSide.number, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
    }
    inputSide.close()
    var written: (output: [UInt8], errors: [UInt8]) = ([], [])
    let deadline = PTYDeadline(seconds: seconds)
    var isEnded = false
    while !isEnded {
      let ready = deadline.wait(for: [lifeline, output, errors].filter { $0.number >= 0 })
      isEnded = ready.contains(0)
      if ready.isEmpty { kill(process, SIGKILL) }
      for (end, isOutput) in [(output, true), (errors, false)] where end.number >= 0 {
        let part = end.readAvailable()
        if isOutput { written.output += part } else { written.errors += part }
        if part.isEmpty, !ready.isEmpty, !isEnded, PTYRun.isClosed(end) { end.close() }
      }
      if ready.isEmpty { break }
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    guard isEnded else {
      throw PTYFailure(
        "\(program.path) \(program.arguments) did not end within \(seconds) s; it wrote:\n"
          + String(decoding: written.output + written.errors, as: UTF8.self))
    }
    self.exit = PTYExit(waitStatus: status)
    self.output = written.output
    self.errors = written.errors
  }

  /// Whether the other end is gone, so that waiting for it would return at once for ever.
  private static func isClosed(_ end: PTYDescriptor) -> Bool {
    var byte: UInt8 = 0
    return recv(end.number, &byte, 1, Int32(MSG_PEEK | MSG_DONTWAIT)) == 0
  }
}
