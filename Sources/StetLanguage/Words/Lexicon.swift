import StetDocument
import Synchronization

/// Classes of words that rules and layers ask for. A word may be in several.
package struct WordClass: OptionSet, Sendable {
  package let rawValue: UInt64

  @inlinable
  package init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  // Written out, and the members are no stored constants: rules write sets of classes inside their loops, and only so
  // are they numbers there. The standard library's own code took a tenth of a run.
  @inlinable
  package init(arrayLiteral elements: WordClass...) {
    var bits: UInt64 = 0
    for element in elements { bits |= element.rawValue }
    self.init(rawValue: bits)
  }

  /// the, a, an
  @inlinable package static var article: WordClass { WordClass(rawValue: 1 << 0) }
  /// my, his, their, …
  @inlinable package static var possessive: WordClass { WordClass(rawValue: 1 << 1) }
  /// this, that, these, those, every, each, no, some, any, …
  @inlinable package static var otherDeterminer: WordClass { WordClass(rawValue: 1 << 2) }
  @inlinable package static var preposition: WordClass { WordClass(rawValue: 1 << 3) }
  /// and, or, but, nor, yet, so
  @inlinable package static var coordinator: WordClass { WordClass(rawValue: 1 << 4) }
  /// because, although, when, if, …
  @inlinable package static var subordinator: WordClass { WordClass(rawValue: 1 << 5) }
  /// he, him, his, himself
  @inlinable package static var masculine: WordClass { WordClass(rawValue: 1 << 6) }
  /// she, her, hers, herself
  @inlinable package static var feminine: WordClass { WordClass(rawValue: 1 << 7) }
  /// I, you, he, she, it, we, they
  @inlinable package static var subjectPronoun: WordClass { WordClass(rawValue: 1 << 8) }
  /// me, him, us, them, …
  @inlinable package static var objectPronoun: WordClass { WordClass(rawValue: 1 << 9) }
  /// be, have, do and their forms
  @inlinable package static var auxiliary: WordClass { WordClass(rawValue: 1 << 10) }
  @inlinable package static var modal: WordClass { WordClass(rawValue: 1 << 11) }
  /// have, has, had
  @inlinable package static var have: WordClass { WordClass(rawValue: 1 << 12) }
  /// am, is, are, was, were, been, being, be
  @inlinable package static var be: WordClass { WordClass(rawValue: 1 << 13) }
  @inlinable package static var month: WordClass { WordClass(rawValue: 1 << 14) }
  @inlinable package static var weekday: WordClass { WordClass(rawValue: 1 << 15) }
  /// Mr, Dr, Gen: written before a name, with or without a full stop
  @inlinable package static var title: WordClass { WordClass(rawValue: 1 << 16) }
  /// etc, vs, Inc: keeps its full stop anywhere
  @inlinable package static var abbreviation: WordClass { WordClass(rawValue: 1 << 17) }
  /// Jan, No, Fig: keeps its full stop before a capital or a figure
  @inlinable package static var abbreviationBeforeName: WordClass { WordClass(rawValue: 1 << 18) }
  /// president, minister, spokesman: what a person is
  @inlinable package static var personRole: WordClass { WordClass(rawValue: 1 << 19) }
  /// government, bank, court: what a body is
  @inlinable package static var organisation: WordClass { WordClass(rawValue: 1 << 20) }
  /// said, told, added: introduces speech
  @inlinable package static var speechVerb: WordClass { WordClass(rawValue: 1 << 21) }
  /// never takes a capital inside a sentence, whatever came before it
  @inlinable package static var functionWord: WordClass { WordClass(rawValue: 1 << 22) }
  /// who, whom, which, whose, that
  @inlinable package static var relative: WordClass { WordClass(rawValue: 1 << 23) }
  /// a noun for a single person of either sex: soldier, woman, nurse
  @inlinable package static var person: WordClass { WordClass(rawValue: 1 << 24) }
  /// a given name
  @inlinable package static var givenName: WordClass { WordClass(rawValue: 1 << 25) }
  /// irregular past participle
  @inlinable package static var participle: WordClass { WordClass(rawValue: 1 << 26) }
  /// city, town, river, province: what a place is
  @inlinable package static var place: WordClass { WordClass(rawValue: 1 << 27) }
  /// one, two, three, …
  @inlinable package static var numeral: WordClass { WordClass(rawValue: 1 << 28) }
  /// ship, vessel, liner: may be “she”
  @inlinable package static var vessel: WordClass { WordClass(rawValue: 1 << 29) }
  /// wh-words that open a question
  @inlinable package static var interrogative: WordClass { WordClass(rawValue: 1 << 30) }

  /// however, according: opens a sentence and is no part of a title
  @inlinable package static var opener: WordClass { WordClass(rawValue: 1 << 31) }
  /// film, song, “called”: a title may follow
  @inlinable package static var work: WordClass { WordClass(rawValue: 1 << 32) }
  /// God, Lord: pronouns of God may take a capital
  @inlinable package static var religious: WordClass { WordClass(rawValue: 1 << 33) }

  /// African, Islamic: a capital, and no name
  @inlinable package static var properAdjective: WordClass { WordClass(rawValue: 1 << 34) }

  /// border, paper, tower: ends like a word for a person and is none
  @inlinable package static var thing: WordClass { WordClass(rawValue: 1 << 35) }

  /// cannot, gonna: two words that are written as one, cut where the data file has a bar
  @inlinable package static var fused: WordClass { WordClass(rawValue: 1 << 36) }
  /// etc: keeps its full stop inside a sentence and gives it up at the end of one
  @inlinable package static var list: WordClass { WordClass(rawValue: 1 << 37) }
  /// Calif, Kan: a state of the United States, with a full stop after a comma
  @inlinable package static var state: WordClass { WordClass(rawValue: 1 << 38) }

  @inlinable package static var determiner: WordClass { [.article, .possessive, .otherDeterminer] }
}

/// The words that Stet knows something about, numbered first in every `WordTable`.
///
/// Made once per run: the word classes, then whatever the gazetteer and the rules name (`keys(of:)`), then
/// tables for the workers (`table()`), which start with all of these words under the same numbers.
package final class Lexicon: Sendable {
  /// Written only while one task sets the program up; `table()` copies it, and `find` leaves it as it is.
  nonisolated(unsafe) private let base: WordTable
  private let isFrozen = Atomic(false)
  /// The number of words that may have classes: keys below it.
  package let count: Int
  /// By key; a pointer, since the tokenizer asks for each word.
  nonisolated(unsafe) private let classTable: UnsafePointer<WordClass>
  /// Bytes of the first half of a fused word.
  private let fusedLengths: [WordKey: Int]

  package init() {
    let base = WordTable()
    var classes: [WordClass] = []
    var fusedLengths: [WordKey: Int] = [:]
    for line in EmbeddedText.lines("Dictionaries/en/lexicon.tsv") {
      let fields = line.fields("\t", most: 1)
      guard fields.count == 2, let wordClass = WordClass.named[String(fields[0])] else { continue }
      for word in fields[1].fields(" ") {
        let halves = word.fields("|")
        let key = base.intern(halves.joined())
        if halves.count == 2 { fusedLengths[key] = halves[0].utf8.count }
        while classes.count <= key.index { classes.append([]) }
        classes[key.index].insert(wordClass)
      }
    }
    self.base = base
    count = classes.count
    self.fusedLengths = fusedLengths
    let table = UnsafeMutablePointer<WordClass>.allocate(capacity: max(1, classes.count))
    table.initialize(from: classes, count: classes.count)
    classTable = UnsafePointer(table)
  }

  deinit { classTable.deallocate() }

  /// Where a fused word is cut: bytes of its first half.
  func fusedLength(_ key: WordKey) -> Int { fusedLengths[key] ?? 0 }

  /// A table for one worker that starts with all words numbered so far. No word may be named afterwards.
  package func table() -> WordTable {
    isFrozen.store(true, ordering: .releasing)
    return WordTable(continuing: base)
  }

  /// The tokens of a phrase, cut as prose is; their ranges are bytes of the phrase. For rules and gazetteers,
  /// before the first table is made.
  package func tokens(of phrase: String) -> [Token] {
    precondition(
      !isFrozen.load(ordering: .acquiring), "words must be named before the first document is read")
    var phrase = phrase
    return phrase.withUTF8 { text in
      var tokenizer = Tokenizer(text: text, words: base, lexicon: self)
      tokenizer.scan(ProseRange(0, text.count))
      return tokenizer.tokens
    }
  }

  /// The keys of a phrase, cut as prose is.
  package func keys(of phrase: String) -> [WordKey] {
    // Most are one word in plain letters, which is one token unless two words are fused in it.
    if !phrase.isEmpty, phrase.utf8.allSatisfy({ ($0 | 0x20) &- 0x61 < 26 }) {
      let key = key(phrase)
      if !has(key, .fused) { return [key] }
    }
    return tokens(of: phrase).map(\.key)
  }

  /// The key of a single word; see `keys(of:)`.
  package func key(_ word: String) -> WordKey {
    precondition(
      !isFrozen.load(ordering: .acquiring), "words must be named before the first document is read")
    return base.intern(word)
  }

  /// The same for the bytes of a word in small letters: a table of thousands of words needs no strings.
  package func key(_ word: UnsafeBufferPointer<UInt8>) -> WordKey {
    precondition(
      !isFrozen.load(ordering: .acquiring), "words must be named before the first document is read")
    return base.intern(word)
  }

  /// The classes of a word; none for a word that the lexicon does not hold.
  @inline(__always)
  package func classes(_ key: WordKey) -> WordClass {
    key.index < count ? classTable[key.index] : []
  }

  @inline(__always)
  package func has(_ key: WordKey, _ any: WordClass) -> Bool {
    !classes(key).isDisjoint(with: any)
  }

  /// The key of a word, or nil when the lexicon does not hold it.
  package func find(_ word: UnsafeBufferPointer<UInt8>) -> WordKey? { base.find(word) }
}

extension WordClass {
  /// The names of the classes in the data file.
  package static let named: [String: WordClass] = [
    "article": .article, "possessive": .possessive, "determiner": .otherDeterminer,
    "preposition": .preposition, "coordinator": .coordinator, "subordinator": .subordinator,
    "masculine": .masculine, "feminine": .feminine, "subject-pronoun": .subjectPronoun,
    "object-pronoun": .objectPronoun, "auxiliary": .auxiliary, "modal": .modal, "have": .have, "be": .be,
    "month": .month, "weekday": .weekday, "title": .title, "abbreviation": .abbreviation,
    "abbreviation-before-name": .abbreviationBeforeName, "person-role": .personRole,
    "organisation": .organisation, "speech-verb": .speechVerb, "function-word": .functionWord,
    "relative": .relative, "person": .person, "given-name": .givenName, "participle": .participle,
    "place": .place, "numeral": .numeral, "vessel": .vessel, "interrogative": .interrogative,
    "opener": .opener, "work": .work, "religious": .religious,
    "proper-adjective": .properAdjective,
    "thing": .thing, "fused": .fused, "list": .list, "state": .state,
  ]
}
