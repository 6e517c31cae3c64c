import StetDocument
import StetLanguage
import StetLint

package struct AcronymExpansionConflict: Rule {
  package static let metadata = RuleMetadata(
    id: "acronym-expansion-conflict", family: .names, severity: .note,
    summary: "One acronym introduced for two names, or with a letter that its name has not")

  package init(_ lexicon: Lexicon) {}

  /// “World Health Organization (WHO)”
  private struct Introduction {
    var acronym: Int
    var name: Range<Int>
    /// Whether its letters are the name's initials in their order.
    var isRight: Bool
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let introductions = introductions(analysis)
    var known: [WordKey: Introduction] = [:]
    let tokens = analysis.layer.tokens
    for introduction in introductions {
      guard introduction.isRight else {
        report.add(
          Self.disorder(
            analysis.string(tokens[introduction.acronym]), analysis.string(introduction.name)),
          at: tokens[introduction.acronym].range,
          related: [(analysis.range(introduction.name), "the name")])
        continue
      }
      let key = tokens[introduction.acronym].key
      if let first = known[key] {
        guard differ(first, introduction, analysis) else { continue }
        report.add(
          Self.conflict(
            analysis.string(tokens[introduction.acronym]), analysis.string(first.name),
            analysis.string(introduction.name)),
          at: analysis.range(introduction.name),
          related: [(analysis.range(first.name), "“\(analysis.string(first.name))” stands here")])
      } else {
        known[key] = introduction
      }
    }
  }

  private func introductions(_ analysis: Analysis) -> [Introduction] {
    let tokens = analysis.layer.tokens
    let prose = analysis.document.prose
    var found: [Introduction] = []
    var block = 0
    let blocks = analysis.layer.blocks
    for name in analysis.names where name.tokens.count == 1 {
      let at = name.tokens.lowerBound
      guard case .upper = tokens[at].shape, tokens[at].length <= 8, at > 2, at + 1 < tokens.count,
        tokens[at - 1].length == 1, prose[Int(tokens[at - 1].start)] == UInt8(ascii: "("),
        tokens[at + 1].length == 1, prose[Int(tokens[at + 1].start)] == UInt8(ascii: ")")
      else { continue }
      while block < blocks.count, blocks[block].upperBound <= at { block += 1 }
      guard block < blocks.count, blocks[block].contains(at),
        let introduction = expansion(of: at, before: at - 1, blocks[block].lowerBound, analysis)
      else { continue }
      found.append(introduction)
    }
    return found
  }

  /// The words before the bracket, from the one that begins with the acronym's first letter, when the initials
  /// of the capitalised ones are the acronym.
  private func expansion(of acronym: Int, before end: Int, _ start: Int, _ analysis: Analysis)
    -> Introduction?
  {
    let tokens = analysis.layer.tokens
    let prose = analysis.document.prose
    let letters = Array(prose[tokens[acronym].range.indices])
    // From the last letter: a small word may give its letter (ECOWAS) or not (USA).
    var left = letters.count
    var initials: [UInt8] = []
    var at = end - 1
    while at >= start, end - at <= 14 {
      let token = tokens[at]
      if token.isWord, token.isCapitalized || token.shape == .mixed {
        let initial = prose[Int(token.start)]
        initials.insert(initial, at: 0)
        if left > 0, letters[left - 1] == initial { left -= 1 } else { left = -1 }
        if left == 0 { return Introduction(acronym: acronym, name: at..<end, isRight: true) }
        // As many words as letters, and the same letters: IFM for the International Monetary Fund.
        if initials.count == letters.count {
          guard letters.count > 2, initials.sorted() == letters.sorted() else { return nil }
          return Introduction(acronym: acronym, name: at..<end, isRight: initials == letters)
        }
        if left < 0, initials.count > letters.count { return nil }
      } else if token.isWord, analysis.lexicon.has(token.key, .functionWord) {
        if left > 1, letters[left - 1] == prose[Int(token.start)] & 0xDF { left -= 1 }
      } else if token.isWord {
        return nil
      } else if token.isPunctuation, prose[Int(token.start)] != UInt8(ascii: "-"), token.length == 1,
        prose[Int(token.start)] != UInt8(ascii: ","), prose[Int(token.start)] != UInt8(ascii: "'")
      {
        return nil
      }
      at -= 1
    }
    return nil
  }

  /// Whether the names share hardly a word: “Organisation” for “Organization” is a matter of spelling.
  private func differ(_ a: Introduction, _ b: Introduction, _ analysis: Analysis) -> Bool {
    let tokens = analysis.layer.tokens
    func words(_ range: Range<Int>) -> [WordKey] {
      range.filter { tokens[$0].isWord && !tokens[$0].isLower }.map { tokens[$0].key }
    }
    let (x, y) = (words(a.name), words(b.name))
    guard x.count == y.count else { return false }
    for (p, q) in zip(x, y) where p != q {
      let (first, second) = (NameLetters.of(analysis.words.bytes(p)), NameLetters.of(analysis.words.bytes(q)))
      if first.prefix(4) != second.prefix(4) { return true }
      // Community and Commission; no spelling differs so early in a long word.
      if min(first.count, second.count) >= 8, first.prefix(6) != second.prefix(6) { return true }
    }
    return false
  }
}

extension AcronymExpansionConflict {
  static func disorder(_ acronym: String, _ name: String) -> String {
    "“\(acronym)” has the initials of “\(name)” in another order. Which is right?"
  }

  static func conflict(_ acronym: String, _ first: String, _ second: String) -> String {
    "“\(acronym)” stands for “\(first)” and for “\(second)” in this text. Use it for one of them."
  }
}
