/// A pattern for paths, as shells and `gitignore(5)` write it: `*`, `?`, `[a-z]`, and `**` for any number
/// of folders. It matches bytes.
///
/// Components and, inside one, bytes are each matched by going back to the last star alone, so that time is
/// bounded by the product of both lengths.
package struct Glob: Sendable {
  private let components: [[UInt8]]

  package init(_ pattern: String) { self.init(Array(pattern.utf8)) }

  init(_ pattern: [UInt8]) {
    components = pattern.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: true).map(Array.init)
  }

  init(components: [[UInt8]]) { self.components = components }

  private static let anyDepth = Array("**".utf8)

  /// Whether the pattern matches the whole path.
  package func matches(_ path: String) -> Bool {
    matches(path.utf8.split(separator: UInt8(ascii: "/")).map(Array.init)[...])
  }

  func matches(_ path: ArraySlice<[UInt8]>) -> Bool {
    var at = path.startIndex
    var part = 0
    var star: (part: Int, at: Int)?
    while at < path.endIndex {
      if part < components.count, components[part] == Self.anyDepth {
        // A star at the end stands for something inside: `a/**` is not `a` itself.
        if part + 1 == components.count { return true }
        star = (part, at)
        part += 1
      } else if part < components.count, Self.matches(components[part][...], path[at][...]) {
        part += 1
        at += 1
      } else if let last = star {
        part = last.part + 1
        at = last.at + 1
        star = (last.part, at)
      } else {
        return false
      }
    }
    return part == components.count
  }

  /// Whether a component of a pattern matches a name.
  static func matches(_ pattern: ArraySlice<UInt8>, _ name: ArraySlice<UInt8>) -> Bool {
    var at = name.startIndex
    var sign = pattern.startIndex
    var star: (sign: Int, at: Int)?
    while at < name.endIndex {
      if sign < pattern.endIndex, pattern[sign] == UInt8(ascii: "*") {
        star = (sign, at)
        sign += 1
      } else if sign < pattern.endIndex, let after = one(pattern, sign, name[at]) {
        sign = after
        at += 1
      } else if let last = star {
        sign = last.sign + 1
        at = last.at + 1
        star = (last.sign, at)
      } else {
        return false
      }
    }
    while sign < pattern.endIndex, pattern[sign] == UInt8(ascii: "*") { sign += 1 }
    return sign == pattern.endIndex
  }

  /// Matches one byte; gives the place after the sign that matched it.
  private static func one(_ pattern: ArraySlice<UInt8>, _ sign: Int, _ byte: UInt8) -> Int? {
    switch pattern[sign] {
    case UInt8(ascii: "?"): return sign + 1
    case UInt8(ascii: "["): return set(pattern, sign, byte)
    case UInt8(ascii: "\\"):
      guard sign + 1 < pattern.endIndex else { return nil }
      return pattern[sign + 1] == byte ? sign + 2 : nil
    case byte: return sign + 1
    default: return nil
    }
  }

  /// `[a-z]`, `[!a]`, `[^a]`, `[[:digit:]]`. One without an end matches nothing, as in git.
  private static func set(_ pattern: ArraySlice<UInt8>, _ start: Int, _ byte: UInt8) -> Int? {
    var at = start + 1
    var isNegated = false
    if at < pattern.endIndex, pattern[at] == UInt8(ascii: "!") || pattern[at] == UInt8(ascii: "^") {
      isNegated = true
      at += 1
    }
    var isIn = false
    var isFirst = true
    while at < pattern.endIndex {
      if pattern[at] == UInt8(ascii: "]"), !isFirst { return isIn != isNegated ? at + 1 : nil }
      isFirst = false
      if pattern[at] == UInt8(ascii: "["), at + 1 < pattern.endIndex, pattern[at + 1] == UInt8(ascii: ":"),
        let end = pattern[(at + 2)...].firstIndex(of: UInt8(ascii: "]")),
        pattern[end - 1] == UInt8(ascii: ":")
      {
        let name = String(decoding: pattern[(at + 2)..<max(end - 1, at + 2)], as: UTF8.self)
        isIn = isIn || isMember(byte, of: name)
        at = end + 1
        continue
      }
      guard let low = literal(pattern, &at) else { return nil }
      var high = low
      if at + 1 < pattern.endIndex, pattern[at] == UInt8(ascii: "-"), pattern[at + 1] != UInt8(ascii: "]") {
        at += 1
        guard let bound = literal(pattern, &at) else { return nil }
        high = bound
      }
      if low <= byte, byte <= high { isIn = true }
    }
    return nil
  }

  private static func literal(_ pattern: ArraySlice<UInt8>, _ at: inout Int) -> UInt8? {
    if pattern[at] == UInt8(ascii: "\\") { at += 1 }
    guard at < pattern.endIndex else { return nil }
    defer { at += 1 }
    return pattern[at]
  }

  private static func isMember(_ byte: UInt8, of name: String) -> Bool {
    let isDigit = (0x30...0x39).contains(byte)
    let isUpper = (0x41...0x5A).contains(byte)
    let isLower = (0x61...0x7A).contains(byte)
    switch name {
    case "alpha": return isUpper || isLower
    case "digit": return isDigit
    case "alnum": return isUpper || isLower || isDigit
    case "upper": return isUpper
    case "lower": return isLower
    case "space": return byte == 0x20 || (0x09...0x0D).contains(byte)
    case "blank": return byte == 0x20 || byte == 0x09
    case "xdigit": return CharacterReference.digit(byte) != nil
    case "punct": return (0x21...0x7E).contains(byte) && !(isUpper || isLower || isDigit)
    case "cntrl": return byte < 0x20 || byte == 0x7F
    case "graph": return (0x21...0x7E).contains(byte)
    case "print": return (0x20...0x7E).contains(byte)
    default: return false
    }
  }

  /// Whether the text holds a sign of a pattern.
  static func isPattern(_ text: String) -> Bool { text.utf8.contains { "*?[{".utf8.contains($0) } }

  /// Writes `{a,b}` out, at most 1,000 patterns; braces without a comma stay.
  static func alternatives(_ pattern: [UInt8]) -> [[UInt8]] {
    var pending = [pattern]
    var done: [[UInt8]] = []
    while let next = pending.popLast() {
      guard done.count + pending.count < 1000, let (open, commas, close) = braces(next) else {
        done.append(next)
        continue
      }
      var bounds = [open] + commas + [close]
      let last = bounds.removeLast()
      for (index, bound) in bounds.enumerated() {
        let end = index + 1 < bounds.count ? bounds[index + 1] : last
        pending.append(Array(next[..<open]) + next[(bound + 1)..<end] + next[(close + 1)...])
      }
    }
    return done
  }

  /// The first innermost braces with a comma.
  private static func braces(_ pattern: [UInt8]) -> (open: Int, commas: [Int], close: Int)? {
    var open: Int?
    var commas: [Int] = []
    for (at, byte) in pattern.enumerated() {
      if byte == UInt8(ascii: "{") {
        open = at
        commas = []
      } else if byte == UInt8(ascii: ",") {
        commas.append(at)
      } else if byte == UInt8(ascii: "}"), let start = open {
        if !commas.isEmpty { return (start, commas, at) }
        open = nil
      }
    }
    return nil
  }
}
