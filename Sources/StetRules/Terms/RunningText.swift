import StetDocument
import StetLanguage

extension Analysis {
  /// The tokens of the blocks that are the author's running text: no headline, byline, table or quotation, which
  /// follow styles of their own. None in an interview, where each voice keeps its own.
  func runningText() -> [Range<Int>] {
    let layer = layer
    var questions = 0
    let running = zip(document.blocks, layer.blocks).compactMap { block, tokens -> Range<Int>? in
      switch block.kind {
      case .paragraph, .listItem, .caption:
        if let last = tokens.last, isMark(layer.tokens[last], "?") { questions += 1 }
        return tokens
      case .headline, .quotation, .tableCell, .byline, .dateline, .pullQuote: return nil
      }
    }
    return questions < Self.questionsOfInterview ? running : []
  }

  /// How many paragraphs that end in a question mark make an interview.
  private static let questionsOfInterview = 4
}
