/// `existence`: words that should not be there.
struct Existence: BlockCheck {
  let tokens: AlternativeSet
  let exceptions: Exceptions
  var alternatives: [Alternative] { tokens.alternatives }

  func check(_ block: TextBlock, candidates: [Int], _ run: DocumentRun) {
    block.text.withUnsafeBufferPointer { text in
      tokens.forEachMatch(candidates, in: text, run.matcher) { range, _ in
        if !exceptions.isEmpty {
          let match = String(decoding: text[block.trimmed(range)], as: UTF8.self)
          if exceptions.match(match, run.matcher) { return }
        }
        run.report(block, range)
      }
    }
    run.noteExhaustion()
  }
}

/// `substitution`: words in whose place others should stand.
struct Substitution: BlockCheck {
  /// The right words for an alternative.
  struct Swap: Sendable {
    /// As written: texts separated by `|`, or a pattern that describes what is right.
    var expected: String
    /// `expected` as a pattern, when it is more than words.
    var accepted: LazyPattern?
    /// The pattern as it was written, with its groups, when `expected` speaks of them.
    var source: LazyPattern?

    /// `a\|b|c` is `a|b` and `c`.
    static func options(_ text: String) -> [String] {
      var options = [""]
      var isEscaped = false
      for character in text {
        if isEscaped {
          options[options.count - 1] += character == "|" ? "|" : "\\\(character)"
          isEscaped = false
        } else if character == "\\" {
          isEscaped = true
        } else if character == "|" {
          options.append("")
        } else {
          options[options.count - 1].append(character)
        }
      }
      if isEscaped { options[options.count - 1] += "\\" }
      return options.filter { !$0.isEmpty }
    }
  }

  let tokens: AlternativeSet
  let swaps: [Swap]
  let exceptions: Exceptions
  /// Whether the words take the capital letter of what stood there.
  let capitalizes: Bool
  /// Whether the words are put into its place.
  let isReplacing: Bool
  let message: String
  var alternatives: [Alternative] { tokens.alternatives }

  func check(_ block: TextBlock, candidates: [Int], _ run: DocumentRun) {
    block.text.withUnsafeBufferPointer { text in
      var found: [(Range<Int>, Int)] = []
      tokens.forEachMatch(candidates, in: text, run.matcher) { found.append(($0, $1)) }
      for (range, number) in found {
        report(block, range, String(decoding: text[range], as: UTF8.self), swaps[number], run)
      }
    }
    run.noteExhaustion()
  }

  private func report(
    _ block: TextBlock, _ range: Range<Int>, _ observed: String, _ swap: Swap, _ run: DocumentRun
  ) {
    let isCapital = capitalizes && observed == observed.capitalizingFirst
    var expected = swap.expected
    if let source = swap.source { expected = source.replacing(in: observed, with: expected) }
    if isCapital { expected = expected.capitalizingFirst }
    let options = Swap.options(expected).map { isCapital ? $0.capitalizingFirst : $0 }
    let isSame: Bool
    if isReplacing || swap.accepted == nil {
      isSame = options.contains(observed) || expected == observed
    } else {
      isSame = swap.accepted?.pattern.map { run.matcher.matches($0, observed) } ?? false
    }
    if isSame || exceptions.match(observed, run.matcher) { return }
    if isReplacing {
      run.report(
        block, range, words: [Message.list(options), observed], message: message, replacements: options)
    } else {
      run.report(block, range, words: [expected, observed])
    }
  }

  /// The list of words brings its own quotation marks.
  static func withoutDoubleQuotes(_ message: String) -> String {
    var message = message
    for quoted in ["'%s'", "\"%s\""] {
      let parts = message.split(separator: quoted, omittingEmptySubsequences: false)
      if parts.count == 3 { message = parts[0] + "%s" + parts[1] + quoted + parts[2] }
    }
    return message
  }
}

extension String {
  var capitalizingFirst: String {
    guard let first = unicodeScalars.first else { return self }
    return first.properties.uppercaseMapping + String(String.UnicodeScalarView(unicodeScalars.dropFirst()))
  }
}

/// `occurrence`: more, or fewer, of something than there should be in one block.
struct Occurrence: BlockCheck {
  let token: Pattern
  /// 0: no bound.
  let most: Int
  let least: Int
  let alternatives: [Alternative] = []
  var wantsAllBlocks: Bool { true }

  func check(_ block: TextBlock, candidates: [Int], _ run: DocumentRun) {
    let found = block.text.withUnsafeBufferPointer { run.matcher.all(token, in: $0) }
    run.noteExhaustion()
    guard (most > 0 && found.count > most) || (least > 0 && found.count < least) else { return }
    guard !found.isEmpty else {
      run.report(aboutDocument: ["0"])
      return
    }
    let place = found.first { range in
      let word = block.text[block.trimmed(range)]
      return !word.isEmpty && !word.allSatisfy { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "@") }
    }
    if let place { run.report(block, place, words: ["\(found.count)"]) }
  }
}

/// `repetition`: the same word twice in a row.
struct Repetition: BlockCheck {
  let token: Pattern
  let most: Int
  let ignoresCase: Bool
  let onlyLetters: Bool
  let exceptions: Exceptions
  let alternatives: [Alternative] = []
  var wantsAllBlocks: Bool { true }

  func check(_ block: TextBlock, candidates: [Int], _ run: DocumentRun) {
    block.text.withUnsafeBufferPointer { text in
      var last: Range<Int>?
      var count = 0
      for range in run.matcher.all(token, in: text) {
        defer { last = range }
        guard let before = last, isSame(text, block.trimmed(before), block.trimmed(range)) else { continue }
        count += 1
        let both = before.lowerBound..<range.upperBound
        guard count > most, !Self.endsSentence(text, before, range) else { continue }
        let match = String(decoding: text[both], as: UTF8.self)
        if exceptions.match(match, run.matcher) || exceptions.hold(both, in: text, run.matcher) { continue }
        run.report(block, both, words: [String(decoding: text[block.trimmed(range)], as: UTF8.self)])
        count = 0
      }
      run.noteExhaustion()
    }
  }

  private func isSame(_ text: UnsafeBufferPointer<UInt8>, _ a: Range<Int>, _ b: Range<Int>) -> Bool {
    guard a.count == b.count, !a.isEmpty else { return false }
    for (one, other) in zip(a, b) {
      let (one, other) = (text[one], text[other])
      guard
        one == other
          || (ignoresCase && one < 0x80 && one ^ other == 0x20 && (0x61...0x7A).contains(one | 0x20))
      else { return false }
    }
    guard onlyLetters else { return true }
    return String(decoding: text[b], as: UTF8.self).unicodeScalars.allSatisfy(\.properties.isAlphabetic)
  }

  /// “That is what I know. Know this”: the first ends a sentence.
  private static func endsSentence(_ text: UnsafeBufferPointer<UInt8>, _ a: Range<Int>, _ b: Range<Int>)
    -> Bool
  {
    text[a.lowerBound..<b.lowerBound].contains { ".!?".utf8.contains($0) }
  }
}
