import StetLanguage

/// The names that may stand between < and > in a pattern.
enum TokenClasses {
  /// What a token is or how it is written. The word classes of the lexicon come on top.
  private static let forms: [String: [TokenTest.Atom]] = [
    "any": [.any],
    "word": [.kind(.word)],
    "number": [.kind(.number)],
    "punctuation": [.kind(.punctuation)],
    "symbol": [.kind(.symbol)],
    "url": [.kind(.url)],
    "email": [.kind(.email)],
    "handle": [.kind(.handle)],
    "hashtag": [.kind(.hashtag)],
    "emoji": [.kind(.emoji)],
    "lower": [.shape(.lower)],
    "upper": [.shape(.upper)],
    "mixed": [.shape(.mixed)],
    "capitalized": [.capitalized],
    "year": [.year(1000...2999)],
    "quote": [.quotationMark],
  ]

  private static let unions: [String: WordClass] = [
    "determiner": .determiner,
    "pronoun": [.subjectPronoun, .objectPronoun],
  ]

  static var names: [String] {
    Array(forms.keys) + Array(WordClass.named.keys) + unions.keys.filter { WordClass.named[$0] == nil }
  }

  static func atoms(_ name: String) -> [TokenTest.Atom]? {
    if let form = forms[name] { return form }
    if let wordClass = unions[name] ?? WordClass.named[name] { return [.wordClass(wordClass)] }
    return parameterized(name)
  }

  /// `<year:1000-2015>`: a name, a colon, a parameter.
  private static func parameterized(_ name: String) -> [TokenTest.Atom]? {
    let parts = name.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0] == "year" else { return nil }
    let years = parts[1].split(separator: "-", omittingEmptySubsequences: false).compactMap { Int($0) }
    guard years.count == 2, years[0] >= 1000, years[0] <= years[1], years[1] <= 2999 else { return nil }
    return [.year(years[0]...years[1])]
  }
}
