import StetDocument
import StetLanguage

/// Where a text writes “percent”, “per cent” and “%” behind an amount. Tables, brackets and quotations may use the sign
/// all the same.
struct PercentForms: Sendable {
  private let percent: WordKey
  private let per: WordKey
  private let cent: WordKey

  init(_ lexicon: Lexicon) {
    percent = lexicon.key("percent")
    per = lexicon.key("per")
    cent = lexicon.key("cent")
  }

  /// Whether a word is part of one of the forms, and so no compound.
  func holds(_ token: Token) -> Bool { token.key == percent || token.key == cent }

  /// The ways that the text has, amounts included.
  func variants(_ analysis: Analysis) -> [TermVariant] {
    let tokens = analysis.layer.tokens
    var places: [[ProseRange]] = [[], [], []]
    for block in analysis.runningText() {
      var brackets = 0
      for at in block.dropFirst() {
        let token = tokens[at]
        switch token.kind {
        case .word where token.key == percent && isAmount(tokens[at - 1], analysis):
          places[0].append(analysis.range(at - 1..<at + 1))
        case .word
        where token.key == per && at + 1 < block.upperBound && tokens[at + 1].key == cent
          && isAmount(tokens[at - 1], analysis):
          places[1].append(analysis.range(at - 1..<at + 2))
        case .symbol where brackets == 0 && analysis.isMark(token, "%") && tokens[at - 1].kind == .number:
          places[2].append(analysis.range(at - 1..<at + 1))
        case .punctuation where analysis.isMark(token, "("): brackets += 1
        case .punctuation where analysis.isMark(token, ")"): brackets = max(0, brackets - 1)
        default: break
        }
      }
    }
    return zip(["percent", "per cent", "%"], places).filter { !$0.1.isEmpty }.map {
      TermVariant(family: "percent", form: $0.0, places: $0.1)
    }
  }

  private func isAmount(_ token: Token, _ analysis: Analysis) -> Bool {
    token.kind == .number || analysis.lexicon.has(token.key, .numeral)
  }
}
