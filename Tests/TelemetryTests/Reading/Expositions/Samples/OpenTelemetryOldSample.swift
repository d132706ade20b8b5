/// Two consecutive scrapes of a real target: OpenTelemetry Python with the old HTTP conventions, trimmed to what matters.
enum OpenTelemetryOldSample {
  static let first = #"""
    # TYPE process_resident_memory_bytes gauge
    process_resident_memory_bytes 5.3833728e+07
    # TYPE process_start_time_seconds gauge
    process_start_time_seconds 1.79522964047e+09
    # TYPE http_server_active_requests gauge
    http_server_active_requests{http_method="GET"} 0.0
    # TYPE http_server_duration_milliseconds histogram
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="200",http_target="/users/{uid}",le="0.0"} 0.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="200",http_target="/users/{uid}",le="5.0"} 1.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="200",http_target="/users/{uid}",le="10.0"} 1.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="200",http_target="/users/{uid}",le="25.0"} 2.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="200",http_target="/users/{uid}",le="50.0"} 3.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="200",http_target="/users/{uid}",le="75.0"} 4.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="200",http_target="/users/{uid}",le="100.0"} 4.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="200",http_target="/users/{uid}",le="250.0"} 4.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="200",http_target="/users/{uid}",le="500.0"} 4.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="200",http_target="/users/{uid}",le="750.0"} 4.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="200",http_target="/users/{uid}",le="1000.0"} 4.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="200",http_target="/users/{uid}",le="2500.0"} 4.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="200",http_target="/users/{uid}",le="5000.0"} 4.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="200",http_target="/users/{uid}",le="7500.0"} 4.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="200",http_target="/users/{uid}",le="10000.0"} 4.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="200",http_target="/users/{uid}",le="+Inf"} 4.0
    http_server_duration_milliseconds_count{http_method="GET",http_status_code="200",http_target="/users/{uid}"} 4.0
    http_server_duration_milliseconds_sum{http_method="GET",http_status_code="200",http_target="/users/{uid}"} 122.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="503",http_target="/fail",le="0.0"} 0.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="503",http_target="/fail",le="5.0"} 1.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="503",http_target="/fail",le="10.0"} 1.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="503",http_target="/fail",le="25.0"} 1.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="503",http_target="/fail",le="50.0"} 1.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="503",http_target="/fail",le="75.0"} 1.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="503",http_target="/fail",le="100.0"} 1.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="503",http_target="/fail",le="250.0"} 1.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="503",http_target="/fail",le="500.0"} 1.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="503",http_target="/fail",le="750.0"} 1.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="503",http_target="/fail",le="1000.0"} 1.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="503",http_target="/fail",le="2500.0"} 1.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="503",http_target="/fail",le="5000.0"} 1.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="503",http_target="/fail",le="7500.0"} 1.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="503",http_target="/fail",le="10000.0"} 1.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="503",http_target="/fail",le="+Inf"} 1.0
    http_server_duration_milliseconds_count{http_method="GET",http_status_code="503",http_target="/fail"} 1.0
    http_server_duration_milliseconds_sum{http_method="GET",http_status_code="503",http_target="/fail"} 4.0

    """#

  static let second = #"""
    # TYPE process_resident_memory_bytes gauge
    process_resident_memory_bytes 5.39648e+07
    # TYPE process_start_time_seconds gauge
    process_start_time_seconds 1.79522964047e+09
    # TYPE http_server_active_requests gauge
    http_server_active_requests{http_method="GET"} 0.0
    # TYPE http_server_duration_milliseconds histogram
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="200",http_target="/users/{uid}",le="0.0"} 0.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="200",http_target="/users/{uid}",le="5.0"} 3.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="200",http_target="/users/{uid}",le="10.0"} 3.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="200",http_target="/users/{uid}",le="25.0"} 6.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="200",http_target="/users/{uid}",le="50.0"} 10.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="200",http_target="/users/{uid}",le="75.0"} 11.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="200",http_target="/users/{uid}",le="100.0"} 11.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="200",http_target="/users/{uid}",le="250.0"} 11.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="200",http_target="/users/{uid}",le="500.0"} 11.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="200",http_target="/users/{uid}",le="750.0"} 11.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="200",http_target="/users/{uid}",le="1000.0"} 11.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="200",http_target="/users/{uid}",le="2500.0"} 11.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="200",http_target="/users/{uid}",le="5000.0"} 11.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="200",http_target="/users/{uid}",le="7500.0"} 11.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="200",http_target="/users/{uid}",le="10000.0"} 11.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="200",http_target="/users/{uid}",le="+Inf"} 11.0
    http_server_duration_milliseconds_count{http_method="GET",http_status_code="200",http_target="/users/{uid}"} 11.0
    http_server_duration_milliseconds_sum{http_method="GET",http_status_code="200",http_target="/users/{uid}"} 284.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="503",http_target="/fail",le="0.0"} 0.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="503",http_target="/fail",le="5.0"} 2.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="503",http_target="/fail",le="10.0"} 2.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="503",http_target="/fail",le="25.0"} 2.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="503",http_target="/fail",le="50.0"} 2.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="503",http_target="/fail",le="75.0"} 2.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="503",http_target="/fail",le="100.0"} 2.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="503",http_target="/fail",le="250.0"} 2.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="503",http_target="/fail",le="500.0"} 2.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="503",http_target="/fail",le="750.0"} 2.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="503",http_target="/fail",le="1000.0"} 2.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="503",http_target="/fail",le="2500.0"} 2.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="503",http_target="/fail",le="5000.0"} 2.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="503",http_target="/fail",le="7500.0"} 2.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="503",http_target="/fail",le="10000.0"} 2.0
    http_server_duration_milliseconds_bucket{http_method="GET",http_status_code="503",http_target="/fail",le="+Inf"} 2.0
    http_server_duration_milliseconds_count{http_method="GET",http_status_code="503",http_target="/fail"} 2.0
    http_server_duration_milliseconds_sum{http_method="GET",http_status_code="503",http_target="/fail"} 5.0

    """#
}
