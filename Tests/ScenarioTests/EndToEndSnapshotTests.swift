import TestSupport
import Testing

/// The program itself run as `svctop snapshot`: what a script or a ticket gets.
@PTYActor
struct EndToEndSnapshotTests {
  private let folder: PTYFolder

  init() throws { folder = try PTYFolder() }

  private func snapshot(_ arguments: [String], input: [UInt8] = []) throws -> PTYRun {
    try PTYRun(PTYProgram.svctop(["snapshot"] + arguments), input: input)
  }

  /// A minute of 100 requests, 1 to 100 ms; 10 to `/orders` and 90 to `/users/{id}`, 5 of them 503.
  private func access() -> String {
    (0..<100).map { number in
      EndToEndAccess(
        second: number * 59 / 99, method: number < 90 ? "GET" : "POST",
        path: number < 90 ? "/users/\(number)" : "/orders", status: number < 5 ? 503 : 200,
        milliseconds: number + 1
      ).line
    }.joined()
  }

  /// Paths, agents and whole lines as an attacker may put them into a log.
  private func hostileAccess() -> [UInt8] {
    let routes = [
      "/\u{1B}[2J\u{1B}]0;pwned\u{07}", "/\u{202E}gpj.exe", "/a\u{200B}b\u{FEFF}c", "/\u{9B}31mred",
      "/%1B%5B2J%0A%00", "/x\"onload=", "/\\u001b[2J\\", "/日本語/é", "/\u{7F}\u{08}\u{08}",
    ]
    var bytes = Array(access().utf8)
    for route in routes {
      let line = EndToEndAccess(second: 59, path: route, milliseconds: 900).line
      for _ in 0..<6 { bytes += line.utf8 }
    }
    bytes += Array("\u{1B}c\u{1B}]52;c;AAAA\u{07}\u{202E}no access at all\n".utf8)
    bytes += [0x00, 0xFF, 0xFE, 0xC3, 0x28, 0x1B, 0x5B, 0x0A]
    bytes += [UInt8](repeating: 0x61, count: 100_000) + [0x0A]
    return bytes
  }

  private func isSafe(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { $0 == "\n" || ControlCharacters.isSafe($0) }
  }

  @Test func `JSON holds the figures of a log to the digit`() throws {
    let path = try folder.write("access.log", access())
    let run = try snapshot(["--output", "json", path])
    #expect(run.exit == .status(0))
    #expect(run.errors == [])
    let json = try EndToEndJSON(text: run.outputText)
    #expect(json["schema"] == .number(1))
    #expect(json["window"]["from"] == .string("2024-01-02T10:20:00.000Z"))
    #expect(json["window"]["to"] == .string("2024-01-02T10:20:59.000Z"))
    #expect(json["totals"]["requests"] == .number(100))
    #expect(json["totals"]["error_rate"] == .number(0.05))
    #expect(json["totals"]["status"]["5xx"] == .number(5))
    #expect(abs((json["totals"]["rate"].number ?? 0) - 100 / 59) < 1e-9)
    #expect(json["totals"]["latency_ms"]["max"] == .number(100))
    #expect(abs((json["totals"]["latency_ms"]["mean"].number ?? 0) - 50.5) < 0.01)
    let names = json["endpoints"].elements.map { $0["endpoint"].string }
    #expect(names == ["POST /orders", "GET /users/{id}"])
    let users = json["endpoints"].elements.last ?? .null
    #expect(users["requests"] == .number(90))
    #expect(users["latency_ms"]["resolution"] == .null)
    // 1 to 90 ms, each once.
    for (name, exact) in [("p50", 45.0), ("p90", 81), ("p95", 86), ("p99", 90)] {
      let shown = users["latency_ms"][name].number ?? 0
      #expect(abs(shown - exact) <= 0.0054 * exact + 1, "\(name) is \(shown)")
    }
    let source = json["sources"].elements.first ?? .null
    #expect(source["lines"] == .number(100) && source["unparsed"] == .number(0))
    #expect(source["recognised"] == .array([.string("nginx-timed")]))
    #expect(source["state"] == .string("ok"))
  }

  @Test func `text is the same every time, and no line is too long`() throws {
    let path = try folder.write("access.log", access())
    for (width, height) in [(40, 10), (80, 24), (100, 40), (200, 60)] {
      let arguments = [path, "--width", String(width), "--height", String(height)]
      let first = try snapshot(arguments)
      #expect(first.exit == .status(0))
      #expect(try snapshot(arguments).output == first.output, "\(width)x\(height)")
      let lines = first.outputText.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.last == "", "no line feed at the end")
      #expect(lines.allSatisfy { $0.unicodeScalars.count <= width }, "\(width)x\(height)")
      #expect(isSafe(first.outputText))
    }
    let text = try snapshot([path]).outputText
    for part in [
      "2024-01-02T10:20:00.000Z to 2024-01-02T10:20:59.000Z", "100 requests", "errors 5.0 %",
      "GET  /users/{id}", "POST /orders",
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test func `JSON of two logs is the same every time`() throws {
    let names = ["users", "orders", "carts"]
    let requests = (0..<60).flatMap { second in
      names.enumerated().map { number, name in
        EndToEndAccess(second: second, path: "/\(name)", milliseconds: 600 + 70 * number).line
      }
    }
    let statements = (0..<60).map { second in
      "2024-01-02 10:20:\(EndToEndAccess.padded(second, 2)).250 UTC [7] app@shop LOG:  "
        + "duration: 4\(second % 10).5 ms  statement: SELECT * FROM users WHERE id = \(second)\n"
    }
    let arguments = [
      "--output", "json", try folder.write("access.log", requests.joined()),
      try folder.write("postgres.log", statements.joined()),
    ]
    let runs = try (0..<4).map { _ in
      try snapshot(arguments).outputText.split(separator: "\n")
        .filter { !$0.contains("\"taken_at\"") }
    }
    #expect(runs.allSatisfy { $0 == runs[0] })
    #expect(runs[0].contains { $0.contains("\"queries_per_request\": 0.") })
  }

  @Test func `has its title, and no line for a filter that is empty`() throws {
    let path = try folder.write("access.log", access())
    let arguments = ["--title", "TTTT", "--filter", "", path]
    let text = try snapshot(arguments).outputText
    let first = text.split(separator: "\n").first ?? ""
    #expect(first.hasPrefix("svctop ") && first.contains("  TTTT  "), "\(first)")
    #expect(!text.contains("\nfilter"))
    let json = try EndToEndJSON(text: snapshot(["--output", "json"] + arguments).outputText)
    #expect(json["title"] == .string("TTTT") && json["filter"] == .null)
  }

  @Test func `what an attacker writes into a log leaves the program harmless`() throws {
    let path = try folder.write("access.log", hostileAccess())
    for arguments in [["--output", "json"], [], ["--width", "1000", "--height", "100"]] {
      let run = try snapshot([path] + arguments)
      #expect(run.exit == .status(0), "\(arguments)")
      #expect(isSafe(run.outputText), "\(arguments)")
      #expect(isSafe(run.errorText), "\(arguments)")
      guard arguments.contains("json") else { continue }
      let json = try EndToEndJSON(text: run.outputText)
      #expect(json["totals"]["requests"] == .number(154), "every request counts")
      let source = json["sources"].elements.first ?? .null
      #expect(source["unparsed"] == .number(3))
      #expect(source["unparsed_example"].string?.isEmpty == false)
    }
  }

  @Test func `a log by pipe gives what the same file gives`() throws {
    let text = access()
    let path = try folder.write("access.log", text)
    let file = try EndToEndJSON(text: snapshot(["--output", "json", path]).outputText)
    let pipe = try snapshot(["--output", "json", "-"], input: Array(text.utf8))
    #expect(pipe.exit == .status(0))
    let json = try EndToEndJSON(text: pipe.outputText)
    #expect(json["totals"]["requests"] == file["totals"]["requests"])
    #expect(json["totals"]["latency_ms"] == file["totals"]["latency_ms"])
    #expect(json["endpoints"].elements.count == file["endpoints"].elements.count)
  }

  @Test func `a filter keeps what it names, the status stays 0 when that is nothing`() throws {
    let path = try folder.write("access.log", access())
    for (filter, count) in [("users", 1), ("p95>95ms", 1), ("status:5xx", 1), ("nothing", 0)] {
      let run = try snapshot(["--output", "json", "--filter", filter, path])
      #expect(run.exit == .status(0))
      let json = try EndToEndJSON(text: run.outputText)
      #expect(json["endpoints"].elements.count == count, "\(filter)")
      #expect(json["filter"] == .string(filter))
    }
  }

  @Test func `an endpoint is scraped twice, or once for all its time`() async throws {
    try folder.write("metrics", EndToEndService(steps: 2).exposition)
    let server = try await EndToEndServer.start(serving: folder.path + "/metrics")
    let idle = try snapshot(["--output", "json", "--interval", "100ms", server.url])
    #expect(idle.exit == .status(0))
    let twice = try EndToEndJSON(text: idle.outputText)
    #expect(twice["totals"]["requests"] == .number(0), "nothing was requested in between")
    #expect(twice["pools"].elements.first?["in_use"] == .number(9))
    let whole = try snapshot(["--output", "json", "--window", "all", server.url])
    try await server.stop()
    let once = try EndToEndJSON(text: whole.outputText)
    #expect(once["totals"]["requests"] == .number(1080 + 20))
    let users = once["endpoints"].elements.first { $0["route"] == .string("/users/{user_id}") }
    #expect(users?["requests"] == .number(1080))
    #expect(users?["status"]["5xx"] == .number(108))
  }

  @Test func `one dead source of two is told, the other one is shown`() throws {
    let path = try folder.write("access.log", access())
    for output in ["text", "json"] {
      let run = try snapshot(
        ["--output", output, "--timeout", "1s", "http://127.0.0.1:1/metrics", path])
      #expect(run.exit == .status(1))
      #expect(run.errorText.contains("127.0.0.1:1"))
      #expect(run.errorText.split(separator: "\n").count == 1)
      guard output == "json" else {
        #expect(run.outputText.contains("POST /orders"))
        continue
      }
      let json = try EndToEndJSON(text: run.outputText)
      #expect(json["sources"].elements.map { $0["state"].string } == ["failing", "ok"])
      #expect(json["totals"]["requests"] == .number(100))
    }
  }

  @Test func `an empty log is fine, and a log of nothing known says what it is`() throws {
    let empty = try snapshot(["--output", "json", folder.write("empty.log", "")])
    #expect(empty.exit == .status(0))
    #expect(try EndToEndJSON(text: empty.outputText)["totals"]["requests"] == .number(0))
    let odd = try folder.write("odd.log", String(repeating: "certainly; no! log?\n", count: 30))
    let run = try snapshot(["--output", "json", odd])
    #expect(run.exit == .status(0))
    let source = try EndToEndJSON(text: run.outputText)["sources"].elements.first ?? .null
    #expect(source["lines"] == .number(30))
    #expect(!source["notes"].elements.isEmpty)
  }
}
