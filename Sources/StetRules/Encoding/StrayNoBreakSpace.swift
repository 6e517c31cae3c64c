import StetDocument
import StetLanguage
import StetLint
import StetText

package struct StrayNoBreakSpace: Rule {
  package static let metadata = RuleMetadata(
    id: "stray-no-break-space", family: .encoding, severity: .warning,
    summary: "A no-break space at the end of a paragraph or beside another space", aliases: ["trailing-nbsp"])

  package init(_ lexicon: Lexicon) {}

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let document = analysis.document
    let prose = document.prose
    var covered = 0
    var places: [(range: ProseRange, message: String, right: String)] = []
    for offset in analysis.beyondASCII {
      let at = Int(offset)
      guard at >= covered, isNoBreakSpace(prose, at), let block = block(at, document.blocks) else { continue }
      // The whole run of blanks around it.
      var start = at
      while start > block.lower, isBlank(prose[start - 1]) { start -= 1 }
      var end = at
      while end < block.upper {
        if isBlank(prose[end]) { end += 1 } else if isNoBreakSpace(prose, end) { end += 2 } else { break }
      }
      covered = end
      let range = ProseRange(start, end)
      let source = document.source(range)
      // Written as an entity, it is meant.
      guard source.count == range.count else { continue }
      if end == block.upper {
        places.append((range, Self.trailing, ""))
      } else if start == block.lower {
        places.append((range, Self.leading, ""))
      } else if end - start > 2 {
        places.append((range, Self.beside, " "))
      }
    }
    // One finding a document: an export that leaves one leaves dozens.
    guard let first = places.first else { return }
    let fix = ProposedFix("Delete the stray spaces", places.map { ($0.range, $0.right) }, .safe)
    report.add(
      first.message + (places.count > 1 ? Self.others(places.count - 1) : ""), at: first.range,
      related: places.dropFirst().map { ($0.range, "here too") }, fixes: [fix])
  }

  private func isNoBreakSpace(_ prose: [UInt8], _ at: Int) -> Bool {
    prose[at] == 0xC2 && at + 1 < prose.count && prose[at + 1] == 0xA0
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private func block(_ at: Int, _ blocks: [Block]) -> ProseRange? {
    let low = blocks.partitioningIndex { $0.prose.upper > at }
    return low < blocks.count && blocks[low].prose.contains(at) ? blocks[low].prose : nil
  }
}

extension StrayNoBreakSpace {
  static let trailing = "A no-break space stands at the end of the paragraph. Delete it."
  static let leading = "A no-break space stands at the head of the paragraph. Delete it."
  static func others(_ count: Int) -> String {
    count == 1 ? " One more place has the same fault." : " \(count) more places have the same fault."
  }

  static let beside = "A no-break space stands beside another space. Leave one space."
}
