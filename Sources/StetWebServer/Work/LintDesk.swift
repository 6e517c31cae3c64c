import Hummingbird
import NIOCore
import StetConfiguration
import StetDocument
import StetLanguage
import StetLint
import StetService
import StetText
import Synchronization

/// What all requests share: the engine with its rules, the configuration, the workers.
package final class LintDesk: Sendable {
  package let engine: Engine
  package let settings: ServerSettings
  package let pool: LintPool
  package let metrics: Metrics
  let connections: ConnectionCount
  let access: AccessPolicy
  let languages: CheckedLanguages
  private let stopping = Atomic(false)
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
    metrics = Metrics()
    connections = ConnectionCount(limit: settings.maximalConnections)
    access = AccessPolicy(settings)
    languages = CheckedLanguages(standard: runSettings.settings(for: "text").language)
    pool = LintPool(
      engine, metrics: metrics,
      limits: LintPool.Limits(
        workers: settings.workers, queue: settings.queue, time: .milliseconds(settings.maximalMilliseconds)))
  }

  /// What is wrong with the configuration and the rules it names.
  package var problems: [Problem] { engine.book.problems + runSettings.problems + engine.book.lateProblems }

  /// Refuses who has not the token.
  ///
  /// - Parameter key: the token as a client sends it that cannot set a header.
  func checkToken(_ request: Request, key: String? = nil) throws(Refusal) {
    guard !access.hasToken(request, key: key) else { return }
    metrics.add(.token)
    throw Refusal(
      .unauthorized, "the token of this server is missing or another one", place: "Authorization",
      nextStep: "Send the header “Authorization: Bearer …”.", headers: [.wwwAuthenticate: "Bearer"])
  }

  /// Whether the server was told to end.
  var isStopping: Bool { stopping.load(ordering: .relaxed) }

  func stop() { stopping.store(true, ordering: .relaxed) }

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
  package struct Seat {
    package let desk: LintDesk
    package let worker: Worker

    /// Lints a text under what holds for it.
    func lint(_ text: LintText) -> LintedFile {
      let file = worker.lint(
        SourceText(text.bytes), path: text.path, format: text.format, settings: settings(text))
      desk.metrics.add(words: text.words, file.diagnostics)
      return file
    }

    /// Where its sentences lie, in order.
    func sentences(_ text: LintText) -> [ByteRange] {
      let document = DocumentReader.read(SourceText(text.bytes), path: text.path, format: text.format)
      let analysis = worker.analysis(document, settings: settings(text))
      return analysis.sentences.map { document.source(analysis.range(of: $0)) }
    }

    private func settings(_ text: LintText) -> EffectiveSettings {
      desk.effectiveSettings(for: text.path, over: text.settings)
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

  /// How many words there are between blanks.
  var words: Int {
    var words = 0
    var isInside = false
    for byte in bytes {
      let isBlank = byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
      if !isBlank, !isInside { words += 1 }
      isInside = !isBlank
    }
    return words
  }
}
