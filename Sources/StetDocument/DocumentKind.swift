/// What sort of text a document is. Rules ask for it: a dateline belongs to news, “you” to documentation.
package enum DocumentKind: String, Sendable, CaseIterable {
  case news
  /// A column, an editorial, a letter: somebody's opinion, in the first person or as a demand.
  case opinion
  /// Documentation, guides and technical articles.
  case docs
  /// None of these, or too short to tell.
  case other

  /// The keys of front matter that may say it.
  static let frontMatterKeys: Set<String> = ["kind", "type", "category"]

  /// By the value of such a key; nil for values that say nothing about it, such as “post”.
  init?(named name: String) {
    switch name.lowercased() {
    case "news", "news-story", "newsarticle", "press-release", "report", "breaking": self = .news
    case "opinion", "opinions", "op-ed", "oped", "editorial", "column", "commentary", "comment", "letters",
      "letter", "views", "perspective":
      self = .opinion
    case "docs", "doc", "documentation", "reference", "guide", "guides", "tutorial", "tutorials", "how-to",
      "howto", "manual", "api", "changelog", "release-notes", "faq":
      self = .docs
    case "other", "fiction", "poem", "biography", "essay", "interview": self = .other
    default: return nil
    }
  }
}

extension FrontMatter {
  /// Whether the value of a key is wanted, as prose or as the kind of the document.
  static func isRead(_ key: String) -> Bool {
    kind(of: key) != nil || DocumentKind.frontMatterKeys.contains(key)
  }

  /// What the front matter says about the kind of the document.
  static func documentKind(_ fields: [Field], in bytes: UnsafeBufferPointer<UInt8>) -> DocumentKind? {
    for field in fields where DocumentKind.frontMatterKeys.contains(field.key) {
      let value = field.pieces.flatMap { $0.text ?? Array(bytes[$0.from..<$0.to]) }
      if let kind = DocumentKind(named: String(decoding: value, as: UTF8.self)) { return kind }
    }
    return nil
  }
}
