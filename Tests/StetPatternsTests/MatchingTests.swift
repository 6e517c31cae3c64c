import Testing

@Suite struct MatchingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var patterns: [String]
    /// With ⟦marks⟧ where the rule must find something.
    var text: String
    var more: String

    init(_ pattern: String, _ text: String, _ more: String = "") {
      patterns = [pattern]
      self.text = text
      self.more = more
    }

    var testDescription: String { "\(patterns) in “\(text)”" }
  }

  @Test(arguments: [
    // Words, case, glue
    Case("since", "Ever ⟦since⟧. ⟦Since⟧ then. ⟦SINCE⟧!"),
    Case("\"Army\"", "the ⟦Army⟧ and the army"),
    Case("don't", "We ⟦don’t⟧ and ⟦don't⟧, but do n't"),
    Case("year-old", "a ten-⟦year-old⟧, a year - old"),
    Case("However,", "⟦However,⟧ it rained; however late. However , no"),
    Case("straße", "Die ⟦Straße⟧"),
    Case("<number>-year", "a ⟦5-year⟧ plan, 5 -year, 5 year"),
    Case("\\$ <number>", "⟦$5⟧ and 5$"),
    Case("U.S. troops", "the ⟦U.S. troops⟧"),
    Case("'s", "Mali⟦'s⟧ and Chad⟦’s⟧"),
    // Alternatives, groups, repetition
    Case("in|on May", "⟦in May⟧, ⟦on May⟧, at May"),
    Case("(of course | for sure)", "⟦of course⟧ and ⟦for sure⟧, of sure"),
    Case("(a (b | c d) | e) f", "⟦a b f⟧ ⟦a c d f⟧ ⟦e f⟧ a f"),
    Case("very? old", "⟦very old⟧ and ⟦old⟧"),
    Case("from <word>{0,2} to", "⟦from to⟧, ⟦from a b to⟧; from a b c to"),
    Case("<number>{2}", "⟦1 2⟧ and 3"),
    Case("(ha){2,3}", "⟦ha ha ha⟧"),
    Case("*ed", "⟦walked⟧ and ed and walks"),
    Case("un*", "⟦unhappy⟧ un sun"),
    Case("discuss !about", "⟦discuss it⟧ discuss about discuss"),
    Case("say !(a|an)", "say a ⟦say the⟧"),
    Case(
      "<any>{0,20} <any>{0,20} <any>{0,20} nowhere", "a b c d e f g h i j k l m n o p q r s t u v w x y z"),
    // Classes
    Case("<article> <capitalized>", "⟦the Bank⟧, the bank, ⟦a NATO⟧"),
    Case("in <year>", "⟦in 2001⟧, in 30, in 3000, in 20011"),
    Case("<quote>", "⟦\"⟧a⟦\"⟧ ⟦“⟧b⟦”⟧"),
    Case("<determiner> <determiner>", "⟦the his⟧ army, the army"),
    Case("<month> <number>", "⟦May 7⟧ and 7 May"),
    Case("in <month>", "⟦in spring⟧, in May", "define: {month: spring|autumn}"),
    // Edges
    Case("^ but", "⟦But⟧ he did but. “⟦But⟧ no.”"),
    Case("there $", "⟦there⟧. There he is, ⟦there⟧!”"),
    Case("^^ so", "⟦So⟧ it is. So what.\n\n⟦So⟧."),
    Case("end $$", "The end. The ⟦end⟧."),
    Case("helps $ ^ let me", "It ⟦helps. Let me⟧ know. It helps let me. It helps. I let me."),
    Case("a b", "It is a. b is it"),
    Case("a b", "It is a\n\nb is it"),
    // Marks
    Case("he ⟦have⟧", "he ⟦have⟧ it, she have"),
    Case("⟦the⟧ <word>{1,2} bank", "⟦the⟧ big old bank"),
    Case("the ⟦old|new⟧ bank", "the ⟦old⟧ bank, the ⟦new⟧ bank"),
    // Overlaps: first, then longest
    Case("a|b b? c?", "⟦a b c⟧ ⟦b b⟧"),
    // Exceptions and places
    Case("since", "⟦since⟧ May; ever since", "except: [ever since]"),
    Case("word", "⟦word⟧ “word”", "where: {quoted: false}"),
    Case("word", "word “⟦word⟧”", "where: {quoted: true}"),
    Case("word", "⟦word⟧\n\n⟦Word⟧.\n\na word", "where: {position: whole-block}"),
    Case("word", "⟦word⟧ word. ⟦Word⟧", "where: {position: sentence-start}"),
    Case("word", "one ⟦word⟧.\n\nword.\n\n⟦word⟧.", "where: {document: {first: 1, last: 1}}"),
  ])
  func finds(_ test: Case) {
    let harness = Harness(patterns: test.patterns, more: test.more)
    #expect(harness.errors.map(\.description) == [])
    #expect(harness.marked(test.text.withoutMarks) == test.text)
  }

  struct FixCase: Sendable {
    var yaml: String
    var text: String
    var fixed: String
  }

  @Test(arguments: [
    FixCase(
      yaml: "patterns: [⟦since⟧ years]\nfix: {review: for}", text: "Since years. since years",
      fixed: "For years. for years"),
    FixCase(
      yaml: "patterns: [discuss ⟦about⟧]\nfix: {safe: ''}", text: "We discuss about it.",
      fixed: "We discuss it."),
    FixCase(
      yaml: "patterns: [⟦more⟧ better]\nfix: {safe: ''}", text: "More better. more better",
      fixed: "Better. better"),
    FixCase(
      yaml: "replacements: {Iraqian: Iraqi, Iraqians: [Iraqis]}\nfix: safe",
      text: "the Iraqian; IRAQIANS; iraqian",
      fixed: "the Iraqi; IRAQIS; Iraqi"),
  ])
  func fixes(_ test: FixCase) {
    let harness = Harness(yaml: test.yaml)
    #expect(harness.errors.map(\.description) == [])
    #expect(harness.fixed(test.text) == test.fixed)
  }

  @Test func messagesNameTheMatch() {
    let harness = Harness(yaml: "replacements: {⟦an⟧ unit: a}\nfix: safe")
    #expect(harness.findings("An unit.").map(\.message) == ["“An” is found."])
  }
}
