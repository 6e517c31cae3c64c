import StetDocument
import StetLanguage

/// Reads what stands in figures.
struct Figures {
  private let prose: [UInt8]

  init(_ analysis: Analysis) {
    prose = analysis.document.prose
  }

  func bytes(_ token: Token) -> ArraySlice<UInt8> { prose[token.range.indices] }

  /// Whether a token is this one byte.
  func isByte(_ token: Token, _ byte: UInt8) -> Bool {
    token.length == 1 && prose[Int(token.start)] == byte
  }

  /// Whether a token is a hyphen, an en dash or a minus sign.
  func isDash(_ token: Token) -> Bool {
    if token.length == 1 { return prose[Int(token.start)] == UInt8(ascii: "-") }
    guard token.length == 3 else { return false }
    let bytes = Array(bytes(token))
    return bytes == [0xE2, 0x80, 0x93] || bytes == [0xE2, 0x88, 0x92] || bytes == [0xE2, 0x80, 0x90]
      || bytes == [0xE2, 0x80, 0x91]
  }

  /// A token of one to nine digits and nothing else.
  func integer(_ token: Token) -> Int? {
    guard case .number = token.kind, token.length <= 9 else { return nil }
    return Self.integer(bytes(token))
  }

  static func integer(_ bytes: some Collection<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.count <= 9 else { return nil }
    var value = 0
    for byte in bytes {
      guard byte &- 0x30 < 10 else { return nil }
      value = value * 10 + Int(byte &- 0x30)
    }
    return value
  }

  /// The number of an ordinal in figures: 22nd.
  func ordinal(_ token: Token) -> Int? {
    guard case .number = token.kind, (3...4).contains(token.length) else { return nil }
    let bytes = bytes(token)
    let ending = bytes.suffix(2).map { $0 | 0x20 }
    let endings: [[UInt8]] = [Array("st".utf8), Array("nd".utf8), Array("rd".utf8), Array("th".utf8)]
    return endings.contains(ending) ? Self.integer(bytes.dropLast(2)) : nil
  }

  /// A plain, grouped or decimal number: 12 · 1,250 · 3.5 · 12,34,567.
  func value(_ token: Token) -> Double? {
    guard case .number = token.kind, token.length <= 20 else { return nil }
    var value = 0.0
    var scale = 0.0
    for byte in bytes(token) {
      switch byte {
      case UInt8(ascii: ","):
        if scale > 0 { return nil }
      case UInt8(ascii: "."):
        if scale > 0 { return nil }
        scale = 1
      case 0x30...0x39:
        value = value * 10 + Double(byte &- 0x30)
        if scale > 0 { scale *= 10 }
      default: return nil
      }
    }
    return scale > 1 ? value / scale : value
  }

  /// A year of four figures.
  func year(_ token: Token) -> Int? {
    guard token.length == 4, let year = integer(token), (1000...2999).contains(year) else { return nil }
    return year
  }
}

/// The values of numbers in words.
struct NumberWords: Sendable {
  private let values: [WordKey: Int]
  private let words: WordSet

  init(_ lexicon: Lexicon) {
    let units =
      "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
      + "seventeen eighteen nineteen"
    let tens = "twenty thirty forty fifty sixty seventy eighty ninety"
    var values: [WordKey: Int] = [:]
    for (value, word) in units.split(separator: " ").enumerated() {
      values[lexicon.key(String(word))] = value
    }
    for (index, word) in tens.split(separator: " ").enumerated() {
      values[lexicon.key(String(word))] = (index + 2) * 10
    }
    self.values = values
    words = WordSet(units + " " + tens, lexicon)
  }

  func value(_ key: WordKey) -> Int? { words.contains(key) ? values[key] : nil }

  /// The number that ends before `end`: five, twenty-five; with the index of its first token.
  func number(endingBefore end: Int, _ tokens: [Token], _ figures: Figures, from start: Int) -> (
    value: Int, first: Int
  )? {
    guard end > start, let last = value(tokens[end - 1].key) else { return nil }
    if end - start >= 3, last < 10, figures.isDash(tokens[end - 2]), !tokens[end - 2].spaceBefore,
      let tens = value(tokens[end - 3].key), tens >= 20
    {
      return (tens + last, end - 3)
    }
    if end - start >= 2, last < 10, let tens = value(tokens[end - 2].key), tens >= 20 {
      return (tens + last, end - 2)
    }
    return (last, end - 1)
  }
}
