/// What a key of a structured log line is about.
enum LogField: UInt8 {
  case none
  case time, level, message
  case method, target, request, route, status, bytesSent
  case seconds, upstreamSeconds
  /// A time that stands for a duration where the line gives none.
  case fallbackSeconds
  case statement, rowsSent, rowsExamined
  case requestID, traceID, client, user, session, agent, processID, connectionID
  case task, succeeded, failed
  /// Time spent in database calls, and their number.
  case databaseSeconds, queryCount
  /// When the work began.
  case startTime
  /// What a cache made of a request or a look-up: a word; or whether it was a hit (rank 0), whether
  /// it was asked (rank 1), or which of hit and miss it was (rank 2).
  case cache
  /// Keys of lines that tell of a request beside the line that records it.
  case aside
  /// An object whose keys count as if they stood outside.
  case container
  /// A key that has no other meaning than to mark who wrote the line.
  case railsMark
  /// The part of a second that belongs to a stamp of whole seconds beside it.
  case nanoseconds
  /// What go-grpc-middleware says of a call, see `GRPCCall`.
  case grpcService, grpcMethod, grpcCode, grpcSide
}

/// What a key means, and in which unit its number is.
struct FieldMeaning {
  var field = LogField.none
  /// Seconds per unit of a duration; 0 when the number itself must tell.
  var unit = 0.0
  /// Of several keys with the same meaning the one with the lowest rank counts.
  var rank: UInt8 = 0
  /// The marks of a product that the key is, one bit each.
  var mark: UInt8 = 0
  /// What the key shows about who wrote the line, where a plain `duration` depends on it.
  var traits: WriterTraits = []
  /// How sure the unit of a duration is.
  var unitRule = UnitRule.stated
  /// The place of the key of a duration in `PlainUnits`; 0 where it has none.
  var place: UInt8 = 0

  /// Whether a number under a key for the status is one.
  func allows(_ status: Int) -> Bool {
    rank < FieldAliases.looseStatusRank || 100..<600 ~= status
  }
}

/// The names under which log lines carry what a record has room for.
///
/// Names are compared without case and without anything but letters and digits, so `request_time`,
/// `requestTime` and `request-time` are one; where writers differ in the unit, the spelling decides.
enum FieldAliases {
  /// The rank of `target`, which tracing uses for the module that an event is from: any other key
  /// that may hold a request's target goes before it, however deep it stands.
  static let looseTargetRank: UInt8 = 64

  /// The rank of `code`, which is a status only where it looks like one.
  static let looseStatusRank: UInt8 = 5

  /// The meaning of a key as written; `.none` for keys that mean nothing here.
  static func meaning(of key: Bytes) -> FieldMeaning {
    respelt(names.meaning(of: key), key)
  }

  /// Keys whose meaning, or whose unit, depends on how they are spelt.
  @inline(__always)
  static func respelt(_ meaning: FieldMeaning, _ key: Bytes) -> FieldMeaning {
    if key.first == UInt8(ascii: "@"), let compact = compact(key) { return compact }
    guard meaning.field == .seconds else { return meaning }
    var meaning = meaning
    // Traefik counts nanoseconds; pino and morgan milliseconds, nginx and alp seconds.
    if key.equals("Duration") {
      meaning.unit = 1e-9
      meaning.unitRule = .stated
      meaning.rank = 1
    } else if key.equals("responseTime") || key.equals("response-time") {
      meaning.unit = 1e-3
      meaning.unitRule = .stated
      meaning.rank = 2
    }
    return meaning
  }

  /// The keys of Serilog's compact format, which are a letter or two behind an `@`.
  ///
  /// Source: https://github.com/serilog/serilog-formatting-compact#reified-properties
  private static func compact(_ key: Bytes) -> FieldMeaning? {
    if key.equals("@t") { return FieldMeaning(field: .time, traits: .serilog) }
    if key.equals("@l") { return plain(.level) }
    if key.equals("@m") { return plain(.message) }
    if key.equals("@mt") { return plain(.message, rank: 1) }
    return key.equals("@tr") ? plain(.traceID) : nil
  }

  static let names = FieldNames(groups + timedGroups)

  private static func plain(_ field: LogField, rank: UInt8 = 0) -> FieldMeaning {
    FieldMeaning(field: field, unit: 0, rank: rank)
  }

  private static func time(
    _ unit: Double, rank: UInt8, _ rule: UnitRule = .stated
  ) -> FieldMeaning {
    FieldMeaning(field: .seconds, unit: unit, rank: rank, unitRule: rule)
  }

  private static func upstream(_ unit: Double) -> FieldMeaning {
    FieldMeaning(field: .upstreamSeconds, unit: unit, rank: 0)
  }

  private static func database(_ unit: Double, _ traits: WriterTraits = []) -> FieldMeaning {
    FieldMeaning(field: .databaseSeconds, unit: unit, traits: traits)
  }

  /// Names of durations that the unit stands behind: `latency_us`, `responseTimeMicros`.
  private static let timed = [
    "duration", "latency", "elapsed", "took", "elapsedtime", "requesttime", "requestduration",
    "responsetime", "responseduration", "processtime", "processtimetaken", "processingtime",
    "executiontime", "timetaken", "totaltime",
  ]

  private static let units: [(unit: Double, names: [String])] = [
    (1, ["s", "sec", "secs", "seconds"]),
    (1e-3, ["ms", "msec", "msecs", "millis", "milliseconds"]),
    (1e-6, ["us", "usec", "usecs", "micros", "microseconds"]),
    (1e-9, ["ns", "nanos", "nanoseconds"]),
  ]

  private static var timedGroups: [(FieldMeaning, String)] {
    units.map { unit, names in
      let keys = timed.flatMap { key in names.map { key + $0 } }
      return (time(unit, rank: 1), keys.joined(separator: " "))
    }
  }

  private static let groups: [(FieldMeaning, String)] = [
    (FieldMeaning(field: .time, traits: .time), "time"),
    (FieldMeaning(field: .time, traits: .ts), "ts"),
    (plain(.time), "timestamp timelocal timeiso8601 msec datetime eventtime logtime asctime"),
    (plain(.time), "timeunixnano timemillis"),
    (plain(.time, rank: 1), "t date created createdat receivedat edgeendtimestamp"),
    // Log4j writes `"instant":{"epochSecond":1493121664,"nanoOfSecond":118000000}`.
    (plain(.time, rank: 1), "instant epochsecond"),
    (plain(.nanoseconds), "nanoofsecond"),
    // Monolog has a number for the level and its name beside it.
    (plain(.level), "levelname"),
    (FieldMeaning(field: .level, rank: 1, traits: .level), "level"),
    (plain(.level, rank: 1), "severity loglevel lvl errorseverity severitytext"),
    (FieldMeaning(field: .message, traits: .msg), "msg"),
    (FieldMeaning(field: .message, traits: .message), "message"),
    (plain(.message), "event textpayload body"),
    (plain(.message, rank: 2), "stringvalue"),
    (FieldMeaning(field: .message, rank: 3, traits: .serilog), "messagetemplate"),
    // loguru puts the whole line beside the record.
    (plain(.message, rank: 100), "text"),
    (plain(.message, rank: 1), "log"),
    (plain(.method), "method requestmethod httpmethod verb httpverb httprequestmethod reqmethod"),
    (plain(.method), "clientrequestmethod"),
    (plain(.target), "requesturi uri originalurl requestpath requesturl httptarget urloriginal"),
    (plain(.target), "fullpath httppath httpurl rawpath reqpath clientrequesturi requrl"),
    (plain(.target, rank: looseTargetRank), "target"),
    (plain(.target, rank: 1), "url path urlpath urlfull"),
    (plain(.request), "request requestline httprequest req"),
    (plain(.route), "route httproute routepattern pathtemplate routetemplate urltemplate"),
    (plain(.route), "matchedroute requestroute pathpattern"),
    (plain(.route, rank: 1), "endpoint handler routepath"),
    (plain(.status), "status statuscode responsecode responsestatus httpstatus httpstatuscode"),
    (plain(.status), "downstreamstatus httpresponsestatuscode responsestatuscode resstatuscode"),
    (plain(.status), "edgeresponsestatus resstatus scstatus"),
    (plain(.status, rank: looseStatusRank), "code"),
    (plain(.bytesSent), "bytes size bodybytes bodybytessent bytessent responsesize bytesout"),
    (plain(.bytesSent), "downstreamcontentsize responselength httpresponsebodybytes"),
    (time(1, rank: 1, .nginxSeconds), "requesttime reqtime"),
    (time(1, rank: 1, .usuallySeconds), "requestduration processtime processingtime apptime"),
    (time(1, rank: 1, .usuallySeconds), "executiontime processtimetaken"),
    (time(1, rank: 2, .usuallySeconds), "responsetime timetaken totaltime"),
    (time(1, rank: 2), "latencyhuman"),
    (time(0, rank: 3, .open), "duration latency elapsed took elapsedtime"),
    (time(1, rank: 1), "httpserverrequestduration dbclientoperationduration"),
    (time(1e-3, rank: 1), "httpserverduration timems"),
    (time(1e-9, rank: 1), "eventduration durationnano totalns"),
    (time(1e-3, rank: 1), "grpctimems"),
    (time(1e-9, rank: 1), "grpctimens"),
    (plain(.grpcService), "grpcservice"),
    (plain(.grpcMethod), "grpcmethod"),
    (plain(.grpcCode), "grpccode"),
    (plain(.grpcSide), "grpccomponent spankind"),
    (upstream(1), "upstreamresponsetime upstreamtime upstreamlatency"),
    (upstream(1e-3), "upstreamservicetime xenvoyupstreamservicetime upstreamresponsetimems"),
    (upstream(1e-9), "originduration"),
    (plain(.statement), "sql statement dbstatement dbquerytext sqlquery querytext"),
    (plain(.statement, rank: 1), "query"),
    (plain(.rowsSent), "rows rowssent rowsreturned rowcount nreturned"),
    (plain(.rowsExamined), "rowsexamined docsexamined"),
    (plain(.requestID), "requestid xrequestid reqid correlationid httprequestid xcorrelationid"),
    (plain(.traceID), "traceid traceparent oteltraceid ddtraceid xb3traceid"),
    (plain(.traceID), "logginggoogleapiscomtrace"),
    (plain(.client), "remoteaddr remoteip clientip clienthost clientaddress remotehost ip"),
    (plain(.client), "clientaddr remoteaddress peeraddress"),
    (plain(.user), "user userid remoteuser username clientusername enduserid"),
    (plain(.processID), "pid processid"),
    (plain(.connectionID), "connectionid connid dbsession"),
    (plain(.session), "sessionid session sid sessid sessionkey visitid"),
    (plain(.session, rank: 1), "clientid deviceid anonymousid visitorid"),
    (
      plain(.agent),
      "useragent httpuseragent requestuseragent clientrequestuseragent useragentoriginal"
    ),
    (plain(.task), "task job taskname jobname jobclass step stepname stage stagename operation"),
    (plain(.succeeded), "success succeeded"),
    (plain(.failed), "failed"),
    (
      plain(.container), "http res response context ctx fields extra record data trace attr payload"
    ),
    (plain(.container), "jsonpayload meta metadata span latencies properties attributes"),
    (plain(.queryCount), "dbcount querycount dbquerycount sqlcount queries"),
    (database(1e-3, .rails), "db dbduration activerecord"),
    (database(1, .rails), "dbdurations"),
    (database(1e-3), "dbms dbtimems dbdurationms sqltimems"),
    (FieldMeaning(field: .railsMark, traits: .rails), "view queueduration queuedurations"),
    (FieldMeaning(field: .railsMark, traits: .rails), "viewduration controller"),
    (FieldMeaning(field: .railsMark, traits: .apisix), "apisixlatency"),
    (plain(.cache), "cachestatus upstreamcachestatus xcache cacheresult cache"),
    (FieldMeaning(field: .cache, rank: 2), "cachehit"),
    (plain(.aside), "errid errtrace"),
    (plain(.startTime), "starttime"),
  ]
}
