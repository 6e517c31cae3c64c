/// Which blocks a rule looks at: `heading`, `text & ~table.cell`, `[list, blockquote]`.
struct ScopeSelector: Sendable {
  private struct Term: Sendable {
    var sections: [String]
    var isNegated: Bool
  }

  /// One of these must hold, with all of its terms.
  private let choices: [[Term]]

  init(_ texts: [String]) {
    choices = texts.map { text in
      text.split(separator: "&").map { part in
        var name = String(part).trimmingBlanks
        let isNegated = name.hasPrefix("~")
        if isNegated { name.removeFirst() }
        return Term(
          sections: name.split(separator: ".").map { String($0).trimmingBlanks }, isNegated: isNegated)
      }
    }
  }

  /// Whether a term asks for a scope by name.
  func names(_ scope: String) -> Bool {
    choices.contains { $0.contains { !$0.isNegated && $0.sections.contains(scope) } }
  }

  var namesSpans: Bool { ["link", "strong", "emphasis", "code"].contains(where: names) }

  /// - Parameter sections: of a block.
  func matches(_ sections: [String]) -> Bool {
    let isPart = sections.first == "sentence" || sections.first == "paragraph"
    let isSized = sections.first == "raw" || sections.first == "summary"
    return choices.contains { terms in
      // A sentence is only for rules that ask for sentences: others see it within its block.
      if isPart, !terms.contains(where: { !$0.isNegated && $0.sections.contains(sections[0]) }) {
        return false
      }
      return terms.allSatisfy { term in
        let isIn = term.sections.allSatisfy(sections.contains)
        return term.isNegated ? !isIn && !isSized : isIn
      }
    }
  }

  /// All scopes that Vale knows, for hints.
  static let known = [
    "alt", "attr", "blockquote", "caption", "cell", "code", "comment", "emphasis", "figure", "frontmatter",
    "h1",
    "h2", "h3", "h4", "h5", "h6", "header", "heading", "html", "line", "link", "list", "md", "paragraph",
    "raw",
    "sentence", "strong", "summary", "table", "text", "txt", "block",
  ]
}
