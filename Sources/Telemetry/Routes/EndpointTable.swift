/// Small integer ids for endpoints: method and target in, id of method and route template out.
///
///     (method, target) ─hash─▶ cache ──hit─────────────────────────────────────▶ id
///                                └─miss─▶ rules, shapes, learned ─▶ table of names ─▶ id
///
/// Id 0 is "(other)"; it takes what comes when the table is full. Memory is fixed by the capacity,
/// whatever is requested. Cost of a hit: a hash over method and path; nothing is allocated.
package struct EndpointTable {
  private struct CacheSlot {
    /// Seeded hash of method and path; 0 when the slot is free.
    var hash: UInt64 = 0
    var id = 0
  }

  /// What is known of an id.
  private struct Entry {
    var hash: UInt64 = 0
    /// Method, a blank, and the route.
    var key: [UInt8] = []
    var methodLength = 0
    /// Whether the route was given by the application or by a rule, and is not to be touched.
    var isGiven = true
    /// Whether it ever had an answer other than that it does not exist.
    var isFound = true
    /// The id that took this one over.
    var successor: Int?
  }

  /// Paths without any other answer than 404 that get rows of their own: scanners try thousands.
  private static let missingLimit = 32
  /// Segments that make a position a parameter when the table is full.
  private static let crowdedWhenFull = 20

  /// How many times the capacity of ids there may be while retired ones are still referred to.
  private static let mostRetired = 4

  private let capacity: Int
  /// Ours alone, so that nobody can make up paths that share a hash.
  private let seed: UInt64
  private let rules: RouteRules
  private var cache: [CacheSlot] = []
  private let cacheMask: Int
  /// Ids by hash of the name, 0 for a free place; open addressing, at most half full.
  private var places: [Int32]
  private var entries = [Entry()]
  private var names = [EndpointName.other]
  private var templater = RouteTemplater()
  private var learner = RouteLearner()
  private var missing = 0
  /// Whether the table is full and nothing in it can be learned from.
  private var isFull = false
  /// Ids that others took over, to be given out again once nobody refers to them.
  private var retired: [Int] = []
  private var free: [Int] = []
  /// Ids that were taken over since anybody asked, with those that took over.
  private var successions: [(old: Int, new: Int)] = []
  private var key: [UInt8] = []

  /// A table of at most `capacity` ids, "(other)" included.
  package init(
    capacity: Int = 1000, rules: RouteRules = RouteRules(),
    seed: UInt64 = .random(in: 1 ... .max)
  ) {
    self.capacity = min(max(capacity, 1), 1 << 20)
    self.rules = rules
    self.seed = seed
    cacheMask = (1 << 14) - 1
    var size = 16
    while size < self.capacity * 2 { size *= 2 }
    places = Array(repeating: 0, count: size)
  }

  /// Number of ids given out, that of "(other)" included.
  package var count: Int { names.count }

  /// The endpoint of an id; "(other)" for one that was never given out.
  package func name(of id: Int) -> EndpointName {
    names.indices.contains(id) ? names[id] : .other
  }

  /// The id of a request.
  ///
  /// - Parameters:
  ///   - method: As written; what is no HTTP method counts as "OTHER", an empty one stays empty.
  ///   - target: As written; its template is the route when `route` is empty.
  ///   - route: The application's own template, used verbatim.
  ///   - status: Of the answer. New paths with 404 share one row when there are many of them.
  /// - Returns: 0 for "(other)", else a number below `count`.
  @inline(__always)
  package mutating func id(method: Bytes, target: Bytes, route: Bytes, status: Int = 200) -> Int {
    let isTemplate = !route.isEmpty
    let hashed =
      isTemplate
      ? PathHash.of(route, seed: ~seed, skipsNumbers: false)
      : PathHash.of(target, seed: seed, skipsNumbers: rules.isEmpty)
    let hash = EndpointTable.mix(method, hashed.hash)
    let slot = Int(truncatingIfNeeded: hash) & cacheMask
    if !cache.isEmpty {
      let found = cache.withUnsafeBufferPointer { $0[slot] }
      if found.hash == hash { return found.id }
    }
    let path = isTemplate ? route : target.part(0, hashed.end)
    return enter(method, path, isTemplate: isTemplate, status: status, hash: hash)
  }

  /// Whether an id has had no other answer than 404 yet.
  func isMissing(_ id: Int) -> Bool { !entries[id].isFound }

  /// Notes what answers an id had; a path that was answered is no longer one that is missing.
  mutating func note(_ statuses: StatusCounts, of id: Int) {
    guard !entries[id].isFound else { return }
    if statuses[1] &+ statuses[2] &+ statuses[3] &+ statuses[5] > 0 {
      entries[id].isFound = true
      missing -= 1
      learn(from: id)
    }
  }

  /// Pairs of ids of which the second took over from the first since the last call.
  mutating func takeSuccessions() -> [(old: Int, new: Int)] {
    guard !successions.isEmpty else { return [] }
    defer { successions.removeAll() }
    return successions
  }

  /// Lets ids that were taken over be given out again: nobody refers to them any more.
  mutating func recycle() {
    free.append(contentsOf: retired)
    retired.removeAll()
  }

  @inline(__always)
  private static func mix(_ method: Bytes, _ hash: UInt64) -> UInt64 {
    let count = method.count
    var word = UInt64(truncatingIfNeeded: count)
    if count == 3 || count == 4 {
      // Nearly all methods; the two loads may overlap.
      word |= UInt64(method.loadUnaligned(fromByteOffset: 0, as: UInt16.self)) &<< 16
      word |= UInt64(method.loadUnaligned(fromByteOffset: count &- 2, as: UInt16.self)) &<< 32
    } else if count > 0 {
      word ^= FingerprintHash.of(method)
    }
    let product = (hash ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    let mixed = product.high ^ product.low
    return mixed == 0 ? 1 : mixed
  }

  @inline(never)
  private mutating func enter(
    _ method: Bytes, _ path: Bytes, isTemplate: Bool, status: Int, hash: UInt64
  ) -> Int {
    let (id, isFinal) = slowID(method: method, path: path, isTemplate: isTemplate, status: status)
    guard isFinal else { return id }
    if cache.isEmpty { cache = Array(repeating: CacheSlot(), count: cacheMask + 1) }
    cache[Int(truncatingIfNeeded: hash) & cacheMask] = CacheSlot(hash: hash, id: id)
    return id
  }

  /// The id, and whether the path will always have it.
  private mutating func slowID(
    method: Bytes, path: Bytes, isTemplate: Bool, status: Int
  ) -> (id: Int, isFinal: Bool) {
    key.removeAll(keepingCapacity: true)
    if !path.isEmpty { HTTPMethod.append(method, to: &key) }
    let methodLength = key.count
    key.append(UInt8(ascii: " "))
    var isGiven = isTemplate
    if isTemplate {
      key.append(contentsOf: path.prefix(RouteTemplater.limit))
    } else if path.isEmpty {
      key.append(contentsOf: "(no request)".utf8)
      isGiven = true
    } else if let template = rules.template(of: path) {
      key.append(contentsOf: template)
      isGiven = true
    } else {
      learner.append(templater.template(of: path), to: &key)
    }
    if let known = knownID() { return (known, true) }
    let isFound = isGiven || status != 404
    if !isFound, missing >= EndpointTable.missingLimit {
      key.removeLast(key.count - methodLength - 1)
      key.append(contentsOf: "(not found)".utf8)
      let id = knownID() ?? add(methodLength, isGiven: true, isFound: true)
      return (id, false)
    }
    let id = add(methodLength, isGiven: isGiven, isFound: isFound)
    if id > 0, !isFound { missing += 1 }
    if id > 0, isFound, !isGiven { learn(from: id) }
    return (entries[id].successor ?? id, id > 0 || isFull)
  }

  /// The id of the name in `key`.
  private func knownID() -> Int? {
    let hash = key.withUnsafeBytes { FingerprintHash.of($0, seed: seed) }
    var place = Int(truncatingIfNeeded: hash) & (places.count - 1)
    while places[place] != 0 {
      let id = Int(places[place])
      if entries[id].hash == hash && entries[id].key == key { return id }
      place = (place + 1) & (places.count - 1)
    }
    return nil
  }

  /// Gives the name in `key` an id; 0 when the table is full.
  private mutating func add(_ methodLength: Int, isGiven: Bool, isFound: Bool) -> Int {
    let live = names.count - retired.count - free.count
    let hasID = !free.isEmpty || names.count < capacity * EndpointTable.mostRetired
    // Past the capacity the places would fill up, and a search for a free one would not end.
    guard live < capacity, hasID else {
      if isFull { return 0 }
      if let position = learner.mostCrowded(atLeast: EndpointTable.crowdedWhenFull) {
        relearn(position)
      } else {
        isFull = true
      }
      return 0
    }
    var entry = Entry(key: key, methodLength: methodLength, isGiven: isGiven, isFound: isFound)
    entry.hash = key.withUnsafeBytes { FingerprintHash.of($0, seed: seed) }
    let id = free.popLast() ?? names.count
    if id == names.count {
      names.append(.other)
      entries.append(entry)
    } else {
      entries[id] = entry
    }
    names[id] = EndpointTable.name(entry)
    place(id)
    return id
  }

  private mutating func place(_ id: Int) {
    var place = Int(truncatingIfNeeded: entries[id].hash) & (places.count - 1)
    while places[place] != 0 { place = (place + 1) & (places.count - 1) }
    places[place] = Int32(truncatingIfNeeded: id)
  }

  private static func name(_ entry: Entry) -> EndpointName {
    entry.key.withUnsafeBytes { bytes in
      EndpointName(
        method: DisplayText(Bytes(rebasing: bytes[..<entry.methodLength])),
        route: DisplayText(Bytes(rebasing: bytes[(entry.methodLength + 1)...])))
    }
  }
}

extension EndpointTable {
  private mutating func learn(from id: Int) {
    let entry = entries[id]
    guard !entry.isGiven else { return }
    let crowded = entry.key.withUnsafeBytes {
      learner.note(Bytes(rebasing: $0[(entry.methodLength + 1)...]))
    }
    if let crowded { relearn(crowded) }
  }

  /// Makes a position a parameter and lets one id take over from all that become alike by it.
  private mutating func relearn(_ position: UInt64) {
    let open = entries.indices.dropFirst().filter {
      !entries[$0].isGiven && entries[$0].successor == nil && !entries[$0].key.isEmpty
    }
    learner.learn(
      position, routes: open.map { Array(entries[$0].key[(entries[$0].methodLength + 1)...]) })
    isFull = false
    places = Array(repeating: 0, count: places.count)
    cache.removeAll(keepingCapacity: true)
    for id in entries.indices.dropFirst()
    where entries[id].successor == nil && entries[id].isGiven && !entries[id].key.isEmpty {
      place(id)
    }
    for id in open { settle(id) }
  }

  /// Gives an id its new name, or lets the id that has that name take over.
  private mutating func settle(_ id: Int) {
    let entry = entries[id]
    key = Array(entry.key[...entry.methodLength])
    entry.key.withUnsafeBytes {
      learner.append(Bytes(rebasing: $0[(entry.methodLength + 1)...]), to: &key)
    }
    if let successor = knownID() {
      entries[id].successor = successor
      names[id] = names[successor]
      successions.append((id, successor))
      retired.append(id)
      if !entry.isFound { missing -= 1 }
      return
    }
    entries[id].key = key
    entries[id].hash = key.withUnsafeBytes { FingerprintHash.of($0, seed: seed) }
    names[id] = EndpointTable.name(entries[id])
    place(id)
  }
}
