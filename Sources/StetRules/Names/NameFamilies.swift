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
        guard !isExcused(mention, match.value, block, analysis) else { continue }
        found[match.value.family, default: []].append(mention)
      }
    }
    return found
  }

  /// Part of a longer name (Kiev Ballet, Chicken Kiev, Odessa, Texas), or a title in quotation marks.
  private func isExcused(_ mention: Mention, _ form: Form, _ block: Range<Int>, _ analysis: Analysis) -> Bool
  {
    let tokens = analysis.layer.tokens
    if let span = quotation(holding: mention.first, analysis), span.tokens.count <= 10 { return true }
    if isTold(mention, block, analysis) { return true }
    guard form.isPlace else { return false }
    if mention.end < block.upperBound {
      let next = tokens[mention.end]
      if next.isWord, next.isCapitalized, next.spaceBefore { return true }
      if next.isPunctuation, !next.spaceBefore, isHyphen(next, analysis) { return true }
      // “Odessa, Texas” is another town; “Odesa, Ukraine” is not.
      if analysis.isMark(next, ","), mention.end + 1 < block.upperBound {
        let land = tokens[mention.end + 1]
        let isCountry = analysis.places.all.contains { $0.first == mention.end + 1 && $0.sense == .country }
        if land.isWord, land.isCapitalized, !isCountry { return true }
      }
    }
    // “Peking duck”: the word that an old name lives on in.
    if mention.end < block.upperBound, frozen.contains(analysis.words.string(tokens[mention.end].key)) {
      return true
    }
    guard mention.first > block.lowerBound else { return false }
    let before = tokens[mention.first - 1]
    // “University of Madras”, “Bank of Baroda”
    if mention.first - 2 >= block.lowerBound, analysis.words.string(before.key) == "of" {
      let head = tokens[mention.first - 2]
      return head.isWord && head.isCapitalized
        && !analysis.lexicon.has(head.key, [.functionWord, .personRole])
    }
    return before.isWord && before.isCapitalized
      && !analysis.lexicon.has(before.key, [.functionWord, .title, .personRole])
  }

  /// Whether the text tells of the other name: “Myanmar, formerly Burma”, “Kolkata (Calcutta)”.
  private func isTold(_ mention: Mention, _ block: Range<Int>, _ analysis: Analysis) -> Bool {
    let tokens = analysis.layer.tokens
    guard mention.first > block.lowerBound else { return false }
    let before = tokens[mention.first - 1]
    if before.isPunctuation, mention.end < block.upperBound {
      let prose = analysis.document.prose
      return prose[Int(before.start)] == UInt8(ascii: "(")
        && prose[Int(tokens[mention.end].start)] == UInt8(ascii: ")")
    }
    if earlier.contains(analysis.words.string(before.key)) { return true }
    return (max(block.lowerBound, mention.first - 3)..<mention.first).contains {
      naming.contains(analysis.words.string(tokens[$0].key))
    }
  }

  private func isHyphen(_ token: Token, _ analysis: Analysis) -> Bool {
    analysis.document.prose[Int(token.start)] == UInt8(ascii: "-")
  }

  private func quotation(holding token: Int, _ analysis: Analysis) -> Quotation? {
    analysis.quotations.spans.first { $0.tokens.contains(token) && $0.close != nil }
  }
}

/// Words directly before a name of former days.
private let earlier: Set<String> = [
  "formerly", "previously", "once", "then", "former", "old", "or", "became",
]
/// Words shortly before a name that is spoken of as a name.
private let naming: Set<String> = [
  "known", "called", "named", "renamed", "name", "names", "spelled", "spelt",
]

/// Nouns that keep an old spelling: Peking duck, Bombay mix, Madras curry, Chicken Kiev (by its capital).
private let frozen: Set<String> = [
  "duck", "mix", "curry", "gin", "cat", "cats", "opera", "man", "check", "checks", "cotton", "cloth", "shirt",
  "shirts",
  "jacket", "cutlet", "cutlets", "cake", "potatoes", "salad", "rice", "virus", "mutation", "blinds",
]
