/// A selection of rules for one kind of publication. One word of the command line or of the configuration
/// chooses it.
package enum Pack: String, Sendable, CaseIterable {
  /// News and other articles in English, whoever reads them.
  case standard = "default"
  /// `default`, with the hints shown and the style of news agencies.
  case strict
  /// Technical documentation: nothing that only makes sense in news.
  case docs
  /// `default` for readers in many countries: no lakh, no crore, no local forms.
  case international
  /// `default` in South Asian English: lakh, crore and the words of the region are right.
  case southAsian = "south-asian"

  /// What a person reads who looks for the right pack.
  package var summary: String {
    switch self {
    case .standard: "news and other articles"
    case .strict: "news, with notes shown and the style of news agencies"
    case .docs: "technical documentation, without the rules for news"
    case .international: "news for readers in many countries"
    case .southAsian: "news in South Asian English, where lakh and crore are right"
    }
  }
}

extension Set<Pack> {
  package static let all = Set(Pack.allCases)
  /// For rules about news: everywhere but in documentation.
  package static let news = Set.all.subtracting([.docs])
}
