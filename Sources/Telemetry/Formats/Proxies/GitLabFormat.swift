/// The JSON logs of GitLab's API and web controllers: lograge with more, and times in seconds of late.
///
/// Source: https://docs.gitlab.com/administration/logs/
package struct GitLabFormat: JSONLineFormat {
  package static let name = "gitlab"
  package static let vantage = "gitlab"
  package static let samples = [
    #"{"time":"2018-10-29T12:49:42.123Z","severity":"INFO","duration":709.08,"db":14.59,"view":694.49,"status":200,"method":"GET","path":"/api/v4/projects","params":[{"key":"action","value":"git-upload-pack"}],"host":"localhost","remote_ip":"::1","ua":"Ruby","route":"/api/:version/projects","user_id":1,"username":"root","queue_duration":100.31,"gitaly_calls":30}"#,
    #"{"method":"GET","path":"/dashboard/activity","format":"json","controller":"DashboardController","action":"activity","status":200,"time":"2024-04-03T20:59:06.730Z","params":[{"key":"limit","value":"20"}],"correlation_id":"01HTJW4819BXMT87E1XPSTWW3R","meta.caller_id":"DashboardController#activity","remote_ip":"192.168.65.1","user_id":1,"username":"root","queue_duration_s":0.008494,"db_count":2,"db_write_count":0,"db_cached_count":0,"cpu_s":0.05066,"pid":1061,"worker_id":"puma_7","db_duration_s":0.01285,"view_duration_s":0.0002,"duration_s":0.04594}"#,
  ]

  package var line = JSONLine(GitLabFormat.names)

  package init() {}

  private static let names = FieldNames(
    marks: [
      "db dbdurations", "view viewdurations",
      "queueduration queuedurations correlationid metacallerid",
    ],
    own: [
      (FieldMeaning(field: .seconds, unit: 1e-3, rank: 3), "duration")
    ])
}
