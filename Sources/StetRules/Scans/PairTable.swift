/// Which rules look closer at a pair of neighbouring bytes: rows are the class of the first, columns that of the
/// second, a bit for each rule.
struct PairTable: Sendable {
  let rules: [UInt64]

  /// - Parameter pairs: by number of the rule.
  init(_ pairs: [(rule: Int, pairs: [BytePair])]) {
    var table = [UInt64](repeating: 0, count: ByteClasses.count * ByteClasses.count)
    for (rule, pairs) in pairs {
      for pair in pairs {
        for first in Self.numbers(pair.first) {
          for second in Self.numbers(pair.second) {
            table[first * ByteClasses.count + second] |= 1 << UInt64(rule)
          }
        }
      }
    }
    rules = table
  }

  private static func numbers(_ classes: ByteClasses) -> [Int] {
    (0..<ByteClasses.count).filter { classes.rawValue & (1 << UInt32($0)) != 0 }
  }
}

/// Which rules look closer at a character beyond ASCII, in two stages: most pages of 128 code points have none.
struct CharacterTable: Sendable {
  /// By page of the Basic Multilingual Plane the number of its stretch of `rules`; 0 is the empty one.
  private var pages = [UInt8](repeating: 0, count: 0x10000 >> 7)
  private var rules = [UInt64](repeating: 0, count: 128)
  private var beyond: [(range: ClosedRange<UInt32>, bit: UInt64)] = []

  /// - Parameter characters: by number of the rule.
  init(_ characters: [(rule: Int, characters: [ClosedRange<UInt32>])]) {
    for (rule, ranges) in characters {
      for range in ranges {
        if range.lowerBound >= 0x10000 {
          beyond.append((range, 1 << UInt64(rule)))
          continue
        }
        for value in range {
          let page = Int(value >> 7)
          if pages[page] == 0 {
            pages[page] = UInt8(rules.count >> 7)
            rules.append(contentsOf: repeatElement(0, count: 128))
          }
          rules[Int(pages[page]) << 7 | Int(value & 0x7F)] |= 1 << UInt64(rule)
        }
      }
    }
  }

  @inline(__always)
  func rules(at scalar: Unicode.Scalar) -> UInt64 {
    guard scalar.value < 0x10000 else {
      return beyond.reduce(0) { $1.range.contains(scalar.value) ? $0 | $1.bit : $0 }
    }
    return rules[Int(pages[Int(scalar.value >> 7)]) << 7 | Int(scalar.value & 0x7F)]
  }
}
