import StetDocument
import StetText

/// Who says a quotation.
package struct Speaker: Sendable {
  /// The verb of saying.
  package var verb: Int
  /// Index in `Mentions.phrases`; nil when a pronoun speaks.
  package var phrase: Int?
  /// Token of the pronoun that speaks.
  package var pronoun: Int?
}

/// Tells which quotation a token stands in, by halving.
struct QuotationIndex: Sendable {
  private let spans: [Quotation]

  init(_ quotations: Quotations) {
    spans = quotations.spans
  }

  subscript(token: Int) -> Int? {
    let low = spans.partitioningIndex { $0.end > token }
    return low < spans.count && spans[low].tokens.contains(token) ? low : nil
  }
}

extension Analysis {
  /// For each of `quotations.spans` its speaker: “…,” Austin said · “…,” said Austin · Austin said, “…”.
  func findSpeakers() -> [Speaker?] {
    let spans = quotations.spans
    guard !spans.isEmpty else { return [] }
    let tokens = layer.tokens
    let tags = self.tags
    let mentions = self.mentions
    // Per token the phrase whose head it is, -1 for none.
    var heads = [Int32](repeating: -1, count: tokens.count)
    for (index, phrase) in mentions.phrases.enumerated() where phrase.role != .modifier {
      heads[phrase.head] = Int32(index)
    }
    /// The phrase or pronoun nearest to a verb within eight tokens on one side.
    func speaker(_ verb: Int, _ places: some Sequence<Int>) -> Speaker? {
      for at in places {
        guard tokens.indices.contains(at) else { return nil }
        if heads[at] >= 0 { return Speaker(verb: verb, phrase: Int(heads[at]), pronoun: nil) }
        if case .personalPronoun = tags[at].penn { return Speaker(verb: verb, phrase: nil, pronoun: at) }
        if tags[at].isFiniteVerb || quotations.contains(at) { return nil }
      }
      return nil
    }
    return spans.map { span in
      // A speech may close some paragraphs after the one that it opens in.
      guard let first = layer.block(of: span.open), let last = layer.block(of: span.end - 1) else {
        return nil
      }
      let start = layer.blocks[first].lowerBound
      let end = layer.blocks[last].upperBound
      for at in span.end..<min(end, span.end + 10) {
        if quotations.contains(at) || tags[at].penn == .sentenceEnd { break }
        guard lexicon.has(tokens[at].key, .speechVerb), tags[at].isVerbal else { continue }
        let before = speaker(at, (span.end..<at).reversed())
        return before ?? speaker(at, at + 1..<min(end, at + 9))
      }
      for at in (max(start, span.open - 4)..<span.open).reversed() {
        if tags[at].penn == .sentenceEnd || quotations.contains(at) { break }
        guard lexicon.has(tokens[at].key, .speechVerb), tags[at].isVerbal else { continue }
        return speaker(at, (max(start, at - 12)..<at).reversed())
      }
      return nil
    }
  }
}
