import Foundation
import StetLint
import StetRules
import Testing

/// Whole stories in the style of a translated wire report: what the rules written in Swift, and those that the
/// list names, must mark, nothing else of theirs, and nothing at all in the corrected copy. In the files
/// `\u{A0}` stands for that character.
@Suite struct ArticleTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Articles")

  private static func read(_ name: String) throws -> [UInt8] {
    let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    return Array(text.replacing("\\u{A0}", with: "\u{A0}").utf8)
  }

  private func lines(_ found: [Diagnostic], _ bytes: [UInt8]) -> [String] {
    found.map { "\($0.rule)\t\(visible(String(decoding: bytes[$0.range.indices], as: UTF8.self)))" }
  }

  @Test(arguments: ["mauritania", "paraguay", "slovakia"])
  func draftAndCorrected(_ name: String) throws {
    let draft = try Self.read("\(name).txt")
    let expected = String(decoding: try Self.read("\(name).expected.tsv"), as: UTF8.self)
      .split(separator: "\n").filter { !$0.hasPrefix("#") }.map { visible(String($0)) }
    let rules = Set(
      Catalogue.rules.map { $0.metadata.id } + expected.map { String($0.prefix { $0 != "\t" }) })
    let found = Desk.shared.lintAsDelivered(draft).filter { rules.contains($0.rule) }
    #expect(lines(found, draft) == expected)

    let corrected = try Self.read("\(name).corrected.txt")
    let left = Desk.shared.lintAsDelivered(corrected).filter { $0.severity > .note }
    #expect(lines(left, corrected) == [])
  }
}
