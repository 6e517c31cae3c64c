import StetDocument
import StetSpelling
import StetText

@testable import StetLanguage

/// Reads a text as one document.
enum Reading {
  static func analysis(
    _ text: String, path: String = "text.txt", kind: DocumentKind? = nil
  ) throws -> Analysis {
    let lexicon = Lexicon()
    let language = Language(lexicon: lexicon)
    let document = DocumentReader.read(SourceText(text), path: path)
    return Analysis(
      document, words: lexicon.table(), language: language, speller: try Speller(), kind: kind)
  }
}
