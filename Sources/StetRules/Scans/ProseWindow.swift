import StetDocument
import StetLanguage

/// One block of prose as the rules on marks see it: questions about what stands around a place. Outside the block
/// stands the byte 0.
struct ProseWindow {
  let analysis: Analysis
  let text: UnsafeBufferPointer<UInt8>
  let kind: BlockKind
  let lower: Int
  let upper: Int

  @inline(__always)
  subscript(_ at: Int) -> UInt8 { at >= lower && at < upper ? text[at] : 0 }

  func classes(_ at: Int) -> ByteClasses {
    at >= lower && at < upper ? ByteClasses.of(text[at]) : .edge
  }

  /// Whether the byte is of one of the classes; at either end of the block that is the edge.
  func isAny(_ at: Int, _ wanted: ByteClasses) -> Bool { !classes(at).isDisjoint(with: wanted) }

  /// Blank, line break or the end of the block.
  func isGap(_ at: Int) -> Bool { isAny(at, [.blank, .lineBreak, .edge]) }

  func string(_ start: Int, _ end: Int) -> String {
    String(decoding: text[start..<end], as: UTF8.self)
  }

  func scalar(at: Int) -> Unicode.Scalar? {
    at >= lower && at < upper ? Scalars.decode(text, at: at).scalar : nil
  }

  func scalar(before at: Int) -> Unicode.Scalar? {
    at > lower && at <= upper ? Scalars.decodeBackwards(text, before: at).scalar : nil
  }

  func isLetter(before at: Int) -> Bool { scalar(before: at)?.properties.isAlphabetic ?? false }

  /// The place before any blanks that end at `at`.
  func skipBlanks(before at: Int) -> Int {
    var at = at
    while at > lower, isAny(at - 1, .blank) { at -= 1 }
    return at
  }

  func skipBlanks(from at: Int) -> Int {
    var at = at
    while at < upper, isAny(at, .blank) { at += 1 }
    return at
  }

  /// Whether the stretch lies in the source as it is read here: no tag or entity stands within.
  func isVerbatim(_ start: Int, _ end: Int) -> Bool {
    analysis.document.source(ProseRange(start, end)).count == end - start
  }

  // MARK: Words

  /// Where the letters begin that end at `end`.
  func wordStart(before end: Int) -> Int {
    var at = end
    while at > lower {
      if text[at - 1] < 0x80 {
        guard isAny(at - 1, .letter) else { break }
        at -= 1
      } else {
        let (scalar, length) = Scalars.decodeBackwards(text, before: at)
        guard scalar.properties.isAlphabetic else { break }
        at -= length
      }
    }
    return max(at, lower)
  }

  /// Where the letters end that begin at `start`.
  func wordEnd(from start: Int) -> Int {
    var at = start
    while at < upper {
      if text[at] < 0x80 {
        guard isAny(at, .letter) else { break }
        at += 1
      } else {
        let (scalar, length) = Scalars.decode(text, at: at)
        guard scalar.properties.isAlphabetic else { break }
        at += length
      }
    }
    return min(at, upper)
  }

  func isLowerWord(_ start: Int, _ end: Int) -> Bool {
    start < end && text[start..<end].allSatisfy { $0 &- 0x61 < 26 || $0 >= 0x80 }
  }

  func isCapitalized(_ start: Int, _ end: Int) -> Bool {
    guard start + 1 < end, text[start] &- 0x41 < 26 else { return false }
    return text[start + 1..<end].allSatisfy { $0 &- 0x61 < 26 || $0 >= 0x80 }
  }

  /// Whether the word is in a dictionary, as it stands or in small letters.
  func isKnown(_ start: Int, _ end: Int) -> Bool {
    guard start < end else { return false }
    if analysis.speller.isKnown(UnsafeBufferPointer(rebasing: text[start..<end])) { return true }
    guard text[start] &- 0x41 < 26 else { return false }
    return analysis.speller.isKnown(string(start, end).lowercased())
  }

  /// What the lexicon knows about the word.
  func wordClass(_ start: Int, _ end: Int) -> WordClass {
    guard start < end else { return [] }
    let lexicon = analysis.lexicon
    return lexicon.find(UnsafeBufferPointer(rebasing: text[start..<end])).map(lexicon.classes) ?? []
  }

  // MARK: Stretches

  /// The stretch without blanks around a place.
  func chunk(_ at: Int) -> Range<Int> {
    let near = near(at)
    var start = at
    var end = at
    while start > near.lowerBound, !isGap(start - 1) { start -= 1 }
    while end < near.upperBound, !isGap(end) { end += 1 }
    return start..<end
  }

  /// How far a rule looks from a mark, in bytes: a paragraph is seldom longer, and a text of nothing but marks must not
  /// cost the square of its length.
  private static let reach = 4_000

  /// The part of the block that a rule may search from a place.
  func near(_ at: Int) -> Range<Int> { max(lower, at - Self.reach)..<max(at, min(upper, at + Self.reach)) }

  /// Whether the stretch without blanks looks like a path, an address, a formula or code.
  func isTechnical(_ chunk: Range<Int>) -> Bool {
    text[chunk].contains { byte in
      switch byte {
      case UInt8(ascii: "/"), UInt8(ascii: "\\"), UInt8(ascii: "@"), UInt8(ascii: "_"), UInt8(ascii: "="),
        UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "|"),
        UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "+"),
        UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "%"), Document.placeholder:
        true
      default: false
      }
    }
  }

  /// Whether the block reads like English: one of its small words stands in it, or it is too short to tell.
  func isEnglish() -> Bool { isEnglish(lower, upper, orShorterThan: 6) }

  /// Whether a small word of English stands in the stretch, or it has fewer words than that.
  func isEnglish(_ start: Int, _ end: Int, orShorterThan least: Int = 0) -> Bool {
    var words = 0
    var at = start
    while at < end {
      guard isAny(at, .letter) else {
        at += text[at] < 0x80 ? 1 : Scalars.decode(text, at: at).length
        continue
      }
      let stop = wordEnd(from: at)
      if stop - at > 1, stop - at < 7, wordClass(at, stop).contains(.functionWord), !isShared(at, stop) {
        return true
      }
      words += 1
      at = stop
    }
    return words < least
  }

  /// Small words that other languages write alike.
  private func isShared(_ start: Int, _ end: Int) -> Bool {
    ["a", "as", "me", "on", "an", "so", "in", "no", "i", "am", "was", "do", "he", "or", "it"]
      .contains(string(start, end).lowercased())
  }
}
