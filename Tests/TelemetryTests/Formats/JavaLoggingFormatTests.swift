import Testing

@testable import Telemetry

@Suite struct JavaLoggingFormatTests {
  @Test(arguments: [
    (
      "Nov 23, 2024 11:12:58 PM org.apache.catalina.core.StandardService startInternal\nINFO: Starting service [Tomcat]",
      "message info 2024-11-23T23:12:58Z | Starting service [Tomcat]"
    ),
    (
      "Dec 08, 2016 12:14:38 PM com.foo.Import run\nWARNING: import took 300 ms",
      "task warning 2016-12-08T12:14:38Z 0.3s name=import"
    ),
    (
      "Jan 01, 2024 12:00:01 AM com.foo.Import run\nSEVERE: it broke\njava.lang.RuntimeException: x\n\tat com.foo.Import.run(Import.java:12)",
      "message error 2024-01-01T00:00:01Z | it broke"
    ),
    (
      "Mar 15, 2024 10:23:45 AM com.foo.Import lambda$run$0\nFINEST: tick",
      "message trace 2024-03-15T10:23:45Z | tick"
    ),
    (
      "Mar 15, 2024 10:23:45 AM com.foo.Import <init>\n정보: started",
      "message 2024-03-15T10:23:45Z | started"
    ),
    (
      "Mar 15, 2024 10:23:45 AM com.foo.Import run",
      "message 2024-03-15T10:23:45Z | com.foo.Import run"
    ),
  ])
  func `reads both lines as one entry`(entry: String, expected: String) {
    #expect(summary(of: entry, as: JavaLoggingFormat.self) == expected)
  }

  @Test(arguments: [
    ("Nov 23, 2024 11:12:58 PM com.foo.Import run", true),
    ("Nov 23, 2024 11:12:58 PM com.foo.Import", true),
    ("Nov 23, 2024 11:12:58 PM the import has begun", false),
    ("Nov 23 11:12:58 web-1 api[123]: x", false), ("INFO: x", false), ("", false),
    ("2024-11-23 23:12:58 com.foo.Import run", false),
  ])
  func `knows where an entry begins`(line: String, expected: Bool) {
    #expect(withBytes(line) { JavaLoggingFormat().beginsEntry($0) } == expected)
  }

  @Test(arguments: [
    ("INFO: x", true), ("INFORMATION: x", true), ("\tat a.b.C.d(C.java:1)", false),
    ("2021-06-23 12:35:56.792  INFO 1 --- [main] a.B : x", false), ("two words: x", false),
  ])
  func `leaves the lines of other loggers alone`(line: String, expected: Bool) {
    let head = "Nov 23, 2024 11:12:58 PM com.foo.Import run"
    let continues = withBytes(head) { head in
      withBytes(line) { JavaLoggingFormat().continues(head, with: $0) }
    }
    #expect(continues == expected)
  }
}
