import Testing

@testable import StetSpelling

@Suite struct JudgementTests {
  /// A medicine that no list holds must not become another one that a list does.
  @Test(arguments: ["fexazolam", "nortidipine", "amoximycin", "tolopril", "prednazolone", "lofacillin"])
  func oneMedicineIsNotTurnedIntoAnother(_ word: String) throws {
    let stem = try #require(Array(word.utf8).withUnsafeBufferPointer { MedicineName($0) })
    for proposal in Speller(try dictionaries.get()).suggestions(for: word, limit: 5) {
      #expect(!Array(proposal.utf8).withUnsafeBufferPointer { stem.isAnother($0) }, "\(proposal)")
    }
  }

  @Test(arguments: ["penicilin", "ibuprofin", "asprin", "parcel", "reason"])
  func otherWordsAreNoMedicines(_ word: String) {
    #expect(Array(word.utf8).withUnsafeBufferPointer { MedicineName($0) == nil })
  }

  /// Misspelled, a country or its people is proposed itself or nothing, not one that is taken for it.
  @Test func oneCountryIsNotTurnedIntoAnother() throws {
    let speller = Speller(try dictionaries.get())
    let countries = try words(of: "Dictionaries/en/countries.tsv")
    var wrong: [String] = []
    for group in try lines("Dictionaries/en/confusable-countries.tsv") {
      let names = group.split(separator: ";").map(String.init)
      for name in names {
        let others = Set(names.filter { $0 != name }.flatMap { countries[$0] ?? [] })
          .subtracting(countries[name] ?? [])
        for word in countries[name] ?? [] where word.utf8.count >= 6 {
          var slip = word
          slip.remove(at: slip.index(slip.startIndex, offsetBy: slip.count / 2))
          guard !speller.isKnown(slip), let found = speller.slip(for: slip, atLeast: 0.35) else { continue }
          if others.contains(found.replacement) { wrong.append("\(word): \(slip) → \(found.replacement)") }
        }
      }
    }
    #expect(wrong == [])
  }

  /// Every name of a country, a people or a capital stays what it is.
  @Test func noPlaceGetsAProposal() throws {
    let speller = Speller(try dictionaries.get())
    let places = try lines("Dictionaries/en/places.txt")
    #expect(places.count > 500)
    #expect(places.filter { !speller.suggestions(for: $0).isEmpty } == [])
  }

  @Test(arguments: [
    ("Wendesday", "Wednesday"), ("Febuary", "February"), ("Septembre", "September"), ("Satuday", "Saturday"),
    ("Octber", "October"), ("Tuesdays", nil), ("Monda", nil), ("Janus", nil), ("Decembrist", nil),
    ("Noven", nil),
  ])
  func daysAndMonths(_ word: String, _ meant: String?) throws {
    let speller = Speller(try dictionaries.get())
    let found = speller.isKnown(word) ? nil : speller.calendarWord(near: word)
    #expect(found == meant)
  }

  @Test(arguments: [
    ("cermeony", "ceremony", 60), ("tobbaco", "tobacco", 45), ("goverent", "government", 58),
    ("ceremony", "harmony", nil), ("abcd", "badc", 80),
  ])
  func twoEditsOfOneSlip(_ wrong: String, _ right: String, _ cost: Int?) {
    let found = Array(wrong.utf8).withUnsafeBufferPointer { wrong in
      Array(right.utf8).withUnsafeBufferPointer { SlipCost.costAtOnce(of: wrong, for: $0) }
    }
    #expect(found == cost)
  }

  @Test(arguments: [
    ("servicers", true), ("misconfigured", true), ("relocator", true), ("goverment", false),
    ("gorpcore", false),
  ])
  func loosely(_ word: String, _ isDerived: Bool) throws {
    let speller = Speller(try dictionaries.get())
    #expect(Array(word.utf8).withUnsafeBufferPointer { speller.isLooselyDerived($0) } == isDerived)
  }

  private func lines(_ name: String) throws -> [String] {
    String(decoding: try #require(EmbeddedData.bytes(named: name)), as: UTF8.self)
      .split(separator: "\n").filter { $0.first != "#" }.map(String.init)
  }

  /// The single words of a country's name, its adjectives and its people, by the name.
  private func words(of name: String) throws -> [String: Set<String>] {
    var words: [String: Set<String>] = [:]
    for line in try lines(name) {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      let all = fields.prefix(3).flatMap { $0.split(separator: ";") }.map(String.init)
      for country in fields[0].split(separator: ";") {
        words[String(country)] = Set(all.filter { !$0.contains(" ") })
      }
    }
    return words
  }
}
