/// The commands of Redis by name, as far as that decides what may be shown of their arguments.
///
/// Source: https://redis.io/docs/latest/commands/
enum RedisCommands {
  /// Letters, with the marks of module commands: `FT.SEARCH`, `JSON.GET`, `BITFIELD_RO`.
  static func isName(_ word: Bytes) -> Bool {
    guard word.count <= 32, let first = word.first, first.isLetter else { return false }
    return word.allSatisfy {
      $0.isLetter || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
    }
  }

  /// Whether a command has subcommands.
  static func isContainer(_ name: Bytes) -> Bool {
    let names: [StaticString] = [
      "acl", "client", "cluster", "command", "config", "function", "latency", "memory", "module",
      "object", "pubsub", "script", "slowlog", "xgroup", "xinfo",
    ]
    return names.contains { name.equalsAnyCase($0) }
  }

  /// Whether the first argument of a command is a key.
  static func takesKey(_ name: Bytes) -> Bool {
    let word = small(name)
    return keyed.contains(word) || ambiguous.contains(word) || isOfModule(word)
  }

  /// Whether a statement that begins with the name is hardly one of SQL; see `RedisFingerprint`.
  static func isUnmistakable(_ name: Bytes) -> Bool {
    guard !SQLWords.isVerb(name) else { return false }
    let word = small(name)
    return keyed.contains(word) || keyless.contains(word) || isOfModule(word)
  }

  /// `json.get`, `bf.add` and their like; those of `ft` begin with the name of an index, which is
  /// shown no more of than of a key.
  private static func isOfModule(_ word: String) -> Bool {
    guard let point = word.firstIndex(of: ".") else { return false }
    return modules.contains(String(word[..<point]))
  }

  private static func small(_ name: Bytes) -> String {
    String(decoding: name.lazy.map(\.lowercased), as: UTF8.self)
  }

  private static let modules: Set<String> = [
    "json", "ft", "ts", "bf", "cf", "cms", "topk", "tdigest",
  ]

  /// Commands that take a key, whose names are words of SQL too.
  private static let ambiguous: Set<String> = [
    "copy", "move", "rename", "restore", "set", "sort",
  ]

  private static let keyless: Set<String> = [
    "acl", "auth", "bitop", "blmpop", "bzmpop", "client", "config", "echo", "eval", "eval_ro",
    "evalsha", "evalsha_ro", "fcall", "fcall_ro", "hello", "keys", "lmpop", "memory", "migrate",
    "object", "psubscribe", "publish", "pubsub", "scan", "script", "sintercard", "slowlog",
    "spublish", "ssubscribe", "subscribe", "xgroup", "xinfo", "xread", "xreadgroup", "zdiff",
    "zinter", "zintercard", "zmpop", "zunion",
  ]

  private static let keyed: Set<String> = Set(
    """
    append bitcount bitfield bitfield_ro bitpos blmove blpop brpop brpoplpush bzpopmax bzpopmin \
    decr decrby del dump exists expire expireat expiretime geoadd geodist geohash geopos georadius \
    georadius_ro georadiusbymember georadiusbymember_ro geosearch geosearchstore get getbit getdel getex getrange getset hdel \
    hexists hexpire hexpireat hexpiretime hget hgetall hgetdel hgetex hpexpireat hpexpiretime hsetex \
    lcs hincrby hincrbyfloat hkeys hlen hmget hmset hpersist hpexpire \
    hpttl hrandfield hscan hset hsetnx hstrlen httl hvals incr incrby incrbyfloat lindex linsert \
    llen lmove lpop lpos lpush lpushx lrange lrem lset ltrim mget mset msetnx persist pexpire \
    pexpireat pexpiretime pfadd pfcount pfmerge psetex pttl renamenx rpop rpoplpush rpush rpushx \
    sadd scard sdiff sdiffstore setbit setex setnx setrange sinter sinterstore sismember smembers \
    smismember smove sort_ro spop srandmember srem sscan strlen substr sunion sunionstore touch \
    ttl type unlink watch xack xadd xautoclaim xclaim xdel xlen xpending xrange xrevrange xsetid \
    xtrim zadd zcard zcount zdiffstore zincrby zinterstore zlexcount zmscore zpopmax zpopmin \
    zrandmember zrange zrangebylex zrangebyscore zrangestore zrank zrem zremrangebylex \
    zremrangebyrank zremrangebyscore zrevrange zrevrangebylex zrevrangebyscore zrevrank zscan \
    zscore zunionstore
    """.split(separator: " ").map(String.init))
}
