import Testing

@testable import StetSpelling

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("recieve", "receive"), ("goverment", "government"), ("Goverment", "Government"),
    ("GOVERMENT", "GOVERNMENT"),
    ("definately", "definitely"), ("seperate", "separate"), ("accomodation", "accommodation"),
    ("adress", "address"), ("teh", "the"), ("beleive", "believe"), ("goverment’s", "government's"),
    ("fotograph", "photograph"), ("independant", "independent"), ("responsable", "responsible"),
    ("dont", "don't"),
    ("febuary", "February"), ("Ukranian", "Ukrainian"), ("visitedthe", "visited the"), ("alot", "a lot"),
    ("court-apointed", "court-appointed"), ("comittee", "committee"), ("embarass", "embarrass"),
    ("acommodaton", "accommodation"), ("neccesary", "necessary"), ("organiseing", "organising"),
    ("milllion", "million"), ("presedent", "president"),
  ])
  func firstSuggestion(_ wrong: String, _ right: String) throws {
    let speller = Speller(try dictionaries.get())
    #expect(!speller.isKnown(wrong))
    #expect(speller.suggestions(for: wrong).first == right)
  }

  /// A neighbour of such a word is another country, people or capital.
  @Test(arguments: [
    "Nigerien", "Niger", "Austria", "Slovenia", "Mali", "Malian", "Dominica", "Iraqi", "Gambian",
  ])
  func placesGetNone(_ word: String) throws {
    #expect(Speller(try dictionaries.get()).suggestions(for: word) == [])
  }

  @Test func limitAndDistance() throws {
    let speller = Speller(try dictionaries.get())
    #expect(speller.suggestions(for: "wrod", limit: 2).count == 2)
    #expect(speller.suggestions(for: "qxzvkjwqxzv") == [])
    #expect(speller.suggestions(for: "") == [])
  }

  @Test func theInjectedFrequencyDecides() throws {
    let dictionaries = try dictionaries.get()
    func first(_ common: String) -> String? {
      Speller(dictionaries) { String(decoding: $0, as: UTF8.self) == common ? 120 : 0 }
        .suggestions(for: "bloun").first
    }
    #expect(first("blown") == "blown")
    #expect(first("bloom") == "bloom")
  }

  @Test func slipsAreToldFromCoinages() throws {
    let speller = Speller(try dictionaries.get())
    for word in ["goverment", "recieved", "definately", "independant", "seperated", "begining", "occured"] {
      #expect(try #require(speller.slip(for: word)).likelihood > 0.6, "\(word)")
    }
    for word in ["gorpcore", "zorble", "fintwit", "tusheti", "khinkali", "gliss"] {
      #expect((speller.slip(for: word)?.likelihood ?? 0) < 0.6, "\(word)")
    }
  }

  /// Each candidate is visited where it should be, and none is the word itself.
  @Test func editsOfAShortWord() {
    var word = "ab"
    var seen: Set<String> = []
    _ = word.withUTF8 { word in
      EditCandidates.visit(word, at: 0..<3) { candidate, _ in
        seen.insert(String(decoding: candidate, as: UTF8.self))
        return false
      }
    }
    #expect(seen.isSuperset(of: ["ba", "a", "b", "xb", "ax", "xab", "axb", "abx", "a'b", "aab", "abb"]))
    #expect(!seen.contains("ab"))
    #expect(seen.count == 1 + 2 * 26 + 2 + 3 * 27 - 2)
  }
}
