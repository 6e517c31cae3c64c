import StetDocument
import StetLanguage
import StetText

/// The description of a page in its front matter: it repeats a sentence of the page on purpose.
struct FrontMatterSummary {
  private let end: Int

  init(_ analysis: Analysis) { end = analysis.document.bodyStart }

  /// Whether a token stands in it.
  func contains(_ token: Int, _ analysis: Analysis) -> Bool {
    end > 0 && analysis.document.source(analysis.layer.tokens[token].range).lower < end
  }
}
