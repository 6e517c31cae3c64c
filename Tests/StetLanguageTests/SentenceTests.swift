import StetLanguage
import Testing

@Suite struct SentenceTests {
  /// Sentences stand between bars.
  @Test(arguments: [
    // Plain ends
    "The ferry sank.| Two men swam ashore.", "Did it sink?| It did!| Nobody drowned.",
    "The dam held.| 40 families had fled.", "He left.| iPhones were sold out.",
    "It rained... |Then the sun came out.",
    // Abbreviations
    "Dr. Amina Sow met Gen. Ba at noon.", "The U.S. Navy sent two ships.",
    "He lives in the U.S.| She does not.",
    "They landed at 6 a.m. on Friday.", "The bank opened at 9 a.m.| It closed at noon.",
    "J. K. Mensah wrote it.", "The firm, Acme Inc., failed.", "Nuts, figs, etc. were sold.",
    "They sold nuts, figs, etc.| Prices fell.", "The talks are on Sept. 9 in Rome.",
    "It is No. 4 on the list.",
    "She has a Ph.D. in physics.", "See p. 14 for a map.", "Was it No. 2?| No.| It was not.",
    "Wait two hrs. and call.", "Bring tools, e.g. The Long Saw, along.", "The inquiry (cf. Art. 9) ended.",
    "Plan B.| The others failed.",
    // Datelines and headlines
    "NIAMEY, Niger (AP) — Rebels took the fort.", "OMAHA, Neb. -- A storm hit the city.",
    "Council rejects new bridge", "Port strike ends; ships sail",
    // Quotations and brackets
    "“We lost.” |He wept.", "“Why me?” he asked.", "“Stop!” cried the guard.| He ran.",
    "\"It is over,\" she said.| \"Go home.\" |They went.", "He left (he was tired).| She stayed.",
    "(He was tired.) |She stayed.", "‘Never.’ |That was all.", "It began in 1950.[1] [2] |It ended in 1953.",
    // Marks
    "“Well ... perhaps,” he said.", "He waited… and waited.", "Really?!| Yes!!!| Fine.",
    "And then . . . |Nothing came.",
    "The play Oh! (1969) ran for years.", "Yahoo! said profits rose.", "What a mess! |she said nothing.",
    // A blank forgotten, numbers and names of the net
    "The road was closed.|Drivers turned back.", "Version 2.5 of example.com is out.",
    "It cost 3.50 at the time.",
    // Labels
    "1. Wash the rice.| 2. Boil it.", "There are two: 1. The first is old.",
    // Emoticons and lines
    "It worked :) |Thanks!", "Nice day. :) |See you.", "The end |---------- |Next letter",
  ])
  func sentences(_ marked: String) {
    let text = marked.filter { $0 != "|" }
    let expected = marked.split(separator: "|").map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    #expect(segmented(text).sentences == expected)
  }
}
