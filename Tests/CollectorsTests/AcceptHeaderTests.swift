import Testing

@testable import Collectors

struct AcceptHeaderTests {
  @Test func `asks for text as Prometheus does`() {
    #expect(
      AcceptHeader.textFirst.value
        == "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,"
        + "application/openmetrics-text;version=0.0.1;q=0.5,"
        + "text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4,text/plain;version=0.0.4;q=0.3,"
        + "*/*;q=0.2")
  }

  @Test func `asks for protobuf before all of that`() {
    let value = AcceptHeader.protobufFirst.value
    #expect(
      value.hasPrefix(
        "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;"
          + "encoding=delimited;q=0.7,application/openmetrics-text;version=1.0.0;"))
    #expect(value.hasSuffix("text/plain;version=0.0.4;q=0.3,*/*;q=0.2"))
  }
}
