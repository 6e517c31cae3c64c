import StetLanguage

/// Counts which tags each word form has, and turns the counts into word classes.
struct LexiconBuilder {
  private var counts: [UInt64: [UInt8: Int]] = [:]
  private let hints: [UInt64: UInt16]

  init(_ sentences: [TreebankSentence], tagSet: TagSet, hints: [UInt64: UInt16]) {
    self.hints = hints
    for sentence in sentences {
      for word in sentence.words {
        guard let tag = tagSet.number(word.tag) else { continue }
        counts[wordHash(word.form), default: [:]][tag, default: 0] += 1
      }
    }
  }

  /// Occurrences of a word form in the treebanks.
  func count(_ hash: UInt64) -> Int { counts[hash]?.values.reduce(0, +) ?? 0 }

  /// The class of a word. With `without`, as if one occurrence with that tag had not been seen: what the model
  /// must learn to live with (leave one out).
  func wordClass(_ hash: UInt64, without: UInt8? = nil) -> TagDictionaryEntry {
    let hint = hints[hash] ?? 0
    guard var seen = counts[hash] else { return TagDictionaryEntry(tags: 0, best: 255, flags: 0, hint: hint) }
    if let without, let count = seen[without] { seen[without] = count == 1 ? nil : count - 1 }
    let total = seen.values.reduce(0, +)
    guard total > 0 else { return TagDictionaryEntry(tags: 0, best: 255, flags: 0, hint: hint) }
    var tags: UInt64 = 0
    var best: (tag: UInt8, count: Int) = (255, 0)
    for (tag, count) in seen.sorted(by: { $0.key < $1.key }) {
      // Among many occurrences a tag seen once is more often a slip than a use.
      if total >= 300, count * 1000 < total { continue }
      tags |= 1 << UInt64(tag)
      if count > best.count { best = (tag, count) }
    }
    var flags: UInt8 = 0
    if total >= Self.closedAt { flags |= TagDictionaryEntry.closed }
    if total >= Self.certainAt, Double(best.count) >= Self.certainShare * Double(total) {
      flags |= TagDictionaryEntry.certain
    }
    return TagDictionaryEntry(tags: tags, best: best.tag, flags: flags, hint: hint)
  }

  static let closedAt = 30
  static let certainAt = 60
  static let certainShare = 0.997

  /// The lexicon's two sections of a model file.
  func write(to file: inout ModelWriter) {
    let words = Set(counts.keys).union(hints.keys).sorted()
    var size = 1024
    while size * 7 < words.count * 10 { size *= 2 }
    var slots = [UInt32](repeating: 0, count: size)
    var numbers: [TagDictionaryEntry: Int] = [:]
    var records: [UInt8] = []
    for hash in words {
      let wordClass = wordClass(hash)
      let number = numbers[wordClass] ?? numbers.count
      if number == numbers.count {
        numbers[wordClass] = number
        append(wordClass.tags, to: &records)
        records += [wordClass.best, wordClass.flags]
        append(wordClass.hint, to: &records)
      }
      precondition(number < 0xFFFE, "more word classes than 16 bits can number")
      var (slot, fingerprint) = WordClassTable.place(of: hash, mask: size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = fingerprint << 16 | UInt32(number + 1)
    }
    file.add(ModelSection.wordSlots, slots)
    file.add(ModelSection.wordClasses, records)
  }
}
