import Foundation
import StetDocument
import StetLint
import StetText
import Synchronization
import Testing

@testable import StetService

@Suite struct OrderedStreamTests {
  @Test(arguments: [1, 2, 7])
  func resultsComeInOrder(_ workers: Int) async {
    let (numbers, send) = AsyncStream<Int>.makeStream()
    for number in 0..<1_000 { send.yield(number) }
    send.finish()
    let stream = OrderedStream<Int, Int>(workers: workers) {
      var seen = 0
      return { number in
        seen += 1
        // The later ones of a group are faster.
        if number % 10 == 0 { usleep(200) }
        return number * 2
      }
    }
    var results: [Int] = []
    await stream.forEach(numbers) { results.append($0) }
    let expected: [Int] = (0..<1_000).map { $0 * 2 }
    #expect(results == expected)
  }

  @Test func nothingComesOutOfNothing() async {
    let (numbers, send) = AsyncStream<Int>.makeStream()
    send.finish()
    await OrderedStream<Int, Int>(workers: 2) { { $0 } }.forEach(numbers) { Issue.record("\($0)") }
  }
}

@Suite struct RecordRunTests {
  @Test(arguments: [1, 4])
  func aResultIsThatOfTheSameFile(_ workers: Int) async throws {
    let engine = try Engine()
    let texts = (0..<200).map { "The the vote number \($0).\n" + String(repeating: "# A b\n", count: $0 % 9) }
    let lines = texts.enumerated().map { number, text in
      number % 50 == 49
        ? "{broken" : record(["id": number, "text": text, "path": "t.\(number % 2 == 0 ? "md" : "txt")"])
    }
    var ids: [String] = []
    var found: [[String]] = []
    var faults: [Int] = []
    try await run(engine, lines, workers: workers) { outcome in
      switch outcome {
      case .linted(let file, let id, _):
        ids.append(String(decoding: id, as: UTF8.self))
        found.append(file.diagnostics.map { "\($0)" })
      case .failed(_, let line): faults.append(line)
      }
    }
    let good = texts.indices.filter { $0 % 50 != 49 }
    #expect(ids == good.map(String.init))
    #expect(faults == [50, 100, 150, 200])
    let worker = Worker(engine)
    let alone = good.map {
      worker.lint(SourceText(texts[$0]), path: "t.\($0 % 2 == 0 ? "md" : "txt")").diagnostics.map { "\($0)" }
    }
    #expect(found == alone)
    #expect(alone.contains { !$0.isEmpty })
  }

  @Test func aRecordDecidesOnItsFormatKindAndLanguage() async throws {
    let text = "The the `the the` vote."
    let lines = [
      ["text": text], ["text": text, "format": "markdown"], ["text": text, "path": "a.md"],
      ["text": text, "path": "a.md", "format": "plain"],
      // The rule is about English.
      ["text": "Sie sah die die schon da waren.", "language": "de"],
    ].map { record($0) }
    var counts: [Int] = []
    try await run(try Engine(), lines, workers: 1) { outcome in
      guard case .linted(let file, _, _) = outcome else {
        Issue.record("\(outcome)")
        return
      }
      counts.append(file.diagnostics.count { $0.rule == "doubled-word" })
    }
    #expect(counts.prefix(4) == [2, 1, 1, 2])
  }

  /// Configuration holds by the folder of the path, also when more folders are asked for than are remembered.
  @Test func thePathDecidesOnTheConfiguration() async throws {
    try await withTemporaryFolder { folder in
      let quiet = folder.appendingPathComponent("quiet")
      try FileManager.default.createDirectory(at: quiet, withIntermediateDirectories: true)
      try Data("root: true\nrules:\n  doubled-word: off\n  oops: off\n".utf8).write(
        to: quiet.appendingPathComponent("stet.yml"))
      let paths = (0..<30_000).map { "\($0 % 2 == 0 ? folder.path : quiet.path)/\($0 / 2)/a.txt" }
      let settings = RunSettings(try Engine().book)
      let offs = paths.map { settings.settings(for: $0).settings.rules["doubled-word"]?.value == .off }
      #expect(offs == paths.map { $0.hasPrefix(quiet.path) })
      // The file was read once.
      #expect(settings.faults.count == 1)
      let lines = paths.prefix(10).map { record(["text": "The the", "path": $0]) }
      var counts: [Int] = []
      try await run(try Engine(), lines, workers: 2) { outcome in
        guard case .linted(let file, _, _) = outcome else {
          Issue.record("\(outcome)")
          return
        }
        counts.append(file.diagnostics.count { $0.rule == "doubled-word" })
      }
      #expect(counts == [1, 0, 1, 0, 1, 0, 1, 0, 1, 0])
    }
  }

  /// Each line is answered before the next is written: nothing waits for a buffer to fill.
  @Test func anAnswerDoesNotWaitForTheNextLine() async throws {
    var descriptors: [Int32] = [0, 0]
    #expect(pipe(&descriptors) == 0)
    let (input, output) = (descriptors[0], descriptors[1])
    let source = LineSource(descriptor: input)
    try source.start()
    let run = RecordRun(
      try Engine(), settings: RunSettings(try Engine().book, source: .none), usualPath: "stdin", workers: 2)
    func send(_ number: Int) {
      let line = Array((record(["id": number, "text": "The the \(number)."]) + "\n").utf8)
      let count = line.withUnsafeBytes { write(output, $0.baseAddress, $0.count) }
      #expect(count == line.count)
    }
    send(0)
    var answers = 0
    await run.forEach(source, { $0 }) { _ in
      answers += 1
      if answers < 20 { send(answers) } else { close(output) }
    }
    #expect(answers == 20)
    close(input)
  }

  /// No more is read than may be in use, however slow the reader of the results is.
  @Test func readingWaitsForWhatIsInUse() async throws {
    let text = String(repeating: "x", count: 10_000)
    let bytes = Array(String(repeating: text + "\n", count: 500).utf8)
    var descriptors: [Int32] = [0, 0]
    #expect(pipe(&descriptors) == 0)
    let (input, output) = (descriptors[0], descriptors[1])
    let written = Mutex(0)
    let writer = Thread {
      var at = 0
      while at < bytes.count {
        let count = bytes[at...].withUnsafeBytes { write(output, $0.baseAddress, min($0.count, 4_096)) }
        guard count > 0 else { break }
        at += count
        written.withLock { [at] in $0 = at }
      }
      close(output)
    }
    let source = LineSource(descriptor: input, allowance: 50_000)
    try source.start()
    writer.start()
    usleep(300_000)
    // Behind what may be in use stand a line that waits, a block that was read and what a pipe holds.
    let most: Int = 50_000 + 11_024 + 65_536 + 65_536 + 4_096
    let count = written.withLock { $0 }
    #expect(count < most)
    var lines = 0
    for await line in source.lines {
      lines += 1
      source.release(line)
    }
    #expect(lines == 500)
    #expect(source.problem == nil)
    close(input)
  }

  @Test func aFolderIsNoStream() async throws {
    let folder = open("/", O_RDONLY)
    let source = LineSource(descriptor: folder)
    try source.start()
    for await line in source.lines { Issue.record("\(line)") }
    #expect(source.problem?.line == "standard input: this is a folder, not a file. Name a file in it.")
    close(folder)
  }

  private func run(
    _ engine: Engine, _ lines: [String], workers: Int, _ body: (RecordRun.Outcome) -> Void
  ) async throws {
    try await withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("lines")
      try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
      let descriptor = open(file.path, O_RDONLY)
      defer { close(descriptor) }
      let source = LineSource(descriptor: descriptor)
      try source.start()
      let settings = RunSettings(engine.book)
      await RecordRun(engine, settings: settings, usualPath: "stdin", workers: workers)
        .forEach(source, { $0 }, body)
    }
  }

  private func record(_ members: [String: Any]) -> String {
    // Only dictionaries that JSON can hold come here.
    String(decoding: (try? JSONSerialization.data(withJSONObject: members)) ?? Data(), as: UTF8.self)
  }
}
