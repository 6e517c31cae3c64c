import StetLint
import StetText

/// The fixes of one reading of a file that can be applied together.
package struct FixPass: Sendable {
  package struct Choice: Sendable {
    package var diagnostic: Diagnostic
    package var fix: Fix

    package init(diagnostic: Diagnostic, fix: Fix) {
      self.diagnostic = diagnostic
      self.fix = fix
    }
  }

  /// In the order of the file.
  package private(set) var applied: [Choice] = []
  /// Those that would change what another one changes.
  package private(set) var conflicting: [Choice] = []

  /// Takes choices in order; of two that touch the same bytes the first counts.
  package init(_ choices: [Choice]) {
    var taken: [ByteRange] = []
    for choice in choices {
      let ranges = choice.fix.edits.map(\.range)
      let clashes = ranges.contains { range in taken.contains { Self.clash($0, range) } }
      if clashes {
        conflicting.append(choice)
      } else {
        taken += ranges
        applied.append(choice)
      }
    }
  }

  /// Two insertions at one place clash, since their order would be a guess.
  private static func clash(_ a: ByteRange, _ b: ByteRange) -> Bool {
    a == b || a.start < b.end && b.start < a.end || a.isEmpty && a.start > b.start && a.start < b.end
      || b.isEmpty && b.start > a.start && b.start < a.end
  }

  /// The bytes of the file after all edits.
  package func result(_ bytes: [UInt8]) -> [UInt8] {
    let edits = applied.flatMap(\.fix.edits).sorted { $0.range < $1.range }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 64)
    var at = 0
    for edit in edits {
      result += bytes[at..<edit.range.lower]
      result += edit.replacement.utf8
      at = edit.range.upper
    }
    return result + bytes[at...]
  }
}
