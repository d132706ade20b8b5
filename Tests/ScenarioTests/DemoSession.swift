import Dashboard
import Demo
import Telemetry
import TestSupport
import TextUI

/// A person who has opened `svctop demo` and waited until everything was read.
enum DemoSession {
  /// The history of the demo as it opens.
  private static let opened: (history: History, now: Timestamp) = {
    var play = ScenarioPlay(ScenarioCatalog.all[0].name)
    play.play()
    return (play.history, play.now)
  }()

  /// The dashboard at the given size.
  static func model(width: Int, height: Int) -> Model {
    var settings = Settings()
    settings.title = "\(ScenarioCatalog.all[0].title) (demo)"
    settings.window = .last(300)
    var model = Model(
      history: opened.history, settings: settings, theme: .default, symbols: .unicode,
      size: Size(width: width, height: height), clock: opened.now)
    model.watchForFindings()
    _ = model.update(.tick(opened.now))
    model.bringUpToDate()
    return model
  }
}
