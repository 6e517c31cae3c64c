import StetDocument
import StetLanguage
import StetLint
import StetText

package struct NameFormVariant: Rule {
  package static let metadata = RuleMetadata(
    id: "name-form-variant", family: .names, severity: .warning,
    summary: "One name with other capitals, hyphens or blanks: Github and GitHub")

  private let names: NameForms

  package init(_ lexicon: Lexicon) { names = NameForms(lexicon) }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let forms = names.forms(analysis)
    guard forms.count > 1 else { return }
    var groups: [FNV1a: [Int]] = [:]
    for (index, form) in forms.enumerated() { groups[form.letters, default: []].append(index) }
    let mixed = groups.values.filter { group in group.contains { forms[$0].text != forms[group[0]].text } }
    for group in mixed.sorted(by: { $0[0] < $1[0] }) {
      var counts: [FNV1a: Int] = [:]
      for index in group { counts[forms[index].text, default: 0] += 1 }
      guard
        let kept = group.max(by: {
          (counts[forms[$0].text, default: 0], -$0) < (counts[forms[$1].text, default: 0], -$1)
        }
        )
      else { continue }
      let right = analysis.string(forms[kept].tokens)
      let strays = group.filter { forms[$0].text != forms[kept].text }
      guard let first = strays.first,
        counts[forms[kept].text, default: 0] > counts[forms[first].text, default: 0],
        !NameFamilies.list(right, analysis.string(forms[first].tokens))
      else {
        continue
      }
      report.add(
        Self.message(analysis.string(forms[first].tokens), right), at: analysis.range(forms[first].tokens),
        related: [(analysis.range(forms[kept].tokens), "“\(right)” stands here")]
          + strays.dropFirst().map { (analysis.range(forms[$0].tokens), "here too") },
        fixes: [
          ProposedFix(
            "Write “\(right)” throughout", strays.map { (analysis.range(forms[$0].tokens), right) }, .review)
        ])
    }
  }
}

extension NameFormVariant {
  static func message(_ stray: String, _ kept: String) -> String {
    "“\(stray)” is written “\(kept)” elsewhere in this text. Use one form throughout."
  }
}
