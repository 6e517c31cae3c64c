extension AffixDictionary {
  /// The words of all entries, as they stand in the list.
  func forEachWord(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    var at = skipLine(bytes, from: 0)
    while at < bytes.count {
      let start = at
      while at < bytes.count, !endsWord(bytes[at]) { at += 1 }
      if at > start { body(UnsafeBufferPointer(rebasing: bytes[start..<at])) }
      at = skipLine(bytes, from: at)
    }
  }

  /// What each affix adds, and how many bytes it takes off.
  func forEachAffix(_ body: (_ added: ArraySlice<UInt8>, _ removed: Int, _ isPrefix: Bool) -> Void) {
    for group in rules.prefixes { body(rules.letters[group.added], group.removed.count, true) }
    for group in rules.suffixes { body(rules.letters[group.added], group.removed.count, false) }
  }

  /// Every form that the entries make, entries themselves included, but for those with an apostrophe put on
  /// and entries that are no words by themselves or never proposed. The bytes are valid during the call only.
  func forEachForm(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    var suffixes = [[(group: Int, option: Int)]](repeating: [], count: 256)
    for (number, group) in rules.suffixes.enumerated()
    where !rules.letters[group.added].contains(0x27) {
      for option in group.options { suffixes[Int(rules.options[option].flag)].append((number, option)) }
    }
    var prefixes = [[(group: Int, option: Int)]](repeating: [], count: 256)
    for (number, group) in rules.prefixes.enumerated() {
      for option in group.options { prefixes[Int(rules.options[option].flag)].append((number, option)) }
    }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.longest * 3) { form in
      var length = 0
      func append(_ letters: Range<Int>) {
        for index in letters {
          form[length] = rules.letters[index]
          length += 1
        }
      }
      func append(_ stem: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        for index in range {
          form[length] = stem[index]
          length += 1
        }
      }
      forEachWord { stem in
        guard stem.count <= Self.longest else { return }
        let end = stem.baseAddress.map { $0 - (bytes.baseAddress ?? $0) + stem.count } ?? 0
        let flags = flags(after: end)
        for flag in flags where rules.notAlone.contains(bytes[flag]) || bytes[flag] == rules.neverSuggested {
          return
        }
        body(stem)
        /// The stem with the prefix of the group, if any, and the suffix of the other.
        func write(_ prefix: AffixRules.Group?, _ suffix: AffixRules.Group?) {
          let first = min(prefix?.removed.count ?? 0, stem.count)
          let last = max(first, stem.count - (suffix?.removed.count ?? 0))
          length = 0
          if let prefix { append(prefix.added) }
          append(stem, first..<last)
          if let suffix { append(suffix.added) }
          body(UnsafeBufferPointer(rebasing: UnsafeBufferPointer(form)[..<length]))
        }
        for flag in flags {
          for (group, option) in prefixes[Int(bytes[flag])]
          where fits(rules.options[option].tests, stem, atStart: true) {
            write(rules.prefixes[group], nil)
          }
          for (group, option) in suffixes[Int(bytes[flag])] {
            let suffix = rules.suffixes[group]
            guard suffix.removed.count < stem.count, endsWith(stem, suffix.removed),
              fits(rules.options[option].tests, stem, atStart: false)
            else { continue }
            write(nil, suffix)
            guard rules.options[option].combines else { continue }
            for other in flags {
              for (head, headOption) in prefixes[Int(bytes[other])]
              where rules.options[headOption].combines
                && fits(rules.options[headOption].tests, stem, atStart: true)
              {
                write(rules.prefixes[head], suffix)
              }
            }
          }
        }
      }
    }
  }

  func endsWith(_ stem: UnsafeBufferPointer<UInt8>, _ letters: Range<Int>) -> Bool {
    var at = stem.count - letters.count
    for index in letters {
      if stem[at] != rules.letters[index] { return false }
      at += 1
    }
    return true
  }
}

/// Whether a byte ends the word of an entry: `/` before flags, a tab before morphology, a line's end.
@inline(__always)
func endsWord(_ byte: UInt8) -> Bool { byte == 0x2F || byte < 0x20 }

func skipLine(_ bytes: UnsafeBufferPointer<UInt8>, from: Int) -> Int {
  var at = from
  while at < bytes.count, bytes[at] != 0x0A { at += 1 }
  return at + 1
}
