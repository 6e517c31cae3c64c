import StetDocument
import StetLint
import StetText

/// Lints the texts of a stream on all cores, one result for each line, in order. Memory does not grow with the stream, and
/// each result is handed over without waiting for more lines.
package struct RecordRun: Sendable {
  package enum Outcome: Sendable {
    /// `path` is nil when the line named none.
    case linted(LintedFile, id: [UInt8], path: String?)
    case failed(TextRecord.Fault, line: Int)
  }

  private let engine: Engine
  private let settings: RunSettings
  private let usualPath: String
  private let workers: Int

  /// - Parameter usualPath: the name of texts whose line names none.
  package init(_ engine: Engine, settings: RunSettings, usualPath: String, workers: Int) {
    self.engine = engine
    self.settings = settings
    self.usualPath = usualPath
    self.workers = workers
  }

  /// - Parameters:
  ///   - render: what is made of an outcome, by the worker that has it.
  ///   - body: takes what was made, in order.
  package func forEach<Rendered: Sendable>(
    _ source: LineSource, _ render: @escaping @Sendable (Outcome) -> Rendered, _ body: (Rendered) -> Void
  ) async {
    let stream = OrderedStream<NumberedLine, (NumberedLine, Rendered)>(workers: workers) { [self] in
      let worker = Worker(engine)
      return { line in (line, render(outcome(line, worker))) }
    }
    await stream.forEach(source.lines) { line, rendered in
      body(rendered)
      source.release(line)
    }
  }

  func outcome(_ line: NumberedLine, _ worker: Worker) -> Outcome {
    do throws(TextRecord.Fault) {
      guard case .whole(let bytes) = line.line else {
        throw TextRecord.Fault(
          what: "the line is longer than \(LineFraming.usualLimit >> 20) MiB", nextStep: "Split the text.")
      }
      let record = try TextRecord(bytes)
      let path = record.path ?? usualPath
      let file = worker.lint(
        SourceText(record.text), path: path, format: record.format,
        settings: settings.settings(for: path, adding: record.settings))
      return .linted(file, id: record.id, path: record.path)
    } catch {
      return .failed(error, line: line.number)
    }
  }
}
