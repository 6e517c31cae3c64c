import StetDocument
import StetLanguage
import StetText

/// The description of a page in its front matter: it repeats a sentence of the page on purpose.
struct FrontMatterSummary {
  /// Source bytes up to here are front matter; 0 when there is none.
  private let end: Int

  init(_ analysis: Analysis) {
    let bytes = analysis.document.source.bytes
    guard case .markdown = analysis.document.format, bytes.count > 8 else {
      end = 0
      return
    }
    let fence = Array(bytes.prefix(3))
    guard fence == Array("---".utf8) || fence == Array("+++".utf8) else {
      end = 0
      return
    }
    var at = 3
    while at + 3 < bytes.count {
      if bytes[at] == 0x0A, bytes[at + 1] == fence[0], bytes[at + 2] == fence[0], bytes[at + 3] == fence[0] {
        break
      }
      at += 1
    }
    end = at + 3 < bytes.count ? at : 0
  }

  /// Whether a token stands in it.
  func contains(_ token: Int, _ analysis: Analysis) -> Bool {
    end > 0 && analysis.document.source(analysis.layer.tokens[token].range).lower < end
  }
}
