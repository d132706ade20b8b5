/// All benchmarks.
let benchmarks: [Benchmark] = [
  LogBenchmark.benchmark("parse", .parse, "a log in memory: lines to records"),
  LogBenchmark.benchmark("aggregate", .aggregate, "a log in memory: lines to batches"),
  LogBenchmark.benchmark("history", .history, "a log in memory: lines to the history"),
  ScrapeBenchmark.first,
  ScrapeBenchmark.repeated,
  TextBenchmark.fingerprints,
  TextBenchmark.routes,
  DayBenchmark.benchmark,
  HoursBenchmark.benchmark,
  FindingsBenchmark.benchmark,
  FindingsBenchmark.again,
  PictureBenchmark.keys,
  PictureBenchmark.ticks,
  ScenarioCheck.benchmark,
]
