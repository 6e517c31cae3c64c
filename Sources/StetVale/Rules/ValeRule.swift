import StetLint
import StetText

/// One rule of a style.
final class ValeRule: Sendable {
  let metadata: RuleMetadata
  let page: RulePage
  let style: String
  let message: String
  let scope: ScopeSelector
  /// The most that is reported of it in one document; 0: all.
  let limit: Int
  let action: Action?
  let check: any BlockCheck

  init(
    metadata: RuleMetadata, page: RulePage, style: String, message: String, scope: ScopeSelector, limit: Int,
    action: Action?, check: any BlockCheck
  ) {
    self.metadata = metadata
    self.page = page
    self.style = style
    self.message = message
    self.scope = scope
    self.limit = limit
    self.action = action
    self.check = check
  }

  var id: String { metadata.id }
}

/// What an extension point does with a block of text.
protocol BlockCheck: Sendable {
  /// Patterns by whose words blocks may be passed by.
  var alternatives: [Alternative] { get }
  /// Whether blocks without candidates are looked at as well.
  var wantsAllBlocks: Bool { get }
  /// Whether blocks are handed over a sentence at a time, whatever the scope says.
  var readsSentences: Bool { get }
  /// Where nothing is said of it, the blocks it looks at.
  static var defaultScope: [String] { get }

  /// - Parameter candidates: the alternatives that may match, ascending.
  func check(_ block: TextBlock, candidates: [Int], _ run: DocumentRun)
}

extension BlockCheck {
  var wantsAllBlocks: Bool { false }
  var readsSentences: Bool { false }
  static var defaultScope: [String] { ["text"] }
}

/// What a rule found.
package struct ValeAlert: Sendable {
  /// `Style.Rule`.
  package var rule: String
  /// Bytes of the source.
  package var range: ByteRange
  /// The text that was found, as the rule saw it: code is stars.
  package var match: String
  package var message: String
  /// What may stand in its place, the best first.
  package var replacements: [String]
  /// Number of the rule within its configuration.
  var number: Int
  /// Whether the source can be replaced without damage to markup.
  var isEditable: Bool
}

/// The state of one document while the rules look at it. Owned by one task.
final class DocumentRun {
  let matcher = Matcher()
  let page: Page
  /// What rules remember from block to block, by their numbers.
  var remembered: [Int: Set<String>] = [:]
  private(set) var alerts: [ValeAlert] = []
  /// Rules whose patterns gave up somewhere.
  private(set) var exhausted: Set<Int> = []
  /// Splits a text into sentences and tagged words; costs the layers of a whole document.
  let language: BlockLanguage
  let speller: ValeSpeller

  /// Set by whoever drives the rules.
  var number = 0
  var rules: [ValeRule]
  private var counts: [Int: Int] = [:]
  /// By rule, first byte of the source, and last byte or -1.
  private var said: [[Int]: Int] = [:]
  /// Set while a rule sees sentences of a block that it has seen as a whole.
  var isWithinBlock = false

  init(_ page: Page, rules: [ValeRule], language: BlockLanguage, speller: ValeSpeller) {
    self.page = page
    self.rules = rules
    self.language = language
    self.speller = speller
  }

  func noteExhaustion() { if matcher.gaveUp { exhausted.insert(number) } }

  /// - Parameters:
  ///   - words: for the message; nil: the match, and what would replace it.
  ///   - replacements: nil: what the rule's action says.
  func report(
    _ block: TextBlock, _ range: Range<Int>, words: [String]? = nil, message: String? = nil,
    replacements: [String]? = nil
  ) {
    let rule = rules[number]
    let match = String(decoding: block.text[range], as: UTF8.self)
    guard !block.silenced.hides(rule: rule.id, match: match), let source = block.source(range) else { return }
    let bare = block.source(block.trimmed(range)) ?? source
    var again: Int?
    if let known = said[[number, source.lowerBound, -1]] {
      // Of two finds at one place the first counts, unless markup runs through it and not through the second.
      guard isWithinBlock, !alerts[known].isEditable, block.isEditable(range) else { return }
      again = known
    } else if isWithinBlock {
      // The same words without the blanks around them, found again within a sentence: the closer range counts.
      again = said[[number, bare.lowerBound, bare.upperBound]]
    }
    if again == nil, rule.limit > 0 {
      guard counts[number, default: 0] < rule.limit else { return }
      counts[number, default: 0] += 1
    }
    said[[number, source.lowerBound, -1]] = again ?? alerts.count
    said[[number, bare.lowerBound, bare.upperBound]] = again ?? alerts.count
    let fixes = replacements ?? rule.action?.replacements(for: match) ?? []
    var own = words ?? [match]
    if words == nil, rule.action != nil {
      own.append(fixes.count == 1 ? fixes[0] : fixes.isEmpty ? match : Message.list(fixes))
    }
    let alert = ValeAlert(
      rule: rule.id, range: ByteRange(source.lowerBound, source.upperBound), match: match,
      message: Message.fill(message ?? rule.message, own), replacements: fixes, number: number,
      isEditable: block.isEditable(range))
    if let again { alerts[again] = alert } else { alerts.append(alert) }
  }

  /// Something that holds for the whole document, or for a block that lacks something.
  func report(aboutDocument words: [String], at place: Int = 0) {
    let rule = rules[number]
    guard said.updateValue(0, forKey: [number, -1]) == nil else { return }
    alerts.append(
      ValeAlert(
        rule: rule.id, range: ByteRange(place, place), match: "", message: Message.fill(rule.message, words),
        replacements: [], number: number, isEditable: false))
  }
}
