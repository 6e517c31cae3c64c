import StetDocument
import StetLanguage

/// The words that are taken for one another, and the neighbours that tell the wrong one.
///
/// Everything is held in a few flat arrays, since the table is read at every start and asked at every tenth word.
package struct ConfusionTable: Sendable {
  /// One word written in place of another.
  struct Slip {
    /// The tokens after the first: “it's” is two.
    var rest: [WordKey]
    var written: String
    var meant: String
    /// Number of its set.
    var set: Int
    /// In `frames`; one of them must match.
    var frames: [Range<Int>]
    /// In `frames`; none of them may.
    var exceptions: [Range<Int>]
    /// From which difference of fit the other word is believed without a frame; nil: never.
    var threshold: Double?
    var line: Int
  }

  /// A slip that was found.
  package struct Match {
    /// The tokens that are written.
    package var tokens: Range<Int>
    package var written: String
    package var meant: String
    /// 1-based line of the table with the frame that told.
    package var line: Int
  }

  var words: [UInt32] = []
  var endings: [WordEnding] = []
  var elements: [FrameElement] = []
  var frames: [ContextFrame] = []
  var slips: [Slip] = []
  /// The slips of a first token, by the number of its word.
  var slipsOfWord: [WordKey: [Int]] = [:]
  var gate = WordSet()
  /// What classes a word may have, where `ContextFit` is asked.
  var classes: [String: [ContextFit.Classes]] = [:]
  var contextFit = ContextFit()
  /// What a word means, for messages.
  package internal(set) var glosses: [String: String] = [:]
  /// The sets in the order of the table.
  package internal(set) var sets: [[String]] = []
  /// Pairs of words between which slips are looked for, in the order of the table.
  package var pairs: [(written: String, meant: String)] { slips.map { ($0.written, $0.meant) } }

  package func set(ofPair pair: Int) -> Int { slips[pair].set }

  /// All slips of a document, in order.
  package func matches(in analysis: Analysis) -> [Match] {
    let layer = analysis.layer
    guard layer.tokens.contains(where: { gate.contains($0.key) }) else { return [] }
    let tags = analysis.tags
    let sentences = analysis.sentences
    let lexicon = analysis.lexicon
    var found: [Match] = []
    analysis.document.prose.withUnsafeBufferPointer { text in
      layer.tokens.withUnsafeBufferPointer { tokens in
        tags.withUnsafeBufferPointer { tags in
          var context = FrameContext(text: text, tokens: tokens, tags: tags, sentence: 0..<0)
          for sentence in sentences where sentence.count > 1 {
            context.sentence = sentence.tokens
            for at in sentence.tokens where gate.contains(tokens[at].key) {
              if let match = match(at, context), !isBeforeTitle(match, context, lexicon) {
                found.append(match)
              }
            }
          }
        }
      }
    }
    return found
  }

  private func match(_ at: Int, _ context: FrameContext) -> Match? {
    guard isOrdinary(at, context), let candidates = slipsOfWord[context.tokens[at].key] else { return nil }
    for candidate in candidates {
      let slip = slips[candidate]
      let slot = at..<at + 1 + slip.rest.count
      guard isWritten(slip, slot, context), isFree(slot, context),
        let line = firstMatch(slip.frames, slot, context)?.line ?? fits(slip, slot, context),
        firstMatch(slip.exceptions, slot, context) == nil
      else { continue }
      return Match(tokens: slot, written: slip.written, meant: slip.meant, line: line)
    }
    return nil
  }

  /// The line of the slip when the other word fits so much better that no frame is needed.
  private func fits(_ slip: Slip, _ slot: Range<Int>, _ context: FrameContext) -> Int? {
    guard let threshold = slip.threshold else { return nil }
    let place = neighbours(slot, context)
    guard advantage(slip, place, atLeast: threshold) ?? -.infinity >= threshold else { return nil }
    return slip.line
  }

  /// How much better the meant word fits than the written one; nil when a first look says that it is no use.
  func advantage(_ slip: Slip, _ place: ContextFit.Neighbours, atLeast threshold: Double) -> Double? {
    guard let written = classes[slip.written], let meant = classes[slip.meant] else { return nil }
    let quick = contextFit.quick(meant, place) - contextFit.quick(written, place)
    guard Double(quick) >= threshold / 3 else { return nil }
    return contextFit.full(meant, place) - contextFit.full(written, place)
  }

  func neighbours(_ slot: Range<Int>, _ context: FrameContext) -> ContextFit.Neighbours {
    func tag(_ at: Int) -> PennTag? { context.sentence.contains(at) ? context.tags[at].penn : nil }
    func word(_ at: Int) -> UnsafeBufferPointer<UInt8>? {
      guard context.sentence.contains(at) else { return nil }
      let token = context.tokens[at]
      return UnsafeBufferPointer(rebasing: context.text[Int(token.start)..<Int(token.end)])
    }
    let (left, right) = (slot.lowerBound - 1, slot.upperBound)
    return ContextFit.Neighbours(
      left: tag(left), beforeLeft: tag(left - 1), right: tag(right), afterRight: tag(right + 1),
      leftWord: word(left), rightWord: word(right))
  }

  private func firstMatch(
    _ ranges: [Range<Int>], _ slot: Range<Int>, _ context: FrameContext
  ) -> ContextFrame? {
    for range in ranges {
      for index in range where matches(frames[index], slot, context) { return frames[index] }
    }
    return nil
  }

  /// In small letters, or with the capital of a sentence: “Council” and “Capitol” inside one are names.
  func isOrdinary(_ at: Int, _ context: FrameContext) -> Bool {
    let token = context.tokens[at]
    if token.isLower { return true }
    guard case .capitalized = token.shape else { return false }
    var first = context.sentence.lowerBound
    while first < at, !context.tokens[first].isWord { first += 1 }
    guard first == at, at + 1 < context.sentence.upperBound else { return false }
    return !context.tokens[at + 1].isCapitalized
  }

  func isWritten(_ slip: Slip, _ slot: Range<Int>, _ context: FrameContext) -> Bool {
    guard slot.upperBound <= context.sentence.upperBound else { return false }
    for (offset, key) in slip.rest.enumerated() {
      let token = context.tokens[slot.lowerBound + 1 + offset]
      guard token.key == key, !token.spaceBefore else { return false }
    }
    return true
  }

  /// Not part of a hyphenated word, not cited between quotation marks: “‘their’ and ‘there’”.
  func isFree(_ slot: Range<Int>, _ context: FrameContext) -> Bool {
    let tokens = context.tokens
    let (before, after) = (slot.lowerBound - 1, slot.upperBound)
    let hugsBefore = before >= context.sentence.lowerBound && !tokens[slot.lowerBound].spaceBefore
    let hugsAfter = after < context.sentence.upperBound && !tokens[after].spaceBefore
    if hugsAfter, !tokens[after].isPunctuation { return false }
    if hugsBefore, !tokens[before].isPunctuation { return false }
    if hugsAfter, isJoint(tokens[after], context.text) { return false }
    if hugsBefore, isJoint(tokens[before], context.text) { return false }
    return !(hugsBefore && hugsAfter && isQuote(tokens[before], context) && isQuote(tokens[after], context))
  }

  /// “gave its The Arts section”, “their In Rainbows album”: what follows is a title, whose first word tells nothing.
  private func isBeforeTitle(_ match: Match, _ context: FrameContext, _ lexicon: Lexicon) -> Bool {
    let next = match.tokens.upperBound
    guard next < context.sentence.upperBound else { return false }
    let token = context.tokens[next]
    return token.isCapitalized && token.length > 1 && lexicon.has(token.key, .functionWord)
  }

  /// A hyphen, slash or similar mark.
  private func isJoint(_ token: Token, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    switch text[Int(token.start)] {
    case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "*"), UInt8(ascii: "'"): true
    default: false
    }
  }

  private func isQuote(_ token: Token, _ context: FrameContext) -> Bool {
    switch context.text[Int(token.start)] {
    case UInt8(ascii: "\""), UInt8(ascii: "`"), 0xE2, 0xC2: true
    default: false
    }
  }
}
