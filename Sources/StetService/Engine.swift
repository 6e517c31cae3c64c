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
  package let linter: Linter
  /// What all documents are, whatever their text looks like.
  package let kind: DocumentKind?

  /// Throws when the system's dictionary is missing; the problem names the package to install.
  package init(
    dictionaryFolders: [String] = DictionaryLocation.searchFolders(), pack: Pack = .standard,
    kind: DocumentKind? = nil
  ) throws(Problem) {
    do {
      dictionaries = try SpellingDictionaries(in: dictionaryFolders)
    } catch {
      throw Problem(error)
    }
    self.kind = kind
    let lexicon = Lexicon()
    language = Language(lexicon: lexicon)
    book = RuleBook(lexicon)
    linter = Linter(checks: book.checks, pack: pack)
  }
}

/// What one task owns: its word table and its speller. Never shared.
package final class Worker {
  private let engine: Engine
  private var words: WordTable
  private let speller: Speller

  package init(_ engine: Engine) {
    self.engine = engine
    words = engine.language.lexicon.table()
    speller = Speller(engine.dictionaries)
  }

  package func analysis(_ document: Document) -> Analysis {
    // A table that has seen a million forms starts anew, so that memory stays bounded on any corpus.
    if words.count > 1_000_000 { words = engine.language.lexicon.table() }
    return Analysis(
      document, words: words, language: engine.language, speller: speller, kind: engine.kind)
  }

  package func lint(_ source: SourceText, path: String, format: DocumentFormat? = nil) -> LintedFile {
    let document = DocumentReader.read(source, path: path, format: format)
    return LintedFile(path: path, source: source, diagnostics: engine.linter.lint(analysis(document)))
  }
}
