/// What comments of a text switch off and on: `<!-- vale off -->`, `<!-- vale Style.Rule = NO -->`,
/// `<!-- vale Style.Rule["match"] = NO -->`, `<!-- vale style = Style -->`.
struct CommentControl {
  /// What is off at one place.
  struct Silenced: Sendable, Equatable {
    var everything = false
    /// Styles and rules.
    var names: Set<String> = []
    /// Matches of a rule: `Style.Rule[match]`.
    var matches: Set<String> = []

    /// - Parameter rule: `Style.Rule`.
    func hides(rule: String, style: String) -> Bool {
      everything || (!names.isEmpty && (names.contains(style) || names.contains(rule)))
    }

    func hides(rule: String, match: String) -> Bool {
      !matches.isEmpty && matches.contains("\(rule)[\(match)]")
    }
  }

  private(set) var silenced = Silenced()
  private let styles: [String]

  /// - Parameter styles: those that are checked.
  init(styles: [String]) { self.styles = styles }

  /// - Parameter comment: what stands between `<!--` and `-->`.
  mutating func read(_ comment: String) {
    var words = comment.split(whereSeparator: \.isWhitespace).map(String.init)
    guard words.first == "vale", words.count > 1 else { return }
    words.removeFirst()
    if words == ["off"] || words == ["on"] {
      silenced.everything = words == ["off"]
      return
    }
    guard let sign = words.firstIndex(of: "="), sign > 0, sign + 1 < words.count else { return }
    let name = words[..<sign].joined(separator: " ")
    let value = words[(sign + 1)...].joined(separator: " ")
    if name == "style" || name == "styles" {
      silenced.names.formUnion(styles)
      for style in value.split(separator: ",") {
        silenced.names.remove(String(style).trimmingBlanks)
      }
      return
    }
    guard let isOff = ["NO": true, "off": true, "YES": false, "on": false][value] else { return }
    if let bracket = name.firstIndex(of: "["), name.hasSuffix("]") {
      let rule = String(name[..<bracket])
      for match in Self.strings(name[bracket...]) { set("\(rule)[\(match)]", isOff, &silenced.matches) }
    } else {
      set(name, isOff, &silenced.names)
    }
  }

  private func set(_ name: String, _ isOff: Bool, _ names: inout Set<String>) {
    if isOff { names.insert(name) } else { names.remove(name) }
  }

  /// The texts between quotation marks.
  private static func strings(_ list: Substring) -> [String] {
    let parts = list.split(separator: "\"", omittingEmptySubsequences: false)
    return parts.indices.filter { $0 % 2 == 1 }.map { String(parts[$0]) }
  }
}

extension String {
  var trimmingBlanks: String {
    let head = drop { $0.isWhitespace }
    return String(head.reversed().drop { $0.isWhitespace }.reversed())
  }
}
