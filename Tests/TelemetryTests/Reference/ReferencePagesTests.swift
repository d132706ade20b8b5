import Telemetry
import Testing

/// Pages that list what the code recognises.
@Suite struct ReferencePagesTests {
  @Test func `docs list the log formats as they are`() {
    #expect(ReferencePage.agrees("log-formats.md", LogFormatsPage.text))
  }

  @Test func `docs list the metrics as they are`() {
    #expect(ReferencePage.agrees("metrics.md", MetricsPage.text))
  }

  @Test func `every preset stands in one group of the docs`() {
    let grouped = MetricGroup.allCases.flatMap { MetricsPage.presets(in: $0) }.map(\.name)
    #expect(grouped.sorted() == MetricPresetCatalog.all.map(\.name).sorted())
  }
}
