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
    var initials: [UInt8]
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let introductions = introductions(analysis)
    var known: [WordKey: Introduction] = [:]
    let tokens = analysis.layer.tokens
    for introduction in introductions {
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
    var initials: [UInt8] = []
    var at = end - 1
    while at >= start, end - at <= 14 {
      let token = tokens[at]
      if token.isWord, token.isCapitalized || token.shape == .mixed {
        initials.insert(prose[Int(token.start)], at: 0)
        if initials == letters { return Introduction(acronym: acronym, name: at..<end, initials: initials) }
        if initials.count >= letters.count { return nil }
      } else if token.isWord, !analysis.lexicon.has(token.key, .functionWord) {
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
    }
    return false
  }
}

extension AcronymExpansionConflict {
  static func conflict(_ acronym: String, _ first: String, _ second: String) -> String {
    "“\(acronym)” stands for “\(first)” and for “\(second)” in this text. Use it for one of them."
  }
}
