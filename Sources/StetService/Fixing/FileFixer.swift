import StetConfiguration
import StetLint
import StetText

/// What became of one file.
package struct FixedFile: Sendable {
  package var path: String
  package var before: [UInt8]
  package var after: [UInt8]
  package var applied: [FixPass.Choice] = []
  /// Fixes that were left since they would change the same words as others.
  package var conflicting: [FixPass.Choice] = []
  /// What is found in the text as it is now.
  package var left: [Diagnostic] = []

  package init(path: String, before: [UInt8], after: [UInt8]) {
    self.path = path
    self.before = before
    self.after = after
  }

  package var isChanged: Bool { before != after }
}

/// Applies fixes to a text until none is left.
package struct FileFixer {
  /// A fix may make room for another: “the  the” is first one blank, then one word.
  private static let passes = 8

  private let worker: Worker
  private let settings: EffectiveSettings
  /// Whether fixes that a person should look at are applied, too.
  private let takesReview: Bool
  /// The rules whose fixes are applied; nil: all.
  private let rules: Set<String>?

  package init(_ worker: Worker, settings: EffectiveSettings, takesReview: Bool, rules: Set<String>?) {
    self.worker = worker
    self.settings = settings
    self.takesReview = takesReview
    self.rules = rules
  }

  package func fix(_ bytes: [UInt8], path: String) -> FixedFile {
    var result = FixedFile(path: path, before: bytes, after: bytes)
    var found = lint(bytes, path)
    result.left = found
    var excluded: Set<String> = []
    for _ in 0..<Self.passes {
      let pass = FixPass(choices(found, excluded))
      result.conflicting = pass.conflicting
      guard !pass.applied.isEmpty else { break }
      let fixed = pass.result(result.after)
      let now = lint(fixed, path)
      let worse = Self.worse(found, now, pass.applied)
      guard worse.isEmpty else {
        // A fix that only moves the fault is none: the pass is made again without its rule.
        excluded.formUnion(worse)
        continue
      }
      result.after = fixed
      result.applied += pass.applied
      found = now
      result.left = now
    }
    return result
  }

  private func lint(_ bytes: [UInt8], _ path: String) -> [Diagnostic] {
    worker.lint(SourceText(bytes), path: path, settings: settings).diagnostics
  }

  private func choices(_ found: [Diagnostic], _ excluded: Set<String>) -> [FixPass.Choice] {
    found.compactMap { diagnostic in
      guard rules?.contains(diagnostic.rule) ?? true, !excluded.contains(diagnostic.rule),
        let fix = diagnostic.fixes.first, !fix.edits.isEmpty,
        takesReview || fix.applicability == .safe
      else { return nil }
      return FixPass.Choice(diagnostic: diagnostic, fix: fix)
    }
  }

  /// The rules that find as much after their fixes as before.
  private static func worse(
    _ before: [Diagnostic], _ after: [Diagnostic], _ applied: [FixPass.Choice]
  ) -> Set<String> {
    Set(
      Set(applied.map(\.diagnostic.rule)).filter { rule in
        let gone = applied.count { $0.diagnostic.rule == rule }
        return after.count { $0.rule == rule } > before.count { $0.rule == rule } - gone
      })
  }
}
