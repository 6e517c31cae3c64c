import StetDocument
import StetLint
import StetService
import StetText
import Synchronization

/// The engine with every rule switched on, whatever its stage, and one worker behind a lock.
final class Desk: Sendable {
  static let shared: Desk = {
    do throws(Problem) {
      return Desk(try Engine())
    } catch {
      fatalError(error.line)
    }
  }()

  let book: RuleBook
  private let engine: Engine
  let everyRule: Linter
  private let worker: Mutex<Worker>

  private init(_ engine: Engine) {
    self.engine = engine
    book = engine.book
    everyRule = Linter(checks: engine.book.checks) { $0.severity }
    worker = Mutex(Worker(engine))
  }

  /// What all rules find.
  func lint(_ bytes: [UInt8], markdown: Bool = false) -> [Diagnostic] {
    worker.withLock { worker in
      let document = DocumentReader.read(
        SourceText(bytes), path: "example", format: markdown ? .markdown : .plain)
      return everyRule.lint(worker.analysis(document))
    }
  }

  /// A worker of one's own, for versions of a text.
  func makeWorker() -> Worker { Worker(engine) }

  /// What one rule finds with some of its options chosen.
  func lint(_ bytes: [UInt8], markdown: Bool, only rule: RuleMetadata, _ options: RuleOptions) -> [Diagnostic]
  {
    let checks = engine.book.checks.filter { check in check.rules.contains { $0.id == rule.id } }
    let linter = Linter(checks: checks, options: { $0.id == rule.id ? options : RuleOptions($0) }) {
      $0.id == rule.id ? $0.severity : nil
    }
    return worker.withLock { worker in
      let document = DocumentReader.read(
        SourceText(bytes), path: "example", format: markdown ? .markdown : .plain)
      return linter.lint(worker.analysis(document))
    }
  }

  /// What one rule finds.
  func lint(_ bytes: [UInt8], markdown: Bool = false, only rule: String) -> [Diagnostic] {
    lint(bytes, markdown: markdown).filter { $0.rule == rule }
  }

  /// What is shown to a user who has configured nothing.
  func lintAsDelivered(_ bytes: [UInt8]) -> [Diagnostic] {
    worker.withLock { worker in
      let document = DocumentReader.read(SourceText(bytes), path: "article", format: .plain)
      return engine.linter().lint(worker.analysis(document))
    }
  }
}

/// The text with ⟦marks⟧ around the ranges, so that a failing test can be read; what cannot be seen is escaped.
func marked(_ bytes: [UInt8], _ ranges: [Range<Int>]) -> String {
  var marked = bytes
  for range in ranges.sorted(by: { $0.lowerBound > $1.lowerBound }) where range.upperBound <= bytes.count {
    marked.insert(contentsOf: "⟧".utf8, at: range.upperBound)
    marked.insert(contentsOf: "⟦".utf8, at: range.lowerBound)
  }
  return visible(String(decoding: marked, as: UTF8.self))
}

/// The text with invisible characters as `\u{…}`, the way pages write them.
func visible(_ text: String) -> String {
  var out = ""
  for scalar in text.unicodeScalars {
    switch scalar.properties.generalCategory {
    case .control where scalar != "\n" && scalar != "\t", .format, .lineSeparator, .paragraphSeparator:
      out += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    case .spaceSeparator where scalar != " ":
      out += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    default:
      out.unicodeScalars.append(scalar)
    }
  }
  return out
}

/// The bytes after edits, or nil when two of them overlap.
func applying(_ edits: [Edit], to bytes: [UInt8]) -> [UInt8]? {
  let ordered = edits.sorted { $0.range < $1.range }
  for (one, next) in zip(ordered, ordered.dropFirst()) where one.range.end > next.range.start { return nil }
  var edited = bytes
  for edit in ordered.reversed() { edited.replaceSubrange(edit.range.indices, with: edit.replacement.utf8) }
  return edited
}
