import StetDocument
import StetLanguage
import StetText

/// How one document writes the terms that can be written in several ways: each way once, with its first place. Of
/// the ways of one term only the one that the document has most, since a rule of single texts tells of the others.
package struct SiteTermSummary: Codable, Sendable {
  /// What makes two texts ways to write one term; the first byte of each text in the archive.
  enum Kind: UInt8, Sendable {
    /// The same but for hyphens and blanks, in small letters: airbase, air base.
    case compound = 0x63
    /// The same but for full stops: US, U.S.
    case abbreviation = 0x61
    /// All of them: percent, per cent, %.
    case percentage = 0x70
    /// All of them: day-first, month-first.
    case date = 0x64
    /// The same but for hyphens, blanks and capitals: Basse-Terre, GitHub.
    case name = 0x6E
  }

  struct Entry: Codable, Sendable {
    /// Where its text ends in `texts`.
    var end: UInt32
    /// Source bytes.
    var range: ByteRange
  }

  private(set) var texts: [UInt8] = []
  private(set) var entries: [Entry] = []

  mutating func add(_ kind: Kind, _ form: some Sequence<UInt8>, _ range: ByteRange) {
    texts.append(kind.rawValue)
    texts.append(contentsOf: form)
    entries.append(Entry(end: UInt32(texts.count), range: range))
  }

  /// The same for all ways to write one term: what is left of a text without hyphens, blanks, full stops and capitals.
  static func family(of text: some Collection<UInt8>) -> FNV1a {
    var hash = FNV1a()
    guard let kind = text.first else { return hash }
    hash.add(kind)
    if kind == Kind.percentage.rawValue || kind == Kind.date.rawValue { return hash }
    for byte in text.dropFirst() where byte >= 0x80 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 {
      // Capitals tell abbreviations from words: US is not us.
      let folds = kind != Kind.abbreviation.rawValue && byte &- 0x41 < 26
      hash.add(folds ? byte | 0x20 : byte)
    }
    return hash
  }
}
