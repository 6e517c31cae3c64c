import StetDocument
import StetLint
import StetText

/// Puts the examples of the user's own rules to the rules: what is found must be exactly what is marked, and the
/// first fixes must give the text that the example says.
package struct ExampleRun {
  /// One example that does not hold.
  package struct Failure: Sendable, Equatable {
    package enum Fault: Sendable, Equatable {
      /// Other places are found than the marked ones.
      case findings
      /// The fixes give another text.
      case fixed
      /// Something is still found in the fixed text.
      case unsettled
    }

    package var rule: String
    /// The rule's file, as shown to people.
    package var file: String
    package var expectation: RuleExample.Expectation
    /// 1-based, among the rule's examples of its kind.
    package var number: Int
    package var fault: Fault
    /// What the example says, places in ⟦marks⟧.
    package var expected: String
    /// What came of it, in the same form.
    package var actual: String
  }

  package private(set) var failures: [Failure] = []
  package private(set) var rules = 0
  package private(set) var examples = 0

  private let worker: Worker
  private let linter: Linter

  /// Runs the examples of all rules of the user's own that the engine holds.
  package init(_ engine: Engine, files: UserRules) {
    worker = Worker(engine)
    linter = Linter(checks: engine.book.checks) { $0.origin == nil ? nil : $0.severity }
    for rule in engine.book.rules where rule.origin != nil {
      guard let page = engine.book.page(rule), !page.examples.isEmpty else { continue }
      rules += 1
      var numbers: [RuleExample.Expectation: Int] = [:]
      for example in page.examples {
        examples += 1
        numbers[example.expectation, default: 0] += 1
        let failure = failure(of: example, of: rule)
        guard var failure else { continue }
        failure.file = files.file(of: rule)
        failure.number = numbers[example.expectation, default: 0]
        failures.append(failure)
      }
    }
  }

  private func failure(of example: RuleExample, of rule: RuleMetadata) -> Failure? {
    let bytes = Array(example.text.utf8)
    let expected = example.marks
    var found = findings(bytes, example, rule, kind: nil)
    // A rule for one kind of document is put to its examples as if they were of that kind.
    if found.map(\.range.indices) != expected {
      for kind in DocumentKind.allCases {
        let other = findings(bytes, example, rule, kind: kind)
        guard other.map(\.range.indices) == expected else { continue }
        return check(example, bytes, found: other, rule, kind: kind)
      }
    }
    if found.map(\.range.indices) == expected { return check(example, bytes, found: found, rule, kind: nil) }
    found.sort { $0.range < $1.range }
    return failed(
      .findings, rule, example, expected: Self.marked(bytes, expected),
      actual: Self.marked(bytes, found.map(\.range.indices)))
  }

  /// The second half: the fixes.
  private func check(
    _ example: RuleExample, _ bytes: [UInt8], found: [Diagnostic], _ rule: RuleMetadata, kind: DocumentKind?
  ) -> Failure? {
    guard let fixed = example.fixed else { return nil }
    var edited = bytes
    var last = bytes.count
    for edit in found.flatMap({ $0.fixes.first?.edits ?? [] }).sorted(by: { $0.range > $1.range })
    where edit.range.upper <= last {
      edited.replaceSubrange(edit.range.indices, with: edit.replacement.utf8)
      last = edit.range.lower
    }
    let actual = String(decoding: edited, as: UTF8.self)
    if actual != fixed { return failed(.fixed, rule, example, expected: fixed, actual: actual) }
    let left = findings(edited, example, rule, kind: kind).map(\.range.indices)
    if left.isEmpty { return nil }
    return failed(.unsettled, rule, example, expected: fixed, actual: Self.marked(edited, left))
  }

  private func findings(
    _ bytes: [UInt8], _ example: RuleExample, _ rule: RuleMetadata, kind: DocumentKind?
  ) -> [Diagnostic] {
    let document = DocumentReader.read(
      SourceText(bytes), path: "example", format: example.isMarkdown ? .markdown : .plain)
    return linter.lint(worker.analysis(document, kind: kind)).filter { $0.rule == rule.id }
  }

  private func failed(
    _ fault: Failure.Fault, _ rule: RuleMetadata, _ example: RuleExample, expected: String, actual: String
  ) -> Failure {
    Failure(
      rule: rule.id, file: "", expectation: example.expectation, number: 0, fault: fault,
      expected: expected, actual: actual)
  }

  private static func marked(_ bytes: [UInt8], _ ranges: [Range<Int>]) -> String {
    var marked = bytes
    for range in ranges.sorted(by: { $0.lowerBound > $1.lowerBound }) where range.upperBound <= marked.count {
      marked.insert(contentsOf: "⟧".utf8, at: range.upperBound)
      marked.insert(contentsOf: "⟦".utf8, at: range.lowerBound)
    }
    return String(decoding: marked, as: UTF8.self)
  }
}

extension ExampleRun.Failure {
  /// The example and a diff of its lines: what the example says after `-`, what came of it after `+`.
  package var text: String {
    let what =
      switch fault {
      case .findings: "what is found is not what is marked"
      case .fixed: "the fixes give another text"
      case .unsettled: "the fixed text is found at fault again"
      }
    let (old, new) = (Self.lines(expected), Self.lines(actual))
    var lines: [String] = []
    if old.count == new.count {
      for (one, other) in zip(old, new) {
        lines += one == other ? ["    " + one] : ["  - " + one, "  + " + other]
      }
    } else {
      lines = old.map { "  - " + $0 } + new.map { "  + " + $0 }
    }
    return "\(file): \(rule), \(expectation.rawValue) \(number): \(what)\n"
      + lines.joined(separator: "\n") + "\n"
  }

  private static func lines(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.count > 1, lines.last == "" { lines.removeLast() }
    return lines
  }
}

extension UserRules {
  /// The file of a rule, as shown to people: files of rules are named after them.
  func file(of rule: RuleMetadata) -> String {
    let file = files.first { file in
      file.origin == rule.origin
        && ["\(rule.id).yml", "\(rule.id).yaml"].contains { file.name.hasSuffix($0) }
    }
    return file?.name ?? rule.id
  }
}
