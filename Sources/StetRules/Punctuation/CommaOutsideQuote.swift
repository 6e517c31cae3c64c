import StetDocument
import StetLanguage
import StetLint

package struct CommaOutsideQuote: Rule {
  package static let metadata = RuleMetadata(
    id: "comma-outside-quote", family: .punctuation, severity: .warning,
    summary: "A comma or full stop after the closing quotation mark, against American usage", packs: [.strict]
  )

  package init(_ lexicon: Lexicon) {}

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let tokens = analysis.layer.tokens
    let prose = analysis.document.prose
    for quotation in analysis.quotations.spans {
      guard let close = quotation.close, close + 1 < tokens.count, close > 0 else { continue }
      let mark = tokens[close + 1]
      guard mark.length == 1, mark.start == tokens[close].end, tokens[close - 1].isWord,
        prose[Int(mark.start)] == UInt8(ascii: ",") || prose[Int(mark.start)] == UInt8(ascii: ".")
      else { continue }
      let closing = tokens[close]
      let text = analysis.string(mark) + analysis.string(closing)
      let range = ProseRange(Int(closing.start), Int(mark.end))
      report.add(
        Self.message(analysis.string(mark)), at: range, fixes: [.replace(range, with: text, .review)])
    }
  }
}

extension CommaOutsideQuote {
  static func message(_ mark: String) -> String {
    "“\(mark)” stands after the closing quotation mark. American usage puts it before the mark."
  }
}

package struct SpeechComma: Rule {
  package static let metadata = RuleMetadata(
    id: "speech-comma", family: .punctuation, severity: .warning,
    summary: "No comma between direct speech and the verb that reports it", packs: [.strict])

  package init(_ lexicon: Lexicon) {}

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let tokens = analysis.layer.tokens
    let lexicon = analysis.lexicon
    for quotation in analysis.quotations.spans {
      guard let close = quotation.close, close - quotation.open > 3 else { continue }
      let open = quotation.open
      // said “We …
      if open > 0, tokens[open - 1].isLower, lexicon.has(tokens[open - 1].key, .speechVerb),
        tokens[open].spaceBefore,
        tokens[open + 1].isCapitalized, Self.reports(analysis.string(tokens[open - 1]))
      {
        let end = Int(tokens[open - 1].end)
        report.add(
          Self.message, at: ProseRange(Int(tokens[open - 1].start), Int(tokens[open].end)),
          fixes: [ProposedFix("Put a comma after the verb", [(ProseRange(end, end), ",")], .review)])
      }
      // … pay” he said
      guard close + 2 < tokens.count, tokens[close - 1].isWord, tokens[close + 1].isWord,
        tokens[close + 1].spaceBefore, lexicon.has(tokens[close + 1].key, .subjectPronoun),
        lexicon.has(tokens[close + 2].key, .speechVerb), Self.reports(analysis.string(tokens[close + 2]))
      else { continue }
      let at = Int(tokens[close].start)
      report.add(
        Self.message, at: ProseRange(at, Int(tokens[close + 1].end)),
        fixes: [ProposedFix("Put a comma before the mark", [(ProseRange(at, at), ",")], .review)])
    }
  }

  private static func reports(_ verb: String) -> Bool {
    ["said", "says", "added", "adds", "replied", "asked"].contains(verb)
  }
}

extension SpeechComma {
  static let message =
    "Direct speech and the verb beside the quotation mark have no comma between them. Put one."
}
