import NIOCore
import StetConfiguration
import StetDocument
import StetLint
import StetService
import StetText

/// What all requests share: the engine with its rules, the configuration, the workers.
package final class LintDesk: Sendable {
  package let engine: Engine
  package let settings: ServerSettings
  package let pool: LintPool
  private let runSettings: RunSettings
  /// The folder of the configuration, from the root of the file system: paths of requests lie below it.
  private let folder: [String]

  /// Loads data and configuration. Throws when there is no dictionary; faults of the configuration are `problems`.
  package init(_ settings: ServerSettings) throws(Problem) {
    self.settings = settings
    let source = settings.configuration.map { ConfigurationTree.Source.file($0) } ?? .none
    folder = settings.configuration.map { FilePath.components($0).dropLast() } ?? []
    engine = try Engine(userRules: UserRules(for: ["text"], source: source))
    runSettings = RunSettings(engine.book, source: source)
    pool = LintPool(
      engine,
      limits: LintPool.Limits(
        workers: settings.workers, queue: settings.queue, time: .milliseconds(settings.maximalMilliseconds)))
    _ = runSettings.settings(for: "text")
  }

  /// What is wrong with the configuration and the rules it names.
  package var problems: [Problem] { engine.book.problems + runSettings.problems + engine.book.lateProblems }

  /// What holds for a text: the configuration, and over it what the request says.
  ///
  /// - Parameter path: as the request gives it. It is never looked up in the file system.
  func effectiveSettings(for path: String, over settings: Settings) -> EffectiveSettings {
    let below = FilePath.components("/" + path)
    var effective = runSettings.settings(for: "/" + (folder + below).joined(separator: "/"))
    effective.apply(settings)
    return effective
  }

  /// A place at the desk while a text is worked on.
  package struct Seat: ~Copyable {
    package let desk: LintDesk
    package let worker: Worker

    /// Lints a text under what holds for it.
    func lint(_ text: LintText) -> LintedFile {
      worker.lint(
        SourceText(text.bytes), path: text.path, format: text.format,
        settings: desk.effectiveSettings(for: text.path, over: text.settings))
    }
  }
}

/// A text of a request, with what the request says of it.
struct LintText: Sendable {
  var bytes: [UInt8]
  /// The name that it goes by; its ending decides the format where the request does not.
  var path = "text"
  var format: DocumentFormat?
  var settings = Settings()
}
