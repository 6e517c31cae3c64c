import StetDocument
import StetLanguage
import StetText

extension PatternSet {
  /// Walks all tokens once and tries the patterns that each token may belong to.
  func scan(_ machine: inout PatternMachine, _ analysis: Analysis, _ found: inout [PatternMatch]) {
    index.starts.withUnsafeBufferPointer { starts in
      index.entries.withUnsafeBufferPointer { entries in
        let known = starts.count - 1
        for (number, sentence) in machine.sentences.enumerated() where looks(at: sentence, machine) {
          for at in sentence.tokens {
            let key = machine.tokens[at].key.index
            guard key < known else { continue }
            for entry in Int(starts[key])..<Int(starts[key + 1]) {
              attempt(entries[entry], at, number, &machine, analysis, &found)
            }
          }
        }
      }
    }
    guard !index.unkeyed.isEmpty else { return }
    for (number, sentence) in machine.sentences.enumerated() where looks(at: sentence, machine) {
      for at in sentence.tokens {
        for (test, entry) in index.unkeyed where machine.passes(test, at) {
          attempt(entry, at, number, &machine, analysis, &found)
        }
      }
    }
  }

  /// Whether any rule can hold in the block of a sentence.
  private func looks(at sentence: Sentence, _ machine: PatternMachine) -> Bool {
    guard let ends else { return true }
    return sentence.block < ends.first || sentence.block >= machine.blocks.count - ends.last
  }

  private func attempt(
    _ entry: AnchorIndex.Entry, _ at: Int, _ number: Int, _ machine: inout PatternMachine,
    _ analysis: Analysis, _ found: inout [PatternMatch]
  ) {
    let block = machine.blocks[machine.sentences[number].block]
    let first = max(block.lowerBound, at - Int(entry.farthest))
    let last = at - Int(entry.nearest)
    guard first <= last else { return }
    let pattern = Int(entry.pattern)
    var sentence = number
    for start in stride(from: last, through: first, by: -1) {
      while machine.sentences[sentence].first > start { sentence -= 1 }
      guard let match = machine.match(Int(entry.program), at: start, sentence: sentence) else {
        continue
      }
      guard isPlaced(match.mark, pattern, sentence, machine, analysis) else { continue }
      guard !isExcepted(match.tokens, pattern, block, &machine) else { continue }
      found.append(PatternMatch(pattern: pattern, tokens: match.tokens, mark: match.mark))
    }
  }

  private func isPlaced(
    _ mark: Range<Int>, _ pattern: Int, _ sentence: Int, _ machine: PatternMachine, _ analysis: Analysis
  ) -> Bool {
    let place = definitions[patterns[pattern].rule].place
    let block = machine.sentences[sentence].block
    let blocks = analysis.document.blocks
    guard place.blocks.contains(blocks[block].kind) else { return false }
    if place.kinds.count < DocumentKind.allCases.count {
      guard place.kinds.contains(analysis.kind) else { return false }
    }
    if place.firstBlocks != nil || place.lastBlocks != nil {
      guard block < place.firstBlocks ?? 0 || block >= blocks.count - (place.lastBlocks ?? 0) else {
        return false
      }
    }
    if !place.allowsMarkup {
      guard blocks[block].level == 0, analysis.document.map.isEditable(blocks[block].prose) else {
        return false
      }
    }
    switch place.quoted {
    case .any: return true
    case .inside: return analysis.quotations.contains(mark.lowerBound)
    case .outside: return !analysis.quotations.contains(mark.lowerBound)
    }
  }

  /// Whether an exception of the rule matches somewhere that overlaps the match.
  private func isExcepted(
    _ match: Range<Int>, _ pattern: Int, _ block: Range<Int>, _ machine: inout PatternMachine
  ) -> Bool {
    for exception in exceptions[patterns[pattern].rule] {
      let first = max(block.lowerBound, match.lowerBound - exception.longest + 1)
      var sentence = self.sentence(holding: first, machine)
      for start in first..<match.upperBound {
        while machine.sentences[sentence].end <= start { sentence += 1 }
        guard let other = machine.match(exception.entry, at: start, sentence: sentence) else { continue }
        if other.tokens.overlaps(match) { return true }
      }
    }
    return false
  }

  private func sentence(holding token: Int, _ machine: PatternMachine) -> Int {
    max(0, machine.sentences.partitioningIndex { $0.first > token } - 1)
  }
}
