import Telemetry

/// Look-ups in caches in words.
enum LookupText {
  /// `3.2 look-ups a request, hit rate 41 %, by id`; `~` marks what times alone tell.
  static func line(_ row: LookupRow) -> String {
    let mark = row.link == .time ? "~" : ""
    let count = Units.fixed(row.perRequest, row.perRequest < 9.95 ? 1 : 0)
    return "\(mark)\(count) look-ups a request, hit rate \(mark)\(Units.wholePercent(row.hitRate))"
      + ", \(tie(row.link))"
  }

  /// How look-ups are known to belong to an endpoint.
  static func tie(_ link: LookupRow.Link) -> String {
    switch link {
    case .time: "by time"
    case .id: "by id"
    case .line: "on its own lines"
    }
  }

  /// The word for the same in JSON.
  static func name(_ link: LookupRow.Link) -> String {
    switch link {
    case .time: "time"
    case .id: "id"
    case .line: "line"
    }
  }
}
