import StetDocument
import StetLanguage
import StetLint

struct FullwidthCharacter: CharacterRule {
  static let metadata = RuleMetadata(
    id: "fullwidth-character", family: .encoding, severity: .error,
    summary: "A letter, figure or mark in the full width of East Asian text", languages: .any)
  static let characters: [ClosedRange<UInt32>] = [0x3000...0x3000, 0xFF01...0xFF5E]

  init(_ lexicon: Lexicon) {}

  func look(
    _ scalar: Unicode.Scalar, _ at: Int, _ end: Int, _ around: ProseWindow, _ found: inout ScanFindings
  ) {
    // A run is one finding.
    if let before = around.scalar(before: at), Self.plain(before) != nil { return }
    var stop = at
    var plain = ""
    while let next = around.scalar(at: stop), let character = Self.plain(next) {
      plain.unicodeScalars.append(character)
      stop += UTF8.width(next)
    }
    guard !isEastAsian(at, stop, around) else { return }
    plain = spaced(plain, at, stop, around)
    let shown = around.string(at, stop)
    found.add(
      scalar == "\u{3000}"
        ? "An ideographic space, U+3000, stands here. Set an ordinary space."
        : "“\(shown)” has the width of East Asian text. Write “\(plain.filter { $0 != " " || plain.count < 2 })”.",
      at, stop,
      replacement: plain, .safe)
  }

  /// The ASCII character of the same meaning; nil for what is not full width.
  static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if scalar.value == 0x3000 { return " " }
    guard (0xFF01...0xFF5E).contains(scalar.value) else { return nil }
    return Unicode.Scalar(scalar.value - 0xFEE0)
  }

  /// Beside East Asian text its own width is right.
  private func isEastAsian(_ start: Int, _ end: Int, _ around: ProseWindow) -> Bool {
    let before = around.skipBlanks(before: start)
    let after = around.skipBlanks(from: end)
    return [around.scalar(before: before), around.scalar(at: after)].contains { scalar in
      scalar.map { Script.isEastAsian($0) } ?? false
    }
  }

  /// East Asian marks carry their own space.
  private func spaced(_ plain: String, _ start: Int, _ end: Int, _ around: ProseWindow) -> String {
    let isWord = around.isAny(end, [.letter, .digit])
    if plain == " " { return around.isGap(start - 1) || around.isGap(end) ? "" : " " }
    guard plain.count == 1, let mark = plain.first else { return plain }
    if ",.;:?!)".contains(mark), isWord, !(around.isAny(start - 1, .digit) && around.isAny(end, .digit)) {
      return plain + " "
    }
    if mark == "(", !around.isGap(start - 1) { return " " + plain }
    return plain
  }
}
