/// When a slot was.
struct SlotTime {
  var start: Timestamp
  /// How long it is.
  var seconds: Int64

  var middle: Timestamp { start + Double(seconds) / 2 }

  /// The column it is in, of those of a width, counted from the epoch.
  func column(ofSeconds width: Int64) -> Int64 {
    Int64((start.seconds / Double(width)).rounded(.down))
  }
}
