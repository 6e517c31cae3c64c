import StetLanguage

/// Counts the tags, words and capitals of the training sentences for the second model file.
struct StatisticsBuilder {
  private var bigrams = [UInt32](repeating: 0, count: 64 * 64)
  private var trigrams: [UInt64: Int] = [:]
  private var words: [UInt64: Int] = [:]
  private var pairs: [UInt64: Int] = [:]
  private var frequencies: [UInt64: Int] = [:]
  private var capitals: [UInt64: (upper: Int, total: Int)] = [:]

  /// Words seen as often as this have their neighbours counted.
  static let frequentWord = 50
  /// Two words seen as often as this are counted beside each other.
  static let veryFrequentWord = 150

  init(_ sentences: [TreebankSentence]) {
    for sentence in sentences {
      for word in sentence.words { words[wordHash(word.form), default: 0] += 1 }
    }
    for sentence in sentences {
      countTags(sentence)
      countNeighbours(sentence)
      countLetters(sentence)
    }
  }

  private mutating func countTags(_ sentence: TreebankSentence) {
    let edge = TransitionModel.boundary
    let tags = [edge] + sentence.words.map { Int($0.tag.penn.rawValue) } + [edge]
    for (left, right) in zip(tags, tags.dropFirst()) { bigrams[left << 6 | right] += 1 }
    for at in 0..<max(0, tags.count - 2) {
      trigrams[TransitionModel.trigramKey(tags[at], tags[at + 1], tags[at + 2]), default: 0] += 1
    }
  }

  private mutating func countNeighbours(_ sentence: TreebankSentence) {
    let edge = TransitionModel.boundary
    let tags = [edge] + sentence.words.map { Int($0.tag.penn.rawValue) } + [edge]
    let hashes = sentence.words.map { wordHash($0.form) }
    for (at, hash) in hashes.enumerated() where (words[hash] ?? 0) >= Self.frequentWord {
      pairs[TransitionModel.key(word: hash), default: 0] += 1
      pairs[TransitionModel.key(left: tags[at], word: hash), default: 0] += 1
      pairs[TransitionModel.key(word: hash, right: tags[at + 2]), default: 0] += 1
      if at + 1 < hashes.count, words[hash] ?? 0 >= Self.veryFrequentWord,
        words[hashes[at + 1]] ?? 0 >= Self.veryFrequentWord
      {
        pairs[TransitionModel.key(hash, hashes[at + 1]), default: 0] += 1
      }
    }
  }

  /// Frequencies of all words; capitals only inside sentences that use them as sentences do.
  private mutating func countLetters(_ sentence: TreebankSentence) {
    let folded = sentence.words.map { $0.form.withUnsafeBufferPointer { FoldedWord($0) } }
    let tokens = folded.map { TaggedWord(word: $0, lexical: .unknown) }
    let casing = tokens.withUnsafeBufferPointer { Casing($0) }
    var isInside = false
    for (word, folded) in zip(sentence.words, folded) {
      guard folded.hasLetter else {
        // After a full stop, a colon, a quotation mark or a bracket a capital may be that of a sentence.
        if ![.comma, .hyphen].contains(word.tag.penn) { isInside = false }
        continue
      }
      if !folded.shape.contains(.hasDigit) { frequencies[folded.hash, default: 0] += 1 }
      if isInside, casing == .sentence {
        capitals[folded.hash, default: (0, 0)].total += 1
        if folded.shape.contains(.startsUpper) { capitals[folded.hash, default: (0, 0)].upper += 1 }
      }
      isInside = true
    }
  }

  /// The whole file.
  func bytes() -> [UInt8] {
    var file = ModelWriter()
    file.add(ModelSection.transitions, bigrams)
    file.add(
      ModelSection.trigrams,
      Self.table(trigrams, bits: StatisticsFile.trigramBits) { UInt32(min($0, 16_383)) })
    file.add(
      ModelSection.lexicalTransitions,
      Self.table(pairs, bits: StatisticsFile.lexicalBits) { UInt32(min($0, 16_383)) })
    file.add(
      ModelSection.frequencies,
      Self.table(frequencies, bits: StatisticsFile.frequencyBits) { UInt32(WordFrequency.step(count: $0)) })
    file.add(
      ModelSection.capitals,
      Self.table(capitals, bits: StatisticsFile.capitalBits) {
        CaseModel.packed(capitals: $0.upper, of: $0.total)
      })
    return file.bytes()
  }

  /// Entries whose value is nil or 0 with nothing else to say are left out.
  private static func table<Count>(
    _ counts: [UInt64: Count], bits: UInt32, _ value: (Count) -> UInt32?
  ) -> [UInt32] {
    var table = CompactTableBuilder(valueBits: bits)
    for (hash, count) in counts.sorted(by: { $0.key < $1.key }) {
      guard let value = value(count), value > 0 else { continue }
      table.add(hash, value)
    }
    return table.slots()
  }
}
