import Foundation
import StetDocument
import StetLint
import StetReports
import StetService
import Testing

@Suite struct LintRunTests {
  @Test func resultsDoNotDependOnTheNumberOfWorkers() async throws {
    try await withTemporaryFolder { folder in
      try writeArticles(60, into: folder)
      let one = try await json(folder, workers: 1)
      let four = try await json(folder, workers: 4)
      #expect(one == four)
      // Twenty of the files have faults: an empty report would be equal to itself as well.
      let text = String(decoding: one, as: UTF8.self)
      #expect(text.components(separatedBy: "\"doubled-word\"").count == 41)
      #expect(text.components(separatedBy: "\"path\"").count == 61)
    }
  }

  @Test(arguments: [1, 3])
  func aLostFileDoesNotKeepOthersFromBeingRead(_ workers: Int) async throws {
    try await withTemporaryFolder { folder in
      try writeArticles(10, into: folder)
      let found = FileDiscovery.files(in: [folder.path])
      try FileManager.default.removeItem(at: folder.appendingPathComponent("article-4.txt"))
      var linted: [String] = []
      var problems: [Problem] = []
      var order: [Int] = []
      await LintRun(try Engine(), files: found.files, workers: workers).forEach { outcome, number in
        order.append(number)
        switch outcome {
        case .linted(let file): linted.append(file.path)
        case .failed(let problem): problems.append(problem)
        }
      }
      #expect(order == Array(0..<10))
      #expect(linted.count == 9)
      #expect(problems.map(\.place) == [folder.path + "/article-4.txt"])
      #expect(problems.first?.line.contains("there is no such file") == true)
    }
  }

  @Test func aMissingDictionaryNamesThePackage() {
    do {
      _ = try Engine(dictionaryFolders: ["/nowhere/at/all"])
      Issue.record("an engine was made without a dictionary")
    } catch {
      #expect(error.place == "en_US.dic")
      #expect(error.what.contains("/nowhere/at/all"))
      #expect(error.nextStep.contains("apt-get install hunspell-en-us"))
    }
  }

  /// The first result is there while files are still to be read, also when the workers hold all threads.
  @Test func resultsComeAsTheRunGoesOn() async throws {
    try await withTemporaryFolder { folder in
      try writeArticles(300, into: folder)
      let found = FileDiscovery.files(in: [folder.path])
      let last = try #require(found.files.last).path
      var problems: [Problem] = []
      let processors = ProcessInfo.processInfo.activeProcessorCount
      try await LintRun(Engine(), files: found.files, workers: processors).forEach { outcome, done in
        if done == 0 { try? FileManager.default.removeItem(atPath: last) }
        if case .failed(let problem) = outcome { problems.append(problem) }
      }
      #expect(problems.map(\.place) == [last])
    }
  }

  private func json(_ folder: URL, workers: Int) async throws -> [UInt8] {
    let found = FileDiscovery.files(in: [folder.path])
    let output = Output()
    var report = JSONReport(tool: ReportingTool(version: "test"), sink: output.take)
    report.begin()
    await LintRun(try Engine(), files: found.files, workers: workers).forEach { outcome, _ in
      if case .linted(let file) = outcome { report.add(file) }
    }
    report.end()
    return output.bytes
  }
}

private final class Output {
  private(set) var bytes: [UInt8] = []
  func take(_ more: [UInt8]) { bytes += more }
}
