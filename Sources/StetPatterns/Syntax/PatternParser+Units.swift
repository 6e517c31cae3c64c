import StetLanguage
import StetYAML

/// The parts of a pattern that stand for single tokens, and groups.
extension PatternParser {
  mutating func unit() throws(PatternFault) -> PatternNode {
    guard at < scalars.count else { throw fault("something is missing at the end of the pattern") }
    switch scalars[at] {
    case "!": return try negation()
    case "(": return try group()
    case "<": return try tokenClass()
    case "\"": return try exact()
    case "*": return try affix()
    case "?", "{", "}", ">":
      throw fault("`\(scalars[at])` stands after nothing; for the mark itself write `\\\(scalars[at])`")
    case " ", "|", ")", "⟦", "⟧", "^", "$": throw fault("a word, a <class> or a group is missing here")
    default: return try words()
    }
  }

  private mutating func negation() throws(PatternFault) -> PatternNode {
    let start = at
    at += 1
    guard case .token(var test) = try unit(), !test.isNegated, !test.isGlued else {
      throw PatternFault(
        offset: start,
        message: "`!` stands before something that is a single word: !about, !<number>, !(a|an)")
    }
    test.isNegated = true
    return .token(test)
  }

  private mutating func group() throws(PatternFault) -> PatternNode {
    let start = at
    at += 1
    var branches: [PatternNode] = []
    while true {
      let branch = try items(group: start)
      guard branch.length.lowerBound > 0 else {
        throw PatternFault(
          offset: start, message: "a branch of this group is empty; for something optional write `?` after it"
        )
      }
      if case .sequence(let nodes) = branch, nodes.count == 1 {
        branches.append(nodes[0])
      } else {
        branches.append(branch)
      }
      let isLast = scalars[at] == ")"
      if !isLast, at + 1 < scalars.count, scalars[at + 1] != " " {
        throw fault("a blank before `|` but none after it: write `a|b` or ` | `")
      }
      at += 1
      if isLast { return Self.either(branches) }
    }
  }

  private mutating func tokenClass() throws(PatternFault) -> PatternNode {
    let start = at
    guard let end = scalars[at...].firstIndex(of: ">") else { throw fault("`<` has no `>`") }
    let name = text(at + 1, end)
    at = end + 1
    if let definition = definitions[name] { return definition }
    guard let atoms = TokenClasses.atoms(name) else {
      let names = TokenClasses.names + definitions.keys
      throw PatternFault(
        offset: start, message: "there is no class <\(name)>" + NearestName.hint(name, among: names))
    }
    return .token(TokenTest(atoms: atoms))
  }

  private mutating func exact() throws(PatternFault) -> PatternNode {
    let start = at
    guard let end = scalars[(at + 1)...].firstIndex(of: "\"") else {
      throw fault("a `\"` is missing; for the mark itself write `<quote>`")
    }
    let phrase = text(at + 1, end)
    at = end + 1
    let bytes = Array(phrase.utf8)
    let tokens = lexicon.tokens(of: phrase).enumerated().map { index, token in
      PatternNode.token(
        TokenTest(
          atoms: [.exact(token.key, Array(bytes[Int(token.start)..<Int(token.end)]))],
          isGlued: index > 0 && !token.spaceBefore))
    }
    guard !tokens.isEmpty else {
      throw PatternFault(offset: start, message: "nothing stands between the quotation marks")
    }
    return tokens.count == 1 ? tokens[0] : .sequence(tokens)
  }

  /// `*ed`
  private mutating func affix() throws(PatternFault) -> PatternNode {
    let start = at
    at += 1
    let letters = literal()
    guard let bytes = Self.asciiLetters(letters) else {
      throw PatternFault(offset: start, message: "`*` is followed by the end of a word in ASCII letters: *ed")
    }
    return .token(TokenTest(atoms: [.suffix(bytes)]))
  }

  private static func asciiLetters(_ text: String) -> [UInt8]? {
    let bytes = text.lowercased().utf8.map { $0 }
    return !bytes.isEmpty && bytes.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) ? bytes : nil
  }

  private static let clitics: Set<String> = [
    "'s", "'re", "'ve", "'ll", "'d", "'m", "n't", "’s", "’re", "’ve", "’ll", "’d", "’m", "n’t",
  ]

  /// A run of letters and marks without blanks; the tokens of it must be glued in the text too.
  private mutating func words() throws(PatternFault) -> PatternNode {
    let start = at
    let run = literal()
    if at < scalars.count, scalars[at] == "*" {
      at += 1
      guard let bytes = Self.asciiLetters(run) else {
        throw PatternFault(
          offset: start, message: "`*` is preceded by the head of a word in ASCII letters: un*")
      }
      return .token(TokenTest(atoms: [.prefix(bytes)]))
    }
    if run.utf8.contains(where: { $0 == 0x27 || $0 == 0xE2 }), Self.clitics.contains(run.lowercased()) {
      return .token(TokenTest(atoms: [.word(lexicon.key(run))]))
    }
    let tokens = lexicon.keys(of: run).enumerated().map { index, key in
      PatternNode.token(TokenTest(atoms: [.word(key)], isGlued: index > 0))
    }
    guard !tokens.isEmpty else { throw PatternFault(offset: start, message: "this is no word and no mark") }
    return tokens.count == 1 ? tokens[0] : .sequence(tokens)
  }

  /// Whether a character means something in a pattern, so that a word ends before it.
  private static func isReserved(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\n", "\t", "(", ")", "|", "?", "{", "}", "<", ">", "^", "$", "*", "\"", "⟦", "⟧": true
    default: false
    }
  }

  private mutating func literal() -> String {
    var run: [UInt8] = []
    while at < scalars.count, !Self.isReserved(scalars[at]) {
      if scalars[at] == "\\", at + 1 < scalars.count { at += 1 }
      if scalars[at].isASCII {
        run.append(UInt8(truncatingIfNeeded: scalars[at].value))
      } else {
        run.append(contentsOf: UTF8.encode(scalars[at]) ?? UTF8.encodedReplacementCharacter)
      }
      at += 1
    }
    return String(decoding: run, as: UTF8.self)
  }
}
