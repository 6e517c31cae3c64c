import StetDocument
import StetSpelling
import StetText
import Testing

@testable import StetLanguage

@Suite struct DocumentKindTests {
  private static let filler = String(
    repeating: "The bridge over the river stands on nine piers of grey stone. ", count: 8)

  @Test(arguments: [
    ("a.txt", "The ferry sank.", DocumentKind.other),
    ("a.txt", "LISBON, May 4 (Reuters) – The ferry sank.", .news),
    ("a.txt", "Opinion\n\nThe ferry must go", .opinion),
    ("a.txt", "Opinion | The ferry must go\n\nIt is old.", .opinion),
    ("a.txt", "Opinion polls\n\nThey rose.", .other),
    ("a.txt", filler, .other),
    (
      "a.txt",
      filler + "\n\n“It is old and must go,” the mayor said on Monday. The council confirmed it on Tuesday.",
      .news
    ),
    (
      "a.txt",
      filler + "\n\nI crossed it with my father. I think it should stay. The town must pay for it, I say.",
      .opinion
    ),
    (
      "a.md",
      "## Install\n\n- Open your terminal.\n- Run it.\n\n```\nstet lint\n```\n\nThen you are done. " + filler,
      .docs
    ),
    ("a.md", "---\ntype: tutorial\n---\n\nThe ferry sank.", .docs),
    ("a.md", "---\nkind: post\ncategory: Editorial\n---\n\nThe ferry sank.", .opinion),
    ("a.md", "+++\ntype = \"news\"\n+++\n\nThe ferry sank.", .news),
    ("a.md", "{\"category\": \"op-ed\"}\n\nThe ferry sank.", .opinion),
  ])
  func decided(_ path: String, _ text: String, _ expected: DocumentKind) throws {
    #expect(try Reading.analysis(text, path: path).kind == expected)
    #expect(try Reading.analysis(text, path: path, kind: .other).kind == .other)
  }
}
