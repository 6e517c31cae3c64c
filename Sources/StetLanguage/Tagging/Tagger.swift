import StetText

/// Gives every token of a sentence its word class: a linear model over hashed features, greedy from left to
/// right, with a lexicon that closes the choice for frequent words.
///
/// Tokens must be cut as in Universal Dependencies: clitics apart ("do" "n't", "Niger" "'s"), compounds at the
/// hyphen. `CliticSplit` says where a word is to be cut. Whole hyphenated compounds are understood as well.
package struct Tagger: Sendable {
  package static let modelPath: StaticString = "Dictionaries/en/tagger.bin"

  package let lexicon: WordClassTable
  /// The model's tags; at most 63, numbered as in the lexicon.
  package let tags: [TagPair]
  private let table: FeatureTable
  private let openTags: UInt64
  /// Tags that any word with a capital may have.
  private let nameTags: UInt64
  package let verbalTags: UInt64
  private let finiteTags: UInt64

  /// The tagger that the program carries. Takes microseconds: nothing is copied.
  package init() {
    guard let file = ModelFile(embedded: Self.modelPath) else {
      self.init(tags: [], file: nil)
      return
    }
    self.init(file)
  }

  package init(_ file: ModelFile) {
    let bytes = file.section(ModelSection.tags)
    var tags: [TagPair] = []
    for index in 0..<bytes.count / 2 {
      let universal = UniversalTag(rawValue: bytes[index * 2]) ?? .other
      let penn = PennTag(rawValue: bytes[index * 2 + 1]) ?? .other
      tags.append(TagPair(universal, penn))
    }
    self.init(tags: tags, file: file)
  }

  /// Tags without weights, as they stand before training.
  package init(tags: [TagPair]) {
    self.init(tags: tags, file: nil)
  }

  private init(tags: [TagPair], file: ModelFile?) {
    let empty = ModelFile.empty
    self.tags = tags
    lexicon = WordClassTable(file ?? empty)
    table = FeatureTable(file ?? empty)
    openTags = tags.isEmpty ? 0 : UInt64.max >> UInt64(64 - tags.count)
    nameTags = Self.numbers(of: tags) { $0 == TagPair(.properNoun, .singularProperNoun) }
    verbalTags = Self.numbers(of: tags) { $0.isVerbal }
    finiteTags = Self.numbers(of: tags) { $0.isVerbal && $0.isFiniteVerb }
  }

  private static func numbers(of tags: [TagPair], _ condition: (TagPair) -> Bool) -> UInt64 {
    tags.indices.reduce(0) { condition(tags[$1]) ? $0 | 1 << UInt64($1) : $0 }
  }

  /// Notes for each of `count` tokens which finite verb may follow it.
  @inline(__always)
  package func lookAhead(_ words: UnsafeMutablePointer<TaggedWord>, _ count: Int) {
    // A sentence that ends with a full stop wants a finite verb more than a heading does.
    let mark = words[count + 1].word.tail & 0xFF
    let isClosed = mark == 0x2E || mark == 0x3F || mark == 0x21
    var next = isClosed ? TaggingFeatures.startTag - 1 : TaggingFeatures.startTag
    for at in stride(from: count + 1, through: 2, by: -1) {
      words[at].nextFinite = next
      let best = words[at].lexical.best
      if best < 64, finiteTags >> UInt64(best) & 1 != 0 { next = best }
    }
  }

  /// The tags among which the model chooses for a token.
  @inline(__always)
  package func candidates(_ token: TaggedWord, isFirst: Bool, casing: Casing) -> UInt64 {
    guard token.lexical.isClosed, !token.isMasked else { return openTags }
    guard token.word.shape.contains(.startsUpper), !isFirst, casing == .sentence else {
      return token.lexical.tags
    }
    return token.lexical.tags | nameTags
  }

  /// Whether the lexicon alone decides.
  @inline(__always)
  package static func isDecided(_ token: TaggedWord, _ choices: UInt64) -> Bool {
    choices & (choices &- 1) == 0 || token.lexical.isCertain && choices == token.lexical.tags
  }

  /// Replaces `result` by the word classes of a sentence's tokens.
  ///
  /// - Parameter words: the byte ranges of the tokens in `text`, in order.
  package func tag(
    sentence words: some RandomAccessCollection<ByteRange>, in text: UnsafeBufferPointer<UInt8>,
    into result: inout [TagPair]
  ) {
    result.removeAll(keepingCapacity: true)
    guard !words.isEmpty, !tags.isEmpty else { return }
    let count = words.count
    withUnsafeTemporaryAllocation(of: TaggedWord.self, capacity: count + 4) { tokens in
      guard let base = tokens.baseAddress else { return }
      for at in [0, 1, count + 2, count + 3] { (base + at).initialize(to: .boundary) }
      var at = 2
      for range in words {
        let word = FoldedWord(UnsafeBufferPointer(rebasing: text[range.indices]))
        (base + at).initialize(to: TaggedWord(word: word, lexical: lexicon.find(word.hash)))
        at += 1
      }
      lookAhead(base, count)
      decode(base, count) { result.append(tags[Int($0)]) }
    }
  }

  /// Greedy decoding of `count` tokens that lie between two boundary tokens on either side.
  @inline(__always)
  package func decode(_ words: UnsafePointer<TaggedWord>, _ count: Int, _ take: (UInt8) -> Void) {
    let casing = Casing(UnsafeBufferPointer(start: words + 2, count: count))
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: TaggingFeatures.capacity * 2) { features in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: 64) { scores in
        guard let features = features.baseAddress, let scores = scores.baseAddress else { return }
        var history = TaggingHistory()
        for at in 2..<count + 2 {
          let choices = candidates(words[at], isFirst: history.isFirst, casing: casing)
          var best: UInt8
          if Self.isDecided(words[at], choices) {
            best = words[at].lexical.best
          } else {
            let n = TaggingFeatures.write(words, at: at, history, casing: casing, into: features)
            table.score(features, n, room: features + TaggingFeatures.capacity, into: scores)
            best = Self.argmax(scores, among: choices)
          }
          take(best)
          history.push(best, words[at], verbal: verbalTags)
        }
      }
    }
  }

  @inline(__always)
  private static func argmax(_ scores: UnsafePointer<Int32>, among choices: UInt64) -> UInt8 {
    var left = choices
    var best = UInt8(truncatingIfNeeded: left.trailingZeroBitCount)
    var top = scores[Int(best)]
    left &= left &- 1
    while left != 0 {
      let tag = left.trailingZeroBitCount
      if scores[tag] > top {
        top = scores[tag]
        best = UInt8(truncatingIfNeeded: tag)
      }
      left &= left &- 1
    }
    return best
  }
}
