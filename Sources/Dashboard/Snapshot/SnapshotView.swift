import Telemetry

/// What a snapshot shows: the overview, one pane alone, a detail, or the keys.
package enum SnapshotView: Hashable, Sendable {
  /// All panes that have room.
  case overview
  /// One pane, with all that it shows alone.
  case pane(PaneID)
  /// By its name, `GET /users/{id}`; whatever the parameters are called.
  case endpoint(String)
  /// By the id of its fingerprint in hexadecimal digits, or by their beginning.
  case query(String)
  /// By its name, `POST api.openai.com`.
  case outbound(String)
  /// A task or a step of one, by its name.
  case task(String)
  /// By its place in the list, from 1; else by its kind, with its subject where there are several.
  case finding(String)
  /// What `?` shows.
  case help

  /// The names there are, for messages.
  package static var names: [String] {
    wholeNames + [
      "endpoint:NAME", "query:ID", "outbound:NAME", "task:NAME", "finding:NUMBER",
      "finding:KIND[:SUBJECT]", "help",
    ]
  }

  /// What follows a name of no view: the one that is near, else all of them.
  package static func hint(for name: String) -> String {
    let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let kinds = names.filter { $0.contains(":") }.map { String($0.prefix { $0 != ":" }) }
    guard parts.count == 2, let kind = Spelling.nearest(String(parts[0]), among: kinds) else {
      return Spelling.hintOrNames(name, among: names)
    }
    return ", " + Spelling.question(["\(kind):\(parts[1])"])
  }

  /// The names of views that are not of one thing.
  static let wholeNames = ["overview"] + PaneID.allCases.map { "\($0)" }

  /// Whether it is of one thing, or the help: what no pane is.
  var isDetail: Bool {
    switch self {
    case .overview, .pane: false
    case .endpoint, .query, .outbound, .task, .finding, .help: true
    }
  }

  /// The view of a name: `pools`, `endpoint:GET /users/{id}`, `query:5f3a9c0d11e2b8aa`, `finding:1`.
  package init?(name: String) {
    if name == "overview" {
      self = .overview
    } else if name == "help" {
      self = .help
    } else if let pane = PaneID.allCases.first(where: { "\($0)" == name }) {
      self = .pane(pane)
    } else if let colon = name.firstIndex(of: ":") {
      let subject = String(name[name.index(after: colon)...])
      switch name[..<colon] {
      case "endpoint": self = .endpoint(subject)
      case "query": self = .query(subject)
      case "outbound": self = .outbound(subject)
      case "task": self = .task(subject)
      case "finding": self = .finding(subject)
      default: return nil
      }
    } else {
      return nil
    }
  }
}

extension Model {
  /// Goes to a view as keys would; fails where there is nothing of that name.
  package func showing(_ view: SnapshotView) -> Result<Model, DashboardFailure> {
    var model = self
    model.showsHelp = view == .help
    if view == .help { return .success(model) }
    model.isZoomed = false
    model.path = [.overview]
    let found: Result<Place, DashboardFailure>
    switch view {
    case .overview, .help: return .success(model)
    case .pane(let pane):
      model.focus = pane
      model.isZoomed = true
      return .success(model)
    case .endpoint(let name):
      found = self.name(name, among: figures.everyEndpoint, .endpoint).map(Place.endpoint)
    case .outbound(let name):
      found = self.name(name, among: figures.outbound, .outbound).map { .work(.outbound, $0) }
    case .task(let name):
      found = self.name(name, among: figures.tasks, .task).map { .work(.task, $0) }
    case .query(let id): found = query(withID: id).map(Place.query)
    case .finding(let name): found = finding(named: name).map(Place.finding)
    }
    switch found {
    case .success(let place):
      model.path.append(place)
      model.focus = .queries
      return .success(model)
    case .failure(let failure): return .failure(failure)
    }
  }

  /// The row of a name; parameter names do not count.
  private func name(
    _ name: String, among rows: [EndpointRow], _ kind: TrafficKind
  ) -> Result<EndpointName, DashboardFailure> {
    let rows = rows.map(\.name)
    let wanted = EndpointName(name)
    let found =
      rows.first { $0.description == wanted.description }
      ?? rows.first { $0.joinKey == wanted.joinKey }
    if let found { return .success(found) }
    let hint = hint(for: wanted, among: rows.filter { $0 != .other }, kind)
    return .failure(
      DashboardFailure(
        message: DisplayText("there is no \(kind.noun) \"\(name)\" in the window\(hint)")))
  }

  /// Which rows may have been meant; where none is like it, how rows are called here.
  ///
  /// The method is easily left out, and so is the part of a path that a proxy adds or takes away.
  private func hint(
    for wanted: EndpointName, among rows: [EndpointName], _ kind: TrafficKind
  ) -> String {
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
    if !alike.isEmpty { return ", " + Spelling.question(alike.prefix(3).map(\.description)) }
    let some = rows.prefix(3).map(\.description)
    return some.isEmpty ? "" : "; there are \(kind.noun)s as \(Spelling.list(some, "and"))"
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

extension TrafficKind {
  /// What messages call one row of it.
  fileprivate var noun: String {
    switch self {
    case .endpoint: "endpoint"
    case .outbound: "outbound call"
    case .task: "task"
    }
  }
}
