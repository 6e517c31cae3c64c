import StetDocument
import StetLanguage
import StetLint

struct PercentEncoding: MarkRule {
  static let metadata = RuleMetadata(
    id: "percent-encoding", family: .encoding, severity: .warning,
    summary: "Words encoded for a web address, such as “New%20York”", languages: .any)
  static let pairs = [BytePair(.percent, [.digit, .letter])]

  init(_ lexicon: Lexicon) {}

  func look(_ at: Int, _ around: ProseWindow, _ found: inout ScanFindings) {
    let chunk = around.chunk(at)
    // Once for a stretch, at its first sign.
    guard around.text[chunk.lowerBound..<at - 1].contains(UInt8(ascii: "%")) == false,
      chunk.allSatisfy({ isPlain($0, around) }), around.isAny(at - 2, .letter) || around.isAny(at - 1, .edge),
      let decoded = decode(chunk, around),
      decoded.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0 != "\u{FFFD}" })
    else { return }
    let range = ProseRange(chunk.lowerBound, chunk.upperBound)
    let text = around.string(range.lower, range.upper)
    found.add(
      "“\(text)” is “\(decoded)”, encoded for a web address. Put that back.", range.lower, range.upper,
      replacement: decoded, .review)
  }

  /// No part of an address or a file name.
  private func isPlain(_ at: Int, _ around: ProseWindow) -> Bool {
    around.isAny(at, [.letter, .digit, .percent, .apostrophe, .hyphen])
      || (around.isAny(at, [.comma, .stop]) && around.isGap(at + 1))
  }

  private func decode(_ chunk: Range<Int>, _ around: ProseWindow) -> String? {
    var bytes: [UInt8] = []
    var at = chunk.lowerBound
    while at < chunk.upperBound {
      guard around.isAny(at, .percent) else {
        bytes.append(around[at])
        at += 1
        continue
      }
      guard at + 2 < chunk.upperBound, let value = UInt8(around.string(at + 1, at + 3), radix: 16) else {
        return nil
      }
      bytes.append(value)
      at += 3
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
