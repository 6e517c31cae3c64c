import StetDocument
import StetLanguage
import StetLint

/// A shortened month without a day, which agencies write out.
package struct MonthShortened: Rule {
  package static let metadata = RuleMetadata(
    id: "month-shortened", family: .numbers, severity: .note,
    summary: "A shortened month without a day: in Feb. 2024", packs: [.strict])
  package let reach = Reach.block

  private static let months = [
    ("jan", "January"), ("feb", "February"), ("aug", "August"), ("sept", "September"), ("sep", "September"),
    ("oct", "October"), ("nov", "November"), ("dec", "December"),
  ]

  private let months: [WordKey: String]
  /// Words that a month follows without a day.
  private let openers: WordSet

  package init(_ lexicon: Lexicon) {
    var months: [WordKey: String] = [:]
    for (short, long) in Self.months {
      months[lexicon.key(short)] = long
      months[lexicon.key(short + ".")] = long
    }
    self.months = months
    openers = WordSet("in since until by last next early late mid", lexicon)
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let tokens = analysis.layer.tokens
    let prose = analysis.document.prose
    for block in analysis.layer.blocks {
      for at in block where tokens[at].isCapitalized && tokens[at].length <= 5 {
        guard let month = months[tokens[at].key], at > block.lowerBound else { continue }
        let isStop = { (index: Int) in
          block.contains(index) && tokens[index].length == 1
            && prose[Int(tokens[index].start)] == UInt8(ascii: ".")
        }
        let next = isStop(at + 1) ? at + 2 : at + 1
        let before = tokens[at - 1]
        var isYear = false
        var isDay = false
        if block.contains(next), case .number = tokens[next].kind {
          isYear =
            tokens[next].length == 4 && prose[tokens[next].range.indices].allSatisfy { $0 &- 0x30 < 10 }
          isDay = !isYear
        }
        if case .number = before.kind { continue }
        guard isYear || openers.contains(before.key) && !isDay else { continue }
        guard !analysis.quotations.contains(at) else { continue }
        // A stop before a small letter or a year belongs to the month, else it ends the sentence.
        let ownsStop = next > at + 1 && block.contains(next) && (tokens[next].isLower || isYear)
        let range = analysis.range(at..<(ownsStop ? at + 2 : at + 1))
        report.add(
          Self.message(analysis.document.string(range), month), at: range,
          fixes: [.replace(range, with: month, .safe)])
      }
    }
  }
}

extension MonthShortened {
  static func message(_ short: String, _ month: String) -> String {
    "Without a day the month is written out: “\(month)” in place of “\(short)”."
  }
}
