extension MetricPreset {
  /// Metrics of `traefik`.
  ///
  /// https://doc.traefik.io/traefik/observability/metrics/overview/
  ///
  /// Entry point, router and service see the same requests; the first one found counts.
  static let traefik = MetricPreset(
    name: "traefik",
    detection: [
      "traefik_service_request_duration_seconds", "traefik_router_request_duration_seconds",
      "traefik_entrypoint_request_duration_seconds",
    ],
    vantage: "traefik",
    traffic: [
      TrafficRule(
        duration: ["traefik_router_request_duration_seconds"],
        counts: [.init("traefik_router_requests_total")], endpoint: ["router"],
        method: ["method"], status: ["code"]),
      TrafficRule(
        duration: ["traefik_service_request_duration_seconds"],
        counts: [.init("traefik_service_requests_total")], endpoint: ["service"],
        method: ["method"], status: ["code"]),
      TrafficRule(
        duration: ["traefik_entrypoint_request_duration_seconds"],
        counts: [.init("traefik_entrypoint_requests_total")], endpoint: ["entrypoint"],
        method: ["method"], status: ["code"]),
    ])

  /// Metrics of `envoy`.
  ///
  /// https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_conn_man/stats
  ///
  /// Times are milliseconds whatever the name says.
  static let envoy = MetricPreset(
    name: "envoy", detection: ["envoy_http_downstream_rq_time", "envoy_cluster_upstream_rq_time"],
    vantage: "envoy",
    traffic: [
      TrafficRule(
        duration: ["envoy_http_downstream_rq_time"],
        counts: [.init("envoy_http_downstream_rq_xx")],
        inFlight: ["envoy_http_downstream_rq_active"],
        endpoint: ["envoy_http_conn_manager_prefix"], status: ["envoy_response_code_class"],
        secondsPerUnit: 1e-3, excluded: ["admin"]),
      TrafficRule(
        kind: .outbound, group: "upstream", duration: ["envoy_cluster_upstream_rq_time"],
        counts: [.init("envoy_cluster_upstream_rq_xx")], endpoint: ["envoy_cluster_name"],
        status: ["envoy_response_code_class"], secondsPerUnit: 1e-3),
    ],
    signals: [
      SignalRule(
        "envoy_cluster_circuit_breakers_default_rq_open", .breakerState,
        by: ["envoy_cluster_name"], named: "envoy", fold: .maximum),
      SignalRule(
        "envoy_cluster_circuit_breakers_default_cx_open", .breakerState,
        by: ["envoy_cluster_name"], named: "envoy", fold: .maximum),
      SignalRule(
        "envoy_cluster_upstream_cx_active", .poolInUse, by: ["envoy_cluster_name"],
        named: "envoy"),
      SignalRule(
        "envoy_cluster_upstream_rq_pending_active", .poolWaiting, by: ["envoy_cluster_name"],
        named: "envoy"),
    ])

  /// Metrics of `istio`.
  ///
  /// https://istio.io/latest/docs/reference/config/metrics/
  ///
  /// Both sidecars report a request; only the receiving one is counted. A gateway is no receiver: it
  /// reports as the source alone, and so does a sidecar that only calls others.
  static let istio = MetricPreset(
    name: "istio", detection: ["istio_request_duration_milliseconds"], vantage: "istio",
    traffic: [
      TrafficRule(
        duration: ["istio_request_duration_milliseconds"], counts: [.init("istio_requests_total")],
        endpoint: ["destination_service_name", "destination_workload"],
        status: ["response_code"], secondsPerUnit: 1e-3,
        preferred: LabelCondition("reporter", "destination", ""))
    ])

  /// Metrics of `linkerd`.
  ///
  /// https://linkerd.io/2/reference/proxy-metrics/ (milliseconds)
  ///
  /// The proxy tells of both directions; requests that come in are the service's own.
  static let linkerd = MetricPreset(
    name: "linkerd", detection: ["response_latency_ms"], vantage: "linkerd",
    traffic: [
      TrafficRule(
        duration: ["response_latency_ms"], endpoint: ["rt_route", "route_name", "authority"],
        status: ["status_code"], secondsPerUnit: 1e-3,
        condition: LabelCondition("direction", "inbound"))
    ])

  /// Metrics of `caddy`.
  ///
  /// https://caddyserver.com/docs/metrics
  ///
  /// A request is observed by each handler it comes through. Those that hand it on to others are
  /// left out where one that answers it is there (https://github.com/caddyserver/caddy/issues/4644).
  /// Handlers that fail are counted and, before 2.8, not timed: of those no status is told.
  static let caddy = MetricPreset(
    name: "caddy",
    detection: ["caddy_http_request_duration_seconds", "caddy_http_requests_total"],
    vantage: "caddy",
    traffic: [
      TrafficRule(
        duration: ["caddy_http_request_duration_seconds"],
        counts: [
          .init("caddy_http_requests_total", scope: .all),
          .init("caddy_http_request_errors_total", scope: .untimedFailures),
        ],
        inFlight: ["caddy_http_requests_in_flight"], endpoint: ["handler"], method: ["method"],
        status: ["code"],
        enclosing: [
          "subroute", "encode", "headers", "rewrite", "vars", "map", "templates", "request_body",
          "authentication", "intercept", "tracing", "invoke", "push", "log_append",
        ])
    ])

  /// Metrics of `kong`.
  ///
  /// https://docs.konghq.com/hub/kong-inc/prometheus/ (milliseconds)
  static let kong = MetricPreset(
    name: "kong", detection: ["kong_request_latency_ms", "kong_http_requests_total"],
    vantage: "kong",
    traffic: [
      TrafficRule(
        duration: ["kong_request_latency_ms"], counts: [.init("kong_http_requests_total")],
        endpoint: ["route", "service"], status: ["code"], secondsPerUnit: 1e-3)
    ])

  /// Metrics of `apache_exporter`, which reads mod_status: a count, the time of all, no status.
  ///
  /// https://github.com/Lusitaniae/apache_exporter
  ///
  /// Its scoreboard counts the slots that there are: with threads these are more than
  /// `MaxRequestWorkers` lets be used, and so they are no limit
  /// (https://httpd.apache.org/docs/2.4/mod/mpm_common.html#threadlimit).
  static let apacheExporter = MetricPreset(
    name: "apache_exporter",
    detection: ["apache_accesses_total", "apache_workers", "apache_up"],
    vantage: "apache", isExporter: true, reachable: "apache_up",
    traffic: [
      TrafficRule(counts: [.init("apache_accesses_total")], time: "apache_duration_ms_total")
    ],
    signals: [
      SignalRule(
        "apache_workers", .poolInUse, named: "apache", where: LabelCondition("state", "busy")),
      SignalRule(
        "apache_workers", .poolIdle, named: "apache", where: LabelCondition("state", "idle")),
    ])

  /// Metrics of `haproxy`.
  ///
  /// https://www.haproxy.com/documentation/haproxy-configuration-tutorials/alerts-and-monitoring/prometheus/
  static let haproxy = MetricPreset(
    name: "haproxy", detection: ["haproxy_frontend_http_responses_total"], vantage: "haproxy",
    traffic: [
      TrafficRule(
        counts: [.init("haproxy_frontend_http_responses_total")], endpoint: ["proxy"],
        status: ["code"], meanGauges: ["haproxy_backend_total_time_average_seconds"])
    ],
    signals: [
      SignalRule("haproxy_backend_current_sessions", .poolInUse, by: ["proxy"]),
      SignalRule("haproxy_backend_limit_sessions", .poolLimit, by: ["proxy"], undefined: 0),
      SignalRule("haproxy_backend_current_queue", .poolWaiting, by: ["proxy"]),
      SignalRule("haproxy_frontend_http_cache_hits_total", .cacheHits, by: ["proxy"]),
      SignalRule("haproxy_frontend_http_cache_lookups_total", .cacheMisses, by: ["proxy"]),
      SignalRule("haproxy_frontend_http_cache_hits_total", .cacheMisses, by: ["proxy"], scale: -1),
    ])
}
