import Foundation
import StetSpelling

/// Hunspell's own tests: small dictionaries with words to accept and words to refuse.
struct HunspellTests {
  private var dictionaries = 0
  private var isOurs = 0
  private var own = Agreement()
  private var refused: [String] = []
  private var wrong: [String] = []

  /// - Parameter folder: where the .aff, .dic, .good and .wrong files are.
  init(_ folder: String) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".dic") }.map { String($0.dropLast(4)) }.sorted()
    for name in names {
      guard let dictionary = try? SpellingDictionaries(primary: name, secondary: nil, in: [folder]),
        let oracle = HunspellOracle("\(folder)/\(name)")
      else {
        refused.append(name)
        continue
      }
      dictionaries += 1
      let speller = Speller(dictionary)
      if speller.readsMainDictionary { isOurs += 1 }
      var differs = false
      for ending in ["good", "wrong"] {
        guard let data = try? Data(contentsOf: URL(filePath: "\(folder)/\(name).\(ending)")) else { continue }
        for word in String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
        where !word.contains(" ") {
          let (ours, theirs) = (speller.isInMainDictionary(word), oracle.accepts(word))
          own.add(word, in: name, ours: ours, theirs: theirs)
          if ours != theirs { differs = true }
        }
      }
      if differs { wrong.append(name) }
    }
  }

  func lines(_ shown: Int) -> String {
    "\(dictionaries) dictionaries, of which Stet reads \(isOurs) itself and asks the library for the rest; differing: "
      + "\(wrong.count) (\(wrong.joined(separator: " "))); without a word list that can be read: "
      + "\(refused.joined(separator: " "))\n" + own.lines(shown)
  }
}
