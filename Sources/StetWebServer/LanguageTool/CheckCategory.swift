import StetLint

/// What LanguageTool calls a category, with the kind of fault as the Internationalization Tag Set 2.0 names it
/// (section 8.11, “localization quality issue type”).
struct CheckCategory: Sendable {
  var id: String
  var name: String
  var issueType: String

  init(_ family: RuleFamily) {
    switch family {
    case .calque: self.init("CALQUE", "Translated word for word", "mistranslation")
    case .encoding: self.init("ENCODING", "Characters and encoding", "characters")
    case .grammar: self.init("GRAMMAR", "Grammar", "grammar")
    case .names: self.init("PROPER_NOUNS", "Names", "inconsistent-entities")
    case .numbers: self.init("NUMBERS", "Numbers", "numbers")
    case .places: self.init("PLACES", "Places", "inconsistent-entities")
    case .punctuation: self.init("PUNCTUATION", "Punctuation", "typographical")
    case .reference: self.init("REFERENCE", "Reference", "inconsistency")
    case .repetition: self.init("REPETITIONS", "Repetitions", "duplication")
    case .residue: self.init("RESIDUE", "Left over from tools", "untranslated")
    case .spelling: self.init("TYPOS", "Possible typo", "misspelling")
    case .stray: self.init("STRAY", "Does not belong to the text", "addition")
    case .style: self.init("STYLE", "Style", "style")
    case .terms: self.init("TERMS", "Terms", "terminology")
    }
  }

  private init(_ id: String, _ name: String, _ issueType: String) {
    self.id = id
    self.name = name
    self.issueType = issueType
  }
}
