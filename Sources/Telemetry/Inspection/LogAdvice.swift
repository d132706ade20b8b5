/// What to write into the configuration of a logger so that its lines say more.
enum LogAdvice {
  /// How to get the time a request took into the log.
  static func latency(of format: String) -> DisplayText {
    switch format {
    case "nginx-combined", "common", "nginx-timed":
      """
      no latency: in nginx add  log_format timed '$remote_addr - $remote_user [$time_local] \
      "$request" $status $body_bytes_sent "$http_referer" "$http_user_agent" rt=$request_time \
      uct=$upstream_connect_time urt=$upstream_response_time';  and  access_log \
      /var/log/nginx/access.log timed;  in Apache end the LogFormat with %D (microseconds)
      """
    case "uvicorn":
      """
      no latency: uvicorn's access log has none; read the proxy's log beside it, or log the time \
      in a middleware: logger.info("%s %s %d %.1fms", method, path, status, ms)
      """
    case "json-access": "no latency: add a field such as duration_ms (milliseconds) to each request"
    case "gunicorn":
      """
      no latency: start gunicorn with \
      --access-logformat '%(h)s %(l)s %(u)s %(t)s "%(r)s" %(s)s %(b)s %(M)sms'
      """
    default: "no latency: log the duration of each request with its unit, such as duration_ms=12.3"
    }
  }

  /// What a time means that is written without its unit; `nil` where that is clear.
  static func unit(of format: String) -> DisplayText? {
    switch format {
    case "apache-timed":
      return """
        times are read as microseconds (%D); for milliseconds name the layout: --format \
        'apache:%h %l %u %t "%r" %>s %b "%{Referer}i" "%{User-Agent}i" %{ms}T'
        """
    case "apache-milliseconds":
      return """
        times are read as milliseconds (%{ms}T), for some are under 20; for seconds name the layout: \
        --format 'apache:%h %l %u %t "%r" %>s %b "%{Referer}i" "%{User-Agent}i" %T'
        """
    default: return nil
    }
  }

  /// What to do about numbers that may be times; `nil` where they stand in less than half of the requests.
  static func number(in lines: Int, of requests: Int) -> DisplayText? {
    guard lines > 0, lines * 2 >= requests else { return nil }
    return DisplayText(
      """
      latency not read: the number behind \(lines) of \(requests) requests may be the time in any unit, \
      or a length such as $request_length; it is read as a time where twenty of them can be nothing else, \
      or where you name it with --format apache-milliseconds, --format apache-timed (microseconds) or, \
      for seconds, --format 'apache:%h %l %u %t "%r" %>s %b "%{Referer}i" "%{User-Agent}i" %T'
      """)
  }

  /// How to get stamps into the log.
  static func stamps(of format: String) -> DisplayText {
    switch format {
    case "uvicorn":
      """
      no stamps: uvicorn writes none by default; start it with --log-config and a formatter \
      "%(asctime)s %(levelprefix)s %(client_addr)s - \\"%(request_line)s\\" %(status_code)s"
      """
    default: "no stamps: the time of arrival is used; add a time stamp with a zone to each line"
    }
  }

  /// How to tell requests apart, so that statements can be tied to them.
  static func requestID(of format: String) -> DisplayText {
    format.hasPrefix("nginx") || format == "common"
      ? "no request id: add \"$request_id\" to log_format and pass it on with proxy_set_header"
      : "no request id: log one with every line of a request to tie statements to endpoints"
  }

  /// How to get stamps finer than a second.
  static func resolution(of format: String) -> DisplayText {
    format.hasPrefix("nginx") || format == "common"
      ? "stamps are whole seconds: add $msec to log_format to tie statements to requests"
      : "stamps are whole seconds: finer ones tie statements to requests"
  }
}
