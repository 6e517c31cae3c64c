import StetDocument
import StetLanguage
import StetText

/// A version of a document with all that was found in it, from which the next version is linted: what an edit does
/// not reach is not looked at again. The results are those of a run from scratch.
package final class Revision {
  package let analysis: Analysis
  package let result: LintResult
  /// What each check found, in no order.
  package let entries: [[Report.Entry]]

  /// - Parameters:
  ///   - analysis: made to follow that of `before`, if there is one.
  ///   - before: must come from the same linter.
  ///   - reach: how far a check looks; for those who want to know whether it is true.
  package init(
    _ analysis: Analysis, _ linter: Linter, after before: Revision? = nil,
    reach: (any Check) -> Reach = { $0.reach }
  ) {
    self.analysis = analysis
    if let before, let edited = EditedBlocks(analysis, after: before.analysis) {
      entries = linter.checks.indices.map { number in
        let check = linter.checks[number]
        guard linter.runs(number) else { return [] }
        switch reach(check) {
        case .document: return Linter.entries(check, analysis)
        case .block: return edited.merge(Linter.entries(check, edited.window), into: before.entries[number])
        }
      }
    } else {
      entries = linter.entries(analysis)
    }
    result = linter.diagnostics(entries, analysis)
    analysis.forgetVersionBefore()
  }
}

/// The blocks of a version in which checks of narrow reach may find something else than before, and where they lie in
/// both sources.
private struct EditedBlocks {
  /// Those blocks with the blocks around them.
  let window: Analysis
  private let old: Range<Int>
  private let new: Range<Int>

  /// nil when everything must be looked at again.
  init?(_ analysis: Analysis, after before: Analysis) {
    guard let changed = analysis.changedBlocks, analysis.kind == before.kind else { return nil }
    let count = analysis.document.blocks.count
    let oldCount = before.document.blocks.count
    let edited = Self.widened(changed, analysis.layer.blocks)
    guard edited.count * 2 < count else { return nil }
    window = analysis.window(Self.widened(edited, analysis.layer.blocks))
    new = Self.source(edited, analysis.document)
    old = Self.source(edited.lowerBound..<edited.upperBound + oldCount - count, before.document)
  }

  /// One more block on either side, and so many that a check that counts words does not see where the window ends.
  private static func widened(_ range: Range<Int>, _ blocks: [Range<Int>]) -> Range<Int> {
    var (first, end) = (range.lowerBound, range.upperBound)
    var words = 0
    while first > 0, first == range.lowerBound || words < reach {
      first -= 1
      words += blocks[first].count
    }
    words = 0
    while end < blocks.count, end == range.upperBound || words < reach {
      words += blocks[end].count
      end += 1
    }
    return first..<end
  }

  /// Words; a dozen is promised.
  private static let reach = 16

  /// From the head of the first block to the head of the one behind the last.
  private static func source(_ blocks: Range<Int>, _ document: Document) -> Range<Int> {
    func head(_ block: Int) -> Int { document.source(document.blocks[block].prose).lower }
    let start = blocks.lowerBound == 0 ? 0 : head(blocks.lowerBound)
    return start..<(blocks.upperBound < document.blocks.count ? head(blocks.upperBound) : .max)
  }

  /// What a check found here, between what it found before and behind in the old version.
  func merge(_ found: [Report.Entry], into before: [Report.Entry]) -> [Report.Entry] {
    var merged = before.filter { $0.finding.range.lower < old.lowerBound }
    merged += found.filter { new.contains($0.finding.range.lower) }
    let shift = old.upperBound == .max ? 0 : new.upperBound - old.upperBound
    for entry in before where entry.finding.range.lower >= old.upperBound {
      merged.append(Report.Entry(rule: entry.rule, finding: entry.finding.moved(by: shift)))
    }
    return merged
  }
}

extension Finding {
  fileprivate func moved(by shift: Int) -> Finding {
    Finding(
      range: range.moved(by: shift), message: message,
      related: related.map { Related(range: $0.range.moved(by: shift), message: $0.message) },
      fixes: fixes.map { fix in
        let edits = fix.edits.map { Edit(range: $0.range.moved(by: shift), replacement: $0.replacement) }
        return Fix(title: fix.title, edits: edits, applicability: fix.applicability)
      })
  }
}

extension ByteRange {
  fileprivate func moved(by shift: Int) -> ByteRange { ByteRange(lower + shift, upper + shift) }
}
