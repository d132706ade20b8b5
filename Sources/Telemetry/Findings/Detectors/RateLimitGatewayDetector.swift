/// Rate limits that count a gateway instead of its users: all 429s carry one private address.
struct RateLimitGatewayDetector: Detector {
  let kinds = [FindingKind.rateLimitGateway]

  /// Answers 429 of the window below which nothing is told.
  private static let fewestRefusals: UInt64 = 5
  /// Share of the 429s (0...1) that must have gone to one address.
  private static let leastShare = 0.8

  func findings(in scene: Scene) -> [Finding] {
    let all = scene.refusals.filter { $0.status == 429 }
    let refused = scene.history.refusals(ofOneViewAmong: all)?.rows ?? []
    let total = refused.reduce(0) { $0 + $1.count }
    guard total >= Self.fewestRefusals else { return [] }
    var byClient: [DisplayText: UInt64] = [:]
    for row in refused where !row.client.string.isEmpty {
      byClient[row.client, default: 0] += row.count
    }
    guard let most = byClient.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      Double(most.value) >= Self.leastShare * Double(total), Self.isPrivate(most.key.string)
    else { return [] }
    let last = refused.filter { $0.client == most.key }.max { $0.last < $1.last }
    let endpoints = Set(refused.map(\.endpoint)).sorted().map(\.description)
    return [
      Finding(
        .rateLimitGateway, .high, of: .service,
        summary: DisplayText(
          "Rate limiting counts the gateway: \(Phrase.count(Double(most.value))) of "
            + "\(Phrase.count(Double(total))) answers 429 went to the private address \(most.key)")
      )
      .showing(
        "share of the 429s with one address", value: Double(most.value) / Double(total),
        threshold: Self.leastShare, in: .share, source: last?.source, line: last?.line ?? 0,
        range: scene.range
      )
      .showing("endpoints: \(Phrase.list(endpoints))")
      .advising(
        "Count users, not \(most.key): take the client from X-Forwarded-For for as many proxies as "
          + "there are (trust proxy, --forwarded-allow-ips, real_ip), or limit by user or key."
      )
      .since(nil, likely: "that many users stand behind the address is not told")
    ]
  }

  /// Whether an address is of a private network (RFC 1918, RFC 4193), link-local or loopback.
  static func isPrivate(_ text: String) -> Bool {
    let parts = text.split(separator: ".").map { Int($0) }
    if parts.count == 4, let first = parts[0], let second = parts[1] {
      return first == 10 || first == 127 || (first == 172 && (16...31).contains(second))
        || (first == 192 && second == 168) || (first == 169 && second == 254)
        || (first == 100 && (64...127).contains(second))
    }
    let lower = text.lowercased()
    return lower == "::1" || lower.hasPrefix("fc") && lower.contains(":")
      || lower.hasPrefix("fd") && lower.contains(":") || lower.hasPrefix("fe80:")
  }
}
