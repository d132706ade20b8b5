import Dashboard
import TextUI

/// What the shell looks after once a second.
@MainActor
struct TickDuties {
  /// Ticks after which memory is given back that only reading the past or an odd key needed.
  private static let ticksPerReturn = 20

  private var themes: ThemeWatch
  private var configuration: ConfigurationWatch?
  private var ownUse = OwnUse()
  private var ticks = 0

  /// With the files that are looked at for changes.
  init(themes: ThemeWatch, configuration: ConfigurationWatch?) {
    self.themes = themes
    self.configuration = configuration
  }

  /// The first time soon, for the past is read in the first seconds, then ever less often.
  private var isReturnDue: Bool {
    ticks.nonzeroBitCount == 1 || ticks.isMultiple(of: TickDuties.ticksPerReturn)
  }

  /// Measures what svctop costs and takes over what was saved, before time goes on.
  ///
  /// `terminalBytes` are those that went to the terminal so far.
  mutating func perform(
    on model: inout Model, _ screen: ScreenOptions, depth: ColorDepth, terminalBytes: UInt64
  ) {
    model.ownCost.add(ownUse.sample(terminalBytes: terminalBytes))
    ticks += 1
    if isReturnDue { ProcessMemory.giveBack() }
    configuration?.apply(to: &model, screen, depth: depth)
    themes.apply(to: &model, depth: depth)
  }

  /// Lists the themes anew before a key that somebody may choose among them with.
  mutating func prepare(for key: Key, _ model: inout Model, depth: ColorDepth) {
    if TickDuties.asksForThemes(key, model) { themes.list(in: &model, depth: depth) }
  }

  /// Whether a key opens the list of themes, or the line in which one can be named, or enters it.
  private static func asksForThemes(_ key: Key, _ model: Model) -> Bool {
    // An open list is not changed under the selection.
    guard model.menu == nil, !model.showsHelp else { return false }
    if let prompt = model.prompt { return prompt.kind == .command && key == .enter }
    guard let command = model.keyMap.command(for: key) else { return false }
    return [.themes, .commandLine, .interval].contains(command)
  }
}
