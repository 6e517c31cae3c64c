import StetDocument
import StetLanguage
import Testing

/// The tokens and sentences of a text that is one block.
func segmented(_ text: String) -> (tokens: [String], sentences: [String], layer: TokenLayer) {
  let lexicon = Lexicon()
  let bytes = Array(text.utf8)
  return bytes.withUnsafeBufferPointer { buffer in
    let words = lexicon.table()
    let block = Block(kind: .paragraph, prose: ProseRange(0, bytes.count))
    let layer = TokenLayer(buffer, blocks: [block], words: words, lexicon: lexicon)
    let tokens = layer.tokens.map { String(decoding: bytes[$0.range.indices], as: UTF8.self) }
    let sentences = layer.sentences(in: buffer, words: words, lexicon: lexicon).map { sentence in
      let first = Int(layer.tokens[sentence.first].start)
      return String(decoding: bytes[first..<Int(layer.tokens[sentence.end - 1].end)], as: UTF8.self)
    }
    return (tokens, sentences, layer)
  }
}

@Suite struct TokenizerTests {
  /// A bar stands between two tokens that touch; a blank between two that do not.
  @Test(arguments: [
    // Clitics
    "The baker|'s van did|n't start|.", "They|’ll say we could|n’t|.",
    "I|'m sure you|'ve read what she|'d written|.",
    "Both countries|' ports|, the Netherlands|’ too|.", "The U.N.|'s envoy", "In 2011|'s election",
    "the 1920's and the 80’s", "back in '68 and the ’90s", "O'Hara of the Shi'ite quarter", "Levi|`s shop",
    "Nobody can|not swim|.", "I|'m gon|na leave|, you got|ta stay", "DO|N'T PANIC",
    // Hyphens and slashes
    "a well|-|known co-author|'s pre-war e-mail", "an anti-tax non-member re-entered", "a Kafka-esque plot",
    "an X|-|ray of his T|-|shirt", "the mother|-|in|-|law", "Paris|–|Dakar", "yes|/|no", "coffee w/o milk",
    "the Paris|-|based bank|—|a giant|—|fell",
    // Numbers, units, dates, times, money
    "It cost $|5|m|, or €|4.6|bn|.", "5|km in 27|min", "at 4:30|pm|, not 11|AM",
    "Some 10|% of 1,250,000 votes",
    "12|,|13 and 14", "on 3/14/2019 and 2019-04-01", "the 22nd of May|, the 4G network",
    "Call 020-555-0147 or 555-0199|.", "Call +44 20 now", "the 2003|-|2005 war", "a .22 rifle", "No.|1",
    "a 2.5|-|year term", "the mid-1960s and an A|-|10", "for 20|minutes", "15|°|C", "in 10,00,000 homes",
    // Abbreviations and initials
    "Gen. Ito met Ms. Li of Acme Inc. at 9 a.m. today|.", "J. R. Smith Jr. sued|.", "the U.S. army",
    "in Topeka|, Kan. on Monday", "e.g. cats|, dogs etc. and so on", "cats|, dogs|, etc|.",
    "He said no|. Then",
    "see p. 12 (|c. 1850|)", "on Sept. 3|, Sun. Oct. 4", "a Ph.D. student", "Petrov|, A.|; Singh|, B.|, eds.",
    "three hrs. later", "vitamin C|. The",
    // Marks
    "What|?! No|!!!", "Why|...|? Because|.", "etc|...", "oh d*mn|!", "Well|... yes|…", "“|No|,|” she said|.",
    "''|Stop|''", "(|see [|3|]|)", "a|--|b",
    // Addresses, names of the net, emoticons
    "See https://example.org/a_(b)?q=1|.", "(|www.example.net/x|)", "Write to jo.doe+news@mail.example.org|.",
    "the site example.com|, and example.org/news too", "open report.pdf or DATA.XLS",
    "in comp.lang.misc today",
    "@desk wrote #strike in item #|4", "Thanks :) and ;-) or :D", "(|see below|:|)", "I <3 it ^_^",
    "Great 👍🏽 news 🇳🇪", "AT&T and R&D", "snake_case",
  ])
  func tokens(_ marked: String) {
    let text = marked.filter { $0 != "|" }
    let expected = marked.split { $0 == " " || $0 == "|" }.map(String.init)
    #expect(segmented(text).tokens == expected)
  }

  @Test(arguments: [
    ("Paris", Token.Kind.word, Token.Shape.capitalized), ("NATO", .word, .upper), ("iPhone", .word, .mixed),
    ("river", .word, .lower), ("Élan", .word, .capitalized), ("1,000", .number, .none),
    ("22nd", .number, .lower),
    ("’72", .number, .none), ("!?", .punctuation, .none), ("$", .symbol, .none), (":-)", .emoji, .none),
    ("a.b@c.org", .email, .none), ("https://a.org", .url, .none), ("@name", .handle, .none),
    ("#tag", .hashtag, .none),
    ("\u{1A}", .placeholder, .none),
  ])
  func kinds(_ text: String, kind: Token.Kind, shape: Token.Shape) {
    let tokens = segmented(text).layer.tokens
    #expect(tokens.map(\.kind) == [kind])
    #expect(tokens.map(\.shape) == [shape])
  }

  /// Equal words have equal keys, whatever their case, length, apostrophe or place in the text.
  @Test(arguments: [
    "a", "harbour", "harbours", "internationally", "extraordinarily", "don’t", "naïve", "États", "'s",
  ])
  func keys(_ word: String) {
    let lexicon = Lexicon()
    let words = lexicon.table()
    let key = words.intern(word)
    #expect(words.string(key) == word.lowercased().replacing("’", with: "'"))
    for other in [word.uppercased(), word.lowercased(), word] {
      #expect(words.intern(other) == key)
      var bytes = Array((other + "  and more text after it").utf8)
      bytes.withUnsafeMutableBufferPointer { text in
        let slice = UnsafeBufferPointer(rebasing: text[0..<other.utf8.count])
        #expect(words.intern(slice) == key)
        #expect(words.find(slice) == key)
      }
    }
    #expect(words.intern(word + "x") != key)
  }

  /// Whatever the bytes, tokens are in order, cover every byte that is no blank, and end inside the text.
  @Test func anyBytesAreCut() {
    var state: UInt64 = 7
    let alphabet =
      Array("ab Z9.,'-@/:;!?()#$%&+<=>^_`\"\n’“…é☂👍\u{200B}\u{301}".utf8) + [0xFF, 0xC3, 0x1A, 0x00]
    let lexicon = Lexicon()
    let words = lexicon.table()
    for _ in 0..<3000 {
      var bytes: [UInt8] = []
      for _ in 0..<24 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(alphabet[Int(state >> 33) % alphabet.count])
      }
      bytes.withUnsafeBufferPointer { text in
        let block = Block(kind: .paragraph, prose: ProseRange(0, text.count))
        let layer = TokenLayer(text, blocks: [block], words: words, lexicon: lexicon)
        let sentences = layer.sentences(in: text, words: words, lexicon: lexicon)
        var end = 0
        var isSound = true
        for token in layer.tokens {
          isSound = isSound && Int(token.start) >= end && token.length > 0
          end = Int(token.end)
        }
        isSound = isSound && end <= text.count
        isSound = isSound && sentences.flatMap(\.tokens) == Array(layer.tokens.indices)
        if !isSound { Issue.record("cut badly: \(bytes)") }
      }
    }
  }
}
