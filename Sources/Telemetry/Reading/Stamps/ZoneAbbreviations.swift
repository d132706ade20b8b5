/// Offsets of the time zone abbreviations that log files use.
///
/// An abbreviation shared by several zones means the most populous one: IST is India, CST and EST
/// are North America, BST is Britain.
enum ZoneAbbreviations {
  /// Seconds east of Greenwich, or `nil` for an abbreviation that is not known.
  static func offset(of name: Bytes) -> Int? {
    guard name.count >= 1, name.count <= 5 else { return nil }
    var key: UInt64 = 0
    for byte in name {
      guard byte.isUpper else { return nil }
      key = key << 8 | UInt64(byte)
    }
    return table[key].map { $0 * 60 }
  }

  private static let table: [UInt64: Int] = {
    var table: [UInt64: Int] = [:]
    for (names, minutes) in groups {
      for name in names.split(separator: " ") {
        table[name.utf8.reduce(0) { $0 << 8 | UInt64($1) }] = minutes
      }
    }
    return table
  }()

  private static let groups: [(names: String, minutes: Int)] = [
    ("UTC GMT Z WET UCT", 0), ("CET BST WEST WAT MEZ", 60), ("CEST EET CAT SAST MESZ", 120),
    ("EEST MSK EAT TRT", 180), ("GST SAMT", 240), ("PKT YEKT UZT", 300), ("IST", 330),
    ("NPT", 345), ("BDT ALMT OMST", 360), ("MMT", 390), ("ICT WIB NOVT", 420),
    ("HKT SGT PHT AWST WITA MYT", 480), ("JST KST WIT", 540), ("ACST", 570), ("ACDT", 630),
    ("AEST VLAT", 600), ("AEDT", 660), ("NZST", 720), ("NZDT", 780), ("AZOT", -60),
    ("BRT ART UYT", -180), ("NST", -210), ("NDT", -150), ("AST", -240), ("ADT", -180),
    ("EST COT PET", -300), ("EDT", -240), ("CST", -360), ("CDT", -300), ("MST", -420),
    ("MDT", -360), ("PST", -480), ("PDT", -420), ("AKST", -540), ("AKDT", -480), ("HST", -600),
  ]
}
