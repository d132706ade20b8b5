/// The numbers that some lines of an access log end in, and whether they look like times of requests.
///
/// What else servers append has a mark that times lack:
///
/// | number | mark |
/// |---|---|
/// | a port, a status, a worker's process | few different ones, or all close together but for two gaps |
/// | a client's port, one of many processes | up to 65,535, and half of them not far below the largest |
/// | a connection, a process of its own | it rises from line to line |
/// | the requests of a connection | most are one more than one before, few are one less |
/// | bytes sent, a body before it was packed | the bytes of the answer and a bit, or it rises with these |
/// | the ratio of a compression | none is over 100 |
/// | the length of a request, or of its body | see `mayBeLengths` |
///
/// Lengths of requests are told from times of fast services by who wrote the line and who asked:
/// nginx, which has lengths by themselves, writes a 0 where Apache's `%b` is a dash; and a health check
/// is the same request each time, which has the same length but hardly ever takes the same time.
///
/// What may be one of these as well as a time is taken for no time: one that is missing is seen to be
/// missing, a wrong one is believed.
/// Sources: https://nginx.org/en/docs/http/ngx_http_log_module.html#var_request_length,
/// https://httpd.apache.org/docs/current/mod/mod_log_config.html#formats
struct NumberColumn {
  /// The longest time is at least so many times the shortest one; ports lie closer.
  private static let leastSpread = 10
  /// From here on numbers of times seldom come again.
  private static let seldom = 100
  /// How large the largest of many ports or processes is.
  private static let highest = 16_384...65_535
  /// What is sent beside the bytes of a body at most, but for what parts it.
  private static let mostHeaders = 4096
  /// The longest request without a body that servers take as they are set up.
  private static let longestHead = 8192
  /// The shortest one before HTTP/1.0, and in HTTP/2, whose headers are packed.
  private static let shortestPacked = 10
  /// `Host: a` and a line end.
  private static let shortestHost = 9
  /// Who sends the same request again and again.
  private static let checkers: [StaticString] = [
    "\"kube-probe/", "\"ELB-HealthChecker/", "\"GoogleHC/", "\"Consul Health Check\"",
    "\"Prometheus/",
  ]

  private var numbers: [Int] = []
  /// Bytes of the answers; negative where a line does not say.
  private var bodies: [Int] = []
  /// Requests without a body; those of them whose number is over the longest, and under the shortest
  /// that they can be.
  private var heads = 0
  private var tooLong = 0
  private var tooShort = 0
  /// Whether a line has a dash for no bytes.
  private var hasDash = false
  /// The last number of each health check; how often one came again, and with another number.
  private var checks: [UInt64: Int] = [:]
  private var repeated = 0
  private var changed = 0

  /// Adds the number that the line of a request ends in.
  mutating func add(_ number: Int, of record: UnsafePointer<LogRecord>, in line: Bytes) {
    numbers.append(number)
    bodies.append(Int(record.pointee.bytesSent))
    let tail = record.pointee.agent
    if line.count > tail.count, line[line.count &- tail.count &- 1] == UInt8(ascii: "-") {
      hasDash = true
    }
    note(number, ofCheckBy: tail, record)
    let method = record.pointee.method
    guard method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS") else { return }
    heads += 1
    var shortest = Self.shortestPacked
    if line.find(" HTTP/1.") != nil {
      shortest = Self.shortestHead(of: record)
      // A request of HTTP/1.1 names a host, else it is a bad one.
      if record.pointee.status != 400, line.find(" HTTP/1.1\"") != nil {
        shortest += Self.shortestHost
      }
    }
    if number > Self.longestHead { tooLong += 1 }
    if number < shortest { tooShort += 1 }
  }

  /// Whether the numbers differ as times do, and are nothing else for sure.
  var lookLikeTimes: Bool {
    let sorted = numbers.sorted()
    guard let least = sorted.first, let most = sorted.last, most > 100,
      most / Self.leastSpread >= max(1, least)
    else { return false }
    return Self.differ(sorted) && !Self.mayBePorts(sorted) && !rise && !countUp && !areSizes
      && !mayBeLengths
  }

  /// Notes a number of a request that is the same each time.
  private mutating func note(
    _ number: Int, ofCheckBy tail: Bytes, _ record: UnsafePointer<LogRecord>
  ) {
    guard Self.checkers.contains(where: { tail.find($0) != nil }) else { return }
    let check =
      ByteHash.of(record.pointee.target) ^ ByteHash.of(record.pointee.client)
      &+ ByteHash.of(record.pointee.method)
    if let last = checks.updateValue(number, forKey: check) {
      repeated += 1
      if last != number { changed += 1 }
    }
  }

  /// Bytes of `GET /a HTTP/1.1`, its line ends, and of the fields whose values the line shows.
  private static func shortestHead(of record: UnsafePointer<LogRecord>) -> Int {
    var bytes = record.pointee.method.count + record.pointee.target.count + 14
    var scanner = ByteScanner(record.pointee.agent)
    for name: StaticString in ["Referer", "User-Agent"] {
      scanner.skipBlanks()
      guard let value = scanner.quoted() else { break }
      // A name, `: `, a value and a line end.
      if !value.equals("-") { bytes += name.utf8CodeUnitCount + 4 + value.count }
    }
    return bytes
  }

  /// Whether few numbers come again, and they are more than three clusters.
  private static func differ(_ sorted: [Int]) -> Bool {
    let large = sorted.filter { $0 >= seldom }
    guard Set(sorted).count * 2 >= sorted.count,
      large.count * 4 <= sorted.count || Set(large).count * 4 >= large.count * 3
    else { return false }
    let steps = zip(sorted, sorted.dropFirst()).map { Double(max(1, $1)) / Double(max(1, $0)) }
    return steps.sorted().dropLast(2).reduce(1, *) >= 1.25
  }

  private static func mayBePorts(_ sorted: [Int]) -> Bool {
    guard let most = sorted.last, highest ~= most else { return false }
    return sorted[sorted.count / 2] * 4 >= most
  }

  private var rise: Bool {
    // A connection that is kept open comes again and again.
    var seen: Set<Int> = []
    let first = numbers.filter { seen.insert($0).inserted }
    return Self.agreement(of: Array(first.indices), and: first) >= 0.8
  }

  private var countUp: Bool {
    var (up, down) = (0, 0)
    for (place, number) in numbers.enumerated() {
      if numbers[..<place].contains(number - 1) { up += 1 }
      if numbers[..<place].contains(number + 1) { down += 1 }
    }
    return up * 2 >= numbers.count && down * 2 < up
  }

  private var areSizes: Bool {
    var (near, same) = (0, 0)
    var seen: Set<Int> = []
    var first: (bodies: [Int], numbers: [Int]) = ([], [])
    for (number, body) in zip(numbers, bodies) where body >= 0 {
      if number >= body, number - body < Self.mostHeaders + body / 16 { near += 1 }
      // What has no body may well take no time.
      if number == body, body >= 100 { same += 1 }
      guard seen.insert(body).inserted else { continue }
      first.bodies.append(body)
      first.numbers.append(number)
    }
    let risesWithThem =
      seen.count >= 10 && Self.agreement(of: first.bodies, and: first.numbers) >= 0.85
    return near * 10 >= numbers.count * 9 || same >= 3 || risesWithThem
  }

  /// Whether they may be the bytes of requests, of which a few have a large body.
  ///
  /// Those without a body are hardly ever long, and never shorter than what the line shows of them.
  /// Where nearly all have one, most of the bodies are small.
  private var mayBeLengths: Bool {
    if tooShort >= 2 || hasDash { return false }
    if changed >= 3, changed * 4 >= repeated * 3 { return false }
    if heads * 4 >= numbers.count { return tooLong < 2 || tooLong * 4 < heads }
    return numbers.count { $0 > Self.longestHead } * 2 < numbers.count
  }

  /// Which share of the pairs that differ in both values differ the same way; 0 where there are none.
  private static func agreement(of first: [Int], and second: [Int]) -> Double {
    var (pairs, alike) = (0, 0)
    for later in first.indices {
      for earlier in 0..<later
      where first[earlier] != first[later] && second[earlier] != second[later] {
        pairs += 1
        if (first[earlier] < first[later]) == (second[earlier] < second[later]) { alike += 1 }
      }
    }
    return pairs > 0 ? Double(alike) / Double(pairs) : 0
  }
}
