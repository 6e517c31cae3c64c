import Testing

@testable import StetLanguage

@Suite("Pronouns and what they mean")
struct AntecedentsTests {
  /// The verdict on the last pronoun of a text: the phrase chosen, “none: …” or “unsure”.
  private func verdict(_ text: String) throws -> String {
    let analysis = try Reading.analysis(text)
    let phrases = analysis.mentions.phrases
    guard let last = analysis.antecedents.last else { return "no pronoun" }
    switch last.verdict {
    case .chosen(let index): return analysis.string(phrases[last.candidates[index].phrase].tokens)
    case .noneCompatible(let closest): return "none: " + analysis.string(phrases[closest].tokens)
    case .unsure: return "unsure"
    }
  }

  @Test(
    "the likeliest candidate is chosen",
    arguments: [
      ("Mr Haas closed the shop. He had debts.", "Mr Haas"),
      ("The widow sold the mill to a bank. She needed money.", "The widow"),
      ("The company sacked the clerk. It lost the case.", "The company"),
      ("Workers left the plant at noon. They want more pay.", "Workers"),
      ("Mrs Oduya thanked the driver because she was safe.", "Mrs Oduya"),
      ("The nurse told Mr Bellamy that the car had hit him.", "Mr Bellamy"),
    ])
  func chosen(_ text: String, _ expected: String) throws {
    #expect(try verdict(text) == expected)
  }

  @Test(
    "a place or a body alone is nobody",
    arguments: [
      ("Norway has bought grain. He grows little wheat.", "none: Norway"),
      ("The airline cancelled all flights. He has two aircraft.", "none: The airline"),
      ("Uruguay is the smallest member of the bloc. He joined last.", "none: Uruguay"),
      ("Anna Berg wrote to the embassy. Norway expressed his regret.", "none: Norway"),
      ("Jan Berg spoke last. The parliament did his duty.", "none: The parliament"),
      ("Trade is slow here. Within Lima, the draw is his market.", "none: Lima"),
      ("Like other large mills, the mill in Lima closed. Norway bought his wheat there.", "none: Norway"),
    ])
  func none(_ text: String, _ expected: String) throws {
    #expect(try verdict(text) == expected)
  }

  @Test(
    "somebody who may be there is not denied",
    arguments: [
      "The party picked one of its own. He is a farmer.",
      "The number 10 of Brazil scored. He limped off.",
      "Police in Lima found his car.",
      "Norway honoured the accused. He wept.",
      "Tarvik beat Norway. He scored twice.",
      "The court in Norway heard an Australian. He denied it all.",
      "Jordan, 34, left. He was tired.",
      "Wills was a shy man. On court, he shouted.",
      "Rain fell. On the outskirts of Lima, Tarvik later built his hut.",
      "Rain fell. Near the city, Tarvik lost his men.",
      "Rain fell. The war in Tarvik’s life cost him his house.",
      "State Representative Martin Hale left. His seat is empty.",
      "Norway thanked Jan Berg. The ministry bought his farm.",
      "One of the miners stayed behind. Norway pays his rent.",
    ])
  func notDenied(_ text: String) throws {
    let analysis = try Reading.analysis(text)
    for resolution in analysis.antecedents where resolution.pronoun.category == .masculine {
      if case .noneCompatible = resolution.verdict { Issue.record("\(resolution)") }
    }
  }

  @Test("“it” that takes up nothing is left alone")
  func expletive() throws {
    let analysis = try Reading.analysis("The bank failed. It is likely that others will follow.")
    #expect(analysis.antecedents.map(\.pronoun.isExpletive) == [true])
  }

  @Test(
    "who speaks a quotation",
    arguments: [
      ("“We are ready,” Captain Moreau said.", "Captain Moreau"),
      ("“We are ready,” said the mayor.", "the mayor"),
      ("The mayor said, “We are ready.”", "The mayor"),
    ])
  func speaker(_ text: String, _ expected: String) throws {
    let analysis = try Reading.analysis(text)
    let phrase = try #require(analysis.speakers.first??.phrase)
    #expect(analysis.string(analysis.mentions.phrases[phrase].tokens) == expected)
  }

  @Test("there is one pair of tags a token")
  func tags() throws {
    let analysis = try Reading.analysis("GRAIN PRICES RISE\n\nThe mill closed. Nobody asked why.\n")
    #expect(analysis.tags.count == analysis.tokens.count)
    #expect(analysis.tags[4].universal == .noun)
  }
}
