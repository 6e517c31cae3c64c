import StetDocument
import StetLanguage
import StetLint
import StetSpelling
import StetText

/// A comment that excuses a rule which finds nothing there, or which does not exist: one finding for each comment.
package struct UnusedSuppression: Rule, SuppressionRule {
  package static let metadata = RuleMetadata(
    id: "unused-suppression", family: .residue, severity: .warning,
    summary: "A comment such as <!-- stet rule-id --> that excuses nothing")

  package init(_ lexicon: Lexicon) {}

  package func check(_ audit: SuppressionAudit, _ report: inout Report) {
    let document = audit.document
    for fault in document.settings.faults {
      report.add(Finding(range: fault.range, message: fault.message))
    }
    for (suppression, isUsed) in zip(document.suppressions, audit.isUsed) where suppression.isInFrontMatter {
      guard let reason = Self.reason(suppression.rule, isUsed: isUsed, audit) else { continue }
      let message = Self.message(reason, suppression.rule, place: "in this file")
      report.add(Finding(range: suppression.name, message: message))
    }
    for comment in document.suppressionComments {
      if let finding = finding(comment, audit) { report.add(finding) }
    }
  }

  /// Why an id has no effect.
  private enum Reason {
    /// With the id that was probably meant.
    case noRule(String?)
    case findsNothing
    case nothingToEnd
  }

  private static func reason(_ rule: String, isUsed: Bool, _ audit: SuppressionAudit) -> Reason? {
    guard let runs = audit.runs(rule) else { return .noRule(nearest(rule, audit)) }
    return runs && !isUsed && rule != metadata.id ? .findsNothing : nil
  }

  /// What is wrong with one comment.
  private func finding(_ comment: SuppressionComment, _ audit: SuppressionAudit) -> Finding? {
    if case .unknown(let verb) = comment.command {
      return Finding(range: comment.range, message: Self.unknownCommand(verb))
    }
    guard !comment.names.isEmpty else {
      return Finding(
        range: comment.range, message: Self.noNames,
        fixes: [Self.removal([comment.range], audit.document, .review)])
    }
    let entries = audit.document.suppressions.indices.filter {
      audit.document.suppressions[$0].comment == comment.range
    }
    var dead: [(index: Int, reason: Reason)] = []
    for (index, name) in comment.names.enumerated() {
      if name.isIdle, audit.runs(name.text) != nil {
        dead.append((index, .nothingToEnd))
        continue
      }
      let entry = entries.first { audit.document.suppressions[$0].name == name.range }
      let isUsed = entry.map { audit.isUsed[$0] } ?? true
      if let reason = Self.reason(name.text, isUsed: isUsed, audit) { dead.append((index, reason)) }
    }
    guard !dead.isEmpty else { return nil }
    let messages = dead.map { Self.message($0.reason, comment.names[$0.index].text, place: "here") }
    let range =
      dead.count == 1 && comment.names.count > 1 ? comment.names[dead[0].index].range : comment.range
    return Finding(
      range: range, message: messages.joined(separator: " "), fixes: fixes(comment, dead, audit))
  }

  // MARK: Fixes

  /// Takes the dead ids out of the comment and out of the one that ends it, or both comments out of the text.
  private func fixes(
    _ comment: SuppressionComment, _ dead: [(index: Int, reason: Reason)], _ audit: SuppressionAudit
  ) -> [Fix] {
    let document = audit.document
    var fixes: [Fix] = []
    if dead.count == 1, case .noRule(let meant?) = dead[0].reason {
      let name = comment.names[dead[0].index]
      fixes.append(
        Fix(
          title: "Replace with “\(meant)”", edits: [Edit(range: name.range, replacement: meant)],
          applicability: .review))
    }
    let gone = Set(dead.map(\.index))
    let endings = document.suppressions.filter { suppression in
      suppression.comment == comment.range
        && gone.contains { comment.names[$0].range == suppression.name }
    }.compactMap(\.end)
    for (ending, count) in Dictionary(grouping: endings, by: \.comment).mapValues(\.count)
    where document.suppressionComments[ending].names.count > count {
      // That comment also ends what others began.
      return fixes
    }
    var isCertain = true
    for (_, reason) in dead {
      if case .noRule = reason { isCertain = false }
    }
    let applicability: Fix.Applicability = isCertain ? .safe : .review
    let ends = Set(endings.map(\.comment)).sorted().map { document.suppressionComments[$0].range }
    let kept = comment.names.indices.filter { !gone.contains($0) }.map { comment.names[$0].text }
    guard !kept.isEmpty, let first = comment.names.first, let last = comment.names.last else {
      return fixes + [Self.removal([comment.range] + ends, document, applicability)]
    }
    let names = ByteRange(first.range.lower, last.range.upper)
    let edits =
      [Edit(range: names, replacement: kept.joined(separator: " "))]
      + ends.map { Edit(range: Self.place(of: $0, document.source.bytes), replacement: "") }
    return fixes + [
      Fix(
        title: "Keep “\(kept.joined(separator: " "))” only", edits: edits, applicability: applicability)
    ]
  }

  private static func removal(
    _ comments: [ByteRange], _ document: Document, _ applicability: Fix.Applicability
  ) -> Fix {
    Fix(
      title: comments.count == 1 ? "Remove the comment" : "Remove the comments",
      edits: comments.map { Edit(range: place(of: $0, document.source.bytes), replacement: "") },
      applicability: applicability)
  }

  /// What goes with a comment: its line when nothing else stands in it, and one of two blank lines around it. A
  /// comment between two lines of text leaves a blank line, since without it they would become one paragraph.
  private static func place(of comment: ByteRange, _ bytes: [UInt8]) -> ByteRange {
    func isBlank(_ at: Int) -> Bool { bytes[at] == 0x20 || bytes[at] == 0x09 }
    func isBreak(_ at: Int) -> Bool { bytes[at] == 0x0A || bytes[at] == 0x0D }
    func afterBreak(_ at: Int) -> Int {
      at + 1 < bytes.count && bytes[at] == 0x0D && bytes[at + 1] == 0x0A ? at + 2 : at + 1
    }
    var (start, end) = (comment.lower, comment.upper)
    while start > 0, isBlank(start - 1) { start -= 1 }
    while end < bytes.count, isBlank(end) { end += 1 }
    let (isHead, isFoot) = (start == 0 || isBreak(start - 1), end == bytes.count || isBreak(end))
    guard isHead, isFoot else {
      // Within a line: one of two blanks goes with it.
      if isFoot { return ByteRange(start, comment.upper) }
      return comment.lower > start && end > comment.upper
        ? ByteRange(comment.lower, comment.upper + 1) : comment
    }
    guard end < bytes.count else { return ByteRange(start, end) }
    let next = afterBreak(end)
    var above = start
    if above > 0, bytes[above - 1] == 0x0A { above -= 1 }
    if above > 0, bytes[above - 1] == 0x0D { above -= 1 }
    let isBlankBefore = above == 0 || isBreak(above - 1)
    let isBlankAfter = next >= bytes.count || isBreak(next)
    if !isBlankBefore, !isBlankAfter { return comment }
    return ByteRange(start, isBlankBefore && isBlankAfter && next < bytes.count ? afterBreak(next) : next)
  }

  // MARK: Messages

  private static func nearest(_ name: String, _ audit: SuppressionAudit) -> String? {
    for bound in 1...3 where name.utf8.count > 2 * bound {
      let near = audit.ruleNames.filter { isWithin(bound, name, $0) }
      if let first = near.min() { return first }
    }
    return nil
  }

  private static func isWithin(_ bound: Int, _ a: String, _ b: String) -> Bool {
    let (a, b) = (Array(a.utf8), Array(b.utf8))
    return a.withUnsafeBufferPointer { a in b.withUnsafeBufferPointer { EditDistance.isWithin(bound, a, $0) }
    }
  }

  private static let noNames =
    "This comment names no rule, so it excuses nothing. Write its id: “<!-- stet rule-id -->”."

  private static func unknownCommand(_ verb: String) -> String {
    "“\(verb)” says nothing to Stet. Write “stet”, “stet:off” or “stet:on”, and the id of a rule."
  }

  private static func message(_ reason: Reason, _ name: String, place: String) -> String {
    switch reason {
    case .findsNothing: return "“\(name)” finds nothing \(place) to excuse. Take it out."
    case .nothingToEnd: return "“\(name)” was not switched off before. Take it out."
    case .noRule(let near):
      if RuleFamily(rawValue: name) != nil {
        return "“\(name)” is a family of rules. Name the rule that is to be excused."
      }
      return "There is no rule “\(name)”." + (near.map { " Did you mean “\($0)”?" } ?? "")
    }
  }
}
