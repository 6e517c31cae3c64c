import StetDocument
import StetLanguage
import StetLint
import StetRules
import StetSpelling
import StetText

/// Everything that is the same for all files of a run: the language data and the checks. Made once; shared
/// by all workers.
package final class Engine: Sendable {
  package let language: Language
  package let linter: Linter

  package let dictionaries: SpellingDictionaries

  /// Throws when the system's dictionary is missing; the error names the package to install.
  package init() throws(SpellingError) {
    dictionaries = try SpellingDictionaries()
    let lexicon = Lexicon()
    language = Language(lexicon: lexicon)
    let checks: [any Check] = Catalogue.rules.map { $0.init(lexicon) }
    linter = Linter(checks: checks)
  }

  /// All rules, sorted by id.
  package var rules: [RuleMetadata] {
    linter.checks.flatMap(\.rules).sorted { $0.id < $1.id }
  }
}

/// What one thread owns: its word table and its speller. Never shared.
package final class Worker {
  private let engine: Engine
  private var words: WordTable
  private let speller: Speller

  package init(_ engine: Engine) {
    self.engine = engine
    words = engine.language.lexicon.table()
    speller = Speller(engine.dictionaries)
  }

  package func lint(_ document: Document) -> [Diagnostic] {
    // A table that has seen a million forms starts anew, so that memory stays bounded on any corpus.
    if words.count > 1_000_000 { words = engine.language.lexicon.table() }
    let analysis = Analysis(document, words: words, language: engine.language, speller: speller)
    return engine.linter.lint(analysis)
  }

  package func lint(_ source: SourceText, path: String, format: DocumentFormat? = nil) -> LintedFile {
    let document = DocumentReader.read(source, path: path, format: format)
    return LintedFile(path: path, source: source, diagnostics: lint(document))
  }
}
