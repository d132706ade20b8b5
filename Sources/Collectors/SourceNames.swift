import FoundationEssentials
import Telemetry

extension SourceSpecification {
  /// Names that tell sources apart, in their order.
  ///
  /// Those that would share a name say more of where they are: the folder of a file, the path of an
  /// address; a number follows where that tells nothing.
  package static func names(of sources: [SourceSpecification]) -> [DisplayText] {
    let counts = Dictionary(sources.map { ($0.name, 1) }, uniquingKeysWith: +)
    var taken: Set<DisplayText> = []
    return sources.map { source in
      let isShared = counts[source.name, default: 0] > 1
      let wanted = (isShared ? source.longerName : nil) ?? source.name
      var name = wanted
      var number = 2
      while !taken.insert(name).inserted {
        name = DisplayText("\(wanted) \(number)")
        number += 1
      }
      return name
    }
  }

  /// The name with more of the location; `nil` for a name that was given, and where there is no more.
  private var longerName: DisplayText? {
    guard !isNamed else { return nil }
    switch location {
    case .endpoint(let url):
      guard let path = URL(string: url.string)?.path(), path.count > 1 else { return nil }
      return DisplayText(url.address + path)
    case .file(let path), .pipe(let path):
      let folder = FilePath.split(FilePath.split(path).directory).name
      return folder.isEmpty ? nil : DisplayText("\(folder)/\(name.string)")
    case .pattern, .standardInput, .command: return nil
    }
  }
}
