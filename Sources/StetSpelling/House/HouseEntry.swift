/// One line of a house dictionary.
package struct HouseEntry: Sendable, Hashable {
  package enum Meaning: Sendable, Hashable {
    /// Right as it stands, and with the capitals that any such word may take.
    case accepted
    /// Right, and so are the forms that the affixes of the named word make.
    case inflected(like: String)
    /// Right, with flags of the language's affix file, as they stand after the slash.
    case flagged(String)
    /// Never right; with what is to be written instead, when the file says so.
    case forbidden(right: String?)
  }

  /// Without blanks at its ends, single blanks inside, ’ as '.
  package var text: String
  package var meaning: Meaning
  /// 1-based.
  package var line: Int

  package init(text: String, meaning: Meaning, line: Int) {
    self.text = text
    self.meaning = meaning
    self.line = line
  }

  package var isForbidden: Bool {
    if case .forbidden = meaning { true } else { false }
  }
}

/// What is wrong with a line of a house dictionary. The other lines count all the same.
package struct HouseFault: Error, Sendable, Hashable {
  /// 1-based.
  package var line: Int
  /// What is wrong and what to do, without full stop at the end.
  package var message: String
}
