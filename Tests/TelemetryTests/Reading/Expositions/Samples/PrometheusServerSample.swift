/// Two consecutive scrapes of a real target: Prometheus 2.42, whose handlers are wrapped with promhttp, trimmed to what matters.
enum PrometheusServerSample {
  static let first = #"""
    # TYPE go_gc_duration_seconds summary
    go_gc_duration_seconds{quantile="0"} 4.0781e-05
    go_gc_duration_seconds{quantile="0.25"} 4.0781e-05
    go_gc_duration_seconds{quantile="0.5"} 0.003869714
    go_gc_duration_seconds{quantile="0.75"} 0.007056978
    go_gc_duration_seconds{quantile="1"} 0.007056978
    go_gc_duration_seconds_sum 0.010967473
    go_gc_duration_seconds_count 3
    # TYPE go_goroutines gauge
    go_goroutines 27
    # TYPE go_info gauge
    go_info{version="go1.19.8"} 1
    # TYPE go_memstats_heap_alloc_bytes gauge
    go_memstats_heap_alloc_bytes 8.057552e+06
    # TYPE go_threads gauge
    go_threads 8
    # TYPE process_cpu_seconds_total counter
    process_cpu_seconds_total 0.08
    # TYPE process_resident_memory_bytes gauge
    process_resident_memory_bytes 4.3876352e+07
    # TYPE process_start_time_seconds gauge
    process_start_time_seconds 1.79522964863e+09
    # TYPE promhttp_metric_handler_requests_in_flight gauge
    promhttp_metric_handler_requests_in_flight 1
    # TYPE promhttp_metric_handler_requests_total counter
    promhttp_metric_handler_requests_total{code="200"} 0
    promhttp_metric_handler_requests_total{code="500"} 0
    promhttp_metric_handler_requests_total{code="503"} 0

    """#

  static let second = #"""
    # TYPE go_gc_duration_seconds summary
    go_gc_duration_seconds{quantile="0"} 4.0781e-05
    go_gc_duration_seconds{quantile="0.25"} 4.0781e-05
    go_gc_duration_seconds{quantile="0.5"} 0.003869714
    go_gc_duration_seconds{quantile="0.75"} 0.007056978
    go_gc_duration_seconds{quantile="1"} 0.007056978
    go_gc_duration_seconds_sum 0.010967473
    go_gc_duration_seconds_count 3
    # TYPE go_goroutines gauge
    go_goroutines 27
    # TYPE go_info gauge
    go_info{version="go1.19.8"} 1
    # TYPE go_memstats_heap_alloc_bytes gauge
    go_memstats_heap_alloc_bytes 8.314864e+06
    # TYPE go_threads gauge
    go_threads 8
    # TYPE process_cpu_seconds_total counter
    process_cpu_seconds_total 0.08
    # TYPE process_resident_memory_bytes gauge
    process_resident_memory_bytes 4.4269568e+07
    # TYPE process_start_time_seconds gauge
    process_start_time_seconds 1.79522964863e+09
    # TYPE prometheus_http_request_duration_seconds histogram
    prometheus_http_request_duration_seconds_bucket{handler="/api/v1/query",le="0.1"} 6
    prometheus_http_request_duration_seconds_bucket{handler="/api/v1/query",le="0.2"} 6
    prometheus_http_request_duration_seconds_bucket{handler="/api/v1/query",le="0.4"} 6
    prometheus_http_request_duration_seconds_bucket{handler="/api/v1/query",le="1"} 6
    prometheus_http_request_duration_seconds_bucket{handler="/api/v1/query",le="3"} 6
    prometheus_http_request_duration_seconds_bucket{handler="/api/v1/query",le="8"} 6
    prometheus_http_request_duration_seconds_bucket{handler="/api/v1/query",le="20"} 6
    prometheus_http_request_duration_seconds_bucket{handler="/api/v1/query",le="60"} 6
    prometheus_http_request_duration_seconds_bucket{handler="/api/v1/query",le="120"} 6
    prometheus_http_request_duration_seconds_bucket{handler="/api/v1/query",le="+Inf"} 6
    prometheus_http_request_duration_seconds_sum{handler="/api/v1/query"} 0.001939388
    prometheus_http_request_duration_seconds_count{handler="/api/v1/query"} 6
    prometheus_http_request_duration_seconds_bucket{handler="/metrics",le="0.1"} 1
    prometheus_http_request_duration_seconds_bucket{handler="/metrics",le="0.2"} 1
    prometheus_http_request_duration_seconds_bucket{handler="/metrics",le="0.4"} 1
    prometheus_http_request_duration_seconds_bucket{handler="/metrics",le="1"} 1
    prometheus_http_request_duration_seconds_bucket{handler="/metrics",le="3"} 1
    prometheus_http_request_duration_seconds_bucket{handler="/metrics",le="8"} 1
    prometheus_http_request_duration_seconds_bucket{handler="/metrics",le="20"} 1
    prometheus_http_request_duration_seconds_bucket{handler="/metrics",le="60"} 1
    prometheus_http_request_duration_seconds_bucket{handler="/metrics",le="120"} 1
    prometheus_http_request_duration_seconds_bucket{handler="/metrics",le="+Inf"} 1
    prometheus_http_request_duration_seconds_sum{handler="/metrics"} 0.001441961
    prometheus_http_request_duration_seconds_count{handler="/metrics"} 1
    # TYPE prometheus_http_requests_total counter
    prometheus_http_requests_total{code="200",handler="/api/v1/query"} 3
    prometheus_http_requests_total{code="200",handler="/metrics"} 1
    prometheus_http_requests_total{code="400",handler="/api/v1/query"} 3
    # TYPE promhttp_metric_handler_requests_in_flight gauge
    promhttp_metric_handler_requests_in_flight 1
    # TYPE promhttp_metric_handler_requests_total counter
    promhttp_metric_handler_requests_total{code="200"} 1
    promhttp_metric_handler_requests_total{code="500"} 0
    promhttp_metric_handler_requests_total{code="503"} 0

    """#
}
