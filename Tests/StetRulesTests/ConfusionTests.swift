import StetLanguage
import StetRules
import Testing

/// Words that are taken for one another: sentences that no frame was written from, and tables with faults.
@Suite struct ConfusionTests {
  @Test(arguments: [
    "The crew told us that ⟦there⟧ boat had sunk.", "I am sure that ⟦their⟧ going to sell the mill.",
    "The choir lost ⟦it's⟧ hall in the fire.", "She thinks ⟦its⟧ hard to say.",
    "Bring ⟦you're⟧ tickets to the gate.", "We hope that ⟦your⟧ able to come.",
    "A baker ⟦who’s⟧ ovens broke lent him flour.", "The old pier is longer ⟦then⟧ the new one.",
    "He wrote a letter, and ⟦than⟧ he left.", "The quarrel has ⟦lead⟧ to a strike.",
    "The ⟦principle⟧ reason was money.", "The flood will ⟦effect⟧ every street.",
    "The rain had no ⟦affect⟧ on the harvest.", "Everyone ⟦accept⟧ the mayor agreed.",
    "Lawyers ⟦advice⟧ clients to wait.", "The diver could not ⟦breath⟧ under the ice.",
    "The rope came ⟦lose⟧ in the wind.", "Ask ⟦weather⟧ the ferry sails today.",
    "The boys ⟦where⟧ arrested at the gate.", "The soup is ⟦to⟧ hot for the child.",
    "She jumped ⟦of⟧ the wall.", "They crossed the ⟦boarder⟧ at night.", "The shares fell, of ⟦coarse⟧.",
    "You can ⟦here⟧ the bells from the quay.", "As a ⟦hole⟧, the plan is sound.",
    "Police have ⟦past⟧ the file to the court.", "She drove ⟦passed⟧ the school.",
    "They signed a ⟦piece⟧ treaty.", "The web ⟦sight⟧ was down.",
  ])
  func findsTheWrongWord(_ example: String) throws {
    let text = example.filter { $0 != "⟦" && $0 != "⟧" }
    let found = Desk.shared.lint(Array(text.utf8), only: "confused-word")
    let ranges = found.map(\.range.indices)
    #expect(marked(Array(text.utf8), ranges) == example)
  }

  @Test(arguments: [
    "The City Council met, and the Capitol Hill staff left.", "He read Then and Now, a novel.",
    "“Their” and “there” sound alike.", "The moral of the story raised morale.",
    "She was led to the lead singer; he leads it.", "He said that to too many people it was too much.",
    "Of course the coarse cloth was cheap. The course of the river changed.",
    "It was plain that the plane was late.", "Cite the site in sight. The right to write a rite is old.",
    "The passed law is past. In the past he walked past the house.", "A set piece is no peace treaty.",
    "Most of us were where we were, and we’re here to hear.", "The well-led, too-big firm lost.",
    "We ensure that the house is insured against fire.", "Other than that, he was better, then left.",
  ])
  func leavesTheRightWord(_ text: String) {
    #expect(Desk.shared.lint(Array(text.utf8), only: "confused-word").map(\.message) == [])
  }

  @Test(arguments: [
    ("= lose | loose\nloose > lose\n  to loose", 3, "a frame has one “_”"),
    ("= lose | loose\nloose > lose\n  @verb _", 3, "no list is called @verb"),
    ("= lose | loose\nloose > lose\n  VERB _", 3, "there is no word class “VERB”"),
    ("= lose | loose\nloose > lose : %verb", 2, "no group of frames is called %verb"),
    ("loose > lose", 1, "a pair of words stands below a set"), ("  to _", 1, "belongs to no pair"),
    (": lose VERB", 1, "there is no word class “VERB”"), (": lose", 1, "a line of classes"),
  ])
  func tellsWhatIsWrongWithATable(_ table: String, _ line: Int, _ message: String) {
    let bytes = Array(table.utf8)
    #expect {
      try bytes.withUnsafeBufferPointer { (bytes) throws in try ConfusionTable(bytes, Lexicon()) }
    } throws: { error in
      let fault = error as? ConfusionTableFault
      return fault?.line == line && fault?.message.contains(message) == true
    }
  }
}
