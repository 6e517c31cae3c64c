/// What is wrong with a pattern.
struct PatternFault: Error, Sendable, Hashable {
  /// Without full stop at the end.
  var message: String
}

/// Takes a pattern in the syntax of .NET apart.
struct PatternParser {
  let text: [Unicode.Scalar]
  var at = 0
  private var depth = 0
  private var groups = 0

  /// Deeper patterns are refused, so that none can exhaust the stack.
  private static let depthLimit = 100

  private init(_ text: String) { self.text = Array(text.unicodeScalars) }

  static func parse(_ text: String) throws(PatternFault) -> PatternNode {
    var parser = PatternParser(text)
    let node = try parser.alternatives()
    guard parser.at == parser.text.count else { throw PatternFault(message: "a “)” closes nothing") }
    return node
  }

  var next: Unicode.Scalar? { at < text.count ? text[at] : nil }

  func has(_ string: String) -> Bool {
    var at = at
    for scalar in string.unicodeScalars {
      guard at < text.count, text[at] == scalar else { return false }
      at += 1
    }
    return true
  }

  private mutating func alternatives() throws(PatternFault) -> PatternNode {
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.depthLimit else { throw PatternFault(message: "groups are nested too deep") }
    var branches: [PatternNode] = []
    var items: [PatternNode] = []
    while let scalar = next, scalar != ")" {
      if scalar == "|" {
        at += 1
        branches.append(.sequence(items))
        items = []
        continue
      }
      let atom = try atom()
      items.append(try quantified(atom))
    }
    if branches.isEmpty { return .sequence(items) }
    return .alternatives(branches + [.sequence(items)])
  }

  private mutating func quantified(_ atom: PatternNode) throws(PatternFault) -> PatternNode {
    let start = at
    var least = 1
    var most: Int? = 1
    switch next {
    case "*": (least, most, at) = (0, nil, at + 1)
    case "+": (least, most, at) = (1, nil, at + 1)
    case "?": (least, most, at) = (0, 1, at + 1)
    case "{":
      guard let counts = counts() else { return atom }
      (least, most) = counts
    default: return atom
    }
    if next == "?" { at += 1 }
    if next == "*" || next == "+" || next == "?" {
      throw PatternFault(message: "a quantifier follows another one")
    }
    if case .options = atom { throw PatternFault(message: "a quantifier stands behind nothing") }
    return .repeated(atom, least: least, most: most, quantifier: string(start..<at))
  }

  /// `{2}`, `{2,}`, `{2,3}`; anything else between braces is text.
  private mutating func counts() -> (Int, Int?)? {
    guard let close = text[at...].firstIndex(of: "}") else { return nil }
    let parts = text[(at + 1)..<close].split(separator: ",", omittingEmptySubsequences: false).map {
      String(String.UnicodeScalarView($0))
    }
    guard let first = parts.first.flatMap({ Int($0) }), parts.count <= 2 else { return nil }
    if parts.count == 2, !parts[1].isEmpty, Int(parts[1]) == nil { return nil }
    at = close + 1
    return (first, parts.count == 1 ? first : Int(parts[1]))
  }

  private mutating func atom() throws(PatternFault) -> PatternNode {
    let scalar = text[at]
    switch scalar {
    case "(": return try group()
    case "[": return try set()
    case "\\": return try escape()
    case ".":
      at += 1
      return .set(".")
    case "^", "$":
      at += 1
      return .assertion(String(scalar))
    case "*", "+", "?": throw PatternFault(message: "“\(scalar)” repeats nothing")
    default:
      at += 1
      return .character(scalar.value)
    }
  }

  private mutating func group() throws(PatternFault) -> PatternNode {
    var opening = "("
    var captures = true
    var look: (behind: Bool, negative: Bool)?
    if has("(?#") {
      guard let close = text[at...].firstIndex(of: ")") else {
        throw PatternFault(message: "a “(” is never closed")
      }
      at = close + 1
      return .sequence([])
    } else if has("(?=") || has("(?!") {
      look = (false, has("(?!"))
      at += 3
    } else if has("(?<=") || has("(?<!") {
      look = (true, has("(?<!"))
      at += 4
    } else if has("(?:") || has("(?>") {
      opening = string(at..<(at + 3))
      captures = false
      at += 3
    } else if has("(?P<") || has("(?<") || has("(?'") {
      let closing: Unicode.Scalar = has("(?'") ? "'" : ">"
      guard let close = text[(at + 3)...].firstIndex(of: closing) else {
        throw PatternFault(message: "the name of a group is never closed")
      }
      let start = has("(?P<") ? at + 4 : at + 3
      let name = string(start..<close)
      guard !name.contains("-") else {
        throw PatternFault(message: "“(?<\(name)>” is a balancing group, which is not carried over")
      }
      opening = "(?<\(name)>"
      at = close + 1
    } else if has("(?(") {
      throw PatternFault(message: "“(?(…)” is a condition, which is not carried over")
    } else if has("(?") {
      guard let end = text[at...].firstIndex(where: { $0 == ")" || $0 == ":" }) else {
        throw PatternFault(message: "a “(” is never closed")
      }
      let options = string((at + 2)..<end)
      guard options.allSatisfy({ "imsn-".contains($0) }) else {
        throw PatternFault(message: "“(?\(options)” is not carried over")
      }
      // `n` (only named groups capture) changes nothing that is found.
      let kept = options.filter { $0 != "n" }
      let isScoped = text[end] == ":"
      at = end + 1
      if !isScoped { return kept.isEmpty || kept == "-" ? .sequence([]) : .options("(?\(kept))") }
      opening = "(?\(kept):"
      captures = false
    } else {
      at += 1
    }
    let inner = try alternatives()
    guard next == ")" else { throw PatternFault(message: "a “(” is never closed") }
    at += 1
    if let look { return .look(behind: look.behind, negative: look.negative, inner) }
    return .group(opening: opening, captures: captures, inner)
  }

  func string(_ range: Range<Int>) -> String {
    var string = String.UnicodeScalarView()
    string.append(contentsOf: text[range])
    return String(string)
  }

  // MARK: Escapes and sets

  private mutating func escape() throws(PatternFault) -> PatternNode {
    guard at + 1 < text.count else { throw PatternFault(message: "a “\\” stands at the end") }
    let scalar = text[at + 1]
    switch scalar {
    case "b", "B", "A", "z", "Z", "G":
      at += 2
      return .assertion("\\\(scalar)")
    case "d", "D", "w", "W", "s", "S", "p", "P":
      return .set(try classEscape())
    case "k":
      guard let close = text[at...].firstIndex(where: { $0 == ">" || $0 == "}" }) else {
        throw PatternFault(message: "“\\k” needs the name of a group: \\k<name>")
      }
      defer { at = close + 1 }
      return .reference(string(at..<(close + 1)))
    case "1"..."9":
      var end = at + 2
      while end < text.count, end < at + 3, ("0"..."9").contains(text[end]) { end += 1 }
      defer { at = end }
      return .reference(string(at..<end))
    default: return .character(try characterEscape())
    }
  }

  /// `\d`, `\p{L}`; the letters mean the same to PCRE2 when it asks Unicode.
  mutating func classEscape() throws(PatternFault) -> String {
    let letter = text[at + 1]
    guard letter == "p" || letter == "P" else {
      at += 2
      return "\\\(letter)"
    }
    guard at + 2 < text.count else { throw PatternFault(message: "“\\\(letter)” needs a class: \\p{L}") }
    if text[at + 2] != "{" {
      defer { at += 3 }
      return "\\\(letter){\(text[at + 2])}"
    }
    guard let close = text[at...].firstIndex(of: "}") else {
      throw PatternFault(message: "“\\\(letter){” is never closed")
    }
    var name = string((at + 3)..<close)
    // .NET puts “Is” before the names of scripts.
    if name.hasPrefix("Is") { name.removeFirst(2) }
    at = close + 1
    return "\\\(letter){\(name)}"
  }

  /// The scalar that an escape such as `\t` or `\u2019` stands for.
  mutating func characterEscape() throws(PatternFault) -> UInt32 {
    let scalar = text[at + 1]
    at += 2
    switch scalar {
    case "t": return 0x09
    case "n": return 0x0A
    case "v": return 0x0B
    case "f": return 0x0C
    case "r": return 0x0D
    case "a": return 0x07
    case "e": return 0x1B
    case "0":
      var value: UInt32 = 0
      while let digit = next.flatMap({ UInt32(String($0), radix: 8) }), value < 0o77 {
        value = value * 8 + digit
        at += 1
      }
      return value
    case "u": return try hexadecimal(4)
    case "x":
      guard next == "{" else { return try hexadecimal(2) }
      guard let close = text[at...].firstIndex(of: "}"),
        let value = UInt32(string((at + 1)..<close), radix: 16), value <= 0x10FFFF
      else { throw PatternFault(message: "“\\x{” needs a hexadecimal number: \\x{2019}") }
      at = close + 1
      return value
    case "c":
      guard let letter = next, letter.isASCII else { throw PatternFault(message: "“\\c” needs a letter") }
      at += 1
      return letter.value & 0x1F
    default:
      guard !(scalar.isASCII && scalar.properties.isAlphabetic) else {
        throw PatternFault(message: "“\\\(scalar)” is no escape")
      }
      return scalar.value
    }
  }

  private mutating func hexadecimal(_ digits: Int) throws(PatternFault) -> UInt32 {
    guard at + digits <= text.count, let value = UInt32(string(at..<(at + digits)), radix: 16) else {
      throw PatternFault(message: "\\\(digits == 2 ? "x" : "u") needs \(digits) hexadecimal digits")
    }
    at += digits
    return value
  }
}
