import StetLanguage
import StetSpelling

/// The varieties of written English that differ in spelling.
struct EnglishVariety: OptionSet, Sendable {
  let rawValue: UInt8
  static let american = EnglishVariety(rawValue: 1)
  static let british = EnglishVariety(rawValue: 2)
  /// British with -ize, as Oxford prints it.
  static let oxford = EnglishVariety(rawValue: 4)
  static let australian = EnglishVariety(rawValue: 8)
  static let canadian = EnglishVariety(rawValue: 16)
  static let indian = EnglishVariety(rawValue: 32)

  /// Each with its code in the data file and its name in messages, in the order in which they are tried.
  static let all: [(variety: EnglishVariety, code: String, name: String)] = [
    (.american, "us", "American"), (.british, "gb", "British"), (.australian, "au", "Australian"),
    (.indian, "in", "Indian"), (.oxford, "ox", "British"), (.canadian, "ca", "Canadian"),
  ]

  /// Reads codes separated by commas.
  init(codes: Substring) {
    var varieties: EnglishVariety = []
    for code in codes.split(separator: ",") {
      for entry in Self.all where code == entry.code { varieties.insert(entry.variety) }
    }
    self = varieties
  }

  init(rawValue: UInt8) { self.rawValue = rawValue }
}

/// Which varieties write a word as it is written, and how the others do: the pairs of
/// `Dictionaries/en/spelling-dialects.tsv`, and -ise and -ize by form.
struct SpellingDialects: Sendable {
  struct Form: Sendable {
    /// The same for both spellings; 0 for all words in -ise and -ize.
    var family: Int
    var varieties: EnglishVariety
    /// Known to other varieties, too, in another sense: counts only beside the other spelling of the family.
    var isWeak: Bool
    /// The other spelling.
    var other: String
  }

  private var forms: [WordKey: Form] = [:]
  private var listed = WordSet()

  init(_ lexicon: Lexicon) {
    var family = 0
    for line in EmbeddedText.lines("Dictionaries/en/spelling-dialects.tsv") {
      let fields = Self.split(line, "\t")
      guard fields.count == 3 else { continue }
      for entry in Self.split(fields[2], ";") {
        family += 1
        let parts = Self.split(entry, ":")
        let pair = Self.split(parts[0], "/")
        guard pair.count == 2 else { continue }
        for ending in parts.count > 1 ? Self.split(parts[1], ",") : ["-"] {
          let end = ending == "-" ? "" : ending
          let (left, right) = (String(pair[0] + end), String(pair[1] + end))
          add(left, fields[0], other: right, family, lexicon)
          add(right, fields[1], other: left, family, lexicon)
        }
      }
    }
  }

  /// Splits at a byte; by characters it would take ten times as long, at every start of the program.
  private static func split(_ text: Substring, _ mark: Unicode.Scalar) -> [Substring] {
    text.utf8.split(separator: UInt8(ascii: mark)).map { Substring($0) }
  }

  private mutating func add(
    _ word: String, _ field: Substring, other: String, _ family: Int, _ lexicon: Lexicon
  ) {
    guard field != "-" else { return }
    let key = lexicon.key(word)
    let isWeak = field.hasPrefix("~")
    forms[key] = Form(
      family: family, varieties: EnglishVariety(codes: field.drop { $0 == "~" }), isWeak: isWeak, other: other
    )
    listed.insert(key)
  }

  /// What a word in small letters says about its text's variety.
  ///
  /// - Parameter word: the token's bytes.
  func form(_ token: Token, _ word: UnsafeBufferPointer<UInt8>, _ speller: Speller) -> Form? {
    if listed.contains(token.key) { return forms[token.key] }
    guard word.count >= 6, let place = Self.sibilant(word) else { return nil }
    return verbForm(word, place, speller)
  }

  /// Where the “s” of -ise or the “z” of -ize stands, with the endings of verbs and of nouns made from them.
  private static func sibilant(_ word: UnsafeBufferPointer<UInt8>) -> Int? {
    for ending in endings {
      let place = word.count - ending.utf8CodeUnitCount - 1
      guard place >= 3, word[place - 1] == UInt8(ascii: "i"),
        word[place] == UInt8(ascii: "s") || word[place] == UInt8(ascii: "z")
      else { continue }
      let start = ending.utf8Start
      if (0..<ending.utf8CodeUnitCount).allSatisfy({ word[place + 1 + $0] == start[$0] }) { return place }
    }
    return nil
  }

  private static let endings: [StaticString] = [
    "e", "ed", "es", "ing", "er", "ers", "ation", "ations", "able",
  ]

  /// A word has both spellings when the dictionaries know its verb with -ize.
  private func verbForm(_ word: UnsafeBufferPointer<UInt8>, _ place: Int, _ speller: Speller) -> Form? {
    let stem = String(decoding: word[..<(place - 1)], as: UTF8.self)
    guard !Self.fixed.contains(stem), speller.isKnown(stem + "ize") else { return nil }
    let isZ = word[place] == UInt8(ascii: "z")
    var other = Array(word)
    other[place] = isZ ? UInt8(ascii: "s") : UInt8(ascii: "z")
    return Form(
      family: 0, varieties: isZ ? [.american, .oxford, .canadian] : [.british, .australian, .indian],
      isWeak: isZ, other: String(decoding: other, as: UTF8.self))
  }

  /// What stands before “is” or “iz” in words that have one spelling only: expertise, prise, prize, size.
  private static let fixed: Set<String> = [
    "expert", "appr", "pr", "overpr", "se", "enfranch", "disenfranch", "disfranch", "improv", "merchand", "s",
    "res", "ups", "outs", "downs", "overs", "unders", "mids", "rights", "supers", "pints", "files", "caps",
    "as",
    "ass", "bites",
  ]
}
