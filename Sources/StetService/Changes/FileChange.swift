import StetText

/// How one file came to be what it is.
struct FileChange: Sendable {
  /// One `@@` of a unified diff.
  struct Hunk: Sendable {
    /// Number of lines of the new file that lie before it.
    var start: Int
    var lines: [Line] = []
  }

  struct Line: Sendable {
    enum Kind: Sendable {
      case kept, removed, added
    }
    var kind: Kind
    /// Without its line feed.
    var text: ArraySlice<UInt8>
    var hasLineFeed = true
  }

  /// nil: all of it is new.
  var hunks: [Hunk]?

  /// Bytes of a text that are new, and the text as it was.
  struct Outcome {
    /// In ascending order.
    var added: [ByteRange]
    /// nil: there was none.
    var before: [UInt8]?
  }

  /// The text is not the one that the diff was made of; the line is 1-based.
  struct Mismatch: Error {
    var line: Int
  }

  /// Undoes the change.
  func undo(_ bytes: [UInt8]) throws(Mismatch) -> Outcome {
    guard let hunks else { return Outcome(added: [ByteRange(0, bytes.count)], before: nil) }
    let lines = Self.lines(bytes)
    var outcome = Outcome(added: [], before: [])
    var before: [UInt8] = []
    before.reserveCapacity(bytes.count)
    var at = 0
    for hunk in hunks {
      guard hunk.start >= at, hunk.start <= lines.count else { throw Mismatch(line: hunk.start) }
      for line in lines[at..<hunk.start] { before += bytes[line] }
      at = hunk.start
      for line in hunk.lines {
        if line.kind != .removed {
          guard at < lines.count, Self.isEqual(bytes[lines[at]], line.text) else {
            throw Mismatch(line: at + 1)
          }
          if line.kind == .added { outcome.add(lines[at]) }
          at += 1
        }
        if line.kind != .added {
          before += line.text
          if line.hasLineFeed { before.append(0x0A) }
        }
      }
    }
    for line in lines[at...] { before += bytes[line] }
    outcome.before = before
    return outcome
  }

  /// Lines as diff(1) and git count them, each with its line feed.
  private static func lines(_ bytes: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == 0x0A {
      lines.append(start..<index + 1)
      start = index + 1
    }
    if start < bytes.count { lines.append(start..<bytes.count) }
    return lines
  }

  /// Git may have taken the CR of line ends out, and mailers the blanks.
  private static func isEqual(_ line: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Bool {
    trimmed(line).elementsEqual(trimmed(text))
  }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line
    while let last = line.last, last <= 0x20 { line.removeLast() }
    return line
  }
}

extension FileChange.Outcome {
  fileprivate mutating func add(_ line: Range<Int>) {
    if let last = added.last, last.upper == line.lowerBound {
      added[added.count - 1].end = UInt32(line.upperBound)
    } else {
      added.append(ByteRange(line.lowerBound, line.upperBound))
    }
  }
}
