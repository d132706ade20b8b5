#if canImport(Glibc)
  import Glibc
#endif

/// Small integer ids for endpoints: method and target in, id of method and route template out.
///
///     (method, target) ─hash─▶ cache ──hit──────────────────────────▶ id
///                                └─miss─▶ template ─▶ table of names ─▶ id
///
/// Id 0 is "(other)"; it takes what comes when the table is full. Memory is fixed by the capacity,
/// whatever is requested. Cost of a hit: a hash over method and path; nothing is allocated.
package struct EndpointTable {
  private struct CacheSlot {
    /// Seeded hash of method and path; 0 when the slot is free.
    var hash: UInt64 = 0
    var id = 0
  }

  private let capacity: Int
  /// Ours alone, so that nobody can make up paths that share a hash.
  private let seed: UInt64
  private var cache: [CacheSlot] = []
  private let cacheMask: Int
  /// Ids by hash of the name, 0 for a free place; open addressing, at most half full.
  private var places: [Int32]
  private var hashes: [UInt64] = [0]
  private var nameBytes: [[UInt8]] = [[]]
  private var names = [EndpointName.other]
  private var templater = RouteTemplater()
  private var key: [UInt8] = []

  /// A table of at most `capacity` ids, "(other)" included.
  package init(capacity: Int = 1000, seed: UInt64 = .random(in: 1 ... .max)) {
    self.capacity = min(max(capacity, 1), 1 << 20)
    self.seed = seed
    var cacheSize = 1024
    while cacheSize < 65_536, cacheSize < self.capacity * 64 { cacheSize *= 2 }
    cacheMask = cacheSize - 1
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
  /// - Returns: 0 for "(other)", else a number below `count`.
  package mutating func id(method: Bytes, target: Bytes, route: Bytes) -> Int {
    let isTemplate = !route.isEmpty
    let path = isTemplate ? route : EndpointTable.withoutQuery(target)
    let pathHash = FingerprintHash.of(path, seed: isTemplate ? ~seed : seed)
    let hash = FingerprintHash.of(method, seed: pathHash)
    let slot = Int(truncatingIfNeeded: hash) & cacheMask
    if !cache.isEmpty, cache[slot].hash == hash { return cache[slot].id }
    let id = slowID(method: method, path: path, isTemplate: isTemplate)
    if cache.isEmpty { cache = Array(repeating: CacheSlot(), count: cacheMask + 1) }
    cache[slot] = CacheSlot(hash: hash, id: id)
    return id
  }

  @inline(__always)
  private static func withoutQuery(_ target: Bytes) -> Bytes {
    guard let base = target.baseAddress,
      let mark = memchr(base, Int32(UInt8(ascii: "?")), target.count)
    else { return target }
    return Bytes(start: base, count: UnsafeRawPointer(mark) - base)
  }

  @inline(never)
  private mutating func slowID(method: Bytes, path: Bytes, isTemplate: Bool) -> Int {
    key.removeAll(keepingCapacity: true)
    if !path.isEmpty { HTTPMethod.append(method, to: &key) }
    let methodLength = key.count
    key.append(UInt8(ascii: " "))
    if isTemplate {
      key.append(contentsOf: path.prefix(RouteTemplater.limit))
    } else if path.isEmpty {
      key.append(contentsOf: "(no request)".utf8)
    } else {
      key.append(contentsOf: templater.template(of: path))
    }
    let hash = key.withUnsafeBytes { FingerprintHash.of($0, seed: seed) }
    var place = Int(truncatingIfNeeded: hash) & (places.count - 1)
    while places[place] != 0 {
      let id = Int(places[place])
      if hashes[id] == hash && nameBytes[id] == key { return id }
      place = (place + 1) & (places.count - 1)
    }
    guard names.count < capacity else { return 0 }
    return enter(hash, at: place, methodLength: methodLength)
  }

  private mutating func enter(_ hash: UInt64, at place: Int, methodLength: Int) -> Int {
    let id = names.count
    places[place] = Int32(truncatingIfNeeded: id)
    hashes.append(hash)
    nameBytes.append(Array(key))
    names.append(
      key.withUnsafeBytes { bytes in
        EndpointName(
          method: DisplayText(Bytes(rebasing: bytes[..<methodLength])),
          route: DisplayText(Bytes(rebasing: bytes[(methodLength + 1)...])))
      })
    return id
  }
}
