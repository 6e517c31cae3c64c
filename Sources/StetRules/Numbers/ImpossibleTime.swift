import StetDocument
import StetLanguage
import StetLint

package struct ImpossibleTime: Rule {
  package static let metadata = RuleMetadata(
    id: "impossible-time", family: .numbers, severity: .warning,
    summary: "A time of day that no clock shows: 25:10 GMT, 14:30 p.m. too")

  private let morning: WordSet
  private let afternoon: WordSet
  private let zones: WordSet

  package init(_ lexicon: Lexicon) {
    morning = WordSet("a.m. a.m am", lexicon)
    afternoon = WordSet("p.m. p.m pm", lexicon)
    zones = WordSet("gmt utc cet cest bst est edt pst pdt ist msk jst hours hrs o'clock", lexicon)
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let tokens = analysis.layer.tokens
    let figures = Figures(analysis)
    for at in analysis.numbers where at + 1 < tokens.count && tokens[at].length <= 5 {
      let next = tokens[at + 1]
      let half = morning.contains(next.key) || afternoon.contains(next.key)
      guard half || zones.contains(next.key), let time = Self.time(Array(figures.bytes(tokens[at]))) else {
        continue
      }
      if !half, time.minute == nil { continue }
      // “2: 15 AM”: the hour stands before the colon.
      if at > 0, figures.isByte(tokens[at - 1], UInt8(ascii: ":")) { continue }
      let range = analysis.range(at..<at + 2)
      let text = analysis.document.string(range)
      if time.hour > 24 || time.minute ?? 0 > 59 {
        // 800 a.m. and 2300 hours are written without a mark; 65 hours are a length of time.
        guard time.minute != nil || !half else { continue }
        report.add(Self.impossible(text), at: range)
      } else if half, time.hour > 12 {
        let figure = analysis.string(tokens[at])
        let isRight = afternoon.contains(next.key) && time.hour < 24
        report.add(
          Self.twice(text), at: range,
          fixes: isRight && time.minute != nil ? [.replace(range, with: figure, .review)] : [])
      }
    }
  }

  /// 14:30, 14.30 or 14.
  private static func time(_ bytes: [UInt8]) -> (hour: Int, minute: Int?)? {
    let parts = bytes.split(omittingEmptySubsequences: false) { $0 == 0x3A || $0 == 0x2E }
    guard let first = parts.first, first.count <= 2, let hour = Figures.integer(first) else { return nil }
    if parts.count == 1 { return (hour, nil) }
    guard parts.count == 2, parts[1].count == 2, let minute = Figures.integer(parts[1]) else { return nil }
    return (hour, minute)
  }
}

extension ImpossibleTime {
  static func impossible(_ text: String) -> String { "“\(text)” is no time of day. Look it up." }

  static func twice(_ text: String) -> String {
    "“\(text)” counts the hours to 24 and names the half of the day. Keep one of the two."
  }
}
