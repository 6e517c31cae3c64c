import StetDocument
import StetLanguage
import StetText

/// The full names of one document, each once with its first place.
package struct SiteNameSummary: Codable, Sendable {
  struct Entry: Codable, Sendable {
    /// As it stands at its first place, with single blanks, without title and article.
    var text: String
    /// One bit for each word that no dictionary and no list knows, from the first.
    var unknown: UInt8
    /// Source bytes of the first place.
    var range: ByteRange
  }

  var entries: [Entry] = []
}

extension SiteNameSummary {
  /// Names of two to four words, one of them with four letters at least. Names in quotation marks are somebody
  /// else's.
  init(_ analysis: Analysis) {
    let tokens = analysis.layer.tokens
    let document = analysis.document
    var seen: Set<[WordKey]> = []
    for name in analysis.names where name.kind != .place {
      var range = name.tokens
      if let title = name.parts.first, case .title = title.role {
        range = title.tokens.upperBound..<range.upperBound
      }
      guard range.count >= 2, range.count <= 5 else { continue }
      var keys: [WordKey] = []
      var unknown: UInt8 = 0
      var isName = true
      for at in range where tokens[at].isWord {
        let token = tokens[at]
        if token.shape == .upper || token.length < 2 { isName = false }
        if !token.isLower, token.length >= 4, keys.count < 8, !isKnown(token, analysis) {
          unknown |= 1 << keys.count
        }
        keys.append(token.key)
      }
      guard isName, (2...4).contains(keys.count), unknown != 0 || name.kind == .person,
        range.contains(where: { !tokens[$0].isLower && tokens[$0].length >= 4 }), seen.insert(keys).inserted,
        !analysis.quotations.contains(range.lowerBound)
      else { continue }
      let words = range.filter { tokens[$0].isWord }.map { analysis.string(tokens[$0]) }
      entries.append(
        Entry(
          text: words.joined(separator: " "), unknown: unknown, range: document.source(analysis.range(range)))
      )
    }
  }
}

private func isKnown(_ token: Token, _ analysis: Analysis) -> Bool {
  analysis.language.isGivenName(token.key) || analysis.language.isListed(token.key)
    || analysis.isKnown(token)
}
