import StetText

/// Something in a document that excuses a rule for a stretch of it.
///
/// In Markdown: `<!-- stet rule-id -->` holds for the next block (a table is one), `<!-- stet:off rule-id -->` until
/// `<!-- stet:on rule-id -->` or the end of the file, and `stet: {off: [rule-id]}` in the front matter for all of it.
/// In MDX, which has no HTML comments, `{/* stet rule-id */}` is the same. Several rule ids are separated by blanks or
/// commas. There is no form without a rule id, so that nothing hides more than its author looked at.
package struct Suppression: Sendable, Hashable {
  package var rule: String
  /// The bytes of the id.
  package var name: ByteRange
  /// The comment; in front matter the id alone.
  package var comment: ByteRange
  /// The source bytes within which findings are excused; empty for one that excuses nothing.
  package var scope: ByteRange
  /// The id in the comment that ends it, as numbers in `Document.suppressionComments` and its `names`.
  package var end: End?
  package var isInFrontMatter = false

  package struct End: Sendable, Hashable {
    package var comment: Int
    package var name: Int
  }
}

/// A comment whose first word is `stet` or begins with `stet:`.
package struct SuppressionComment: Sendable, Hashable {
  package enum Command: Sendable, Hashable {
    case next, off, on
    /// What stands there instead, such as `stet:of`.
    case unknown(String)
  }

  package var command: Command
  /// All of it, with its marks.
  package var range: ByteRange
  package var names: [Name]

  /// The id of a rule as it stands in a text.
  package struct Name: Sendable, Hashable {
    package var text: String
    package var range: ByteRange
    /// Whether it is an id of a `stet:on` that switches nothing on again.
    package var isIdle = false
  }
}

/// All that a text says to Stet about its findings.
struct Suppressions {
  var comments: [SuppressionComment] = []
  var entries: [Suppression] = []

  /// - Parameters:
  ///   - code: source bytes in which a comment is an example, in ascending order.
  ///   - blocks: the text's blocks with their source ranges; asked for only when there is a comment.
  init(
    _ source: SourceText, isMDX: Bool, code: [Range<Int>], settings: DocumentSettings,
    blocks: () -> [(range: ByteRange, kind: BlockKind)]
  ) {
    for name in settings.off {
      entries.append(
        Suppression(
          rule: name.text, name: name.range, comment: name.range, scope: ByteRange(0, source.count),
          isInFrontMatter: true))
    }
    var scanner = CommentScanner(bytes: source.bytes, isMDX: isMDX)
    comments = scanner.comments().filter { comment in !code.contains { $0.contains(comment.range.lower) } }
    guard !comments.isEmpty else { return }
    var open: [String: Int] = [:]
    let blocks = blocks()
    for number in comments.indices {
      switch comments[number].command {
      case .next: add(comments[number], scope: Self.next(after: comments[number].range, blocks))
      case .off:
        let range = comments[number].range
        for name in comments[number].names {
          let isOpen = open[name.text] != nil
          if !isOpen { open[name.text] = entries.count }
          let scope = ByteRange(isOpen ? source.count : range.upper, source.count)
          entries.append(Suppression(rule: name.text, name: name.range, comment: range, scope: scope))
        }
      case .on: close(number, &open)
      case .unknown: continue
      }
    }
  }

  private mutating func add(_ comment: SuppressionComment, scope: ByteRange?) {
    let scope = scope ?? ByteRange(comment.range.upper, comment.range.upper)
    for name in comment.names {
      entries.append(Suppression(rule: name.text, name: name.range, comment: comment.range, scope: scope))
    }
  }

  private mutating func close(_ number: Int, _ open: inout [String: Int]) {
    for index in comments[number].names.indices {
      guard let entry = open.removeValue(forKey: comments[number].names[index].text) else {
        comments[number].names[index].isIdle = true
        continue
      }
      entries[entry].scope.end = comments[number].range.start
      entries[entry].end = Suppression.End(comment: number, name: index)
    }
  }

  /// The block after a comment; all cells of a table.
  private static func next(
    after comment: ByteRange, _ blocks: [(range: ByteRange, kind: BlockKind)]
  ) -> ByteRange? {
    guard let first = blocks.firstIndex(where: { $0.range.start >= comment.end }) else { return nil }
    var scope = blocks[first].range
    guard case .tableCell = blocks[first].kind else { return scope }
    for block in blocks[first...] {
      guard case .tableCell = block.kind else { break }
      scope.end = block.range.end
    }
    return scope
  }
}

/// Finds comments that speak to Stet.
private struct CommentScanner {
  let bytes: [UInt8]
  let isMDX: Bool

  /// In the order of the text.
  mutating func comments() -> [SuppressionComment] {
    var found = comments(from: "<!--", to: "-->")
    if isMDX {
      found += comments(from: "{/*", to: "*/}")
      found.sort { $0.range < $1.range }
    }
    return found
  }

  private func comments(from opening: StaticString, to closing: StaticString) -> [SuppressionComment] {
    var found: [SuppressionComment] = []
    var at = 0
    while let open = find(opening, from: at) {
      let start = open + opening.utf8CodeUnitCount
      guard let close = find(closing, from: start) else { break }
      at = close + closing.utf8CodeUnitCount
      if let comment = comment(ByteRange(open, at), words: start..<close) { found.append(comment) }
    }
    return found
  }

  private func comment(_ range: ByteRange, words: Range<Int>) -> SuppressionComment? {
    var names: [SuppressionComment.Name] = []
    var at = words.lowerBound
    while at < words.upperBound {
      while at < words.upperBound, isBlank(bytes[at]) { at += 1 }
      let start = at
      while at < words.upperBound, !isBlank(bytes[at]) { at += 1 }
      guard at > start else { break }
      // Most comments say something else; they are left at their first word.
      if names.isEmpty, !bytes[start..<at].starts(with: "stet".utf8) { return nil }
      names.append(
        .init(text: String(decoding: bytes[start..<at], as: UTF8.self), range: ByteRange(start, at)))
    }
    guard let verb = names.first?.text, verb == "stet" || verb.hasPrefix("stet:") else { return nil }
    let command: SuppressionComment.Command =
      switch verb {
      case "stet": .next
      case "stet:off": .off
      case "stet:on": .on
      default: .unknown(verb)
      }
    return SuppressionComment(command: command, range: range, names: Array(names.dropFirst()))
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == UInt8(ascii: ",") }

  private func find(_ needle: StaticString, from: Int) -> Int? {
    let needle = UnsafeBufferPointer(start: needle.utf8Start, count: needle.utf8CodeUnitCount)
    return bytes.withUnsafeBufferPointer { bytes in
      var at = from
      while at + needle.count <= bytes.count {
        if bytes[at] == needle[0], bytes[at..<at + needle.count].elementsEqual(needle) { return at }
        at += 1
      }
      return nil
    }
  }
}
