import StetLanguage
import Testing

private func association(_ left: String, _ right: String) -> TransitionModel.Association? {
  var (left, right) = (left, right)
  return left.withUTF8 { left in right.withUTF8 { right in TransitionModel().association(left, right) } }
}

private func association(_ left: PennTag, _ right: String) -> TransitionModel.Association? {
  var right = right
  return right.withUTF8 { TransitionModel().association(left, $0) }
}

@Suite struct TaggingStatisticsTests {
  /// Seams of joined drafts are rarer than what stands in sentences.
  @Test(arguments: [
    // "their There is" against "their house is"
    ([PennTag.possessivePronoun, .existentialThere], [PennTag.possessivePronoun, .singularNoun]),
    // "the In" against "the old"
    ([.determiner, .preposition], [.determiner, .adjective]),
    // "the said" against "the house"
    ([.determiner, .pastVerb], [.determiner, .singularNoun]),
    ([.possessivePronoun, .modal], [.personalPronoun, .modal]),
    ([.modal, .thirdPersonVerb], [.modal, .baseVerb]),
  ])
  func rarePairs(rare: [PennTag], usual: [PennTag]) {
    let model = TransitionModel()
    #expect(model.rarity(of: (rare[0], rare[1])) > model.rarity(of: (usual[0], usual[1])) + 2)
    #expect(model.count(rare[0], rare[1]) * 10 < model.count(usual[0], usual[1]))
  }

  @Test func triplesBackOffToPairs() {
    let model = TransitionModel()
    let usual = model.rarity(of: (.determiner, .adjective, .singularNoun))
    #expect(usual < 1.5)
    #expect(model.rarity(of: (.determiner, .adjective, .pastVerb)) > usual + 2)
    // Never seen, but finite.
    #expect(model.rarity(of: (.listMarker, .possessiveEnding, .predeterminer)).isFinite)
    #expect(model.count(.listMarker, .possessiveEnding, .predeterminer) == 0)
  }

  @Test func boundariesAreCounted() {
    let model = TransitionModel()
    #expect(model.count(.sentenceEnd, nil) > model.count(.preposition, nil) * 20)
    #expect(model.total > 200_000)
    #expect(model.count(.sentenceEnd) > 10_000)
  }

  /// Words tell more than tags that a tagger chose.
  @Test(arguments: [("their", "there"), ("the", "in"), ("of", "he"), ("the", "they"), ("a", "is")])
  func wordsThatAvoidEachOther(left: String, right: String) throws {
    let found = try #require(association(left, right))
    #expect(found.avoidance > 1)
  }

  @Test(arguments: [("of", "the"), ("it", "is"), ("there", "is"), ("in", "a"), ("he", "was")])
  func wordsThatSeekEachOther(left: String, right: String) throws {
    let found = try #require(association(left, right))
    #expect(found.avoidance < 0)
    #expect(found.seen > 20)
  }

  @Test func tagBesideWord() throws {
    let avoided = try #require(association(.possessivePronoun, "there"))
    let sought = try #require(association(.singularNoun, "of"))
    #expect(avoided.avoidance > 1)
    #expect(sought.avoidance < -1)
    #expect(association(.singularNoun, "zymurgy") == nil)
  }

  @Test(arguments: [("police", false), ("people", false), ("water", false), ("friday", true), ("bush", true)])
  func capitals(word: String, isName: Bool) throws {
    let usage = try #require(CaseModel().usage(of: word))
    #expect((usage.capitalShare > 0.8) == isName)
    #expect(usage.capitalShare < 0.5 || isName)
  }

  @Test func rareWordsHaveNoUsage() {
    #expect(CaseModel().usage(of: "zymurgy") == nil)
  }

  @Test func frequentWordsRankFirst() {
    let frequency = WordFrequency()
    #expect(frequency.frequency(of: "the") > frequency.frequency(of: "government"))
    #expect(frequency.frequency(of: "government") > frequency.frequency(of: "parliament"))
    #expect(frequency.frequency(of: "Government") == frequency.frequency(of: "government"))
    #expect(frequency.frequency(of: "zymurgy") == 0)
  }

  @Test(arguments: [(0, 0), (1, 0), (2, 15), (3, 24), (4, 30), (1024, 150), (65_536, 240), (1 << 20, 255)])
  func frequencySteps(count: Int, expected: UInt8) {
    #expect(WordFrequency.step(count: count) == expected)
  }
}
