import StetDocument
import StetLint
import StetText

/// Lints many files on all cores and hands the results over in the order of the files, so that the output is
/// the same whatever the number of cores.
package struct LintRun: Sendable {
  package enum Outcome: Sendable {
    case linted(LintedFile)
    case failed(Problem)
  }

  private let engine: Engine
  private let files: [DiscoveredFile]
  private let settings: RunSettings
  private let workers: Int

  /// - Parameter settings: nil: what the configuration of each file says.
  package init(_ engine: Engine, files: [DiscoveredFile], workers: Int, settings: RunSettings? = nil) {
    self.engine = engine
    self.files = files
    self.settings = settings ?? RunSettings(engine.book)
    self.workers = workers
  }

  /// Calls `body` for every file in order, with the number of files done before it.
  package func forEach(_ body: (Outcome, Int) -> Void) async {
    await OrderedRun(engine, files: files, workers: workers).forEach({ outcome($0, $1) }, body)
  }

  private func outcome(_ file: DiscoveredFile, _ worker: Worker) -> Outcome {
    do {
      let source = SourceText(try FileReading.read(file))
      var linted = worker.lint(source, path: file.path, settings: settings.settings(for: file.path))
      // A file without findings is only counted: its text need not wait for its turn.
      if linted.diagnostics.isEmpty { linted.source = SourceText([]) }
      return .linted(linted)
    } catch {
      return .failed(Problem(error))
    }
  }
}
