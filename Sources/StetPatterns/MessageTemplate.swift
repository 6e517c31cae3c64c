/// A message or a title with {names} in it.
enum MessageTemplate {
  /// `match`: the marked text as it stands; `fix`: the first replacement; `whole`: everything the pattern matched.
  static let names = ["match", "fix", "whole"]

  static func fill(_ template: String, match: String, fix: String, whole: String) -> String {
    var text = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      text += rest[..<open]
      switch rest[rest.index(after: open)..<close] {
      case "match": text += match
      case "fix": text += fix
      case "whole": text += whole
      default: text += rest[open...close]
      }
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }
}
