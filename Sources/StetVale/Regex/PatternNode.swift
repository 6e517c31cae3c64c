/// A pattern as Vale's authors write it (the syntax of .NET), taken apart.
///
/// Vale reads patterns through regexp2, a port of .NET's engine, in multi-line mode. Nearly all of its syntax is also
/// PCRE2's; what differs is rewritten when the tree is printed (`PatternPrinter`).
indirect enum PatternNode: Sendable {
  /// One scalar that stands for itself.
  case character(UInt32)
  /// One of several characters, in the form of PCRE2.
  case set(String)
  /// One ASCII letter in either case, given in lower case.
  case eitherCase(UInt8)
  /// Something without width: `^`, `\b`.
  case assertion(String)
  /// An option that holds up to the end of the group: `(?i)`.
  case options(String)
  /// A group seen before: `\1`.
  case reference(String)
  /// `opening` is `(`, `(?:`, `(?<name>`, `(?i:` …
  case group(opening: String, captures: Bool, PatternNode)
  case look(behind: Bool, negative: Bool, PatternNode)
  case sequence([PatternNode])
  case alternatives([PatternNode])
  /// `quantifier` is `*`, `+?`, `{2,3}` …; `most` is nil without a limit.
  case repeated(PatternNode, least: Int, most: Int?, quantifier: String)
}

extension PatternNode {
  /// What a walk over the tree looks for.
  private func contains(_ found: (PatternNode) -> Bool) -> Bool {
    if found(self) { return true }
    switch self {
    case .group(_, _, let inner), .look(_, _, let inner), .repeated(let inner, _, _, _):
      return inner.contains(found)
    case .sequence(let items), .alternatives(let items): return items.contains { $0.contains(found) }
    default: return false
    }
  }

  var hasGroups: Bool {
    contains { if case .group(_, true, _) = $0 { true } else { false } }
  }

  var hasReferences: Bool {
    contains { if case .reference = $0 { true } else { false } }
  }

  /// Whether an option changes what follows the node in the same group.
  var hasLooseOptions: Bool {
    switch self {
    case .options: true
    case .sequence(let items), .alternatives(let items): items.contains(where: \.hasLooseOptions)
    default: false
    }
  }

  /// Characters that every match has; nil: it varies, or is not known.
  var width: Int? {
    switch self {
    case .character, .set, .eitherCase: return 1
    case .assertion, .options, .look: return 0
    case .reference: return nil
    case .group(_, _, let inner): return inner.width
    case .sequence(let items):
      var sum = 0
      for item in items {
        guard let width = item.width else { return nil }
        sum += width
      }
      return sum
    case .alternatives(let items):
      guard let first = items.first?.width, items.allSatisfy({ $0.width == first }) else { return nil }
      return first
    case .repeated(let inner, let least, let most, _):
      guard least == most, let width = inner.width else { return nil }
      return width * least
    }
  }
}
