import StetLanguage

/// A token by which a pattern is found, and how far the pattern's start lies before it.
struct Anchor: Sendable {
  var atom: TokenTest.Atom
  /// Tokens between the start of the pattern and the anchor.
  var distance: ClosedRange<Int>
}

/// The cheapest set of anchors of which one is in every match.
struct AnchorPlan: Sendable {
  var anchors: [Anchor]
  /// Expected tries in a million tokens.
  var cost: Double
}

/// Chooses anchors. Frequencies are orders of magnitude, in a million tokens of English news: function words
/// are the frequent ones, and the lexicon knows them.
struct AnchorPlanner {
  let lexicon: Lexicon
  private let classCosts: [Double]
  private let markCosts: [WordKey: Double]

  init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    var costs = [Double](repeating: 0, count: 64)
    for index in 0..<lexicon.count {
      let classes = lexicon.classes(WordKey(UInt32(index)))
      let frequency = Self.frequency(classes)
      var bits = classes.rawValue
      while bits != 0 {
        costs[bits.trailingZeroBitCount] += frequency
        bits &= bits - 1
      }
    }
    classCosts = costs
    var marks: [WordKey: Double] = [:]
    for mark in [",", ".", "-", "'", "\"", "“", "”", "’", "‘"] { marks[lexicon.key(mark)] = 20_000 }
    for mark in [":", ";", "(", ")", "?", "!", "–", "—", "/", "$", "%"] { marks[lexicon.key(mark)] = 2000 }
    markCosts = marks
  }

  private static let frequent: WordClass = [
    .functionWord, .article, .possessive, .otherDeterminer, .preposition, .coordinator, .subordinator,
    .subjectPronoun, .objectPronoun, .auxiliary, .modal, .have, .be, .relative,
  ]

  private static func frequency(_ classes: WordClass) -> Double {
    if !classes.isDisjoint(with: frequent) { return 4000 }
    return classes.isEmpty ? 30 : 150
  }

  func plan(_ node: PatternNode) -> AnchorPlan? {
    guard let cost = estimate(node).cost else { return nil }
    var anchors: [Anchor] = []
    collect(node, from: 0...0, into: &anchors)
    return AnchorPlan(anchors: anchors, cost: cost)
  }

  /// What the cheapest anchors of a node cost, nil when it has none, and how many tokens it consumes: both in one walk,
  /// since patterns nest.
  private func estimate(_ node: PatternNode) -> (cost: Double?, length: ClosedRange<Int>) {
    switch node {
    case .token(let test):
      return (test.isNegated ? nil : test.atoms.reduce(0) { $0 + cost($1) }, 1...1)
    case .sequence(let nodes):
      let (best, length) = cheapest(of: nodes)
      return (best?.cost, length)
    case .alternatives(let nodes):
      var all: Double? = 0
      var (fewest, most) = (Int.max, 0)
      for child in nodes {
        let (cost, length) = estimate(child)
        if let cost, let sum = all { all = sum + cost } else { all = nil }
        (fewest, most) = (min(fewest, length.lowerBound), max(most, length.upperBound))
      }
      return (all, min(fewest, most)...most)
    case .repeated(let inner, let times):
      let (cost, length) = estimate(inner)
      return (
        times.lowerBound > 0 ? cost : nil,
        length.lowerBound * times.lowerBound...length.upperBound * times.upperBound
      )
    default: return (nil, node.length)
    }
  }

  /// The child of a sequence with the cheapest anchors, and the tokens before it.
  private func cheapest(
    of nodes: [PatternNode]
  ) -> (best: (index: Int, before: ClosedRange<Int>, cost: Double)?, length: ClosedRange<Int>) {
    var best: (index: Int, before: ClosedRange<Int>, cost: Double)?
    var before = 0...0
    for (index, child) in nodes.enumerated() {
      let (cost, length) = estimate(child)
      if let cost {
        let spread = cost * Double(before.upperBound - before.lowerBound + 1)
        if spread < best?.cost ?? .infinity { best = (index, before, spread) }
      }
      before = before.lowerBound + length.lowerBound...before.upperBound + length.upperBound
    }
    return (best, before)
  }

  /// The anchors of a node that has some.
  ///
  /// - Parameter before: tokens between the start of the pattern and the node.
  private func collect(_ node: PatternNode, from before: ClosedRange<Int>, into anchors: inout [Anchor]) {
    switch node {
    case .token(let test): for atom in test.atoms { anchors.append(Anchor(atom: atom, distance: before)) }
    case .sequence(let nodes):
      guard let best = cheapest(of: nodes).best else { return }
      let start =
        before.lowerBound + best.before.lowerBound...before.upperBound + best.before.upperBound
      collect(nodes[best.index], from: start, into: &anchors)
    case .alternatives(let nodes): for child in nodes { collect(child, from: before, into: &anchors) }
    case .repeated(let inner, _): collect(inner, from: before, into: &anchors)
    default: return
    }
  }

  private func cost(_ atom: TokenTest.Atom) -> Double {
    switch atom {
    case .word(let key), .exact(let key, _): return markCosts[key] ?? Self.frequency(lexicon.classes(key))
    case .wordClass(let wordClass):
      return (0..<64).reduce(0) { $0 + (wordClass.rawValue >> UInt64($1) & 1 == 1 ? classCosts[$1] : 0) }
    case .kind(.word): return 850_000
    case .kind(.punctuation): return 120_000
    case .kind(.number): return 30_000
    case .kind, .quotationMark, .shape(.upper), .shape(.mixed): return 20_000
    case .year: return 30_000
    case .capitalized: return 150_000
    case .shape: return 700_000
    case .suffix, .prefix: return 850_000
    case .any: return 1_000_000
    }
  }
}

/// From a token to the patterns that may hold there.
struct AnchorIndex: Sendable {
  struct Entry: Sendable {
    var pattern: Int32
    /// First instruction of the pattern.
    var program: Int32
    var nearest: Int16
    var farthest: Int16
  }

  /// Per word key the start of its entries; one more than there are keys. A class stands under each of its
  /// words, so that a token costs one look-up.
  private(set) var starts: [Int32] = [0]
  private(set) var entries: [Entry] = []
  /// What no word says: kinds and shapes.
  private(set) var unkeyed: [(test: Int, entry: Entry)] = []

  /// - Parameter plans: with the first instruction of each pattern.
  init(_ plans: [(plan: AnchorPlan, program: Int)], lexicon: Lexicon, programs: inout ProgramStore) {
    var keyed: [(key: Int, entry: Entry)] = []
    for (pattern, (plan, program)) in plans.enumerated() {
      for anchor in plan.anchors {
        let entry = Entry(
          pattern: Int32(pattern), program: Int32(program), nearest: Int16(anchor.distance.lowerBound),
          farthest: Int16(anchor.distance.upperBound))
        switch anchor.atom {
        case .word(let key), .exact(let key, _): keyed.append((key.index, entry))
        case .wordClass(let wordClass):
          for index in 0..<lexicon.count where lexicon.has(WordKey(UInt32(index)), wordClass) {
            keyed.append((index, entry))
          }
        default: unkeyed.append((Int(programs.number(TokenTest(atoms: [anchor.atom]))), entry))
        }
      }
    }
    // A counting sort, which keeps the order of the patterns.
    let keys = max(lexicon.count, (keyed.lazy.map(\.key).max() ?? -1) + 1)
    starts = [Int32](repeating: 0, count: keys + 1)
    for (key, _) in keyed { starts[key + 1] += 1 }
    for key in 0..<keys { starts[key + 1] += starts[key] }
    var next = starts
    entries = [Entry](
      repeating: Entry(pattern: 0, program: 0, nearest: 0, farthest: 0), count: keyed.count)
    for (key, entry) in keyed {
      entries[Int(next[key])] = entry
      next[key] += 1
    }
  }
}
