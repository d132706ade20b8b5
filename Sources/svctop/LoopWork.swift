import Dashboard
import Synchronization
import Telemetry

/// The work of the loop that would keep keys waiting: what is long is done in pieces or beside it.
///
///     batch ─▶ pieces, one folded at each turn of the loop
///     tick ──▶ when all are folded, a reckoning beside the loop ─▶ a picture
///
/// While a reckoning holds the history nothing is folded, so that nothing has to be copied.
@MainActor
struct LoopWork {
  /// Deltas that are folded at a turn: half a millisecond.
  private static let deltasPerTurn = 256

  private let backlog: Backlog
  /// What is to be folded, the next one last.
  private var pieces: [Batch] = []
  private var isReckoning = false
  /// Ticks that no picture was made for yet.
  private var dueTicks = 0
  /// Whether anything was drawn since the reckoning at hand began, which its picture lacks.
  private(set) var isTouched = false

  /// What the caller has to do next.
  enum Turn {
    /// Wait for the next event.
    case wait
    /// Come back when the events that are waiting are answered.
    case again
    /// Have this worked out beside the loop and hand it to `finish`.
    case reckon(Handover)
    /// Show the model as it is: nothing of it has changed but the time.
    case show

    /// Whether more is to be done at once.
    var isBusy: Bool { if case .again = self { true } else { false } }
  }

  /// Nothing to do yet; what is folded is taken out of `backlog`.
  init(backlog: Backlog) {
    self.backlog = backlog
  }

  /// Folds and shows the first batch of a source at once.
  mutating func foldFirst(_ batch: Batch, _ model: inout Model) {
    _ = model.update(.batch(batch))
    model.takeInNews()
    backlog.folded(batch)
  }

  /// Takes a batch on; `turn` folds it.
  mutating func add(_ batch: Batch) {
    let added = batch.pieces(most: LoopWork.deltasPerTurn)
    pieces.insert(contentsOf: added.reversed(), at: 0)
  }

  /// Asks for a picture of the time that has come.
  mutating func tick() {
    dueTicks += 1
  }

  /// Notes that something was drawn that no reckoning knows of.
  mutating func touch() {
    isTouched = true
  }

  /// Does one piece of what waits.
  mutating func turn(_ model: inout Model) -> Turn {
    if isReckoning { return .wait }
    // A source that is never done must not stop the picture.
    if dueTicks > 0, pieces.isEmpty || dueTicks > 1 {
      dueTicks = 0
      guard model.isReckoningDue else { return .show }
      isReckoning = true
      isTouched = false
      return .reckon(Handover(Reckoning(of: model)))
    }
    guard let piece = pieces.popLast() else { return .wait }
    _ = model.update(.batch(piece))
    backlog.folded(piece)
    return pieces.isEmpty && dueTicks == 0 ? .wait : .again
  }

  /// Lets the model have what was worked out.
  mutating func finish(_ reckoned: Reckoned, _ model: inout Model) {
    isReckoning = false
    model.adopt(reckoned)
  }
}

/// A reckoning on its way to another thread, which takes it once.
final class Handover: Sendable {
  private let reckoning: Mutex<Reckoning?>

  init(_ reckoning: consuming Reckoning) {
    self.reckoning = Mutex(reckoning)
  }

  /// Works out what was handed over; `nil` the second time.
  func reckoned() -> Reckoned? {
    guard let reckoning = reckoning.withLock({ $0.take() }) else { return nil }
    return reckoning.reckoned()
  }
}
