import StetDocument
import StetSpelling
import StetText

@testable import StetLanguage

/// Reads a text as one document.
enum Reading {
  static func analysis(_ text: String) throws -> Analysis {
    let lexicon = Lexicon()
    let language = Language(lexicon: lexicon)
    let document = DocumentReader.read(SourceText(text), path: "text.txt")
    return Analysis(document, words: lexicon.table(), language: language, speller: try Speller())
  }
}
