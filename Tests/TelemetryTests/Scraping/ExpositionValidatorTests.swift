import Telemetry
import Testing

struct ExpositionValidatorTests {
  private func verdict(_ body: String, _ format: ExpositionValidator.Format) -> String {
    Array(body.utf8).withUnsafeBytes {
      let error = ExpositionValidator.firstError(in: $0, format: format)
      return error.map { "\($0.line): \($0.reason)" } ?? "valid"
    }
  }

  /// Bodies without their `# EOF`.
  @Test(arguments: [
    "# TYPE a counter\n# UNIT a \n# HELP a what \\\"it\\\" \\n is\na_total{b=\"c\\z\"} 1 1.5 # {d=\"e\"} 2 3.5\na_created 1.5e9 1.5\n",
    "a 1\nb{} .5\nc 5.e3\nd NaN\ne -infinity\n",
    "# TYPE a_seconds gauge\n# UNIT a_seconds seconds\na_seconds 0 -1\na_seconds 1 0.5\n",
    "# TYPE a histogram\na_bucket{le=\"0.5\"} 1 # {} 0.3\na_bucket{le=\"1e3\"} 1\na_bucket{le=\"+Inf\"} 2\na_count 2\na_sum 9\na_created 5\n",
    "# TYPE a histogram\na_bucket{le=\"-1\"} 0\na_bucket{le=\"+Inf\"} 2\n",
    "# TYPE a gaugehistogram\na_bucket{le=\"-1\"} 3\na_bucket{le=\"+Inf\"} 3\na_gcount 3\na_gsum -4\n",
    "# TYPE a summary\na{quantile=\"0.5\"} NaN\na{quantile=\"0.9\"} 1\na_count 3\na_sum 4\n",
    "# TYPE a info\na_info{v=\"1\"} 1\na_info{v=\"2\"} 1.0\n",
    "# TYPE a stateset\na{a=\"x\"} 0\na{a=\"y\"} 1\n",
    "# TYPE \"a.b\" gauge\n{\"a.b\",\"c.d\"=\"e\"} 1\n",
    "# TYPE a gauge\n# TYPE a_total gauge\na_total 1\n",
    "",
  ]) func `accepts valid OpenMetrics`(body: String) {
    #expect(verdict(body + "# EOF\n", .openMetrics) == "valid")
    #expect(verdict(body + "# EOF", .openMetrics) == "valid")
    #expect(verdict(body, .openMetrics).hasSuffix("no # EOF at the end"))
    #expect(verdict(body + "# EOF\n\n", .openMetrics).hasSuffix("text after # EOF"))
  }

  @Test(arguments: [
    ("a 1\r\n", "1: a carriage return at the end of the line"),
    ("a 1\n\nb 1\n", "2: a blank line"),
    ("# a comment\n", "1: a comment that is not HELP, TYPE, UNIT or EOF"),
    ("a  1\n", "1: the value is not a number"),
    ("a 1 \n", "1: the time stamp is not a number"),
    ("a 0x1p3\n", "1: the value is not a number"),
    ("a 1 NaN\n", "1: the time stamp is not a number"),
    ("a.b 1\n", "1: a character that a metric name may not have"),
    ("a{b=\"c\",} 1\n", "1: no valid label name"),
    ("a{b=\"c\",b=\"d\"} 1\n", "1: the label b stands twice"),
    ("a{b=\"c} 1\n", "1: a quote is not closed"),
    ("a{b=\"\u{FF}\"} 1\n", "valid"),
    ("# HELP a \"x\"\n", "1: a double quote in HELP must be escaped"),
    ("# TYPE a untyped\n", "1: an unknown type"),
    ("# TYPE a gauge\n# TYPE a gauge\n", "2: a second TYPE of the family"),
    ("# TYPE a gauge\na 1\n# HELP a x\n", "3: metadata after samples of the family"),
    ("# UNIT a seconds\n", "1: the unit is not the end of the family's name"),
    ("# TYPE a_s info\n# UNIT a_s s\n", "1: a family of type info or stateset must have no unit"),
    (
      "# TYPE a gauge\na 1\nb 1\na 2\n",
      "4: the name a belongs to an earlier family, or clashes with one"
    ),
    (
      "# TYPE a_created gauge\n# TYPE a counter\n",
      "2: the name a_created belongs to an earlier family, or clashes with one"
    ),
    ("# TYPE a counter\na 1\n", "2: the name a belongs to an earlier family, or clashes with one"),
    ("a{b=\"1\"} 1\na{b=\"2\"} 1\na{b=\"1\"} 1\n", "3: samples of a metric do not stand together"),
    ("a 1\na 1\n", "2: the series stands twice"),
    ("a 1 2\na 1 1\n", "2: time stamps of a metric go back"),
    ("a 1 2\na 1\n", "2: a metric has samples with and without a time stamp"),
    ("# TYPE a counter\na_total -1\n", "2: a counter that is negative or NaN"),
    ("# TYPE a counter\na_total NaN\n", "2: a counter that is negative or NaN"),
    ("# TYPE a info\na_info 2\n", "2: the value of an info is not 1"),
    ("# TYPE a stateset\na{a=\"x\"} 2\n", "2: the value of a state is not 0 or 1"),
    ("# TYPE a stateset\na 1\n", "2: a state without a label of the family's name"),
    ("# TYPE a summary\na{quantile=\"95\"} 1\n", "2: a quantile without a label from 0 to 1"),
    ("# TYPE a summary\na_count 0.5\n", "2: a count that is not a whole number"),
    ("# TYPE a histogram\na_bucket 1\n", "2: a bucket without a valid le label"),
    ("# TYPE a histogram\na_bucket{le=\"+INF\"} 1\n", "2: a bucket without a valid le label"),
    ("# TYPE a histogram\na_bucket{le=\"1\"} 1\n", "3: the histogram has no +Inf bucket"),
    (
      "# TYPE a histogram\na_bucket{le=\"2\"} 1\na_bucket{le=\"1\"} 1\n",
      "3: buckets are not in rising order of le"
    ),
    (
      "# TYPE a histogram\na_bucket{le=\"1\"} 2\na_bucket{le=\"+Inf\"} 1\n",
      "3: bucket counts are not cumulative"
    ),
    (
      "# TYPE a histogram\na_bucket{le=\"+Inf\"} 1\na_count 2\na_sum 1\n",
      "5: the count differs from the +Inf bucket"
    ),
    (
      "# TYPE a histogram\na_bucket{le=\"+Inf\"} 1\na_sum 1\n",
      "4: a sum and a count must come together"
    ),
    (
      "# TYPE a gauge\na 1 # {b=\"c\"} 1\n",
      "2: only buckets and totals of counters may have exemplars"
    ),
    (
      "# TYPE a counter\na_total 1 # {b=\"\(String(repeating: "é", count: 128))\"} 1\n",
      "2: the labels of the exemplar have more than 128 code points"
    ),
    (
      "# TYPE a counter\na_total 1 # {b=\"\(String(repeating: "é", count: 127))\"} 1\n", "valid"
    ),
  ]) func `names the first error of OpenMetrics`(body: String, expected: String) {
    #expect(verdict(body + "# EOF\n", .openMetrics) == expected)
  }

  @Test func `refuses what is not UTF-8`() {
    let body: [UInt8] = Array("a 1\nb{c=\"".utf8) + [0xFF] + Array("\"} 1\n# EOF\n".utf8)
    body.withUnsafeBytes {
      #expect(
        ExpositionValidator.firstError(in: $0, format: .openMetrics)
          == ExpositionError(line: 2, reason: "not valid UTF-8"))
      #expect(ExpositionValidator.firstError(in: $0, format: .prometheus)?.line == 2)
    }
  }

  @Test(arguments: [
    ("\n# any comment\n#\n# HELP\n# TYPE a  counter\n a {b = \"c\\\"\\n\" , } 1  5\n", "valid"),
    ("a{b=\"c\"}-Inf\n{\"a.b\",c=\"d\"} nan\n", "valid"),
    ("# TYPE a summary\na{quantile=\"0.5\"} 1\na_sum 1\na_count 1\n", "valid"),
    (
      "# TYPE a histogram\na_bucket{le=\"1\"} 1\na_bucket{le=\"+Inf\"} 2\na_sum 1\na_count 2\n",
      "valid"
    ),
    ("a 1", "1: the last line has no end"),
    ("a 1 2.5\n", "1: the time stamp is not a whole number of milliseconds"),
    ("a 1 2 3\n", "1: unexpected text after the time stamp"),
    ("a{b=\"\\t\"} 1\n", "1: an unknown escape: only \\\\, \\\" and \\n are allowed"),
    ("a{__name__=\"b\"} 1\n", "1: the label name __name__ is reserved"),
    ("a{b=\"c\",,} 1\n", "1: no valid label name"),
    ("a 1e999\n", "1: the value is not a number"),
    ("# TYPE a gauge\n# TYPE a gauge\n", "2: a second TYPE of the family"),
    ("# HELP a x\n# HELP a y\n", "2: a second HELP of the family"),
    ("a 1\n# TYPE a gauge\n", "2: TYPE after samples of the family"),
    ("# TYPE a info\n", "1: an unknown type"),
    ("a 1\nb 1\na{c=\"d\"} 1\n", "3: samples of a family do not stand together"),
    ("a{b=\"c\",d=\"e\"} 1\na{d=\"e\",b=\"c\"} 2\n", "2: the series stands twice"),
    ("# TYPE a histogram\na_bucket{le=\"x\"} 1\n", "2: a bucket without a number as its le label"),
    ("# TYPE a histogram\na_bucket{le=\"1\"} 1\n", "2: the histogram has no +Inf bucket"),
    (
      "# TYPE a summary\na{quantile=\"0.9\"} 1\na{quantile=\"0.5\"} 1\n",
      "3: quantiles are not in rising order"
    ),
  ]) func `holds text to its specification`(body: String, expected: String) {
    #expect(verdict(body, .prometheus) == expected)
  }
}
