import StetDocument
import StetLanguage

/// Where a text writes two words as one, with a hyphen or apart: “airbase”, “air-base”, “air base”.
struct CompoundForms: Sendable {
  private enum Style: Int { case closed, hyphenated, open }

  /// Two words side by side, or a word with a hyphen in it.
  private struct Pair {
    var first: Int
    var end: Int
    var style: Style
    /// As one word, without a plural's “s”.
    var joined: [UInt8]
  }

  init(_ lexicon: Lexicon) {}

  /// The ways in which a text writes each compound that it writes in more than one, by first appearance.
  func variants(_ analysis: Analysis) -> [[TermVariant]] {
    let blocks = analysis.runningText()
    let seen = signatures(blocks, analysis)
    var pairs: [[UInt8]: [Pair]] = [:]
    var order: [[UInt8]] = []
    for pair in candidates(blocks, seen, analysis) {
      if pairs[pair.joined] == nil { order.append(pair.joined) }
      pairs[pair.joined, default: []].append(pair)
    }
    guard !order.isEmpty else { return [] }
    addClosed(&pairs, blocks, analysis)
    return order.compactMap { pairs[$0].flatMap { variants(of: $0, analysis) } }
  }

  /// Marks of all words that could be the other form of a pair; most pairs find none and cost nothing more.
  private func signatures(_ blocks: [Range<Int>], _ analysis: Analysis) -> Signatures {
    let tokens = analysis.layer.tokens
    var seen = Signatures()
    analysis.document.prose.withUnsafeBufferPointer { prose in
      for block in blocks {
        for at in block where tokens[at].isLower && tokens[at].isWord && tokens[at].length > 2 {
          let word = Self.stem(prose, tokens[at])
          if word.count > 5 { seen.insert(word, word) }
          guard at + 2 < block.upperBound, Self.isHyphenated(at, tokens, prose) else { continue }
          seen.insert(word, Self.stem(prose, tokens[at + 2]), joinedFrom: Int(tokens[at].length))
        }
      }
    }
    return seen
  }

  /// Pairs with another form somewhere, as far as the marks tell, and words with a hyphen of their own.
  private func candidates(
    _ blocks: [Range<Int>], _ seen: Signatures, _ analysis: Analysis
  ) -> [Pair] {
    let tokens = analysis.layer.tokens
    let lexicon = analysis.lexicon
    var found: [Pair] = []
    analysis.document.prose.withUnsafeBufferPointer { prose in
      for block in blocks {
        for at in block where tokens[at].isWord && tokens[at].isLower && tokens[at].length > 2 {
          let token = tokens[at]
          if token.length > 5, token.spaceBefore || at == block.lowerBound,
            let joined = withoutHyphen(prose, token)
          {
            found.append(Pair(first: at, end: at + 1, style: .hyphenated, joined: joined))
            continue
          }
          let isHyphenated = at + 2 < block.upperBound && Self.isHyphenated(at, tokens, prose)
          let next = isHyphenated ? at + 2 : at + 1
          guard next < block.upperBound, tokens[next].isWord, tokens[next].isLower, tokens[next].length > 2,
            isHyphenated || tokens[next].spaceBefore
          else { continue }
          let second = Self.stem(prose, tokens[next])
          guard seen.contains(Self.whole(prose, token), second), !lexicon.has(token.key, .functionWord) else {
            continue
          }
          if !isHyphenated, lexicon.has(tokens[next].key, [.functionWord, .preposition]) { continue }
          if isPart(at, next, block, tokens, prose) { continue }
          found.append(
            Pair(
              first: at, end: next + 1, style: isHyphenated ? .hyphenated : .open,
              joined: Array(Self.whole(prose, token)) + Array(second)))
        }
      }
    }
    return found
  }

  private func addClosed(
    _ pairs: inout [[UInt8]: [Pair]], _ blocks: [Range<Int>], _ analysis: Analysis
  ) {
    let tokens = analysis.layer.tokens
    var wanted = WordSet()
    for joined in pairs.keys {
      for word in [joined, joined + [UInt8(ascii: "s")]] {
        if let key = word.withUnsafeBufferPointer({ analysis.words.find($0) }) { wanted.insert(key) }
      }
    }
    analysis.document.prose.withUnsafeBufferPointer { prose in
      for block in blocks {
        for at in block where tokens[at].isLower && wanted.contains(tokens[at].key) {
          let joined = Array(Self.stem(prose, tokens[at]))
          guard pairs[joined] != nil, !isPart(at, at, block, tokens, prose) else { continue }
          pairs[joined, default: []].append(
            Pair(first: at, end: at + 1, style: .closed, joined: joined))
        }
      }
    }
  }

  /// The forms of one compound that say the same: as nouns, and a hyphen before another noun apart, where it is
  /// right beside an open form: “climate-change policy” and “climate change”.
  private func variants(of pairs: [Pair], _ analysis: Analysis) -> [TermVariant]? {
    guard Set(pairs.map(\.style)).count > 1 else { return nil }
    let tags = analysis.tags
    let quotations = analysis.quotations
    let hasClosed = pairs.contains { $0.style == .closed }
    let usable = pairs.filter { pair in
      if quotations.contains(pair.first) { return false }
      let isNoun = tags[pair.end - 1].universal == .noun
      switch pair.style {
      case .closed: return isNoun || !pairs.contains { $0.style == .open }
      case .hyphenated: return hasClosed || (isNoun && !isAttributive(pair, analysis))
      case .open:
        let first = tags[pair.first].universal
        return isNoun && (first == .noun || (hasClosed && first == .adjective))
          && (hasClosed || !isAttributive(pair, analysis))
      }
    }
    let styles = Dictionary(grouping: usable) { $0.style.rawValue }
    guard styles.count > 1 else { return nil }
    return styles.keys.sorted().compactMap { style in
      guard let group = styles[style], let first = group.first else { return nil }
      let places = group.map { analysis.range($0.first..<$0.end) }
      return TermVariant(
        family: String(decoding: first.joined, as: UTF8.self),
        form: analysis.string(first.first..<first.end), places: places)
    }
  }

  /// Directly before the noun that it goes with.
  private func isAttributive(_ pair: Pair, _ analysis: Analysis) -> Bool {
    let tokens = analysis.layer.tokens
    guard pair.end < tokens.count, tokens[pair.end].isWord, tokens[pair.end].spaceBefore else {
      return pair.end < tokens.count && analysis.isMark(tokens[pair.end], "-")
    }
    switch analysis.tags[pair.end].universal {
    case .noun, .properNoun, .adjective: return true
    default: return false
    }
  }

  /// Whether more words are joined to it: state-of-the-art.
  private func isPart(
    _ first: Int, _ last: Int, _ block: Range<Int>, _ tokens: [Token], _ prose: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    func isJoint(_ at: Int) -> Bool {
      guard block.contains(at), !tokens[at].isWord else { return false }
      let byte = prose[Int(tokens[at].start)]
      return byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "_")
        || byte == UInt8(ascii: "@") || byte == UInt8(ascii: "#")
    }
    return (!tokens[first].spaceBefore && isJoint(first - 1))
      || (last + 1 < block.upperBound && !tokens[last + 1].spaceBefore && isJoint(last + 1))
  }

  static func isHyphenated(_ at: Int, _ tokens: [Token], _ prose: UnsafeBufferPointer<UInt8>) -> Bool {
    let (hyphen, next) = (tokens[at + 1], tokens[at + 2])
    return hyphen.length == 1 && prose[Int(hyphen.start)] == UInt8(ascii: "-") && !hyphen.spaceBefore
      && next.isWord && next.isLower && next.length > 2 && !next.spaceBefore
  }

  /// e-mail and co-operation are one token; “re-” is left alone, since re-sign is not resign.
  private func withoutHyphen(_ prose: UnsafeBufferPointer<UInt8>, _ token: Token) -> [UInt8]? {
    let word = Self.stem(prose, token)
    guard let hyphen = word.firstIndex(of: UInt8(ascii: "-")),
      word.lastIndex(of: UInt8(ascii: "-")) == hyphen,
      !(word[word.startIndex] == UInt8(ascii: "r") && hyphen == word.startIndex + 2)
    else { return nil }
    return Array(word[..<hyphen]) + Array(word[(hyphen + 1)...])
  }

  private static func whole(
    _ prose: UnsafeBufferPointer<UInt8>, _ token: Token
  ) -> Slice<UnsafeBufferPointer<UInt8>> {
    prose[token.range.indices]
  }

  /// Without the “s” of a plural.
  static func stem(
    _ prose: UnsafeBufferPointer<UInt8>, _ token: Token
  ) -> Slice<UnsafeBufferPointer<UInt8>> {
    let word = prose[token.range.indices]
    let s = UInt8(ascii: "s")
    guard word.count > 3, word[word.endIndex - 1] == s, word[word.endIndex - 2] != s else { return word }
    return word.dropLast()
  }
}

/// A set of words by their length and their first and last two letters, which may hold a word that was never put
/// in: 4,096 bits.
private struct Signatures {
  private var bits = [UInt64](repeating: 0, count: 64)

  mutating func insert(_ head: Slice<UnsafeBufferPointer<UInt8>>, _ tail: Slice<UnsafeBufferPointer<UInt8>>) {
    insert(Self.hash(head, tail, head.count))
  }

  mutating func insert(
    _ head: Slice<UnsafeBufferPointer<UInt8>>, _ tail: Slice<UnsafeBufferPointer<UInt8>>,
    joinedFrom count: Int
  ) {
    insert(Self.hash(head, tail, count + tail.count))
  }

  private mutating func insert(_ hash: Int) { bits[hash >> 6] |= 1 << UInt64(hash & 63) }

  /// Whether `head` and `tail` written as one word may be in the set.
  func contains(_ head: Slice<UnsafeBufferPointer<UInt8>>, _ tail: Slice<UnsafeBufferPointer<UInt8>>) -> Bool
  {
    let hash = Self.hash(head, tail, head.count + tail.count)
    return bits[hash >> 6] & (1 << UInt64(hash & 63)) != 0
  }

  private static func hash(
    _ head: Slice<UnsafeBufferPointer<UInt8>>, _ tail: Slice<UnsafeBufferPointer<UInt8>>, _ count: Int
  ) -> Int {
    var hash = UInt32(truncatingIfNeeded: count)
    func mix(_ byte: UInt8) { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    mix(head[head.startIndex])
    mix(head[head.startIndex + 1])
    mix(tail[tail.endIndex - 2])
    mix(tail[tail.endIndex - 1])
    return Int(hash >> 20)
  }
}
