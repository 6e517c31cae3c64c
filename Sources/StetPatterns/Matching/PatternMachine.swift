import StetDocument
import StetLanguage

/// Where a pattern was found. Ranges are of tokens.
struct PatternMatch: Sendable {
  var pattern: Int
  var tokens: Range<Int>
  /// What is reported.
  var mark: Range<Int>
}

/// Runs compiled patterns at given places of one document.
struct PatternMachine {
  let text: UnsafeBufferPointer<UInt8>
  let tokens: UnsafeBufferPointer<Token>
  let sentences: UnsafeBufferPointer<Sentence>
  let blocks: UnsafeBufferPointer<Range<Int>>
  let programs: ProgramPointers
  let lexicon: Lexicon

  private var markStart: Int?
  private var markEnd: Int?
  private var steps = 0
  /// States that led nowhere, kept once a try has become long, so that gaps within gaps stay linear.
  private var failed: Set<Int> = []

  init(
    text: UnsafeBufferPointer<UInt8>, tokens: UnsafeBufferPointer<Token>,
    sentences: UnsafeBufferPointer<Sentence>, blocks: UnsafeBufferPointer<Range<Int>>,
    programs: ProgramPointers, lexicon: Lexicon
  ) {
    self.text = text
    self.tokens = tokens
    self.sentences = sentences
    self.blocks = blocks
    self.programs = programs
    self.lexicon = lexicon
  }

  /// Whether the program that starts at `entry` matches from the token `start`, which lies in `sentence`.
  mutating func match(_ entry: Int, at start: Int, sentence: Int) -> (tokens: Range<Int>, mark: Range<Int>)? {
    markStart = nil
    markEnd = nil
    steps = 0
    if !failed.isEmpty { failed.removeAll(keepingCapacity: true) }
    guard let end = run(entry, start, sentence, start), end > start else { return nil }
    let mark = (markStart ?? start)..<(markEnd ?? end)
    return (start..<end, mark)
  }

  private mutating func run(_ entry: Int, _ start: Int, _ sentence: Int, _ origin: Int) -> Int? {
    var pc = entry
    var at = start
    var sentence = sentence
    while true {
      let instruction = programs.instructions[pc]
      switch instruction.operation {
      case .test:
        guard at < sentences[sentence].end, passes(Int(instruction.x), at) else { return nil }
        at += 1
        pc += 1
      case .jump: pc = Int(instruction.x)
      case .split:
        steps += 1
        let state = pc << 16 | (at - origin)
        if steps > 256, failed.contains(state) { return nil }
        if let end = run(Int(instruction.x), at, sentence, origin) { return end }
        if steps > 256 { failed.insert(state) }
        pc = Int(instruction.y)
      case .markStart:
        guard let end = run(pc + 1, at, sentence, origin) else { return nil }
        markStart = at
        return end
      case .markEnd:
        guard let end = run(pc + 1, at, sentence, origin) else { return nil }
        markEnd = at
        return end
      case .sentenceStart:
        guard isPunctuation(sentences[sentence].first..<at) else { return nil }
        pc += 1
      case .sentenceEnd:
        guard isPunctuation(at..<sentences[sentence].end) else { return nil }
        pc += 1
      case .nextSentence:
        guard isPunctuation(at..<sentences[sentence].end), sentence + 1 < sentences.count,
          sentences[sentence + 1].block == sentences[sentence].block
        else { return nil }
        sentence += 1
        at = sentences[sentence].first
        while at < sentences[sentence].end, tokens[at].isPunctuation { at += 1 }
        pc += 1
      case .blockStart:
        guard isPunctuation(blocks[sentences[sentence].block].lowerBound..<at) else { return nil }
        pc += 1
      case .blockEnd:
        guard isPunctuation(at..<blocks[sentences[sentence].block].upperBound) else { return nil }
        pc += 1
      case .accept: return at
      }
    }
  }

  /// Opening and closing marks do not keep a word from being the first or the last; a row of more than eight
  /// is no such mark, and reading it again at every place would cost its length squared.
  private func isPunctuation(_ range: Range<Int>) -> Bool {
    guard range.count <= 8 else { return false }
    for at in range where !tokens[at].isPunctuation { return false }
    return true
  }

  // MARK: Tests

  func passes(_ test: Int, _ at: Int) -> Bool {
    let token = tokens[at]
    let test = programs.tests[test]
    if test.isGlued, token.spaceBefore { return false }
    for atom in test.atoms where holds(programs.atoms[Int(atom)], token) { return !test.isNegated }
    return test.isNegated
  }

  private func holds(_ atom: CompiledAtom, _ token: Token) -> Bool {
    switch atom {
    case .word(let key): return token.key == key
    case .exact(let key, let bytes):
      return token.key == key && Int(token.length) == bytes.count && equals(bytes, Int(token.start))
    case .wordClass(let wordClass): return lexicon.has(token.key, wordClass)
    case .kind(let kind): return token.kind == kind
    case .shape(let shape): return token.shape == shape
    case .capitalized: return token.isCapitalized
    case .suffix(let bytes):
      guard token.isWord, Int(token.length) > bytes.count else { return false }
      return equalsFolded(bytes, Int(token.end) - bytes.count)
    case .prefix(let bytes):
      guard token.isWord, Int(token.length) > bytes.count else { return false }
      return equalsFolded(bytes, Int(token.start))
    case .year(let years): return year(token).map { years.contains(Int32($0)) } ?? false
    case .quotationMark: return isQuotationMark(token)
    case .any: return true
    }
  }

  private func equalsFolded(_ bytes: Range<Int32>, _ start: Int) -> Bool {
    for offset in 0..<bytes.count
    where text[start + offset] | 0x20 != programs.bytes[Int(bytes.lowerBound) + offset] { return false }
    return true
  }

  private func equals(_ bytes: Range<Int32>, _ start: Int) -> Bool {
    for offset in 0..<bytes.count
    where text[start + offset] != programs.bytes[Int(bytes.lowerBound) + offset] { return false }
    return true
  }

  private func year(_ token: Token) -> Int? {
    guard case .number = token.kind, token.length == 4 else { return nil }
    var value = 0
    for at in token.range.indices {
      let digit = text[at] &- 0x30
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }

  private func isQuotationMark(_ token: Token) -> Bool {
    guard token.isPunctuation else { return false }
    let start = Int(token.start)
    switch (token.length, text[start]) {
    case (1, UInt8(ascii: "\"")), (1, UInt8(ascii: "'")): return true
    case (2, 0xC2): return text[start + 1] == 0xAB || text[start + 1] == 0xBB  // « »
    case (3, 0xE2): return text[start + 1] == 0x80 && (0x98...0x9F).contains(text[start + 2])  // ‘ to ‟
    default: return false
    }
  }
}
