import StetDocument
import StetLanguage
import StetLint
import StetSpelling
import StetText

/// All pattern rules as one check: a document is walked once, with one look-up a token.
package struct PatternSet: Check {
  package let rules: [RuleMetadata]
  package let reach: Reach
  /// How many blocks at the head of a document, and how many at its end, are looked at; nil: all.
  let ends: (first: Int, last: Int)?

  /// One alternative of a rule, compiled.
  struct Compiled: Sendable {
    /// Index of the rule.
    var rule: Int
    var replacements: [String]
    /// The author wrote the letters out; the replacement is put in as it is.
    var keepsCase: Bool
  }

  /// What silences a rule around a match.
  struct Exception: Sendable {
    var entry: Int
    /// Most tokens that it spans.
    var longest: Int
  }

  let definitions: [PatternRule]
  let patterns: [Compiled]
  let exceptions: [[Exception]]
  let programs: ProgramStore
  let index: AnchorIndex
  let lexicon: Lexicon

  /// Compiles rules. Before the lexicon's first table is made, since patterns name words.
  init(_ definitions: [PatternRule], lexicon: Lexicon) {
    var programs = ProgramStore()
    var patterns: [Compiled] = []
    var plans: [(plan: AnchorPlan, program: Int)] = []
    let planner = AnchorPlanner(lexicon)
    for (rule, definition) in definitions.enumerated() {
      for alternative in definition.alternatives {
        let tree = definition.place.position.applied(to: alternative.pattern)
        let program = programs.add(tree)
        patterns.append(
          Compiled(
            rule: rule, replacements: alternative.replacements,
            keepsCase: alternative.pattern.marksExactWords))
        plans.append((planner.plan(tree) ?? Self.everywhere, program))
      }
    }
    exceptions = definitions.map { definition in
      definition.exceptions.map { Exception(entry: programs.add($0), longest: $0.length.upperBound) }
    }
    index = AnchorIndex(plans, lexicon: lexicon, programs: &programs)
    rules = definitions.map(\.metadata)
    reach = definitions.contains(where: \.place.countsBlocks) ? .document : .block
    let isAtEnds = definitions.allSatisfy(\.place.countsBlocks)
    ends =
      isAtEnds
      ? (
        definitions.compactMap(\.place.firstBlocks).max() ?? 0,
        definitions.compactMap(\.place.lastBlocks).max() ?? 0
      ) : nil
    self.definitions = definitions
    self.patterns = patterns
    self.programs = programs
    self.lexicon = lexicon
  }

  /// The page of a rule; that of one which the program carries is read now. Nil when the rule is none of these.
  package func page(_ rule: RuleMetadata) -> RulePage? {
    guard let index = rules.firstIndex(where: { $0.id == rule.id }) else { return nil }
    if let page = definitions[index].page { return page }
    let name = rule.pageName + ".yml"
    return EmbeddedData.bytes(named: name).flatMap { bytes in
      var reader = RuleFileReader(file: name, lexicon: lexicon)
      return reader.readPage(Array(bytes))
    }
  }

  /// A pattern of negations only starts anywhere.
  private static let everywhere = AnchorPlan(anchors: [Anchor(atom: .any, distance: 0...0)], cost: 1_000_000)

  package func check(_ analysis: Analysis, _ report: inout Report) {
    guard !patterns.isEmpty else { return }
    let layer = analysis.layer
    let sentences = analysis.sentences
    var found: [PatternMatch] = []
    analysis.document.prose.withUnsafeBufferPointer { text in
      layer.tokens.withUnsafeBufferPointer { tokens in
        sentences.withUnsafeBufferPointer { sentences in
          layer.blocks.withUnsafeBufferPointer { blocks in
            programs.withUnsafePointers { programs in
              var machine = PatternMachine(
                text: text, tokens: tokens, sentences: sentences, blocks: blocks, programs: programs,
                lexicon: lexicon)
              scan(&machine, analysis, &found)
            }
          }
        }
      }
    }
    for match in withoutOverlaps(found) { add(match, analysis, &report) }
  }

  /// Of overlapping finds of one rule the first stays, and of those the longest.
  private func withoutOverlaps(_ found: [PatternMatch]) -> [PatternMatch] {
    let sorted = found.sorted {
      let (a, b) = (patterns[$0.pattern].rule, patterns[$1.pattern].rule)
      if a != b { return a < b }
      if $0.mark.lowerBound != $1.mark.lowerBound { return $0.mark.lowerBound < $1.mark.lowerBound }
      if $0.mark.upperBound != $1.mark.upperBound { return $0.mark.upperBound > $1.mark.upperBound }
      return $0.pattern < $1.pattern
    }
    var kept: [PatternMatch] = []
    for match in sorted {
      if let last = kept.last, patterns[last.pattern].rule == patterns[match.pattern].rule,
        match.mark.lowerBound < last.mark.upperBound
      {
        continue
      }
      kept.append(match)
    }
    return kept
  }

  private func add(_ match: PatternMatch, _ analysis: Analysis, _ report: inout Report) {
    let compiled = patterns[match.pattern]
    let definition = definitions[compiled.rule]
    let fixes = compiled.replacements.map {
      Replacement(text: $0, mark: match.mark, analysis: analysis, keepsCase: compiled.keepsCase).fix(
        definition.applicability)
    }
    let message = MessageTemplate.fill(
      definition.message, match: analysis.string(match.mark), fix: compiled.replacements.first ?? "",
      whole: analysis.string(match.tokens))
    report.add(message, at: analysis.range(match.mark), rule: compiled.rule, fixes: fixes)
  }
}
