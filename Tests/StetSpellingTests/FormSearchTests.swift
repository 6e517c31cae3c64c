import Testing

@testable import StetSpelling

/// The search among entries and affixes must find what comparing with every form finds.
@Suite struct FormSearchTests {
  @Test(arguments: 1...3)
  func findsWhatComparingFinds(_ bound: Int) throws {
    let dictionary = try #require(try sample())
    let order = EntryOrder(dictionary)
    var forms: [[UInt8]] = []
    dictionary.forEachForm { form in
      if form.count > 2, form.count < 16 { forms.append(lowercased(form)) }
    }
    var random = Generator(state: 7)
    var compared = 0
    for number in 0..<75 {
      var word = forms[(number * 7_919 + 5) % forms.count]
      for _ in 0..<bound { slip(&word, &random) }
      guard word.count > 2 else { continue }
      var found: [[UInt8]: Int] = [:]
      word.withUnsafeBufferPointer { word in
        _ = FormSearch.visit(order, near: word, within: bound) { form, edits in
          found[Array(form)] = min(found[Array(form)] ?? .max, edits)
          return false
        }
      }
      // Whatever is found must be near, prefixed forms too.
      for (form, edits) in found {
        #expect(edits == distance(form, word), "\(text(word)) \(text(form))")
      }
      for form in forms where abs(form.count - word.count) <= bound {
        let edits = distance(form, word)
        // Of several edits, one at the most is looked for in the first three letters.
        guard edits <= bound, edits > 0, bound == 1 || hasQuietStart(form, word) else { continue }
        compared += 1
        if found[form] == nil { Issue.record("\(text(form)) is \(edits) from \(text(word))") }
      }
    }
    #expect(compared > 10)
  }

  /// Every fifteenth entry of the main dictionary, with the affixes that show each kind of case.
  private func sample() throws -> AffixDictionary? {
    guard case .index(let whole) = try dictionaries.get().primarySource else { return nil }
    var affixes = """
      SET UTF-8
      NOSUGGEST !
      PFX U Y 1
      PFX U 0 un .
      PFX A Y 1
      PFX A 0 re .
      SFX S Y 2
      SFX S y ies [^aeiou]y
      SFX S 0 s [^y]
      SFX D Y 2
      SFX D 0 d e
      SFX D 0 ed [^e]
      SFX G Y 2
      SFX G e ing e
      SFX G 0 ing [^e]
      SFX N Y 2
      SFX N e ion e
      SFX N y ication y
      """
    var lines = [UInt8]("6000\n".utf8)
    var number = 0
    whole.forEachWord { word in
      number += 1
      guard number % 15 == 0, let first = word.baseAddress, let base = whole.bytes.baseAddress else { return }
      let end = whole.flags(after: first - base + word.count).upperBound
      lines += whole.bytes[(first - base)..<end] + [0x0A]
    }
    return affixes.withUTF8 { affixes in
      lines.withUnsafeBufferPointer { AffixDictionary(affixes: affixes, copying: $0) }
    }
  }

  /// Whether the first four letters are the same.
  private func hasQuietStart(_ form: [UInt8], _ word: [UInt8]) -> Bool {
    form.count > 4 && form.prefix(4) == word.prefix(4)
  }

  private func text(_ word: [UInt8]) -> String { String(decoding: word, as: UTF8.self) }

  private func slip(_ word: inout [UInt8], _ random: inout Generator) {
    let at = Int.random(in: 0..<word.count, using: &random)
    let letter = UInt8.random(in: 0x61...0x7A, using: &random)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: word[at] = letter
    case 1: word.insert(letter, at: at)
    case 2: word.remove(at: at)
    default: if at + 1 < word.count { word.swapAt(at, at + 1) }
    }
  }

  /// Optimal string alignment, the plain way.
  private func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var rows = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count {
      for j in 0...b.count {
        if i == 0 || j == 0 {
          rows[i][j] = i + j
          continue
        }
        var least = min(rows[i - 1][j], rows[i][j - 1]) + 1
        least = min(least, rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          least = min(least, rows[i - 2][j - 2] + 1)
        }
        rows[i][j] = least
      }
    }
    return rows[a.count][b.count]
  }

  /// Marsaglia's xorshift: the same words every time.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }
}
