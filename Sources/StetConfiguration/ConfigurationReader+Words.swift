import StetDocument
import StetSpelling
import StetYAML

/// What a configuration says of words and languages.
extension ConfigurationReader {
  static let wordKeys = ["dictionaries", "language", "dictionary-folders"]

  mutating func words(_ entry: YAMLNode.Entry, _ settings: inout Settings) {
    switch entry.key {
    case "dictionaries":
      for item in texts(entry.value) {
        if let dictionary = dictionary(item.text, item.place) {
          settings.dictionaries.append(placed(dictionary, item.place))
        }
      }
    case "language":
      guard case .scalar(let text) = entry.value.content, let language = LanguageTag(text) else {
        return report(
          "a language is a code such as “fr”, or “de-AT” with a country", at: entry.value.place)
      }
      settings.language = placed(language, entry.keyPlace)
    default:
      settings.dictionaryFolders += texts(entry.value).map { item in
        placed("/" + FilePath.components(item.text, from: file.folder).joined(separator: "/"), item.place)
      }
    }
  }

  /// The house dictionary at a path that starts at the configuration's folder; read once for the whole file.
  private mutating func dictionary(_ text: String, _ place: YAMLPlace) -> HouseDictionary? {
    let components = FilePath.components(text, from: file.folder)
    let shown = FilePath.shown(components)
    if let known = file.dictionaries.first(where: { $0.path == shown }) { return known }
    do {
      let bytes = try FileReading.read("/" + components.joined(separator: "/"))
      let dictionary = HouseDictionary(bytes, path: shown)
      file.dictionaries.append(dictionary)
      return dictionary
    } catch {
      var step = ""
      if case .notFound = error { step = "; `stet words add WORD --to \(shown)` makes it" }
      report("the dictionary “\(text)” cannot be used: \(error.what)\(step)", at: place)
      return nil
    }
  }
}
