import StetSpelling
import StetText

/// The forms of house dictionaries under the keys of one word table.
struct HousePhrases {
  struct Phrase {
    var form: HouseForm
    /// Its tokens but for the first, and whether a blank stands before each.
    var rest: [(key: WordKey, spaceBefore: Bool)]
  }

  private var byFirst: [WordKey: [Phrase]] = [:]
  /// Most tokens are not the first of any phrase, and are turned away without a hash.
  private var firsts = WordSet()

  init(_ forms: [HouseForm], _ words: WordTable, _ lexicon: Lexicon) {
    for form in forms {
      var text = form.text
      let tokens = text.withUTF8 { text in
        var tokenizer = Tokenizer(text: text, words: words, lexicon: lexicon)
        tokenizer.scan(.init(0, text.count))
        return tokenizer.tokens
      }
      guard let first = tokens.first, first.key != .none else { continue }
      firsts.insert(first.key)
      let rest = tokens.dropFirst().map { ($0.key, $0.spaceBefore) }
      byFirst[first.key, default: []].append(Phrase(form: form, rest: rest))
    }
    for key in byFirst.keys { byFirst[key]?.sort { $0.rest.count > $1.rest.count } }
  }

  /// The phrases that may start with a token; the longest first.
  @inline(__always)
  func starting(with key: WordKey) -> [Phrase]? { firsts.contains(key) ? byFirst[key] : nil }
}

/// Where a text has a form of the house dictionaries.
package struct HousePlaces {
  package struct Place {
    package var form: HouseForm
    /// As the text writes it: single blanks, ’ as '.
    package var spelling: String
    /// By their numbers.
    package var tokens: Range<Int>
  }

  /// Forbidden and accepted ones, in order. Where two begin, the longer one counts.
  package private(set) var places: [Place] = []

  package init(_ analysis: Analysis) {
    guard let user = analysis.speller.userWords, !user.forms.isEmpty else { return }
    let phrases = Self.phrases(user, analysis)
    let tokens = analysis.layer.tokens
    for block in analysis.layer.blocks {
      var at = block.lowerBound
      while at < block.upperBound {
        guard let candidates = phrases.starting(with: tokens[at].key),
          let place = Self.match(candidates, at, block.upperBound, analysis, tokens)
        else {
          at += 1
          continue
        }
        places.append(place)
        at = place.tokens.upperBound
      }
    }
  }

  /// Whether a token belongs to a form: what the house says of it is said.
  func covers(_ token: Int) -> Bool {
    guard !places.isEmpty else { return false }
    let low = places.partitioningIndex { $0.tokens.upperBound > token }
    return low < places.count && places[low].tokens.contains(token)
  }

  private static func phrases(_ user: UserWords, _ analysis: Analysis) -> HousePhrases {
    let id = ObjectIdentifier(user)
    if let known = analysis.words.housePhrases[id] { return known }
    let phrases = HousePhrases(user.forms, analysis.words, analysis.lexicon)
    analysis.words.housePhrases[id] = phrases
    return phrases
  }

  private static func match(
    _ candidates: [HousePhrases.Phrase], _ at: Int, _ end: Int, _ analysis: Analysis, _ tokens: [Token]
  ) -> Place? {
    for phrase in candidates {
      let stop = at + 1 + phrase.rest.count
      guard stop <= end else { continue }
      var isSame = true
      for (offset, token) in phrase.rest.enumerated() where isSame {
        let other = tokens[at + 1 + offset]
        isSame = other.key == token.key && other.spaceBefore == token.spaceBefore
      }
      guard isSame else { continue }
      var spelling = ""
      for token in at..<stop {
        if token > at, tokens[token].spaceBefore { spelling += " " }
        spelling += analysis.string(tokens[token])
      }
      spelling = spelling.replacing("\u{2019}", with: "'")
      guard phrase.form.spellings.contains(spelling) else { continue }
      return Place(form: phrase.form, spelling: spelling, tokens: at..<stop)
    }
    return nil
  }
}
