// swift-tools-version: 6.2
import PackageDescription

/// Settings of every target: warnings are errors, and the stricter language modes of Swift 6.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// Settings of the target that owns the terminal: all its code runs on the main actor.
let mainActor: [SwiftSetting] = strict + [.defaultIsolation(MainActor.self)]

let package = Package(
  name: "svctop",
  products: [
    .executable(name: "svctop", targets: ["svctop"])
  ],
  dependencies: [
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-async-algorithms", from: "1.1.4"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
  ],
  targets: [
    .target(
      name: "CNcurses", dependencies: ["CProcess"], linkerSettings: [.linkedLibrary("ncursesw")]),
    .target(name: "CProcess"),
    .systemLibrary(name: "CBytes"),
    .systemLibrary(name: "CCompression"),
    .systemLibrary(name: "CMalloc"),
    .target(name: "Telemetry", dependencies: ["CBytes"], swiftSettings: strict),
    .target(name: "TextUI", swiftSettings: strict),
    .target(
      name: "Themes", path: "Themes", resources: [.embedInCode("files")], swiftSettings: strict),
    .target(
      name: "Dashboard", dependencies: ["Telemetry", "TextUI"], swiftSettings: strict),
    .target(
      name: "Collectors",
      dependencies: [
        "CCompression", "CProcess", "Telemetry",
        .product(name: "AsyncAlgorithms", package: "swift-async-algorithms"),
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOHTTPCompression", package: "swift-nio-extras"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
      ], swiftSettings: strict),
    .target(
      name: "Demo",
      dependencies: [
        "Telemetry",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ], swiftSettings: strict),
    .target(
      name: "Curses", dependencies: ["TextUI", "CNcurses"], swiftSettings: mainActor),
    .executableTarget(
      name: "svctop-bench", dependencies: ["Dashboard", "Demo", "Telemetry", "TextUI"],
      swiftSettings: strict),
    .executableTarget(
      name: "svctop",
      dependencies: [
        "CMalloc", "Collectors", "Curses", "Dashboard", "Demo", "Telemetry", "TextUI", "Themes",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "TOMLKit", package: "TOMLKit"),
      ], swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["Dashboard", "Demo", "Telemetry", "TextUI"],
      path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "TelemetryTests", dependencies: ["Telemetry", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "TextUITests", dependencies: ["TextUI", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "DashboardTests", dependencies: ["Dashboard", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "CollectorsTests", dependencies: ["Collectors", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "DemoTests", dependencies: ["Demo", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "ScenarioTests",
      dependencies: [
        "Collectors", "Dashboard", "Demo", "Themes", "TestSupport", "svctop",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ], swiftSettings: strict),
    .testTarget(name: "PTYTests", dependencies: ["svctop", "TestSupport"], swiftSettings: strict),
  ]
)
