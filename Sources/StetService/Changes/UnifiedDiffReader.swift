/// Reads a unified diff, as `git diff` and `diff -u` write it.
struct UnifiedDiffReader {
  /// A file of the diff under its new name.
  struct File {
    /// As it stands there, without quotation marks: `b/content/a.md`.
    var name: [UInt8]
    var change: FileChange
    /// Whether git's prefixes `a/` and `b/`, or their like, stand before the names.
    var hasPrefix: Bool
  }

  struct Fault: Error {
    /// 1-based.
    var line: Int
    var message: String
  }

  private let lines: [ArraySlice<UInt8>]
  private var at = 0
  private var files: [File] = []
  private var oldName: [UInt8] = []
  /// Whether anything was seen that belongs to a diff.
  private var isDiff = false

  static func read(_ bytes: [UInt8]) throws(Fault) -> [File] {
    var reader = UnifiedDiffReader(bytes)
    try reader.read()
    guard reader.isDiff || bytes.allSatisfy({ $0 <= 0x20 }) else {
      throw Fault(line: 1, message: "this is no unified diff")
    }
    return reader.files
  }

  private init(_ bytes: [UInt8]) {
    // With `color.diff = always` git colours what goes into a pipe, too.
    let plain = bytes.first == 0x1B ? Self.withoutColours(bytes) : bytes
    let text = plain.last == 0x0A ? plain.dropLast() : plain[...]
    lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
  }

  /// Without `ESC [ … m`.
  private static func withoutColours(_ bytes: [UInt8]) -> [UInt8] {
    var plain: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      guard byte == 0x1B, rest.first == UInt8(ascii: "[") else {
        plain.append(byte)
        continue
      }
      rest = rest.drop { $0 != UInt8(ascii: "m") }.dropFirst()
    }
    return plain
  }

  private mutating func read() throws(Fault) {
    while at < lines.count {
      let line = lines[at]
      at += 1
      if line.starts(with: "diff --git ".utf8) {
        isDiff = true
      } else if line.starts(with: "diff --cc ".utf8) || line.starts(with: "@@@ ".utf8) {
        throw Fault(
          line: at, message: "this is the combined diff of a merge; make one against a single revision")
      } else if line.starts(with: "Binary files ".utf8), line.ends(with: " differ") {
        isDiff = true
        binary(line)
      } else if line.starts(with: "--- ".utf8), at < lines.count, lines[at].starts(with: "+++ ".utf8) {
        isDiff = true
        oldName = Self.name(line.dropFirst(4))
        let newName = Self.name(lines[at].dropFirst(4))
        at += 1
        begin(newName)
      } else if line.starts(with: "@@ -".utf8) {
        try hunk(line)
      }
    }
  }

  private mutating func begin(_ name: [UInt8]) {
    let change = FileChange(hunks: oldName.elementsEqual("/dev/null".utf8) ? nil : [])
    // A file that is gone has nothing to be read; its hunks are passed over.
    files.append(File(name: name, change: change, hasPrefix: Self.arePrefixed(oldName, name)))
  }

  /// `Binary files a/x and b/x differ`: a file with NUL bytes may be text to us.
  private mutating func binary(_ line: ArraySlice<UInt8>) {
    let names = line.dropFirst("Binary files ".utf8.count).dropLast(" differ".utf8.count)
    let and = Array(" and ".utf8)
    guard let split = names.indices.last(where: { names[$0...].starts(with: and) }) else { return }
    let (old, new) = (Self.name(names[..<split]), Self.name(names[(split + and.count)...]))
    files.append(File(name: new, change: FileChange(hunks: nil), hasPrefix: Self.arePrefixed(old, new)))
  }

  /// Whether both names begin with a letter of git's (`a/` and `b/`, or those of diff.mnemonicPrefix).
  private static func arePrefixed(_ old: [UInt8], _ new: [UInt8]) -> Bool {
    func letter(_ name: [UInt8]) -> UInt8? {
      guard !name.elementsEqual("/dev/null".utf8) else { return nil }
      return name.count > 2 && name[1] == UInt8(ascii: "/") ? name[0] : 0
    }
    let letters = [letter(old), letter(new)].compactMap(\.self)
    guard letters.allSatisfy({ "abciow12".utf8.contains($0) }), let first = letters.first else {
      return false
    }
    return letters.count == 1 || first != letters[1]
  }

  // MARK: Hunks

  private mutating func hunk(_ head: ArraySlice<UInt8>) throws(Fault) {
    // @@ -old,count +new,count @@
    let parts = head.split(separator: 0x20)
    guard parts.count >= 3, let old = Self.numbers(parts[1], sign: "-"),
      let new = Self.numbers(parts[2], sign: "+")
    else { throw Fault(line: at, message: "a hunk begins like “@@ -1,2 +1,3 @@”") }
    guard !files.isEmpty else { throw Fault(line: at, message: "a hunk stands before the name of its file") }
    var (oldLeft, newLeft) = (old.count, new.count)
    var hunk = FileChange.Hunk(start: max(0, new.count == 0 ? new.start : new.start - 1))
    while oldLeft > 0 || newLeft > 0 {
      guard at < lines.count else { throw Fault(line: at, message: "the diff ends within a hunk") }
      let line = lines[at]
      at += 1
      let kind: FileChange.Line.Kind
      switch line.first {
      case UInt8(ascii: "+"): kind = .added
      case UInt8(ascii: "-"): kind = .removed
      case UInt8(ascii: " "), nil, 0x0D: kind = .kept
      case UInt8(ascii: "\\"):
        if !hunk.lines.isEmpty { hunk.lines[hunk.lines.count - 1].hasLineFeed = false }
        continue
      default: throw Fault(line: at, message: "a line of a hunk begins with a blank, “+” or “-”")
      }
      if kind != .added { oldLeft -= 1 }
      if kind != .removed { newLeft -= 1 }
      hunk.lines.append(FileChange.Line(kind: kind, text: line.dropFirst()))
    }
    if at < lines.count, lines[at].first == UInt8(ascii: "\\"), !hunk.lines.isEmpty {
      hunk.lines[hunk.lines.count - 1].hasLineFeed = false
      at += 1
    }
    files[files.count - 1].change.hunks?.append(hunk)
  }

  private static func numbers(_ part: ArraySlice<UInt8>, sign: StaticString) -> (start: Int, count: Int)? {
    guard part.first == sign.utf8Start[0] else { return nil }
    let numbers = part.dropFirst().split(separator: UInt8(ascii: ",")).map {
      Int(String(decoding: $0, as: UTF8.self))
    }
    guard let start = numbers.first ?? nil, start >= 0, start < 1 << 31 else { return nil }
    guard numbers.count > 1 else { return (start, 1) }
    guard numbers.count == 2, let count = numbers[1], count >= 0, count < 1 << 31 else { return nil }
    return (start, count)
  }

  // MARK: Names

  /// A name up to the tab that may follow it, or between quotation marks with the escapes of C.
  private static func name(_ text: ArraySlice<UInt8>) -> [UInt8] {
    guard text.first == UInt8(ascii: "\"") else {
      var name = Array(text.prefix { $0 != 0x09 })
      if name.last == 0x0D { name.removeLast() }
      return name
    }
    var name: [UInt8] = []
    var rest = text.dropFirst()
    while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
      guard byte == UInt8(ascii: "\\"), let escaped = rest.popFirst() else {
        name.append(byte)
        continue
      }
      if let digit = octal(escaped) {
        var value = digit
        for _ in 0..<2 {
          guard let next = rest.first.flatMap(octal) else { break }
          rest.removeFirst()
          value = value * 8 + next
        }
        name.append(UInt8(truncatingIfNeeded: value))
        continue
      }
      let plain: [UInt8: UInt8] = [
        UInt8(ascii: "a"): 7, UInt8(ascii: "b"): 8, UInt8(ascii: "t"): 9, UInt8(ascii: "n"): 10,
        UInt8(ascii: "v"): 11, UInt8(ascii: "f"): 12, UInt8(ascii: "r"): 13,
      ]
      name.append(plain[escaped] ?? escaped)
    }
    return name
  }

  private static func octal(_ byte: UInt8) -> Int? {
    byte >= 0x30 && byte <= 0x37 ? Int(byte - 0x30) : nil
  }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with text: StaticString) -> Bool {
    suffix(text.utf8CodeUnitCount).elementsEqual(
      UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}
