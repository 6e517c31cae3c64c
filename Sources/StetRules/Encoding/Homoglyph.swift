import StetDocument
import StetLanguage
import StetLint

struct Homoglyph: CharacterRule {
  static let metadata = RuleMetadata(
    id: "homoglyph", family: .encoding, severity: .error,
    summary: "A letter of another alphabet that looks like a Latin one", aliases: ["confusable-letter"],
    languages: .any)
  /// With the two letters of phonetics that look like a and g.
  static let characters = LetterMix.characters + [0x251...0x251, 0x261...0x261]

  init(_ lexicon: Lexicon) {}

  func look(
    _ scalar: Unicode.Scalar, _ at: Int, _ end: Int, _ around: ProseWindow, _ found: inout ScanFindings
  ) {
    if Script(scalar) == .latin {
      phonetic(at, around, &found)
    } else if let word = LetterMix(at, around), let meant = word.meant(around) {
      add(scalar, word.start, word.end, meant, around, &found)
    }
  }

  /// “ɡovernment”, but not [ɡeɪt].
  private func phonetic(_ at: Int, _ around: ProseWindow, _ found: inout ScanFindings) {
    let start = around.wordStart(before: at)
    let end = around.wordEnd(from: at)
    guard !around.isAny(start - 1, [.open, .other]), !around.isAny(end, [.close, .other]) else { return }
    let word = around.string(start, end)
    let letters = word.unicodeScalars
    let first = letters.first { $0.value >= 0x80 }
    guard let first, letters.allSatisfy({ $0.value < 0x80 || $0 == "ɑ" || $0 == "ɡ" }), letters.count > 2,
      Scalars.decode(around.text, at: at).scalar == first,
      around.string(start, at).unicodeScalars.allSatisfy({ $0.value < 0x80 })
    else { return }
    let meant = String(word.map { $0 == "ɑ" ? "a" : $0 == "ɡ" ? "g" : $0 })
    guard around.analysis.speller.isKnown(meant) else { return }
    add(first, start, end, meant, around, &found)
  }

  private func add(
    _ scalar: Unicode.Scalar, _ start: Int, _ end: Int, _ meant: String, _ around: ProseWindow,
    _ found: inout ScanFindings
  ) {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let code = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    found.add(
      "“\(around.string(start, end))” holds U+\(code), a letter of another alphabet that looks like a Latin "
        + "one. Write “\(meant)”.", start, end,
      fixes: [.replace(ProseRange(start, end), with: meant, .safe)])
  }
}

struct MixedScriptWord: CharacterRule {
  static let metadata = RuleMetadata(
    id: "mixed-script-word", family: .encoding, severity: .error,
    summary: "A word that mixes Latin letters with those of another alphabet", languages: .any)
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
