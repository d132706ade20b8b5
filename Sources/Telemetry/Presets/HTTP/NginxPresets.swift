extension MetricPreset {
  /// Metrics of `nginx-prometheus-exporter`.
  ///
  /// https://github.com/nginx/nginx-prometheus-exporter : a count, no status, no latency.
  static let nginxStub = MetricPreset(
    name: "nginx-prometheus-exporter", detection: ["nginx_connections_active", "nginx_up"],
    vantage: "nginx", isExporter: true, reachable: "nginx_up",
    traffic: [
      TrafficRule(
        counts: [.init("nginx_http_requests_total")], companions: ["nginx_connections_active"])
    ],
    signals: [SignalRule("nginx_connections_active", .inFlight, named: "nginx connections")])

  /// Metrics of nginx Plus through `nginx-prometheus-exporter`.
  ///
  /// https://github.com/nginx/nginx-prometheus-exporter ; its response times are averages, and
  /// its classes stand in the label `code`.
  static let nginxPlus = MetricPreset(
    name: "nginx-plus", detection: ["nginxplus_server_zone_responses", "nginxplus_up"],
    vantage: "nginx", isExporter: true, reachable: "nginxplus_up",
    traffic: [
      TrafficRule(
        counts: [.init("nginxplus_server_zone_responses")], endpoint: ["server_zone"],
        status: ["code"])
    ],
    signals: [
      SignalRule("nginxplus_connections_active", .inFlight, named: "nginx connections"),
      SignalRule(
        "nginxplus_cache_hit_responses", .cacheHits, by: ["cache"], named: "nginx"),
      SignalRule(
        "nginxplus_cache_miss_responses", .cacheMisses, by: ["cache"], named: "nginx"),
    ])

  /// Metrics of `nginx-module-vts`.
  ///
  /// https://github.com/vozlt/nginx-module-vts ; `code="total"` repeats the classes.
  static let nginxVTS = MetricPreset(
    name: "nginx-module-vts", detection: ["nginx_vts_server_requests_total"],
    vantage: "nginx", isExporter: true,
    traffic: [
      TrafficRule(
        duration: ["nginx_vts_server_request_duration_seconds"],
        counts: [
          .init(
            "nginx_vts_server_requests_total",
            where: LabelCondition("code", "1xx", "2xx", "3xx", "4xx", "5xx"))
        ], time: "nginx_vts_server_request_seconds_total", endpoint: ["host"], status: ["code"],
        excluded: ["*"])
    ],
    signals: [
      SignalRule(
        "nginx_vts_server_cache_total", .cacheHits, by: ["host"],
        where: LabelCondition("status", "hit", "stale", "updating", "revalidated"),
        excluded: ["*"]),
      SignalRule(
        "nginx_vts_server_cache_total", .cacheMisses, by: ["host"],
        where: LabelCondition("status", "miss", "expired", "bypass"), excluded: ["*"]),
    ])

  /// Metrics of `nginx-lua-prometheus`.
  ///
  /// https://github.com/knyar/nginx-lua-prometheus (names from its README)
  static let nginxLua = MetricPreset(
    name: "nginx-lua-prometheus", detection: ["nginx_http_request_duration_seconds"],
    vantage: "nginx",
    traffic: [
      TrafficRule(
        duration: ["nginx_http_request_duration_seconds"],
        counts: [.init("nginx_http_requests_total")], endpoint: ["host"], status: ["status"])
    ])

  /// Metrics of `ingress-nginx`.
  ///
  /// https://kubernetes.github.io/ingress-nginx/user-guide/monitoring/
  static let ingressNginx = MetricPreset(
    name: "ingress-nginx", detection: ["nginx_ingress_controller_request_duration_seconds"],
    vantage: "nginx",
    traffic: [
      TrafficRule(
        duration: ["nginx_ingress_controller_request_duration_seconds"],
        counts: [.init("nginx_ingress_controller_requests")], endpoint: ["path", "ingress"],
        method: ["method"], status: ["status"])
    ])
}
