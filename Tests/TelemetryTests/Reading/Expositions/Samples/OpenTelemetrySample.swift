/// Two consecutive scrapes of a real target: OpenTelemetry Python with the stable HTTP conventions, trimmed to what matters.
enum OpenTelemetrySample {
  static let first = #"""
    # TYPE process_resident_memory_bytes gauge
    process_resident_memory_bytes 5.3563392e+07
    # TYPE process_start_time_seconds gauge
    process_start_time_seconds 1.79522964047e+09
    # TYPE http_server_active_requests gauge
    http_server_active_requests{http_request_method="GET"} 0.0
    # TYPE http_server_request_duration_seconds histogram
    http_server_request_duration_seconds_bucket{error_type="",http_request_method="GET",http_response_status_code="200",http_route="/users/{uid}",le="0.005"} 0.0
    http_server_request_duration_seconds_bucket{error_type="",http_request_method="GET",http_response_status_code="200",http_route="/users/{uid}",le="0.01"} 1.0
    http_server_request_duration_seconds_bucket{error_type="",http_request_method="GET",http_response_status_code="200",http_route="/users/{uid}",le="0.025"} 2.0
    http_server_request_duration_seconds_bucket{error_type="",http_request_method="GET",http_response_status_code="200",http_route="/users/{uid}",le="0.05"} 4.0
    http_server_request_duration_seconds_bucket{error_type="",http_request_method="GET",http_response_status_code="200",http_route="/users/{uid}",le="0.075"} 4.0
    http_server_request_duration_seconds_bucket{error_type="",http_request_method="GET",http_response_status_code="200",http_route="/users/{uid}",le="0.1"} 4.0
    http_server_request_duration_seconds_bucket{error_type="",http_request_method="GET",http_response_status_code="200",http_route="/users/{uid}",le="0.25"} 4.0
    http_server_request_duration_seconds_bucket{error_type="",http_request_method="GET",http_response_status_code="200",http_route="/users/{uid}",le="0.5"} 4.0
    http_server_request_duration_seconds_bucket{error_type="",http_request_method="GET",http_response_status_code="200",http_route="/users/{uid}",le="0.75"} 4.0
    http_server_request_duration_seconds_bucket{error_type="",http_request_method="GET",http_response_status_code="200",http_route="/users/{uid}",le="1"} 4.0
    http_server_request_duration_seconds_bucket{error_type="",http_request_method="GET",http_response_status_code="200",http_route="/users/{uid}",le="2.5"} 4.0
    http_server_request_duration_seconds_bucket{error_type="",http_request_method="GET",http_response_status_code="200",http_route="/users/{uid}",le="5"} 4.0
    http_server_request_duration_seconds_bucket{error_type="",http_request_method="GET",http_response_status_code="200",http_route="/users/{uid}",le="7.5"} 4.0
    http_server_request_duration_seconds_bucket{error_type="",http_request_method="GET",http_response_status_code="200",http_route="/users/{uid}",le="10"} 4.0
    http_server_request_duration_seconds_bucket{error_type="",http_request_method="GET",http_response_status_code="200",http_route="/users/{uid}",le="+Inf"} 4.0
    http_server_request_duration_seconds_count{error_type="",http_request_method="GET",http_response_status_code="200",http_route="/users/{uid}"} 4.0
    http_server_request_duration_seconds_sum{error_type="",http_request_method="GET",http_response_status_code="200",http_route="/users/{uid}"} 0.11735076000013578
    http_server_request_duration_seconds_bucket{error_type="503",http_request_method="GET",http_response_status_code="503",http_route="/fail",le="0.005"} 1.0
    http_server_request_duration_seconds_bucket{error_type="503",http_request_method="GET",http_response_status_code="503",http_route="/fail",le="0.01"} 1.0
    http_server_request_duration_seconds_bucket{error_type="503",http_request_method="GET",http_response_status_code="503",http_route="/fail",le="0.025"} 1.0
    http_server_request_duration_seconds_bucket{error_type="503",http_request_method="GET",http_response_status_code="503",http_route="/fail",le="0.05"} 1.0
    http_server_request_duration_seconds_bucket{error_type="503",http_request_method="GET",http_response_status_code="503",http_route="/fail",le="0.075"} 1.0
    http_server_request_duration_seconds_bucket{error_type="503",http_request_method="GET",http_response_status_code="503",http_route="/fail",le="0.1"} 1.0
    http_server_request_duration_seconds_bucket{error_type="503",http_request_method="GET",http_response_status_code="503",http_route="/fail",le="0.25"} 1.0
    http_server_request_duration_seconds_bucket{error_type="503",http_request_method="GET",http_response_status_code="503",http_route="/fail",le="0.5"} 1.0
    http_server_request_duration_seconds_bucket{error_type="503",http_request_method="GET",http_response_status_code="503",http_route="/fail",le="0.75"} 1.0
    http_server_request_duration_seconds_bucket{error_type="503",http_request_method="GET",http_response_status_code="503",http_route="/fail",le="1"} 1.0
    http_server_request_duration_seconds_bucket{error_type="503",http_request_method="GET",http_response_status_code="503",http_route="/fail",le="2.5"} 1.0
    http_server_request_duration_seconds_bucket{error_type="503",http_request_method="GET",http_response_status_code="503",http_route="/fail",le="5"} 1.0
    http_server_request_duration_seconds_bucket{error_type="503",http_request_method="GET",http_response_status_code="503",http_route="/fail",le="7.5"} 1.0
    http_server_request_duration_seconds_bucket{error_type="503",http_request_method="GET",http_response_status_code="503",http_route="/fail",le="10"} 1.0
    http_server_request_duration_seconds_bucket{error_type="503",http_request_method="GET",http_response_status_code="503",http_route="/fail",le="+Inf"} 1.0
    http_server_request_duration_seconds_count{error_type="503",http_request_method="GET",http_response_status_code="503",http_route="/fail"} 1.0
    http_server_request_duration_seconds_sum{error_type="503",http_request_method="GET",http_response_status_code="503",http_route="/fail"} 0.0012979369998902257

    """#

  static let second = #"""
    # TYPE process_resident_memory_bytes gauge
    process_resident_memory_bytes 5.3825536e+07
    # TYPE process_start_time_seconds gauge
    process_start_time_seconds 1.79522964047e+09
    # TYPE http_server_active_requests gauge
    http_server_active_requests{http_request_method="GET"} 0.0
    # TYPE http_server_request_duration_seconds histogram
    http_server_request_duration_seconds_bucket{error_type="",http_request_method="GET",http_response_status_code="200",http_route="/users/{uid}",le="0.005"} 2.0
    http_server_request_duration_seconds_bucket{error_type="",http_request_method="GET",http_response_status_code="200",http_route="/users/{uid}",le="0.01"} 3.0
    http_server_request_duration_seconds_bucket{error_type="",http_request_method="GET",http_response_status_code="200",http_route="/users/{uid}",le="0.025"} 7.0
    http_server_request_duration_seconds_bucket{error_type="",http_request_method="GET",http_response_status_code="200",http_route="/users/{uid}",le="0.05"} 11.0
    http_server_request_duration_seconds_bucket{error_type="",http_request_method="GET",http_response_status_code="200",http_route="/users/{uid}",le="0.075"} 11.0
    http_server_request_duration_seconds_bucket{error_type="",http_request_method="GET",http_response_status_code="200",http_route="/users/{uid}",le="0.1"} 11.0
    http_server_request_duration_seconds_bucket{error_type="",http_request_method="GET",http_response_status_code="200",http_route="/users/{uid}",le="0.25"} 11.0
    http_server_request_duration_seconds_bucket{error_type="",http_request_method="GET",http_response_status_code="200",http_route="/users/{uid}",le="0.5"} 11.0
    http_server_request_duration_seconds_bucket{error_type="",http_request_method="GET",http_response_status_code="200",http_route="/users/{uid}",le="0.75"} 11.0
    http_server_request_duration_seconds_bucket{error_type="",http_request_method="GET",http_response_status_code="200",http_route="/users/{uid}",le="1"} 11.0
    http_server_request_duration_seconds_bucket{error_type="",http_request_method="GET",http_response_status_code="200",http_route="/users/{uid}",le="2.5"} 11.0
    http_server_request_duration_seconds_bucket{error_type="",http_request_method="GET",http_response_status_code="200",http_route="/users/{uid}",le="5"} 11.0
    http_server_request_duration_seconds_bucket{error_type="",http_request_method="GET",http_response_status_code="200",http_route="/users/{uid}",le="7.5"} 11.0
    http_server_request_duration_seconds_bucket{error_type="",http_request_method="GET",http_response_status_code="200",http_route="/users/{uid}",le="10"} 11.0
    http_server_request_duration_seconds_bucket{error_type="",http_request_method="GET",http_response_status_code="200",http_route="/users/{uid}",le="+Inf"} 11.0
    http_server_request_duration_seconds_count{error_type="",http_request_method="GET",http_response_status_code="200",http_route="/users/{uid}"} 11.0
    http_server_request_duration_seconds_sum{error_type="",http_request_method="GET",http_response_status_code="200",http_route="/users/{uid}"} 0.27559135900082765
    http_server_request_duration_seconds_bucket{error_type="503",http_request_method="GET",http_response_status_code="503",http_route="/fail",le="0.005"} 2.0
    http_server_request_duration_seconds_bucket{error_type="503",http_request_method="GET",http_response_status_code="503",http_route="/fail",le="0.01"} 2.0
    http_server_request_duration_seconds_bucket{error_type="503",http_request_method="GET",http_response_status_code="503",http_route="/fail",le="0.025"} 2.0
    http_server_request_duration_seconds_bucket{error_type="503",http_request_method="GET",http_response_status_code="503",http_route="/fail",le="0.05"} 2.0
    http_server_request_duration_seconds_bucket{error_type="503",http_request_method="GET",http_response_status_code="503",http_route="/fail",le="0.075"} 2.0
    http_server_request_duration_seconds_bucket{error_type="503",http_request_method="GET",http_response_status_code="503",http_route="/fail",le="0.1"} 2.0
    http_server_request_duration_seconds_bucket{error_type="503",http_request_method="GET",http_response_status_code="503",http_route="/fail",le="0.25"} 2.0
    http_server_request_duration_seconds_bucket{error_type="503",http_request_method="GET",http_response_status_code="503",http_route="/fail",le="0.5"} 2.0
    http_server_request_duration_seconds_bucket{error_type="503",http_request_method="GET",http_response_status_code="503",http_route="/fail",le="0.75"} 2.0
    http_server_request_duration_seconds_bucket{error_type="503",http_request_method="GET",http_response_status_code="503",http_route="/fail",le="1"} 2.0
    http_server_request_duration_seconds_bucket{error_type="503",http_request_method="GET",http_response_status_code="503",http_route="/fail",le="2.5"} 2.0
    http_server_request_duration_seconds_bucket{error_type="503",http_request_method="GET",http_response_status_code="503",http_route="/fail",le="5"} 2.0
    http_server_request_duration_seconds_bucket{error_type="503",http_request_method="GET",http_response_status_code="503",http_route="/fail",le="7.5"} 2.0
    http_server_request_duration_seconds_bucket{error_type="503",http_request_method="GET",http_response_status_code="503",http_route="/fail",le="10"} 2.0
    http_server_request_duration_seconds_bucket{error_type="503",http_request_method="GET",http_response_status_code="503",http_route="/fail",le="+Inf"} 2.0
    http_server_request_duration_seconds_count{error_type="503",http_request_method="GET",http_response_status_code="503",http_route="/fail"} 2.0
    http_server_request_duration_seconds_sum{error_type="503",http_request_method="GET",http_response_status_code="503",http_route="/fail"} 0.002293534999807889

    """#
}
