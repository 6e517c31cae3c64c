import StetDocument
import StetLanguage
import StetLint

package struct ConfusedWord: Rule {
  package static let metadata = RuleMetadata(
    id: "confused-word", family: .spelling, severity: .warning,
    summary: "A real word in the place of one that looks or sounds like it: “loose” for “lose”",
    aliases: ["confused-words"])
  package let reach = Reach.block

  private let table: ConfusionTable

  package init(_ lexicon: Lexicon) {
    guard let bytes = ConfusionTable.carried, let table = try? ConfusionTable(bytes, lexicon)
    else {
      preconditionFailure("the program was built without its table of confusions: run `make data`")
    }
    self.table = table
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    for match in table.matches(in: analysis) {
      let range = analysis.range(match.tokens)
      let text = analysis.document.string(range)
      let meant = text.first?.isUppercase == true ? Self.capitalized(match.meant) : match.meant
      report.add(
        Self.message(text, meant, gloss: table.glosses[match.meant]), at: range,
        fixes: [.replace(range, with: meant, .review)])
    }
  }

  private static func capitalized(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }
}

extension ConfusedWord {
  static func message(_ written: String, _ meant: String, gloss: String?) -> String {
    "“\(written)” does not fit here. Was “\(meant)”\(gloss.map { " (\($0))" } ?? "") meant?"
  }
}
