import Telemetry

/// What a snapshot shows: the overview, one pane alone, or a detail.
package enum SnapshotView: Hashable, Sendable {
  /// All panes that have room.
  case overview
  /// One pane, with all that it shows alone.
  case pane(PaneID)
  /// By its name, `GET /users/{id}`; whatever the parameters are called.
  case endpoint(String)
  /// By the id of its fingerprint in hexadecimal digits, or by their beginning.
  case query(String)

  /// The names there are, for messages.
  package static var names: [String] { wholeNames + ["endpoint:NAME", "query:ID"] }

  /// The names of views that are not of one thing.
  static let wholeNames = ["overview"] + PaneID.allCases.map { "\($0)" }

  /// Whether it is of one thing.
  var isDetail: Bool {
    switch self {
    case .overview, .pane: false
    case .endpoint, .query: true
    }
  }

  /// The view of a name: `pools`, `endpoint:GET /users/{id}`, `query:5f3a9c0d11e2b8aa`.
  package init?(name: String) {
    if name == "overview" {
      self = .overview
    } else if let pane = PaneID.allCases.first(where: { "\($0)" == name }) {
      self = .pane(pane)
    } else if name.hasPrefix("endpoint:") {
      self = .endpoint(String(name.dropFirst("endpoint:".count)))
    } else if name.hasPrefix("query:") {
      self = .query(String(name.dropFirst("query:".count)))
    } else {
      return nil
    }
  }
}

extension Model {
  /// Goes to a view as keys would; fails where there is no such endpoint or statement.
  package func showing(_ view: SnapshotView) -> Result<Model, DashboardFailure> {
    var model = self
    model.isZoomed = false
    model.path = [.overview]
    switch view {
    case .overview: break
    case .pane(let pane):
      model.focus = pane
      model.isZoomed = true
    case .endpoint(let name):
      switch endpoint(named: name) {
      case .success(let found): model.path.append(.endpoint(found))
      case .failure(let failure): return .failure(failure)
      }
      model.focus = .queries
    case .query(let id):
      switch query(withID: id) {
      case .success(let found): model.path.append(.query(found))
      case .failure(let failure): return .failure(failure)
      }
      model.focus = .queries
    }
    return .success(model)
  }

  /// The endpoint of a name; parameter names do not count.
  private func endpoint(named name: String) -> Result<EndpointName, DashboardFailure> {
    let rows = figures.everyEndpoint.map(\.name)
    let wanted = EndpointName(name)
    let found =
      rows.first { $0.description == wanted.description }
      ?? rows.first { $0.joinKey == wanted.joinKey }
    if let found { return .success(found) }
    let hint = hint(for: wanted, among: rows.filter { $0 != .other })
    return .failure(
      DashboardFailure(
        message: DisplayText("there is no endpoint \"\(name)\" in the window\(hint)")))
  }

  /// Which endpoints may have been meant; where none is like it, how endpoints are called here.
  ///
  /// The method is easily left out, and so is the part of a path that a proxy adds or takes away.
  private func hint(for wanted: EndpointName, among rows: [EndpointName]) -> String {
    let route = wanted.route.string
    var alike: [EndpointName] = []
    if let near = Spelling.nearest(wanted.description, among: rows.map(\.description)) {
      alike = rows.filter { $0.description == near }
    } else if let near = Spelling.nearest(route, among: rows.map(\.route.string)) {
      alike = rows.filter { $0.route.string == near }
    } else if route.count > 1 {
      alike = rows.filter { row in
        let other = row.route.string
        return other.contains(route) || other.count > 1 && route.contains(other)
      }
    }
    func list(_ names: [EndpointName], _ word: String) -> String {
      let quoted = names.prefix(3).map { "\"\($0)\"" }
      let head = quoted.dropLast().joined(separator: ", ")
      return (head.isEmpty ? "" : "\(head) \(word) ") + (quoted.last ?? "")
    }
    if !alike.isEmpty { return ", did you mean \(list(alike, "or"))?" }
    return rows.isEmpty ? "" : "; there are endpoints as \(list(rows, "and"))"
  }

  /// The statement of an id, or of its beginning where that is enough.
  private func query(withID id: String) -> Result<UInt64, DashboardFailure> {
    let matches = figures.everyQuery.filter { !id.isEmpty && $0.hexID.hasPrefix(id.lowercased()) }
    guard matches.count == 1, let only = matches.first else {
      let what = matches.isEmpty ? "there is no statement" : "there are \(matches.count) statements"
      return .failure(
        DashboardFailure(message: DisplayText("\(what) with the id \"\(id)\" in the window")))
    }
    return .success(only.id)
  }
}
