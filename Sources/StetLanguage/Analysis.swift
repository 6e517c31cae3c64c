import StetDocument
import StetSpelling
import StetText

/// What is known about one document. Every layer is made on first use and shared by all rules.
///
/// Owned by one task: documents are linted in parallel, the rules of one document in order. A rule binds a
/// layer to a local before its loop; reading a lazy property inside one costs an order of magnitude.
package final class Analysis {
  package let document: Document
  package let words: WordTable
  package let language: Language
  package let speller: Speller
  package var lexicon: Lexicon { language.lexicon }
  /// What the user says the document is.
  private let chosenKind: DocumentKind?
  /// The version that this one follows, while layers may be taken over from it.
  private(set) var lineage: Lineage?

  /// - Parameters:
  ///   - words: the worker's table; it is kept from document to document.
  ///   - speller: the worker's speller.
  ///   - kind: what the document is, whatever its text looks like.
  ///   - before: an analysis of an earlier version of the document. What both have in common is not analysed again;
  ///     the layers are the same as without it.
  package init(
    _ document: Document, words: WordTable, language: Language, speller: Speller, kind: DocumentKind? = nil,
    following before: Analysis? = nil
  ) {
    self.document = document
    self.words = words
    self.language = language
    self.speller = speller
    chosenKind = kind
    lineage = before.flatMap { Lineage($0, document, words, speller) }
  }

  package internal(set) lazy var layer: TokenLayer = findTokens()

  package var tokens: [Token] { layer.tokens }

  /// What the document is: by the user's word, by its front matter, or by its text.
  package private(set) lazy var kind: DocumentKind = chosenKind ?? document.declaredKind ?? findKind()

  /// Indices of the tokens that start with a figure, in order: most sentences have none.
  package private(set) lazy var numbers: [Int] = layer.tokens.indices.filter {
    if case .number = layer.tokens[$0].kind { true } else { false }
  }

  package internal(set) lazy var sentences: [Sentence] = findSentences()

  /// The word class of every token; as many as there are tokens.
  package internal(set) lazy var tags: [TagPair] = tagTokens()

  package internal(set) lazy var quotations: Quotations = document.prose.withUnsafeBufferPointer {
    Quotations(layer, text: $0)
  }

  package private(set) lazy var places: PlaceMentions = PlaceMentions(
    layer, gazetteer: language.gazetteer)

  private(set) lazy var mentionDrafts: MentionDrafts = MentionDrafts(self)

  /// Noun phrases, names, entities.
  package private(set) lazy var mentions: Mentions = Mentions(self)

  /// For each of `quotations.spans` who says it, if the text tells.
  package private(set) lazy var speakers: [Speaker?] = findSpeakers()

  /// What each third-person pronoun may mean, in order.
  package private(set) lazy var antecedents: [Resolution] = findAntecedents()

  /// Marks that running prose seldom has, in order: what is left of markup, slots and tools has them.
  package private(set) lazy var rareMarks: [RareMark] = findRareMarks()

  /// Words in small letters that no dictionary knows, by the number of their tokens, in order.
  package private(set) lazy var unknownWords: [Int] = findUnknownWords()

  /// Lets the earlier version go, when no more layers will be asked for or taken over.
  package func forgetVersionBefore() { lineage = nil }

  /// Offsets in the prose of all characters beyond ASCII within blocks, in order: most text has few, and
  /// the rules on characters look at nothing else.
  package private(set) lazy var beyondASCII: [UInt32] = document.prose.withUnsafeBufferPointer { text in
    var offsets: [UInt32] = []
    let raw = UnsafeRawBufferPointer(text)
    for block in document.blocks {
      var at = block.prose.lower
      let end = block.prose.upper
      while at < end {
        if at + 8 <= end, raw.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
          at += 8
          continue
        }
        if text[at] >= 0xC2 { offsets.append(UInt32(at)) }
        at += 1
      }
    }
    return offsets
  }

  /// From the first byte of a sentence to its last.
  package func range(of sentence: Sentence) -> ProseRange { range(sentence.tokens) }

  private var sharedValues: [ObjectIdentifier: Any] = [:]

  /// What several rules of one family need of this document and no layer holds, by its type; made on first use. The
  /// value must not hold the analysis, or neither would ever go.
  package func shared<Value>(_ make: (Analysis) -> Value) -> Value {
    let key = ObjectIdentifier(Value.self)
    if let known = sharedValues[key] as? Value { return known }
    let value = make(self)
    sharedValues[key] = value
    return value
  }

  /// The same, made from the value of the version before where there is one.
  package func shared<Value>(_ make: (Analysis, _ before: Value?) -> Value) -> Value {
    let before = lineage?.before.sharedValues[ObjectIdentifier(Value.self)] as? Value
    return shared { make($0, before) }
  }

  /// From the first byte of a run of tokens to its last.
  package func range(_ tokens: Range<Int>) -> ProseRange {
    let all = layer.tokens
    guard let last = tokens.last else { return ProseRange(0, 0) }
    return ProseRange(Int(all[tokens.lowerBound].start), Int(all[last].end))
  }

  /// The text of a run of tokens as it stands in the prose, for messages.
  package func string(_ tokens: Range<Int>) -> String { document.string(range(tokens)) }

  package func string(_ token: Token) -> String { document.string(token.range) }

  /// Whether the dictionaries know a token as it is written.
  package func isKnown(_ token: Token) -> Bool {
    document.prose.withUnsafeBufferPointer {
      speller.isKnown(UnsafeBufferPointer(rebasing: $0[token.range.indices]))
    }
  }

  /// Whether a token is exactly one ASCII mark.
  package func isMark(_ token: Token, _ mark: Unicode.Scalar) -> Bool {
    token.length == 1 && UInt32(document.prose[Int(token.start)]) == mark.value
  }

  /// The first token that ends behind an offset of the prose; the number of tokens when there is none.
  package func token(endingAfter offset: Int) -> Int {
    layer.tokens.partitioningIndex { Int($0.end) > offset }
  }

  /// Whether a range of the prose begins within a quotation.
  package func isQuoted(_ range: ProseRange) -> Bool {
    let first = token(endingAfter: range.lower)
    return first < layer.tokens.count && quotations.contains(first)
  }

  /// Whether a capitalised word is an ordinary one with a capital: its form in small letters is known.
  package func isOrdinaryWord(_ token: Token) -> Bool {
    guard token.isWord, token.shape == .capitalized else { return token.isLower }
    return words.bytes(token.key).withUnsafeBufferPointer { speller.isKnown($0) }
  }
}
