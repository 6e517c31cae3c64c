import StetDocument
import StetText

/// A fix in a rule's own terms: prose ranges.
package struct ProposedFix: Sendable {
  package var title: String
  package var edits: [(range: ProseRange, replacement: String)]
  package var applicability: Fix.Applicability

  package init(
    _ title: String, _ edits: [(range: ProseRange, replacement: String)],
    _ applicability: Fix.Applicability
  ) {
    self.title = title
    self.edits = edits
    self.applicability = applicability
  }

  /// Replaces one range.
  package static func replace(
    _ range: ProseRange, with text: String, _ applicability: Fix.Applicability, title: String? = nil
  ) -> ProposedFix {
    let name = title ?? (text.isEmpty ? "Delete it" : "Replace with “\(text)”")
    return ProposedFix(name, [(range, text)], applicability)
  }
}

/// Where a check puts its findings. Prose ranges become source bytes here, once; a fix that would cut
/// through markup is dropped, since it could damage the page.
package struct Report {
  package struct Entry: Hashable, Sendable {
    /// Number of the rule within its check.
    package var rule: Int
    package var finding: Finding
  }

  package let document: Document
  package private(set) var entries: [Entry] = []

  package init(document: Document) {
    self.document = document
  }

  package mutating func add(
    _ message: String, at range: ProseRange, rule: Int = 0,
    related: [(range: ProseRange, message: String)] = [], fixes: [ProposedFix] = []
  ) {
    let finding = Finding(
      range: document.source(range), message: message,
      related: related.map { Related(range: document.source($0.range), message: $0.message) },
      fixes: fixes.compactMap(inSource))
    entries.append(Entry(rule: rule, finding: finding))
  }

  /// For the few rules that look at bytes which are no prose.
  package mutating func add(_ finding: Finding, rule: Int = 0) {
    entries.append(Entry(rule: rule, finding: finding))
  }

  private func inSource(_ fix: ProposedFix) -> Fix? {
    guard fix.edits.allSatisfy({ document.map.isEditable($0.range) }) else { return nil }
    let edits = fix.edits.map { Edit(range: document.source($0.range), replacement: $0.replacement) }
    return Fix(title: fix.title, edits: edits, applicability: fix.applicability)
  }
}
