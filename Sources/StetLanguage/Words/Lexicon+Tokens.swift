/// Prefixes that stay joined in English treebanks: the list of the Penn Treebank's successors, as far as Universal
/// Dependencies follows it.
private let joinedPrefixes: [StaticString] = [
  "agro", "ante", "anti", "arch", "bi", "bio", "co", "contra", "counter", "cross", "cyber", "de",
  "e", "eco", "ex", "extra", "fore", "infra", "inter", "intra", "macro", "mega", "micro", "mid", "mini",
  "multi", "neo", "non", "over", "pan", "para", "peri", "post", "pre", "pro", "proto", "pseudo", "psycho",
  "quasi", "re", "semi", "socio", "sub", "super", "trans", "ultra", "un", "uni",
]

private let joinedSuffixes: [StaticString] = [
  "esque", "wise", "ish", "ism", "ist", "less", "ness", "fest", "gate", "fold", "centric", "hood",
]

/// Units that are written onto a figure. Letters that also name things there (4G, 3D, 5S) are not among them.
private let units: [StaticString] = [
  "am", "pm", "AM", "PM", "a.m", "p.m", "k", "K", "m", "M", "mm", "MM", "b", "B", "bn", "tn", "t", "p", "km",
  "cm", "kg", "mg", "ml", "ft", "lb", "lbs", "oz", "yd", "hh", "Hz", "kHz", "MHz", "GHz", "KB", "MB", "GB",
  "TB", "kb", "mb", "gb", "kW", "MW", "GW", "kWh", "mph", "kph", "km/h", "min", "mins", "hr", "hrs", "sec",
  "secs", "x", "ha", "nm", "hp", "cc", "sqft",
]

private let domains: [StaticString] = [
  "com", "org", "net", "gov", "edu", "io", "co", "uk", "info", "eu", "mil", "html", "json",
]

private let fileEndings: [StaticString] = [
  "doc", "docx", "xls", "xlsx", "ppt", "pptx", "pdf", "txt", "zip", "jpg", "jpeg", "png", "gif", "exe", "mp3",
  "csv", "htm", "html",
]

/// What the tokenizer asks about parts of words, before they have keys.
extension Lexicon {
  /// Whether the letters before a hyphen are a prefix that stays joined: co-founder, re-elect, e-mail.
  func isJoinedPrefix(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    joinedPrefixes.contains { $0.utf8CodeUnitCount == end - start && Self.equals($0, text, start) }
  }

  /// Whether the letters after a hyphen are a suffix that stays joined: Kafka-esque.
  func isJoinedSuffix(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    Self.ending(joinedSuffixes, text, start, end) != nil
  }

  /// Whether a unit and nothing else stands right after a figure.
  func isUnit(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    units.contains { unit in
      let stop = start + unit.utf8CodeUnitCount
      guard stop <= end, stop == end || !Self.isAlphanumeric(text[stop]) else { return false }
      for offset in 0..<unit.utf8CodeUnitCount where text[start + offset] != unit.utf8Start[offset] {
        return false
      }
      return true
    }
  }

  /// The end of a top-level domain that starts here, after a full stop that joins: example.com
  func domainEnd(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
    Self.ending(domains, text, start, end)
  }

  /// The end of the ending of a file name that starts here: report.pdf
  func fileEnding(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
    Self.ending(fileEndings, text, start, end)
  }

  /// The end of the first of some words that stands here whole, without regard to case.
  private static func ending(
    _ list: [StaticString], _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int? {
    for ending in list {
      let stop = start + ending.utf8CodeUnitCount
      guard stop <= end, equals(ending, text, start), stop == end || !isAlphanumeric(text[stop]) else {
        continue
      }
      return stop
    }
    return nil
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0xC3
  }

  private static func equals(
    _ literal: StaticString, _ text: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> Bool {
    for offset in 0..<literal.utf8CodeUnitCount
    where text[start + offset] | 0x20 != literal.utf8Start[offset] | 0x20 { return false }
    return true
  }
}
