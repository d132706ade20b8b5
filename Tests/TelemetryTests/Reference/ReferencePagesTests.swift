import Testing

/// Pages that list what the code recognises.
@Suite struct ReferencePagesTests {
  @Test func `docs list the log formats as they are`() {
    #expect(ReferencePage.agrees("log-formats.md", LogFormatsPage.text))
  }
}
