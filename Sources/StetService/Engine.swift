import StetConfiguration
import StetDocument
import StetLanguage
import StetLint
import StetSpelling
import StetText

/// Everything that is the same for all files of a run: language data, dictionaries, rules. Made once, shared
/// by all workers.
package final class Engine: Sendable {
  package let language: Language
  package let dictionaries: SpellingDictionaries
  package let book: RuleBook
  package let projectLinter: ProjectLinter
  let spelling: SpellingStock

  /// Throws when the system's dictionary is missing; the problem names the package to install.
  ///
  /// - Parameter userRules: rules of the user's own; a broken one is among the problems of `book`.
  package init(
    dictionaryFolders: [String] = DictionaryLocation.searchFolders(), userRules: UserRules = .none
  ) throws(Problem) {
    do {
      dictionaries = try SpellingDictionaries(in: dictionaryFolders)
    } catch {
      throw Problem(error)
    }
    spelling = SpellingStock(english: dictionaries, folders: dictionaryFolders)
    // The dictionary and the rules take as long to read; neither needs the other.
    Task.detached { [dictionaries] in dictionaries.prepare() }
    let lexicon = Lexicon()
    language = Language(lexicon: lexicon)
    book = RuleBook(lexicon, userRules: userRules)
    projectLinter = ProjectLinter(rules: book.projectRules)
  }

  /// The rules that settings switch on.
  package func linter(_ settings: EffectiveSettings = EffectiveSettings()) -> Linter {
    Linter(
      checks: book.checks, projectRules: book.projectRules.map { type(of: $0).metadata },
      options: settings.options, severity: settings.severity)
  }
}

/// What one task owns: its word table, its spellers, its linters. Never shared.
package final class Worker {
  private let engine: Engine
  private var words: WordTable
  /// One for each list of accepted words and each set of rules that was asked for; a run has few.
  private var spellers: [SpellingChoice: Speller] = [:]
  private var linters: [Settings: Linter] = [:]

  package init(_ engine: Engine) {
    self.engine = engine
    words = engine.language.lexicon.table()
  }

  /// - Parameter before: an analysis of an earlier version of the document.
  package func analysis(
    _ document: Document, settings: EffectiveSettings = EffectiveSettings(), following before: Analysis? = nil
  ) -> Analysis {
    // A table that has seen a million forms starts anew, so that memory stays bounded on any corpus.
    if words.count > 1_000_000 { words = engine.language.lexicon.table() }
    // What a file says of itself counts more than what is said of many files.
    return Analysis(
      document, words: words, language: engine.language,
      speller: speller(settings, adding: document.settings.words),
      kind: document.settings.kind ?? settings.kind, following: before)
  }

  /// Analysis of an example, as if the text were of that kind.
  func analysis(_ document: Document, kind: DocumentKind?) -> Analysis {
    var settings = Settings()
    settings.kind = kind.map { Placed(value: $0, origin: SettingOrigin(option: "--kind")) }
    return analysis(document, settings: EffectiveSettings(settings))
  }

  package func lint(
    _ source: SourceText, path: String, format: DocumentFormat? = nil,
    settings: EffectiveSettings = EffectiveSettings()
  ) -> LintedFile {
    var file = LintedFile(
      path: path, source: source, result: result(source, path: path, format: format, settings: settings))
    file.showsNotes = settings.showsNotes
    return file
  }

  /// Lints a version of a text that is being edited, from what was found in the version before.
  ///
  /// - Parameter before: of the same path, with the same settings.
  package func revision(
    _ source: SourceText, path: String, format: DocumentFormat? = nil,
    settings: EffectiveSettings = EffectiveSettings(), after before: Revision?,
    reach: (any Check) -> Reach = { $0.reach }
  ) -> Revision {
    let document = DocumentReader.read(source, path: path, format: format)
    return Revision(
      analysis(document, settings: settings, following: before?.analysis), linter(settings), after: before,
      reach: reach)
  }

  func result(
    _ source: SourceText, path: String, format: DocumentFormat? = nil, settings: EffectiveSettings
  ) -> LintResult {
    let document = DocumentReader.read(source, path: path, format: format)
    return linter(settings).result(analysis(document, settings: settings))
  }

  /// The same, with what the rules of the project keep of the text.
  func resultAndSummaries(
    _ source: SourceText, path: String, settings: EffectiveSettings
  ) -> (result: LintResult, summaries: ProjectLinter.Summaries) {
    let analysis = analysis(DocumentReader.read(source, path: path, format: nil), settings: settings)
    let result = linter(settings).result(analysis)
    return (result, engine.projectLinter.summaries(analysis, severity: settings.severity))
  }

  /// Adds to a file what the rules of the project found in it.
  package func merge(
    _ entries: [ProjectLinter.Entry], into file: LintedFile, settings: EffectiveSettings = EffectiveSettings()
  ) -> LintedFile {
    let analysis = analysis(
      DocumentReader.read(file.source, path: file.path, format: nil), settings: settings)
    let result = LintResult(diagnostics: file.diagnostics, suppressed: file.suppressed)
    let merged = Linter.merge(entries, into: result, analysis, severity: settings.severity)
    var file = file
    file.diagnostics = merged.diagnostics
    file.suppressed = merged.suppressed
    return file
  }

  /// - Parameter words: what the text itself accepts, beside what settings do.
  package func speller(_ settings: EffectiveSettings, adding words: [String] = []) -> Speller {
    let choice = SpellingChoice(settings, adding: words)
    if let speller = spellers[choice] { return speller }
    // Texts with words of their own must not keep a speller each.
    if spellers.count >= SpellingStock.most { spellers.removeAll() }
    let speller = engine.spelling.speller(choice)
    spellers[choice] = speller
    return speller
  }

  private func linter(_ settings: EffectiveSettings) -> Linter {
    if let linter = linters[settings.settings] { return linter }
    // A server is asked for settings of many kinds.
    if linters.count >= SpellingStock.most { linters.removeAll() }
    let linter = engine.linter(settings)
    linters[settings.settings] = linter
    return linter
  }
}
