import Telemetry
import TextUI

/// A text that is being typed into the bottom line.
package struct PromptState: Sendable {
  /// What it is typed for.
  package enum Kind: Hashable, Sendable {
    /// Each has a prefix and a history of its own.
    case filter, search, command, time
  }

  /// What Enter does with the text, and whose earlier entries come back.
  package let kind: Kind
  /// The text with its cursor.
  package var editor: LineEditor
  /// What is wrong with the text; empty when nothing is.
  package var error = ""
  /// What may be typed, said while there is nothing to complain about.
  package var hint = ""
  /// What comes back on Esc.
  package let before: Before
  /// Set while Tab walks through what could stand here.
  package var completion: Completion?
  /// How many entries back the text was taken from, and what had been typed before.
  var recalled: (stepsBack: Int, typed: String)?

  /// The choices that a preview changes.
  package struct Before: Sendable {
    var filter: FilterExpression?
    var search: String
    var selected: SelectedRows
  }

  /// Texts that could stand in place of the last word, one of which does.
  package struct Completion: Hashable, Sendable {
    /// What stands before the word.
    package let stem: String
    /// At least one; 40 at most.
    package let candidates: [String]
    /// Index of the candidate that stands in the text.
    package var chosen: Int
  }

  /// What the line begins with.
  package var prefix: String {
    switch kind {
    case .filter: " /"
    case .search: " search: "
    case .command: " :"
    case .time: " go to: "
    }
  }
}

extension Model {
  /// Opens the prompt with a text in it.
  mutating func openPrompt(_ kind: PromptState.Kind, text: String = "") {
    var prompt = PromptState(
      kind: kind, editor: LineEditor(text: text),
      before: .init(filter: filter, search: search, selected: selectedRows))
    switch kind {
    case .time: prompt.hint = "14:05, 14:05:30, -10m, 2026-01-01T14:05:00Z; in UTC"
    case .search where !(entered[.search] ?? []).isEmpty:
      let keys = [Key.enter, .up].map { $0.name(symbols: symbols) }
      prompt.hint = "\(keys[0]) the same again, \(keys[1]) earlier searches"
    default: break
    }
    self.prompt = prompt
  }

  /// Answers a key while a text is typed.
  mutating func edit(_ key: Key) -> [Effect] {
    guard var prompt else { return [] }
    switch key {
    case .control("c"): return [.quit]
    case .escape:
      cancelPrompt()
      return []
    case .enter: return enterPrompt()
    case .tab: complete(by: 1)
    case .backTab: complete(by: -1)
    case .up, .control("p"): recall(by: 1)
    case .down, .control("n"): recall(by: -1)
    case .backspace where prompt.editor.isEmpty: cancelPrompt()
    default:
      guard prompt.editor.handle(key) else { return [] }
      prompt.completion = nil
      prompt.recalled = nil
      prompt.error = ""
      self.prompt = prompt
      preview()
    }
    return []
  }

  private mutating func cancelPrompt() {
    guard let before = prompt?.before else { return }
    filter = before.filter
    search = before.search
    prompt = nil
    markRearranged()
    // Rows can be found again only among those that the filter had left.
    bringUpToDate()
    select(before.selected)
  }

  /// Shows what the text so far would do.
  private mutating func preview() {
    guard let prompt else { return }
    switch prompt.kind {
    case .filter:
      let error = setFilter(to: prompt.editor.text, isFinished: false)
      self.prompt?.error = error
    case .search: look(for: prompt.editor.text)
    case .command, .time: break
    }
  }

  private mutating func enterPrompt() -> [Effect] {
    guard let prompt else { return [] }
    let text = prompt.editor.text
    var effects: [Effect] = []
    var error = prompt.error
    switch prompt.kind {
    case .filter: if error.isEmpty { error = setFilter(to: text, isFinished: true) }
    case .search:
      if text.isEmpty {
        lookAgain(for: prompt.before.search)
      } else {
        look(for: text)
        sayMatches()
      }
    case .time: error = goTo(text)
    case .command:
      // What the command opens must not be closed with this prompt.
      self.prompt = nil
      switch execute(text) {
      case .success(let found): effects = found
      case .failure(let failure): error = failure.message
      }
    }
    guard error.isEmpty else {
      self.prompt = prompt
      self.prompt?.error = error
      return []
    }
    remember(text, for: prompt.kind)
    if prompt.kind != .command { self.prompt = nil }
    return effects
  }

  /// Goes on with what was looked for before, as less and vi do when nothing is typed.
  private mutating func lookAgain(for text: String) {
    search = text.isEmpty ? entered[.search]?.last ?? "" : text
    if !search.isEmpty { goToMatch(by: 1) }
  }

  /// Filters by a text and says what is wrong with it; a wrong one leaves the filter as it is.
  ///
  /// While it is being typed, what may become the name of a column is not looked for as a word:
  /// on the way to `p95>200ms` nothing disappears.
  mutating func setFilter(to text: String, isFinished: Bool) -> String {
    markRearranged()
    guard !text.allSatisfy({ $0 == " " }) else {
      filter = nil
      return ""
    }
    do {
      let expression = try FilterExpression(text)
      let last = text.split(omittingEmptySubsequences: false) { " (!".contains($0) }.last ?? ""
      let isColumn = !last.isEmpty && FilterExpression.completions.contains { $0.hasPrefix(last) }
      if isFinished || !isColumn { filter = expression }
      return ""
    } catch {
      return error.description
    }
  }
}

// MARK: What was entered before

extension Model {
  private static let entriesKept = 50

  /// Keeps an entry for later, the newest last.
  mutating func remember(_ text: String, for kind: PromptState.Kind) {
    guard !text.allSatisfy({ $0 == " " }) else { return }
    var known = entered[kind] ?? []
    known.removeAll { $0 == text }
    known.append(text)
    entered[kind] = Array(known.suffix(Model.entriesKept))
  }

  /// Takes an older or a newer entry in place of the text.
  private mutating func recall(by step: Int) {
    guard let prompt else { return }
    let known = entered[prompt.kind] ?? []
    let now = prompt.recalled ?? (stepsBack: 0, typed: prompt.editor.text)
    let steps = min(known.count, max(0, now.stepsBack + step))
    guard steps != now.stepsBack else { return }
    self.prompt?.editor.replace(with: steps == 0 ? now.typed : known[known.count - steps])
    self.prompt?.recalled = steps == 0 ? nil : (steps, now.typed)
    self.prompt?.completion = nil
    self.prompt?.error = ""
    preview()
  }
}

// MARK: Completion

extension Model {
  /// Puts the next of the texts that could stand here in place of the last word.
  private mutating func complete(by step: Int) {
    guard var prompt else { return }
    if prompt.completion == nil { prompt.completion = completion(of: prompt) }
    guard var completion = prompt.completion, !completion.candidates.isEmpty else { return }
    if self.prompt?.completion != nil {
      let count = completion.candidates.count
      completion.chosen = (completion.chosen + step + count) % count
    } else if step < 0 {
      completion.chosen = completion.candidates.count - 1
    }
    prompt.editor.replace(with: completion.stem + completion.candidates[completion.chosen])
    prompt.completion = completion
    prompt.recalled = nil
    prompt.error = ""
    self.prompt = prompt
    preview()
  }

  private func completion(of prompt: PromptState) -> PromptState.Completion? {
    let text = prompt.editor.text
    let found: (stem: String, candidates: [String])
    switch prompt.kind {
    case .filter: found = filterCompletion(of: text)
    case .command: found = commandCompletion(of: text)
    case .search, .time: return nil
    }
    guard !found.candidates.isEmpty else { return nil }
    return PromptState.Completion(
      stem: found.stem, candidates: Array(found.candidates.prefix(Model.candidatesShown)),
      chosen: 0)
  }

  private static let candidatesShown = 40

  /// What could stand in place of the last word of a filter: columns, methods, routes, sources.
  func filterCompletion(of text: String) -> (stem: String, candidates: [String]) {
    let start =
      text.lastIndex { " (!".contains($0) }.map { text.index(after: $0) } ?? text.startIndex
    let word = text[start...].lowercased()
    var words = FilterExpression.completions
    words += ["status:2xx", "status:3xx", "status:4xx", "status:5xx"]
    let names = figures.everyEndpoint.map(\.name)
    let methods = Set(names.map(\.method.string)).filter { !$0.isEmpty }.sorted()
    words += methods + methods.map { "method:" + $0 }
    let sources = history.sources.map(\.identity.name.string)
    words += sources.map { "source:" + $0 }
    let routes = Set(names.map(\.route.string)).filter { $0.hasPrefix("/") }.sorted()
    var candidates = words.filter { !$0.contains(" ") && $0.lowercased().hasPrefix(word) }
    // A bare `/orders/` would be a regular expression.
    let part = word.hasPrefix("route:") ? word.dropFirst(6) : word[...]
    if !part.isEmpty || word.hasPrefix("route:") {
      candidates += routes.filter { !$0.contains(" ") && $0.lowercased().contains(part) }
        .map { "route:" + $0 }
      candidates.removeAll { $0 == "route:" && word == "route:" }
    }
    return (String(text[..<start]), candidates)
  }
}
