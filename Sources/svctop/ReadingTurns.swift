import Telemetry

/// Lets the readers of files hand over a batch each in turn, in the order of the command line.
///
/// What is made of statements rests on the requests that are known by then: in turns, each batch
/// finds the same ones in every run, whichever reader was quicker.
actor ReadingTurns {
  /// Those that still read, in their order.
  private var readers: [SourceID]
  /// Whose turn it is, as a place in `readers`.
  private var place = 0
  private var waiting: [SourceID: CheckedContinuation<Void, Never>] = [:]

  /// Turns for some sources, of which the first begins.
  init(of sources: [SourceID]) {
    readers = sources
  }

  /// Returns when it is a source's turn; at once for one that takes no turns.
  func wait(for source: SourceID) async {
    guard readers.contains(source), readers[place] != source else { return }
    await withCheckedContinuation { waiting[source] = $0 }
  }

  /// Gives the turn of a source to the next one.
  func pass(from source: SourceID) {
    guard readers.indices.contains(place), readers[place] == source else { return }
    place = (place + 1) % readers.count
    wake()
  }

  /// Takes a source out of the round that has nothing more to hand over.
  func leave(_ source: SourceID) {
    guard let own = readers.firstIndex(of: source) else { return }
    readers.remove(at: own)
    if own < place { place -= 1 }
    if place == readers.count { place = 0 }
    wake()
  }

  private func wake() {
    guard readers.indices.contains(place) else { return }
    waiting.removeValue(forKey: readers[place])?.resume()
  }
}
