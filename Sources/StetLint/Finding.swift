import StetText

/// A second place that a message speaks of: the antecedent, the other spelling.
package struct Related: Sendable, Hashable {
  package var range: ByteRange
  package var message: String

  package init(range: ByteRange, message: String) {
    self.range = range
    self.message = message
  }
}

/// One replacement of bytes.
package struct Edit: Sendable, Hashable {
  package var range: ByteRange
  package var replacement: String

  package init(range: ByteRange, replacement: String) {
    self.range = range
    self.replacement = replacement
  }
}

/// A way to put a finding right. Several fixes of one finding are alternatives, the best first.
package struct Fix: Sendable, Hashable {
  package enum Applicability: String, Sendable {
    /// Certain: may be applied without a look.
    case safe
    /// Likely: a person decides.
    case review
  }

  package var title: String
  /// In ascending order, not overlapping.
  package var edits: [Edit]
  package var applicability: Applicability

  package init(title: String, edits: [Edit], applicability: Applicability) {
    self.title = title
    self.edits = edits
    self.applicability = applicability
  }
}

/// What a rule says: where, what, and how to put it right. A rule cannot set the severity; the engine does.
package struct Finding: Sendable, Hashable {
  /// Bytes of the source.
  package var range: ByteRange
  package var message: String
  package var related: [Related]
  package var fixes: [Fix]

  package init(range: ByteRange, message: String, related: [Related] = [], fixes: [Fix] = []) {
    self.range = range
    self.message = message
    self.related = related
    self.fixes = fixes
  }
}

/// A finding with its rule and severity: what leaves the engine.
package struct Diagnostic: Sendable, Hashable {
  package var rule: String
  package var severity: Severity
  package var range: ByteRange
  package var message: String
  package var related: [Related]
  package var fixes: [Fix]
  /// Hash of the rule, the folded words of the range and of its sentence, and its number among equals:
  /// 16 hexadecimal digits, unchanged when lines move.
  package var fingerprint: String

  package init(rule: String, severity: Severity, finding: Finding, fingerprint: String) {
    self.rule = rule
    self.severity = severity
    self.range = finding.range
    self.message = finding.message
    self.related = finding.related
    self.fixes = finding.fixes
    self.fingerprint = fingerprint
  }
}

/// A finding that the text itself excuses.
package struct SuppressedDiagnostic: Sendable, Hashable {
  package var diagnostic: Diagnostic
  /// What excuses it: a comment, a rule's id in the front matter, or the `[sic]` after a word.
  package var excuse: ByteRange

  package init(diagnostic: Diagnostic, excuse: ByteRange) {
    self.diagnostic = diagnostic
    self.excuse = excuse
  }
}

/// What was found in a document: what counts, and what its text excuses. Both sorted by start, end, rule.
package struct LintResult: Sendable, Hashable {
  package var diagnostics: [Diagnostic]
  package var suppressed: [SuppressedDiagnostic]

  package init(diagnostics: [Diagnostic] = [], suppressed: [SuppressedDiagnostic] = []) {
    self.diagnostics = diagnostics
    self.suppressed = suppressed
  }
}

/// One file after linting, as the reports take it.
package struct LintedFile: Sendable {
  /// As the user gave it.
  package var path: String
  package var source: SourceText
  /// Sorted by start, end, rule.
  package var diagnostics: [Diagnostic]
  /// Those that the text itself excuses; not among `diagnostics`.
  package var suppressed: [SuppressedDiagnostic] = []
  /// Those that lie outside of the changes that were asked about; not among `diagnostics`.
  package var unchanged: [Diagnostic] = []
  /// Findings that are not among them since a baseline knows them.
  package var known = 0
  /// Whether its settings want notes shown where they are otherwise left out.
  package var showsNotes: Bool

  package init(path: String, source: SourceText, diagnostics: [Diagnostic], showsNotes: Bool = false) {
    self.path = path
    self.source = source
    self.diagnostics = diagnostics
    self.showsNotes = showsNotes
  }

  package init(path: String, source: SourceText, result: LintResult) {
    self.init(path: path, source: source, diagnostics: result.diagnostics)
    suppressed = result.suppressed
  }
}
