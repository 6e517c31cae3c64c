import StetLanguage

/// Trains the tagger: multinomial logistic regression, token by token, with the model's own tags as history.
struct TaggerTrainer {
  struct Options {
    var epochs = 10
    var rate: Float = 0.12
    var penalty: Float = 5e-7
    /// Features seen more seldom are left out.
    var leastCount: Int32 = 2
    /// How often a rare word is taken for an unknown one.
    var maskShare = 0.2
    /// A decision as probable as this teaches nothing more.
    var enough: Float = 0.99
    var seed: UInt64 = 20_240_229
  }

  private struct Example {
    var words: [TaggedWord]
    var gold: [UInt8?]
    var counts: [Int]
  }

  let tagSet: TagSet
  let lexicon: LexiconBuilder
  let options: Options
  private var examples: [Example]
  private let tagger: Tagger
  private var random: SplitMix

  init(_ sentences: [TreebankSentence], tagSet: TagSet, lexicon: LexiconBuilder, options: Options) {
    self.tagSet = tagSet
    self.lexicon = lexicon
    self.options = options
    random = SplitMix(state: options.seed)
    examples = []
    tagger = Tagger(tags: tagSet.tags)
    for sentence in sentences {
      examples.append(example(sentence))
      for (alteration, share) in Self.shares where random.unit() < share {
        examples.append(example(alteration.apply(sentence)))
      }
    }
  }

  private static let shares: [(Alteration, Double)] = [
    (.lower, 0.12), (.title, 0.12), (.upper, 0.06), (.joined, 0.06),
  ]

  private func example(_ sentence: TreebankSentence) -> Example {
    var words: [TaggedWord] = [.boundary, .boundary]
    var counts: [Int] = []
    for word in sentence.words {
      let folded = word.form.withUnsafeBufferPointer { FoldedWord($0) }
      let lexical = lexicon.wordClass(folded.hash, without: tagSet.number(word.tag))
      let token = TaggedWord(word: folded, lexical: lexical)
      words.append(lexical.tags == 0 ? token.masked() : token)
      counts.append(lexicon.count(folded.hash))
    }
    return Example(
      words: words + [.boundary, .boundary], gold: sentence.words.map { tagSet.number($0.tag) },
      counts: counts)
  }

  /// Trains and returns the features' hashes with their weights. `report` is called after each epoch.
  mutating func train(report: (_ epoch: Int, _ accuracy: Double, _ features: Int) -> Void) -> (
    hashes: [UInt64], weights: WeightMatrix
  ) {
    let index = countFeatures()
    let matrix = WeightMatrix(rows: index.count, penalty: options.penalty)
    let found = UnsafeMutablePointer<Int32>.allocate(capacity: TaggingFeatures.capacity)
    let scores = UnsafeMutablePointer<Float>.allocate(capacity: WeightMatrix.width)
    scores.initialize(repeating: 0, count: WeightMatrix.width)
    defer {
      found.deallocate()
      scores.deallocate()
    }
    var order = Array(examples.indices)
    var step: Int32 = 0
    for epoch in 0..<options.epochs {
      order.shuffle(using: &random)
      let progress = Float(epoch) / Float(options.epochs)
      let rate = options.rate * (1 - 0.9 * progress)
      var right = 0
      var total = 0
      for number in order {
        var example = examples[number]
        maskRareWords(&example)
        lookAhead(&example)
        walk(example, goldHistory: epoch == 0) { features, at, choices in
          var known = 0
          for hash in features {
            let number = index.number(hash)
            guard number >= 0 else { continue }
            found[known] = number
            known += 1
          }
          let active = UnsafeBufferPointer(start: found, count: known)
          matrix.score(active, into: scores)
          softmax(scores, among: choices)
          let best = Self.argmax(scores, among: choices)
          step += 1
          guard let gold = example.gold[at], choices & (1 << UInt64(gold)) != 0 else { return best }
          total += 1
          if gold == best { right += 1 }
          if scores[Int(gold)] < options.enough {
            scores[Int(gold)] -= 1
            matrix.update(active, gradient: scores, rate: rate, step: step)
          }
          return best
        }
      }
      if epoch == options.epochs - 1 { matrix.settle(rate: rate, step: step) }
      report(epoch + 1, Double(right) / Double(max(total, 1)), index.count)
    }
    return (index.hashes(), matrix)
  }

  private mutating func maskRareWords(_ example: inout Example) {
    for at in example.counts.indices where example.counts[at] < 12 && !example.words[at + 2].isMasked {
      if random.unit() < options.maskShare {
        example.words[at + 2] = example.words[at + 2].masked()
      }
    }
  }

  private func lookAhead(_ example: inout Example) {
    let count = example.gold.count
    example.words.withUnsafeMutableBufferPointer { words in
      if let base = words.baseAddress { tagger.lookAhead(base, count) }
    }
  }

  private func countFeatures() -> FeatureIndex {
    var index = FeatureIndex(capacityBits: 25)
    for var example in examples {
      lookAhead(&example)
      walk(example, goldHistory: true) { features, at, _ in
        for hash in features { index.tally(hash) }
        return example.gold[at] ?? 0
      }
    }
    return index.numbered(least: options.leastCount)
  }

  /// Calls `decide` for each token that needs a decision; it returns the tag that becomes history.
  private func walk(
    _ example: Example, goldHistory: Bool,
    _ decide: (UnsafeBufferPointer<UInt64>, Int, UInt64) -> UInt8
  ) {
    let count = example.gold.count
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: TaggingFeatures.capacity) { features in
      example.words.withUnsafeBufferPointer { words in
        guard let base = words.baseAddress, let out = features.baseAddress else { return }
        let casing = Casing(UnsafeBufferPointer(rebasing: words[2..<count + 2]))
        var history = TaggingHistory()
        for at in 0..<count {
          let token = words[at + 2]
          let choices = tagger.candidates(token, isFirst: history.isFirst, casing: casing)
          var tag: UInt8
          if Tagger.isDecided(token, choices) {
            tag = token.lexical.best
          } else {
            let n = TaggingFeatures.write(base, at: at + 2, history, casing: casing, into: out)
            tag = decide(UnsafeBufferPointer(rebasing: features[..<n]), at, choices)
            if goldHistory, let gold = example.gold[at] { tag = gold }
          }
          history.push(tag, token, verbal: tagger.verbalTags)
        }
      }
    }
  }

  private static func argmax(_ values: UnsafePointer<Float>, among choices: UInt64) -> UInt8 {
    var best = choices.trailingZeroBitCount
    var left = choices & (choices &- 1)
    while left != 0 {
      let tag = left.trailingZeroBitCount
      if values[tag] > values[best] { best = tag }
      left &= left - 1
    }
    return UInt8(best)
  }
}
