import StetDocument
import StetLanguage
import StetLint

struct Homoglyph: CharacterRule {
  static let metadata = RuleMetadata(
    id: "homoglyph", family: .encoding, severity: .error,
    summary: "A letter of another alphabet that looks like a Latin one", aliases: ["confusable-letter"])
  static let characters = LetterMix.characters

  init(_ lexicon: Lexicon) {}

  func look(
    _ scalar: Unicode.Scalar, _ at: Int, _ end: Int, _ around: ProseWindow, _ found: inout ScanFindings
  ) {
    guard let word = LetterMix(at, around), let meant = word.meant(around) else { return }
    let code = String(scalar.value, radix: 16, uppercase: true)
    found.add(
      "“\(around.string(word.start, word.end))” holds U+0\(code), a letter of another alphabet that looks like a Latin "
        + "one. Write “\(meant)”.", word.start, word.end,
      fixes: [.replace(ProseRange(word.start, word.end), with: meant, .safe)])
  }
}

struct MixedScriptWord: CharacterRule {
  static let metadata = RuleMetadata(
    id: "mixed-script-word", family: .encoding, severity: .error,
    summary: "A word that mixes Latin letters with those of another alphabet")
  static let characters = LetterMix.characters

  init(_ lexicon: Lexicon) {}

  func look(
    _ scalar: Unicode.Scalar, _ at: Int, _ end: Int, _ around: ProseWindow, _ found: inout ScanFindings
  ) {
    // Greek letters stand beside Latin ones in the terms of all sciences.
    guard let word = LetterMix(at, around), word.latin > 0, !word.scripts.contains(.greek),
      word.meant(around) == nil
    else { return }
    found.add(
      "“\(around.string(word.start, word.end))” mixes letters of two alphabets. Write it in one.", word.start,
      word.end)
  }
}

/// A word with letters that are not Latin, seen at the first of them.
struct LetterMix {
  static let characters: [ClosedRange<UInt32>] = [
    0x370...0x373, 0x376...0x37F, 0x386...0x3FF, 0x400...0x481, 0x48A...0x52F, 0x531...0x587, 0x13A0...0x13F5,
  ]

  let start: Int
  let end: Int
  private(set) var latin = 0
  private(set) var scripts: Set<Script> = []
  /// With Latin letters in place of those that look like them; nil when one looks like none.
  private(set) var mapped: String?
  private let isMapped: Bool

  init?(_ at: Int, _ around: ProseWindow) {
    start = around.wordStart(before: at)
    end = around.wordEnd(from: at)
    // Seen at the first letter that is not Latin.
    var place = start
    while place < at {
      let (scalar, length) = Scalars.decode(around.text, at: place)
      guard case .latin = Script(scalar) else { return nil }
      place += length
    }
    var mapped = String.UnicodeScalarView()
    var isMapped = true
    place = start
    while place < end {
      let (scalar, length) = Scalars.decode(around.text, at: place)
      let script = Script(scalar)
      if script == .latin {
        latin += 1
        mapped.append(scalar)
      } else {
        scripts.insert(script)
        if let letter = Confusable.latin(scalar) { mapped.append(letter) } else { isMapped = false }
      }
      place += length
    }
    self.isMapped = isMapped
    self.mapped = isMapped ? String(mapped) : nil
    guard !scripts.isEmpty, !scripts.contains(.other) else { return nil }
  }

  /// The Latin word that must be meant.
  func meant(_ around: ProseWindow) -> String? {
    guard let mapped, hasOrdinaryShape(mapped) else { return nil }
    let isKnown =
      around.analysis.speller.isKnown(mapped) || around.analysis.speller.isKnown(mapped.lowercased())
    if latin == 0 { return isKnown && standsInEnglish(around, mapped) ? mapped : nil }
    // “αSyn” and “ρc” are terms of science.
    guard scripts.contains(.greek) else { return mapped }
    return isKnown && mapped.utf8.count > 2 || latin > 2 ? mapped : nil
  }

  /// small, Capital or CAPITALS
  private func hasOrdinaryShape(_ word: String) -> Bool {
    let letters = word.unicodeScalars.dropFirst()
    let lower = letters.allSatisfy { !$0.properties.isUppercase }
    let upper = word.unicodeScalars.allSatisfy { !$0.properties.isLowercase }
    return lower || upper
  }

  /// A word all of whose letters only look Latin, in the midst of small Latin letters and not quoted.
  private func standsInEnglish(_ around: ProseWindow, _ word: String) -> Bool {
    let isShort = word.utf8.count < 4
    // “the angle α”: a Greek letter alone is a sign.
    if isShort, scripts.contains(.greek) || !["a", "i", "as", "so", "he", "the"].contains(word.lowercased()) {
      return false
    }
    guard around.isAny(end, .blank) else { return false }
    let next = around.skipBlanks(from: end)
    let before = around.skipBlanks(before: start)
    let startsSentence = before == around.lower || around.isAny(before - 1, [.stop, .outcry])
    guard around.isAny(next, .lower),
      startsSentence || (before < start && around.isAny(before - 1, [.lower, .comma]))
    else { return false }
    return !["letter", "character", "letters", "alphabet", "word"].contains {
      around.string(around.lower, around.upper).contains($0)
    }
  }
}
