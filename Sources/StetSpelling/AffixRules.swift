/// The affix rules of a Hunspell dictionary, for the kind of affix file that English dictionaries have:
/// one-byte flags, prefixes and suffixes without continuation classes, compounds of digits at most.
///
/// Form and meaning: hunspell(5). A file that uses anything else is not read (`init?` gives nil), and the
/// Hunspell library itself must be asked.
struct AffixRules: Sendable {
  /// The affixes that put the same letters in the place of the same letters.
  struct Group: Sendable {
    /// Position of the letters put on, then of those taken off, in `letters`.
    var added: Range<Int>
    var removed: Range<Int>
    var options: Range<Int>
  }

  /// One affix line: the flag that allows it and where.
  struct Option: Sendable {
    var flag: UInt8
    /// Whether a prefix and a suffix may stand together.
    var combines: Bool
    /// Tests of the stem's edge, in reading order.
    var tests: Range<Int>
  }

  /// The characters allowed at one place of a stem.
  struct CharacterTest: Sendable {
    var low: UInt64 = 0
    var high: UInt64 = 0
    /// Whether characters outside ASCII are allowed: with `.` and `[^…]`.
    var others = false

    mutating func insert(_ byte: UInt8) {
      if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
    }

    mutating func invert() {
      (low, high, others) = (~low, ~high, true)
    }

    @inline(__always)
    func allows(_ byte: UInt8) -> Bool {
      if byte >= 0x80 { return others }
      return byte < 64 ? low >> UInt64(byte) & 1 == 1 : high >> UInt64(byte - 64) & 1 == 1
    }
  }

  private(set) var letters: [UInt8] = []
  private(set) var options: [Option] = []
  private(set) var tests: [CharacterTest] = []
  private(set) var prefixes: [Group] = []
  private(set) var suffixes: [Group] = []
  /// Groups of suffixes by the last letter they put on (a byte; index 0 for none): ranges of `suffixes`.
  private(set) var suffixesByLast: [Range<Int>] = []
  /// Flags of entries that are no words by themselves: NEEDAFFIX, ONLYINCOMPOUND, FORBIDDENWORD.
  private(set) var notAlone: [UInt8] = []
  /// Flag of entries that are never proposed, 0 for none.
  private(set) var neverSuggested: UInt8 = 0

  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var lines: [GroupKey: [Option]] = [:]
    var combining: [UInt8: Bool] = [:]
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      let fields = bytes[start..<end].split(whereSeparator: { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D })
      start = end + 1
      guard let command = fields.first, command.first != 0x23 else { continue }
      switch String(decoding: command, as: UTF8.self) {
      case "SET":
        guard fields.count > 1, fields[1].elementsEqual("UTF-8".utf8) else { return nil }
      case "TRY", "KEY", "REP", "MAP", "PHONE", "WORDCHARS", "COMPOUNDMIN", "COMPOUNDRULE", "MAXNGRAMSUGS",
        "ICONV", "NAME", "LANG", "HOME", "VERSION", "MAXDIFF", "ONLYMAXDIFF", "NOSPLITSUGS", "OCONV":
        continue
      case "NOSUGGEST":
        neverSuggested = fields.count > 1 ? fields[1].first ?? 0 : 0
      case "NEEDAFFIX", "ONLYINCOMPOUND", "FORBIDDENWORD":
        if fields.count > 1, let flag = fields[1].first { notAlone.append(flag) }
      case "PFX", "SFX":
        guard fields.count > 3, fields[1].count == 1, let flag = fields[1].first else { return nil }
        if combining[flag] == nil {
          combining[flag] = fields[2].first == 0x59
          continue
        }
        guard !fields[3].contains(0x2F), fields[3].count <= AffixDictionary.longest,
          let condition = fields.count > 4 ? appendTests(fields[4]) : 0..<0
        else { return nil }
        let key = GroupKey(
          isPrefix: command.first == 0x50, added: field(fields[3]), removed: field(fields[2]))
        lines[key, default: []].append(
          Option(flag: flag, combines: combining[flag] ?? false, tests: condition))
      default:
        return nil
      }
    }
    for (key, options) in lines.sorted(by: { $0.key < $1.key }) { append(options, as: key) }
    let last = suffixes.map { $0.added.isEmpty ? 0 : Int(letters[$0.added.upperBound - 1]) }
    suffixesByLast = (0..<256).map { byte in
      guard let first = last.firstIndex(of: byte), let end = last.lastIndex(of: byte) else { return 0..<0 }
      return first..<(end + 1)
    }
  }

  private mutating func append(_ options: [Option], as key: GroupKey) {
    let added = letters.count..<(letters.count + key.added.count)
    letters += key.added
    let removed = letters.count..<(letters.count + key.removed.count)
    letters += key.removed
    let first = self.options.count
    self.options += options
    let group = Group(added: added, removed: removed, options: first..<self.options.count)
    if key.isPrefix { prefixes.append(group) } else { suffixes.append(group) }
  }

  /// Reads a condition such as `[^aeiou]y`; nil when a class names a character outside ASCII.
  private mutating func appendTests(_ condition: Slice<UnsafeBufferPointer<UInt8>>) -> Range<Int>? {
    let first = tests.count
    if condition.elementsEqual([0x2E]) { return first..<first }
    var at = condition.startIndex
    while at < condition.endIndex {
      var test = CharacterTest()
      switch condition[at] {
      case 0x2E: test.invert()
      case 0x5B:
        at += 1
        let inverted = at < condition.endIndex && condition[at] == 0x5E
        if inverted { at += 1 }
        while at < condition.endIndex, condition[at] != 0x5D {
          guard condition[at] < 0x80 else { return nil }
          test.insert(condition[at])
          at += 1
        }
        if inverted { test.invert() }
      case let byte:
        guard byte < 0x80 else { return nil }
        test.insert(byte)
      }
      tests.append(test)
      at += 1
    }
    return first..<tests.count
  }

  private func field(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
    bytes.elementsEqual([0x30]) ? [] : Array(bytes)
  }

  private struct GroupKey: Hashable, Comparable {
    var isPrefix: Bool
    var added: [UInt8]
    var removed: [UInt8]

    /// Suffixes by their last letter, so that each letter's groups lie together.
    static func < (a: GroupKey, b: GroupKey) -> Bool {
      let (left, right) = (a.added.last ?? 0, b.added.last ?? 0)
      if left != right { return left < right }
      if a.added != b.added { return a.added.lexicographicallyPrecedes(b.added) }
      if a.removed != b.removed { return a.removed.lexicographicallyPrecedes(b.removed) }
      return a.isPrefix && !b.isPrefix
    }
  }
}
