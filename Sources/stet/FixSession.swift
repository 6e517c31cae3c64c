import StetLint
import StetReports
import StetService

/// Asks in a terminal about the fixes of one file, one by one.
struct FixSession {
  private let rules: Set<String>
  private(set) var isStopped = false
  /// Rules whose fixes the user wants without being asked again.
  private var accepted: Set<String> = []

  init(rules: Set<String>) { self.rules = rules }

  mutating func ask(about file: LintedFile) -> FixedFile {
    var choices: [FixPass.Choice] = []
    for diagnostic in file.diagnostics where !isStopped {
      let fixes = diagnostic.fixes.filter { !$0.edits.isEmpty }
      guard !fixes.isEmpty, rules.isEmpty || rules.contains(diagnostic.rule) else { continue }
      if let fix = choose(diagnostic, fixes, in: file) {
        choices.append(FixPass.Choice(diagnostic: diagnostic, fix: fix))
      }
    }
    let pass = FixPass(choices)
    var fixed = FixedFile(path: file.path, before: file.source.bytes, after: pass.result(file.source.bytes))
    fixed.applied = pass.applied
    fixed.conflicting = pass.conflicting
    let done = Set(pass.applied.map(\.diagnostic.fingerprint))
    fixed.left = file.diagnostics.filter { !done.contains($0.fingerprint) }
    return fixed
  }

  /// The fix that the user wants for one finding; nil: none.
  private mutating func choose(_ diagnostic: Diagnostic, _ fixes: [Fix], in file: LintedFile) -> Fix? {
    if accepted.contains(diagnostic.rule) { return fixes[0] }
    var shown = file
    shown.diagnostics = [diagnostic]
    var report = TextReport(showNotes: true, width: Terminal.width, sink: Terminal.write)
    report.add(shown)
    let numbers = fixes.count > 1 ? ", 1–\(fixes.count) which one" : ""
    while true {
      Terminal.print("Apply? y yes, n no\(numbers), a all of \(diagnostic.rule), q no more: ")
      // The end of the input is a no to all that follows.
      guard let answer = readLine() else {
        isStopped = true
        return nil
      }
      switch answer.trimmed {
      case "y", "yes", "1": return fixes[0]
      case "n", "no", "": return nil
      case "a", "all":
        accepted.insert(diagnostic.rule)
        return fixes[0]
      case "q", "quit":
        isStopped = true
        return nil
      case let number:
        if let index = Int(number), fixes.indices.contains(index - 1) { return fixes[index - 1] }
      }
    }
  }
}

extension String {
  fileprivate var trimmed: String { String(drop { $0 == " " }.prefix { $0 != " " }).lowercased() }
}
