import StetDocument
import StetLanguage
import StetLint

package struct PercentFormMixed: Rule {
  package static let metadata = RuleMetadata(
    id: "percent-form-mixed", family: .terms, severity: .note,
    summary: "“percent”, “per cent” and “%” in one text")

  private let percent: WordKey
  private let per: WordKey
  private let cent: WordKey

  package init(_ lexicon: Lexicon) {
    percent = lexicon.key("percent")
    per = lexicon.key("per")
    cent = lexicon.key("cent")
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
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
    let variants = zip(["percent", "per cent", "%"], places).filter { !$0.1.isEmpty }.map {
      TermVariant(family: "percent", form: $0.0, places: $0.1)
    }
    guard let (kept, others) = variants.majority(), let keeper = kept.places.first else { return }
    let strays = others.flatMap { variant in
      variant.places.map { (range: $0, replacement: Optional(replacement($0, kept.form, analysis))) }
    }
    guard let stray = strays.min(by: { $0.range < $1.range }) else { return }
    report.add(
      Self.message(analysis.document.string(stray.range), analysis.document.string(keeper)), strays: strays,
      kept: keeper,
      keptForm: analysis.document.string(keeper))
  }

  private func isAmount(_ token: Token, _ analysis: Analysis) -> Bool {
    token.kind == .number || analysis.lexicon.has(token.key, .numeral)
  }

  /// The amount with the form to keep; the sign follows its figure without a blank, the words with one.
  private func replacement(_ range: ProseRange, _ kept: String, _ analysis: Analysis) -> String {
    let amount = analysis.document.prose[range.indices].prefix { $0 != 0x20 && $0 != UInt8(ascii: "%") }
    return String(decoding: amount, as: UTF8.self) + (kept == "%" ? "%" : " " + kept)
  }
}

extension PercentFormMixed {
  static func message(_ stray: String, _ kept: String) -> String {
    "“\(stray)” and “\(kept)” stand in one text. Write percentages one way throughout."
  }
}
