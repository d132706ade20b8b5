/// The statements of the shop: their SQL, how long they take and how many rows they give.
enum ShopStatement: Int, CaseIterable, Sendable {
  case userByID, userByEmail, follows, postsOfAuthor, wideSouls, soulTraits, insertPost
  case searchProducts, countProducts, orderByID, orderLines, lockCart, upsertCartItem
  case reserveStock, insertOrder, insertOrderLine, listProducts, productByID, lineage

  /// Half of all calls take at most so many milliseconds while nothing is wrong.
  var medianMilliseconds: Double { costs.median }

  /// Standard deviation of the logarithm of a duration.
  var spread: Double { costs.spread }

  var rows: ClosedRange<UInt32> { costs.rows }

  private var costs: (median: Double, spread: Double, rows: ClosedRange<UInt32>) {
    switch self {
    case .userByID: (0.8, 0.4, 1...1)
    case .userByEmail: (26, 0.25, 1...1)
    case .follows: (8, 0.4, 20...40)
    case .postsOfAuthor: (23, 0.22, 1...5)
    case .wideSouls: (120, 0.36, 9...17)
    case .soulTraits: (1.6, 0.4, 4...12)
    case .insertPost: (3.1, 0.4, 1...1)
    case .searchProducts: (118, 0.42, 0...20)
    case .countProducts: (24, 0.35, 1...1)
    case .orderByID: (2.4, 0.5, 1...1)
    case .orderLines: (5.2, 0.6, 1...9)
    case .lockCart: (2.2, 0.5, 1...1)
    case .upsertCartItem: (3.4, 0.4, 1...1)
    case .reserveStock: (6.5, 0.5, 1...1)
    case .insertOrder: (4.2, 0.4, 1...1)
    case .insertOrderLine: (2.6, 0.4, 1...1)
    case .listProducts: (12, 0.5, 24...24)
    case .productByID: (1.3, 0.4, 1...1)
    case .lineage: (176, 0.05, 3...60)
    }
  }

  /// The SQL; `#` stands for the first number, `~` for the second, `%w` for a word.
  fileprivate var template: String {
    switch self {
    case .userByID:
      "SELECT users.user_id, users.email, users.display_name, users.created_at \nFROM users \nWHERE users.user_id = #"
    case .userByEmail:
      "SELECT users.user_id, users.password_hash, users.locked_until \nFROM users \nWHERE lower(users.email) = lower('%w.~@example.org')"
    case .follows:
      "select follows.followee_id from follows where follower_id = # order by created_at desc limit 40"
    case .postsOfAuthor:
      "select * from posts where author_id = ~ order by created_at desc limit 5"
    case .wideSouls:
      "SELECT souls.soul_id, souls.name, souls.interaction_engine, souls.persona, souls.memories, souls.voice_sample \nFROM souls \nWHERE souls.owner_id = # ORDER BY souls.updated_at DESC"
    case .soulTraits: "select trait, weight from soul_traits where soul_id = ~"
    case .insertPost:
      "insert into posts (author_id, soul_id, body) values (#, ~, 'The %w that nobody asked for') returning post_id"
    case .searchProducts:
      """
      select p.product_id, p.name, p.price_cents,
             similarity(p.name, '%w') as rank
      from products p
      join stock s on s.product_id = p.product_id
      where p.name ilike '%%w%' and s.available > 0
      order by rank desc
      limit 20 offset #
      """
    case .countProducts: "select count(*) from products where name ilike '%%w%'"
    case .orderByID:
      "SELECT orders.order_id, orders.user_id, orders.state, orders.total_cents \nFROM orders \nWHERE orders.order_id = #"
    case .orderLines:
      "select product_id, quantity, price_cents from order_lines where order_id = #"
    case .lockCart: "select cart_id, version from carts where cart_id = # for update"
    case .upsertCartItem:
      "insert into cart_items (cart_id, product_id, quantity) values (#, ~, 2) on conflict (cart_id, product_id) do update set quantity = excluded.quantity"
    case .reserveStock:
      "update stock set available = available - 1 where product_id = ~ and available > 0"
    case .insertOrder:
      "insert into orders (user_id, idempotency_key, total_cents) values (#, 'order-#-~', 4990) returning order_id"
    case .insertOrderLine:
      "insert into order_lines (order_id, product_id, quantity, price_cents) values (#, ~, 1, 1990)"
    case .listProducts:
      "select product_id, name, price_cents from products where category = '%w' order by popularity desc limit 24 offset #"
    case .productByID:
      "SELECT products.product_id, products.name, products.price_cents, products.description \nFROM products \nWHERE products.product_id = #"
    case .lineage:
      """
      with recursive lineage as (
          select agent_id, parent_id, 0 as depth
          from agents
          where agent_id = #
        union all
          select a.agent_id, a.parent_id, l.depth + 1
          from agents a
          join lineage l on a.parent_id = l.agent_id
      )
      select agent_id, depth
      from lineage
      order by depth
      """
    }
  }
}

/// The words that stand in statements and in query strings.
enum ShopWords {
  static let all: [StaticString] = [
    "lamp", "garden", "teapot", "notebook", "blanket", "puzzle", "lantern", "bicycle", "candle",
    "chair", "mirror", "basket", "kettle", "violin", "compass", "raincoat",
  ]

  static func word(_ number: UInt32) -> StaticString { all[Int(number) % all.count] }
}

/// The SQL of every statement, cut at its literals so that writing one is appending pieces.
struct ShopSQL: Sendable {
  private enum Piece: Sendable {
    case text([UInt8])
    case first, second, word
  }

  private let statements: [[Piece]]

  init() {
    statements = ShopStatement.allCases.map { ShopSQL.pieces(of: $0.template) }
  }

  /// Appends the SQL of a call with its literals; `lineStart` follows every line end in it.
  func append(_ call: SimulatedStatement, lineStart: [UInt8], to output: inout [UInt8]) {
    for piece in statements[call.statement.rawValue] {
      switch piece {
      case .text(let bytes):
        for byte in bytes {
          output.append(byte)
          if byte == UInt8(ascii: "\n") { output.append(contentsOf: lineStart) }
        }
      case .first: output.append(decimal: call.first)
      case .second: output.append(decimal: call.second)
      case .word: output.append(ShopWords.word(call.second))
      }
    }
  }

  /// The SQL of a call, as the service sent it.
  func text(of call: SimulatedStatement) -> String {
    var bytes: [UInt8] = []
    append(call, lineStart: [], to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func pieces(of template: String) -> [Piece] {
    var pieces: [Piece] = []
    var text: [UInt8] = []
    func cut(_ piece: Piece) {
      if !text.isEmpty { pieces.append(.text(text)) }
      text.removeAll()
      pieces.append(piece)
    }
    var rest = Array(template.utf8)[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "#"): cut(.first)
      case UInt8(ascii: "~"): cut(.second)
      case UInt8(ascii: "%") where rest.first == UInt8(ascii: "w"):
        rest.removeFirst()
        cut(.word)
      default: text.append(byte)
      }
    }
    if !text.isEmpty { pieces.append(.text(text)) }
    return pieces
  }
}
