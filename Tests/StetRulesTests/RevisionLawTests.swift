import StetDocument
import StetLint
import StetService
import StetTestSupport
import StetText
import Testing

/// Law 8: a text that is typed in small edits, each version linted from the one before, has the findings of the
/// finished text.
@Suite struct RevisionLawTests {
  private static let before = """
    The council met on Monday in the old market hall, and the mayor spoke for an hour about the harbour.

    “We have waited long enough,” she said. Nobody disagreed with her.

    Traders at the quay want the road to be opened again before winter.

    """
  private static let after = """


    The work is to begin in spring. It will take two years, the engineers believe.

    A second bridge was never planned, and there is no money for one.

    Questions were put to the ministry, which did not answer them.
    """

  @Test(
    "8: typed in small edits, examples are found as in the finished text",
    arguments: Desk.shared.book.rules.map(\.id))
  func typing(_ rule: String) {
    var faults: [String] = []
    for isMarkdown in [false, true] {
      let examples = ExampleCase.all.filter { $0.rule.id == rule && $0.example.isMarkdown == isMarkdown }
      guard !examples.isEmpty else { continue }
      var typed = TypedText(Self.before, Self.after, isMarkdown: isMarkdown)
      for item in examples {
        let third = max(1, item.bytes.count / 3)
        for start in stride(from: 0, to: item.bytes.count, by: third) {
          typed.type(Array(item.bytes[start..<min(item.bytes.count, start + third)]))
        }
        if let fault = typed.fault() { faults.append("\(item.testDescription): \(fault)") }
        typed.type(Array("\n\n".utf8))
      }
    }
    #expect(faults == [])
  }

  @Test("A thousand careless edits of articles change nothing about what is found", arguments: 1...4)
  func carelessEdits(_ seed: Int) {
    var edits = RandomEdits(seed: UInt64(seed))
    var typed = TypedText(
      Self.before, Self.after + Self.before + Self.after, isMarkdown: seed.isMultiple(of: 2))
    var faults: [String] = []
    for number in 0..<250 where faults.count < 3 {
      let edit = edits.next(typed.text)
      typed.replace(edit.range, edit.text)
      if let fault = typed.fault() { faults.append("edit \(number), \(edit): \(fault)") }
    }
    #expect(faults == [])
  }
}

/// A text with a place where it is typed into, and the last version that was linted.
private struct TypedText {
  private(set) var text: [UInt8]
  private var cursor: Int
  private let isMarkdown: Bool
  private let worker = Desk.shared.makeWorker()
  private var revision: Revision?

  init(_ before: String, _ after: String, isMarkdown: Bool) {
    text = Array((before + after).utf8)
    cursor = before.utf8.count
    self.isMarkdown = isMarkdown
    revision = version(after: nil)
  }

  mutating func type(_ bytes: [UInt8]) {
    replace(cursor..<cursor, bytes)
    cursor += bytes.count
  }

  mutating func replace(_ range: Range<Int>, _ bytes: [UInt8]) {
    text.replaceSubrange(range, with: bytes)
    revision = version(after: revision)
  }

  private func version(after before: Revision?) -> Revision {
    let document = DocumentReader.read(
      SourceText(text), path: "example", format: isMarkdown ? .markdown : .plain)
    return Revision(
      worker.analysis(document, following: before?.analysis), Desk.shared.everyRule, after: before)
  }

  /// What the version has too many and too few, when it is not what a run from scratch finds.
  func fault() -> String? {
    let fresh = version(after: nil).result
    guard let found = revision?.result, fresh != found else { return nil }
    let (a, b) = (Set(found.diagnostics), Set(fresh.diagnostics))
    return "too many: \(a.subtracting(b)), too few: \(b.subtracting(a))"
  }
}
