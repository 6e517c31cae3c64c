import StetSpelling

/// Whether our reading of a dictionary and Hunspell's agree on each different word of some texts.
struct Agreement {
  /// Why the two may differ by design.
  enum Reason: String, CaseIterable {
    case hyphen = "has a hyphen, which Hunspell breaks at"
    case digit = "has a figure"
    case mark = "has a mark or a letter beyond Latin"
    case other = "unexplained"

    init(_ word: String) {
      if word.contains(where: \.isNumber) {
        self = .digit
      } else if word.contains("-") || word.contains("–") {
        self = .hyphen
      } else if word.unicodeScalars.contains(where: { !$0.isLatin && $0 != "'" && $0 != "’" }) {
        self = .mark
      } else {
        self = .other
      }
    }
  }

  private(set) var words: Set<String> = []
  private(set) var differences: [Reason: [String]] = [:]

  /// - Parameter dictionary: named before the word where several are compared.
  mutating func add(_ word: String, in dictionary: String? = nil, ours: Bool, theirs: Bool) {
    let name = dictionary.map { "\($0):\(word)" } ?? word
    guard words.insert(name).inserted, ours != theirs else { return }
    differences[Reason(word), default: []].append((ours ? "+" : "-") + name)
  }

  /// - Parameter shown: how many words of each kind to name; “+” before one that we alone accept.
  func lines(_ shown: Int) -> String {
    let count = differences.values.reduce(0) { $0 + $1.count }
    var text =
      "\(words.count) different words, the same answer for "
      + "\(percent(1 - Double(count) / Double(max(1, words.count)))) %\n"
    for reason in Reason.allCases {
      guard let words = differences[reason] else { continue }
      text += "  \(words.count) \(reason.rawValue): \(words.sorted().prefix(shown).joined(separator: " "))\n"
    }
    return text
  }
}

extension Unicode.Scalar {
  fileprivate var isLatin: Bool { value < 0x250 && properties.isAlphabetic }
}
