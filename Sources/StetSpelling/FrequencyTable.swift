/// How common word forms are, as the bytes of `Dictionaries/en/frequency.bin`.
///
/// The form, little-endian: the four bytes `STF1`; the number n of forms (32 bits); n fingerprints in rising
/// order (32 bits each: the upper half of `WordHash` over the form, which folds case); n weights (one byte
/// each, in the same order): ten times the binary logarithm of the form's count plus one, at most 255. The counts
/// are those that 2^24 words of running text would have: “the” weighs 198, “council” 110, a form that comes once in
/// ten million words 14.
///
/// Forms that no dictionary lists are in the table, too: one in general use is a word, and no slip.
///
/// A form that is not in the table gets another's weight with a probability of n / 2^32: 1 in 25,000.
package struct FrequencyTable: Sendable {
  private let bytes: [UInt8]
  private let count: Int
  /// How many there are.
  package var forms: Int { count }

  /// The table carried in the program; empty when none is.
  package static let embedded: FrequencyTable = {
    let file = EmbeddedData.bytes(named: "Dictionaries/en/frequency.bin").map(Array.init) ?? []
    return FrequencyTable(file) ?? FrequencyTable(counts: [:])
  }()

  /// Reads a table; nil when the bytes are not of its form.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count >= 8, bytes.starts(with: "STF1".utf8) else { return nil }
    self.bytes = bytes
    count = Int(Self.number(bytes, 4))
    guard bytes.count == 8 + count * 5 else { return nil }
  }

  /// Words of running text that the counts of the carried table stand for.
  package static let words = 16_777_216.0

  /// Makes a table from the counts of word forms; of forms rarer than `least` nothing is kept.
  package init(counts: [String: Double], least: UInt8 = 1) {
    var weights: [UInt32: UInt8] = [:]
    for (form, count) in counts {
      var form = form
      let print = form.withUTF8 { Self.fingerprint($0) }
      let weight = Self.weight(count)
      if weight >= least { weights[print] = max(weights[print] ?? 0, weight) }
    }
    let prints = weights.keys.sorted()
    var bytes = Array("STF1".utf8)
    for number in [UInt32(prints.count)] + prints {
      for shift in [0, 8, 16, 24] as [UInt32] { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }
    for print in prints { bytes.append(weights[print] ?? 0) }
    self.bytes = bytes
    count = prints.count
  }

  /// The file's contents.
  package var encoded: [UInt8] { bytes }

  /// The weight of a form, 0 for one not in the table. Case does not matter.
  package func weight(_ form: UnsafeBufferPointer<UInt8>) -> UInt8 {
    let print = Self.fingerprint(form)
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if Self.number(bytes, 8 + middle * 4) < print { low = middle + 1 } else { high = middle }
    }
    guard low < count, Self.number(bytes, 8 + low * 4) == print else { return 0 }
    return bytes[8 + count * 4 + low]
  }

  /// 10 · log2(count + 1), in whole numbers: the exponent, and the mantissa's part by linear interpolation.
  private static func weight(_ count: Double) -> UInt8 {
    let value = max(0, count) + 1
    return UInt8(min(255, Double(value.exponent * 10) + (value.significand - 1) * 10))
  }

  private static func fingerprint(_ form: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash = WordHash()
    for byte in form { hash.fold(byte) }
    return UInt32(truncatingIfNeeded: hash.value >> 32)
  }

  private static func number(_ bytes: [UInt8], _ at: Int) -> UInt32 {
    UInt32(bytes[at]) | UInt32(bytes[at + 1]) << 8 | UInt32(bytes[at + 2]) << 16 | UInt32(bytes[at + 3]) << 24
  }
}
