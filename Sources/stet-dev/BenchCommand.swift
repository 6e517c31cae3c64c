import ArgumentParser
import FoundationEssentials
import Glibc
import StetDocument
import StetService

/// Times on this machine, side by side. Never a reason to pass or fail: machines differ and are busy.
struct BenchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Measure the start, the layers and whole runs.",
    discussion: """
      Without --text it measures on text that it makes itself, always the same. Each command of --versus is \
      run in turn with the program, file names appended: --versus 'old/stet lint'.
      """)

  @Option(help: "The program to measure from outside.")
  var stet = ".build/release/stet"

  @Option(help: ArgumentHelp("Another whole command to run beside it.", valueName: "command"))
  var versus: [String] = []

  @Option(parsing: .upToNextOption, help: "Files to measure on.")
  var text: [String] = []

  @Option(help: "Size of the text to make, in millions of bytes.")
  var megabytes = 5

  @Option(help: "Size of one article of it, in bytes.")
  var article = 6_000

  @Option(help: "Rounds of the layers and whole runs.")
  var rounds = 5

  @Option(help: "Starts of the program on one article.")
  var starts = 20

  @Flag(help: "Measure each rule by itself, too.")
  var checks = false

  @Option(help: "Also write the figures to this file.")
  var json: String?

  mutating func validate() throws {
    guard megabytes > 0, article > 0, rounds > 0, starts > 0 else {
      throw ValidationError("Sizes and counts must be positive.")
    }
    guard access(stet, X_OK) == 0 else {
      throw ValidationError("There is no program at \(stet); run `make release`, or name one with --stet.")
    }
  }

  func run() async throws {
    let articles = try sample()
    let bytes = articles.reduce(0) { $0 + $1.count }
    let processors = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    var result = BenchResult(
      processors: processors, isReleaseBuild: Self.isReleaseBuild,
      text: "\(articles.count) articles, \(decimal(Double(bytes) / 1e6, 2)) MB"
        + (self.text.isEmpty ? " (made)" : ""))

    let folder = FileManager.default.temporaryDirectory.appending(path: "stet-bench-\(getpid())")
    defer { try? FileManager.default.removeItem(at: folder) }
    try write(articles, into: folder.path)
    result.lines += try processLines(articles, bytes, folder.path)

    let engine = try Engine()
    let layers = LayerBench(engine, articles)
    result.lines += layers.run(rounds: rounds).map {
      BenchLine("one core", $0.name, $0.seconds, bytes: bytes)
    }
    if checks {
      result.lines += layers.checks(rounds: rounds).sorted { $0.seconds.median > $1.seconds.median }
        .map { BenchLine("each check, one core", $0.name, $0.seconds, bytes: bytes) }
    }
    result.lines += await workerLines(engine, folder.path, processors, bytes)
    print(result.table(), terminator: "")
    try report(result)
  }

  private func report(_ result: BenchResult) throws {
    let workers = result.lines.filter { $0.group == Self.workers }
    if let one = workers.first, let all = workers.last, workers.count > 1, all.medianSeconds > 0 {
      print("\n\(all.name) do the work of \(decimal(one.medianSeconds / all.medianSeconds, 2))")
    }
    print("peak memory of this process: \(decimal(Double(peakMemory()) / 1e6, 1)) MB")
    guard let json else { return }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try encoder.encode(result).write(to: URL(filePath: json))
  }

  private static let workers = "whole runs in process"

  private static var isReleaseBuild: Bool {
    #if DEBUG
      false
    #else
      true
    #endif
  }

  private func sample() throws -> [[UInt8]] {
    guard text.isEmpty else { return try text.map { try FileReading.read($0) } }
    var sample = SampleText(seed: 1)
    return sample.articles(total: megabytes * 1_000_000, size: article)
  }

  private func write(_ articles: [[UInt8]], into folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (number, article) in articles.enumerated() {
      try Data(article).write(to: URL(filePath: "\(folder)/article-\(number).txt"))
    }
  }

  /// Whole commands from outside: the start on one article, then all of them.
  private func processLines(_ articles: [[UInt8]], _ bytes: Int, _ folder: String) throws -> [BenchLine] {
    let commands = ["\(stet) lint"] + versus
    let first = "\(folder)/article-0.txt"
    let size = articles.first?.count ?? 0
    let start = try ProcessBench.measure(commands, [first], count: starts).map {
      BenchLine("cold start, one article", $0, bytes: size)
    }
    let whole = try ProcessBench.measure(commands, [folder], count: rounds).map {
      BenchLine("whole run, all articles", $0, bytes: bytes)
    }
    return start + whole
  }

  private func workerLines(
    _ engine: Engine, _ folder: String, _ processors: Int, _ bytes: Int
  ) async -> [BenchLine] {
    let files = FileDiscovery.files(in: [folder]).files
    var lines: [BenchLine] = []
    for workers in processors > 1 ? [1, processors] : [1] {
      var times: [Double] = []
      for round in 0...rounds {
        let start = now()
        await LintRun(engine, files: files, workers: workers).forEach { _, _ in }
        if round > 0 { times.append(now() - start) }
      }
      let name = workers == 1 ? "1 worker" : "\(workers) workers"
      lines.append(BenchLine(Self.workers, name, times, bytes: bytes))
    }
    return lines
  }
}
