import StetLanguage

/// The letters a to z of a name, without marks, apostrophes and hyphens: what two spellings of it are compared by.
enum NameLetters {
  /// Appends the plain letters of a folded word.
  ///
  /// - Returns: false when the word holds a digit or a letter of another script; nothing is appended then.
  static func append(_ word: ArraySlice<UInt8>, to out: inout [UInt8]) -> Bool {
    let start = out.count
    let isPlain = word.withUnsafeBufferPointer { bytes in
      var at = 0
      while at < bytes.count {
        let byte = bytes[at]
        if byte &- 0x61 < 26 {
          out.append(byte)
          at += 1
          continue
        }
        let (scalar, length) = Scalars.decode(bytes, at: at)
        at += length
        switch scalar.value {
        case 0x27, 0x2D, 0x2E, 0x2018, 0x2019, 0x02BB, 0x02BC, 0x02BF, 0x0300...0x036F, 0x2010, 0x2011:
          continue
        default:
          guard let plain = table[scalar.value] else { return false }
          out.append(contentsOf: plain.utf8)
        }
      }
      return true
    }
    if !isPlain { out.removeSubrange(start...) }
    return isPlain
  }

  /// The plain letters, or none for a word that has others.
  static func of(_ word: ArraySlice<UInt8>) -> [UInt8] {
    var letters: [UInt8] = []
    _ = append(word, to: &letters)
    return letters
  }

  /// Small letters with marks, and what is left of each without.
  private static let table: [UInt32: String] = {
    let families: [(String, String)] = [
      ("a", "àáâãäåāăąǎạảấầẩẫậắằẳẵặə"), ("ae", "æ"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęěẹẻẽếềểễệ"),
      ("g", "ĝğġģǧ"), ("h", "ĥħḥ"), ("i", "ìíîïĩīĭįıǐỉị"), ("j", "ĵ"), ("k", "ķǩ"), ("l", "ĺļľŀł"),
      ("n", "ñńņňŋ"),
      ("o", "òóôõöøōŏőơǒọỏốồổỗộớờởỡợ"), ("oe", "œ"), ("r", "ŕŗř"), ("s", "śŝşšșṣ"), ("ss", "ß"),
      ("t", "ţťŧțṭ"),
      ("th", "þ"), ("u", "ùúûüũūŭůűųưǔụủứừửữự"), ("w", "ŵ"), ("y", "ýÿŷỳỵỷỹ"), ("z", "źżžẓ"),
    ]
    var table: [UInt32: String] = [:]
    for (plain, marked) in families {
      for scalar in marked.unicodeScalars { table[scalar.value] = plain }
    }
    return table
  }()
}

/// The consonants of a name in coarse classes, four bits each, the first in the lowest: spellings of one name that
/// differ in vowels, in doubled letters or in the letters that transliterations mix up have the same skeleton.
struct NameSkeleton: Hashable {
  private(set) var packed: UInt64 = 0
  private(set) var count = 0

  init(_ letters: ArraySlice<UInt8>) {
    var last: UInt64 = 0
    var at = letters.startIndex
    while at < letters.endIndex, count < 15 {
      let next = at + 1 < letters.endIndex ? letters[at + 1] : 0
      let kind = Self.kind(letters[at], next)
      if kind == 0 {
        // “h” neither sounds nor parts two consonants: Kh, Gh.
        if letters[at] != UInt8(ascii: "h") { last = 0 }
      } else if kind != last {
        packed |= kind << UInt64(count * 4)
        count += 1
        last = kind
        if letters[at] == UInt8(ascii: "x"), count < 15 {
          packed |= 9 << UInt64(count * 4)
          count += 1
          last = 9
        }
      }
      at += 1
    }
  }

  private static func kind(_ letter: UInt8, _ next: UInt8) -> UInt64 {
    switch letter {
    case UInt8(ascii: "b"): 1
    case UInt8(ascii: "p"): next == UInt8(ascii: "h") ? 4 : 1
    case UInt8(ascii: "c"):
      next == UInt8(ascii: "e") || next == UInt8(ascii: "i") || next == UInt8(ascii: "y") ? 9 : 2
    case UInt8(ascii: "k"), UInt8(ascii: "q"), UInt8(ascii: "g"), UInt8(ascii: "x"): 2
    case UInt8(ascii: "t"): next == UInt8(ascii: "c") ? 0 : 3
    case UInt8(ascii: "d"): 3
    case UInt8(ascii: "f"), UInt8(ascii: "v"): 4
    case UInt8(ascii: "l"): 5
    case UInt8(ascii: "m"): 6
    case UInt8(ascii: "n"): 7
    case UInt8(ascii: "r"): 8
    case UInt8(ascii: "s"), UInt8(ascii: "z"): 9
    default: 0
    }
  }

  /// The skeleton and all that lack one of its consonants: two names with one in common differ in one consonant
  /// at most, or in the order of two neighbours.
  func forEachNeighbour(_ body: (UInt64) -> Void) {
    body(packed)
    guard count >= 2 else { return }
    var before: UInt64 = 16
    for place in 0..<count {
      let shift = UInt64(place * 4)
      let kind = packed >> shift & 15
      if kind == before { continue }
      before = kind
      let low = packed & ((1 << shift) - 1)
      body(low | (packed >> (shift + 4)) << shift)
    }
  }
}
