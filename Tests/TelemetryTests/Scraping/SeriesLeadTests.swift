import TestSupport
import Testing

@testable import Telemetry

@Suite struct SeriesLeadTests {
  private func lead(after text: String) -> SeriesLead {
    var lead = SeriesLead()
    withBytes(text) { series in
      if case .success(let (_, labels)) = SeriesLabels.read(series) {
        lead.learn(series, name: 7, labels: labels)
      }
    }
    return lead
  }

  @Test(arguments: [
    (#"a_bucket{le="1"}"#, #"a_bucket{le="2.5"}"#),
    (#"a_bucket{x="y",le="0.005"}"#, #"a_bucket{x="y",le="+Inf"}"#),
    (#"a{x="\"}",le="1e-3"}"#, #"a{x="\"}",le="10"}"#),
    (#"{"a b",x="y",le="1"}"#, #"{"a b",x="y",le="2"}"#),
  ])
  func `reads a bucket that goes on as the one before`(first: String, next: String) {
    let known = withBytes(next) { lead(after: first).labels(of: $0) }
    withBytes(next) { series in
      guard case .success(let (_, whole)) = SeriesLabels.read(series) else {
        Issue.record("\(next)")
        return
      }
      #expect(known?.name == 7)
      #expect(known?.labels.hash == whole.hash && known?.labels.namesHash == whole.namesHash)
      #expect(known?.labels.number == whole.number && known?.labels.part == whole.part)
    }
  }

  @Test(arguments: [
    (#"a_bucket{x="y",le="1"}"#, #"a_bucket{x="z",le="2"}"#),
    (#"a_bucket{x="y",le="1"}"#, #"b_bucket{x="y",le="2"}"#),
    (#"a_bucket{x="y",le="1"}"#, #"a_bucket{x="y",le="2",z="1"}"#),
    (#"a_bucket{x="y",le="1"}"#, #"a_bucket{x="y",le="2""#),
    (#"a_bucket{x="y",le="1"}"#, #"a_bucket{x="y",le=""}"#),
    (#"a_bucket{x="y",le="1"}"#, #"a_bucket{x="y",le="much"}"#),
    (#"a_bucket{x="y",le="1"}"#, #"a_sum{x="y"}"#),
    (#"a_bucket{le="1",x="y"}"#, #"a_bucket{le="1",x="z"}"#),
    (#"a{x="y"}"#, #"a{x="z"}"#), (#"a{quantile="0.5"}"#, #"a{quantile="0.9"}"#),
    (#"a{scale="1"}"#, #"a{scale="2"}"#), ("a", "a"), ("", #"a{le="1"}"#),
    (#"a{"le"="1"}"#, #"a{"le"="2"}"#),
  ])
  func `leaves all others to be read whole`(first: String, next: String) {
    #expect(withBytes(next) { lead(after: first).labels(of: $0) } == nil)
  }
}
