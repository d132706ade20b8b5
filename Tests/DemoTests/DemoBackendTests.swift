import Glibc
import Telemetry
import Testing

@testable import Demo

@Suite struct DemoBackendTests {
  private static let now = Timestamp(seconds: 1_795_000_000)

  @Test func `the metrics are served on the loopback interface`() async throws {
    let backend = try await DemoBackend.start(seed: 1, now: DemoBackendTests.now)
    let port = try #require(backend.port)
    #expect(backend.metricsURL == "http://127.0.0.1:\(port)/metrics")
    let answer = Loopback.get("/metrics?x=1", port: port)
    #expect(answer.hasPrefix("HTTP/1.0 200 OK\r\n") || answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
    #expect(answer.contains("Content-Type: text/plain; version=0.0.4; charset=utf-8\r\n"))
    #expect(answer.contains("\nhttp_requests_total{handler=\"/api/search\",method=\"GET\""))
    #expect(answer.hasSuffix("\n"))
    #expect(Loopback.get("/other", port: port).contains(" 404 Not Found\r\n"))
    #expect(Loopback.send("POST", "/metrics", port: port).contains(" 405 Method Not Allowed\r\n"))
    let head = Loopback.send("HEAD", "/metrics", port: port)
    #expect(head.contains(" 200 OK\r\n") && head.hasSuffix("\r\n\r\n"))
    await backend.stop()
    #expect(Loopback.get("/metrics", port: port) == "")
  }

  @Test func `a new page replaces the one before`() async throws {
    let server = try await DemoServer.start(pages: [
      DemoPage(path: "/a", contentType: "text/plain", body: Array("old".utf8))
    ])
    server.publish([DemoPage(path: "/a", contentType: "text/plain", body: Array("new".utf8))])
    #expect(Loopback.get("/a", port: server.port).hasSuffix("\r\n\r\nnew"))
    await server.stop()
  }

  @Test func `the logs hold the past hour at once`() async throws {
    let backend = try await DemoBackend.start(seed: 1, now: DemoBackendTests.now)
    #expect(Files.mode(backend.folder) == 0o700)
    #expect(backend.folder.contains("/svctop-demo-"))
    let files = ["/access.log", "/postgresql.log"].map { backend.folder + $0 }
    #expect(
      backend.sources
        == ["shop-api=\(backend.metricsURL)", "nginx=\(files[0])", "postgresql=\(files[1])"])
    let access = Files.lines(backend.accessLogPath)
    #expect(access.count > 40_000)
    #expect(access.first?.contains("[18/Nov/2026:10:06:4") == true)
    #expect(access.last?.contains("[18/Nov/2026:11:06:3") == true)
    let shape =
      #/[0-9.]+ - - \[\d\d/Nov/2026:\d\d:\d\d:\d\d \+0000\] "[A-Z]+ /\S+ HTTP/1\.1" \d{3} \d+ "-" "[^"]+" \d+\.\d{3}/#
    for line in access.prefix(500) { #expect(line.wholeMatch(of: shape) != nil, "\(line)") }
    let database = Files.lines(backend.databaseLogPath)
    #expect(database.count > 20_000)
    let entry =
      #/2026-11-18 \d\d:\d\d:\d\d\.\d{3} UTC \[\d+\] shop@shop (LOG:  duration: \d+\.\d{3} ms  statement: |ERROR:  |STATEMENT:  |DETAIL:  ).+/#
    for line in database.prefix(2000) {
      #expect(line.first == "\t" || line.wholeMatch(of: entry) != nil, "\(line)")
    }
    for kind in ["LOG: ", "ERROR: ", "STATEMENT: "] {
      #expect(database.contains { $0.contains("shop@shop \(kind)") })
    }
    #expect(database.contains { $0.first == "\t" })
    await backend.stop()
  }

  @Test func `logs and metrics go on together`() async throws {
    let backend = try await DemoBackend.start(seed: 1, now: DemoBackendTests.now)
    var traffic = try backend.live()
    let before = Files.lineCount(backend.accessLogPath)
    for second in stride(from: 0.2, through: 30, by: 4) {
      let pages = try traffic.tick(DemoBackendTests.now + second)
      let counted = String(decoding: pages[0].body, as: UTF8.self).split(separator: "\n")
        .filter { $0.hasPrefix("http_requests_total{") }
        .compactMap { $0.split(separator: " ").last.flatMap { Double($0) } }.reduce(0, +)
      #expect(Files.lineCount(backend.accessLogPath) == Int(counted))
    }
    #expect(Files.lineCount(backend.accessLogPath) > before + 200)
    await backend.stop()
  }

  @Test func `a clock that jumps neither stops nor floods the logs`() async throws {
    let backend = try await DemoBackend.start(seed: 1, now: DemoBackendTests.now)
    var traffic = try backend.live()
    let before = Files.lineCount(backend.accessLogPath)
    _ = try traffic.tick(DemoBackendTests.now - 3600)
    #expect(Files.lineCount(backend.accessLogPath) == before)
    _ = try traffic.tick(DemoBackendTests.now + 8 * 3600)
    #expect(Files.lineCount(backend.accessLogPath) < before + 100)
    _ = try traffic.tick(DemoBackendTests.now + 8 * 3600 + 60)
    #expect(Files.lineCount(backend.accessLogPath) > before + 500)
    await backend.stop()
  }

  @Test func `the folder is gone after the stop, however often`() async throws {
    let backend = try await DemoBackend.start(seed: 1, now: DemoBackendTests.now)
    #expect(Files.exists(backend.accessLogPath))
    await backend.stop()
    #expect(!Files.exists(backend.folder))
    await backend.stop()
  }

  @Test func `cancelling the run removes the folder`() async throws {
    let backend = try await DemoBackend.start(seed: 1, now: DemoBackendTests.now)
    let run = Task { await backend.run() }
    run.cancel()
    await run.value
    #expect(!Files.exists(backend.folder))
  }

  @Test func `a run ends when the demo is stopped`() async throws {
    let backend = try await DemoBackend.start(seed: 1, now: DemoBackendTests.now)
    await backend.stop()
    await backend.run()
    #expect(!Files.exists(backend.folder))
  }

  @Test func `a log that has grown large is put aside`() throws {
    let folder = try DemoFolder.make()
    let file = try DemoLogFile(path: folder.path + "/a.log", largestSize: 10)
    try file.append(Array("first line\n".utf8))
    try file.append(Array("second\n".utf8))
    try file.append(Array("third\n".utf8))
    #expect(Files.lines(folder.path + "/a.log.1") == ["first line"])
    #expect(Files.lines(folder.path + "/a.log") == ["second", "third"])
    folder.remove()
    #expect(!Files.exists(folder.path))
  }
}

extension DemoBackend {
  fileprivate var metricsURL: String { String(sources[0].dropFirst("shop-api=".count)) }
  fileprivate var accessLogPath: String { folder + "/access.log" }
  fileprivate var databaseLogPath: String { folder + "/postgresql.log" }

  fileprivate var port: Int? {
    Int(metricsURL.dropFirst("http://127.0.0.1:".count).prefix { $0.isNumber })
  }
}

/// What the tests look at on the disk.
private enum Files {
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  static func mode(_ path: String) -> mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
  }

  static func lines(_ path: String) -> [Substring] {
    String(decoding: bytes(path), as: UTF8.self).split(separator: "\n")
  }

  static func lineCount(_ path: String) -> Int {
    bytes(path).withUnsafeBufferPointer { $0.count { $0 == 0x0A } }
  }

  private static func bytes(_ path: String) -> [UInt8] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      text += buffer[..<count]
    }
    return text
  }
}

/// A client that says one sentence and reads until the server hangs up.
private enum Loopback {
  static func get(_ path: String, port: Int) -> String { send("GET", path, port: port) }

  static func send(_ method: String, _ path: String, port: Int) -> String {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let connected = withUnsafePointer(to: address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0 else { return "" }
    let request = Array("\(method) \(path) HTTP/1.0\r\nHost: localhost\r\n\r\n".utf8)
    guard Glibc.write(descriptor, request, request.count) == request.count else { return "" }
    var answer: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count <= 0 { break }
      answer += buffer[..<count]
    }
    return String(decoding: answer, as: UTF8.self)
  }
}
