import StetLanguage
import StetText

/// How many words of a treebank the tagger gets right.
struct TaggingScore {
  private(set) var words = 0
  private var universal = 0
  private var penn = 0
  private var unknown = 0
  private var unknownUniversal = 0
  private var confusions: [String: Int] = [:]
  private var lemmas = 0
  private var lemmaErrors: [String: Int] = [:]

  init(_ sentences: [TreebankSentence], _ tagger: Tagger, _ lemmatizer: Lemmatizer) {
    var result: [TagPair] = []
    let cache = TaggingCache()
    for sentence in sentences {
      let (text, ranges) = Self.layOut(sentence)
      text.withUnsafeBufferPointer { tagger.tag(sentence: ranges, in: $0, cache: cache, into: &result) }
      for (word, tag) in zip(sentence.words, result) {
        let isUnknown = tagger.lexicon.find(wordHash(word.form)).tags == 0
        words += 1
        unknown += isUnknown ? 1 : 0
        if tag.penn == word.tag.penn { penn += 1 }
        if tag.universal == word.tag.universal {
          universal += 1
          unknownUniversal += isUnknown ? 1 : 0
        }
        let lemma = word.form.withUnsafeBufferPointer { lemmatizer.lemma(of: $0, tag) }
        if lemma == word.lemma.withUnsafeBufferPointer({ Lemmatizer.unified($0) }) {
          lemmas += 1
        } else {
          let texts = [word.form, word.lemma, lemma].map { String(decoding: $0, as: UTF8.self) }
          lemmaErrors["\(texts[0]) \(Self.code(tag)): \(texts[1]) taken for \(texts[2])", default: 0] += 1
        }
        if tag != word.tag {
          confusions["\(Self.code(word.tag)) taken for \(Self.code(tag))", default: 0] += 1
        }
      }
    }
  }

  func line(_ name: String) -> String {
    let total = Double(max(words, 1))
    return pad(name, 22) + pad("\(words)", 10, right: true)
      + pad(percent(Double(universal) / total), 8, right: true)
      + pad(percent(Double(penn) / total), 8, right: true)
      + pad(percent(Double(lemmas) / total), 8, right: true)
      + pad(percent(Double(unknownUniversal) / Double(max(unknown, 1))), 10, right: true)
      + " of \(unknown)"
  }

  func topConfusions(_ count: Int) -> String { Self.top(confusions, count) }

  func topLemmas(_ count: Int) -> String { Self.top(lemmaErrors, count) }

  private static func top(_ counts: [String: Int], _ count: Int) -> String {
    counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.prefix(count)
      .map { pad("\($0.value)", 8, right: true) + "  \($0.key)" }.joined(separator: "\n")
  }

  /// Tokens a second over the sentences, the best of some passes, reading of the words included.
  static func speed(_ sentences: [TreebankSentence], _ tagger: Tagger, passes: Int) -> Double {
    var text: [UInt8] = []
    var all: [[ByteRange]] = []
    for sentence in sentences {
      let (bytes, ranges) = layOut(sentence)
      all.append(ranges.map { ByteRange($0.lower + text.count, $0.upper + text.count) })
      text += bytes + [0x0A]
    }
    let words = all.reduce(0) { $0 + $1.count }
    var best = 0.0
    var result: [TagPair] = []
    let cache = TaggingCache()
    text.withUnsafeBufferPointer { text in
      for _ in 0..<passes {
        let time = processorSeconds {
          for ranges in all { tagger.tag(sentence: ranges, in: text, cache: cache, into: &result) }
        }
        best = max(best, Double(words) / time)
      }
    }
    return best
  }

  private static func layOut(_ sentence: TreebankSentence) -> (text: [UInt8], ranges: [ByteRange]) {
    var text: [UInt8] = []
    var ranges: [ByteRange] = []
    for word in sentence.words {
      ranges.append(ByteRange(text.count, text.count + word.form.count))
      text += word.form
      if word.spaceAfter { text.append(0x20) }
    }
    return (text, ranges)
  }

  private static func code(_ tag: TagPair) -> String { "\(tag.universal.code)/\(tag.penn.code)" }
}

/// Fills a text up with spaces to a width.
func pad(_ text: String, _ width: Int, right: Bool = false) -> String {
  let space = String(repeating: " ", count: max(0, width - text.utf8.count))
  return right ? space + text : text + space
}
