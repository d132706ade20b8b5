/// Reads nginx's `log_format` notation: `$name` and `${name}` between fixed text.
///
/// Variables: https://nginx.org/en/docs/varindex.html
enum NginxLayout {
  /// The pattern of a layout without its quotes.
  ///
  /// With `isExact`, `$request_time` must have three decimals, as nginx writes it; without, what
  /// else a user may have put in its place is taken too.
  static func pattern(
    _ source: LayoutSource, isExact: Bool = false
  ) throws(LayoutError) -> LayoutPattern {
    var source = source
    var layout = LayoutBuilder()
    while !source.isAtEnd {
      let column = source.column
      guard source.take(UInt8(ascii: "$")) else {
        layout.add(literal: source.next)
        source.position += 1
        continue
      }
      let isBraced = source.take(UInt8(ascii: "{"))
      let name = source.take(while: \.isWord)
      guard !name.isEmpty else {
        throw LayoutError(
          "`$` without the name of a variable", column: column, hint: "write $remote_addr")
      }
      if isBraced, !source.take(UInt8(ascii: "}")) {
        throw LayoutError("`${` is never closed", column: column, hint: "add `}`")
      }
      let isQuery = name == "args" || name == "query_string"
      try layout.add(field(name, isExact: isExact), column: column, isDashed: isQuery)
    }
    return try layout.finish(column: source.column)
  }

  /// A pattern of our own, which has no mistakes.
  static func pattern(_ layout: String) -> LayoutPattern {
    do {
      return try pattern(LayoutSource(layout), isExact: true)
    } catch {
      preconditionFailure("\(layout): \(error)")
    }
  }

  private static func field(_ name: String, isExact: Bool) -> LayoutField {
    if let known = fields[name] ?? fields[name.lowercased()] { return known }
    if name == "request_time" { return .seconds(unit: 1, digits: isExact ? .three : .any) }
    return name.hasPrefix("upstream_") ? .upstreamList : .skipped
  }

  private static let fields: [String: LayoutField] = [
    "time_local": .time, "time_iso8601": .time, "msec": .time,
    "request": .request, "request_method": .method,
    "request_uri": .target, "uri": .target, "document_uri": .target,
    "args": .arguments, "query_string": .arguments, "is_args": .arguments,
    "status": .status,
    "body_bytes_sent": .bytesSent, "bytes_sent": .bytesSent,
    "upstream_response_time": .upstreamSeconds,
    "upstream_cache_status": .cache,
    "request_id": .requestID, "req_id": .requestID, "http_x_request_id": .requestID,
    "sent_http_x_request_id": .requestID, "http_x_correlation_id": .requestID,
    "http_traceparent": .traceID, "opentelemetry_trace_id": .traceID, "otel_trace_id": .traceID,
    "connection": .connectionID, "pid": .processID,
    "remote_addr": .client, "realip_remote_addr": .client, "the_real_ip": .client,
    "proxy_protocol_addr": .client, "http_x_real_ip": .client,
    "remote_user": .user, "http_x_user_id": .user, "jwt_claim_sub": .user,
    "http_x_session_id": .session, "uid_got": .session, "cookie_session": .session,
    "cookie_sessionid": .session, "cookie_session_id": .session, "cookie_sid": .session,
    "cookie_phpsessid": .session, "cookie_jsessionid": .session,
    "http_user_agent": .agent,
    "host": .host, "http_host": .host, "server_name": .host, "server_port": .host,
    "proxy_host": .host, "upstream_addr": .upstreamList,
  ]
}
