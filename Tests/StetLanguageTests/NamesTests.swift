import Testing

@testable import StetLanguage

@Suite("Names and entities")
struct NamesTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var text: String
    var name: String
    var kind: Entity.Kind
    var testDescription: String { "\(name) in “\(text)”" }
  }

  static let kinds = [
    Case(text: "On Monday Mr Okonjo left for the coast.", name: "Mr Okonjo", kind: .person),
    Case(text: "The tailor Ruslan Abdykarov sued.", name: "Ruslan Abdykarov", kind: .person),
    Case(text: "“We lost,” said Brankovic.", name: "Brankovic", kind: .person),
    Case(text: "Veshnak, 41, lost his job.", name: "Veshnak", kind: .person),
    Case(text: "They met in Ouranville.", name: "Ouranville", kind: .place),
    Case(text: "The village of Trebnik burned down.", name: "Trebnik", kind: .place),
    Case(text: "Much of Saskatchewan lay under snow.", name: "Saskatchewan", kind: .place),
    Case(text: "Trebnik is situated on a lake.", name: "Trebnik", kind: .place),
    Case(text: "The mayor of Trebnik resigned.", name: "Trebnik", kind: .place),
    Case(text: "Trebnik’s population fell.", name: "Trebnik", kind: .place),
    Case(text: "West Saskatchewan was once a desert.", name: "West Saskatchewan", kind: .place),
    Case(
      text: "On Monday the voters of the old district had backed State Senator Martin Hale again.",
      name: "State Senator Martin Hale", kind: .person),
    Case(text: "He studied at the University of Tartu.", name: "University of Tartu", kind: .organisation),
    Case(text: "The Quorum Bank raised its rates.", name: "Quorum Bank", kind: .organisation),
    Case(text: "Shares of Volkswagen fell.", name: "Volkswagen", kind: .organisation),
  ]

  @Test("a name has its kind", arguments: kinds)
  func kind(_ test: Case) throws {
    let analysis = try Reading.analysis(test.text)
    let name = analysis.names.first { analysis.string($0.tokens) == test.name }
    #expect(name?.kind == test.kind)
  }

  @Test(
    "the parts of a person's name",
    arguments: [
      ("The court heard Dr Maria Lindqvist.", ["title Dr", "given Maria", "family Lindqvist"]),
      ("Reporters asked Charles de Brissac.", ["given Charles", "family de Brissac"]),
      ("The envoy met Xi Jinping.", ["family Xi", "given Jinping"]),
      ("The lawyer Martin Hale Jr. left.", ["given Martin", "family Hale", "suffix Jr."]),
    ])
  func parts(_ text: String, _ expected: [String]) throws {
    let analysis = try Reading.analysis(text)
    let parts = analysis.names.flatMap(\.parts).map { "\($0.role) \(analysis.string($0.tokens))" }
    #expect(parts == expected)
  }

  @Test(
    "mentions of one entity are together",
    arguments: [
      ("Anneke Vos won. Vos had led since May.", "Anneke Vos", "Vos"),
      ("The Harbour Workers Union (HWU) struck. HWU wants more pay.", "Harbour Workers Union", "HWU"),
      ("Pavel Dorn, the mine director, resigned. The director gave no reason.", "Pavel Dorn", "The director"),
    ])
  func together(_ text: String, _ first: String, _ second: String) throws {
    let analysis = try Reading.analysis(text)
    let phrases = analysis.mentions.phrases
    let a = phrases.first {
      analysis.string($0.tokens) == first || analysis.string($0.tokens) == "The " + first
    }
    let b = phrases.last { analysis.string($0.tokens) == second }
    #expect(a != nil && a?.entity == b?.entity)
  }

  @Test("a headline in capitals names nobody by its capitals")
  func headline() throws {
    let analysis = try Reading.analysis("Farmers Demand Cheaper Fuel Before Winter\n\nThey may strike.\n")
    #expect(analysis.names.isEmpty)
  }

  @Test("names that reach over their phrases do no harm")
  func overlap() throws {
    let analysis = try Reading.analysis(
      "For each of these parties, Alder is De La Roca's mate. The De La Roca/Alder ticket has access in 15 states."
    )
    #expect(!analysis.names.isEmpty)
    #expect(analysis.antecedents.isEmpty)
  }
}
