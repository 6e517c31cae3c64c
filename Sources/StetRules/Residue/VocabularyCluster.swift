import StetDocument
import StetLanguage
import StetLint

/// Many of the words that writing tools prefer, in one paragraph. One alone says nothing, and people write so
/// too: a hint about style, never a proof.
package struct VocabularyCluster: Rule {
  package static let metadata = RuleMetadata(
    id: "llm-vocabulary-cluster", family: .residue, severity: .note,
    summary: "Many favourite words of writing tools in one paragraph: delve, tapestry, pivotal",
    packs: [.strict])

  /// Different words of the list that a paragraph must hold, and the share of its words that they must be.
  private static let least = 4
  private static let share = 0.03

  /// By word the number of its family, so that “delve” and “delves” count once.
  private let families: [WordKey: Int]

  package init(_ lexicon: Lexicon) {
    var families: [WordKey: Int] = [:]
    for (number, forms) in Self.words.enumerated() {
      for form in forms.fields(" ") { families[lexicon.key(String(form))] = number }
    }
    self.families = families
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let tokens = analysis.layer.tokens
    for (number, block) in analysis.layer.blocks.enumerated() {
      let kind = analysis.document.blocks[number].kind
      guard kind == .paragraph || kind == .listItem, block.count >= 20 else { continue }
      var found: [(family: Int, token: Int)] = []
      var words = 0
      for at in block where tokens[at].isWord {
        words += 1
        guard let family = families[tokens[at].key], !found.contains(where: { $0.family == family }) else {
          continue
        }
        found.append((family, at))
      }
      guard found.count >= Self.least, Double(found.count) >= Double(words) * Self.share,
        !found.contains(where: { analysis.quotations.contains($0.token) }), let first = found.first
      else { continue }
      let list = found.map { analysis.string(tokens[$0.token]) }.joined(separator: ", ")
      report.add(
        Self.message(list), at: tokens[first.token].range,
        related: found.dropFirst().map { (tokens[$0.token].range, "“\(analysis.string(tokens[$0.token]))”") })
    }
  }

  /// Words whose share in abstracts and student texts rose when writing tools came into use. One family a line.
  private static let words = [
    "delve delves delved delving", "tapestry", "testament", "pivotal",
    "underscore underscores underscored underscoring",
    "vibrant", "intricate intricacies intricately", "showcase showcases showcased showcasing",
    "foster fosters fostered fostering", "garner garners garnered garnering", "nuanced nuances",
    "multifaceted",
    "realm realms", "landscape landscapes", "seamless seamlessly", "robust",
    "leverage leverages leveraged leveraging",
    "harness harnesses harnessed harnessing", "transformative", "groundbreaking", "meticulous meticulously",
    "commendable", "interplay", "beacon", "bustling", "nestled", "enduring", "profound profoundly",
    "holistic",
    "empower empowers empowered empowering", "elevate elevates elevated elevating",
    "embark embarks embarked embarking",
    "navigate navigates navigating", "unlock unlocks unlocked unlocking", "unparalleled", "cornerstone",
    "noteworthy",
    "moreover", "furthermore", "crucial", "ever-evolving", "resonate resonates resonated resonating",
    "captivate captivates captivating", "encompass encompasses encompassing",
    "bolster bolsters bolstered bolstering",
  ]
}

extension VocabularyCluster {
  static func message(_ words: String) -> String {
    "This paragraph is full of words that writing tools favour: “\(words)”. Say plainly what happened."
  }
}
