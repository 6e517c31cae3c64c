import StetText

/// A mention in a treebank with coreference, by its words.
struct GoldMention {
  /// Mentions of one entity have one id.
  var entity: String
  /// person, place, organization, …
  var type: Substring
  /// Indices of words in the document.
  var words: Range<Int>
  var head: Int
}

/// One document of the GUM corpus: its text and the mentions that its editors marked.
struct CoreferenceDocument {
  struct Word {
    /// Bytes of the text.
    var range: Range<Int>
    var form: Substring
    var universal: Substring
    /// Index in the document of the word's head; itself for a root.
    var head: Int
  }

  var name: String
  var text: [UInt8] = []
  var words: [Word] = []
  var mentions: [GoldMention] = []
  private var open: [(entity: Substring, type: Substring, first: Int)] = []

  /// news, bio, interview, …
  var genre: Substring { name.split(separator: "_").dropFirst().first ?? "" }

  private init(name: String) {
    self.name = name
  }

  /// All documents of a CoNLL-U file.
  static func read(_ name: String, in folder: String) throws -> [CoreferenceDocument] {
    let bytes = try readTreebankFile(name, in: folder)
    var documents: [CoreferenceDocument] = []
    var first = 0
    var surface: (last: Int, spaceAfter: Bool) = (0, true)
    var startsParagraph = false
    for line in String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      if line.hasPrefix("# newdoc id = ") {
        documents.append(CoreferenceDocument(name: String(line.dropFirst(14))))
      } else if line.hasPrefix("# newpar") {
        startsParagraph = true
      } else if line.isEmpty, !documents.isEmpty {
        first = documents[documents.count - 1].words.count
        surface = (0, true)
      } else if let digit = line.utf8.first, (0x30...0x39).contains(digit), !documents.isEmpty {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        let spaceAfter = !fields[9].contains("SpaceAfter=No")
        if let dash = fields[0].firstIndex(of: "-") {
          surface = (Int(fields[0][fields[0].index(after: dash)...]) ?? 0, spaceAfter)
          continue
        }
        guard !fields[0].contains("."), let number = Int(fields[0]) else { continue }
        if startsParagraph, number == 1 {
          documents[documents.count - 1].endParagraph()
          startsParagraph = false
        }
        let space = number < surface.last ? false : number == surface.last ? surface.spaceAfter : spaceAfter
        documents[documents.count - 1].add(fields, sentence: first, space)
      }
    }
    for index in documents.indices { documents[index].findHeads() }
    return documents
  }

  private mutating func endParagraph() {
    while text.last == UInt8(ascii: " ") { text.removeLast() }
    if !text.isEmpty { text += Array("\n\n".utf8) }
  }

  private mutating func add(_ fields: [Substring], sentence: Int, _ spaceAfter: Bool) {
    let index = words.count
    let head = Int(fields[6]) ?? 0
    let start = text.count
    text += Array(fields[1].utf8)
    words.append(
      Word(
        range: start..<text.count, form: fields[1], universal: fields[3],
        head: head == 0 ? index : sentence + head - 1))
    if spaceAfter { text.append(UInt8(ascii: " ")) }
    for field in fields[9].split(separator: "|") where field.hasPrefix("Entity=") {
      bracket(field.dropFirst(7), index)
    }
  }

  /// “(1-person-…(2-place-…)” opens and closes; “2)1)” closes.
  private mutating func bracket(_ text: Substring, _ word: Int) {
    var rest = text
    while let first = rest.first {
      if first == "(" {
        rest = rest.dropFirst()
        let end = rest.firstIndex { $0 == "(" || $0 == ")" } ?? rest.endIndex
        let parts = rest[..<end].split(separator: "-", omittingEmptySubsequences: false)
        let entity = parts[0].prefix { $0 != "[" }
        open.append((entity, parts.count > 1 ? parts[1] : "", word))
        rest = rest[end...]
        if rest.first == ")" {
          rest = rest.dropFirst()
          close(entity, word)
        }
      } else {
        let end = rest.firstIndex(of: ")") ?? rest.endIndex
        close(rest[..<end].prefix { $0 != "[" }, word)
        rest = rest[end...].dropFirst()
      }
    }
  }

  private mutating func close(_ entity: Substring, _ word: Int) {
    guard let at = open.lastIndex(where: { $0.entity == entity }) else { return }
    let (_, type, first) = open.remove(at: at)
    mentions.append(GoldMention(entity: String(entity), type: type, words: first..<word + 1, head: first))
  }

  private mutating func findHeads() {
    for index in mentions.indices {
      let range = mentions[index].words
      mentions[index].head =
        range.first { !range.contains(words[$0].head) || words[$0].head == $0 } ?? range.lowerBound
    }
    mentions.sort { ($0.words.lowerBound, -$0.words.count) < ($1.words.lowerBound, -$1.words.count) }
  }

  /// The word at a byte of the text.
  func word(at byte: Int) -> Int? {
    let low = words.partitioningIndex { $0.range.upperBound > byte }
    return low < words.count && words[low].range.lowerBound <= byte ? low : nil
  }
}
