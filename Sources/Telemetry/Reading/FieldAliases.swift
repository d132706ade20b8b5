/// What a key of a structured log line is about.
enum LogField: UInt8 {
  case none
  case time, level, message
  case method, target, request, route, status, bytesSent
  case seconds, upstreamSeconds
  case statement, rowsSent, rowsExamined
  case requestID, traceID, client, user, processID, connectionID
  case task, succeeded, failed
  /// An object whose keys count as if they stood outside.
  case container
  /// Keys that only Rails and its kin write; they say that `duration` is in milliseconds.
  case railsMark
}

/// What a key means, and in which unit its number is.
struct FieldMeaning {
  var field = LogField.none
  /// Seconds per unit of a duration; 0 when the number itself must tell.
  var unit = 0.0
  /// Of several keys with the same meaning the one with the lowest rank counts.
  var rank: UInt8 = 0
}

/// The names under which log lines carry what a record has room for.
///
/// Names are compared without case and without anything but letters and digits, so `request_time`,
/// `requestTime` and `request-time` are one; where writers differ in the unit, the spelling decides.
enum FieldAliases {
  /// The meaning of a key as written; `.none` for keys that mean nothing here.
  static func meaning(of key: Bytes) -> FieldMeaning {
    let hash = hash(key)
    var slot = Int(truncatingIfNeeded: hash) & (size - 1)
    while table[slot].hash != hash {
      if table[slot].hash == 0 { return FieldMeaning() }
      slot = (slot &+ 1) & (size - 1)
    }
    let meaning = table[slot].meaning
    return meaning.field == .seconds ? respelt(meaning, key) : meaning
  }

  /// Durations whose unit depends on how the key is spelt.
  private static func respelt(_ meaning: FieldMeaning, _ key: Bytes) -> FieldMeaning {
    // Traefik counts nanoseconds; pino and morgan milliseconds, nginx and alp seconds.
    if key.equals("Duration") { return FieldMeaning(field: .seconds, unit: 1e-9, rank: 1) }
    if key.equals("responseTime") || key.equals("response-time") {
      return FieldMeaning(field: .seconds, unit: 1e-3, rank: 2)
    }
    return meaning
  }

  private static let size = 1024

  private static let table: [(hash: UInt64, meaning: FieldMeaning)] = {
    var table = [(hash: UInt64, meaning: FieldMeaning)](
      repeating: (0, FieldMeaning()), count: size)
    for (meaning, names) in groups {
      for name in names.split(separator: " ") {
        let hash = Array(name.utf8).withUnsafeBytes { FieldAliases.hash($0) }
        var slot = Int(truncatingIfNeeded: hash) & (size - 1)
        while table[slot].hash != 0 { slot = (slot &+ 1) & (size - 1) }
        table[slot] = (hash, meaning)
      }
    }
    return table
  }()

  /// FNV-1a over the letters and digits of a key, in lower case; never 0.
  @inline(__always)
  private static func hash(_ key: Bytes) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in key where byte.isLetter || byte.isDigit {
      hash = (hash ^ UInt64(byte | 0x20)) &* 0x100_0000_01B3
    }
    return (hash ^ (hash >> 29)) | 1
  }

  private static func plain(_ field: LogField, rank: UInt8 = 0) -> FieldMeaning {
    FieldMeaning(field: field, unit: 0, rank: rank)
  }

  private static func time(_ unit: Double, rank: UInt8) -> FieldMeaning {
    FieldMeaning(field: .seconds, unit: unit, rank: rank)
  }

  private static func upstream(_ unit: Double) -> FieldMeaning {
    FieldMeaning(field: .upstreamSeconds, unit: unit, rank: 0)
  }

  private static let groups: [(FieldMeaning, String)] = [
    (
      plain(.time),
      "time timestamp ts timelocal timeiso8601 msec datetime eventtime logtime asctime"
    ),
    (plain(.time, rank: 1), "t date created createdat receivedat edgeendtimestamp"),
    (plain(.level), "level severity loglevel levelname lvl errorseverity severitytext"),
    (plain(.message), "msg message event textpayload body"),
    // loguru puts the whole line beside the record.
    (plain(.message, rank: 100), "text"),
    (plain(.message, rank: 1), "log"),
    (plain(.method), "method requestmethod httpmethod verb httpverb httprequestmethod reqmethod"),
    (plain(.method), "clientrequestmethod"),
    (plain(.target), "requesturi uri originalurl requestpath requesturl httptarget urloriginal"),
    (plain(.target), "fullpath httppath httpurl rawpath reqpath target clientrequesturi requrl"),
    (plain(.target, rank: 1), "url path urlpath urlfull"),
    (plain(.request), "request requestline httprequest req"),
    (plain(.route), "route httproute routepattern pathtemplate routetemplate urltemplate"),
    (plain(.route), "matchedroute requestroute pathpattern"),
    (plain(.route, rank: 1), "endpoint handler routepath"),
    (plain(.status), "status statuscode responsecode responsestatus httpstatus httpstatuscode"),
    (plain(.status), "downstreamstatus httpresponsestatuscode responsestatuscode resstatuscode"),
    (plain(.status), "edgeresponsestatus resstatus scstatus"),
    (plain(.bytesSent), "bytes size bodybytes bodybytessent bytessent responsesize bytesout"),
    (plain(.bytesSent), "downstreamcontentsize responselength httpresponsebodybytes"),
    (time(1, rank: 1), "requesttime reqtime durations durationsec durationsecs durationseconds"),
    (time(1, rank: 1), "latencys latencyseconds elapseds elapsedseconds elapsedsec tooks"),
    (time(1, rank: 1), "requestduration requestdurations processtime processingtime apptime"),
    (time(1, rank: 1), "executiontime responsetimes responsetimeseconds"),
    (time(1, rank: 2), "responsetime latencyhuman timetaken totaltime"),
    (time(0, rank: 3), "duration latency elapsed took elapsedtime"),
    (time(1e-3, rank: 1), "durationms latencyms elapsedms responsetimems requesttimems tookms"),
    (time(1e-3, rank: 1), "durationmillis latencymillis elapsedmillis durationmilliseconds"),
    (time(1e-3, rank: 1), "totaltimems processingtimems processtimems requestdurationms timems"),
    (time(1e-3, rank: 1), "executiontimems responsedurationms elapsedtimems"),
    (time(1e-6, rank: 1), "durationus latencyus elapsedus durationmicros latencymicros"),
    (time(1e-9, rank: 1), "durationns latencyns elapsedns eventduration durationnanos"),
    (time(1e-9, rank: 1), "durationnano latencynanos"),
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
    (plain(.client), "clientaddr remoteaddress"),
    (plain(.user), "user userid remoteuser username clientusername"),
    (plain(.processID), "pid processid"),
    (plain(.connectionID), "connectionid connid sessionid dbsession"),
    (plain(.task), "task job taskname jobname jobclass step stepname stage stagename operation"),
    (plain(.succeeded), "success succeeded"),
    (plain(.failed), "failed"),
    (
      plain(.container), "http res response context ctx fields extra record data trace attr payload"
    ),
    (plain(.container), "jsonpayload meta metadata"),
    (plain(.railsMark), "view db queueduration queuedurations dbduration dbdurations"),
    (plain(.railsMark), "viewduration controller activerecord"),
  ]
}
