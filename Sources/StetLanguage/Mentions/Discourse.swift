import StetDocument

/// Who or what has been mentioned, and what a pronoun can mean.
package struct Discourse: Sendable {
  package let mentions: [Mention]
  package let pronouns: [GenderedPronoun]
  /// Per sentence the range of its mentions.
  private let bySentence: [Range<Int>]
  /// Per sentence whether “he” or “she” stands in it, with the token of the first.
  private let firstPronoun: [Int?]
  private let blockOfSentence: [Int]
  private let sentences: [Sentence]

  /// How many paragraphs before its own a pronoun may reach back to. Measured on news: a person is named
  /// again, or at least “he”, within that distance.
  package static let reach = 2

  init(_ analysis: Analysis) {
    var finder = MentionFinder(analysis)
    let mentions = finder.mentions()
    sentences = analysis.sentences
    var bySentence: [Range<Int>] = []
    bySentence.reserveCapacity(sentences.count)
    var at = 0
    for index in sentences.indices {
      let first = at
      while at < mentions.count, mentions[at].sentence == index { at += 1 }
      bySentence.append(first..<at)
    }
    self.mentions = mentions
    self.bySentence = bySentence
    blockOfSentence = sentences.map(\.block)
    pronouns = Self.pronouns(analysis)
    var first: [Int?] = Array(repeating: nil, count: sentences.count)
    for pronoun in pronouns where first[pronoun.sentence] == nil { first[pronoun.sentence] = pronoun.token }
    firstPronoun = first
  }

  private static func pronouns(_ analysis: Analysis) -> [GenderedPronoun] {
    let tokens = analysis.layer.tokens
    let lexicon = analysis.lexicon
    var found: [GenderedPronoun] = []
    for (index, sentence) in analysis.sentences.enumerated() {
      for at in sentence.tokens where tokens[at].isWord {
        let classes = lexicon.classes(tokens[at].key)
        guard !classes.isDisjoint(with: [.masculine, .feminine]), tokens[at].shape != .upper else { continue }
        var opening = sentence.first
        while opening < at, tokens[opening].isPunctuation { opening += 1 }
        found.append(
          GenderedPronoun(
            token: at, gender: classes.contains(.masculine) ? .masculine : .feminine, sentence: index,
            isPossessive: classes.contains(.possessive), opensSentence: at == opening))
      }
    }
    return found
  }

  /// What a pronoun can mean. `excused` are pronouns found to be wrong already: they prove no person.
  package func antecedent(of pronoun: GenderedPronoun, excused: Set<Int>) -> Antecedent {
    let block = blockOfSentence[pronoun.sentence]
    var taken: Mention?
    var sentence = pronoun.sentence
    while sentence >= 0, blockOfSentence[sentence] >= block - Self.reach {
      let isOwn = sentence == pronoun.sentence
      if hasPronoun(in: sentence, before: isOwn ? pronoun.token : .max, excused) { return .possible }
      for index in bySentence[sentence].reversed() {
        let mention = mentions[index]
        // A name after the pronoun may be meant too (“After he won, Goita …”), but not after a sentence's head.
        if isOwn, mention.first > pronoun.token, pronoun.opensSentence, !pronoun.isPossessive { continue }
        if mention.mayBePerson { return .possible }
        if mention.kind == .vessel, pronoun.gender == .feminine { return .possible }
        guard mention.end <= pronoun.token, blockOfSentence[sentence] == block else { continue }
        // “Born in Peru, he moved”: within one sentence only its subject can be meant.
        if isOwn, !mention.isSubject { continue }
        if taken == nil || (mention.isSubject && taken?.sentence == sentence) { taken = mention }
      }
      sentence -= 1
    }
    guard let taken else { return .possible }
    // The first sentence of a text may speak of somebody whom its headline or its photograph names, unless
    // its own subject is what the pronoun takes up: “Ethiopia gets half of his power from the river.”
    if pronoun.sentence == 0, !taken.isSubject { return .possible }
    return .incompatible(taken)
  }

  private func hasPronoun(in sentence: Int, before token: Int, _ excused: Set<Int>) -> Bool {
    guard let first = firstPronoun[sentence], first < token else { return false }
    if !excused.contains(first) { return true }
    return pronouns.contains { $0.sentence == sentence && $0.token < token && !excused.contains($0.token) }
  }
}
