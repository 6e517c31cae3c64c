import StetLanguage

/// Where a text says that a city is the capital of a country, in so many words.
struct CapitalClaims: Sendable {
  struct Claim {
    var country: PlaceMention
    /// Tokens of the city's name.
    var city: Range<Int>
  }

  private let capital: WordKey
  private let city: WordKey
  private let of: WordKey
  private let possessive: WordKey
  private let copula: WordSet
  /// What may stand before “capital of”: any other word makes it another kind of capital.
  private let plain: WordSet
  /// Words of a sentence that tells of other times.
  private let excuses: WordSet
  /// Small words inside the name of a city: Rio de Janeiro.
  private let links: WordSet

  init(_ lexicon: Lexicon) {
    capital = lexicon.key("capital")
    city = lexicon.key("city")
    of = lexicon.key("of")
    possessive = lexicon.key("'s")
    copula = WordSet("is", lexicon)
    plain = WordSet("the is and as in to from at for of with that", lexicon)
    excuses = WordSet(
      """
      not until former formerly previously once old moved move moving replaced replace relocated relocate \
      relocation renamed
      """, lexicon)
    links = WordSet("de da do del la es el al", lexicon)
  }

  /// All claims of a document, in order; a text that never says “capital” is not looked at further.
  func all(_ analysis: Analysis) -> [Claim] {
    let layer = analysis.layer
    let tokens = layer.tokens
    var places: PlacePhrases?
    var claims: [Claim] = []
    for (block, range) in zip(analysis.document.blocks, layer.blocks) {
      if case .byline = block.kind { continue }
      for at in range where tokens[at].key == capital && tokens[at].isLower {
        let known = places ?? PlacePhrases(analysis.places.all)
        places = known
        let reader = ClaimReader(
          claims: self, analysis: analysis, tokens: tokens, block: range, places: known)
        if let claim = reader.claim(at) { claims.append(claim) }
      }
    }
    guard !claims.isEmpty else { return [] }
    let quotations = analysis.quotations
    return claims.filter { claim in
      !quotations.contains(claim.city.lowerBound) && !isExcused(claim, analysis)
    }
  }

  private func isExcused(_ claim: Claim, _ analysis: Analysis) -> Bool {
    let tokens = analysis.layer.tokens
    guard let sentence = analysis.sentences.first(where: { $0.tokens.contains(claim.city.lowerBound) }) else {
      return true
    }
    return sentence.tokens.contains { excuses.contains(tokens[$0].key) }
  }

  /// Reads the words around one “capital”.
  private struct ClaimReader {
    var claims: CapitalClaims
    var analysis: Analysis
    var tokens: [Token]
    var block: Range<Int>
    var places: PlacePhrases

    func claim(_ at: Int) -> Claim? {
      let end = word(at + 1) == claims.city ? at + 2 : at + 1
      if let owner = owner(before: at) {
        let first = owner.first - (owner.first > block.lowerBound && isArticle(owner.first - 1) ? 1 : 0)
        let name = name(after: end, takesOf: true) ?? name(before: first)
        return name.map { Claim(country: owner, city: $0) }
      }
      guard word(end) == claims.of, let country = places.country(at: end + 1, analysis),
        country.end <= block.upperBound, at == block.lowerBound || isPlain(at - 1)
      else { return nil }
      let first = at > block.lowerBound && isArticle(at - 1) ? at - 1 : at
      let name = name(after: country.end, takesOf: false) ?? name(before: first)
      return name.map { Claim(country: country, city: $0) }
    }

    /// “Niger's capital”, “the Nigerien capital”.
    private func owner(before at: Int) -> PlaceMention? {
      guard at > block.lowerBound else { return nil }
      if let place = places.mention(before: at), place.sense == .adjective { return place }
      let before = tokens[at - 1]
      guard before.key == claims.possessive || analysis.isMark(before, "'") || isCurlyApostrophe(before),
        let place = places.mention(before: at - 1), place.sense == .country
      else { return nil }
      return place
    }

    /// The name behind “capital” or “capital of X”: after a comma, “is”, “of” or nothing.
    private func name(after at: Int, takesOf: Bool) -> Range<Int>? {
      guard at < block.upperBound else { return nil }
      var start = at
      var needsEnd = false
      if isComma(at) || analysis.isMark(tokens[at], "(") {
        start += 1
        needsEnd = true
      } else if claims.copula.contains(tokens[at].key) || (takesOf && tokens[at].key == claims.of) {
        start += 1
      } else if !takesOf {
        return nil
      }
      var end = start
      while end < block.upperBound, isNamePart(end, after: end > start) { end += 1 }
      while end > start, !tokens[end - 1].isWord || claims.links.contains(tokens[end - 1].key) { end -= 1 }
      guard end > start, end - start <= 4, tokens[start].isCapitalized || tokens[start].shape == .mixed else {
        return nil
      }
      // “In Niger's capital, Smith said”: the name must end as an apposition does.
      if needsEnd, end < block.upperBound, tokens[end].isWord,
        !analysis.lexicon.has(tokens[end].key, [.preposition, .coordinator])
      {
        return nil
      }
      return start..<end
    }

    /// The name before “, the capital of X” or “is the capital of X”.
    private func name(before at: Int) -> Range<Int>? {
      let joint = at - 1
      guard joint > block.lowerBound, isComma(joint) || claims.copula.contains(tokens[joint].key) else {
        return nil
      }
      var first = joint
      while first > block.lowerBound, isNamePart(first - 1, after: true), joint - first < 5 {
        first -= 1
      }
      // A small word that opens the sentence or stands before the name is no part of it.
      while first < joint,
        claims.links.contains(tokens[first].key) || analysis.lexicon.has(tokens[first].key, .functionWord)
      {
        first += 1
      }
      guard first < joint, joint - first <= 4, !followsName(first) else { return nil }
      return first..<joint
    }

    /// “Washington, D.C., the capital”: what stands before the comma may be the city.
    private func followsName(_ first: Int) -> Bool {
      first - 2 >= block.lowerBound && isComma(first - 1) && tokens[first - 2].isCapitalized
    }

    private func isNamePart(_ at: Int, after: Bool) -> Bool {
      let token = tokens[at]
      if token.isWord {
        return token.isCapitalized || token.shape == .mixed || (after && claims.links.contains(token.key))
      }
      return after && analysis.isMark(token, "-") && !token.spaceBefore
    }

    private func isPlain(_ at: Int) -> Bool {
      isArticle(at) || claims.plain.contains(tokens[at].key) || isComma(at)
    }

    private func isArticle(_ at: Int) -> Bool { analysis.lexicon.has(tokens[at].key, .article) }

    private func isComma(_ at: Int) -> Bool { block.contains(at) && analysis.isMark(tokens[at], ",") }

    private func isCurlyApostrophe(_ token: Token) -> Bool {
      let prose = analysis.document.prose
      return token.length == 3 && prose[Int(token.start)] == 0xE2 && prose[Int(token.start) + 1] == 0x80
        && prose[Int(token.start) + 2] == 0x99
    }

    private func word(_ at: Int) -> WordKey { block.contains(at) ? tokens[at].key : .none }
  }
}
