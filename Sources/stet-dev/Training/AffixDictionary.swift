import StetLanguage

/// The words of a Hunspell dictionary with the suffixes they take: which forms belong together.
struct AffixDictionary {
  /// One form: the entry it comes from, the flag of the suffix (0 for the entry itself) and the entry's flags.
  struct Form {
    var form: [UInt8]
    var entry: [UInt8]
    var flag: UInt8
    var flags: Set<UInt8>
  }

  private struct Rule {
    var strip: [UInt8]
    var add: [UInt8]
    /// For each byte at the end of the word the bytes allowed there; empty for any.
    var condition: [Set<UInt8>]
  }

  let forms: [Form]

  /// Reads `path.aff` and `path.dic`. Suffixes only; prefixes and compounds are left out.
  init(_ path: String) throws {
    let rules = Self.suffixes(try readFile(path + ".aff"))
    var forms: [Form] = []
    for line in try readFile(path + ".dic").split(separator: 0x0A).dropFirst() {
      let parts = line.split(separator: 0x2F, maxSplits: 1)
      guard let entry = parts.first.map(Array.init), let first = entry.first, first > 0x39 else { continue }
      let flags = Set(parts.count > 1 ? parts[1].filter { $0 > 0x20 } : [])
      forms.append(Form(form: entry, entry: entry, flag: 0, flags: flags))
      for flag in flags.sorted() {
        for rule in rules[flag] ?? [] {
          guard let form = Self.apply(rule, to: entry) else { continue }
          forms.append(Form(form: form, entry: entry, flag: flag, flags: flags))
        }
      }
    }
    self.forms = forms
  }

  private static func suffixes(_ bytes: [UInt8]) -> [UInt8: [Rule]] {
    var rules: [UInt8: [Rule]] = [:]
    for line in bytes.split(separator: 0x0A) {
      let fields = line.split { $0 <= 0x20 }.map(Array.init)
      guard fields.count >= 5, fields[0] == Array("SFX".utf8), fields[1].count == 1 else { continue }
      let zero: [UInt8] = [0x30]
      rules[fields[1][0], default: []].append(
        Rule(
          strip: fields[2] == zero ? [] : fields[2], add: fields[3] == zero ? [] : fields[3],
          condition: condition(fields[4])))
    }
    return rules
  }

  private static func condition(_ pattern: [UInt8]) -> [Set<UInt8>] {
    var result: [Set<UInt8>] = []
    var at = 0
    while at < pattern.count {
      if pattern[at] == 0x5B, let end = pattern[at...].firstIndex(of: 0x5D) {
        let negated = pattern[at + 1] == 0x5E
        let set = Set(pattern[(negated ? at + 2 : at + 1)..<end])
        result.append(negated ? Set(UInt8.min...UInt8.max).subtracting(set) : set)
        at = end + 1
      } else {
        result.append(pattern[at] == 0x2E ? [] : [pattern[at]])
        at += 1
      }
    }
    return result
  }

  private static func apply(_ rule: Rule, to entry: [UInt8]) -> [UInt8]? {
    guard entry.count >= rule.condition.count, entry.count > rule.strip.count else { return nil }
    guard entry.suffix(rule.strip.count).elementsEqual(rule.strip) else { return nil }
    for (byte, allowed) in zip(entry.suffix(rule.condition.count), rule.condition) {
      guard allowed.isEmpty || allowed.contains(byte) else { return nil }
    }
    return entry.dropLast(rule.strip.count) + rule.add
  }
}

/// What the dictionary says about word classes: one bit for each way in which it derives a form.
extension AffixDictionary {
  /// Hints by the hash of the folded form, for `TagDictionaryEntry.hint`.
  func hints() -> [UInt64: UInt16] {
    var hints: [UInt64: UInt16] = [:]
    for form in forms where form.flag != UInt8(ascii: "M") {
      hints[wordHash(form.form), default: 0] |= Self.bits(form)
    }
    return hints
  }

  private static func bits(_ form: Form) -> UInt16 {
    var bits: UInt16
    switch form.flag {
    case 0: bits = 1
    case UInt8(ascii: "S"): bits = 2
    case UInt8(ascii: "D"): bits = 4
    case UInt8(ascii: "G"): bits = 8
    case UInt8(ascii: "R"): bits = 16
    case UInt8(ascii: "T"): bits = 32
    case UInt8(ascii: "Y"): bits = 64
    case UInt8(ascii: "B"), UInt8(ascii: "V"): bits = 128
    default: bits = 256
    }
    func has(_ flags: String) -> Bool { flags.utf8.contains { form.flags.contains($0) } }
    if has("DG") { bits |= 512 }
    if has("M") { bits |= 1024 }
    if has("RTYP") { bits |= 2048 }
    if has("S") { bits |= 4096 }
    bits |= form.entry.first.map { (0x41...0x5A).contains($0) } == true ? 8192 : 16384
    return bits
  }
}
