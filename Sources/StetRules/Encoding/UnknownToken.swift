import StetDocument
import StetLanguage
import StetLint

struct UnknownToken: MarkRule, CharacterRule {
  static let metadata = RuleMetadata(
    id: "unk-token", family: .encoding, severity: .error,
    summary: "A sign of a language model in the text, such as “<unk>” or “@-@”", languages: .any)
  static let pairs = [
    BytePair(.less, [.lower, .upper, .blank, .other]), BytePair(.open, .upper),
    BytePair(.at, [.at, .hyphen, .comma, .stop]),
  ]

  /// The blank and the unknown word of SentencePiece.
  static let characters: [ClosedRange<UInt32>] = [0x2047...0x2047, 0x2581...0x2581]

  init(_ lexicon: Lexicon) {}

  func look(
    _ scalar: Unicode.Scalar, _ at: Int, _ end: Int, _ around: ProseWindow, _ found: inout ScanFindings
  ) {
    if scalar.value == 0x2581 {
      guard around.isAny(end, [.letter, .digit]) else { return }
      let right = around.isGap(at - 1) ? "" : " "
      found.add(Self.message("▁"), at, end, replacement: right, .safe)
    } else if around.isGap(at - 1), around.isGap(end) || around.isAny(end, [.comma, .stop]) {
      found.add(Self.message("⁇"), at, end)
    }
  }

  func look(_ at: Int, _ around: ProseWindow, _ found: inout ScanFindings) {
    switch around[at - 1] {
    case UInt8(ascii: "<"): bracketed(at, UInt8(ascii: ">"), around, &found)
    case UInt8(ascii: "["): bracketed(at, UInt8(ascii: "]"), around, &found)
    case UInt8(ascii: "@"): joint(at, around, &found)
    default: break
    }
  }

  /// <|endoftext|>
  private func special(_ at: Int, _ around: ProseWindow, _ found: inout ScanFindings) {
    let end = around.wordEnd(from: at + 1)
    guard end > at + 1, around[end] == UInt8(ascii: "|"), around[end + 1] == UInt8(ascii: ">") else { return }
    found.add(Self.message(around.string(at - 1, end + 2)), at - 1, end + 2)
  }

  /// <unk>, < unk >, </s>, [UNK]
  private func bracketed(_ at: Int, _ closing: UInt8, _ around: ProseWindow, _ found: inout ScanFindings) {
    if around[at] == UInt8(ascii: "|") { return special(at, around, &found) }
    var start = around.skipBlanks(from: at)
    if closing == UInt8(ascii: ">"), around[start] == UInt8(ascii: "/") { start += 1 }
    let end = around.wordEnd(from: start)
    guard end > start, end - start < 5 else { return }
    let name = around.string(start, end)
    let close = around.skipBlanks(from: end)
    guard around[close] == closing else { return }
    let names = closing == UInt8(ascii: ">") ? Self.names : Self.squareNames
    guard names.contains(closing == UInt8(ascii: ">") ? name.lowercased() : name) else { return }
    // A text about HTML struck through may speak of <s>.
    if name == "s", around[at] != UInt8(ascii: "/"), at - 1 > around.lower { return }
    found.add(Self.message(around.string(at - 1, close + 1)), at - 1, close + 1)
  }

  /// “well @-@ known”, “un@@ known”
  private func joint(_ at: Int, _ around: ProseWindow, _ found: inout ScanFindings) {
    if around[at] == UInt8(ascii: "@") {
      let next = around.skipBlanks(from: at + 1)
      guard around.isAny(at - 2, .letter), around.isAny(at + 1, .blank), around.isAny(next, .letter) else {
        return
      }
      let start = around.wordStart(before: at - 1)
      found.add(
        Self.message(around.string(start, around.wordEnd(from: next))), start, around.wordEnd(from: next),
        fixes: [ProposedFix("Join the parts", [(ProseRange(at - 1, next), "")], .safe)])
      return
    }
    guard around.isAny(at + 1, .at) else { return }
    let before = around.skipBlanks(before: at - 1)
    let after = around.skipBlanks(from: at + 2)
    found.add(
      Self.message(around.string(at - 1, at + 2)), at - 1, at + 2,
      fixes: [ProposedFix("Join the parts", [(ProseRange(before, after), around.string(at, at + 1))], .safe)])
  }

  private static let names: Set<String> = [
    "unk", "s", "pad", "bos", "eos", "mask", "cls", "sep", "eod", "eot",
  ]
  private static let squareNames: Set<String> = ["UNK", "PAD", "CLS", "SEP", "MASK", "EOS", "BOS"]

  static func message(_ token: String) -> String {
    "“\(token)” is a sign of the program that made the text. Put what was meant."
  }
}
