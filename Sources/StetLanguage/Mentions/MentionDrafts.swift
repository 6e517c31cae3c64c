import StetDocument

/// What the sentences say of their phrases and names, each by itself: what `Mentions` makes entities of.
struct MentionDrafts {
  struct NameDraft {
    var run: NameRuns.Run
    var points: NameEvidence
    var parts: [Name.Part]
    var gender: Entity.Gender
    var hint: Entity.Gender
  }

  /// In order of their first tokens.
  private(set) var phrases: [NounPhrase] = []
  /// Per phrase the name in it.
  private(set) var names: [NameDraft?] = []
  /// Per sentence the range of its phrases.
  private(set) var ofSentence: [Range<Int>] = []

  init(_ analysis: Analysis) {
    let sentences = analysis.sentences
    guard let lineage = analysis.lineage else {
      read(sentences.indices, analysis)
      return
    }
    let before = lineage.before.mentionDrafts
    let (head, tail) = lineage.sentences(analysis)
    append(before, 0..<head, moved: 0, sentences: 0)
    read(head..<sentences.count - tail, analysis)
    append(
      before, before.ofSentence.count - tail..<before.ofSentence.count,
      moved: analysis.layer.tokens.count - lineage.before.layer.tokens.count,
      sentences: sentences.count - before.ofSentence.count)
  }

  private mutating func read(_ range: Range<Int>, _ analysis: Analysis) {
    var runs = NameRuns(analysis)
    var finder = PhraseFinder(analysis)
    let classifier = NameClassifier(analysis)
    var found: [NameRuns.Run] = []
    for index in range {
      let sentence = analysis.sentences[index]
      runs.runs(sentence, into: &found)
      let first = phrases.count
      var named: NounPhrase?
      finder.append(sentence, index, found, to: &phrases)
      for at in first..<phrases.count {
        guard let run = phrases[at].name.map({ found[$0] }) else {
          names.append(nil)
          continue
        }
        let joined = named.flatMap { Self.joins($0, phrases[at], analysis) ? $0.kind : nil }
        let points = classifier.evidence(run, phrases[at], sentence, joined: joined)
        let parts = points.kind == .person ? classifier.parts(run.tokens) : ([], .unknown, .unknown)
        names.append(NameDraft(run: run, points: points, parts: parts.0, gender: parts.1, hint: parts.2))
        phrases[at].kind = points.kind
        named = phrases[at]
      }
      ofSentence.append(first..<phrases.count)
    }
  }

  /// “A, B and C”: nothing but a comma or a conjunction between.
  private static func joins(_ first: NounPhrase, _ second: NounPhrase, _ analysis: Analysis) -> Bool {
    let gap = second.tokens.lowerBound - first.tokens.upperBound
    guard gap == 1 || gap == 2, first.kind != .unknown else { return false }
    // “On the outskirts of Oulu, Mahler built a hut”
    let next = second.tokens.upperBound
    if gap == 1, case .comma = analysis.tags[second.tokens.lowerBound - 1].penn, second.role == .subject,
      next < analysis.tags.count
    {
      switch analysis.tags[next].penn {
      case .comma, .coordinatingConjunction: break
      default: return false
      }
    }
    return (first.tokens.upperBound..<second.tokens.lowerBound).allSatisfy {
      switch analysis.tags[$0].penn {
      case .comma, .coordinatingConjunction: true
      default: false
      }
    }
  }

  // MARK: From the version before

  private mutating func append(
    _ before: MentionDrafts, _ range: Range<Int>, moved tokens: Int, sentences: Int
  ) {
    guard let first = range.first, let last = range.last else { return }
    let old = before.ofSentence[first].lowerBound..<before.ofSentence[last].upperBound
    let shift = phrases.count - old.lowerBound
    for range in before.ofSentence[range] { ofSentence.append(range.moved(by: shift)) }
    guard tokens != 0 || sentences != 0 else {
      phrases += before.phrases[old]
      names += before.names[old]
      return
    }
    for at in old {
      phrases.append(before.phrases[at].moved(by: tokens, sentences: sentences))
      names.append(before.names[at]?.moved(by: tokens))
    }
  }
}

extension Range<Int> {
  fileprivate func moved(by shift: Int) -> Range<Int> { lowerBound + shift..<upperBound + shift }
}

extension NounPhrase {
  fileprivate func moved(by shift: Int, sentences: Int) -> NounPhrase {
    var copy = self
    copy.tokens = tokens.moved(by: shift)
    copy.head += shift
    copy.sentence += sentences
    copy.verb = verb.map { $0 + shift }
    return copy
  }
}

extension MentionDrafts.NameDraft {
  fileprivate func moved(by shift: Int) -> Self {
    var copy = self
    copy.run.tokens = run.tokens.moved(by: shift)
    copy.run.head += shift
    copy.run.nested = run.nested?.moved(by: shift)
    copy.parts = parts.map { Name.Part(role: $0.role, tokens: $0.tokens.moved(by: shift)) }
    return copy
  }
}
