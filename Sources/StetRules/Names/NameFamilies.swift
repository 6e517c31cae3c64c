import StetLanguage

/// Names with several romanisations, from `Dictionaries/en/name-families.tsv`.
struct NameFamilies: Sendable {
  struct Mention {
    var first: Int
    var end: Int
    /// Index of the form within its family.
    var form: Int

    var tokens: Range<Int> { first..<end }
  }

  private struct Form: Sendable {
    var family: Int
    var index: Int
    var isPlace: Bool
  }

  private var phrases = PhraseTable<Form>()
  /// The families that a word, in small letters, is part of a form of. Made when first asked for, which few runs do.
  private static let families: [String: [Int]] = {
    var families: [String: [Int]] = [:]
    for (family, line) in EmbeddedText.lines("Dictionaries/en/name-families.tsv").enumerated() {
      let forms = line.split(separator: "\t").last ?? ""
      for word in forms.split(whereSeparator: { $0 == ";" || $0 == " " || $0 == "-" }) {
        families[word.lowercased(), default: []].append(family)
      }
    }
    return families
  }()

  /// The family of each form, in small letters. Made when first asked for.
  private static let numbers: [String: Int] = {
    var numbers: [String: Int] = [:]
    for (family, line) in EmbeddedText.lines("Dictionaries/en/name-families.tsv").enumerated() {
      for form in (line.split(separator: "\t").last ?? "").split(separator: ";") {
        numbers[form.lowercased()] = family
      }
    }
    return numbers
  }()

  /// Whether one family lists both forms, so that `name-romanisation-variant` tells of them.
  static func list(_ a: String, _ b: String) -> Bool {
    guard let family = numbers[a.lowercased()] else { return false }
    return family == numbers[b.lowercased()]
  }

  init(_ lexicon: Lexicon) {
    for (family, line) in EmbeddedText.lines("Dictionaries/en/name-families.tsv").enumerated() {
      let fields = line.fields("\t")
      guard fields.count == 2 else { continue }
      for (index, form) in fields[1].fields(";").enumerated() {
        let keys = lexicon.keys(of: String(form))
        phrases.add(
          keys, Form(family: family, index: index, isPlace: fields[0] == "place"))
      }
    }
  }

  /// Whether two words, in small letters, stand in forms of one family.
  static func join(_ a: String, _ b: String) -> Bool {
    guard let first = families[a], let second = families[b] else { return false }
    return first.contains(where: second.contains)
  }

  /// The family of each spelling that it lists, and its number there; other texts are left out.
  func forms(_ spellings: [String]) -> [Int: (form: Int, text: String)] {
    guard !spellings.isEmpty else { return [:] }
    var found: [Int: (form: Int, text: String)] = [:]
    for (family, line) in EmbeddedText.lines("Dictionaries/en/name-families.tsv").enumerated() {
      for (index, form) in (line.split(separator: "\t").last ?? "").split(separator: ";").enumerated()
      where spellings.contains(String(form)) {
        found[family] = (index, String(form))
      }
    }
    return found
  }

  /// The mentions of each family, in order.
  func mentions(_ analysis: Analysis) -> [Int: [Mention]] {
    let layer = analysis.layer
    let tokens = layer.tokens
    var found: [Int: [Mention]] = [:]
    for block in layer.blocks {
      var at = block.lowerBound
      while at < block.upperBound {
        let token = tokens[at]
        guard token.isWord, phrases.starts(with: token.key),
          let match = phrases.match(tokens, at: at, end: block.upperBound),
          (at..<at + match.count).contains(where: { tokens[$0].shape != .lower && tokens[$0].isWord })
        else {
          at += 1
          continue
        }
        let mention = Mention(first: at, end: at + match.count, form: match.value.index)
        at = mention.end
        guard !NameExcuses.holds(mention.tokens, isPlace: match.value.isPlace, block, analysis) else {
          continue
        }
        found[match.value.family, default: []].append(mention)
      }
    }
    return found
  }
}
