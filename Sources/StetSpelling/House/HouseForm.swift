/// A word or phrase of a house dictionary that is looked for in texts as it stands there: every forbidden form, and
/// every accepted one of several words.
package struct HouseForm: Sendable, Hashable {
  /// As the file has it.
  package var text: String
  package var isForbidden: Bool
  /// What is to be written instead.
  package var right: String?
  /// The dictionary, as shown to people, and the line in it, 1-based.
  package var path: String
  package var line: Int
  /// All ways of writing it that are meant: itself, and with the capitals that a sentence or a headline gives it.
  package var spellings: [String]

  init(_ entry: HouseEntry, path: String) {
    text = entry.text
    line = entry.line
    self.path = path
    if case .forbidden(let right) = entry.meaning {
      isForbidden = true
      self.right = right
    } else {
      isForbidden = false
    }
    let capitals = text.uppercased()
    spellings = [text]
    // A form with capitals of its own is meant with these: “Javascript” says nothing of “javascript”.
    if text == text.lowercased(), let first = text.first {
      spellings.append(first.uppercased() + text.dropFirst())
    }
    // “JAVASCRIPT” is as much “JavaScript”, which is right.
    if right?.uppercased() != capitals { spellings.append(capitals) }
  }

  /// What to write for one of `spellings`: the right form with the capitals of what stands there.
  package func replacement(for spelling: String) -> String? {
    guard let right, spelling != text else { return right }
    if spelling == text.uppercased(), spelling.utf8.count > 1 { return right.uppercased() }
    return right.prefix(1).uppercased() + right.dropFirst()
  }

  /// Whether a form is more than letters and apostrophes, so that a text may have it in several tokens.
  static func isPhrase(_ text: String) -> Bool {
    text.utf8.contains { byte in byte < 0x80 && !isASCIILetter(byte) && !isASCIIDigit(byte) && byte != 0x27 }
  }
}
