/// Puts words into a rule's message, which is written as C's `printf` has it: `%s`, `%[2]s`, `%d`, `%%`.
enum Message {
  /// Words that are missing are left out, those too many not told.
  static func fill(_ format: String, _ words: [String]) -> String {
    var out = ""
    var next = 0
    var rest = format[...]
    while let sign = rest.firstIndex(of: "%") {
      out += rest[..<sign]
      var at = rest.index(after: sign)
      guard at < rest.endIndex else {
        out += "%"
        return out
      }
      if rest[at] == "%" {
        out += "%"
        rest = rest[rest.index(after: at)...]
        continue
      }
      var index = next
      if rest[at] == "[", let close = rest[at...].firstIndex(of: "]"),
        let number = Int(rest[rest.index(after: at)..<close]), number > 0
      {
        index = number - 1
        at = rest.index(after: close)
      }
      while at < rest.endIndex, rest[at].isNumber || rest[at] == "." || rest[at] == "-" {
        at = rest.index(after: at)
      }
      guard at < rest.endIndex, "sdvqfx".contains(rest[at]) else {
        out += "%"
        rest = rest[rest.index(after: sign)...]
        continue
      }
      let word = index < words.count ? words[index] : ""
      out += rest[at] == "q" ? "\"\(word)\"" : word
      next = index + 1
      rest = rest[rest.index(after: at)...]
    }
    return out + rest
  }

  /// `'a', 'b', or 'c'`.
  static func list(_ words: [String]) -> String {
    let quoted = words.map { "'\($0)'" }
    switch quoted.count {
    case 0: return ""
    case 1: return quoted[0]
    case 2: return "\(quoted[0]) or \(quoted[1])"
    default: return quoted.dropLast().joined(separator: ", ") + ", or " + (quoted.last ?? "")
    }
  }
}
