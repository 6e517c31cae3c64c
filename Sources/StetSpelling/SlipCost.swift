/// What it costs to take a misspelling for a word: ten times the negative binary logarithm of how likely the
/// slip is, so that costs add up and stand beside `FrequencyTable`'s weights.
///
/// The classes follow Kernighan, Church and Gale (1990); the figures were set by hand, and their scale
/// against the weights tried out on 2,000 common misspellings; 2,000 others gave the measured accuracy.
enum SlipCost {
  /// The cost of one edit of `word`, a misspelling in lower case.
  static func cost(_ edit: Edit, in word: UnsafeBufferPointer<UInt8>) -> Int {
    let at = edit.at
    let before = at > 0 ? word[at - 1] : 0
    let here = at < word.count ? word[at] : 0
    let after = at + 1 < word.count ? word[at + 1] : 0
    var cost: Int
    switch edit.kind {
    case .swap:
      cost = isVowel(here) && isVowel(after) ? 15 : 22
    case .insert:
      if edit.letter == 0x27 {
        return at > 0 && at == word.count - 1 ? 12 : 30
      } else if edit.letter == before || edit.letter == here {
        // A letter that should stand twice.
        cost = 20
      } else if isVowel(edit.letter) {
        cost = edit.letter == 0x65 ? 28 : 34
      } else {
        cost = isSilent(edit.letter, after: before, before: here) ? 30 : 40
      }
    case .delete:
      if here == before || here == after {
        cost = 20
      } else if here == 0x27 {
        cost = 15
      } else if isVowel(here) {
        cost = 32
      } else if areNeighbours(here, before) || areNeighbours(here, after) {
        cost = 36
      } else {
        cost = 42
      }
    case .replace:
      if isVowel(here), isVowel(edit.letter) {
        cost = 22
      } else if soundsAlike(here, edit.letter) {
        cost = 30
      } else if areNeighbours(here, edit.letter) {
        cost = 36
      } else {
        cost = 60
      }
    }
    if at == 0 { cost += edit.kind == .swap ? 15 : 30 }
    return cost
  }

  /// Spellings of one sound that differ by more than one edit: what was written, what was meant.
  static let spellings: [(wrong: StaticString, right: StaticString, cost: Int)] = [
    ("f", "ph", 30), ("ph", "f", 35), ("k", "ch", 40), ("shun", "tion", 25), ("cion", "tion", 25),
    ("full", "ful", 15), ("aly", "ally", 15), ("ley", "ly", 25), ("ly", "ally", 35), ("ally", "ly", 30),
    ("x", "cc", 40), ("ks", "x", 35), ("x", "xc", 25), ("cede", "ceed", 20), ("ceed", "cede", 20),
    ("ceed", "sede", 30), ("ie", "y", 35), ("y", "ie", 40), ("n", "kn", 40), ("n", "gn", 40), ("s", "ps", 45),
    ("s", "sc", 28), ("sc", "s", 35), ("c", "sc", 30), ("er", "re", 25), ("or", "our", 40), ("ea", "ee", 28),
    ("ee", "ea", 28), ("oo", "ou", 35), ("are", "air", 35), ("wh", "w", 30), ("ght", "t", 40),
    ("t", "ght", 45),
    ("it", "ight", 40), ("te", "ght", 50), ("dge", "ge", 30), ("ge", "dge", 30), ("tch", "ch", 30),
    ("ch", "tch", 30), ("eau", "o", 45), ("o", "eau", 45), ("uo", "ou", 20), ("eur", "er", 35),
    ("er", "eur", 40), ("ibl", "abl", 15), ("abl", "ibl", 15), ("ence", "ance", 15), ("ance", "ence", 15),
    ("ent", "ant", 15), ("ant", "ent", 15), ("sion", "tion", 20), ("tion", "sion", 20), ("ssion", "tion", 30),
    ("tion", "ssion", 30), ("sion", "ssion", 15), ("ise", "ice", 30), ("qu", "cu", 35), ("kw", "qu", 30),
    ("ieing", "ying", 20), ("yed", "ied", 20), ("ys", "ies", 25), ("eing", "ing", 18), ("u", "you", 50),
    ("ough", "uff", 45), ("uff", "ough", 40), ("ei", "ie", 10), ("ie", "ei", 10), ("z", "s", 25),
  ]

  /// The least cost of taking a misspelling for a word, by any number of edits; both in lower case.
  static func cost(of wrong: UnsafeBufferPointer<UInt8>, for right: UnsafeBufferPointer<UInt8>) -> Int {
    let width = right.count + 1
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: (wrong.count + 1) * width) { cells in
      for at in 0...wrong.count {
        for to in 0...right.count {
          var least = at == 0 && to == 0 ? 0 : Int.max / 2
          func edit(_ kind: Edit.Kind, _ place: Int, _ letter: UInt8, from cell: Int) {
            least = min(least, cells[cell] + cost(Edit(kind: kind, at: place, letter: letter), in: wrong))
          }
          if at > 0 { edit(.delete, at - 1, 0, from: (at - 1) * width + to) }
          if to > 0 { edit(.insert, at, right[to - 1], from: at * width + to - 1) }
          if at > 0, to > 0 {
            if wrong[at - 1] == right[to - 1] {
              least = min(least, cells[(at - 1) * width + to - 1])
            } else {
              edit(.replace, at - 1, right[to - 1], from: (at - 1) * width + to - 1)
            }
          }
          if at > 1, to > 1, wrong[at - 1] == right[to - 2], wrong[at - 2] == right[to - 1] {
            edit(.swap, at - 2, 0, from: (at - 2) * width + to - 2)
          }
          cells.initializeElement(at: at * width + to, to: least)
        }
      }
      return cells[wrong.count * width + right.count]
    }
  }

  /// Cost added for each edit beyond the first: two slips in one word are rarer.
  static let second = 24
  /// No edit costs less, and no two edits together.
  static let least = 12
  static let leastOfTwo = 45
  /// Cost of a forgotten space between two words, and in one of the pairs that are habitually run together.
  static let space = 56
  static let habitualSpace = 16
  /// Such pairs, by their first word and their second.
  static let habitualPairs: [(first: StaticString, second: StaticString)] = [
    ("a", "bit"), ("a", "few"), ("a", "little"), ("a", "lot"), ("a", "while"), ("as", "well"),
    ("at", "least"),
    ("each", "other"), ("even", "if"), ("even", "though"), ("high", "school"), ("in", "addition"),
    ("in", "between"), ("in", "case"), ("in", "fact"), ("in", "front"), ("in", "order"), ("in", "particular"),
    ("in", "spite"), ("no", "one"), ("of", "course"), ("per", "cent"), ("thank", "you"), ("up", "to"),
  ]

  @inline(__always)
  static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: true
    default: false
    }
  }

  /// Letters often written where they are not heard: `rhythm`, `when`, `sign`, `knee`, `column`, `debt`, `scene`.
  private static func isSilent(_ letter: UInt8, after: UInt8, before: UInt8) -> Bool {
    switch letter {
    case 0x68: [0x72, 0x77, 0x67, 0x63, 0x74, 0x65].contains(after)  // h after r w g c t e
    case 0x67: before == 0x6E  // g before n
    case 0x6B: before == 0x6E  // k before n
    case 0x6E: after == 0x6D || after == 0x72  // n after m, r
    case 0x62: after == 0x6D || before == 0x74  // b after m, before t
    case 0x63: after == 0x73 || before == 0x6B || before == 0x71  // c after s, before k, q
    case 0x64: before == 0x67 || before == 0x6A || after == 0x6E  // d before g, j, after n
    case 0x74: before == 0x63 || after == 0x73  // t before c, after s
    case 0x70: before == 0x73 || before == 0x74  // p before s, t
    case 0x72: after == 0x65 || after == 0x61  // r after e, a
    default: false
    }
  }

  /// Pairs of consonants, and y and w with vowels, that are mistaken for each other by ear.
  private static func soundsAlike(_ a: UInt8, _ b: UInt8) -> Bool {
    func either(_ x: UInt8, _ y: UInt8) -> Bool { a == x && b == y || a == y && b == x }
    return either(0x63, 0x73) || either(0x63, 0x6B) || either(0x73, 0x7A) || either(0x67, 0x6A)
      || either(0x6D, 0x6E) || either(0x64, 0x74) || either(0x62, 0x70) || either(0x66, 0x76)
      || either(0x63, 0x74) || either(0x73, 0x74) || either(0x78, 0x63) || either(0x71, 0x63)
      || either(0x76, 0x77) || either(0x7A, 0x78) || either(0x75, 0x77)
  }

  /// Whether two letters lie beside each other on a QWERTY keyboard.
  private static func areNeighbours(_ a: UInt8, _ b: UInt8) -> Bool {
    guard a &- 0x61 < 26, b &- 0x61 < 26 else { return false }
    return neighbours[Int(a &- 0x61)] >> UInt32(b &- 0x61) & 1 == 1
  }

  /// One bit mask a letter, from the rows of the keyboard, each shifted to the right by a third of a key or so.
  private static let neighbours: [UInt32] = {
    var masks = [UInt32](repeating: 0, count: 26)
    let rows: [StaticString] = ["qwertyuiop", "asdfghjkl", "zxcvbnm"]
    func bit(_ row: Int, _ column: Int) -> UInt32 {
      guard rows.indices.contains(row), (0..<rows[row].utf8CodeUnitCount).contains(column) else { return 0 }
      return 1 << UInt32(rows[row].utf8Start[column] &- 0x61)
    }
    for row in rows.indices {
      for column in 0..<rows[row].utf8CodeUnitCount {
        let near =
          bit(row, column - 1) | bit(row, column + 1) | bit(row + 1, column) | bit(row + 1, column - 1)
          | bit(row - 1, column) | bit(row - 1, column + 1)
        masks[Int(rows[row].utf8Start[column] &- 0x61)] = near
      }
    }
    return masks
  }()
}
