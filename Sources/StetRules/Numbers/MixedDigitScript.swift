import StetDocument
import StetLanguage
import StetLint
import StetText

package struct MixedDigitScript: Rule {
  package static let metadata = RuleMetadata(
    id: "mixed-digit-script", family: .numbers, severity: .error,
    summary: "Digits of another script in English text")

  package init(_ lexicon: Lexicon) {}

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let offsets = analysis.beyondASCII
    guard !offsets.isEmpty else { return }
    let prose = analysis.document.prose
    var index = 0
    while index < offsets.count {
      let start = Int(offsets[index])
      index += 1
      guard Self.digit(prose, start) != nil else { continue }
      var end = start
      var value = ""
      while let digit = Self.digit(prose, end) ?? Self.separator(prose, end) {
        value += digit.text
        end += digit.length
      }
      while index < offsets.count, Int(offsets[index]) < end { index += 1 }
      // A mark after the last digit belongs to the sentence.
      while let last = value.utf8.last, last < 0x30 {
        value.removeLast()
        end -= 1
      }
      guard !Self.isForeign(prose, before: start), !Self.isForeign(prose, after: end) else { continue }
      let range = ProseRange(start, end)
      guard !analysis.isQuoted(range) else { continue }
      report.add(
        Self.message(analysis.document.string(range), value), at: range,
        fixes: [.replace(range, with: value, .safe)])
    }
  }

  /// First digits (zero) of the decimal digits of other scripts: Arabic, Persian, Devanagari, Bengali, Gurmukhi,
  /// Gujarati, Odia, Tamil, Telugu, Kannada, Malayalam, Thai, Lao, Tibetan, Burmese, Khmer.
  private static let zeros: [UInt32] = [
    0x0660, 0x06F0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0E50, 0x0ED0,
    0x0F20, 0x1040, 0x17E0,
  ]

  private static func digit(_ prose: [UInt8], _ at: Int) -> (text: String, length: Int)? {
    guard let scalar = scalar(prose, at), scalar.value >= 0x0660 else { return nil }
    for zero in zeros where scalar.value &- zero < 10 { return ("\(scalar.value - zero)", scalar.length) }
    return nil
  }

  /// A comma or point between two digits.
  private static func separator(_ prose: [UInt8], _ at: Int) -> (text: String, length: Int)? {
    guard at < prose.count, prose[at] == UInt8(ascii: ",") || prose[at] == UInt8(ascii: "."),
      digit(prose, at + 1) != nil
    else { return nil }
    return (prose[at] == UInt8(ascii: ",") ? "," : ".", 1)
  }

  /// Whether a letter beyond Latin stands right before or one blank before.
  private static func isForeign(_ prose: [UInt8], before at: Int) -> Bool {
    var at = at
    if at > 0, prose[at - 1] == 0x20 { at -= 1 }
    guard at > 0, prose[at - 1] >= 0x80 else { return false }
    at -= 1
    while at > 0, prose[at] & 0xC0 == 0x80 { at -= 1 }
    return isForeignLetter(prose, at)
  }

  private static func isForeign(_ prose: [UInt8], after at: Int) -> Bool {
    isForeignLetter(prose, at < prose.count && prose[at] == 0x20 ? at + 1 : at)
  }

  private static func isForeignLetter(_ prose: [UInt8], _ at: Int) -> Bool {
    guard let scalar = scalar(prose, at) else { return false }
    return scalar.value >= 0x0370 && !(0x2000...0x2BFF).contains(scalar.value)
  }

  private static func scalar(_ prose: [UInt8], _ at: Int) -> (value: UInt32, length: Int)? {
    guard at < prose.count, prose[at] >= 0x80 else { return nil }
    return prose.withUnsafeBufferPointer { text in
      let (scalar, length) = Scalars.decode(text, at: at)
      return (scalar.value, length)
    }
  }
}

extension MixedDigitScript {
  static func message(_ digits: String, _ value: String) -> String {
    "“\(digits)” is written with digits of another script. Write “\(value)”."
  }
}
