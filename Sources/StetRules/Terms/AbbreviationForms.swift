import StetDocument
import StetLanguage

/// Where a text writes abbreviations with full stops, and where without: “U.S.” and “US”, “p.m.” and “pm”.
struct AbbreviationForms: Sendable {
  /// A place that writes an abbreviation.
  struct Place {
    var range: ProseRange
    /// Not before another capital word, where it may be part of a name: US Airways, U.S. Steel.
    var isFree: Bool
  }

  private let versus: WordSet
  private let states: WordSet

  init(_ lexicon: Lexicon) {
    versus = WordSet("v v. vs vs.", lexicon)
    states = WordSet("senate congress house capitol navy marines marine supreme treasury justice", lexicon)
  }

  /// The ways in which a text writes each abbreviation that it writes in more than one, by first appearance.
  func variants(_ analysis: Analysis) -> [[TermVariant]] {
    let blocks = analysis.runningText()
    let (dotted, order) = self.dotted(blocks, analysis)
    guard !dotted.isEmpty else { return [] }
    let plain = self.plain(Set(dotted.keys), blocks, analysis)
    return order.compactMap { letters in
      guard let with = dotted[letters], let without = plain[letters], with.contains(where: \.isFree),
        without.contains(where: \.isFree)
      else { return nil }
      let name = String(decoding: letters, as: UTF8.self)
      let form = analysis.document.string(with[0].range)
      return [
        TermVariant(family: name.lowercased(), form: form, places: with.map(\.range)),
        TermVariant(family: name.lowercased(), form: name, places: without.map(\.range)),
      ]
    }
  }

  /// All places with full stops, by their letters, and the letters by first appearance.
  func dotted(
    _ blocks: [Range<Int>], _ analysis: Analysis
  ) -> (places: [[UInt8]: [Place]], order: [[UInt8]]) {
    var dotted: [[UInt8]: [Place]] = [:]
    var order: [[UInt8]] = []
    let tokens = analysis.layer.tokens
    let prose = analysis.document.prose
    for block in blocks {
      for at in block where tokens[at].isWord && isDotted(prose, tokens[at]) {
        let letters = prose[tokens[at].range.indices].filter { $0 != UInt8(ascii: ".") }
        guard let place = place(at, block, analysis) else { continue }
        if dotted[letters] == nil { order.append(letters) }
        dotted[letters, default: []].append(place)
      }
    }
    return (dotted, order)
  }

  /// The places of some abbreviations without full stops.
  func plain(
    _ wanted: Set<[UInt8]>, _ blocks: [Range<Int>], _ analysis: Analysis
  ) -> [[UInt8]: [Place]] {
    let tokens = analysis.layer.tokens
    let prose = analysis.document.prose
    let lengths = Set(wanted.map(\.count))
    var plain: [[UInt8]: [Place]] = [:]
    for block in blocks {
      for at in block where tokens[at].isWord && lengths.contains(Int(tokens[at].length)) {
        let letters = Array(prose[tokens[at].range.indices])
        guard wanted.contains(letters), !isShouted(at, block, tokens), isWritten(at, block, analysis),
          let place = place(at, block, analysis)
        else { continue }
        plain[letters, default: []].append(place)
      }
    }
    return plain
  }

  /// The places of words of two to four capitals, by their letters.
  func capitals(_ blocks: [Range<Int>], _ analysis: Analysis) -> [[UInt8]: [Place]] {
    let tokens = analysis.layer.tokens
    let prose = analysis.document.prose
    var found: [[UInt8]: [Place]] = [:]
    for block in blocks {
      for at in block where tokens[at].isWord && tokens[at].shape == .upper && tokens[at].length <= 4 {
        let letters = Array(prose[tokens[at].range.indices])
        guard letters.count > 1, letters.allSatisfy({ $0 &- 0x41 < 26 }), !isShouted(at, block, tokens),
          let place = place(at, block, analysis)
        else { continue }
        found[letters, default: []].append(place)
      }
    }
    return found
  }

  /// Two groups or more of one or two letters, each with its full stop.
  private func isDotted(_ prose: [UInt8], _ token: Token) -> Bool {
    guard token.length > 3 else { return false }
    let start = Int(token.start)
    let dot = UInt8(ascii: ".")
    guard prose[start + 1] == dot || prose[start + 2] == dot, prose[Int(token.end) - 1] == dot else {
      return false
    }
    var letters = 0
    for byte in prose[token.range.indices] {
      if byte == dot {
        guard letters > 0 else { return false }
        letters = 0
      } else {
        guard byte | 0x20 &- 0x61 < 26 else { return false }
        letters += 1
        if letters > 2 { return false }
      }
    }
    return letters == 0
  }

  /// A place that counts; nil for amounts of money, names of court cases and what others said.
  private func place(_ at: Int, _ block: Range<Int>, _ analysis: Analysis) -> Place? {
    let tokens = analysis.layer.tokens
    guard !analysis.quotations.contains(at) else { return nil }
    if at > block.lowerBound, versus.contains(tokens[at - 1].key) { return nil }
    guard at + 1 < block.upperBound else { return Place(range: tokens[at].range, isFree: true) }
    let next = tokens[at + 1]
    switch next.kind {
    case .symbol where !next.spaceBefore: return nil
    case .number: return nil
    case .word where next.isCapitalized || next.shape == .mixed:
      let isOffice =
        analysis.lexicon.has(next.key, [.personRole, .organisation, .properAdjective, .title])
        || states.contains(next.key)
      return Place(range: tokens[at].range, isFree: isOffice)
    default: return Place(range: tokens[at].range, isFree: true)
    }
  }

  /// “am” and other words that are no abbreviation unless a figure stands before them.
  private func isWritten(_ at: Int, _ block: Range<Int>, _ analysis: Analysis) -> Bool {
    let tokens = analysis.layer.tokens
    guard tokens[at].isLower else { return tokens[at].shape != .capitalized }
    guard at > block.lowerBound else { return false }
    return tokens[at - 1].kind == .number || !analysis.speller.isKnown(analysis.string(tokens[at]))
  }

  /// Between other words in capitals: a line that shouts has no abbreviations to tell.
  private func isShouted(_ at: Int, _ block: Range<Int>, _ tokens: [Token]) -> Bool {
    func isUpper(_ at: Int) -> Bool {
      guard block.contains(at), tokens[at].length > 2, case .upper = tokens[at].shape else { return false }
      return true
    }
    return isUpper(at - 1) && isUpper(at + 1)
  }
}
