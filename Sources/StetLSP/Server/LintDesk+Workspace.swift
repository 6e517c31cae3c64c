import Glibc
import StetDocument
import StetLint
import StetService
import StetText
import Synchronization

/// What is kept of a file that no editor holds, so that a client may ask for the whole workspace again and again.
struct FileResult: Sendable {
  var stamp: FileStamp?
  var generation: Int
  var resultID: String
  var isClean: Bool
}

/// What is told of one file of the workspace.
enum FileReport: Sendable {
  case linted(LintedDocument)
  case unchanged(path: String, resultID: String)
}

/// What several tasks add to.
final class Collector<Value: Sendable>: Sendable {
  private let content: Mutex<Value>

  init(_ value: Value) { content = Mutex(value) }

  var value: Value { content.withLock { $0 } }
  func change(_ body: @Sendable (inout Value) -> Void) { changed(body) }
  func changed<Result: Sendable>(_ body: @Sendable (inout Value) -> Result) -> Result {
    content.withLock { body(&$0) }
  }
}

extension LintDesk {
  /// Lints the files below folders, in order, on all cores but one; what the client knows already is only named.
  ///
  /// - Parameters:
  ///   - open: paths of texts that editors hold. They are read only to be compared with the others, where
  ///     configuration says so.
  ///   - previous: the results that the client holds, by path.
  ///   - each: takes a report, how many files are done, and of how many.
  func lintFiles(
    _ folders: [String], open: Set<String>, previous: [String: String],
    each: @escaping @Sendable (FileReport, Int, Int) -> Void
  ) async throws(Problem) {
    let found = await Task.detached { FileDiscovery.files(in: folders).files }.value
    let (engine, settings) = try await ready(for: found.map(\.path))
    let files = settings.wanted(found)
    let stamps = files.map { FileStamp($0.path) }
    let isKnown = zip(files, stamps).map { file, stamp in
      guard let known = fileResults[file.path], known.stamp == stamp, known.generation == self.generation
      else {
        return false
      }
      if open.contains(file.path) { return true }
      return previous[file.path].map { $0 == known.resultID } ?? known.isClean
    }
    let compares = settings.compares(files)
    // The files of a project are judged by one another: one that changed concerns all.
    let isDue = files.indices.map { index in
      compares ? isKnown.contains(false) : !isKnown[index] && !open.contains(files[index].path)
    }
    var done = 0
    for index in files.indices where !isDue[index] {
      done += 1
      let path = files[index].path
      guard !open.contains(path), let id = previous[path] else { continue }
      each(.unchanged(path: path, resultID: id), done, files.count)
    }
    let due = files.indices.filter { isDue[$0] }
    let results = Collector<[String: FileResult]>([:])
    let (generation, showsNotes) = (generation, clientSettings.showsNotes)
    let take: @Sendable (LintRun.Outcome, Int) -> Void = { [done] outcome, index in
      // A run that was stopped has not compared all files.
      guard case .linted(var file) = outcome, !Task.isCancelled else { return }
      Self.hideNotes(&file, unless: showsNotes)
      let result = LintedDocument(
        version: nil, generation: generation, file: file, lines: LineIndex(file.source))
      let kept = FileResult(
        stamp: stamps[due[index]], generation: generation, resultID: result.resultID,
        isClean: file.diagnostics.isEmpty)
      results.change { [path = file.path] in $0[path] = kept }
      each(.linted(result), done + index + 1, files.count)
    }
    let workers = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)) - 1)
    let run = due.map { files[$0] }
    if compares, !run.isEmpty {
      await ProjectRun(engine, files: run, workers: workers, settings: settings, comparesAll: false)
        .forEach(progress: { _ in }, take)
    } else {
      await LintRun(engine, files: run, workers: workers, settings: settings).forEach(take)
    }
    fileResults.merge(results.value) { _, new in new }
    let present = Set(files.map(\.path))
    if fileResults.count > present.count { fileResults = fileResults.filter { present.contains($0.key) } }
  }
}
