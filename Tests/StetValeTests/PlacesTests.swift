import StetText
import Testing

@testable import StetVale

/// Ranges are bytes of the source, whatever markup lies around; scopes choose blocks.
@Suite struct PlacesTests {
  private static let word = "extends: existence\nmessage: m\ntokens: [gizmo]"

  @Test(arguments: [
    "A gizmo.", "A **gizmo**.", "A *giz*mo and a [gizmo](gizmo.html).", "Naïve 👩‍👩‍👧 gizmo",
    "> A gizmo\n> or a gizmo",
    "| a | gizmo |\n|---|---|\n| gizmo | b |", "- one\n  - gizmo\n",
    "<div>\nA <b>gizmo</b> &amp; gizmo\n</div>",
    "Caf&eacute; gizmo", "1. gizmo\n2. b", "# A gizmo #", "gizmo  \ngizmo",
    "---\ntitle: A gizmo\n---\n\ngizmo",
    "\u{FEFF}gizmo", "a\r\ngizmo\r\n",
  ])
  func rangesAreTheWords(_ text: String) throws {
    let styles = try Desk.styles(rule: Self.word)
    let found = Desk.shared.found(styles, text)
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0 == "gizmo" })
  }

  @Test(arguments: [
    "`gizmo`", "```\ngizmo\n```", "    gizmo", "<pre>gizmo</pre>", "<script>gizmo</script>", "<!-- gizmo -->",
    "<https://gizmo.example>", "gizmos", "<kbd>gizmo</kbd>", "[a](gizmo)", "<!-- vale off -->\n\ngizmo\n\n",
    "<!-- vale House.Rule = NO -->\n\ngizmo", "<!-- vale House = NO -->\n\ngizmo",
    "<!-- vale House.Rule[\"gizmo\"] = NO -->\n\ngizmo",
  ])
  func whatIsNotRead(_ text: String) throws {
    #expect(Desk.shared.found(try Desk.styles(rule: Self.word), text) == [])
  }

  struct Scope: Sendable {
    var scope: String
    var found: [Int]
  }

  /// One gizmo a line; the number is that of the line.
  private static let page = """
    ---
    title: gizmo 2
    ---
    # gizmo 4

    gizmo 6. The *gizmo* and [gizmo](x).

    - gizmo 8

    > gizmo 10

    | gizmo 12 |
    |---|
    | gizmo 14 |

    ![gizmo 16](x.png)

    `gizmo 18`
    """

  @Test(arguments: [
    Scope(scope: "text", found: [2, 4, 6, 6, 6, 8, 10, 12, 14, 16]),
    Scope(scope: "heading", found: [4]), Scope(scope: "heading.h1", found: [4]),
    Scope(scope: "heading.h2", found: []),
    Scope(scope: "list", found: [8]), Scope(scope: "blockquote", found: [10]),
    Scope(scope: "table.header", found: [12]),
    Scope(scope: "table", found: [12, 14]), Scope(scope: "alt", found: [16]),
    Scope(scope: "frontmatter", found: [2]),
    Scope(scope: "paragraph", found: [6, 6, 6]), Scope(scope: "sentence", found: [6, 6, 6]),
    Scope(scope: "raw", found: [2, 4, 6, 6, 6, 8, 10, 12, 14, 16, 18]),
    Scope(scope: "summary", found: [6, 6, 6, 8, 10]),
    Scope(scope: "link", found: [6]), Scope(scope: "emphasis", found: [6]),
    Scope(scope: "\"text & ~heading & ~frontmatter & ~table & ~attr\"", found: [6, 6, 6, 8, 10]),
    Scope(scope: "[heading, list]", found: [4, 8]), Scope(scope: "\"~text\"", found: []),
  ])
  func scopes(_ item: Scope) throws {
    let styles = try Desk.styles(rule: Self.word + "\nscope: \(item.scope)")
    let lines = LineIndex(SourceText(Self.page))
    let found = Desk.shared.alerts(styles, Self.page).map { Int(lines.line(at: $0.range.lower)) + 1 }
    #expect(found == item.found)
  }

  @Test func plainText() throws {
    let styles = try Desk.styles(rule: Self.word + "\nscope: paragraph")
    #expect(
      Desk.shared.found(styles, "A gizmo.\n\nTwo `gizmo`s gizmo.", path: "a.txt") == [
        "gizmo", "gizmo", "gizmo",
      ])
  }
}
