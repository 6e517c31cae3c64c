import StetDocument
import StetText

/// Drops findings that the text itself excuses by a comment.
struct SuppressionFilter {
  private let suppressions: [Suppression]

  init(_ document: Document) {
    suppressions = document.suppressions
  }

  func hides(_ rule: RuleMetadata, _ range: ByteRange) -> Bool {
    suppressions.contains { suppression in
      suppression.scope.contains(range)
        && (suppression.rule == rule.id || rule.aliases.contains(suppression.rule))
    }
  }
}
