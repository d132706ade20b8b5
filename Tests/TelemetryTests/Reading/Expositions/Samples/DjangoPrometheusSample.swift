/// Two consecutive scrapes of a real target: django-prometheus, trimmed to what matters.
enum DjangoPrometheusSample {
  static let first = #"""
    # TYPE process_resident_memory_bytes gauge
    process_resident_memory_bytes 4.2094592e+07
    # TYPE process_start_time_seconds gauge
    process_start_time_seconds 1.79522969347e+09
    # TYPE django_http_requests_latency_including_middlewares_seconds histogram
    django_http_requests_latency_including_middlewares_seconds_bucket{le="0.1"} 4.0
    django_http_requests_latency_including_middlewares_seconds_bucket{le="+Inf"} 4.0
    django_http_requests_latency_including_middlewares_seconds_count 4.0
    django_http_requests_latency_including_middlewares_seconds_sum 0.08461481700032891
    # TYPE django_http_requests_latency_seconds_by_view_method histogram
    django_http_requests_latency_seconds_by_view_method_bucket{le="0.01",method="GET",view="user"} 1.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="0.025",method="GET",view="user"} 3.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="0.05",method="GET",view="user"} 4.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="0.075",method="GET",view="user"} 4.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="0.1",method="GET",view="user"} 4.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="0.25",method="GET",view="user"} 4.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="0.5",method="GET",view="user"} 4.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="0.75",method="GET",view="user"} 4.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="1.0",method="GET",view="user"} 4.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="2.5",method="GET",view="user"} 4.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="5.0",method="GET",view="user"} 4.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="7.5",method="GET",view="user"} 4.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="10.0",method="GET",view="user"} 4.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="25.0",method="GET",view="user"} 4.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="50.0",method="GET",view="user"} 4.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="75.0",method="GET",view="user"} 4.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="+Inf",method="GET",view="user"} 4.0
    django_http_requests_latency_seconds_by_view_method_count{method="GET",view="user"} 4.0
    django_http_requests_latency_seconds_by_view_method_sum{method="GET",view="user"} 0.08425310100074057
    # TYPE django_http_responses_total_by_status_view_method_total counter
    django_http_responses_total_by_status_view_method_total{method="GET",status="200",view="user"} 4.0
    # TYPE django_cache_get_total counter
    django_cache_get_total{backend="locmem"} 8.0
    # TYPE django_cache_get_hits_total counter
    django_cache_get_hits_total{backend="locmem"} 3.0
    # TYPE django_cache_get_misses_total counter
    django_cache_get_misses_total{backend="locmem"} 5.0
    # TYPE django_cache_get_fail_total counter

    """#

  static let second = #"""
    # TYPE process_resident_memory_bytes gauge
    process_resident_memory_bytes 4.2094592e+07
    # TYPE process_start_time_seconds gauge
    process_start_time_seconds 1.79522969347e+09
    # TYPE django_http_requests_latency_including_middlewares_seconds histogram
    django_http_requests_latency_including_middlewares_seconds_bucket{le="0.1"} 13.0
    django_http_requests_latency_including_middlewares_seconds_bucket{le="+Inf"} 13.0
    django_http_requests_latency_including_middlewares_seconds_count 13.0
    django_http_requests_latency_including_middlewares_seconds_sum 0.22974327800011451
    # TYPE django_http_requests_latency_seconds_by_view_method histogram
    django_http_requests_latency_seconds_by_view_method_bucket{le="0.01",method="GET",view="user"} 3.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="0.025",method="GET",view="user"} 8.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="0.05",method="GET",view="user"} 11.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="0.075",method="GET",view="user"} 11.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="0.1",method="GET",view="user"} 11.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="0.25",method="GET",view="user"} 11.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="0.5",method="GET",view="user"} 11.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="0.75",method="GET",view="user"} 11.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="1.0",method="GET",view="user"} 11.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="2.5",method="GET",view="user"} 11.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="5.0",method="GET",view="user"} 11.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="7.5",method="GET",view="user"} 11.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="10.0",method="GET",view="user"} 11.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="25.0",method="GET",view="user"} 11.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="50.0",method="GET",view="user"} 11.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="75.0",method="GET",view="user"} 11.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="+Inf",method="GET",view="user"} 11.0
    django_http_requests_latency_seconds_by_view_method_count{method="GET",view="user"} 11.0
    django_http_requests_latency_seconds_by_view_method_sum{method="GET",view="user"} 0.22680026000125508
    django_http_requests_latency_seconds_by_view_method_bucket{le="0.01",method="GET",view="prometheus-django-metrics"} 1.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="0.025",method="GET",view="prometheus-django-metrics"} 1.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="0.05",method="GET",view="prometheus-django-metrics"} 1.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="0.075",method="GET",view="prometheus-django-metrics"} 1.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="0.1",method="GET",view="prometheus-django-metrics"} 1.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="0.25",method="GET",view="prometheus-django-metrics"} 1.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="0.5",method="GET",view="prometheus-django-metrics"} 1.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="0.75",method="GET",view="prometheus-django-metrics"} 1.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="1.0",method="GET",view="prometheus-django-metrics"} 1.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="2.5",method="GET",view="prometheus-django-metrics"} 1.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="5.0",method="GET",view="prometheus-django-metrics"} 1.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="7.5",method="GET",view="prometheus-django-metrics"} 1.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="10.0",method="GET",view="prometheus-django-metrics"} 1.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="25.0",method="GET",view="prometheus-django-metrics"} 1.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="50.0",method="GET",view="prometheus-django-metrics"} 1.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="75.0",method="GET",view="prometheus-django-metrics"} 1.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="+Inf",method="GET",view="prometheus-django-metrics"} 1.0
    django_http_requests_latency_seconds_by_view_method_count{method="GET",view="prometheus-django-metrics"} 1.0
    django_http_requests_latency_seconds_by_view_method_sum{method="GET",view="prometheus-django-metrics"} 0.0017899579997902038
    django_http_requests_latency_seconds_by_view_method_bucket{le="0.01",method="GET",view="fail"} 1.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="0.025",method="GET",view="fail"} 1.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="0.05",method="GET",view="fail"} 1.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="0.075",method="GET",view="fail"} 1.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="0.1",method="GET",view="fail"} 1.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="0.25",method="GET",view="fail"} 1.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="0.5",method="GET",view="fail"} 1.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="0.75",method="GET",view="fail"} 1.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="1.0",method="GET",view="fail"} 1.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="2.5",method="GET",view="fail"} 1.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="5.0",method="GET",view="fail"} 1.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="7.5",method="GET",view="fail"} 1.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="10.0",method="GET",view="fail"} 1.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="25.0",method="GET",view="fail"} 1.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="50.0",method="GET",view="fail"} 1.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="75.0",method="GET",view="fail"} 1.0
    django_http_requests_latency_seconds_by_view_method_bucket{le="+Inf",method="GET",view="fail"} 1.0
    django_http_requests_latency_seconds_by_view_method_count{method="GET",view="fail"} 1.0
    django_http_requests_latency_seconds_by_view_method_sum{method="GET",view="fail"} 0.00019215500014979625
    # TYPE django_http_responses_total_by_status_view_method_total counter
    django_http_responses_total_by_status_view_method_total{method="GET",status="200",view="user"} 11.0
    django_http_responses_total_by_status_view_method_total{method="GET",status="200",view="prometheus-django-metrics"} 1.0
    django_http_responses_total_by_status_view_method_total{method="GET",status="503",view="fail"} 1.0
    # TYPE django_cache_get_total counter
    django_cache_get_total{backend="locmem"} 22.0
    # TYPE django_cache_get_hits_total counter
    django_cache_get_hits_total{backend="locmem"} 10.0
    # TYPE django_cache_get_misses_total counter
    django_cache_get_misses_total{backend="locmem"} 12.0
    # TYPE django_cache_get_fail_total counter

    """#
}
