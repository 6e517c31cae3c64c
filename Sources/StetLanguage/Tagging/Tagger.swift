import StetText

/// Gives every token of a sentence its word class: a linear model over hashed features, greedy from left to
/// right, with a lexicon that closes the choice for frequent words.
///
/// Tokens must be cut as in Universal Dependencies: clitics apart ("do" "n't", "Niger" "'s"), compounds at the
/// hyphen. `CliticSplit` says where a word is to be cut. Whole hyphenated compounds are understood as well.
package struct Tagger: Sendable {
  package static let modelPath = "Dictionaries/en/tagger.bin"

  package let lexicon: WordClassTable
  /// The model's tags; at most 63, numbered as in the lexicon.
  package let tags: [TagPair]
  let table: FeatureTable
  let openTags: UInt64
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
}
