import StetDocument
import Synchronization

/// Classes of words that rules and layers ask for. A word may be in several.
package struct WordClass: OptionSet, Sendable {
  package let rawValue: UInt64

  package init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  private static func bit(_ index: UInt64) -> WordClass { WordClass(rawValue: 1 << index) }

  /// the, a, an
  package static let article = bit(0)
  /// my, his, their, …
  package static let possessive = bit(1)
  /// this, that, these, those, every, each, no, some, any, …
  package static let otherDeterminer = bit(2)
  package static let preposition = bit(3)
  /// and, or, but, nor, yet, so
  package static let coordinator = bit(4)
  /// because, although, when, if, …
  package static let subordinator = bit(5)
  /// he, him, his, himself
  package static let masculine = bit(6)
  /// she, her, hers, herself
  package static let feminine = bit(7)
  /// I, you, he, she, it, we, they
  package static let subjectPronoun = bit(8)
  /// me, him, us, them, …
  package static let objectPronoun = bit(9)
  /// be, have, do and their forms
  package static let auxiliary = bit(10)
  package static let modal = bit(11)
  /// have, has, had
  package static let have = bit(12)
  /// am, is, are, was, were, been, being, be
  package static let be = bit(13)
  package static let month = bit(14)
  package static let weekday = bit(15)
  /// Mr, Dr, Gen: written before a name, with or without a full stop
  package static let title = bit(16)
  /// etc, vs, Inc: keeps its full stop anywhere
  package static let abbreviation = bit(17)
  /// Jan, No, Fig: keeps its full stop before a capital or a figure
  package static let abbreviationBeforeName = bit(18)
  /// president, minister, spokesman: what a person is
  package static let personRole = bit(19)
  /// government, bank, court: what a body is
  package static let organisation = bit(20)
  /// said, told, added: introduces speech
  package static let speechVerb = bit(21)
  /// never takes a capital inside a sentence, whatever came before it
  package static let functionWord = bit(22)
  /// who, whom, which, whose, that
  package static let relative = bit(23)
  /// a noun for a single person of either sex: soldier, woman, nurse
  package static let person = bit(24)
  /// a given name
  package static let givenName = bit(25)
  /// irregular past participle
  package static let participle = bit(26)
  /// city, town, river, province: what a place is
  package static let place = bit(27)
  /// one, two, three, …
  package static let numeral = bit(28)
  /// ship, vessel, liner: may be “she”
  package static let vessel = bit(29)
  /// wh-words that open a question
  package static let interrogative = bit(30)

  /// however, according: opens a sentence and is no part of a title
  package static let opener = bit(31)
  /// film, song, “called”: a title may follow
  package static let work = bit(32)
  /// God, Lord: pronouns of God may take a capital
  package static let religious = bit(33)

  /// African, Islamic: a capital, and no name
  package static let properAdjective = bit(34)

  /// border, paper, tower: ends like a word for a person and is none
  package static let thing = bit(35)

  /// cannot, gonna: two words that are written as one, cut where the data file has a bar
  package static let fused = bit(36)
  /// etc: keeps its full stop inside a sentence and gives it up at the end of one
  package static let list = bit(37)
  /// Calif, Kan: a state of the United States, with a full stop after a comma
  package static let state = bit(38)

  package static let determiner: WordClass = [.article, .possessive, .otherDeterminer]
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
      let fields = line.split(separator: "\t", maxSplits: 1)
      guard fields.count == 2, let wordClass = WordClass.named[String(fields[0])] else { continue }
      for word in fields[1].split(separator: " ") {
        let halves = word.split(separator: "|")
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
  package func keys(of phrase: String) -> [WordKey] { tokens(of: phrase).map(\.key) }

  /// The key of a single word; see `keys(of:)`.
  package func key(_ word: String) -> WordKey {
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
