/// Two consecutive scrapes of a real target: prometheus_flask_exporter with group_by=url_rule, trimmed to what matters.
enum FlaskExporterSample {
  static let first = #"""
    # TYPE process_resident_memory_bytes gauge
    process_resident_memory_bytes 3.352576e+07
    # TYPE process_start_time_seconds gauge
    process_start_time_seconds 1.79522964044e+09
    # TYPE process_cpu_seconds_total counter
    process_cpu_seconds_total 0.27
    # TYPE flask_exporter_info gauge
    flask_exporter_info{version="0.23.2"} 1.0
    # TYPE flask_http_request_duration_seconds histogram
    flask_http_request_duration_seconds_bucket{le="0.005",method="GET",status="200",url_rule="/users/<int:uid>"} 1.0
    flask_http_request_duration_seconds_bucket{le="0.01",method="GET",status="200",url_rule="/users/<int:uid>"} 1.0
    flask_http_request_duration_seconds_bucket{le="0.025",method="GET",status="200",url_rule="/users/<int:uid>"} 3.0
    flask_http_request_duration_seconds_bucket{le="0.05",method="GET",status="200",url_rule="/users/<int:uid>"} 4.0
    flask_http_request_duration_seconds_bucket{le="0.075",method="GET",status="200",url_rule="/users/<int:uid>"} 4.0
    flask_http_request_duration_seconds_bucket{le="0.1",method="GET",status="200",url_rule="/users/<int:uid>"} 4.0
    flask_http_request_duration_seconds_bucket{le="0.25",method="GET",status="200",url_rule="/users/<int:uid>"} 4.0
    flask_http_request_duration_seconds_bucket{le="0.5",method="GET",status="200",url_rule="/users/<int:uid>"} 4.0
    flask_http_request_duration_seconds_bucket{le="0.75",method="GET",status="200",url_rule="/users/<int:uid>"} 4.0
    flask_http_request_duration_seconds_bucket{le="1.0",method="GET",status="200",url_rule="/users/<int:uid>"} 4.0
    flask_http_request_duration_seconds_bucket{le="2.5",method="GET",status="200",url_rule="/users/<int:uid>"} 4.0
    flask_http_request_duration_seconds_bucket{le="5.0",method="GET",status="200",url_rule="/users/<int:uid>"} 4.0
    flask_http_request_duration_seconds_bucket{le="7.5",method="GET",status="200",url_rule="/users/<int:uid>"} 4.0
    flask_http_request_duration_seconds_bucket{le="10.0",method="GET",status="200",url_rule="/users/<int:uid>"} 4.0
    flask_http_request_duration_seconds_bucket{le="+Inf",method="GET",status="200",url_rule="/users/<int:uid>"} 4.0
    flask_http_request_duration_seconds_count{method="GET",status="200",url_rule="/users/<int:uid>"} 4.0
    flask_http_request_duration_seconds_sum{method="GET",status="200",url_rule="/users/<int:uid>"} 0.0831473169992023
    flask_http_request_duration_seconds_bucket{le="0.005",method="GET",status="503",url_rule="/fail"} 1.0
    flask_http_request_duration_seconds_bucket{le="0.01",method="GET",status="503",url_rule="/fail"} 1.0
    flask_http_request_duration_seconds_bucket{le="0.025",method="GET",status="503",url_rule="/fail"} 1.0
    flask_http_request_duration_seconds_bucket{le="0.05",method="GET",status="503",url_rule="/fail"} 1.0
    flask_http_request_duration_seconds_bucket{le="0.075",method="GET",status="503",url_rule="/fail"} 1.0
    flask_http_request_duration_seconds_bucket{le="0.1",method="GET",status="503",url_rule="/fail"} 1.0
    flask_http_request_duration_seconds_bucket{le="0.25",method="GET",status="503",url_rule="/fail"} 1.0
    flask_http_request_duration_seconds_bucket{le="0.5",method="GET",status="503",url_rule="/fail"} 1.0
    flask_http_request_duration_seconds_bucket{le="0.75",method="GET",status="503",url_rule="/fail"} 1.0
    flask_http_request_duration_seconds_bucket{le="1.0",method="GET",status="503",url_rule="/fail"} 1.0
    flask_http_request_duration_seconds_bucket{le="2.5",method="GET",status="503",url_rule="/fail"} 1.0
    flask_http_request_duration_seconds_bucket{le="5.0",method="GET",status="503",url_rule="/fail"} 1.0
    flask_http_request_duration_seconds_bucket{le="7.5",method="GET",status="503",url_rule="/fail"} 1.0
    flask_http_request_duration_seconds_bucket{le="10.0",method="GET",status="503",url_rule="/fail"} 1.0
    flask_http_request_duration_seconds_bucket{le="+Inf",method="GET",status="503",url_rule="/fail"} 1.0
    flask_http_request_duration_seconds_count{method="GET",status="503",url_rule="/fail"} 1.0
    flask_http_request_duration_seconds_sum{method="GET",status="503",url_rule="/fail"} 0.0002438120000078925
    # TYPE flask_http_request_total counter
    flask_http_request_total{method="GET",status="200"} 4.0
    flask_http_request_total{method="GET",status="503"} 1.0
    # TYPE flask_http_request_exceptions_total counter

    """#

  static let second = #"""
    # TYPE process_resident_memory_bytes gauge
    process_resident_memory_bytes 3.3656832e+07
    # TYPE process_start_time_seconds gauge
    process_start_time_seconds 1.79522964044e+09
    # TYPE process_cpu_seconds_total counter
    process_cpu_seconds_total 0.29000000000000004
    # TYPE flask_exporter_info gauge
    flask_exporter_info{version="0.23.2"} 1.0
    # TYPE flask_http_request_duration_seconds histogram
    flask_http_request_duration_seconds_bucket{le="0.005",method="GET",status="200",url_rule="/users/<int:uid>"} 3.0
    flask_http_request_duration_seconds_bucket{le="0.01",method="GET",status="200",url_rule="/users/<int:uid>"} 3.0
    flask_http_request_duration_seconds_bucket{le="0.025",method="GET",status="200",url_rule="/users/<int:uid>"} 8.0
    flask_http_request_duration_seconds_bucket{le="0.05",method="GET",status="200",url_rule="/users/<int:uid>"} 11.0
    flask_http_request_duration_seconds_bucket{le="0.075",method="GET",status="200",url_rule="/users/<int:uid>"} 11.0
    flask_http_request_duration_seconds_bucket{le="0.1",method="GET",status="200",url_rule="/users/<int:uid>"} 11.0
    flask_http_request_duration_seconds_bucket{le="0.25",method="GET",status="200",url_rule="/users/<int:uid>"} 11.0
    flask_http_request_duration_seconds_bucket{le="0.5",method="GET",status="200",url_rule="/users/<int:uid>"} 11.0
    flask_http_request_duration_seconds_bucket{le="0.75",method="GET",status="200",url_rule="/users/<int:uid>"} 11.0
    flask_http_request_duration_seconds_bucket{le="1.0",method="GET",status="200",url_rule="/users/<int:uid>"} 11.0
    flask_http_request_duration_seconds_bucket{le="2.5",method="GET",status="200",url_rule="/users/<int:uid>"} 11.0
    flask_http_request_duration_seconds_bucket{le="5.0",method="GET",status="200",url_rule="/users/<int:uid>"} 11.0
    flask_http_request_duration_seconds_bucket{le="7.5",method="GET",status="200",url_rule="/users/<int:uid>"} 11.0
    flask_http_request_duration_seconds_bucket{le="10.0",method="GET",status="200",url_rule="/users/<int:uid>"} 11.0
    flask_http_request_duration_seconds_bucket{le="+Inf",method="GET",status="200",url_rule="/users/<int:uid>"} 11.0
    flask_http_request_duration_seconds_count{method="GET",status="200",url_rule="/users/<int:uid>"} 11.0
    flask_http_request_duration_seconds_sum{method="GET",status="200",url_rule="/users/<int:uid>"} 0.22514346799971463
    flask_http_request_duration_seconds_bucket{le="0.005",method="GET",status="503",url_rule="/fail"} 2.0
    flask_http_request_duration_seconds_bucket{le="0.01",method="GET",status="503",url_rule="/fail"} 2.0
    flask_http_request_duration_seconds_bucket{le="0.025",method="GET",status="503",url_rule="/fail"} 2.0
    flask_http_request_duration_seconds_bucket{le="0.05",method="GET",status="503",url_rule="/fail"} 2.0
    flask_http_request_duration_seconds_bucket{le="0.075",method="GET",status="503",url_rule="/fail"} 2.0
    flask_http_request_duration_seconds_bucket{le="0.1",method="GET",status="503",url_rule="/fail"} 2.0
    flask_http_request_duration_seconds_bucket{le="0.25",method="GET",status="503",url_rule="/fail"} 2.0
    flask_http_request_duration_seconds_bucket{le="0.5",method="GET",status="503",url_rule="/fail"} 2.0
    flask_http_request_duration_seconds_bucket{le="0.75",method="GET",status="503",url_rule="/fail"} 2.0
    flask_http_request_duration_seconds_bucket{le="1.0",method="GET",status="503",url_rule="/fail"} 2.0
    flask_http_request_duration_seconds_bucket{le="2.5",method="GET",status="503",url_rule="/fail"} 2.0
    flask_http_request_duration_seconds_bucket{le="5.0",method="GET",status="503",url_rule="/fail"} 2.0
    flask_http_request_duration_seconds_bucket{le="7.5",method="GET",status="503",url_rule="/fail"} 2.0
    flask_http_request_duration_seconds_bucket{le="10.0",method="GET",status="503",url_rule="/fail"} 2.0
    flask_http_request_duration_seconds_bucket{le="+Inf",method="GET",status="503",url_rule="/fail"} 2.0
    flask_http_request_duration_seconds_count{method="GET",status="503",url_rule="/fail"} 2.0
    flask_http_request_duration_seconds_sum{method="GET",status="503",url_rule="/fail"} 0.0004698679999819433
    # TYPE flask_http_request_total counter
    flask_http_request_total{method="GET",status="200"} 11.0
    flask_http_request_total{method="GET",status="503"} 2.0
    # TYPE flask_http_request_exceptions_total counter

    """#
}
