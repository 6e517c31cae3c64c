import FoundationEssentials

extension DictionaryLocation {
  /// The dictionary of a language, in the first folder that has one.
  ///
  /// `fr` is found as `fr`, `fr_FR` or, failing that, the first of `fr_…`; `fr-CA` as `fr_CA` or `fr`. Throws
  /// `SpellingError.missing`, with the package to install.
  package static func find(
    _ language: LanguageTag, in folders: [String]
  ) throws(SpellingError) -> DictionaryLocation {
    for name in language.dictionaryNames {
      if let location = try? find(name, in: folders) { return location }
    }
    if language.region == nil {
      for folder in folders {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names.sorted() where name.hasPrefix("\(language.language)_") && name.hasSuffix(".aff") {
          if let location = try? find(String(name.dropLast(4)), in: [folder]) { return location }
        }
      }
    }
    throw .missing(name: language.dictionaryName, searched: folders, package: language.debianPackage)
  }

  /// The encoding that the affix file names; Hunspell's own default is ISO 8859-1.
  func encoding() throws(SpellingError) -> String {
    guard let affixes = try? Data(contentsOf: URL(filePath: affixPath), options: .alwaysMapped) else {
      throw .unreadable(path: affixPath)
    }
    for line in affixes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let line = line.starts(with: [0xEF, 0xBB, 0xBF]) ? line.dropFirst(3) : line
      guard line.starts(with: "SET".utf8) else { continue }
      let fields = line.split { $0 == 0x20 || $0 == 0x09 }
      if fields.count > 1, fields[0].count == 3 { return String(decoding: fields[1], as: UTF8.self) }
    }
    return "ISO8859-1"
  }

  /// Throws when words cannot be put into the dictionary's encoding.
  func checkEncoding() throws(SpellingError) {
    let encoding = try encoding()
    guard Transcoder.isUTF8(encoding) || Transcoder(encoding) != nil else {
      throw .malformed(path: affixPath, reason: "its encoding “\(encoding)” is not known to this system")
    }
  }
}
