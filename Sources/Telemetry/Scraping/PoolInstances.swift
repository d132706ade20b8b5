/// Pools that several instances of a service have under one name, on one page.
///
/// A gateway, a collector or a federated page holds what several instances say, and each of them has
/// pools of its own: `web-1/main` and `web-2/main`. The processes of one instance (`pid`, `worker`)
/// share its work, so that their pools are added up.
///
/// A bouncer has a pool for each user of a database and tells the limit of the database alone. They
/// are told apart together, so that a pool that one bouncer alone has finds its limit.
struct PoolInstances {
  /// Labels that tell instances apart, by place in `labels`, by group.
  typealias Telling = [String: [Int]]

  /// Labels that may tell instances apart, those that tell the most to a reader first.
  static let labels = [
    "application", "app", "service", "service_name", "job", "pod", "pod_name", "instance", "target",
    "hostname", "host", "server", "node", "container", "namespace", "scrape_uri",
  ]

  /// What is told of a pool.
  static let signals: Set<Signal> = [
    .poolInUse, .poolIdle, .poolLimit, .poolLeastLimit, .poolWaiting, .poolTimeouts,
    .poolWaitSeconds, .poolAcquired,
  ]

  /// A pool of one instance.
  struct Pool: Hashable {
    var name: String
    /// What its limit is told of: its database, else the pool itself.
    var group: String
    /// By number.
    var instance: Int
  }

  /// One series of a pool.
  struct Series {
    /// By number in the plan.
    var signal: Int
    var slot: Int32
    var pool: Pool
  }

  var series: [Series] = []
  /// By number: the values of `labels`; empty where the series do not have one.
  private var instances: [[String]] = []
  private var numbers: [UInt64: Int] = [:]

  /// The number of an instance that a series was of before, by a hash of its values.
  func number(of key: UInt64) -> Int? { numbers[key] }

  /// Numbers an instance.
  mutating func add(_ values: [String], key: UInt64) -> Int {
    instances.append(values)
    numbers[key] = instances.count - 1
    return instances.count - 1
  }

  /// What a pool is called among those of the other instances.
  func name(of pool: Pool, by telling: Telling) -> String {
    PoolInstances.joined(instance(of: pool, by: telling), pool.name)
  }

  /// Whose a pool is, which is called `name` among those of the other instances.
  func identity(of pool: Pool, called name: DisplayText, by telling: Telling) -> PoolIdentity {
    var identity = PoolIdentity(name: name)
    var instance = instance(of: pool, by: telling)
    if pool.group != pool.name {
      var database = PoolInstances.joined(instance, pool.group)
      identity.database = NumberedLabels.shown(&database)
    }
    if !instance.isEmpty { identity.instance = NumberedLabels.shown(&instance) }
    return identity
  }

  /// What tells the instance of a pool from the others; empty where there are none.
  private func instance(of pool: Pool, by telling: Telling) -> String {
    (telling[pool.group] ?? []).map { instances[pool.instance][$0] }.filter { !$0.isEmpty }
      .joined(separator: "/")
  }

  private static func joined(_ instance: String, _ name: String) -> String {
    [instance, name].filter { !$0.isEmpty }.joined(separator: "/")
  }

  /// The labels by which the pools of one group have to be told apart.
  ///
  /// What told them apart before goes on to do so as long as it does: a pool must not change its name
  /// because another instance is down.
  func telling(after known: Telling) -> Telling {
    var told: [String: [Int: Set<Int>]] = [:]
    for one in series {
      told[one.pool.group, default: [:]][one.signal, default: []].insert(one.pool.instance)
    }
    var telling = known
    for (group, signals) in told {
      // One signal at a time: another family of the same pool may lack a label.
      let largest = signals.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }
      let most = Set((largest?.value ?? []).map { instances[$0] })
      let old = known[group] ?? []
      if Set(most.map { instance in old.map { instance[$0] } }).count < most.count {
        telling[group] = PoolInstances.places(apart: most)
      }
    }
    return telling
  }

  /// The one label that differs between all of the instances; all that differ where none does.
  private static func places(apart instances: Set<[String]>) -> [Int] {
    func values(_ place: Int) -> Int { Set(instances.map { $0[place] }).count }
    let differing = labels.indices.filter { values($0) > 1 }
    return differing.first { values($0) == instances.count }.map { [$0] } ?? differing
  }
}
