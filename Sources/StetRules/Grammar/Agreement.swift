import StetDocument
import StetLanguage

/// Tells whether a noun is surely singular or surely plural. What a dictionary shows counts more than what the
/// tagger guessed, since a wrong verb leads the tagger astray.
struct NounNumber: Sendable {
  /// Singular in form, with either verb; and what has one form for both.
  private let collective: WordSet
  /// Plural in form, and singular.
  private let singularInS: WordSet
  /// Plurals without -s.
  private let irregular: WordSet
  /// Collective nouns that are counted all the same: three schools.
  private let counted: WordSet
  /// Lengths, sums and spans that are one thing: five years is a long time.
  private let measures: WordSet

  init(_ lexicon: Lexicon) {
    collective = WordSet(
      "number majority minority group rest percentage percent pair couple lot lots police team government company "
        + "family staff crew public media data committee council board band club audience army navy force party panel "
        + "jury crowd ministry department administration community press opposition cabinet firm agency organization "
        + "organisation union parliament court house series species variety range half none some any most all handful "
        + "dozen total proportion news politics economics means headquarters statistics youth faculty management "
        + "leadership population generation first second third last latter former other remainder duo trio squad side "
        + "nation country city state commission cast class congregation choir orchestra clergy elite enemy flock gang "
        + "herd host infantry cavalry garrison militia personnel people cattle sheep fish deer aircraft offspring poor "
        + "rich dead wounded elderly young sick old unemployed homeless injured deaf blind accused few many same "
        + "following undersigned spacecraft swine folk livestock poultry vermin bacteria criteria phenomena alumni "
        + "fungi nuclei stimuli larvae strata trout salmon cod shrimp quartet quintet sextet delegation coalition "
        + "federation association alliance company battalion brigade regiment platoon corps division unit troop troupe "
        + "network bloc league institute university school hospital hotel shop store bank hundred thousand million "
        + "billion score mass multitude plethora array series set string host batch bunch pack fraction quarter fifth "
        + "tenth bulk part remainder trickle stream flood wave rash spate influx lack kind kinds sort type crop "
        + "gentry nobility peasantry proletariat bourgeoisie intelligentsia electorate diaspora mob posse cohort "
        + "humanity mankind womankind aristocracy senate congress duma knesset bundestag presidium secretariat "
        + "executive directorate jury panel tribunal inquiry tv bbc cnn un eu us usa uk mps", lexicon)
    counted = WordSet(
      "school house hospital hotel shop store bank city country state company village team family club party army group "
        + "university institute unit nation ministry committee council court agency firm", lexicon)
    singularInS = WordSet(
      "gens news politics economics physics mathematics maths statistics athletics gymnastics ethics linguistics "
        + "electronics genetics logistics tactics mechanics dynamics acoustics optics classics aerobics "
        + "headquarters series species means works barracks crossroads gallows innings summons corps measles mumps "
        + "rabies diabetes herpes shingles billiards darts draughts dominoes checkers cards lens gas bus chaos canvas "
        + "christmas atlas bias pancreas pyjamas alias texas kansas wales cosmos ethos pathos thermos rhinoceros "
        + "sweepstakes shambles links united states nations gas mass pass loss boss arms customs savings sales sports "
        + "congress access process princess business goods proceeds thanks remains yes this us thus perhaps always "
        + "odds sms gps analysis basis crisis thesis emphasis hypothesis oasis axis synopsis diagnosis",
      lexicon)
    irregular = WordSet("men women children policemen firemen fishermen businessmen spokesmen", lexicon)
    measures = WordSet(
      "years year months weeks days hours minutes seconds miles kilometers kilometres meters metres feet inches "
        + "pounds dollars euros yen rupees rubles roubles cents percent degrees points kilos kilograms tons tonnes "
        + "acres hectares gallons liters litres times thirds quarters fifths 1990s 1980s", lexicon)
  }

  /// A lower-case noun that means one and takes a singular verb, and nothing else.
  func isSingular(_ at: Int, _ tokens: [Token], _ tags: [TagPair], _ analysis: Analysis) -> Bool {
    let token = tokens[at]
    guard token.isWord, token.isLower, case .singularNoun = tags[at].penn, !collective.contains(token.key),
      !analysis.lexicon.has(token.key, .organisation)
    else { return false }
    let form = Array(analysis.words.bytes(token.key))
    guard form.count >= 3, form.allSatisfy({ $0 &- 0x61 < 26 }), form.last != UInt8(ascii: "s") else {
      return false
    }
    return NounForms.plurals(of: form).contains { analysis.speller.isKnown($0) }
  }

  /// `isSingular`, or a collective noun that has a plural.
  func isSingularCounted(_ at: Int, _ tokens: [Token], _ tags: [TagPair], _ analysis: Analysis) -> Bool {
    if counted.contains(tokens[at].key), tokens[at].isLower, case .singularNoun = tags[at].penn {
      return true
    }
    return isSingular(at, tokens, tags, analysis)
  }

  /// A lower-case noun that means several and takes a plural verb, and nothing else.
  func isPlural(_ at: Int, _ tokens: [Token], _ tags: [TagPair], _ analysis: Analysis) -> Bool {
    let token = tokens[at]
    guard token.isWord, token.isLower, case .pluralNoun = tags[at].penn else { return false }
    if irregular.contains(token.key) { return true }
    guard !singularInS.contains(token.key), !measures.contains(token.key), !collective.contains(token.key)
    else { return false }
    let form = Array(analysis.words.bytes(token.key))
    guard form.count >= 4, form.allSatisfy({ $0 &- 0x61 < 26 }), !form.suffix(3).elementsEqual("ics".utf8)
    else { return false }
    return NounForms.singulars(of: form).contains { analysis.speller.isKnown($0) }
  }

  func isCollective(_ key: WordKey) -> Bool { collective.contains(key) }
  func isMeasure(_ key: WordKey) -> Bool { measures.contains(key) }
}

/// Regular plurals of English nouns, by their letters. Words are ASCII in small letters.
enum NounForms {
  /// The regular plural of a noun.
  static func plurals(of noun: [UInt8]) -> [String] {
    guard noun.count >= 2, let last = noun.last else { return [] }
    let vowels = Array("aeiou".utf8)
    if last == UInt8(ascii: "y"), !vowels.contains(noun[noun.count - 2]) {
      return [string(noun.dropLast() + Array("ies".utf8))]
    }
    let two = noun.suffix(2)
    if "sxz".utf8.contains(last) || two.elementsEqual("ch".utf8) || two.elementsEqual("sh".utf8) {
      return [string(noun + Array("es".utf8))]
    }
    if noun.suffix(3).elementsEqual("man".utf8) { return [string(noun.dropLast(2) + Array("en".utf8))] }
    return [string(noun + [UInt8(ascii: "s")])]
  }

  /// What a plural in -s may be the plural of.
  static func singulars(of plural: [UInt8]) -> [String] {
    guard plural.last == UInt8(ascii: "s"), plural.count >= 4 else { return [] }
    let ending = plural.suffix(2)
    if ending.elementsEqual("ss".utf8) || ending.elementsEqual("us".utf8) || ending.elementsEqual("is".utf8) {
      return []
    }
    if plural.suffix(3).elementsEqual("ies".utf8) {
      return [string(plural.dropLast(3) + [UInt8(ascii: "y")]), string(plural.dropLast())]
    }
    let hiss = ["ches", "shes", "sses", "xes", "zes", "oes"].contains { ending in
      plural.count > ending.utf8.count && plural.suffix(ending.utf8.count).elementsEqual(ending.utf8)
    }
    return hiss ? [string(plural.dropLast(2)), string(plural.dropLast())] : [string(plural.dropLast())]
  }

  private static func string(_ bytes: some Sequence<UInt8>) -> String {
    String(decoding: Array(bytes), as: UTF8.self)
  }
}
