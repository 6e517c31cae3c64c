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
    // The dictionary and the rules take as long to read; neither needs the other.
    Task.detached { [dictionaries] in dictionaries.prepare() }
    let lexicon = Lexicon()
    language = Language(lexicon: lexicon)
    book = RuleBook(lexicon, userRules: userRules)
    projectLinter = ProjectLinter(rules: book.projectRules)
  }

  /// The rules that settings switch on.
  package func linter(_ settings: EffectiveSettings = EffectiveSettings()) -> Linter {
    Linter(checks: book.checks, severity: settings.severity)
  }
}

/// What one task owns: its word table, its spellers, its linters. Never shared.
package final class Worker {
  private let engine: Engine
  private var words: WordTable
  /// One for each list of accepted words and each set of rules that was asked for; a run has few.
  private var spellers: [[String]: Speller] = [:]
  private var linters: [Settings: Linter] = [:]

  package init(_ engine: Engine) {
    self.engine = engine
    words = engine.language.lexicon.table()
  }

  package func analysis(
    _ document: Document, settings: EffectiveSettings = EffectiveSettings()
  ) -> Analysis {
    // A table that has seen a million forms starts anew, so that memory stays bounded on any corpus.
    if words.count > 1_000_000 { words = engine.language.lexicon.table() }
    return Analysis(
      document, words: words, language: engine.language, speller: speller(settings.words),
      kind: settings.kind)
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
    let document = DocumentReader.read(source, path: path, format: format)
    let diagnostics = linter(settings).lint(analysis(document, settings: settings))
    return LintedFile(path: path, source: source, diagnostics: diagnostics)
  }

  /// The same, with what the rules of the project keep of the text.
  package func lintAndSummarise(
    _ source: SourceText, path: String, settings: EffectiveSettings = EffectiveSettings()
  ) -> (file: LintedFile, summaries: ProjectLinter.Summaries) {
    let analysis = analysis(DocumentReader.read(source, path: path, format: nil), settings: settings)
    let file = LintedFile(path: path, source: source, diagnostics: linter(settings).lint(analysis))
    return (file, engine.projectLinter.summaries(analysis, severity: settings.severity))
  }

  /// Adds to a file what the rules of the project found in it.
  package func merge(
    _ entries: [ProjectLinter.Entry], into file: LintedFile, settings: EffectiveSettings = EffectiveSettings()
  ) -> LintedFile {
    let analysis = analysis(
      DocumentReader.read(file.source, path: file.path, format: nil), settings: settings)
    return LintedFile(
      path: file.path, source: file.source,
      diagnostics: Linter.merge(entries, into: file.diagnostics, analysis, severity: settings.severity))
  }

  private func speller(_ words: [String]) -> Speller {
    if let speller = spellers[words] { return speller }
    let speller = Speller(engine.dictionaries, accepting: UserWords(words))
    spellers[words] = speller
    return speller
  }

  private func linter(_ settings: EffectiveSettings) -> Linter {
    if let linter = linters[settings.settings] { return linter }
    let linter = engine.linter(settings)
    linters[settings.settings] = linter
    return linter
  }
}
