import StetDocument
import StetLanguage
import StetLint

/// All rules on single marks and characters in one pass over the prose. Tables say for each pair of neighbouring
/// bytes, and for each character beyond ASCII, which rules look closer; at nearly all places that is none.
package struct ProseScan: Check {
  package let rules: [RuleMetadata]
  private let marks: [(any MarkRule)?]
  private let characters: [(any CharacterRule)?]
  private let pairs: PairTable
  private let table: CharacterTable

  package init(_ lexicon: Lexicon) {
    let types = Self.types
    rules = types.map { $0.metadata }
    precondition(types.count <= 64, "a rule is a bit of the tables")
    let looks = types.map { $0.init(lexicon) }
    marks = looks.map(\.markRule)
    characters = looks.map(\.characterRule)
    pairs = PairTable(
      marks.enumerated().compactMap { rule, look in look.map { (rule, type(of: $0).pairs) } })
    table = CharacterTable(
      characters.enumerated().compactMap { rule, look in look.map { (rule, type(of: $0).characters) } })
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let document = analysis.document
    let beyond = analysis.beyondASCII
    var summary = ScanSummary(rules, once: Self.types.map { $0.reportsOnce })
    var next = 0
    document.prose.withUnsafeBufferPointer { text in
      pairs.rules.withUnsafeBufferPointer { pairs in
        for block in document.blocks {
          let window = ProseWindow(
            analysis: analysis, text: text, kind: block.kind, lower: block.prose.lower,
            upper: block.prose.upper)
          var found = ScanFindings()
          scanMarks(window, pairs, &found)
          while next < beyond.count, Int(beyond[next]) < window.upper {
            scanCharacter(Int(beyond[next]), window, &found)
            next += 1
          }
          if !found.items.isEmpty { summary.add(found.items, to: &report) }
        }
      }
    }
    summary.finish(&report)
  }

  private func scanMarks(
    _ window: ProseWindow, _ table: UnsafeBufferPointer<UInt64>, _ found: inout ScanFindings
  ) {
    let text = window.text
    let numbers = ByteClasses.numbers
    var row = 0
    for at in window.lower..<window.upper {
      let number = Int(numbers[Int(text[at])])
      let due = table[row &+ number]
      if due != 0 { look(due, at, window, &found) }
      row = number &* ByteClasses.count
    }
    let due = table[row]
    if due != 0 { look(due, window.upper, window, &found) }
  }

  @inline(never)
  private func look(_ due: UInt64, _ at: Int, _ window: ProseWindow, _ found: inout ScanFindings) {
    var due = due
    while due != 0 {
      let rule = due.trailingZeroBitCount
      due &= due - 1
      found.rule = rule
      marks[rule]?.look(at, window, &found)
    }
  }

  private func scanCharacter(_ at: Int, _ window: ProseWindow, _ found: inout ScanFindings) {
    let (scalar, length) = Scalars.decode(window.text, at: at)
    var due = table.rules(at: scalar)
    while due != 0 {
      let rule = due.trailingZeroBitCount
      due &= due - 1
      found.rule = rule
      characters[rule]?.look(scalar, at, at + length, window, &found)
    }
  }
}
