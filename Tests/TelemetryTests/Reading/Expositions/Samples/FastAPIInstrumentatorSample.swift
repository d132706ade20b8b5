/// Two consecutive scrapes of a real target: prometheus-fastapi-instrumentator, prometheus_client 0.0.4 text, trimmed to what matters.
enum FastAPIInstrumentatorSample {
  static let first = #"""
    # TYPE python_info gauge
    python_info{implementation="CPython",major="3",minor="11",patchlevel="7",version="3.11.7"} 1.0
    # TYPE process_resident_memory_bytes gauge
    process_resident_memory_bytes 5.0229248e+07
    # TYPE process_start_time_seconds gauge
    process_start_time_seconds 1.79522964042e+09
    # TYPE process_cpu_seconds_total counter
    process_cpu_seconds_total 0.51
    # TYPE http_requests_total counter
    http_requests_total{handler="/orders",method="POST",status="2xx"} 1.0
    # TYPE http_request_duration_highr_seconds histogram
    http_request_duration_highr_seconds_bucket{le="0.5"} 1.0
    http_request_duration_highr_seconds_bucket{le="+Inf"} 1.0
    http_request_duration_highr_seconds_count 1.0
    http_request_duration_highr_seconds_sum 0.20273728199981633
    # TYPE http_request_duration_seconds histogram
    http_request_duration_seconds_bucket{handler="/orders",le="0.1",method="POST"} 0.0
    http_request_duration_seconds_bucket{handler="/orders",le="0.5",method="POST"} 1.0
    http_request_duration_seconds_bucket{handler="/orders",le="1.0",method="POST"} 1.0
    http_request_duration_seconds_bucket{handler="/orders",le="+Inf",method="POST"} 1.0
    http_request_duration_seconds_count{handler="/orders",method="POST"} 1.0
    http_request_duration_seconds_sum{handler="/orders",method="POST"} 0.20273728199981633
    # TYPE http_requests_inprogress gauge
    http_requests_inprogress{handler="/orders",method="POST"} 0.0
    http_requests_inprogress{handler="/metrics",method="GET"} 1.0

    """#

  static let second = #"""
    # TYPE python_info gauge
    python_info{implementation="CPython",major="3",minor="11",patchlevel="7",version="3.11.7"} 1.0
    # TYPE process_resident_memory_bytes gauge
    process_resident_memory_bytes 5.0491392e+07
    # TYPE process_start_time_seconds gauge
    process_start_time_seconds 1.79522964042e+09
    # TYPE process_cpu_seconds_total counter
    process_cpu_seconds_total 0.54
    # TYPE http_requests_total counter
    http_requests_total{handler="/orders",method="POST",status="2xx"} 2.0
    http_requests_total{handler="/metrics",method="GET",status="2xx"} 2.0
    http_requests_total{handler="/users/{uid}",method="GET",status="2xx"} 7.0
    http_requests_total{handler="/fail",method="GET",status="5xx"} 1.0
    # TYPE http_request_duration_highr_seconds histogram
    http_request_duration_highr_seconds_bucket{le="0.5"} 12.0
    http_request_duration_highr_seconds_bucket{le="+Inf"} 12.0
    http_request_duration_highr_seconds_count 12.0
    http_request_duration_highr_seconds_sum 0.5248846499998763
    # TYPE http_request_duration_seconds histogram
    http_request_duration_seconds_bucket{handler="/orders",le="0.1",method="POST"} 0.0
    http_request_duration_seconds_bucket{handler="/orders",le="0.5",method="POST"} 2.0
    http_request_duration_seconds_bucket{handler="/orders",le="1.0",method="POST"} 2.0
    http_request_duration_seconds_bucket{handler="/orders",le="+Inf",method="POST"} 2.0
    http_request_duration_seconds_count{handler="/orders",method="POST"} 2.0
    http_request_duration_seconds_sum{handler="/orders",method="POST"} 0.353840843999933
    http_request_duration_seconds_bucket{handler="/metrics",le="0.1",method="GET"} 2.0
    http_request_duration_seconds_bucket{handler="/metrics",le="0.5",method="GET"} 2.0
    http_request_duration_seconds_bucket{handler="/metrics",le="1.0",method="GET"} 2.0
    http_request_duration_seconds_bucket{handler="/metrics",le="+Inf",method="GET"} 2.0
    http_request_duration_seconds_count{handler="/metrics",method="GET"} 2.0
    http_request_duration_seconds_sum{handler="/metrics",method="GET"} 0.010994332999871403
    http_request_duration_seconds_bucket{handler="/users/{uid}",le="0.1",method="GET"} 7.0
    http_request_duration_seconds_bucket{handler="/users/{uid}",le="0.5",method="GET"} 7.0
    http_request_duration_seconds_bucket{handler="/users/{uid}",le="1.0",method="GET"} 7.0
    http_request_duration_seconds_bucket{handler="/users/{uid}",le="+Inf",method="GET"} 7.0
    http_request_duration_seconds_count{handler="/users/{uid}",method="GET"} 7.0
    http_request_duration_seconds_sum{handler="/users/{uid}",method="GET"} 0.1537663139997676
    http_request_duration_seconds_bucket{handler="/fail",le="0.1",method="GET"} 1.0
    http_request_duration_seconds_bucket{handler="/fail",le="0.5",method="GET"} 1.0
    http_request_duration_seconds_bucket{handler="/fail",le="1.0",method="GET"} 1.0
    http_request_duration_seconds_bucket{handler="/fail",le="+Inf",method="GET"} 1.0
    http_request_duration_seconds_count{handler="/fail",method="GET"} 1.0
    http_request_duration_seconds_sum{handler="/fail",method="GET"} 0.006283159000304295
    # TYPE http_requests_inprogress gauge
    http_requests_inprogress{handler="/orders",method="POST"} 0.0
    http_requests_inprogress{handler="/metrics",method="GET"} 1.0
    http_requests_inprogress{handler="/users/{uid}",method="GET"} 0.0
    http_requests_inprogress{handler="/fail",method="GET"} 0.0

    """#
}
