import StetDocument
import StetLanguage
import StetLint

/// Puts a replacement in place of marked tokens: with their capital letter, and without a blank left over.
struct Replacement {
  var text: String
  /// Tokens.
  var mark: Range<Int>
  var analysis: Analysis
  /// Whether the text is put in as it is written.
  var keepsCase = false

  func fix(_ applicability: Fix.Applicability) -> ProposedFix {
    let range = analysis.range(mark)
    guard text.isEmpty else {
      return .replace(range, with: keepsCase ? text : cased, applicability)
    }
    return deletion(range, applicability)
  }

  private var cased: String {
    let tokens = analysis.tokens[mark].filter(\.isWord)
    let isUpper = tokens.allSatisfy { if case .upper = $0.shape { true } else { false } }
    if isUpper, !tokens.isEmpty { return text.uppercased() }
    let first = analysis.tokens[mark.lowerBound]
    return first.isCapitalized && first.isWord ? Self.capitalized(text) : text
  }

  private static func capitalized(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    return first.properties.titlecaseMapping + String(text.unicodeScalars.dropFirst())
  }

  private func deletion(_ range: ProseRange, _ applicability: Fix.Applicability) -> ProposedFix {
    let tokens = analysis.tokens
    let layer = analysis.layer
    guard let number = layer.block(of: mark.lowerBound) else {
      return .replace(range, with: "", applicability)
    }
    let block = layer.blocks[number]
    let opens = mark.lowerBound == block.lowerBound || !tokens[mark.lowerBound].spaceBefore
    if !opens, !tokens[mark.lowerBound].isCapitalized {
      let before = Int(tokens[mark.lowerBound - 1].end)
      return .replace(ProseRange(before, range.upper), with: "", applicability, title: title(range))
    }
    guard mark.upperBound < block.upperBound, tokens[mark.upperBound].isWord else {
      return .replace(range, with: "", applicability, title: title(range))
    }
    // The next word moves up to the head of the sentence and takes its capital.
    let next = tokens[mark.upperBound]
    let word = analysis.string(next)
    let isHead = tokens[mark.lowerBound].isCapitalized
    return .replace(
      ProseRange(range.lower, Int(next.end)), with: isHead ? Self.capitalized(word) : word, applicability,
      title: title(range))
  }

  private func title(_ range: ProseRange) -> String { "Delete “\(analysis.document.string(range))”" }
}
