/// A place that the text names by a word of the gazetteer.
package struct PlaceMention: Sendable {
  package var first: Int
  package var end: Int
  package var sense: PlaceSense
  /// Ids of the countries that it can mean.
  package var countries: [Int]
  /// Inside a phrase that does not mean the country: Niger Delta, Swiss cheese.
  package var isMasked: Bool

  package var tokens: Range<Int> { first..<end }
}

/// All countries, adjectives, people and capitals that a document names, in order.
package struct PlaceMentions: Sendable {
  package private(set) var all: [PlaceMention] = []

  init(_ layer: TokenLayer, gazetteer: Gazetteer) {
    let tokens = layer.tokens
    for block in layer.blocks {
      var maskedUntil = block.lowerBound
      var at = block.lowerBound
      while at < block.upperBound {
        let token = tokens[at]
        guard token.isWord else {
          at += 1
          continue
        }
        if let mask = gazetteer.masks.match(tokens, at: at, end: block.upperBound) {
          maskedUntil = max(maskedUntil, at + mask.count)
        }
        guard token.isCapitalized || token.shape == .mixed,
          let found = gazetteer.phrases.match(tokens, at: at, end: block.upperBound),
          !found.value.needsCapitals || token.shape == .upper
        else {
          at += 1
          continue
        }
        all.append(
          PlaceMention(
            first: at, end: at + found.count, sense: found.value.sense, countries: found.value.countries,
            isMasked: at < maskedUntil))
        at += found.count
      }
    }
  }
}
