import StetDocument
import StetLanguage
import StetLint

/// A rule that shares the pass over the prose with others (`ProseScan`): a `MarkRule`, a `CharacterRule` or both.
protocol ScanRule: Sendable {
  static var metadata: RuleMetadata { get }
  /// Whether all places of a document are one finding: a habit of the keyboard leaves dozens.
  static var reportsOnce: Bool { get }
  /// Made once, before the first document.
  init(_ lexicon: Lexicon)
  /// The rule itself when it looks at marks, and when it looks at characters. Casts would ask the runtime at every start,
  /// which walks over all conformances of the program each time.
  var markRule: (any MarkRule)? { get }
  var characterRule: (any CharacterRule)? { get }
}

extension ScanRule {
  static var reportsOnce: Bool { false }
  var markRule: (any MarkRule)? { nil }
  var characterRule: (any CharacterRule)? { nil }
}

extension MarkRule {
  var markRule: (any MarkRule)? { self }
}

extension CharacterRule {
  var characterRule: (any CharacterRule)? { self }
}

/// A rule on ASCII marks. It is asked only where two bytes meet that it named.
protocol MarkRule: ScanRule {
  /// Where the rule looks closer.
  static var pairs: [BytePair] { get }
  /// - Parameter at: offset of the second byte of the pair; the end of the block when that is the edge.
  func look(_ at: Int, _ around: ProseWindow, _ found: inout ScanFindings)
}

/// A rule on characters beyond ASCII. It is asked only at those that it named.
protocol CharacterRule: ScanRule {
  /// Code points.
  static var characters: [ClosedRange<UInt32>] { get }
  /// - Parameters:
  ///   - at: offset of the character.
  ///   - end: offset after it.
  func look(
    _ scalar: Unicode.Scalar, _ at: Int, _ end: Int, _ around: ProseWindow, _ found: inout ScanFindings)
}

/// What the rules of the scan find in one block.
struct ScanFindings {
  struct Item {
    var rule: Int
    var range: ProseRange
    var message: String
    var fixes: [ProposedFix]
    /// Which trait of tokenised text this is.
    var trace: Trace?
  }

  /// What a program that cuts text into tokens leaves behind.
  enum Trace: UInt8, Sendable {
    case spaceBeforeMark, spaceInsideBracket, cutClitic
  }

  /// Number of the rule that looks at present.
  var rule = 0
  var items: [Item] = []

  mutating func add(
    _ message: String, _ start: Int, _ end: Int, trace: Trace? = nil, fixes: [ProposedFix] = []
  ) {
    items.append(
      Item(rule: rule, range: ProseRange(start, end), message: message, fixes: fixes, trace: trace))
  }

  /// With one fix that replaces the range.
  mutating func add(
    _ message: String, _ start: Int, _ end: Int, trace: Trace? = nil, replacement: String,
    _ applicability: Fix.Applicability
  ) {
    let fix = ProposedFix.replace(ProseRange(start, end), with: replacement, applicability)
    add(message, start, end, trace: trace, fixes: [fix])
  }
}
