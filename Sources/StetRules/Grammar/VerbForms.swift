import StetDocument
import StetLanguage

/// Irregular verb forms whose past is nothing else: “went” can be no base, no participle and no noun.
struct VerbForms: Sendable {
  struct Entry: Sendable {
    var base: String
    var participle: String
  }

  private let pasts: [WordKey: Entry]
  private let pastSet: WordSet

  /// Pasts that are words of their own, too: a saw, a rose, broke.
  private static let ambiguous: Set<Substring> = [
    "saw", "rose", "fell", "lay", "bit", "shed", "broke", "bore", "spoke", "wound", "bound", "ground", "rode",
    "rang", "drove", "dove", "wove", "sewed", "sowed", "showed", "mowed", "strewed", "swelled", "sank",
    "stank",
    "woke", "awoke", "ran", "did", "begot", "smote", "slew", "trod", "strode", "froze", "blew", "stole",
    "got",
    "forbade", "bade", "beat", "shook", "swam", "sang", "sprang",
  ]

  init(_ lexicon: Lexicon) {
    var pasts: [WordKey: Entry] = [:]
    var pastSet = WordSet()
    for line in EmbeddedText.lines("Dictionaries/en/irregular.tsv") {
      let fields = line.fields("\t")
      guard fields.count >= 4, fields[0] == "verb" else { continue }
      let (base, past, participle) = (fields[1], fields[2], fields[3])
      guard past != base, past != participle, !past.contains(" "), !Self.ambiguous.contains(past) else {
        continue
      }
      let key = lexicon.key(String(past))
      pasts[key] = Entry(base: String(base), participle: String(participle))
      pastSet.insert(key)
    }
    self.pasts = pasts
    self.pastSet = pastSet
  }

  func past(_ key: WordKey) -> Entry? { pastSet.contains(key) ? pasts[key] : nil }
}
