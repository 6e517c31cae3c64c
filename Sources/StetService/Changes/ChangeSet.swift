import StetDocument
import StetLint
import StetText

/// What was changed in which files, so that only findings of the change are reported.
package struct ChangeSet: Sendable {
  /// By the absolute path without links.
  private var files: [[UInt8]: FileChange] = [:]

  init() {}

  mutating func add(_ change: FileChange, path: [UInt8]) { files[path] = change }

  package func contains(_ file: DiscoveredFile) -> Bool { change(of: file) != nil }

  private func change(of file: DiscoveredFile) -> FileChange? {
    FilePath.resolved(file.bytes).flatMap { files[$0] }
  }

  /// Sets apart the findings of a file that its change has nothing to do with.
  ///
  /// What touches an added line belongs to the change, with its own range or with the places that it refers to. So does
  /// what was not found in the text as it was: a document-wide finding may stand far from its cause.
  /// - Parameters:
  ///   - projectRules: ids of rules that compare files; they do not know the text as it was.
  ///   - lint: finds what is in a text.
  func judge(
    _ linted: LintedFile, _ file: DiscoveredFile, projectRules: Set<String>, lint: ([UInt8]) -> LintResult
  ) throws(Problem) -> LintedFile {
    guard let change = change(of: file) else {
      var judged = linted
      judged.unchanged = linted.diagnostics
      judged.diagnostics = []
      judged.suppressed = []
      return judged
    }
    let outcome: FileChange.Outcome
    do {
      outcome = try change.undo(linted.source.bytes)
    } catch {
      throw Problem(
        place: "\(linted.path):\(error.line)", what: "the file is not as the diff left it",
        nextStep: "Make the diff again from the files as they are.")
    }
    func touches(_ diagnostic: Diagnostic) -> Bool {
      ([diagnostic.range] + diagnostic.related.map(\.range)).contains { range in
        outcome.added.contains { $0.overlaps(range) || range.isEmpty && $0.contains(range) }
      }
    }
    var judged = linted
    judged.diagnostics = []
    judged.suppressed = linted.suppressed.filter { touches($0.diagnostic) }
    var before: FindingsBefore?
    for diagnostic in linted.diagnostics {
      if touches(diagnostic) {
        judged.diagnostics.append(diagnostic)
        continue
      }
      if let text = outcome.before, !projectRules.contains(diagnostic.rule) {
        before = before ?? FindingsBefore(lint(text).diagnostics, in: text)
        if before?.isKnown(diagnostic, in: linted.source.bytes) == false {
          judged.diagnostics.append(diagnostic)
          continue
        }
      }
      judged.unchanged.append(diagnostic)
    }
    return judged
  }
}

/// What was found in a text before it was changed.
private struct FindingsBefore {
  private struct Words: Hashable {
    var rule: String
    var text: ArraySlice<UInt8>
  }

  private var fingerprints: Set<String> = []
  /// How often a rule found some words. A sentence that was edited elsewhere has another fingerprint.
  private var counts: [Words: Int] = [:]

  init(_ diagnostics: [Diagnostic], in bytes: [UInt8]) {
    for diagnostic in diagnostics {
      fingerprints.insert(diagnostic.fingerprint)
      counts[Words(rule: diagnostic.rule, text: bytes[diagnostic.range.indices]), default: 0] += 1
    }
  }

  mutating func isKnown(_ diagnostic: Diagnostic, in bytes: [UInt8]) -> Bool {
    let words = Words(rule: diagnostic.rule, text: bytes[diagnostic.range.indices])
    let left = counts[words, default: 0]
    counts[words] = left - 1
    return left > 0 || fingerprints.contains(diagnostic.fingerprint)
  }
}

extension ChangeSet {
  /// The changes of a unified diff.
  ///
  /// Names are looked for from the folder that the program runs in, then from the top of its repository.
  /// - Parameter path: of the diff; `-` is standard input.
  package init(diff path: String) throws(Problem) {
    let input = try Input(path, standardInputName: "the diff on standard input")
    var root = FilePath.current
    while !root.isEmpty, !FilePath.exists(root + [".git"]) { root.removeLast() }
    try self.init(
      input.source.bytes, place: input.path,
      folders: root.isEmpty ? [FilePath.current] : [FilePath.current, root])
  }

  /// - Parameter folders: where the names in the diff may start, as components.
  init(_ diff: [UInt8], place: String, folders: [[String]]) throws(Problem) {
    let found: [UnifiedDiffReader.File]
    do {
      found = try UnifiedDiffReader.read(diff)
    } catch {
      throw Problem(
        place: "\(place):\(error.line)", what: error.message,
        nextStep: "Give it the output of `git diff` or `diff -u`.")
    }
    for file in found {
      guard !file.name.elementsEqual("/dev/null".utf8) else { continue }
      let bare = file.name.firstIndex(of: UInt8(ascii: "/")).map { Array(file.name[($0 + 1)...]) }
      let names = file.hasPrefix ? [bare, file.name] : [file.name, bare]
      let candidates = folders.flatMap { folder in
        names.compactMap(\.self).map { name in
          name.first == UInt8(ascii: "/")
            ? name : Array(("/" + folder.joined(separator: "/") + "/").utf8) + name
        }
      }
      guard let path = candidates.lazy.compactMap({ FilePath.resolved($0) }).first else { continue }
      add(file.change, path: path)
    }
  }
}
