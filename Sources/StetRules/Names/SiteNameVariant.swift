import StetLanguage
import StetLint
import StetText

package struct SiteNameVariant: ProjectRule {
  package static let metadata = RuleMetadata(
    id: "site-name-variant", family: .names, severity: .warning,
    summary: "A full name in one file that many other files spell another way (with --project)",
    packs: .news)

  package static let yieldsTo: Set<String> = [
    "name-variant", "name-romanisation-variant", "name-form-variant",
  ]

  /// How many files must have the common spelling, and how many times as many as have the rare one.
  static let fewest = 4
  static let ratio = 4
  /// A spelling in more files than this is the choice of somebody.
  static let most = 2

  package init(_ lexicon: Lexicon) {}

  package func summary(_ analysis: Analysis) -> SiteNameSummary { SiteNameSummary(analysis) }

  package func check(_ archive: SiteNameArchive, _ report: inout ProjectReport) {
    let index = CommonNames(archive)
    guard !index.isEmpty else { return }
    for number in 0..<archive.count
    where archive.documents(number) <= Self.most && archive.unknown(number) != 0 {
      guard let common = index.common(for: number, archive) else { continue }
      let kept = archive.forms.string(common)
      let message = Self.message(archive.forms.string(number), kept, archive.documents(common))
      for place in archive.forms.places(number) {
        report.add(
          message, document: place.document, range: place.range, replacement: ("Write “\(kept)”", kept))
      }
    }
  }
}

extension SiteNameVariant {
  static func message(_ rare: String, _ kept: String, _ files: Int) -> String {
    "“\(rare)” looks like another spelling of “\(kept)”, which \(files) files have. Use that one."
  }
}

/// The names of many files, found by a name that differs from one of them in one word.
private struct CommonNames {
  /// Hash of all words but one, with the sound of that one, and the name's number; sorted.
  private var entries: [(hash: UInt64, number: Int)] = []

  var isEmpty: Bool { entries.isEmpty }

  init(_ archive: SiteNameArchive) {
    for number in 0..<archive.count where archive.documents(number) >= SiteNameVariant.fewest {
      Self.forEachHash(archive.words(number)) { hash, _ in entries.append((hash, number)) }
    }
    entries.sort { ($0.hash, $0.number) < ($1.hash, $1.number) }
  }

  /// The commonest name that the rare one may be a spelling of.
  func common(for rare: Int, _ archive: SiteNameArchive) -> Int? {
    let words = archive.words(rare)
    let least = max(SiteNameVariant.fewest, archive.documents(rare) * SiteNameVariant.ratio)
    var best: Int?
    Self.forEachHash(words) { hash, position in
      // What a dictionary knows is another name: John Smyth beside John Smith.
      guard archive.unknown(rare) >> UInt8(position) & 1 != 0 else { return }
      var at = lowerBound(hash)
      while at < entries.count, entries[at].hash == hash {
        defer { at += 1 }
        let number = entries[at].number
        guard number != rare, archive.documents(number) >= least,
          best.map({ archive.documents($0) < archive.documents(number) }) ?? true,
          isSpelling(words, archive.words(number), position)
        else { continue }
        best = number
      }
    }
    return best
  }

  private func lowerBound(_ hash: UInt64) -> Int {
    entries.partitioningIndex { $0.hash >= hash }
  }

  /// Whether the names are equal but for one word, and that is close.
  private func isSpelling(_ a: [ArraySlice<UInt8>], _ b: [ArraySlice<UInt8>], _ position: Int) -> Bool {
    guard a.count == b.count else { return false }
    for index in a.indices where index != position && !a[index].elementsEqual(b[index]) { return false }
    let (x, y) = (NameLetters.of(a[position]), NameLetters.of(b[position]))
    guard min(x.count, y.count) >= 4, let distance = TransliterationDistance.between(x[...], y[...]) else {
      return false
    }
    let difference = SpellingDifference(x[...], y[...])
    // “Kim Jong Un”, “Kim Jong Il”: short syllables are names of their own.
    if min(x.count, y.count) < 5, distance > 0 { return false }
    // A given name with another ending is somebody else of the family.
    if position == 0, difference.isEnding || difference.isFirstLetter { return false }
    return distance <= TransliterationDistance.slip
  }

  private static func forEachHash(_ words: [ArraySlice<UInt8>], _ body: (UInt64, Int) -> Void) {
    for position in words.indices {
      var base = FNV1a(salt: UInt64(position))
      for (index, word) in words.enumerated() where index != position {
        base.add(contentsOf: word)
        base.add(UInt8(ascii: " "))
      }
      let letters = NameLetters.of(words[position])
      guard letters.count >= 4 else { continue }
      NameSkeleton(letters[...]).forEachNeighbour {
        body((base.value ^ $0) &* 0x9E37_79B9_7F4A_7C15, position)
      }
    }
  }
}
