#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How usual a sequence of Penn tags is, and how usual a word is beside a tag or another word: counts from the
/// treebanks' training parts.
///
/// A tagger bends a stray token into a plausible tag; the lexical counts do not let it: "there" after a
/// possessive pronoun stays unseen whatever the tagger says.
package struct TransitionModel: @unchecked Sendable {
  /// Number that stands for the start and the end of a sentence among the tags.
  package static let boundary = 62

  private let bigrams: UnsafeRawBufferPointer
  private let trigrams: CompactTable
  private let lexical: CompactTable
  private let unigrams: [Double]
  /// Words counted, without sentence boundaries.
  package let total: Int

  /// The model that the program carries.
  package init() { self.init(StatisticsFile.embedded) }

  package init(_ file: ModelFile) {
    bigrams = file.section(ModelSection.transitions)
    trigrams = CompactTable(
      file.section(ModelSection.trigrams), valueBits: StatisticsFile.trigramBits)
    lexical = CompactTable(
      file.section(ModelSection.lexicalTransitions), valueBits: StatisticsFile.lexicalBits)
    var unigrams = [Double](repeating: 0, count: 64)
    for index in 0..<bigrams.count / 4 {
      unigrams[index >> 6] += Double(bigrams.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self))
    }
    self.unigrams = unigrams
    total = Int(unigrams.reduce(0, +) - unigrams[Self.boundary])
  }

  // MARK: Counts. nil stands for the boundary of a sentence.

  package func count(_ tag: PennTag?) -> Int { Int(unigrams[Self.index(tag)]) }

  package func count(_ left: PennTag?, _ right: PennTag?) -> Int {
    guard !bigrams.isEmpty else { return 0 }
    let at = Self.index(left) << 6 | Self.index(right)
    return Int(bigrams.loadUnaligned(fromByteOffset: at * 4, as: UInt32.self))
  }

  /// Counts above 16,383 are given as 16,383.
  package func count(_ first: PennTag?, _ second: PennTag?, _ third: PennTag?) -> Int {
    Int(trigrams.value(Self.trigramKey(Self.index(first), Self.index(second), Self.index(third))) ?? 0)
  }

  // MARK: Probabilities

  /// −ln P(tag), whatever stands beside it.
  package func rarity(of tag: PennTag?) -> Double {
    -log((Double(count(tag)) + 0.5) / Double(max(1, total)))
  }

  /// −ln P(right | left), interpolated with the share of `right` alone.
  package func rarity(of pair: (PennTag?, PennTag?)) -> Double {
    -log(probability(pair.1, after: pair.0))
  }

  /// −ln P(third | first, second), interpolated with shorter contexts (weights as in TnT: Brants, 2000).
  package func rarity(of triple: (PennTag?, PennTag?, PennTag?)) -> Double {
    let context = Double(count(triple.0, triple.1))
    let shorter = probability(triple.2, after: triple.1)
    guard context > 0 else { return -log(shorter) }
    let full = Double(count(triple.0, triple.1, triple.2)) / context
    // The more often the context was seen, the more its own counts weigh (Witten and Bell, 1991, simplified).
    let weight = context / (context + 25)
    return -log(weight * full + (1 - weight) * shorter)
  }

  private func probability(_ right: PennTag?, after left: PennTag?) -> Double {
    let all = Double(total) + unigrams[Self.boundary]
    let alone = (Double(count(right)) + 0.5) / (all + 32)
    let context = Double(count(left))
    let weight = context / (context + 25)
    return weight * Double(count(left, right)) / max(context, 1) + (1 - weight) * alone
  }

  private static func index(_ tag: PennTag?) -> Int { tag.map { Int($0.rawValue) } ?? boundary }

  /// Key of a trigram in its table; the numbers are raw values of tags or `boundary`.
  package static func trigramKey(_ a: Int, _ b: Int, _ c: Int) -> UInt64 {
    combinedHash(UInt64(a), UInt64(b), UInt64(c) + 1)
  }
}

/// Counts of frequent words beside tags and beside each other.
extension TransitionModel {
  /// How often two neighbours were seen, and how often they would be if they did not care for each other.
  package struct Association: Hashable, Sendable {
    package var seen: Int
    package var expected: Double

    /// ln(expected / seen), with half an occurrence added to both: above 0 when the neighbours avoid each
    /// other. 3 is a factor of 20.
    package var avoidance: Double { log((expected + 0.5) / (Double(seen) + 0.5)) }
  }

  /// A tag and the word to its right; nil for a word seen less than 50 times.
  package func association(
    _ left: PennTag?, _ word: UnsafeBufferPointer<UInt8>
  ) -> Association? {
    let hash = FoldedWord(word).hash
    guard let times = wordCount(hash) else { return nil }
    let seen = lexical.value(Self.key(left: Self.index(left), word: hash)) ?? 0
    return Association(seen: Int(seen), expected: unigrams[Self.index(left)] * times / Double(total))
  }

  /// A word and the tag to its right; nil for a word seen less than 50 times.
  package func association(
    _ word: UnsafeBufferPointer<UInt8>, _ right: PennTag?
  ) -> Association? {
    let hash = FoldedWord(word).hash
    guard let times = wordCount(hash) else { return nil }
    let seen = lexical.value(Self.key(word: hash, right: Self.index(right))) ?? 0
    return Association(seen: Int(seen), expected: unigrams[Self.index(right)] * times / Double(total))
  }

  /// Two words; nil when one of them was seen less than 150 times.
  package func association(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Association? {
    let (a, b) = (FoldedWord(left).hash, FoldedWord(right).hash)
    guard let first = wordCount(a), let second = wordCount(b), min(first, second) >= 150 else { return nil }
    let seen = lexical.value(Self.key(a, b)) ?? 0
    return Association(seen: Int(seen), expected: first * second / Double(total))
  }

  private func wordCount(_ hash: UInt64) -> Double? {
    lexical.value(Self.key(word: hash)).map { Double($0) }
  }

  package static func key(word: UInt64) -> UInt64 { combinedHash(word, 1) }
  package static func key(left: Int, word: UInt64) -> UInt64 { combinedHash(word, 2, UInt64(left)) }
  package static func key(word: UInt64, right: Int) -> UInt64 { combinedHash(word, 3, UInt64(right)) }
  package static func key(_ left: UInt64, _ right: UInt64) -> UInt64 { combinedHash(left, 4, right) }
}
