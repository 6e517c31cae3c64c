import StetDocument
import StetLanguage
import StetLint

package struct Mojibake: Rule {
  package static let metadata = RuleMetadata(
    id: "mojibake", family: .encoding, severity: .error,
    summary: "UTF-8 that was read as another encoding, such as “KÃ¶ln”", languages: .any)

  package init(_ lexicon: Lexicon) {}

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let offsets = analysis.beyondASCII
    guard !offsets.isEmpty else { return }
    analysis.document.prose.withUnsafeBufferPointer { text in
      var index = 0
      while index < offsets.count {
        let start = Int(offsets[index])
        var run = MojibakeRun(text, at: start)
        while index < offsets.count, Int(offsets[index]) == run.end, run.extend() { index += 1 }
        if run.end == start {
          index += 1
          continue
        }
        for damage in run.damages() {
          let wrong = analysis.document.string(damage.range)
          if let right = damage.repaired {
            report.add(
              Self.message(wrong, right), at: damage.range,
              fixes: [.replace(damage.range, with: right, .safe)])
          } else {
            report.add(Self.lost(wrong), at: damage.range)
          }
        }
      }
    }
  }
}

extension Mojibake {
  static func message(_ wrong: String, _ right: String) -> String {
    "“\(wrong)” is “\(right)” read in the wrong encoding. Put “\(right)” back."
  }

  static func lost(_ wrong: String) -> String {
    "“\(wrong)” marks a character that was lost in another encoding. Put it back from the original."
  }
}

/// A run of characters that could each be one byte of Windows-1252, and the decoder's test on it.
private struct MojibakeRun {
  struct Damage {
    var range: ProseRange
    /// nil: the character is lost.
    var repaired: String?
  }

  private let text: UnsafeBufferPointer<UInt8>
  private let start: Int
  private(set) var end: Int
  private var bytes: [UInt8] = []
  private var starts: [Int] = []

  init(_ text: UnsafeBufferPointer<UInt8>, at start: Int) {
    self.text = text
    self.start = start
    end = start
  }

  /// Takes the character at `end` into the run, if it can be a byte.
  mutating func extend() -> Bool {
    let (scalar, length) = Scalars.decode(text, at: end)
    guard let byte = Windows1252.byte(of: scalar) else { return false }
    bytes.append(byte)
    starts.append(end)
    end += length
    return true
  }

  /// The parts of the run that are well-formed UTF-8 of a likelier character, neighbours joined.
  func damages() -> [Damage] {
    var found: [Damage] = []
    var at = 0
    while at < bytes.count {
      guard let (scalar, length) = sequence(at), isLikely(scalar, at, length),
        !isCapitalBeforeMark(at, length)
      else {
        if let lost = lost(at) {
          found.append(lost.damage)
          at += lost.length
        } else {
          at += 1
        }
        continue
      }
      let stop = at + length < starts.count ? starts[at + length] : end
      let range = ProseRange(starts[at], stop)
      let repaired = scalar.value == 0xFFFD ? nil : String(Character(scalar))
      if let last = found.last, last.range.end == range.start, let head = last.repaired, let repaired {
        found[found.count - 1] = Damage(range: ProseRange(last.range.lower, stop), repaired: head + repaired)
      } else {
        found.append(Damage(range: range, repaired: repaired))
      }
      at += length
    }
    return found
  }

  /// Leading bytes whose follower has no character in Windows-1252 and was dropped on the way: “â€” alone was
  /// a closing quotation mark (E2 80 9D); “Ä” between small letters was some letter.
  private func lost(_ at: Int) -> (damage: Damage, length: Int)? {
    if bytes[at] == 0xE2, at + 1 < bytes.count, bytes[at + 1] == 0x80 {
      let stop = at + 2 < starts.count ? starts[at + 2] : end
      return (Damage(range: ProseRange(starts[at], stop), repaired: "”"), 2)
    }
    guard (0xC2...0xC5).contains(bytes[at]), isCapitalInWord(at) else { return nil }
    let stop = at + 1 < starts.count ? starts[at + 1] : end
    guard stop < text.count, text[stop] &- 0x61 < 26 else { return nil }
    return (Damage(range: ProseRange(starts[at], stop), repaired: nil), 1)
  }

  /// Whether the character at an index is an accented capital right after a small letter.
  private func isCapitalInWord(_ at: Int) -> Bool {
    guard starts[at] > 0, text[starts[at] - 1] &- 0x61 < 26 else { return false }
    return (0xC0...0xDE).contains(bytes[at]) && bytes[at] != 0xD7
  }

  /// The well-formed UTF-8 sequence of two bytes or more at an index.
  private func sequence(_ at: Int) -> (Unicode.Scalar, Int)? {
    let lead = bytes[at]
    let length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
    guard length > 0, at + length <= bytes.count else { return nil }
    return bytes[at..<at + length].withUnsafeBufferPointer { slice in
      let (scalar, width) = Scalars.decode(slice, at: 0)
      return width == length ? (scalar, length) : nil
    }
  }

  /// “TVÅ”, “IRMÃ”, “Ã”: a capital, or a letter spoken of, before a typographic mark that ends the word.
  private func isCapitalBeforeMark(_ at: Int, _ length: Int) -> Bool {
    guard length == 2, (0x91...0x97).contains(bytes[at + 1]) || bytes[at + 1] == 0x85 else { return false }
    let stop = at + 2 < starts.count ? starts[at + 2] : end
    guard stop == text.count || !Scalars.decode(text, at: stop).scalar.properties.isAlphabetic else {
      return false
    }
    guard starts[at] > 0 else { return false }
    let before = Scalars.decodeBackwards(text, before: starts[at]).scalar
    return before.properties.isUppercase || before == "“" || before == "‘"
  }

  /// What English articles hold beyond ASCII: typographic marks, Latin letters, symbols; other scripts only
  /// when several of their letters follow each other, so that “CAFÉ” and a quotation mark stay silent.
  private func isLikely(_ scalar: Unicode.Scalar, _ at: Int, _ length: Int) -> Bool {
    // A capital letter after a small one is no part of a word: “bÉ›” is “bɛ”, “CAFÉ›” may be itself.
    if scalar.properties.isAlphabetic, isCapitalInWord(at) { return true }
    switch scalar.value {
    case 0xA0...0x17F: return true
    case 0x218...0x21B, 0x1E00...0x1EFF: return true
    case 0x2010...0x2044, 0x20A0...0x20BF, 0x2100...0x214F, 0x2190...0x21FF, 0x2200...0x22FF: return true
    case 0xFFFD, 0x1F000...0x1FAFF: return true
    default:
      guard scalar.properties.isAlphabetic else { return false }
      let next = sequence(at + length < bytes.count ? at + length : at)?.0
      let before = at >= length ? sequence(at - length)?.0 : nil
      return [next, before].contains { other in
        guard let other, at + length < bytes.count || before != nil else { return false }
        return other.value >> 8 == scalar.value >> 8 && other.properties.isAlphabetic
      }
    }
  }
}
