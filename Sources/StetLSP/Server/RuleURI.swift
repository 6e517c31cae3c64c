/// Rules' pages have no place on the web and none in the file system: the program carries them. A client of LSP 3.18
/// asks the server for the text of a page; to others pages come as hovers.
enum RuleURI {
  static let scheme = "stet"

  static func uri(_ rule: String) -> String { "\(scheme):/rules/\(rule).md" }

  /// nil for a URI of another kind.
  static func rule(_ uri: String) -> String? {
    let head = "\(scheme):/rules/"
    guard uri.hasPrefix(head), uri.hasSuffix(".md") else { return nil }
    return String(uri.dropFirst(head.count).dropLast(3))
  }
}
