import StetLanguage

/// The places of a document, looked up by where they stand, for rules that read what is said of them.
struct PlacePhrases {
  private var starting: [Int: PlaceMention] = [:]
  private var ending: [Int: PlaceMention] = [:]

  init(_ places: [PlaceMention]) {
    for place in places where !place.isMasked {
      starting[place.first] = place
      ending[place.end] = place
    }
  }

  /// A country named at a token, perhaps behind “the”.
  func country(at token: Int, _ analysis: Analysis) -> PlaceMention? {
    if let place = starting[token], place.sense == .country { return place }
    guard token < analysis.layer.tokens.count,
      analysis.lexicon.has(analysis.layer.tokens[token].key, .article),
      let place = starting[token + 1], place.sense == .country
    else { return nil }
    return place
  }

  /// A mention that ends before a token.
  func mention(before token: Int) -> PlaceMention? { ending[token] }

  /// A mention that starts with a token.
  func mention(at token: Int) -> PlaceMention? { starting[token] }
}
