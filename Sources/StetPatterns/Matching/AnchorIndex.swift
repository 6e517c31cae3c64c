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
      for bit in 0..<64 where classes.rawValue >> UInt64(bit) & 1 == 1 {
        costs[bit] += Self.frequency(classes)
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
    switch node {
    case .token(let test):
      guard !test.isNegated else { return nil }
      return AnchorPlan(
        anchors: test.atoms.map { Anchor(atom: $0, distance: 0...0) },
        cost: test.atoms.reduce(0) { $0 + cost($1) })
    case .sequence(let nodes):
      var best: AnchorPlan?
      var before = 0...0
      for child in nodes {
        if var candidate = plan(child) {
          let width = Double(before.upperBound - before.lowerBound + 1)
          candidate.cost *= width
          if candidate.cost < best?.cost ?? .infinity {
            for index in candidate.anchors.indices {
              let distance = candidate.anchors[index].distance
              candidate.anchors[index].distance =
                distance.lowerBound + before.lowerBound...distance.upperBound + before.upperBound
            }
            best = candidate
          }
        }
        before = before.lowerBound + child.length.lowerBound...before.upperBound + child.length.upperBound
      }
      return best
    case .alternatives(let nodes):
      var all = AnchorPlan(anchors: [], cost: 0)
      for child in nodes {
        guard let plan = plan(child) else { return nil }
        all.anchors += plan.anchors
        all.cost += plan.cost
      }
      return all
    case .repeated(let inner, let times): return times.lowerBound > 0 ? plan(inner) : nil
    default: return nil
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
    var byKey: [[Entry]] = Array(repeating: [], count: lexicon.count)
    for (pattern, (plan, program)) in plans.enumerated() {
      for anchor in plan.anchors {
        let entry = Entry(
          pattern: Int32(pattern), program: Int32(program), nearest: Int16(anchor.distance.lowerBound),
          farthest: Int16(anchor.distance.upperBound))
        switch anchor.atom {
        case .word(let key), .exact(let key, _):
          while byKey.count <= key.index { byKey.append([]) }
          byKey[key.index].append(entry)
        case .wordClass(let wordClass):
          for index in 0..<lexicon.count where lexicon.has(WordKey(UInt32(index)), wordClass) {
            byKey[index].append(entry)
          }
        default: unkeyed.append((Int(programs.number(TokenTest(atoms: [anchor.atom]))), entry))
        }
      }
    }
    for list in byKey {
      entries += list
      starts.append(Int32(entries.count))
    }
  }
}
