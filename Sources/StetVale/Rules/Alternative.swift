/// One of the patterns of a rule, with the words that let it be passed by.
struct Alternative: Sendable {
  var pattern: LazyPattern
  /// Lower-case words of which every match holds one; nil: it must be asked about every block.
  var literals: [[UInt8]]?

  init(_ node: PatternNode, ignoresCase: Bool) {
    pattern = LazyPattern(node, ignoresCase: ignoresCase)
    literals = RequiredLiterals.of(node)
  }
}

/// Patterns of which the first that matches at a place counts, as if they stood in one `(?:a|b|c)`.
///
/// They are kept apart so that only those are asked whose words a block holds: of a style's three thousand words and
/// phrases a paragraph holds some ten.
struct AlternativeSet: Sendable {
  var alternatives: [Alternative] = []

  /// Calls with every match, none within another, and the number of its alternative.
  ///
  /// - Parameter candidates: the alternatives that may match, ascending.
  func forEachMatch(
    _ candidates: [Int], in text: UnsafeBufferPointer<UInt8>, _ matcher: Matcher,
    _ body: (Range<Int>, Int) -> Void
  ) {
    var open: [(alternative: Int, pattern: Pattern, next: Range<Int>)] = []
    for candidate in candidates {
      guard let pattern = alternatives[candidate].pattern.pattern,
        let first = Self.next(pattern, text, 0, matcher)
      else { continue }
      open.append((candidate, pattern, first))
    }
    while !open.isEmpty {
      var best = 0
      for index in 1..<max(1, open.count) where open[index].next.lowerBound < open[best].next.lowerBound {
        best = index
      }
      let found = open[best].next
      body(found, open[best].alternative)
      var index = 0
      while index < open.count {
        if open[index].next.lowerBound < found.upperBound {
          if let next = Self.next(open[index].pattern, text, found.upperBound, matcher) {
            open[index].next = next
          } else {
            open.remove(at: index)
            continue
          }
        }
        index += 1
      }
    }
  }

  /// The next match that is not empty.
  private static func next(
    _ pattern: Pattern, _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ matcher: Matcher
  ) -> Range<Int>? {
    var at = start
    while let found = matcher.find(pattern, in: text, from: at) {
      if !found.isEmpty { return found }
      at = Matcher.next(after: found.upperBound, in: text)
      if at > text.count { return nil }
    }
    return nil
  }
}

/// How the words of a rule become patterns.
struct TokenForm: Sendable {
  /// Words stand between word boundaries.
  var isWord: Bool
  var ignoresCase: Bool
  /// Vale's `WordTemplate`: what stands around all words, which come in place of `%s`.
  var template: String?

  /// - Parameters:
  ///   - tokens: patterns.
  ///   - before: a pattern directly before each of them.
  ///   - after: one directly after.
  func alternatives(
    _ tokens: [String], before: String = "", after: String = ""
  ) throws(TokenFault) -> AlternativeSet {
    let head = try Self.parsed(before)
    let tail = try Self.parsed(after)
    if let template, isWord {
      let parts = template.split(separator: "%s", maxSplits: 1, omittingEmptySubsequences: false)
      let whole = (parts.first ?? "") + tokens.joined(separator: "|") + (parts.count > 1 ? parts[1] : "")
      let node = PatternNode.sequence([head, try Self.parsed(String(whole)), tail])
      return AlternativeSet(alternatives: [Alternative(node, ignoresCase: ignoresCase)])
    }
    if tokens.isEmpty {
      return AlternativeSet(alternatives: [Alternative(.sequence([head, tail]), ignoresCase: ignoresCase)])
    }
    var nodes: [PatternNode] = []
    for token in tokens { nodes.append(try Self.parsed(token)) }
    let mustStay = nodes.contains { $0.hasLooseOptions || $0.hasReferences }
    let groups: [PatternNode] = mustStay ? [.alternatives(nodes)] : nodes
    return AlternativeSet(
      alternatives: groups.map { group in
        let edge = isWord ? [PatternNode.assertion("\\b")] : []
        let inner = edge + [.group(opening: "(?:", captures: false, group)] + edge
        return Alternative(.sequence([head] + inner + [tail]), ignoresCase: ignoresCase)
      })
  }

  private static func parsed(_ text: String) throws(TokenFault) -> PatternNode {
    do {
      let node = try PatternParser.parse(text)
      if case .alternatives = node { return .group(opening: "(?:", captures: false, node) }
      return node
    } catch {
      throw TokenFault(token: text, message: error.message)
    }
  }
}

/// What is wrong with one of a rule's words.
struct TokenFault: Error, Sendable {
  var token: String
  var message: String
}

extension AlternativeSet {
  /// Asks PCRE2 about every pattern, all in one first, since most are right.
  func check(_ tokens: [String]) throws(TokenFault) {
    let whole = PatternNode.alternatives(
      alternatives.map { .group(opening: "(?:", captures: false, $0.pattern.node) })
    if (try? Pattern(whole, isFast: false)) != nil { return }
    for (number, alternative) in alternatives.enumerated() {
      do {
        try alternative.pattern.check()
      } catch {
        throw TokenFault(token: number < tokens.count ? tokens[number] : "", message: error.message)
      }
    }
  }
}
