/// A duration as a number under a key.
struct PlainDuration {
  var value = Double.nan
  /// Digits after the point; negative where there is an exponent.
  var decimals = 0
  /// What the key tells of the unit.
  var rule = UnitRule.stated
  /// Seconds per unit, where the key has one to begin with; else 0.
  var unit = 0.0
  /// The place of the key in `PlainUnits`; 0 where it has none.
  var place: UInt8 = 0

  /// Whether it has no point and no exponent.
  var isWhole: Bool { decimals == 0 }
}

/// The keys of a source under which durations stand as numbers, with the unit of each.
///
/// A number by itself would be seconds where it has a fraction and milliseconds where it has none.
/// So the first values under a key that names no unit decide for all lines: those that the format
/// was found out by, else the first that are read. Several programs may write into one log: lines of
/// one logger are judged by themselves where there are enough of them, else as most lines are.
struct PlainUnits: Sendable {
  /// What is known of the lines of one logger.
  private struct Guess: Sendable {
    let writer: WriterTraits
    var tally = UnitTally()
    /// Seconds per unit; 0 until there are enough values.
    var unit = 0.0
    /// Whether more values change nothing.
    var isDone = false
    /// Values of the first lines, which are read once more.
    var toSkip = 0
  }

  /// The unit of a key in the lines of a logger for which it is known for good; place 0 is none.
  private struct Settled: Sendable {
    var place: UInt8 = 0
    var writer = WriterTraits()
    var unit = 0.0
  }

  private struct Key: Sendable {
    let name: [UInt8]
    let rule: UnitRule
    /// Seconds per unit that the key has to begin with.
    let unit: Double
    var guesses: [Guess] = []
    /// Whether a number under it was a duration in the unit that the key states.
    var isUsed = false
    /// Whether the logger of such a line counts milliseconds whatever the key is.
    var isOfWriter = false
  }

  /// Keys, and loggers, that are kept apart; the numbers of others are read one by one.
  private static let (mostKeys, mostWriters) = (12, 6)
  private static let longestKey = 64
  /// Values that decide for good: in the lines a format is found out by, and where there were fewer.
  private static let (enoughAtFirst, enoughLater) = (8, 20)
  /// No time is longer, in seconds: larger numbers are something else.
  private static let longest = 604_800.0

  private var keys: [Key] = []
  /// The last that became known: nearly all lines of a log are alike.
  private var settled = Settled()

  /// The place of a key; 0 when there are too many.
  mutating func place(of key: Bytes, _ meaning: FieldMeaning) -> UInt8 {
    for index in keys.indices where keys[index].name.count == key.count {
      if key.elementsEqual(keys[index].name) { return UInt8(index + 1) }
    }
    guard keys.count < Self.mostKeys, key.count <= Self.longestKey else { return 0 }
    keys.append(Key(name: Array(key), rule: meaning.unitRule, unit: meaning.unit))
    return UInt8(keys.count)
  }

  /// Seconds of a number whose key leaves the unit open; NaN when it cannot be a duration.
  @inline(__always)
  func seconds(of number: PlainDuration, by writer: WriterTraits) -> Double {
    if isSettled(number, writer) {
      let seconds = number.value * settled.unit
      return seconds <= Self.longest ? seconds : .nan
    }
    return unsettledSeconds(of: number, by: writer)
  }

  @inline(__always)
  private func isSettled(_ number: PlainDuration, _ writer: WriterTraits) -> Bool {
    number.place > 0 && number.place == settled.place && writer == settled.writer
  }

  @inline(never)
  private func unsettledSeconds(of number: PlainDuration, by writer: WriterTraits) -> Double {
    if number.rule == .open, writer.countsMilliseconds {
      return writer.seconds(ofPlain: number.value, isWhole: number.isWhole)
    }
    let unit = number.place == 0 ? 0 : unit(at: Int(number.place) - 1, writer)
    if unit > 0 {
      let seconds = number.value * unit
      return seconds <= Self.longest ? seconds : .nan
    }
    return number.rule == .open
      ? writer.seconds(ofPlain: number.value, isWhole: number.isWhole) : number.value * number.unit
  }

  /// Seconds per unit under a key; 0 while too little is known of it.
  private func unit(at index: Int, _ writer: WriterTraits) -> Double {
    for guess in keys[index].guesses where guess.writer == writer && guess.unit > 0 {
      return guess.unit
    }
    return unitOfMost(at: index)
  }

  /// That of the logger with the most lines.
  @inline(never)
  private func unitOfMost(at index: Int) -> Double {
    let most = keys[index].guesses.max { $0.tally.count < $1.tally.count }
    guard let most, most.tally.count > 1 else { return 0 }
    return most.unit > 0 ? most.unit : most.tally.unit(keys[index].rule)
  }

  /// Notes a number that was the duration of something countable.
  @inline(__always)
  mutating func note(_ number: PlainDuration, isTask: Bool, by writer: WriterTraits) {
    guard number.place > 0, !isSettled(number, writer) else { return }
    let index = Int(number.place) - 1
    if number.rule == .stated {
      if !keys[index].isUsed { keys[index].isUsed = true }
    } else {
      learn(number, at: index, isTask: isTask, by: writer)
    }
  }

  @inline(never)
  private mutating func learn(
    _ number: PlainDuration, at index: Int, isTask: Bool, by writer: WriterTraits
  ) {
    if number.rule == .open, writer.countsMilliseconds {
      if !keys[index].isOfWriter { keys[index].isOfWriter = true }
      return
    }
    guard let own = place(of: writer, at: index) else { return }
    var guess = keys[index].guesses[own]
    if guess.isDone { return settle(guess, at: index) }
    if guess.toSkip > 0 {
      keys[index].guesses[own].toSkip -= 1
      return
    }
    guess.tally.note(number, isTask: isTask, isGo: writer.isGo)
    if guess.unit == 0, guess.tally.count >= Self.enoughLater {
      guess.unit = guess.tally.unit(keys[index].rule)
    }
    guess.isDone = guess.tally.count >= UnitTally.most
    keys[index].guesses[own] = guess
    if guess.isDone { settle(guess, at: index) }
  }

  private mutating func settle(_ guess: Guess, at index: Int) {
    guard guess.unit > 0 else { return }
    settled = Settled(place: UInt8(index + 1), writer: guess.writer, unit: guess.unit)
  }

  private mutating func place(of writer: WriterTraits, at index: Int) -> Int? {
    if let known = keys[index].guesses.firstIndex(where: { $0.writer == writer }) { return known }
    guard keys[index].guesses.count < Self.mostWriters else { return nil }
    keys[index].guesses.append(Guess(writer: writer))
    return keys[index].guesses.count - 1
  }

  /// Takes over what was learned from the first lines of a source; from now on it is so.
  mutating func take(_ learned: PlainUnits) {
    keys = learned.keys
    settled = Settled()
    for index in keys.indices {
      let rule = keys[index].rule
      for own in keys[index].guesses.indices {
        var guess = keys[index].guesses[own]
        guess.isDone = guess.tally.count >= Self.enoughAtFirst
        guess.unit = guess.isDone ? guess.tally.unit(rule) : 0
        guess.toSkip = guess.isDone ? 0 : guess.tally.count
        keys[index].guesses[own] = guess
      }
    }
  }

  /// The units of all keys under which durations were found.
  var found: [LatencyUnit] { keys.indices.flatMap { found(at: $0) } }

  private func found(at index: Int) -> [LatencyUnit] {
    let key = keys[index]
    let name = key.name.withUnsafeBytes { DisplayText($0) }
    var rows: [LatencyUnit] = []
    if key.isUsed { rows.append(LatencyUnit(key: name, secondsPerUnit: key.unit, origin: .key)) }
    if key.isOfWriter { rows.append(LatencyUnit(key: name, secondsPerUnit: 1e-3, origin: .writer)) }
    var values: [(unit: Double, count: Int)] = []
    for guess in key.guesses {
      let settled = unit(at: index, guess.writer)
      let unit = settled > 0 ? settled : guess.tally.unit(key.rule)
      if let known = values.firstIndex(where: { $0.unit == unit }) {
        values[known].count += guess.tally.count
      } else {
        values.append((unit, guess.tally.count))
      }
    }
    return rows
      + values.map {
        LatencyUnit(key: name, secondsPerUnit: $0.unit, origin: .guess(values: $0.count))
      }
  }
}
