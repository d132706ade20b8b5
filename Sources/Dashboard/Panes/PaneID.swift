/// What names a pane; each stands beside the pane that it names, and `PaneCatalog` lists them.
package struct PaneID: Hashable, Sendable, CustomStringConvertible {
  /// As in `:focus-NAME`, `--view NAME` and the configuration.
  package let description: String

  /// The id of the pane that is called so.
  init(_ name: String) { description = name }
}

extension PaneID: CaseIterable {
  /// In the order of the catalogue.
  package static let allCases = PaneCatalog.all.map(\.id)

  private static let places = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($0.element, $0.offset) })

  /// Where it stands in the catalogue.
  var place: Int { PaneID.places[self] ?? 0 }

  /// The digit that focuses the pane: the first nine of the catalogue have one.
  package var digit: Int? { place < 9 ? place + 1 : nil }

  /// What the frame of the pane says, and what a user calls it.
  package var title: String { PaneCatalog.pane(self).title }
}
