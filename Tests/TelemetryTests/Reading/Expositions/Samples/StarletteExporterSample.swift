/// Two consecutive scrapes of a real target: starlette_exporter, trimmed to what matters.
enum StarletteExporterSample {
  static let first = #"""
    # TYPE process_resident_memory_bytes gauge
    process_resident_memory_bytes 5.0130944e+07
    # TYPE process_start_time_seconds gauge
    process_start_time_seconds 1.79522964042e+09
    # TYPE process_cpu_seconds_total counter
    process_cpu_seconds_total 0.54
    # TYPE starlette_requests_in_progress gauge
    starlette_requests_in_progress{app_name="shop",method="GET"} 1.0
    # TYPE starlette_requests_total counter
    starlette_requests_total{app_name="shop",method="GET",path="/users/{uid}",status_code="200"} 1.0
    starlette_requests_total{app_name="shop",method="GET",path="/fail",status_code="503"} 1.0
    # TYPE starlette_request_duration_seconds histogram
    starlette_request_duration_seconds_bucket{app_name="shop",le="0.005",method="GET",path="/users/{uid}",status_code="200"} 0.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="0.01",method="GET",path="/users/{uid}",status_code="200"} 0.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="0.025",method="GET",path="/users/{uid}",status_code="200"} 0.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="0.05",method="GET",path="/users/{uid}",status_code="200"} 0.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="0.075",method="GET",path="/users/{uid}",status_code="200"} 0.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="0.1",method="GET",path="/users/{uid}",status_code="200"} 0.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="0.25",method="GET",path="/users/{uid}",status_code="200"} 1.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="0.5",method="GET",path="/users/{uid}",status_code="200"} 1.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="0.75",method="GET",path="/users/{uid}",status_code="200"} 1.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="1.0",method="GET",path="/users/{uid}",status_code="200"} 1.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="2.5",method="GET",path="/users/{uid}",status_code="200"} 1.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="5.0",method="GET",path="/users/{uid}",status_code="200"} 1.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="7.5",method="GET",path="/users/{uid}",status_code="200"} 1.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="10.0",method="GET",path="/users/{uid}",status_code="200"} 1.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="+Inf",method="GET",path="/users/{uid}",status_code="200"} 1.0
    starlette_request_duration_seconds_count{app_name="shop",method="GET",path="/users/{uid}",status_code="200"} 1.0
    starlette_request_duration_seconds_sum{app_name="shop",method="GET",path="/users/{uid}",status_code="200"} 0.14411216700000296
    starlette_request_duration_seconds_bucket{app_name="shop",le="0.005",method="GET",path="/fail",status_code="503"} 0.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="0.01",method="GET",path="/fail",status_code="503"} 0.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="0.025",method="GET",path="/fail",status_code="503"} 1.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="0.05",method="GET",path="/fail",status_code="503"} 1.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="0.075",method="GET",path="/fail",status_code="503"} 1.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="0.1",method="GET",path="/fail",status_code="503"} 1.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="0.25",method="GET",path="/fail",status_code="503"} 1.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="0.5",method="GET",path="/fail",status_code="503"} 1.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="0.75",method="GET",path="/fail",status_code="503"} 1.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="1.0",method="GET",path="/fail",status_code="503"} 1.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="2.5",method="GET",path="/fail",status_code="503"} 1.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="5.0",method="GET",path="/fail",status_code="503"} 1.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="7.5",method="GET",path="/fail",status_code="503"} 1.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="10.0",method="GET",path="/fail",status_code="503"} 1.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="+Inf",method="GET",path="/fail",status_code="503"} 1.0
    starlette_request_duration_seconds_count{app_name="shop",method="GET",path="/fail",status_code="503"} 1.0
    starlette_request_duration_seconds_sum{app_name="shop",method="GET",path="/fail",status_code="503"} 0.011727971999789588

    """#

  static let second = #"""
    # TYPE process_resident_memory_bytes gauge
    process_resident_memory_bytes 5.0262016e+07
    # TYPE process_start_time_seconds gauge
    process_start_time_seconds 1.79522964042e+09
    # TYPE process_cpu_seconds_total counter
    process_cpu_seconds_total 0.57
    # TYPE starlette_requests_in_progress gauge
    starlette_requests_in_progress{app_name="shop",method="GET"} 1.0
    # TYPE starlette_requests_total counter
    starlette_requests_total{app_name="shop",method="GET",path="/users/{uid}",status_code="200"} 8.0
    starlette_requests_total{app_name="shop",method="GET",path="/fail",status_code="503"} 2.0
    starlette_requests_total{app_name="shop",method="GET",path="/metrics",status_code="200"} 2.0
    # TYPE starlette_request_duration_seconds histogram
    starlette_request_duration_seconds_bucket{app_name="shop",le="0.005",method="GET",path="/users/{uid}",status_code="200"} 2.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="0.01",method="GET",path="/users/{uid}",status_code="200"} 2.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="0.025",method="GET",path="/users/{uid}",status_code="200"} 5.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="0.05",method="GET",path="/users/{uid}",status_code="200"} 7.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="0.075",method="GET",path="/users/{uid}",status_code="200"} 7.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="0.1",method="GET",path="/users/{uid}",status_code="200"} 7.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="0.25",method="GET",path="/users/{uid}",status_code="200"} 8.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="0.5",method="GET",path="/users/{uid}",status_code="200"} 8.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="0.75",method="GET",path="/users/{uid}",status_code="200"} 8.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="1.0",method="GET",path="/users/{uid}",status_code="200"} 8.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="2.5",method="GET",path="/users/{uid}",status_code="200"} 8.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="5.0",method="GET",path="/users/{uid}",status_code="200"} 8.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="7.5",method="GET",path="/users/{uid}",status_code="200"} 8.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="10.0",method="GET",path="/users/{uid}",status_code="200"} 8.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="+Inf",method="GET",path="/users/{uid}",status_code="200"} 8.0
    starlette_request_duration_seconds_count{app_name="shop",method="GET",path="/users/{uid}",status_code="200"} 8.0
    starlette_request_duration_seconds_sum{app_name="shop",method="GET",path="/users/{uid}",status_code="200"} 0.29441274600003453
    starlette_request_duration_seconds_bucket{app_name="shop",le="0.005",method="GET",path="/fail",status_code="503"} 1.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="0.01",method="GET",path="/fail",status_code="503"} 1.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="0.025",method="GET",path="/fail",status_code="503"} 2.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="0.05",method="GET",path="/fail",status_code="503"} 2.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="0.075",method="GET",path="/fail",status_code="503"} 2.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="0.1",method="GET",path="/fail",status_code="503"} 2.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="0.25",method="GET",path="/fail",status_code="503"} 2.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="0.5",method="GET",path="/fail",status_code="503"} 2.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="0.75",method="GET",path="/fail",status_code="503"} 2.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="1.0",method="GET",path="/fail",status_code="503"} 2.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="2.5",method="GET",path="/fail",status_code="503"} 2.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="5.0",method="GET",path="/fail",status_code="503"} 2.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="7.5",method="GET",path="/fail",status_code="503"} 2.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="10.0",method="GET",path="/fail",status_code="503"} 2.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="+Inf",method="GET",path="/fail",status_code="503"} 2.0
    starlette_request_duration_seconds_count{app_name="shop",method="GET",path="/fail",status_code="503"} 2.0
    starlette_request_duration_seconds_sum{app_name="shop",method="GET",path="/fail",status_code="503"} 0.012306781999541272
    starlette_request_duration_seconds_bucket{app_name="shop",le="0.005",method="GET",path="/metrics",status_code="200"} 1.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="0.01",method="GET",path="/metrics",status_code="200"} 2.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="0.025",method="GET",path="/metrics",status_code="200"} 2.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="0.05",method="GET",path="/metrics",status_code="200"} 2.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="0.075",method="GET",path="/metrics",status_code="200"} 2.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="0.1",method="GET",path="/metrics",status_code="200"} 2.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="0.25",method="GET",path="/metrics",status_code="200"} 2.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="0.5",method="GET",path="/metrics",status_code="200"} 2.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="0.75",method="GET",path="/metrics",status_code="200"} 2.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="1.0",method="GET",path="/metrics",status_code="200"} 2.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="2.5",method="GET",path="/metrics",status_code="200"} 2.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="5.0",method="GET",path="/metrics",status_code="200"} 2.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="7.5",method="GET",path="/metrics",status_code="200"} 2.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="10.0",method="GET",path="/metrics",status_code="200"} 2.0
    starlette_request_duration_seconds_bucket{app_name="shop",le="+Inf",method="GET",path="/metrics",status_code="200"} 2.0
    starlette_request_duration_seconds_count{app_name="shop",method="GET",path="/metrics",status_code="200"} 2.0
    starlette_request_duration_seconds_sum{app_name="shop",method="GET",path="/metrics",status_code="200"} 0.007014134000201011

    """#
}
