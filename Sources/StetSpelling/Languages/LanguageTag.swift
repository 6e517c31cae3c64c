/// The language of a text: a code of ISO 639 and perhaps a country of ISO 3166: `fr`, `de-AT`.
package struct LanguageTag: Hashable, Sendable {
  /// In small letters.
  package let language: String
  /// In capitals.
  package let region: String?

  package static let english = LanguageTag(language: "en", region: nil)

  private init(language: String, region: String?) {
    self.language = language
    self.region = region
  }

  /// Nil for anything but two or three letters, with or without a hyphen or underscore and two more.
  package init?(_ text: String) {
    let parts = text.split(
      separator: text.utf8.contains(UInt8(ascii: "_")) ? "_" : "-", omittingEmptySubsequences: false)
    guard parts.count <= 2, let code = parts.first, 2...3 ~= code.utf8.count,
      parts.allSatisfy({ $0.utf8.allSatisfy(isASCIILetter) }), parts.count == 1 || parts[1].utf8.count == 2
    else { return nil }
    language = code.lowercased()
    region = parts.count == 2 ? parts[1].uppercased() : nil
  }

  /// As people write it: `de-AT`.
  package var text: String { region.map { "\(language)-\($0)" } ?? language }

  package var isEnglish: Bool { language == "en" }

  /// For a language whose ordinary nouns have a capital letter: the words that stand before nouns and seldom before
  /// names, in small letters. Empty for other languages.
  package var determiners: Set<String> { language == "de" ? Self.germanDeterminers : [] }

  /// Particles that the language sets before verbs and nouns, beside the prefixes that are shared by many.
  var particles: Set<String> { language == "de" ? Self.germanParticles : [] }

  /// What it puts between such a particle and a verb: hoch-zu-fahren, hoch-ge-fahren.
  var infixes: [String] { language == "de" ? ["zu", "ge"] : [] }

  private static let germanParticles: Set<String> = Set(
    """
    ab an auf aus bei durch ein entgegen fest fort frei her hin hoch los mit nach um unter über vor voraus weg weiter \
    wieder zu zurück zusammen zwischen
    """.split(separator: " ").map(String.init))

  private static let germanDeterminers: Set<String> = {
    let stems = [
      "ein", "kein", "mein", "dein", "sein", "ihr", "unser", "dies", "jen", "jed", "manch", "solch", "welch",
    ]
    let endings = ["", "e", "en", "em", "er", "es"]
    let others =
      "der die das dem den des am im zum zur vom beim ans ins alle allen aller viele vielen mehrere"
    return Set(
      others.split(separator: " ").map(String.init) + stems.flatMap { stem in endings.map { stem + $0 } })
  }()
}

extension LanguageTag {
  /// Names under which its dictionary may be installed, likeliest first.
  var dictionaryNames: [String] {
    if let region { return ["\(language)_\(region)", "\(language)-\(region)", language] }
    return [language, "\(language)_\(Self.homes[language] ?? language.uppercased())"]
  }

  /// The name that its dictionary is asked for by when none is there.
  var dictionaryName: String { dictionaryNames[region == nil && Self.homes[language] != nil ? 1 : 0] }

  /// Where a language is at home whose code is not that of a country of the same letters.
  private static let homes = [
    "ar": "SA", "be": "BY", "bn": "BD", "ca": "ES", "cs": "CZ", "da": "DK", "el": "GR", "et": "EE",
    "eu": "ES",
    "ga": "IE", "gl": "ES", "he": "IL", "hi": "IN", "kk": "KZ", "ko": "KR", "nb": "NO", "nn": "NO",
    "ne": "NP",
    "sl": "SI", "sr": "RS", "sv": "SE", "sw": "TZ", "uk": "UA", "vi": "VN",
  ]

  /// The package of Debian that brings the dictionary; nil when none is known to.
  var debianPackage: String? {
    if ["nb", "nn", "no"].contains(language) { return "hunspell-no" }
    let own = region.map { "\(language)-\($0.lowercased())" }
    if let own, Self.packages.contains(own) { return "hunspell-\(own)" }
    if Self.packages.contains(language) { return "hunspell-\(language)" }
    let home = "\(language)-\(language)"
    return region == nil && Self.packages.contains(home) ? "hunspell-\(home)" : nil
  }

  /// What follows “hunspell-” in the names of Debian 12's packages.
  private static let packages: Set<String> = [
    "af", "an", "ar", "be", "bg", "bn", "bo", "br", "bs", "ca", "cs", "da", "de-at", "de-ch", "de-de", "dz",
    "el",
    "en-au", "en-ca", "en-gb", "en-us", "en-za", "es", "eu", "fr", "gd", "gl", "gu", "gug", "he", "hi", "hr",
    "hu",
    "id", "is", "it", "kk", "kmr", "ko", "lo", "lt", "lv", "ml", "mn", "ne", "nl", "oc", "pl", "pt-br",
    "pt-pt",
    "ro", "ru", "si", "sk", "sl", "sr", "sv", "sw", "te", "th", "tr", "uk", "uz", "vi",
  ]
}
