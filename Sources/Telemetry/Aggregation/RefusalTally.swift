/// Requests of one log that were turned away (429, 413) since the last batch, by endpoint and caller.
///
/// Memory: at most 64 callers; those that come later are counted without a name.
struct RefusalTally {
  private struct Key: Hashable {
    var status: Int
    var endpoint: Int
    var client: UInt64
  }

  private struct Entry {
    var client: DisplayText
    var count: UInt64 = 0
    var last: Timestamp
    var line: UInt64
  }

  private static let capacity = 64
  private var entries: [Key: Entry] = [:]

  /// Counts one refusal.
  @inline(never)
  mutating func add(status: Int, endpoint: Int, client: Bytes, time: Timestamp, line: UInt64) {
    var key = Key(
      status: status, endpoint: endpoint, client: client.isEmpty ? 0 : ByteHash.of(client))
    if entries[key] == nil, entries.count >= RefusalTally.capacity { key.client = 0 }
    var entry =
      entries[key]
      ?? Entry(
        client: key.client == 0 ? "" : DisplayText(client, limit: 64), last: time, line: line)
    entry.count += 1
    entry.last = max(entry.last, time)
    entry.line = line
    entries[key] = entry
  }

  /// What was counted, the most first; the tally starts anew.
  mutating func take(_ name: (Int) -> EndpointName) -> [RefusalDelta] {
    guard !entries.isEmpty else { return [] }
    let deltas = entries.map { key, entry in
      RefusalDelta(
        status: key.status, endpoint: name(key.endpoint), client: entry.client, count: entry.count,
        last: entry.last, line: entry.line)
    }
    entries = [:]
    return deltas.sorted { ($1.count, $0.endpoint, $0.client) < ($0.count, $1.endpoint, $1.client) }
  }
}
