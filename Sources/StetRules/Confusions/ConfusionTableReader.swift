import StetLanguage

/// Why a table of confusions cannot be read.
package struct ConfusionTableFault: Error, CustomStringConvertible {
  /// 1-based.
  package var line: Int
  package var message: String

  package var description: String { "line \(line): \(message)" }
}

/// Reads the table of confusions; `Dictionaries/en/README.md` describes its form.
///
/// Works on bytes: the table is read at every start, before the first document.
struct ConfusionTableReader {
  private typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

  private let lexicon: Lexicon
  private var table = ConfusionTable()
  private var lists: [String: Pool] = [:]
  private var groups: [String: Group] = [:]
  /// The frames that are being read: of a group, or of the last slip.
  private var openGroup: String?
  private var line = 0
  private var tagMasks: [String: UInt64] = [:]

  /// What the alternatives of one element are, before they are put into the table.
  private struct Pool {
    var words: [UInt32] = []
    var tags: UInt64 = 0
    var endings: [WordEnding] = []
    var flags: FrameElement.Flags = []

    mutating func clear() {
      words.removeAll(keepingCapacity: true)
      tags = 0
      endings.removeAll(keepingCapacity: true)
      flags = []
    }
  }

  private struct Group {
    var frames: [Range<Int>] = []
    var exceptions: [Range<Int>] = []
  }

  private init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
  }

  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ lexicon: Lexicon
  ) throws(ConfusionTableFault) -> ConfusionTable {
    var reader = ConfusionTableReader(lexicon)
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      reader.line += 1
      try reader.read(line)
    }
    return reader.table
  }

  private func fault(_ message: String) -> ConfusionTableFault {
    ConfusionTableFault(line: line, message: message)
  }

  private mutating func read(_ text: Bytes) throws(ConfusionTableFault) {
    let fields = text.split(separator: 0x20)
    guard let first = fields.first, let mark = first.first else { return }
    switch mark {
    case UInt8(ascii: "#"): return
    case UInt8(ascii: "="): readSet(text)
    case UInt8(ascii: ":"): try readClasses(fields)
    case UInt8(ascii: "@") where fields.count > 2 && Self.equals(fields[1], "="):
      var pool = Pool()
      for field in fields.dropFirst(2) { try add(field, to: &pool) }
      lists[Self.string(first)] = pool
    case UInt8(ascii: "%"):
      let name = Self.string(first)
      groups[name] = Group()
      openGroup = name
    default:
      let isPair = fields.count >= 3 && Self.equals(fields[1], ">")
      if isPair { try readPair(fields) } else { try readFrame(fields) }
    }
  }

  /// `= affect: to act on | effect: a result`
  private mutating func readSet(_ text: Bytes) {
    var words: [String] = []
    for part in Self.string(text.dropFirst()).split(separator: "|") {
      let halves = part.split(separator: ":", maxSplits: 1)
      guard let name = halves.first else { continue }
      let word = Self.trimmed(name)
      words.append(word)
      if halves.count == 2 { table.glosses[word] = Self.trimmed(halves[1]) }
    }
    table.sets.append(words)
    openGroup = nil
  }

  /// `: there EX RB`, `: they're PRP+VBP`
  private mutating func readClasses(_ fields: [Bytes]) throws(ConfusionTableFault) {
    guard fields.count > 2 else { throw fault("a line of classes names a word and its classes") }
    for field in fields.dropFirst(2) {
      let tags = field.split(separator: UInt8(ascii: "+")).map { PennTag(code: Self.string($0)) }
      guard let first = tags.first ?? nil, let last = tags.last ?? nil else {
        throw fault("there is no word class “\(Self.string(field))”")
      }
      table.classes[Self.string(fields[1]), default: []].append(ContextFit.Classes(first: first, last: last))
    }
  }

  /// `affect > effect : %noun ~6`
  private mutating func readPair(_ fields: [Bytes]) throws(ConfusionTableFault) {
    openGroup = nil
    let written = Self.string(fields[0])
    let keys = lexicon.keys(of: written)
    guard let first = keys.first, table.sets.last != nil else {
      throw fault("a pair of words stands below a set: = \(written) | …")
    }
    var all = Group()
    for field in fields.dropFirst(3) where field.first == UInt8(ascii: "%") {
      guard let group = groups[Self.string(field)] else {
        throw fault("no group of frames is called \(Self.string(field))")
      }
      all.frames += group.frames
      all.exceptions += group.exceptions
    }
    let threshold = fields.first { $0.first == UInt8(ascii: "~") }
    table.gate.insert(first)
    table.slipsOfWord[first, default: []].append(table.slips.count)
    table.slips.append(
      ConfusionTable.Slip(
        rest: Array(keys.dropFirst()), written: written, meant: Self.string(fields[2]),
        set: table.sets.count - 1, frames: all.frames, exceptions: all.exceptions,
        threshold: threshold.flatMap { Double(Self.string($0.dropFirst())) }, line: line))
  }

  private mutating func readFrame(_ fields: [Bytes]) throws(ConfusionTableFault) {
    let isException = Self.equals(fields[0], "not")
    let parts = isException ? fields.dropFirst() : fields[...]
    guard let slot = parts.firstIndex(where: { $0.count == 1 && $0.first == UInt8(ascii: "_") }) else {
      throw fault("a frame has one “_” where the word stands")
    }
    let start = table.frames.count
    let left = try append(parts[parts.startIndex..<slot].reversed())
    let right = try append(Array(parts[(slot + 1)...]))
    table.frames.append(ContextFrame(left: left, right: right, line: line))
    let added = start..<start + 1
    if let openGroup, isException {
      Self.extend(&groups[openGroup, default: Group()].exceptions, added)
    } else if let openGroup {
      Self.extend(&groups[openGroup, default: Group()].frames, added)
    } else if table.slips.isEmpty {
      throw fault("this frame belongs to no pair of words")
    } else if isException {
      Self.extend(&table.slips[table.slips.count - 1].exceptions, added)
    } else {
      Self.extend(&table.slips[table.slips.count - 1].frames, added)
    }
  }

  private static func extend(_ ranges: inout [Range<Int>], _ added: Range<Int>) {
    if let last = ranges.last, last.upperBound == added.lowerBound {
      ranges[ranges.count - 1] = last.lowerBound..<added.upperBound
    } else {
      ranges.append(added)
    }
  }

  /// Puts elements into the table.
  private mutating func append(_ fields: [Bytes]) throws(ConfusionTableFault) -> Range<Int> {
    let start = table.elements.count
    // The alternatives of one element at a time, in arrays that keep their room.
    var pool = Pool()
    for field in fields {
      var field = field
      var least: UInt8 = 1
      var most: UInt8 = 1
      pool.clear()
      let gap = field.count > 2 && field.allSatisfy { $0 == UInt8(ascii: ".") }
      if gap {
        (least, most) = (0, UInt8(min(24, field.count)))
        pool.flags = .any
      } else {
        if field.count > 1, field.last == UInt8(ascii: "?") {
          least = 0
          field = field.dropLast()
        }
        if field.count > 1, field.first == UInt8(ascii: "!") {
          pool.flags = .negated
          field = field.dropFirst()
        } else if field.count > 1, field.first == UInt8(ascii: "~") {
          pool.flags = .nowhere
          field = field.dropFirst()
        }
        var from = field.startIndex
        while from < field.endIndex {
          let bar = field[from...].firstIndex(of: UInt8(ascii: "|")) ?? field.endIndex
          try add(field[from..<bar], to: &pool)
          from = bar < field.endIndex ? bar + 1 : bar
        }
      }
      if pool.words.count > 1 { pool.words.sort() }
      let words = table.words.count..<table.words.count + pool.words.count
      let endings = table.endings.count..<table.endings.count + pool.endings.count
      table.words += pool.words
      table.endings += pool.endings
      table.elements.append(
        FrameElement(
          words: words, tags: pool.tags, endings: endings, flags: pool.flags, least: least, most: most))
    }
    return start..<table.elements.count
  }

  /// One alternative: a word, `@list`, `TAG`, `*ing`, or a mark.
  private mutating func add(_ field: Bytes, to pool: inout Pool) throws(ConfusionTableFault) {
    guard let first = field.first else { return }
    switch first {
    case UInt8(ascii: "@"):
      guard let list = lists[Self.string(field)] else {
        throw fault("no list is called \(Self.string(field)): define it above")
      }
      pool.words += list.words
      pool.tags |= list.tags
      pool.endings += list.endings
      pool.flags.formUnion(list.flags)
    case UInt8(ascii: "^"): pool.flags.insert(.start)
    case UInt8(ascii: "$"): pool.flags.insert(.end)
    case UInt8(ascii: "."): pool.flags.insert(.stop)
    case UInt8(ascii: ","): pool.flags.insert(.comma)
    case UInt8(ascii: "-"): pool.flags.insert(.hyphen)
    case UInt8(ascii: "*") where field.count == 1: pool.flags.insert(.any)
    case UInt8(ascii: "*"):
      var reversed: UInt64 = 0
      for byte in field.dropFirst().prefix(8) { reversed = reversed << 8 | UInt64(byte) }
      pool.endings.append(WordEnding(reversed: reversed, count: min(8, field.count - 1)))
    case UInt8(ascii: "A")...UInt8(ascii: "Z"):
      if Self.equals(field, "Cap") {
        pool.flags.insert(.capital)
      } else {
        pool.tags |= try tagMask(Self.string(field))
      }
    default: pool.words.append(lexicon.key(UnsafeBufferPointer(rebasing: field)).number)
    }
  }

  private mutating func tagMask(_ name: String) throws(ConfusionTableFault) -> UInt64 {
    if let known = tagMasks[name] { return known }
    let codes = Self.tags(name)
    var mask: UInt64 = 0
    for tag in PennTag.allCases where codes.contains(tag.code) { mask |= 1 << UInt64(tag.rawValue) }
    guard mask != 0 else { throw fault("there is no word class “\(name)”") }
    tagMasks[name] = mask
    return mask
  }

  /// The Penn tags of a name: itself, or one of a few that stand for several.
  private static func tags(_ name: String) -> [String] {
    switch name {
    case "N": ["NN", "NNS", "NNP", "NNPS"]
    case "NC": ["NN", "NNS"]
    case "NP": ["NNP", "NNPS"]
    case "J": ["JJ", "JJR", "JJS"]
    case "V": ["VB", "VBD", "VBG", "VBN", "VBP", "VBZ"]
    case "VF": ["VBD", "VBP", "VBZ", "MD"]
    case "R": ["RB", "RBR", "RBS"]
    case "D": ["DT", "PRP$", "WP$", "PDT"]
    default: [name]
    }
  }

  private static func equals(_ bytes: Bytes, _ text: StaticString) -> Bool {
    bytes.elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private static func string(_ bytes: Bytes) -> String { String(decoding: bytes, as: UTF8.self) }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first == " " { text = text.dropFirst() }
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}
