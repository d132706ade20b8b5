/// What the strings at some place of a MongoDB command are.
///
///     pipeline: [
///       { $match: { city: "Rome" } },                                 a value
///       { $group: { _id: "$city", n: { $sum: 1 } } },                 the path of a field
///       { $lookup: { from: "carts", localField: "_id", as: "c" } }    names
///     ]
///
/// Source: https://www.mongodb.com/docs/manual/reference/operator/aggregation/lookup/
enum MongoStrings: UInt8 {
  /// Values, whatever they look like.
  case values
  /// Values, and paths that begin with a dollar sign.
  case paths
  /// A stage itself, of whose fields some name collections and fields; or its only string.
  case stage
  /// The name of a collection or of a field.
  case name

  /// What the strings are under a key of an object.
  ///
  /// `isCommand` says that the object is the command; `isList` that the key's value is an array.
  func below(_ key: Bytes, isCommand: Bool, isList: Bool) -> MongoStrings {
    if isCommand {
      let hasPaths =
        key.equals("pipeline") || key.equals("projection") || key.equals("fields")
        // An update that is a pipeline.
        || isList && (key.equals("u") || key.equals("update"))
      return hasPaths ? .paths : .values
    }
    if self == .values { return key.equals("$expr") ? .paths : .values }
    if Self.isOne(of: Self.filters, key) { return .values }
    switch self {
    case .paths where Self.isOne(of: Self.stages, key): return .stage
    case .stage where Self.isOne(of: Self.named, key): return .name
    default: return .paths
    }
  }

  /// What they are within an object or array that stands at the place.
  var inObject: MongoStrings {
    // `into: {db: "shop", coll: "carts"}`
    self == .name ? .stage : self
  }

  /// Whether a string is the name of something and no value.
  func keep(_ text: Bytes) -> Bool {
    switch self {
    case .values: false
    case .paths: Self.isPath(text)
    case .stage, .name: Self.isPath(text) || Self.isName(text)
    }
  }

  private static let longestName = 120

  /// `$city`, `$address.city`, `$$ROOT`: a hash of a password, `$2b$10$...`, is none.
  private static func isPath(_ text: Bytes) -> Bool {
    var start = 0
    while start < 2, start < text.count, text[start] == UInt8(ascii: "$") { start &+= 1 }
    return start > 0 && isName(text.from(start))
  }

  private static func isName(_ text: Bytes) -> Bool {
    guard let first = text.first, text.count <= longestName else { return false }
    return (first.isLetter || first == UInt8(ascii: "_"))
      && text.allSatisfy {
        $0.isWord || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
      }
  }

  /// Stages that name collections.
  private static let stages: [StaticString] = [
    "$lookup", "$graphLookup", "$merge", "$out", "$unionWith",
  ]

  /// Fields of these that hold a name.
  private static let named: [StaticString] = [
    "from", "into", "coll", "db", "localField", "foreignField", "connectFromField",
    "connectToField", "as", "depthField",
  ]

  /// Keys in a pipeline under which strings are values after all.
  private static let filters: [StaticString] = [
    "$match", "$literal", "query", "restrictSearchWithMatch",
  ]

  private static func isOne(of keys: [StaticString], _ key: Bytes) -> Bool {
    keys.contains { key.equals($0) }
  }
}
