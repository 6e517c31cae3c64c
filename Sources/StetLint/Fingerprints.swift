import StetLanguage
import StetText

/// Names findings so that they are known again after lines have moved or other paragraphs were edited.
///
/// 64-bit FNV-1a (Fowler, Noll, Vo) over the rule, the words of the range and the words of its sentence,
/// ASCII letters folded and blanks collapsed, then the number among equal ones in the document.
struct Fingerprints {
  private let document: SourceText
  private let sentences: [ByteRange]
  private var seen: [UInt64: Int] = [:]

  init(_ analysis: Analysis) {
    document = analysis.document.source
    sentences = analysis.sentences.map { analysis.document.source(analysis.range(of: $0)) }
  }

  mutating func next(rule: String, range: ByteRange) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in rule.utf8 { mix(byte, into: &hash) }
    mix(0, into: &hash)
    mix(range, into: &hash)
    mix(0, into: &hash)
    if let sentence = sentence(holding: range) { mix(Self.head(sentence), into: &hash) }
    let number = seen[hash, default: 0]
    seen[hash] = number + 1
    for shift in [0, 8, 16, 24] { mix(UInt8(truncatingIfNeeded: number >> shift), into: &hash) }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Bytes of a sentence that count. Real ones are far shorter; a text without a stop must not cost the square of its
  /// length.
  private static let most = 4_000

  private static func head(_ sentence: ByteRange) -> ByteRange {
    ByteRange(sentence.lower, min(sentence.upper, sentence.lower + most))
  }

  private func mix(_ byte: UInt8, into hash: inout UInt64) {
    hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  private func mix(_ range: ByteRange, into hash: inout UInt64) {
    var pendingBlank = false
    for byte in document.bytes[range.indices] {
      if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
        pendingBlank = true
        continue
      }
      if pendingBlank { mix(0x20, into: &hash) }
      pendingBlank = false
      mix(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte, into: &hash)
    }
  }

  /// The last sentence that starts at or before the range, when it reaches into it.
  private func sentence(holding range: ByteRange) -> ByteRange? {
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].start <= range.start { low = middle + 1 } else { high = middle }
    }
    guard low > 0, sentences[low - 1].end >= range.start else { return nil }
    return sentences[low - 1]
  }
}
