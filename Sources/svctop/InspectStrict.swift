import Collectors
import Telemetry

/// `svctop inspect --strict`: whether an exposition is valid by the letter of its format.
struct InspectStrict {
  let common: CommonOptions

  /// Ends quietly when it is valid, else fails with `file:line: reason`.
  func run(_ source: SourceSpecification) async throws {
    let wanted = try common.format.map(InspectStrict.format)
    let bytes: [UInt8]
    var contentType: String?
    if case .endpoint(let url) = source.location {
      do throws(FetchError) {
        let body = try await HTTPFetcher(try target(url)).fetch()
        bytes = body.bytes
        contentType = body.contentType
      } catch {
        throw Failure.source("\(url.display): \(error.description)")
      }
    } else {
      let input = try InspectInput.read(source)
      if let problem = input.problem { throw Failure.source(problem.string) }
      guard !input.isCut else {
        throw Failure.source(
          "\(source.displayLocation): longer than the \(InspectInput.limitText) that --strict "
            + "checks; split it")
      }
      bytes = input.bytes
    }
    let name = source.displayLocation
    let failure = bytes.withUnsafeBytes { bytes -> String? in
      let sniff = ExpositionSniff(bytes, contentType: contentType)
      guard sniff.isExposition || (wanted != nil && sniff == .plainText) || sniff == .empty else {
        return "\(name):1: not an exposition: \(sniff.phrase)"
      }
      let format = wanted ?? (sniff == .openMetrics ? .openMetrics : .prometheus)
      guard let error = ExpositionValidator.firstError(in: bytes, format: format) else {
        return nil
      }
      return "\(name):\(error.line): \(error.reason)"
    }
    if let failure { throw Failure.source(failure) }
    try StandardOutput.write("\(name): valid\(bytes.isEmpty ? ", but empty" : "")\n")
  }

  private func target(_ url: EndpointURL) throws(FetchError) -> FetchTarget {
    do {
      return try common.target(url)
    } catch {
      throw .protocolViolation((error as? Failure)?.message ?? "\(error)")
    }
  }

  private static func format(_ name: String) throws -> ExpositionValidator.Format {
    switch name {
    case "openmetrics": return .openMetrics
    case "prometheus": return .prometheus
    default:
      throw Failure.usage("--format \(DisplayText(name)): with --strict: openmetrics or prometheus")
    }
  }
}
