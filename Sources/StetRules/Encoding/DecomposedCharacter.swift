import StetDocument
import StetLanguage
import StetLint

struct DecomposedCharacter: CharacterRule {
  static let metadata = RuleMetadata(
    id: "decomposed-character", family: .encoding, severity: .warning,
    summary: "A letter and its accent as two characters where one exists", aliases: ["not-nfc"],
    languages: .any)
  static let characters: [ClosedRange<UInt32>] = [0x300...0x36F]
  static let reportsOnce = true

  init(_ lexicon: Lexicon) {}

  func look(
    _ scalar: Unicode.Scalar, _ at: Int, _ end: Int, _ around: ProseWindow, _ found: inout ScanFindings
  ) {
    guard let base = around.scalar(before: at), !isCombining(base), Script(base) == .latin else { return }
    var stop = at
    var composed = String.UnicodeScalarView([base])
    var last = base
    while let mark = around.scalar(at: stop), isCombining(mark) {
      if let letter = Self.compose(last, mark) {
        composed.removeLast()
        composed.append(letter)
        last = letter
      } else {
        composed.append(mark)
      }
      stop += UTF8.width(mark)
    }
    guard last != base else { return }
    let start = at - UTF8.width(base)
    found.add(
      "“\(String(composed))” is written as a letter and an accent. Write it as one character, so that a search finds "
        + "it.", start, stop, replacement: String(composed), .safe)
  }

  private func isCombining(_ scalar: Unicode.Scalar) -> Bool { (0x300...0x36F).contains(scalar.value) }

  private static func compose(_ base: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    var pair = String.UnicodeScalarView([base])
    pair.append(mark)
    let text = String(pair)
    return text.count == 1 ? text.first.flatMap { composed[$0] } : nil
  }

  /// The Latin letters that exist as one character. Characters are compared by canonical equivalence, so that a
  /// letter with its accent finds itself.
  private static let composed: [Character: Unicode.Scalar] = {
    var letters: [Character: Unicode.Scalar] = [:]
    for value in Array(0xC0...0x24F) + Array(0x1E00...0x1EFF) {
      if let scalar = Unicode.Scalar(UInt32(value)) { letters[Character(scalar)] = scalar }
    }
    return letters
  }()
}
