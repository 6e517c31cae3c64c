import StetDocument
import StetLanguage
import StetLint

package struct UntranslatedFragment: Rule {
  package static let metadata = RuleMetadata(
    id: "untranslated-fragment", family: .residue, severity: .warning,
    summary: "Words left in another language", aliases: ["untranslated"])

  private let passages: ForeignPassages
  private let surroundings: ForeignSurroundings

  package init(_ lexicon: Lexicon) {
    passages = ForeignPassages(lexicon)
    surroundings = ForeignSurroundings(lexicon)
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let runs = ScriptRuns.runs(analysis)
    if !runs.isEmpty, Self.isEnglish(runs, analysis) {
      for run in runs where isLeft(run, analysis) {
        report.add(Self.message(analysis.document.string(run.range)), at: run.range)
      }
    }
    // What follows an excused passage in its paragraph is the rest of it.
    var excused: Int?
    for passage in passages.passages(analysis) {
      let block = analysis.layer.block(of: passage.lowerBound)
      if passage.count > 1, block == excused { continue }
      if surroundings.excuses(passage, analysis) {
        if passage.count > 1 { excused = block }
        continue
      }
      report.add(Self.message(analysis.string(passage)), at: analysis.range(passage))
    }
  }

  /// A text of which more than three tenths are in other scripts is no English one.
  private static func isEnglish(_ runs: [ScriptRun], _ analysis: Analysis) -> Bool {
    let foreign = runs.reduce(0) { $0 + $1.range.count }
    return foreign * 10 < analysis.document.prose.count * 3 || analysis.document.prose.count < 400
  }

  private func isLeft(_ run: ScriptRun, _ analysis: Analysis) -> Bool {
    // α, Ω and ΑΦΑ are signs.
    let prose = analysis.document.prose
    let lead = prose[run.range.lower]
    let isGreek = lead == 0xCD || lead == 0xCE || lead == 0xCF
    let isCyrillic = lead == 0xD0 || lead == 0xD1
    guard run.letters >= (isGreek ? 4 : isCyrillic ? 3 : 2), !Self.touchesLatin(run.range, prose) else {
      return false
    }
    return !surroundings.excuses(run.range, analysis)
  }

  /// A letter of another script inside a Latin word is a confused letter, not a word.
  private static func touchesLatin(_ range: ProseRange, _ prose: [UInt8]) -> Bool {
    func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 &- 0x61 < 26 }
    return range.lower > 0 && isLetter(prose[range.lower - 1])
      || range.upper < prose.count && isLetter(prose[range.upper])
  }
}

extension UntranslatedFragment {
  static func message(_ text: String) -> String {
    let short = text.count > 60 ? text.prefix(57) + "…" : Substring(text)
    return "“\(short)” is not English. Translate it, or say what it means."
  }
}
