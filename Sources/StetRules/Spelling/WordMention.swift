import StetLanguage

/// Whether a text speaks of a word instead of using it, or borrows one: a gloss follows, it stands alone between
/// quotation marks or brackets, “called” or a foreign article is before it. Such a word is seldom a slip.
enum WordMention {
  static func isLikely(_ at: Int, _ tokens: [Token], _ analysis: Analysis) -> Bool {
    let before = at > 0 ? tokens[at - 1] : nil
    let after = at + 1 < tokens.count ? tokens[at + 1] : nil
    // “taonga (treasures)”
    if let after, after.spaceBefore, analysis.isMark(after, "(") { return true }
    // “(hau)”, “‘wairua’”
    if let before, let after, before.isPunctuation, after.isPunctuation, !tokens[at].spaceBefore,
      !after.spaceBefore, enclosing.contains(analysis.string(before)),
      enclosing.contains(analysis.string(after))
    {
      return true
    }
    // An item of one word in a list.
    if let block = analysis.layer.block(of: at), analysis.layer.blocks[block].count == 1 { return true }
    guard let before, before.isWord, tokens[at].spaceBefore else { return false }
    let word = analysis.string(before).lowercased()
    if naming.contains(word) || before.length < 6 && articles.contains(word) && !before.isAllCapitals {
      return true
    }
    // “in German by Hund”
    for back in 1...4 where at - back > 0 && analysis.string(tokens[at - back - 1]) == "in" {
      if languages.contains(analysis.string(tokens[at - back])) { return true }
    }
    return false
  }

  private static let enclosing: Set<String> = ["(", ")", "[", "]", "\"", "'", "“", "”", "‘", "’", "«", "»"]
  private static let naming: Set<String> = [
    "called", "named", "termed", "dubbed", "titled", "entitled", "nicknamed", "word", "term", "terms",
    "meaning",
  ]
  private static let articles: Set<String> = [
    "la", "le", "les", "el", "los", "las", "il", "lo", "gli", "der", "das", "des", "dem", "den", "du",
    "della",
    "del", "di", "da", "de", "une", "una", "un", "het", "al", "van", "von", "y", "et", "und",
  ]
  private static let languages: Set<String> = [
    "Afrikaans", "Amharic", "Arabic", "Bengali", "Chinese", "Czech", "Danish", "Dutch", "Finnish", "French",
    "Gaelic",
    "German", "Greek", "Hawaiian", "Hebrew", "Hindi", "Hungarian", "Igbo", "Irish", "Italian", "Japanese",
    "Korean",
    "Latin", "Malay", "Mandarin", "Maori", "Māori", "Norwegian", "Persian", "Polish", "Portuguese", "Punjabi",
    "Russian", "Samoan", "Sanskrit", "Somali", "Spanish", "Swahili", "Swedish", "Tagalog", "Tamil", "Thai",
    "Tibetan",
    "Turkish", "Ukrainian", "Urdu", "Vietnamese", "Welsh", "Yiddish", "Yoruba", "Zulu",
  ]
}

extension Token {
  fileprivate var isAllCapitals: Bool { if case .upper = shape { true } else { false } }
}
