/// One slip of the hand or of memory: what must be done to a misspelled word to undo it. Four in five
/// misspellings need one of these (Damerau 1964).
struct Edit: Equatable {
  enum Kind { case swap, replace, insert, delete }

  var kind: Kind
  /// Index of the byte where the edit is made; the word's length to put a letter behind it.
  var at: Int
  /// The letter put in, for `replace` and `insert`.
  var letter: UInt8

  init(kind: Kind, at: Int, letter: UInt8) {
    (self.kind, self.at, self.letter) = (kind, at, letter)
  }

  /// The edit that makes one word of another, nil when one is not enough or none is needed. Among equal letters
  /// it is made at the last.
  init?(from word: UnsafeBufferPointer<UInt8>, to other: UnsafeBufferPointer<UInt8>) {
    let least = min(word.count, other.count)
    var at = 0
    while at < least, word[at] == other[at] { at += 1 }
    func same(_ wordFrom: Int, _ otherFrom: Int) -> Bool {
      guard word.count - wordFrom == other.count - otherFrom else { return false }
      for index in wordFrom..<word.count where word[index] != other[otherFrom + index - wordFrom] {
        return false
      }
      return true
    }
    if at < other.count, same(at, at + 1) {
      self.init(kind: .insert, at: at, letter: other[at])
    } else if at < word.count, same(at + 1, at) {
      self.init(kind: .delete, at: at, letter: word[at])
    } else if at < least, same(at + 1, at + 1) {
      self.init(kind: .replace, at: at, letter: other[at])
    } else if at + 1 < least, word[at] == other[at + 1], word[at + 1] == other[at], same(at + 2, at + 2) {
      self.init(kind: .swap, at: at, letter: 0)
    } else {
      return nil
    }
  }
}
