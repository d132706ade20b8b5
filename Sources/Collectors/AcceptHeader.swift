/// What a scrape asks for, in the words that Prometheus uses.
///
/// https://github.com/prometheus/prometheus/blob/main/scrape/scrape.go (`acceptHeader`): each
/// format weighs a tenth less than the one before it.
package enum AcceptHeader: Hashable, Sendable {
  /// Text in all its forms: what Prometheus 3 sends by default, without protobuf.
  case textFirst
  /// Protobuf before text, for targets whose native histograms text cannot carry.
  case protobufFirst

  /// The value of the header.
  var value: String {
    var formats = [
      "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8",
      "application/openmetrics-text;version=0.0.1",
      "text/plain;version=1.0.0;escaping=allow-utf-8", "text/plain;version=0.0.4",
    ]
    if self == .protobufFirst {
      formats.insert(
        "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;"
          + "encoding=delimited", at: 0)
    }
    let weighted = (formats + ["*/*"]).enumerated().map { place, format in
      "\(format);q=0.\((self == .protobufFirst ? 7 : 6) - place)"
    }
    return weighted.joined(separator: ",")
  }
}
