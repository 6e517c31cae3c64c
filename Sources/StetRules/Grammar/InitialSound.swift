import StetDocument
import StetLanguage

/// What a word begins with when it is spoken.
enum InitialSound: Sendable {
  case vowel
  case consonant
  /// It depends on the speaker, or the spelling does not tell.
  case unclear
}

/// Tells the sound that a word, a row of capitals or a figure begins with.
struct InitialSounds: Sendable {
  /// Rows of capitals that are read as a word, although they begin like one that is spelled out.
  private let readAsWords: WordSet
  /// Rows of capitals that look like a word and are spelled out.
  private let spelledOut: WordSet

  init(_ lexicon: Lexicon) {
    readAsWords = WordSet(
      "nato nasa fifa fema sars mers swat sim ram rom lan mash nafta hud start seal steam mooc midi nasdaq "
        + "nascar rico salt farc radar sonar scuba laser maser lego nimby sap sag saab fiat ford honda ngo-run "
        + "foia fisa hamas hezbollah fatah fafsa nice nist noaa lidar mensa", lexicon)
    spelledOut = WordSet(
      "ngo mri hiv hr suv mot raf mep mit rip sos fbi nfl nhl mou led led rv lgbt mba mp mep fa msc mc nba sec "
        + "rpg rna hmo fda ftse llm ssd sms sql mvp mla fm nhs nyc npr hbo hiv sdk roi xml", lexicon)
  }

  /// The sound of a token that is a word or a number.
  func sound(of token: Token, _ analysis: Analysis, shouted: Bool) -> InitialSound {
    let bytes = Array(analysis.document.prose[token.range.indices])
    switch token.kind {
    case .number: return Self.number(bytes)
    case .word: break
    default: return .unclear
    }
    guard let first = bytes.first, first | 0x20 &- 0x61 < 26 else { return .unclear }
    if bytes.count == 1 || bytes.count == 2 && bytes[1] == UInt8(ascii: ".") { return Self.letterName(first) }
    if token.shape == .mixed { return mixed(bytes) }
    if token.shape == .upper, !shouted { return capitals(token, bytes) }
    let folded = bytes.map { $0 | 0x20 }
    return Self.word(folded, isCapitalized: token.isCapitalized && !shouted)
  }

  // MARK: Words

  /// “h” is silent in these and in what is made of them.
  private static let silentH = ["hour", "honest", "honor", "honour", "heir"]
  /// Speakers differ on the “h”.
  private static let unclearH = [
    "histor", "hotel", "habitual", "hero", "hyster", "horri", "herb", "halluc", "homage", "humble", "hilar",
    "hypoth", "hypno", "harang", "hered", "honduran", "humong", "hors", "haute", "hab",
  ]
  /// “u” and “eu” as in “you”.
  private static let you = [
    "ubiq", "ufo", "ukul", "unanim", "uni", "uran", "uret", "uric", "urin", "uro", "usa", "use", "usu",
    "usin",
    "ute", "util", "uto", "uvul", "eu", "ewe", "ewer", "ugand", "ukrain", "urug", "utah",
  ]
  /// “uni” that is the prefix “un”.
  private static let un = ["unin", "unim", "unid", "unig", "unill", "uniss", "unir"]

  /// - Parameter word: in small letters.
  static func word(_ word: [UInt8], isCapitalized: Bool) -> InitialSound {
    func begins(_ starts: [String]) -> Bool { starts.contains { word.starts(with: $0.utf8) } }
    switch word[0] {
    case UInt8(ascii: "a"), UInt8(ascii: "i"): return .vowel
    case UInt8(ascii: "e"):
      if begins(["eu", "ewe"]) {
        return isCapitalized && !begins(["europ", "eura", "euro"]) ? .unclear : .consonant
      }
      return .vowel
    case UInt8(ascii: "o"):
      if word.elementsEqual("one".utf8) || begins(["once", "ones", "oneself"]) { return .consonant }
      return begins(["ou"]) && isCapitalized || begins(["oaxa", "ouija", "oui"]) ? .unclear : .vowel
    case UInt8(ascii: "u"):
      if begins(un) { return .vowel }
      if begins(you) { return .consonant }
      return isCapitalized && !begins(["un", "up", "ul", "urb", "um"]) ? .unclear : .vowel
    case UInt8(ascii: "h"):
      if begins(silentH) { return begins(["honorar"]) ? .vowel : .vowel }
      return begins(unclearH) || isCapitalized ? .unclear : .consonant
    case UInt8(ascii: "y"):
      return word.count > 1 && "aeiou".utf8.contains(word[1]) ? .consonant : .unclear
    case UInt8(ascii: "x"): return .unclear
    case UInt8(ascii: "m"), UInt8(ascii: "n"), UInt8(ascii: "l"), UInt8(ascii: "s"), UInt8(ascii: "r"):
      // mm, nth, ll: no vowel, so it may be spelled out.
      return word.contains { "aeiouy".utf8.contains($0) } || word.count > 4 ? .consonant : .unclear
    default:
      return word.contains { "aeiouyw".utf8.contains($0) } || word.count > 4 ? .consonant : .unclear
    }
  }

  // MARK: Capitals

  /// The name of a letter begins with a vowel: an F, an X.
  static func letterName(_ letter: UInt8) -> InitialSound {
    switch letter | 0x20 {
    case UInt8(ascii: "h"): .unclear
    case let small where "aefilmnorsx".utf8.contains(small): .vowel
    default: .consonant
    }
  }

  private func capitals(_ token: Token, _ bytes: [UInt8]) -> InitialSound {
    let folded = bytes.map { $0 | 0x20 }
    let name = Self.letterName(bytes[0])
    // AAAS is a “triple A S” to some.
    if bytes.count > 2, bytes[0] == bytes[1] { return .unclear }
    if bytes.contains(UInt8(ascii: ".")) || spelledOut.contains(token.key) {
      return bytes[0] == UInt8(ascii: "H") ? .vowel : name
    }
    let asWord = Self.word(folded, isCapitalized: false)
    if readAsWords.contains(token.key) { return asWord }
    if case .vowel = name, case .vowel = asWord { return .vowel }
    if case .consonant = name, case .consonant = asWord { return .consonant }
    // A U is a “you”, whether the row is read or spelled, unless it is “un” or “up”.
    if folded[0] == UInt8(ascii: "u") { return folded.count <= 3 ? .consonant : .unclear }
    // MP and FBI cannot be read as words.
    let vowels = Array("aeiouy".utf8)
    if !folded.contains(where: vowels.contains)
      || folded.count > 1 && !vowels.contains(folded[1])
        && !Self.onsets.contains(where: { folded.starts(with: $0.utf8) })
    {
      return name
    }
    return .unclear
  }

  /// Pairs of consonants that English words begin with, for the letters whose names begin with a vowel.
  private static let onsets = [
    "fl", "fr", "sc", "sk", "sh", "sl", "sm", "sn", "sp", "sq", "st", "sw", "kn", "ph", "rh", "sr", "sv",
    "sf",
  ]

  /// iPhone, eBay, mRNA, McDonald.
  private func mixed(_ bytes: [UInt8]) -> InitialSound {
    guard bytes.count >= 2 else { return .unclear }
    if bytes[1] < 0x61, bytes[0] >= 0x61 { return Self.letterName(bytes[0]) }
    return bytes[0] == UInt8(ascii: "M") && bytes[1] == UInt8(ascii: "c") ? .consonant : .unclear
  }

  // MARK: Figures

  /// Eight, eleven, eighteen and eighty begin with a vowel, and so do the numbers that begin with them.
  static func number(_ bytes: [UInt8]) -> InitialSound {
    let digits = bytes.prefix { $0 &- 0x30 < 10 }
    guard let first = digits.first else { return .unclear }
    let rest = bytes.dropFirst(digits.count).first
    if first == UInt8(ascii: "8") { return digits.count <= 4 ? .vowel : .unclear }
    // 0.5 is nought or oh point five; 1100 is eleven hundred or one thousand one hundred.
    if first == UInt8(ascii: "0") || digits.count > 4 { return .unclear }
    let isPair = digits.elementsEqual("11".utf8) || digits.elementsEqual("18".utf8)
    if isPair { return rest == UInt8(ascii: "/") ? .unclear : .vowel }
    if digits.count == 4, digits.starts(with: "18".utf8) || digits.starts(with: "11".utf8) {
      return digits.starts(with: "18".utf8) && rest == nil ? .vowel : .unclear
    }
    return .consonant
  }
}
