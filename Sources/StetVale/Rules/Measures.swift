/// What is counted in a text for `metric` and `readability`.
struct Measures: Sendable {
  private(set) var words = 0.0
  private(set) var sentences = 0.0
  private(set) var characters = 0.0
  private(set) var syllables = 0.0
  /// Of three syllables or more.
  private(set) var polysyllabic = 0.0
  /// The same without a syllable for the endings -es, -ed and -ing.
  private(set) var complex = 0.0
  /// Longer than six letters.
  private(set) var long = 0.0
  private(set) var paragraphs = 0.0

  /// - Parameter sentences: of each paragraph.
  init(_ text: [UInt8], sentences: Int) {
    self.sentences = Double(sentences)
    var at = 0
    var blanks = 0
    while at < text.count {
      if text[at] == 0x0A { blanks += 1 } else if blanks >= 2 { blanks = 0 }
      guard Self.isWordByte(text[at]) else {
        at += 1
        continue
      }
      if blanks >= 2 || paragraphs == 0 { paragraphs += 1 }
      blanks = 0
      let start = at
      while at < text.count, Self.isWordByte(text[at]) { at += 1 }
      add(String(decoding: text[start..<at], as: UTF8.self))
    }
  }

  private mutating func add(_ word: String) {
    words += 1
    characters += Double(
      word.unicodeScalars.count { $0.properties.isAlphabetic || $0.properties.numericType != nil })
    if word.utf8.count > 6 { long += 1 }
    let count = Self.syllables(word)
    syllables += Double(count)
    if count > 2 { polysyllabic += 1 }
    let isInflected = ["es", "ed", "ing"].contains { word.hasSuffix($0) }
    if count - (isInflected ? 1 : 0) > 2 { complex += 1 }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "'")
      || byte >= 0xC2
      || (byte & 0xC0 == 0x80 && byte >= 0x80)
  }

  /// Groups of vowels, without a silent e at the end: right for nine English words in ten.
  static func syllables(_ word: String) -> Int {
    let letters = Array(word.lowercased().utf8.filter { (0x61...0x7A).contains($0) })
    guard letters.count > 3 else { return letters.isEmpty ? 0 : 1 }
    let vowels = Set("aeiouy".utf8)
    var count = 0
    var wasVowel = false
    for letter in letters {
      let isVowel = vowels.contains(letter)
      if isVowel, !wasVowel { count += 1 }
      wasVowel = isVowel
    }
    let (last, before) = (letters[letters.count - 1], letters[letters.count - 2])
    let isSilentE = last == UInt8(ascii: "e") && !vowels.contains(before) && before != UInt8(ascii: "l")
    let isSilentEd =
      last == UInt8(ascii: "d") && before == UInt8(ascii: "e")
      && letters[letters.count - 3] != UInt8(ascii: "t") && letters[letters.count - 3] != UInt8(ascii: "d")
      && !vowels.contains(letters[letters.count - 3])
    if isSilentE || isSilentEd { count -= 1 }
    return max(1, count)
  }

  // MARK: Grades

  /// The school grade by one formula; nil when the name is not known. Sources: Gunning 1952; Kincaid et al. 1975;
  /// Coleman and Liau 1975; McLaughlin 1969; Senter and Smith 1967.
  func grade(_ formula: String) -> Double? {
    guard words > 0, sentences > 0 else { return 0 }
    switch formula {
    case "Gunning Fog": return 0.4 * (words / sentences + 100 * complex / words)
    case "Flesch-Kincaid": return 0.39 * words / sentences + 11.8 * syllables / words - 15.59
    case "Coleman-Liau": return 0.0588 * (characters / words * 100) - 0.296 * (sentences / words * 100) - 15.8
    case "SMOG": return 1.0430 * (polysyllabic * 30 / sentences).squareRoot() + 3.1291
    case "Automated Readability": return 4.71 * characters / words + 0.5 * words / sentences - 21.43
    default: return nil
    }
  }

  static let grades = ["Gunning Fog", "Flesch-Kincaid", "Coleman-Liau", "SMOG", "Automated Readability"]

  var variables: [String: Double] {
    [
      "words": words, "sentences": sentences, "characters": characters, "syllables": syllables,
      "polysyllabic_words": polysyllabic, "complex_words": complex, "long_words": long,
      "paragraphs": paragraphs,
    ]
  }
}

/// `metric`: a formula over what is counted in the text.
struct Metric: BlockCheck {
  let formula: Formula
  /// Such as `> 8`, with the result before it.
  let condition: Formula
  let alternatives: [Alternative] = []
  var wantsAllBlocks: Bool { true }
  static var defaultScope: [String] { ["summary"] }

  /// The name of the formula's result in the condition.
  static let result = "result__"

  func check(_ block: TextBlock, candidates: [Int], _ run: DocumentRun) {
    let measures = Measures(block.text, sentences: run.language.sentences(block).count)
    guard measures.words > 0 else { return }
    var variables = measures.variables
    for (name, count) in run.page.counts {
      variables[String(name.map { $0 == "." ? "_" : $0 })] = Double(count)
    }
    let value = formula.value(variables)
    variables[Self.result] = value
    if condition.value(variables) != 0 { run.report(aboutDocument: [Decimal.text(value)]) }
  }
}

/// `readability`: the school grade that a text asks of its readers.
struct Readability: BlockCheck {
  let grades: [String]
  let most: Double
  let alternatives: [Alternative] = []
  var wantsAllBlocks: Bool { true }
  static var defaultScope: [String] { ["summary"] }

  func check(_ block: TextBlock, candidates: [Int], _ run: DocumentRun) {
    let measures = Measures(block.text, sentences: run.language.sentences(block).count)
    guard measures.words > 0, !grades.isEmpty else { return }
    let mean = grades.reduce(0) { $0 + (measures.grade($1) ?? 0) } / Double(grades.count)
    if mean > most { run.report(aboutDocument: [Decimal.text(mean)]) }
  }
}

/// Numbers in messages.
enum Decimal {
  /// With two digits behind the point.
  static func text(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "\(value)" }
    let hundredths = Int((abs(value) * 100).rounded())
    let fraction = hundredths % 100
    return (value < 0 ? "-" : "") + "\(hundredths / 100)." + (fraction < 10 ? "0" : "") + "\(fraction)"
  }
}
