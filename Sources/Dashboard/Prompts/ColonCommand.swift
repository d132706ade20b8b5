import Telemetry
import TextUI

/// A command that is typed after `:`, with what may stand after its name.
struct ColonCommand: Sendable {
  let name: String
  /// What stands after the name, for the message that it is missing; empty when nothing does.
  let argument: String
  /// What could stand there now.
  let candidates: @Sendable (Model) -> [String]
  /// Carries the command out with what stands there, or says what is wrong with it.
  let run: @Sendable (inout Model, String) throws(CommandFailure) -> [Effect]

  init(
    _ name: String, _ argument: String = "",
    candidates: @escaping @Sendable (Model) -> [String] = { _ in [] },
    run: @escaping @Sendable (inout Model, String) throws(CommandFailure) -> [Effect]
  ) {
    self.name = name
    self.argument = argument
    self.candidates = candidates
    self.run = run
  }
}

/// Why a command cannot be carried out.
struct CommandFailure: Error {
  let message: String

  init(_ message: String) {
    self.message = message
  }

  /// A word that is none of those that there are; one of them may be near.
  ///
  /// `listsAll` names them all where none is, or where there is no word: for names of which there are
  /// few enough to be read.
  init(unknown word: String, _ kind: String, among names: [String], listsAll: Bool = false) {
    guard !word.isEmpty || !listsAll else {
      message = "\(kind): write \(names.joined(separator: ", "))"
      return
    }
    let hint =
      listsAll ? Spelling.hintOrNames(word, among: names) : Spelling.hint(word, among: names)
    message = "no \(kind) \"\(word)\"\(hint)"
  }
}

extension Model {
  /// Carries out a command line: a command of the catalogue, else one that a key may have.
  mutating func execute(_ line: String) -> Result<[Effect], CommandFailure> {
    let line = line.trimmed
    let parts = line.split(separator: " ", maxSplits: 1)
    guard let first = parts.first else { return .success([]) }
    let name = String(first)
    let argument = parts.count > 1 ? String(parts[1]).trimmed : ""
    do throws(CommandFailure) {
      if let command = ColonCommand.all.first(where: { $0.name == name }) {
        return .success(try command.run(&self, argument))
      }
      if let command = Command(name: name), command != .commandLine {
        guard argument.isEmpty else {
          throw CommandFailure("\(name) takes nothing after its name")
        }
        return .success(perform(command))
      }
      throw CommandFailure(unknown: name, "command", among: Model.commandNames)
    } catch {
      return .failure(error)
    }
  }

  /// Everything that may stand after `:`.
  static let commandNames: [String] =
    (ColonCommand.all.map(\.name) + Command.names.map(\.name).filter { $0 != "command-line" })
    .reduce(into: []) { names, name in if !names.contains(name) { names.append(name) } }

  /// What could stand in place of the last word of a command line.
  func commandCompletion(of text: String) -> (stem: String, candidates: [String]) {
    guard let blank = text.firstIndex(of: " ") else {
      return ("", Model.commandNames.filter { $0.hasPrefix(text) })
    }
    let name = String(text[..<blank])
    let start = text.index(after: blank)
    guard name != "filter" else {
      let (stem, candidates) = filterCompletion(of: String(text[start...]))
      return (text[..<start] + stem, candidates)
    }
    guard let command = ColonCommand.all.first(where: { $0.name == name }) else { return ("", []) }
    let wordStart = text.lastIndex(of: " ").map { text.index(after: $0) } ?? start
    let word = text[wordStart...].lowercased()
    return (
      String(text[..<wordStart]),
      command.candidates(self).filter { $0.lowercased().hasPrefix(word) }
    )
  }
}
