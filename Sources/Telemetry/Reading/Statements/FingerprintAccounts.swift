/// What a statement has said of users, as far as a password may follow.
enum SQLAccounts: UInt8 {
  case none
  /// It began with `create`, `alter` or `grant`.
  case mentioned
  /// It said `identified`, so that a password follows `by`.
  case identified
}

/// Passwords, which statements about users may give as a name or without any quotes.
///
///     CREATE USER bob IDENTIFIED BY "S3cret"            create user bob identified by ?
///     ALTER USER bob IDENTIFIED BY tiger REPLACE cat    alter user bob identified by ? replace ?
///     CREATE LOGIN bob WITH PASSWORD = [S3cret]         create login bob with password = ?
///     CONNECT scott/tiger@db                            connect ?
///
/// In statements about tables, and in queries, `password` is a name like others.
extension FingerprintScan {
  /// `create`, `connect`, `identified`, `replace` or `password`: names as well.
  mutating func account(_ found: SQLRole, before: Int, start: Int) {
    if role.mayLabel || namesAreLabels { return label(before: before, start: start) }
    switch found {
    case .account:
      if beginsStatement { accounts = .mentioned }
      wrote(.name)
    case .identified:
      // As a column it stands behind a keyword or a comma.
      if isAfterOperand { accounts = .identified }
      wrote(.name)
    case .replace where accounts == .identified: wrote(.keyword, .secret)
    case .password:
      // MySQL's function of that name stands in any statement; a table may have it too.
      let isCall = peek(0) == UInt8(ascii: "(") && !isAfterTarget && role != .source
      wrote(.name, isCall || accounts != .none ? .password : .name)
    case .connect where beginsStatement:
      wrote(.keyword)
      maskAccount()
    default: wrote(.name)
    }
  }

  /// A word behind `password` or `identified by`.
  mutating func secret(_ word: Bytes, before: Int) {
    if role == .password, FingerprintScan.isPasswordOption(word) {
      wrote(.name)
    } else {
      maskSecret(from: before)
    }
  }

  /// A word of SQL behind `identified by`: may well be the password.
  mutating func secretKeyword(_ found: SQLRole, before: Int) {
    // `by password 'x'` and `by values 'x'` hold a hash.
    if found == .password || found == .values {
      wrote(.keyword, .secret)
    } else {
      maskSecret(from: before)
    }
  }

  /// Masks the word just read and what follows it without a space: a password may hold any sign.
  private mutating func maskSecret(from before: Int) {
    while position < end, kinds[Int(input[position])] != .space {
      let byte = input[position]
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: ")") {
        break
      }
      position &+= 1
    }
    count = before
    literal()
  }

  /// Masks all that follows `connect` in its statement: `scott/tiger@db as sysdba`.
  private mutating func maskAccount() {
    var place = position
    while place < end, kinds[Int(input[place])] == .space { place &+= 1 }
    guard place < end, input[place] != UInt8(ascii: ";"), !isBy(at: place) else { return }
    var quote: UInt8 = 0
    while place < end {
      let byte = input[place]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ";") {
        break
      }
      place &+= 1
    }
    position = place
    literal()
  }

  /// Whether `by` stands there: `connect by` is a clause of a query whose start is missing.
  private func isBy(at place: Int) -> Bool {
    place &+ 1 < end && input[place] | 0x20 == UInt8(ascii: "b")
      && input[place &+ 1] | 0x20 == UInt8(ascii: "y")
      && (place &+ 2 == end || !isWordByte(input[place &+ 2]))
  }

  /// Words between `password` and something else than a password.
  private static func isPasswordOption(_ word: Bytes) -> Bool {
    let words: [StaticString] = ["expire", "history", "reuse", "require"]
    return words.contains { word.equals($0) }
  }
}
