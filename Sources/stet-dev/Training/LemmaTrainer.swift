import StetLanguage

/// Learns the lemmatizer: for each group of tags the endings that decide, and the words that no ending decides.
struct LemmaTrainer {
  private struct Edit: Hashable {
    var strip: Int
    var add: [UInt8]
    var letterCase: Lemmatizer.LetterCase

    /// Order among equally frequent edits, so that training is repeatable.
    func precedes(_ other: Edit) -> Bool {
      if strip != other.strip { return strip < other.strip }
      if letterCase != other.letterCase { return letterCase.rawValue < other.letterCase.rawValue }
      return add.lexicographicallyPrecedes(other.add)
    }
  }

  private struct Key: Hashable {
    var form: [UInt8]
    var group: UInt64
  }

  private struct Ending: Hashable {
    var bytes: [UInt8]
    var group: UInt64
  }

  private var written: [Key: [UInt8]] = [:]
  private var lemmas: [Key: [[UInt8]: Int]] = [:]
  private var rules: [Ending: Edit] = [:]

  /// Notes that a form has a lemma. `weight` settles disagreement.
  mutating func add(_ form: [UInt8], _ tag: TagPair, lemma: [UInt8], weight: Int = 1) {
    form.withUnsafeBufferPointer { form in
      let key = Key(form: Lemmatizer.normalised(form), group: Lemmatizer.group(form, tag))
      written[key] = written[key] ?? Lemmatizer.unified(form)
      let lemma = lemma.withUnsafeBufferPointer { Lemmatizer.unified($0) }
      lemmas[key, default: [:]][lemma, default: 0] += weight
    }
  }

  mutating func add(_ sentences: [TreebankSentence]) {
    for sentence in sentences {
      for word in sentence.words where word.tag.penn != .goesWith && word.tag.universal != .punctuation {
        add(word.form, word.tag, lemma: word.lemma)
      }
    }
  }

  /// The regular forms of a dictionary, small and capitalised.
  mutating func add(_ dictionary: AffixDictionary) {
    for form in dictionary.forms where form.flag != 0 {
      guard form.entry.allSatisfy({ (0x61...0x7A).contains($0) }) else { continue }
      for tag in Self.tags(form) {
        add(form.form, tag, lemma: form.entry)
        add([form.form[0] & 0xDF] + form.form.dropFirst(), tag, lemma: form.entry)
        add(uppercased(form.form), tag, lemma: form.entry)
      }
    }
  }

  private static func tags(_ form: AffixDictionary.Form) -> [TagPair] {
    let isVerb = form.flags.contains(UInt8(ascii: "G"))
    switch form.flag {
    case UInt8(ascii: "S"):
      let noun = form.flags.contains(UInt8(ascii: "M")) || !isVerb
      return (isVerb ? [TagPair(.verb, .thirdPersonVerb)] : []) + (noun ? [TagPair(.noun, .pluralNoun)] : [])
    case UInt8(ascii: "D"): return [TagPair(.verb, .pastVerb), TagPair(.verb, .pastParticiple)]
    case UInt8(ascii: "G"): return [TagPair(.verb, .gerund)]
    case UInt8(ascii: "R"):
      return form.flags.contains(UInt8(ascii: "T")) ? [TagPair(.adjective, .comparativeAdjective)] : []
    case UInt8(ascii: "T"): return [TagPair(.adjective, .superlativeAdjective)]
    default: return []
    }
  }

  /// The hand-written table of irregular forms.
  mutating func add(irregular table: [UInt8]) {
    for line in table.split(separator: 0x0A) where line.first != 0x23 {
      let fields = line.split(separator: 0x09).map(Array.init)
      guard fields.count >= 3 else { continue }
      let tags: [TagPair]
      switch String(decoding: fields[0], as: UTF8.self) {
      case "verb":
        tags = [
          TagPair(.verb, .pastVerb), TagPair(.verb, .pastParticiple), TagPair(.verb, .thirdPersonVerb),
          TagPair(.verb, .gerund),
        ]
      case "noun": tags = [TagPair(.noun, .pluralNoun)]
      case "adjective":
        tags = [TagPair(.adjective, .comparativeAdjective), TagPair(.adjective, .superlativeAdjective)]
      default: tags = [TagPair(.adverb, .comparativeAdverb), TagPair(.adverb, .superlativeAdverb)]
      }
      for (form, tag) in zip(fields[2...], tags) { add(form, tag, lemma: fields[1], weight: 3) }
    }
  }

  // MARK: Learning

  /// Learns and writes the three sections. Returns the numbers of rules and exceptions.
  mutating func write(to file: inout ModelWriter) -> (rules: Int, exceptions: Int) {
    let keys = lemmas.keys.sorted {
      $0.group != $1.group ? $0.group < $1.group : $0.form.lexicographicallyPrecedes($1.form)
    }
    learnRules(keys)
    var strings: [UInt8] = []
    var shared: [[UInt8]: UInt32] = [:]
    var ruleTable = CompactTableBuilder(valueBits: Lemmatizer.placeBits)
    func place(_ entry: [UInt8]) -> UInt32 {
      if let place = shared[entry] { return place }
      let place = UInt32(strings.count)
      strings += entry
      shared[entry] = place
      return place
    }
    let endings = rules.sorted {
      $0.key.group != $1.key.group
        ? $0.key.group < $1.key.group : $0.key.bytes.lexicographicallyPrecedes($1.key.bytes)
    }
    for (ending, edit) in endings {
      let key = Lemmatizer.ruleKey(ending.bytes, ending.group)
      let text = [UInt8(edit.strip), edit.letterCase.rawValue, UInt8(edit.add.count)] + edit.add
      ruleTable.add(key, place([Lemmatizer.check(key)] + text))
    }
    var exceptions = CompactTableBuilder(valueBits: Lemmatizer.placeBits)
    for key in keys {
      guard !key.form.contains(where: { (0x30...0x39).contains($0) }), let lemma = lemma(key),
        lemma.count < 256, predicted(key) != lemma
      else { continue }
      let hash = Lemmatizer.exceptionKey(wordHash(key.form), key.group)
      exceptions.add(hash, place([Lemmatizer.check(hash), UInt8(lemma.count)] + lemma))
    }
    file.add(ModelSection.lemmaRules, ruleTable.slots())
    file.add(ModelSection.lemmaSlots, exceptions.slots())
    file.add(ModelSection.lemmaStrings, strings)
    return (endings.count, exceptions.count)
  }

  private func lemma(_ key: Key) -> [UInt8]? {
    lemmas[key]?.max {
      $0.value != $1.value ? $0.value < $1.value : $1.key.lexicographicallyPrecedes($0.key)
    }?.key
  }

  private mutating func learnRules(_ keys: [Key]) {
    var votes: [Ending: [Edit: Int]] = [:]
    for key in keys {
      guard let lemma = lemma(key), let edit = edit(key, lemma) else { continue }
      for length in 0...min(Lemmatizer.longestEnding, key.form.count) {
        votes[Ending(bytes: Array(key.form.suffix(length)), group: key.group), default: [:]][
          edit, default: 0] += 1
      }
    }
    for ending in votes.keys.sorted(by: { $0.bytes.count < $1.bytes.count }) {
      guard let edits = votes[ending],
        let best = edits.max(by: { $0.value != $1.value ? $0.value < $1.value : $1.key.precedes($0.key) })
      else { continue }
      if best.key != rule(ending.bytes.dropFirst(), ending.group) { rules[ending] = best.key }
    }
  }

  private func rule(_ form: ArraySlice<UInt8>, _ group: UInt64) -> Edit? {
    for length in stride(from: min(Lemmatizer.longestEnding, form.count), through: 0, by: -1) {
      if let rule = rules[Ending(bytes: Array(form.suffix(length)), group: group)] { return rule }
    }
    return nil
  }

  private func predicted(_ key: Key) -> [UInt8]? {
    guard let rule = rule(key.form[...], key.group), let written = written[key] else { return nil }
    guard rule.strip <= key.form.count else { return key.form }
    // Groups that do not tell capitals apart hold words written in several ways.
    let seen = key.group & 0xFF == 0 ? key.form : written
    return Lemmatizer.edited(key.form, seen, strip: rule.strip, add: rule.add, rule.letterCase)
  }

  private func edit(_ key: Key, _ lemma: [UInt8]) -> Edit? {
    guard let written = written[key] else { return nil }
    let small = lowercased(lemma)
    let capitalised = small.first.map { [(0x61...0x7A).contains($0) ? $0 & 0xDF : $0] + small.dropFirst() }
    let edit: Edit
    if key.group & 0xFF == 0 {
      guard lemma == small || lemma == capitalised else { return nil }
      edit = Self.difference(key.form, small, lemma == small ? .small : .capitalised)
    } else if lemma == small, lemma != written || key.form == written {
      edit = Self.difference(key.form, lemma, .small)
    } else if lemma == capitalised, written != lemma, !written.starts(with: lemma.prefix(2)) {
      edit = Self.difference(key.form, small, .capitalised)
    } else {
      edit = Self.difference(written, lemma, .asWritten)
    }
    return edit.add.count <= 3 && edit.strip <= 5 && edit.strip < key.form.count ? edit : nil
  }

  private static func difference(
    _ form: [UInt8], _ lemma: [UInt8], _ letterCase: Lemmatizer.LetterCase
  ) -> Edit {
    let common = zip(form, lemma).prefix { $0 == $1 }.count
    return Edit(strip: form.count - common, add: Array(lemma[common...]), letterCase: letterCase)
  }
}
