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
    ("milllion", "million"), ("presedent", "president"), ("cermeony", "ceremony"), ("hapenned", "happened"),
    ("accomodattion", "accommodation"),
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
    for word in ["gorpcore", "zorble", "fintwit", "tusheti", "khinkali", "glorple"] {
      #expect((speller.slip(for: word)?.likelihood ?? 0) < 0.6, "\(word)")
    }
  }

  @Test(arguments: [
    ("recieve", "receive", Edit(kind: .swap, at: 3, letter: 0)),
    ("seperate", "separate", Edit(kind: .replace, at: 3, letter: 0x61)),
    ("comitee", "committee", nil), ("desk", "desk", nil),
    ("acess", "access", Edit(kind: .insert, at: 2, letter: 0x63)),
    ("untill", "until", Edit(kind: .delete, at: 5, letter: 0x6C)),
    ("des", "desk", Edit(kind: .insert, at: 3, letter: 0x6B)),
    ("xdesk", "desk", Edit(kind: .delete, at: 0, letter: 0x78)),
    ("ab", "ba", Edit(kind: .swap, at: 0, letter: 0)),
  ])
  func theEditBetweenTwoWords(_ word: String, _ other: String, _ edit: Edit?) {
    let found = Array(word.utf8).withUnsafeBufferPointer { word in
      Array(other.utf8).withUnsafeBufferPointer { Edit(from: word, to: $0) }
    }
    #expect(found == edit)
  }

  @Test func slipsAreTheSameFromTheCache() throws {
    let speller = Speller(try dictionaries.get())
    let words = ["goverment", "zorblefq", "acommodaton", "yuforicaly"]
    let first = words.map { speller.slip(for: $0, atLeast: 0.5) }
    #expect(words.map { speller.slip(for: $0, atLeast: 0.5) } == first)
    // A search for likely slips must not hide others from one that asks for all.
    let fresh = Speller(try dictionaries.get())
    #expect(words.map { speller.slip(for: $0) } == words.map { fresh.slip(for: $0) })
  }
}
