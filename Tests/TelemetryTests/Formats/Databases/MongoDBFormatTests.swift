import Testing

@testable import Telemetry

@Suite struct MongoDBFormatTests {
  @Test func `reads slow queries of the JSON log`() {
    #expect(
      summary(of: MongoDBFormat.samples[0], as: MongoDBFormat.self)
        == "query info 2021-07-25T09:38:57.078Z 0.1s rows=100 examined=100 conn=conn541 sql=find demo.hatchet {\"find\":\"test\",\"filter\":{\"x\":1}}"
    )
    let other = summary(of: MongoDBFormat.samples[1], as: MongoDBFormat.self)
    #expect(
      other?.hasPrefix("message info 2020-05-01T15:16:17.18Z conn=listener | {\"t\":") == true)
    for line in [
      "", "{}", "{\"t\":{\"$date\":\"x\"},\"msg\":\"y\"}",
      "{\"t\":{\"$date\":\"2020-05-01T15:16:17.180+00:00\"},\"msg",
    ] {
      #expect(summary(of: line, as: MongoDBFormat.self) == nil, "\(line)")
    }
  }

  @Test func `reads the text log`() {
    let expected = [
      "query info 2019-06-18T11:03:05.86Z 0.001s rows=1 examined=1 conn=conn2 sql=find local.startup_log { find: \"startup_log\", filter: {}, $db: \"local\" }",
      "query info 2019-06-18T11:03:07.102Z 0.205s examined=1 conn=conn5 sql=update shop.users { q: { _id: ObjectId('5d08c2') }, u: { $set: { name: \"Ann\" } }, multi: false, upsert: false }",
      "message info 2019-06-18T11:03:00.001Z conn=listener | connection accepted from 127.0.0.1:50112 #2 (1 connection now open)",
    ]
    #expect(
      MongoDBTextFormat.samples.map { summary(of: $0, as: MongoDBTextFormat.self) } == expected)
    for line in [
      "", "2019-06-18T12:03:05.860+0100 Q COMMAND  [c] x",
      "2019-06-18T12:03:05.860+0100 I command [c] x",
    ] {
      #expect(summary(of: line, as: MongoDBTextFormat.self) == nil, "\(line)")
    }
  }

  @Test func `knows what a cursor reads on by the command that opened it`() {
    let entry =
      "{\"t\":{\"$date\":\"2026-01-01T10:00:00.000+00:00\"},\"s\":\"I\",\"c\":\"COMMAND\",\"ctx\":\"conn5\",\"msg\":\"Slow query\",\"attr\":{\"type\":\"command\",\"ns\":\"shop.users\",\"command\":{\"getMore\":71,\"collection\":\"users\"},\"originatingCommand\":{\"find\":\"users\",\"filter\":{\"age\":7}},\"nreturned\":3,\"durationMillis\":250}}"
    #expect(
      summary(of: entry, as: MongoDBFormat.self)
        == "query info 2026-01-01T10:00:00Z 0.25s rows=3 conn=conn5 sql=getMore shop.users {\"find\":\"users\",\"filter\":{\"age\":7}}"
    )
    let line =
      "2019-06-18T12:03:05.860+0000 I COMMAND  [conn2] command shop.users command: getMore { getMore: 71, collection: \"users\" } originatingCommand: { find: \"users\", filter: { a: \" nreturned:9}\" } } planSummary: COLLSCAN docsExamined:8 nreturned:1 250ms"
    #expect(
      summary(of: line, as: MongoDBTextFormat.self)
        == "query info 2019-06-18T12:03:05.86Z 0.25s rows=1 examined=8 conn=conn2 sql=getMore shop.users { find: \"users\", filter: { a: \" nreturned:9}\" } }"
    )
    expectFingerprints(
      [
        (
          "getMore shop.users {\"find\":\"users\",\"filter\":{\"age\":7}}",
          "getMore shop.users {filter: {age: ?}}"
        )
      ], dialect: .mongodb)
  }

  @Test func `reads operations of servers before 3_0, and no other lines without a level`() {
    let head = "2014-05-18T12:03:05.860+0000"
    let query =
      "\(head) [conn7] query test.users query: { name: \"secret\" } planSummary: COLLSCAN ntoreturn:0 nscanned:100000 nscannedObjects:100000 locks(micros) r:123456 nreturned:1 reslen:100 345ms"
    #expect(
      summary(of: query, as: MongoDBTextFormat.self)
        == "query info 2014-05-18T12:03:05.86Z 0.345s rows=1 examined=100000 conn=conn7 sql=query test.users { name: \"secret\" }"
    )
    for line in ["[conn7] end connection 127.0.0.1:50112", "[main] took 345ms", "[conn] a b.c 1ms"]
    {
      #expect(summary(of: "\(head) \(line)", as: MongoDBTextFormat.self) == nil, "\(line)")
    }
  }

  @Test(arguments: [
    (
      "find demo.hatchet {\"find\":\"test\",\"filter\":{\"x\":1,\"y\":{\"$gt\":\"s\"}},\"lsid\":{\"id\":1},\"$db\":\"demo\"}",
      "find demo.hatchet {filter: {x: ?, y: {$gt: ?}}}"
    ),
    (
      "find shop.users { find: \"users\", filter: { userId: { $in: [ 1, 2, 'a}' ] }, n: /^a[,}]/i }, sort: { a: -1 }, limit: 5 }",
      "find shop.users {filter: {userId: {$in: [?]}, n: ?}, sort: {a: ?}}"
    ),
    (
      "update shop.users { q: { _id: ObjectId('5d') , t: Timestamp(1, 2)}, u: { $set: { name: \"A\\\"nn\" } }, multi: false }",
      "update shop.users {q: {_id: ?, t: ?}, u: {$set: {name: ?}}}"
    ),
    (
      "aggregate a.b {\"aggregate\":\"b\",\"pipeline\":[{\"$match\":{\"_id\":{\"$oid\":\"5f\"}}},{\"$group\":{\"_id\":\"$city\"}}],\"cursor\":{}}",
      "aggregate a.b {pipeline: [{$match: {_id: ?}}, {$group: {_id: \"$city\"}}]}"
    ),
    (
      "aggregate a.b { pipeline: [ { $match: { c: \"$zq\" } }, { $group: { _id: \"$status\", n: { $sum: 1 } } } ] }",
      "aggregate a.b {pipeline: [{$match: {c: ?}}, {$group: {_id: \"$status\", n: {$sum: ?}}}]}"
    ),
    (
      "aggregate a.b { pipeline: [ { $lookup: { from: \"carts\", localField: \"_id\", foreignField: \"user\", as: \"c\", let: { x: \"$y\" }, pipeline: [ { $match: { from: \"ann\", $expr: { $eq: [ \"$a\", \"$$x\" ] } } } ] } } ] }",
      "aggregate a.b {pipeline: [{$lookup: {from: \"carts\", localField: \"_id\", foreignField: \"user\", as: \"c\", let: {x: \"$y\"}, pipeline: [{$match: {from: ?, $expr: {$eq: [\"$a\", \"$$x\"]}}}]}}]}"
    ),
    (
      "aggregate a.b { pipeline: [ { $project: { from: \"ann\", a: \"$first name\", hash: \"$2b$10$abc\" } }, { $out: \"totals\" } ] }",
      "aggregate a.b {pipeline: [{$project: {from: ?, a: ?, hash: ?}}, {$out: \"totals\"}]}"
    ),
    (
      "aggregate a.b { pipeline: [ { $merge: { into: { db: \"x\", coll: \"y\" }, on: \"_id\" } } ] }",
      "aggregate a.b {pipeline: [{$merge: {into: {db: \"x\", coll: \"y\"}, on: ?}}]}"
    ),
    (
      "update a.b { q: { a: \"$b\" }, u: [ { $set: { n: \"$m\" } } ] }",
      "update a.b {q: {a: ?}, u: [{$set: {n: \"$m\"}}]}"
    ),
    (
      "update a.b { q: { a: 1 }, u: { $set: { n: \"$m\" } } }",
      "update a.b {q: {a: ?}, u: {$set: {n: ?}}}"
    ),
    (
      "insert a.b {\"insert\":\"b\",\"documents\":[{\"x\":1},{\"x\":2},{\"y\":2}]}",
      "insert a.b {documents: [{x: ?}, {y: ?}]}"
    ),
    ("getMore a.b {\"getMore\":124,\"collection\":\"b\"}", "getMore a.b"),
    ("find a.b { find: \"b\", filter: { x: \"cut here", "find a.b {filter: {x: ?…"),
    ("find a.b {\"filter\":{\"na me\":1,\"o'k\":2}}", "find a.b {filter: {?: ?, ?: ?}}"),
    (
      "update a.b { q: { _id: 1 }, u: { $inc: { seen.ann@example.org: 1, \"/x/secret\": 2 } } }",
      "update a.b {q: {_id: ?}, u: {$inc: {?: ?, ?: ?}}}"
    ),
    ("find a.b {filter: {}}", "find a.b {filter: {}}"), ("find a.b {}", "find a.b"),
    ("select a.b from t where x = 'secret'", "select a.b from t where x = ?"),
    ("select 'a.b' {x", "select ? { x"),
  ])
  func `turns a command into its shape`(command: String, fingerprint: String) {
    let result = Fingerprinter.of(command, dialect: .mongodb)
    #expect(result.text == fingerprint)
    #expect(Fingerprinter.of(result.text, dialect: .mongodb).text == fingerprint)
  }

  @Test(arguments: [
    (
      #"update shop.orders { "q" : { "_id" : 5 }, "u" : { "$set" : { "a" : "x" } }, "multi" : false }"#,
      "update shop.orders {q: {_id: ?}, u: {$set: {a: ?}}, multi: ?}"
    ),
    ("find a.b { find: \"b\", filter: { x: \"cut he…", "find a.b {find: ?, filter: {x: ?…"),
    ("select a.b from t where x = 'zq'", "select a.b from t where x = ?"),
    ("update a.b", "update a.b"),
  ])
  func `masks the values of a command and keeps its fields`(statement: String, masked: String) {
    #expect(Fingerprinter.masked(statement) == masked)
  }

  @Test func `lets no value through, wherever the command is cut`() {
    let command =
      "find a.b {\"filter\":{\"x\":\"zq\",\"y\":[\"zq\",{\"k\":\"zq'}\"},77.5],\"z\":{\"$date\":\"zq\"}},\"sort\":{\"x\":-77},\"comment\":\"zq\"}"
    let text =
      "find a.b { filter: { x: \"zq\", y: [ 77, { k: 'zq' } ], z: ObjectId('zq77') }, u: /zq[}]/ }"
    for command in [command, text] {
      for length in 0...command.utf8.count {
        let cut = String(decoding: Array(command.utf8)[..<length], as: UTF8.self)
        let once = Fingerprinter.of(cut, dialect: .mongodb)
        #expect(!once.text.contains("zq") && !once.text.contains("77"), "\(cut)")
        #expect(Fingerprinter.of(once.text, dialect: .mongodb).text == once.text, "\(cut)")
      }
    }
  }
}
