import StetLanguage
import Testing

@Suite("Lexicon")
struct LexiconTests {
  /// All workers ask one lexicon at once; a look-up that wrote anything would give wrong keys or crash.
  @Test func manyTasksAskOneLexicon() async {
    let lexicon = Lexicon()
    let words = ["Therefore", "dr", "MONDAY", "xylophonist", "spokeswoman", "Niger’s", "thirty", "their"]
    let keys = words.map { word in Self.find(word, lexicon) }
    #expect(keys[2] == lexicon.key("monday"))
    let wrong = await withTaskGroup(of: Int.self) { group in
      for task in 0..<8 {
        group.addTask {
          (0..<20_000).count { round in
            let index = (round + task) % words.count
            return Self.find(words[index], lexicon) != keys[index]
          }
        }
      }
      return await group.reduce(0, +)
    }
    #expect(wrong == 0)
  }

  private static func find(_ word: String, _ lexicon: Lexicon) -> WordKey? {
    var word = word
    return word.withUTF8 { lexicon.find($0) }
  }
}
