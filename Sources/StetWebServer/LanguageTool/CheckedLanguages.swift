import FoundationEssentials
import StetConfiguration
import StetSpelling

/// The languages that `/v2/check` takes: English in its countries, and each language that the system has a spelling
/// dictionary of.
struct CheckedLanguages: Sendable {
  struct Entry: Sendable {
    /// “English (US)”.
    var name: String
    var tag: LanguageTag
  }

  /// English first, then by code.
  let entries: [Entry]
  /// What “auto” stands for: the language of the configuration, or English. Languages are not told from one another.
  let standard: LanguageTag

  /// - Parameter folders: where dictionaries are.
  init(standard: LanguageTag, folders: [String] = DictionaryLocation.searchFolders()) {
    self.standard = standard
    var codes: Set<String> = []
    for folder in folders {
      for file in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      where file.hasSuffix(".dic") {
        guard let tag = LanguageTag(String(file.dropLast(4))), !tag.isEnglish else { continue }
        codes.formUnion([tag.language, tag.text])
      }
    }
    let english = ["en"] + ["AU", "CA", "GB", "IE", "IN", "NZ", "US", "ZA"].map { "en-\($0)" }
    entries = (english + codes.sorted()).compactMap { code in
      LanguageTag(code).map { Entry(name: Self.name($0), tag: $0) }
    }
  }

  /// The entry that a client means; nil when there is none.
  ///
  /// - Parameter preferred: which country it would have of a language that it leaves open.
  func entry(_ code: String, preferred: [String] = []) -> Entry? {
    guard code != "auto" else {
      let variants = preferred.compactMap { LanguageTag($0) }.filter { $0.language == standard.language }
      return entry(variants.first?.text ?? standard.text) ?? Entry(name: Self.name(standard), tag: standard)
    }
    // Regions of other lengths, as in ca-ES-valencia, are none of ours.
    guard let tag = LanguageTag(code) else { return nil }
    return entries.first { $0.tag == tag }
  }

  func refusal(_ code: String, place: String? = nil) -> Refusal {
    Refusal(
      .badRequest, "“\(code)” is not a language code known to Stet", place: place,
      nextStep:
        "Supported language codes are: \((["auto"] + entries.map(\.tag.text)).joined(separator: ", ")).")
  }

  static func name(_ tag: LanguageTag) -> String {
    let name = names[tag.language] ?? tag.language
    return tag.region.map { "\(name) (\($0))" } ?? name
  }

  /// English names of the languages that Debian has dictionaries of (ISO 639).
  private static let names = [
    "af": "Afrikaans", "an": "Aragonese", "ar": "Arabic", "be": "Belarusian", "bg": "Bulgarian",
    "bn": "Bengali",
    "bo": "Tibetan", "br": "Breton", "bs": "Bosnian", "ca": "Catalan", "cs": "Czech", "da": "Danish",
    "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "et": "Estonian", "eu": "Basque",
    "fr": "French", "gd": "Scottish Gaelic", "gl": "Galician", "gu": "Gujarati", "he": "Hebrew",
    "hi": "Hindi",
    "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian", "is": "Icelandic", "it": "Italian",
    "kk": "Kazakh",
    "ko": "Korean", "lo": "Lao", "lt": "Lithuanian", "lv": "Latvian", "ml": "Malayalam", "mn": "Mongolian",
    "nb": "Norwegian Bokmål", "ne": "Nepali", "nl": "Dutch", "nn": "Norwegian Nynorsk", "no": "Norwegian",
    "oc": "Occitan", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "si": "Sinhala",
    "sk": "Slovak", "sl": "Slovenian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "te": "Telugu",
    "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "uz": "Uzbek", "vi": "Vietnamese",
  ]
}
