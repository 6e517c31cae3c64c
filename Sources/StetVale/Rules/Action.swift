/// What a rule proposes to do with what it found.
struct Action: Sendable {
  enum Kind: Sendable {
    case replace([String])
    case remove
    /// `edit` and its parameters.
    case edit(Edit)
    /// Spellings, by the dictionary.
    case suggest
    /// Accents taken away.
    case simplify
  }

  enum Edit: Sendable {
    case pattern(LazyPattern, String)
    case trim(String, left: Bool, right: Bool)
    case truncate(String)
    case split(String, Int)
  }

  var kind: Kind

  /// What may stand in place of a match; empty: nothing is known.
  func replacements(for match: String) -> [String] {
    switch kind {
    case .replace(let texts): return texts
    case .remove: return [""]
    case .suggest: return []
    case .simplify:
      let plain = String(String.UnicodeScalarView(match.unicodeScalars.map(Self.plain)))
      return plain == match ? [] : [plain]
    case .edit(let edit):
      let edited = edit.applied(to: match).trimmingBlanks
      return edited == match ? [] : [edited]
    }
  }

  /// The letter without its accent, for Latin ones that are one scalar.
  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard scalar.value >= 0xC0, scalar.value < 0x180, let name = scalar.properties.name,
      name.hasPrefix("LATIN "), let with = name.split(separator: " ").firstIndex(of: "WITH")
    else { return scalar }
    let words = name.split(separator: " ")
    guard with == 4, words[2] == "LETTER", words[3].count == 1, let letter = words[3].unicodeScalars.first
    else {
      return scalar
    }
    return words[1] == "SMALL" ? Unicode.Scalar(UInt8(letter.value) | 0x20) : letter
  }
}

extension Action.Edit {
  func applied(to match: String) -> String {
    switch self {
    case .pattern(let pattern, let replacement): return pattern.replacing(in: match, with: replacement)
    case .trim(let characters, let left, let right):
      var text = match[...]
      while left, let first = text.first, characters.contains(first) { text.removeFirst() }
      while right, let last = text.last, characters.contains(last) { text.removeLast() }
      return String(text)
    case .truncate(let separator):
      return separator.isEmpty ? match : String(match.split(separator: separator, maxSplits: 1).first ?? "")
    case .split(let separator, let index):
      let parts = separator.isEmpty ? [] : match.split(separator: separator, omittingEmptySubsequences: false)
      return parts.indices.contains(index) ? String(parts[index]) : match
    }
  }
}

extension LazyPattern {
  /// Every match replaced; `$1` and `${1}` stand for what the groups found.
  func replacing(in text: String, with replacement: String) -> String {
    guard let pattern else { return text }
    let matcher = Matcher()
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    var at = 0
    bytes.withUnsafeBufferPointer { buffer in
      var from = 0
      while from <= buffer.count, let found = matcher.find(pattern, in: buffer, from: from) {
        out += bytes[at..<found.lowerBound]
        out += Self.expanded(replacement) { matcher.group($0).map { Array(bytes[$0]) } ?? [] }
        at = found.upperBound
        from = found.isEmpty ? Matcher.next(after: found.upperBound, in: buffer) : found.upperBound
      }
    }
    return String(decoding: out + bytes[min(at, bytes.count)...], as: UTF8.self)
  }

  private static func expanded(_ replacement: String, _ group: (Int) -> [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    let bytes = Array(replacement.utf8)
    var at = 0
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "$"), at + 1 < bytes.count else {
        out.append(bytes[at])
        at += 1
        continue
      }
      let isBraced = bytes[at + 1] == UInt8(ascii: "{")
      var end = at + (isBraced ? 2 : 1)
      var number = 0
      let first = end
      while end < bytes.count, end < first + 2, (0x30...0x39).contains(bytes[end]) {
        number = number * 10 + Int(bytes[end] - 0x30)
        end += 1
      }
      guard end > first, !isBraced || (end < bytes.count && bytes[end] == UInt8(ascii: "}")) else {
        out.append(bytes[at])
        at += 1
        continue
      }
      out += group(number)
      at = end + (isBraced ? 1 : 0)
    }
    return out
  }
}
