/// A file of sections with keys and values, as Vale's configuration is.
struct IniFile: Sendable {
  struct Entry: Sendable {
    var key: String
    var value: String
    /// 1-based.
    var line: Int
  }

  struct Section: Sendable {
    /// Empty before the first heading.
    var name: String
    /// 1-based; 0 before the first heading.
    var line: Int
    var entries: [Entry] = []
  }

  private(set) var sections: [Section] = [Section(name: "", line: 0)]
  /// Lines that are neither a heading nor a value.
  private(set) var faults: [(line: Int, message: String)] = []

  init(_ bytes: [UInt8]) {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    let text = String(decoding: body, as: UTF8.self)
    var open: (key: String, value: String, line: Int)?
    for (number, raw) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let line = String(raw).trimmingBlanks
      if let known = open {
        let (value, goesOn) = Self.continued(line)
        if goesOn {
          open = (known.key, known.value + value, known.line)
        } else {
          add(known.key, known.value + value, known.line)
          open = nil
        }
        continue
      }
      if line.isEmpty || line.hasPrefix("#") || line.hasPrefix(";") { continue }
      if line.hasPrefix("[") {
        guard let close = line.lastIndex(of: "]") else {
          faults.append((number + 1, "a “[” is never closed"))
          continue
        }
        sections.append(
          Section(name: String(line[line.index(after: line.startIndex)..<close]), line: number + 1))
        continue
      }
      guard let sign = line.firstIndex(where: { $0 == "=" || $0 == ":" }) else {
        faults.append((number + 1, "“\(Self.shown(line))” is neither a [section] nor a “key = value”"))
        continue
      }
      let key = String(line[..<sign]).trimmingBlanks
      let (value, goesOn) = Self.continued(String(line[line.index(after: sign)...]).trimmingBlanks)
      if goesOn { open = (key, value, number + 1) } else { add(key, value, number + 1) }
    }
    if let open { add(open.key, open.value, open.line) }
  }

  private mutating func add(_ key: String, _ value: String, _ line: Int) {
    sections[sections.count - 1].entries.append(Entry(key: key, value: Self.unquoted(value), line: line))
  }

  /// The head of a line that may hold anything.
  private static func shown(_ line: String) -> String {
    let plain = line.unicodeScalars.filter { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
    return String(String.UnicodeScalarView(plain.prefix(40))) + (plain.count > 40 ? "…" : "")
  }

  /// A backslash at the end joins the next line on.
  private static func continued(_ line: String) -> (String, Bool) {
    line.hasSuffix("\\") && !line.hasSuffix("\\\\") ? (String(line.dropLast()), true) : (line, false)
  }

  /// Without a comment behind a blank, and without quotation marks around.
  private static func unquoted(_ value: String) -> String {
    for mark in ["`", "\"\"\"", "\""] where value.hasPrefix(mark) && value.count > mark.count {
      let inner = value.dropFirst(mark.count)
      if inner.hasSuffix(mark), inner.count >= mark.count { return String(inner.dropLast(mark.count)) }
    }
    var before: Character = " "
    for at in value.indices {
      if value[at] == "#" || value[at] == ";", before == " " || before == "\t" {
        return String(value[..<at]).trimmingBlanks
      }
      before = value[at]
    }
    return value.trimmingBlanks
  }

  /// The parts between commas; `\,` is a comma within one.
  static func list(_ value: String) -> [String] {
    var parts = [""]
    var isEscaped = false
    for character in value {
      if isEscaped {
        parts[parts.count - 1] += character == "," ? "," : "\\\(character)"
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "," {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    if isEscaped { parts[parts.count - 1] += "\\" }
    return parts.map(\.trimmingBlanks).filter { !$0.isEmpty }
  }
}
