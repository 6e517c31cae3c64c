/// The text of a house dictionary, for adding lines to it: everything else stays as it is.
package struct HouseDictionaryText: Sendable {
  private var lines: [[UInt8]]
  private var lineEnd: [UInt8] = [0x0A]
  private var mark: [UInt8] = []

  /// What became of a line that was to be added.
  package enum Outcome: Sendable, Hashable {
    case added
    /// The same word is there already, in a line that says the same or more.
    case known(line: Int)
    /// The line of the word was there and says now what it inflects like.
    case changed(line: Int)
    /// The file says the contrary.
    case contradicted(line: Int)
    /// The line itself is wrong.
    case refused(HouseFault)
  }

  /// - Parameter bytes: nothing for a new file.
  package init(_ bytes: [UInt8]) {
    var bytes = bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      mark = [0xEF, 0xBB, 0xBF]
      bytes = bytes.dropFirst(3)
    }
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    if lines.last?.isEmpty == true { lines.removeLast() }
    let returns = lines.count { $0.last == 0x0D }
    if returns > 0, returns >= lines.count - 1 { lineEnd = [0x0D, 0x0A] }
    self.lines = lines.map { $0.last == 0x0D ? Array($0.dropLast()) : $0 }
  }

  package var bytes: [UInt8] { mark + lines.flatMap { $0 + lineEnd } }

  /// Puts a line in its place by the alphabet, without regard to capitals, before the first one that comes after it.
  /// Comments right above that one stay with it.
  package mutating func add(_ line: String) -> Outcome {
    var reader = HouseDictionaryReader()
    reader.read(Array(line.utf8))
    if let fault = reader.faults.first { return .refused(fault) }
    guard !reader.hasFlags, let new = reader.entries.first else {
      return .refused(HouseFault(line: 1, message: "“\(line)” is no word; write one with a letter in it"))
    }
    var whole = HouseDictionaryReader()
    whole.read(bytes)
    if let same = whole.entries.first(where: { $0.text == new.text }) { return meet(same, new, line) }
    insert(new, line, whole.entries)
    if whole.hasFlags { count() }
    return .added
  }

  private mutating func meet(_ same: HouseEntry, _ new: HouseEntry, _ line: String) -> Outcome {
    if same.isForbidden != new.isForbidden { return .contradicted(line: same.line) }
    guard same.meaning != new.meaning else { return .known(line: same.line) }
    switch new.meaning {
    case .inflected, .forbidden(.some):
      lines[same.line - 1] = Array(line.utf8)
      return .changed(line: same.line)
    default: return .known(line: same.line)
    }
  }

  private mutating func insert(_ new: HouseEntry, _ line: String, _ entries: [HouseEntry]) {
    let next = entries.first { Self.comesBefore(new.text, $0.text) }
    guard let next else {
      lines.append(Array(line.utf8))
      return
    }
    var at = next.line - 1
    while at > 0, lines[at - 1].first == UInt8(ascii: "#") { at -= 1 }
    // Comments up to the head of the file are about all of it.
    if at == 0 { at = next.line - 1 }
    lines.insert(Array(line.utf8), at: at)
  }

  /// Raises the number of entries in the first line of a word list of Hunspell.
  private mutating func count() {
    guard let first = lines.firstIndex(where: { !$0.isEmpty && $0.allSatisfy(isASCIIDigit) }),
      let number = Int(String(decoding: lines[first], as: UTF8.self))
    else { return }
    lines[first] = Array(String(number + 1).utf8)
  }

  private static func comesBefore(_ a: String, _ b: String) -> Bool {
    let (x, y) = (a.lowercased(), b.lowercased())
    return x == y ? a < b : x < y
  }
}
