/// `sequence`: words by their classes and forms, one behind the other in a sentence.
struct TokenSequence: BlockCheck {
  struct Step: Sendable {
    /// The whole word.
    var word: Pattern?
    /// Found in the Penn tag: `NN` is also `NNS`.
    var tag: Pattern?
    /// The universal tag.
    var universal: String?
    var isNegated = false
    /// Words that may stand before it.
    var skip = 0
    /// Whether the report is about this word alone.
    var isTarget = false
  }

  let steps: [Step]
  /// A match that begins within one of these stands.
  let exceptions: [Pattern]
  let alternatives: [Alternative]
  var wantsAllBlocks: Bool { alternatives.isEmpty }
  var readsSentences: Bool { true }

  func check(_ block: TextBlock, candidates: [Int], _ run: DocumentRun) {
    let excepted = block.text.withUnsafeBufferPointer { text in
      exceptions.flatMap { run.matcher.all($0, in: text) }
    }
    for sentence in run.language.tagged(block) {
      var at = 0
      while at < sentence.count {
        var places = [Int?](repeating: nil, count: steps.count)
        guard let end = match(0, sentence, at, isFirst: true, &places, run.matcher) else {
          at += 1
          continue
        }
        let all = places.compactMap { $0 }
        let targets = steps.indices.filter { steps[$0].isTarget }.compactMap { places[$0] }
        let reported = targets.isEmpty ? all : targets
        if let first = reported.min(), let last = reported.max() {
          let range = sentence[first].range.lowerBound..<sentence[last].range.upperBound
          if !excepted.contains(where: { $0.contains(range.lowerBound) }) {
            let words = (all.min() ?? first)...(all.max() ?? last)
            run.report(block, range, words: words.map { sentence[$0].text })
          }
        }
        at = max(at + 1, end)
      }
    }
    run.noteExhaustion()
  }

  /// - Parameters:
  ///   - step: the step to match.
  ///   - at: the first word that it may be.
  /// - Returns: the word after the last one, nil when the rest does not match.
  private func match(
    _ step: Int, _ words: [BlockLanguage.Word], _ at: Int, isFirst: Bool, _ places: inout [Int?],
    _ matcher: Matcher
  ) -> Int? {
    guard step < steps.count else { return at }
    let own = steps[step]
    // Beyond the edges of the sentence there is no word, and so not the wrong one.
    if own.isNegated {
      if step == 0, at == 0, let end = match(1, words, 0, isFirst: true, &places, matcher) { return end }
      if at >= words.count { return match(step + 1, words, at, isFirst: false, &places, matcher) }
    }
    let most = isFirst ? 0 : own.skip
    for place in at...(at + most) where place < words.count {
      guard fits(own, words[place], matcher) != own.isNegated else {
        if own.isNegated { return nil }
        continue
      }
      // What must not be there is not part of what is found.
      places[step] = own.isNegated ? nil : place
      if let end = match(step + 1, words, place + 1, isFirst: false, &places, matcher) { return end }
      places[step] = nil
    }
    return nil
  }

  private func fits(_ step: Step, _ word: BlockLanguage.Word, _ matcher: Matcher) -> Bool {
    if let pattern = step.word, !matcher.matches(pattern, word.text) { return false }
    if let tag = step.tag, !matcher.matches(tag, word.tag) { return false }
    if let universal = step.universal, universal != word.universal { return false }
    return true
  }
}
