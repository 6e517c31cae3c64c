import StetDocument
import StetLint
import StetText

/// A finding as LanguageTool's clients want it: one range, and what may stand there instead.
struct CheckMatch {
  /// Bytes of the text that is read.
  var range: Range<Int>
  var replacements: [String] = []

  /// Bytes that fixes may add to the range of a finding.
  private static let reach = 80

  /// A fix may change more than the range of its finding, which a client cannot be told. The range is widened to what
  /// the fixes change; a fix that reaches far away is left out.
  init(_ diagnostic: Diagnostic, in text: AnnotatedText) {
    let bytes = text.bytes
    let own = diagnostic.range.lower..<diagnostic.range.upper
    var range = own
    var fixes: [Fix] = []
    for fix in diagnostic.fixes {
      guard let first = fix.edits.first, let last = fix.edits.last else { continue }
      let wider = min(range.lowerBound, first.range.lower)..<max(range.upperBound, last.range.upper)
      guard wider.count <= own.count + Self.reach else { continue }
      range = wider
      fixes.append(fix)
    }
    range = Self.visible(range, in: bytes)
    guard text.isUnbroken(range) else {
      self.range = Self.visible(own, in: bytes)
      return
    }
    self.range = range
    var seen: Set<String> = []
    for fix in fixes {
      let text = Self.text(of: range, in: bytes, after: fix.edits)
      if seen.insert(text).inserted { replacements.append(text) }
    }
  }

  /// Where something is missing clients must have a character to mark.
  private static func visible(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    guard range.isEmpty else { return range }
    var lower = range.lowerBound
    var upper = range.upperBound
    if lower > 0 {
      repeat { lower -= 1 } while lower > 0 && bytes[lower] & 0xC0 == 0x80
    } else if upper < bytes.count {
      repeat { upper += 1 } while upper < bytes.count && bytes[upper] & 0xC0 == 0x80
    }
    return lower..<upper
  }

  private static func text(of range: Range<Int>, in bytes: [UInt8], after edits: [Edit]) -> String {
    var result: [UInt8] = []
    var at = range.lowerBound
    for edit in edits {
      result += bytes[at..<edit.range.lower]
      result += Array(edit.replacement.utf8)
      at = edit.range.upper
    }
    return String(decoding: result + bytes[at..<range.upperBound], as: UTF8.self)
  }
}

/// The words around a match, as people see them in a list.
struct CheckContext {
  var text: String
  /// UTF-16 code units of `text` before the match.
  var offset: Int

  /// Characters on either side.
  private static let reach = 40

  /// Line breaks become blanks, and dots stand where the text goes on.
  init(around range: Range<Int>, in bytes: [UInt8]) {
    var lower = range.lowerBound
    var upper = range.upperBound
    for _ in 0..<Self.reach where lower > 0 {
      repeat { lower -= 1 } while lower > 0 && bytes[lower] & 0xC0 == 0x80
    }
    for _ in 0..<Self.reach where upper < bytes.count {
      repeat { upper += 1 } while upper < bytes.count && bytes[upper] & 0xC0 == 0x80
    }
    func string(_ range: Range<Int>) -> String {
      let isBreak: (UInt8) -> Bool = { $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
      return String(decoding: bytes[range].map { isBreak($0) ? 0x20 : $0 }, as: UTF8.self)
    }
    let before = (lower > 0 ? "..." : "") + string(lower..<range.lowerBound)
    offset = before.utf16.count
    text = before + string(range.lowerBound..<upper) + (upper < bytes.count ? "..." : "")
  }
}
