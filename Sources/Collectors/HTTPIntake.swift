import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import Synchronization

/// What came as an answer, and what is of interest of its head.
struct HTTPAnswer: Sendable {
  /// 0 before the head has come.
  var status = 0
  /// As it came; empty where none was told.
  var contentType = ""
  /// Where the answer says to ask instead.
  var redirect: String?
  /// Unpacked; empty unless the status is 200.
  var bytes: [UInt8] = []
}

/// Takes an answer in where it arrives, on the thread of the connections.
///
/// A task that takes one piece after the other is woken for each of them, a dozen times for a page of
/// metrics; this way it is woken once, when the page is complete.
final class HTTPIntake: HTTPClientResponseDelegate {
  /// Why the rest of an answer is not waited for whose head says all.
  private struct HeadSuffices: Error {}

  private static let redirections = [301, 302, 303, 307, 308]

  private let bodyLimit: Int
  private let answer = Mutex(HTTPAnswer())

  /// Fails an answer whose body is longer than `bodyLimit` bytes when it is unpacked.
  init(bodyLimit: Int) {
    self.bodyLimit = bodyLimit
  }

  /// What has come of the answer so far.
  var head: HTTPAnswer { answer.withLock { $0 } }

  func didReceiveHead(
    task: HTTPClient.Task<HTTPAnswer>, _ head: HTTPResponseHead
  ) -> EventLoopFuture<Void> {
    let status = Int(head.status.code)
    let isRedirection = HTTPIntake.redirections.contains(status)
    let encoding = head.headers.first(name: "Content-Encoding")?.lowercased() ?? "identity"
    let length = head.headers.first(name: "Content-Length").flatMap { Int($0) } ?? 0
    answer.withLock {
      $0.status = status
      $0.contentType = head.headers.first(name: "Content-Type") ?? ""
      $0.redirect = isRedirection ? head.headers.first(name: "Location") : nil
      if status == 200 { $0.bytes.reserveCapacity(max(0, min(length, bodyLimit))) }
    }
    guard status == 200 else { return task.eventLoop.makeFailedFuture(HeadSuffices()) }
    guard ["identity", "gzip", "deflate"].contains(encoding) else {
      return task.eventLoop.makeFailedFuture(FetchError.encoding(encoding))
    }
    return task.eventLoop.makeSucceededVoidFuture()
  }

  func didReceiveBodyPart(
    task: HTTPClient.Task<HTTPAnswer>, _ part: ByteBuffer
  ) -> EventLoopFuture<Void> {
    let isTooLong = answer.withLock { answer in
      guard answer.bytes.count + part.readableBytes <= bodyLimit else { return true }
      answer.bytes.append(contentsOf: part.readableBytesView)
      return false
    }
    return isTooLong
      ? task.eventLoop.makeFailedFuture(FetchError.bodyTooLarge(limit: bodyLimit))
      : task.eventLoop.makeSucceededVoidFuture()
  }

  func didFinishRequest(task: HTTPClient.Task<HTTPAnswer>) -> HTTPAnswer {
    answer.withLock { answer in
      defer { answer.bytes = [] }
      return answer
    }
  }
}
