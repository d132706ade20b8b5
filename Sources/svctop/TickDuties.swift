import Dashboard
import TextUI

/// What the shell looks after once a second.
@MainActor
struct TickDuties {
  /// Ticks after which memory is given back that only reading the past or an odd key needed.
  private static let ticksPerReturn = 20

  private var themes: ThemeWatch?
  private var configuration: ConfigurationWatch?
  private var ownUse = OwnUse()
  private var ticks = 0

  /// With the files that are looked at for changes, if there are any.
  init(themes: ThemeWatch?, configuration: ConfigurationWatch?) {
    self.themes = themes
    self.configuration = configuration
  }

  /// The first time soon, for the past is read in the first seconds, then ever less often.
  private var isReturnDue: Bool {
    ticks.nonzeroBitCount == 1 || ticks.isMultiple(of: TickDuties.ticksPerReturn)
  }

  /// Measures what svctop costs and takes over what was saved, before time goes on.
  mutating func perform(on model: inout Model, _ screen: ScreenOptions, depth: ColorDepth) {
    model.ownCost.add(ownUse.sample())
    ticks += 1
    if isReturnDue { ProcessMemory.giveBack() }
    themes?.apply(to: &model, depth: depth)
    configuration?.apply(to: &model, screen, depth: depth)
  }
}
