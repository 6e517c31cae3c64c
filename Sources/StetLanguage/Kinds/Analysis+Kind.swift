import StetDocument

/// Tells what sort of text a document is by counting: how it reports, whom it speaks to, what it is built of.
///
/// The weights were set by eye on 430 news articles and translations of such, 490 posts and guides in Markdown
/// and 47 texts of other kinds (biographies, speeches, textbooks).
extension Analysis {
  func findKind() -> DocumentKind {
    let signs = KindSigns(self)
    if signs.hasOpinionLabel { return .opinion }
    if signs.hasDateline { return .news }
    // Below this no density means anything.
    guard signs.words >= 60 else { return signs.codeShare > 0.2 ? .docs : .other }
    let structure =
      min(signs.codeShare * 30, 4) + min(signs.perThousand(signs.headings) / 2, 2)
      + min(signs.perThousand(signs.listItems) / 4, 2)
    let address =
      min(signs.perThousand(signs.secondPerson) / 8, 3)
      + min(signs.perThousand(signs.firstPersonPlural) / 15, 1.5)
    let reporting = signs.perThousand(signs.reporting)
    let news =
      min(reporting / 2.5, 4) + min(signs.perThousand(signs.weekdays) / 3, 3)
      + min(signs.perThousand(signs.quotations) / 8, 1) + (signs.hasByline ? 1 : 0)
    let docs = structure + (structure >= 1 ? address : address / 2)
    let opinion =
      min(signs.perThousand(signs.firstPerson) / 6, 2) + min(signs.perThousand(signs.demanding) / 2, 2)
      - min(reporting / 4, 2) - (structure >= 1 ? 1 : 0)
    if docs >= 1.5, docs > news, docs >= opinion { return .docs }
    if opinion >= 2.5, opinion > news { return .opinion }
    return news >= 1.5 ? .news : .other
  }
}

/// What was counted. Words inside quotation marks are somebody else's and are left out.
private struct KindSigns {
  var words = 0
  var reporting = 0
  var weekdays = 0
  var quotations = 0
  var firstPerson = 0
  var firstPersonPlural = 0
  var secondPerson = 0
  var demanding = 0
  /// Below the title.
  var headings = 0
  var listItems = 0
  var hasDateline = false
  var hasByline = false
  var hasOpinionLabel = false
  /// Of all bytes of the source.
  var codeShare = 0.0

  init(_ analysis: Analysis) {
    let document = analysis.document
    let layer = analysis.layer
    let tokens = layer.tokens
    let quoted = analysis.quotations
    let lexicon = analysis.lexicon
    let words = analysis.language.kinds
    document.prose.withUnsafeBufferPointer { prose in
      for (index, block) in document.blocks.enumerated() {
        switch block.kind {
        case .headline: if block.level > 1 { headings += 1 }
        case .listItem: listItems += 1
        case .dateline: hasDateline = true
        case .byline: if index < 4 { hasByline = true }
        case .paragraph:
          guard index < 6 else { break }
          if Dateline.length(UnsafeBufferPointer(rebasing: prose[block.prose.indices])) != nil {
            hasDateline = true
          }
        case .quotation, .caption, .tableCell, .pullQuote: break
        }
        // The label stands alone, or before a bar or a colon: “Opinion”, “Opinion | Why the bridge must go”.
        guard index < 4, let first = layer.blocks[index].first else { continue }
        let after = first + 1
        let isAlone = after == layer.blocks[index].upperBound
        let isLabel =
          isAlone || !tokens[after].isWord && tokens[after].spaceBefore || isColon(prose, tokens[after])
        if isLabel, tokens[first].isCapitalized, words.opinionLabels.contains(tokens[first].key) {
          hasOpinionLabel = true
        }
      }
    }
    for span in quoted.spans where span.tokens.count > 4 { quotations += 1 }
    for (index, token) in tokens.enumerated() where token.isWord && !quoted.contains(index) {
      self.words += 1
      let key = token.key
      if words.reporting.contains(key) {
        reporting += 1
      } else if words.firstPerson.contains(key) {
        firstPerson += 1
      } else if words.firstPersonPlural.contains(key) {
        firstPersonPlural += 1
      } else if words.secondPerson.contains(key) {
        secondPerson += 1
      } else if words.demanding.contains(key) {
        demanding += 1
      } else if lexicon.has(key, .weekday) {
        weekdays += 1
      }
    }
    if !document.source.bytes.isEmpty {
      codeShare = Double(document.codeByteCount) / Double(document.source.bytes.count)
    }
  }

  func perThousand(_ count: Int) -> Double { Double(count) * 1000 / Double(max(words, 1)) }
}

private func isColon(_ prose: UnsafeBufferPointer<UInt8>, _ token: Token) -> Bool {
  token.length == 1 && prose[Int(token.start)] == UInt8(ascii: ":")
}
