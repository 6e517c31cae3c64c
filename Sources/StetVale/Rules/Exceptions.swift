/// What a rule lets stand: its own `exceptions` and the accepted words of the vocabulary.
struct Exceptions: Sendable {
  /// Found anywhere in a match.
  private let pattern: LazyPattern?
  /// Those of several words, looked for in the text around.
  private let phrases: LazyPattern?
  let words: [String]

  /// - Parameter phrases: whether a match within an accepted phrase stands.
  init(_ words: [String], phrases wantsPhrases: Bool = false) throws(TokenFault) {
    self.words = words
    guard !words.isEmpty else {
      pattern = nil
      phrases = nil
      return
    }
    // The longest first, so that a phrase wins over its first word; case counts unless a word says otherwise.
    let sorted = words.sorted { $0.utf8.count > $1.utf8.count }
    var nodes: [PatternNode] = []
    for word in sorted {
      let node: PatternNode
      do { node = try PatternParser.parse(word) } catch {
        throw TokenFault(token: word, message: error.message)
      }
      nodes.append(.group(opening: "(?:", captures: false, node))
    }
    pattern = LazyPattern(Self.bounded(nodes), ignoresCase: false)
    do {
      try pattern?.check()
    } catch {
      throw TokenFault(token: sorted[0], message: error.message)
    }
    let long = zip(sorted, nodes).filter { $0.0.contains(" ") || $0.0.contains("\t") || $0.0.contains("\\s") }
    phrases =
      wantsPhrases && !long.isEmpty ? LazyPattern(Self.bounded(long.map(\.1)), ignoresCase: true) : nil
  }

  var isEmpty: Bool { pattern == nil }

  private static func bounded(_ nodes: [PatternNode]) -> PatternNode {
    .sequence([
      .assertion("\\b"), .group(opening: "(?:", captures: false, .alternatives(nodes)), .assertion("\\b"),
    ])
  }

  func match(_ text: String, _ matcher: Matcher) -> Bool {
    guard let pattern = pattern?.pattern else { return false }
    return matcher.matches(pattern, text)
  }

  /// Whether a range lies within an accepted phrase.
  func hold(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>, _ matcher: Matcher) -> Bool {
    guard let phrases = phrases?.pattern else { return false }
    return matcher.all(phrases, in: text).contains {
      $0.lowerBound <= range.lowerBound && $0.upperBound >= range.upperBound
    }
  }
}
