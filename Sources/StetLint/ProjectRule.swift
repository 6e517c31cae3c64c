import StetLanguage
import StetText

/// A rule that compares documents: what it keeps of each, and one check when all have been read.
///
/// Documents are summarised by many tasks at once and kept in the order of the files, so that the result is the
/// same for any number of tasks. What a rule keeps must stay small, since a site may have a million articles:
/// `Archive` says how many bytes it holds, and a test watches over the bytes per article.
package protocol ProjectRule: Sendable {
  /// What is kept of one document until its turn comes. Nothing of the document itself.
  associatedtype Summary: Codable & Sendable
  /// What is known of all documents so far.
  associatedtype Archive: ProjectArchive where Archive.Summary == Summary

  static var metadata: RuleMetadata { get }
  /// Rules of single documents that see the same fault: where one of them speaks, this rule is silent.
  static var yieldsTo: Set<String> { get }
  init(_ lexicon: Lexicon)
  func summary(_ analysis: Analysis) -> Summary
  func check(_ archive: Archive, _ report: inout ProjectReport)
}

extension ProjectRule {
  package static var yieldsTo: Set<String> { [] }
}

/// What a project rule keeps of all documents.
package protocol ProjectArchive: Sendable {
  associatedtype Summary
  init()
  /// Documents come in the order of the files, each once.
  mutating func add(_ summary: Summary, of document: Int)
  /// Bytes on the heap, for those who measure.
  var bytes: Int { get }
}

/// Where a project rule puts its findings: the document's number, and bytes of its source.
package struct ProjectReport {
  package struct Entry: Sendable {
    package var document: Int
    package var finding: Finding
  }

  package private(set) var entries: [Entry] = []

  package init() {}

  package mutating func add(
    _ message: String, document: Int, range: ByteRange, replacement: (title: String, text: String)? = nil
  ) {
    let fixes = replacement.map {
      [Fix(title: $0.title, edits: [Edit(range: range, replacement: $0.text)], applicability: .review)]
    }
    entries.append(
      Entry(document: document, finding: Finding(range: range, message: message, fixes: fixes ?? [])))
  }
}
