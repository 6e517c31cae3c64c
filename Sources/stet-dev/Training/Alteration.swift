import StetLanguage

/// SplitMix64 (Steele, Lea and Flood, 2014): small, and the same numbers on every machine.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number from 0 up to 1.
  mutating func unit() -> Double { Double(next() >> 11) / Double(1 << 53) }
}

/// Ways in which text is written otherwise than in a careful sentence; the word classes stay.
enum Alteration: String, CaseIterable {
  case lower
  case title
  case upper
  /// Compounds with hyphens as one token, tagged as their head.
  case joined

  func apply(_ sentence: TreebankSentence) -> TreebankSentence {
    switch self {
    case .lower: return mapForms(sentence) { form, _ in lowercased(form) }
    case .upper: return mapForms(sentence) { form, _ in uppercased(form) }
    case .title: return Self.headline(sentence)
    case .joined: return Self.joinCompounds(sentence)
    }
  }

  private func mapForms(
    _ sentence: TreebankSentence, _ change: ([UInt8], Int) -> [UInt8]
  ) -> TreebankSentence {
    var copy = sentence
    for index in copy.words.indices { copy.words[index].form = change(copy.words[index].form, index) }
    return copy
  }

  /// Capitals as American headlines have them: not on articles, short prepositions and conjunctions; no full
  /// stop at the end.
  private static func headline(_ sentence: TreebankSentence) -> TreebankSentence {
    var copy = sentence
    for index in copy.words.indices {
      let word = copy.words[index]
      let isSmall: Bool
      switch word.tag.universal {
      case .determiner, .coordinatingConjunction, .particle: isSmall = true
      case .adposition, .subordinatingConjunction: isSmall = word.form.count < 5
      default: isSmall = word.form.first == 0x27 || word.form.first == 0xE2
      }
      if !isSmall || index == 0, let first = word.form.first, (0x61...0x7A).contains(first) {
        copy.words[index].form[0] = first & 0xDF
      }
    }
    if copy.words.count > 3, copy.words.last?.form == [0x2E] { copy.words.removeLast() }
    return copy
  }

  private static func joinCompounds(_ sentence: TreebankSentence) -> TreebankSentence {
    var words: [TreebankWord] = []
    var at = 0
    let all = sentence.words
    while at < all.count {
      var end = at + 1
      while end + 1 < all.count, all[end].form == [0x2D], !all[end].spaceAfter, !all[end - 1].spaceAfter,
        hasLetter(all[end - 1].form), hasLetter(all[end + 1].form)
      {
        end += 2
      }
      var word = all[at]
      if end > at + 1 {
        let head = (at..<end).last { !(at..<end).contains(all[$0].head) } ?? end - 1
        word.tag = all[head].tag
        word.form = Array(all[at..<end].map(\.form).joined())
        word.lemma = Array(all[at..<end].map(\.form).joined())
        word.spaceAfter = all[end - 1].spaceAfter
      }
      words.append(word)
      at = end
    }
    return TreebankSentence(words: words)
  }

  private static func hasLetter(_ form: [UInt8]) -> Bool {
    form.contains { (0x61...0x7A).contains($0 | 0x20) || $0 >= 0x80 }
  }
}

func lowercased(_ form: [UInt8]) -> [UInt8] {
  form.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
}

func uppercased(_ form: [UInt8]) -> [UInt8] {
  form.map { (0x61...0x7A).contains($0) ? $0 & 0xDF : $0 }
}

/// The hash under which the trained tables hold a word.
func wordHash(_ form: [UInt8]) -> UInt64 {
  form.withUnsafeBufferPointer { FoldedWord($0).hash }
}
