import StetDocument
import StetLanguage

/// A run of letters of scripts other than Latin, with the blanks and marks between them.
struct ScriptRun {
  var range: ProseRange
  var letters: Int
}

/// Finds runs of letters of other scripts. The ranges are those of the blocks of Unicode 15.
enum ScriptRuns {
  /// All runs, in order.
  static func runs(_ analysis: Analysis) -> [ScriptRun] {
    let offsets = analysis.beyondASCII
    guard !offsets.isEmpty else { return [] }
    return analysis.document.prose.withUnsafeBufferPointer { text in
      var runs: [ScriptRun] = []
      for offset in offsets {
        let at = Int(offset)
        let (scalar, length) = Scalars.decode(text, at: at)
        guard weight(scalar.value) > 0 else { continue }
        if let last = runs.last, joins(text, last.range.upper, at) {
          runs[runs.count - 1].range.end = UInt32(at + length)
          runs[runs.count - 1].letters += weight(scalar.value)
        } else {
          runs.append(ScriptRun(range: ProseRange(at, at + length), letters: weight(scalar.value)))
        }
      }
      return runs
    }
  }

  /// Letters that a scalar counts for: an ideograph is as good as two letters, a mark is none but belongs to the
  /// run with its letter.
  static func weight(_ scalar: UInt32) -> Int {
    switch scalar {
    case ..<0x0370: 0
    // Greek without the signs that mathematics and physics use alone.
    case 0x0370...0x03FF: scalar == 0x037E || scalar == 0x0387 ? 0 : 1
    case 0x0400...0x052F, 0x0531...0x0587, 0x05D0...0x05F4, 0x0620...0x06D3: 1
    case 0x064B...0x065F, 0x0591...0x05C7: 1
    case 0x06D5...0x08FF: 1
    case 0x0900...0x0DFF: scalar == 0x0964 || scalar == 0x0965 || isIndicDigit(scalar) ? 0 : 1
    case 0x0E01...0x0E4E, 0x0E81...0x0ECD, 0x0F40...0x0FBC, 0x1000...0x103F, 0x10A0...0x137F: 1
    case 0x1780...0x17D3, 0x1800...0x18AF, 0x1F00...0x1FFF: 1
    case 0x3041...0x30FF: scalar == 0x30FB ? 0 : 2
    case 0x3105...0x318F, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF: 2
    case 0xFB1D...0xFDFF, 0xFE70...0xFEFC: 1
    case 0x20000...0x3FFFF: 2
    default: 0
    }
  }

  private static func isIndicDigit(_ scalar: UInt32) -> Bool {
    // Each Indic block of 128 has its digits at 0x66 to 0x6F.
    (0x66...0x6F).contains(scalar & 0x7F)
  }

  /// Whether only blanks and marks, at most eight bytes, lie between two letters.
  private static func joins(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard end - start <= 8 else { return false }
    var at = start
    while at < end {
      let byte = text[at]
      if byte < 0x80 {
        guard
          byte == 0x20 || byte == 0x0A || byte == 0x2C || byte == 0x2D || byte == 0x3A || byte == 0x21
            || byte == 0x2E || byte == 0x3F || byte == 0x3B || byte & 0xF0 == 0x30
        else { return false }
        if byte == 0x0A, at + 1 < end, text[at + 1] == 0x0A { return false }
        at += 1
      } else {
        let (scalar, length) = Scalars.decode(text, at: at)
        // Marks of the scripts themselves, not Latin letters with accents.
        guard
          scalar.value >= 0x2000 || (0x0300...0x036F).contains(scalar.value)
            || (0x0964...0x096F).contains(scalar.value) || scalar.value == 0x060C || scalar.value == 0x061F
        else { return false }
        at += length
      }
    }
    return true
  }
}
