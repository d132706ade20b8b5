extension Screens {
  /// The recorded snapshots, by name.
  static let snapshots = [
    "snapshotANSIOverview": snapshotANSIOverview,
    "snapshotMarkdownCaches": snapshotMarkdownCaches,
    "snapshotMarkdownEndpoint": snapshotMarkdownEndpoint,
    "snapshotMarkdownEndpoints": snapshotMarkdownEndpoints,
    "snapshotMarkdownLogs": snapshotMarkdownLogs,
    "snapshotMarkdownMemory": snapshotMarkdownMemory,
    "snapshotMarkdownOverview": snapshotMarkdownOverview,
    "snapshotMarkdownPools": snapshotMarkdownPools,
    "snapshotMarkdownQueries": snapshotMarkdownQueries,
    "snapshotMarkdownQuery": snapshotMarkdownQuery,
    "snapshotMarkdownSources": snapshotMarkdownSources,
    "snapshotTextCaches": snapshotTextCaches,
    "snapshotTextEndpoint": snapshotTextEndpoint,
    "snapshotTextEndpoints": snapshotTextEndpoints,
    "snapshotTextLogs": snapshotTextLogs,
    "snapshotTextMemory": snapshotTextMemory,
    "snapshotTextOverview": snapshotTextOverview,
    "snapshotTextPools": snapshotTextPools,
    "snapshotTextQueries": snapshotTextQueries,
    "snapshotTextQuery": snapshotTextQuery,
    "snapshotTextSources": snapshotTextSources,
  ]
}
