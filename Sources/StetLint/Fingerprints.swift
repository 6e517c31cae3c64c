import StetLanguage
import StetText

/// Names findings so that they are known again after lines have moved or other paragraphs were edited.
///
/// `FNV1a` over the rule, the words of the range and the words of its sentence,
/// ASCII letters folded and blanks collapsed, then the number among equal ones in the document.
struct Fingerprints {
  private let document: SourceText
  private let sentences: [ByteRange]
  private var seen: [FNV1a: Int] = [:]

  init(_ analysis: Analysis) {
    document = analysis.document.source
    sentences = analysis.sentences.map { analysis.document.source(analysis.range(of: $0)) }
  }

  mutating func next(rule: String, range: ByteRange) -> String {
    var hash = FNV1a()
    hash.add(contentsOf: rule.utf8)
    hash.add(UInt8(0))
    mix(range, into: &hash)
    hash.add(UInt8(0))
    if let sentence = sentence(holding: range) { mix(Self.head(sentence), into: &hash) }
    let number = seen[hash, default: 0]
    seen[hash] = number + 1
    for shift in [0, 8, 16, 24] { hash.add(UInt8(truncatingIfNeeded: number >> shift)) }
    return hash.hexadecimal
  }

  /// Bytes of a sentence that count. Real ones are far shorter; a text without a stop must not cost the square of its
  /// length.
  private static let most = 4_000

  private static func head(_ sentence: ByteRange) -> ByteRange {
    ByteRange(sentence.lower, min(sentence.upper, sentence.lower + most))
  }

  private func mix(_ range: ByteRange, into hash: inout FNV1a) {
    var pendingBlank = false
    for byte in document.bytes[range.indices] {
      if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
        pendingBlank = true
        continue
      }
      if pendingBlank { hash.add(UInt8(ascii: " ")) }
      pendingBlank = false
      hash.add(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
    }
  }

  /// The last sentence that starts at or before the range, when it reaches into it.
  private func sentence(holding range: ByteRange) -> ByteRange? {
    let low = sentences.partitioningIndex { $0.start > range.start }
    guard low > 0, sentences[low - 1].end >= range.start else { return nil }
    return sentences[low - 1]
  }
}
