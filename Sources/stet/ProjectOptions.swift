import ArgumentParser
import StetDocument
import StetService

/// Whether the files of a run are compared with one another.
struct ProjectOptions: ParsableArguments {
  @Flag(
    help: "Compare the files with one another, too: a name or a term that one file writes unlike all others.")
  var project = false

  /// Lints each file, and compares those that the option or their configuration says to compare.
  ///
  /// - Parameters:
  ///   - progress: takes the number of files read.
  ///   - body: takes each file, in order.
  /// - Returns: whether files were compared.
  @discardableResult
  func forEach(
    _ engine: Engine, _ files: [DiscoveredFile], workers: Int, _ settings: RunSettings,
    cache: ResultCache? = nil, changes: ChangeSet? = nil,
    progress: (Int) -> Void = { _ in }, _ body: (LintRun.Outcome) -> Void
  ) async -> Bool {
    guard project || settings.compares(files) else {
      let run = LintRun(
        engine, files: files, workers: workers, settings: settings, cache: cache, changes: changes)
      await run.forEach { outcome, done in
        progress(done)
        body(outcome)
      }
      return false
    }
    let run = ProjectRun(
      engine, files: files, workers: workers, settings: settings, cache: cache, changes: changes,
      comparesAll: project)
    await run.forEach(progress: progress) { outcome, _ in body(outcome) }
    return true
  }
}
