/// Words of languages other than English: Hunspell's word is law there.
extension Speller {
  /// Whether the user's words, the dictionary with its affixes and compounds, or a number accounts for the word.
  func isForeignWord(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    isListed(word, .main) || isNumeric(word) && userWords?.forbids(word) != true
  }

  /// What was probably meant by an unknown word of another language: of Hunspell's proposals those that are one word, begin
  /// alike and are at most two letters away, likeliest first. 30 to 300 ms for a word that was not asked before.
  package func foreignSuggestions(for word: String) -> [ForeignSuggestion] {
    if let known = foreign[word] { return known }
    let found = librarySuggestions(word).compactMap { suggestion($0, for: word) }
    // Among equals Hunspell's order stays.
    let sorted = found.enumerated().sorted { a, b in
      let (x, y) = (a.element, b.element)
      return (x.distance, x.slip, a.offset) < (y.distance, y.slip, b.offset)
    }
    foreign[word] = sorted.map(\.element)
    return sorted.map(\.element)
  }

  private func suggestion(_ proposal: String, for word: String) -> ForeignSuggestion? {
    var proposal = proposal
    let marks = proposal.utf8.contains { $0 < 0x80 && !isASCIILetter($0) && $0 != 0x27 }
    guard !marks, proposal.withUTF8({ userWords?.forbids($0) != true }),
      ForeignSuggestion.Slip.base(proposal) == ForeignSuggestion.Slip.base(word),
      let distance = LetterDistance.between(word, proposal, atMost: 2)
    else { return nil }
    let slip = ForeignSuggestion.Slip(from: word, to: proposal)
    // Nobody writes two letters too many in a row; affixes are such.
    if distance == 2, slip == .extraLetter, Self.lacksRun(word, proposal) { return nil }
    let ending = zip(word.unicodeScalars.reversed(), proposal.unicodeScalars.reversed()).prefix { $0 == $1 }
      .count
    return ForeignSuggestion(word: proposal, distance: distance, slip: slip, sharedEnding: ending)
  }

  /// Whether the proposal is the word without some letters in a row.
  private static func lacksRun(_ word: String, _ proposal: String) -> Bool {
    let (a, b) = (Array(word.lowercased().unicodeScalars), Array(proposal.lowercased().unicodeScalars))
    let head = zip(a, b).prefix { $0 == $1 }.count
    let tail = zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count
    return head + tail >= b.count
  }

  /// Whether an unknown word is made of known ones, or of a known one behind a prefix that the languages of Europe share:
  /// a compound or a coinage that the dictionary lacks, not a slip.
  package func isForeignCoinage(_ word: String) -> Bool {
    let letters = Array(word.unicodeScalars)
    guard letters.count >= 6 else { return false }
    for at in 2...(letters.count - 2) {
      let (left, right) = (at, letters.count - at)
      let head = String(String.UnicodeScalarView(letters[..<at]))
      let isPrefix = right >= 4 && isPrefix(head.lowercased())
      guard isPrefix || max(left, right) >= 6 || min(left, right) >= 4 else { continue }
      let tail = String(String.UnicodeScalarView(letters[at...]))
      if isPrefix || isPart(head), isPart(tail) { return true }
      if isPrefix,
        dictionaries.language.infixes.contains(where: {
          tail.hasPrefix($0) && isKnown(String(tail.dropFirst($0.count)))
        })
      {
        return true
      }
    }
    return false
  }

  private func isPrefix(_ head: String) -> Bool {
    ForeignPrefixes.all.contains(head) || dictionaries.language.particles.contains(head)
  }

  /// A word as it stands or, where nouns have capitals, as a noun.
  private func isPart(_ text: String) -> Bool {
    isKnown(text)
      || !dictionaries.language.determiners.isEmpty && isKnown(text.prefix(1).uppercased() + text.dropFirst())
  }
}

enum ForeignPrefixes {
  static let all: Set<String> = Set(
    """
    aero agro anti arqui auto bio ciber co cyber eco electro entre extra geo hidro hiper hydro hyper infra inter intra ko \
    macro makro maxi mega meta micro mikro mini mono multi méta nano neo non néo para photo pluri poli poly post pre pro \
    proto pré pseudo quasi radio re retro ré rétro semi sobre sub super sur tele tetra trans télé ultra uni vice video \
    vidéo über éco électro
    """.split(separator: " ").map(String.init))
}

/// A word that a dictionary proposes.
package struct ForeignSuggestion: Sendable, Hashable {
  package var word: String
  /// Letters put in, left out, changed or swapped with a neighbour.
  package var distance: Int
  /// What kind of slip a single one is, the likelier one less.
  package var slip: Slip

  /// Letters at the end that are the same: where there are none, the word may be a form that the dictionary lacks.
  package var sharedEnding: Int

  package enum Slip: Int, Comparable, Sendable {
    /// One letter with an accent and without.
    case accent
    /// Left out, or swapped with a neighbour.
    case letter
    case other
    case extraLetter

    package static func < (a: Slip, b: Slip) -> Bool { a.rawValue < b.rawValue }

    /// The first letter in small, é as e: slips seldom hit it.
    static func base(_ word: String) -> String {
      guard let first = word.lowercased().unicodeScalars.first else { return "" }
      switch first {
      case "à"..."å": return "a"
      case "è"..."ë": return "e"
      case "ì"..."ï": return "i"
      case "ò"..."ö": return "o"
      case "ù"..."ü": return "u"
      default: return String(first)
      }
    }

    init(from word: String, to meant: String) {
      let (a, b) = (Array(word.lowercased().unicodeScalars), Array(meant.lowercased().unicodeScalars))
      let differing = zip(a, b).filter { $0 != $1 }
      if b.count > a.count {
        self = .letter
      } else if b.count < a.count {
        // One of a pair too many is as likely as one too few.
        self = zip(a, a.dropFirst()).contains { $0 == $1 } ? .letter : .extraLetter
      } else if differing.allSatisfy({ $0.0.isASCII != $0.1.isASCII }) {
        self = .accent
      } else {
        self = differing.count == 2 ? .letter : .other
      }
    }
  }
}

/// The number of single slips between two words: letters put in, left out, changed, or swapped with a neighbour
/// (optimal string alignment). Capitals count as small letters.
enum LetterDistance {
  /// Nil when it is more than `bound`.
  static func between(_ a: String, _ b: String, atMost bound: Int) -> Int? {
    let (a, b) = (Array(a.lowercased().unicodeScalars), Array(b.lowercased().unicodeScalars))
    guard abs(a.count - b.count) <= bound else { return nil }
    var before: [Int] = []
    var above = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1]
      for j in 0..<b.count {
        var least = min(above[j + 1] + 1, row[j] + 1, above[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, before[j - 1] + 1) }
        row.append(least)
      }
      (before, above) = (above, row)
    }
    return above[b.count] <= bound ? above[b.count] : nil
  }
}
