import StetText

/// A comment in a document that excuses a rule for a stretch of it.
///
/// In Markdown: `<!-- stet rule-id -->` holds for the next block, `<!-- stet:off rule-id -->` until
/// `<!-- stet:on rule-id -->` or the end of the file. Several rule ids are separated by blanks. There is no
/// form without a rule id, so that a comment never hides more than its author looked at.
package struct Suppression: Sendable, Hashable {
  package var rule: String
  /// The comment.
  package var comment: ByteRange
  /// The source bytes within which findings are excused.
  package var scope: ByteRange

  package init(rule: String, comment: ByteRange, scope: ByteRange) {
    self.rule = rule
    self.comment = comment
    self.scope = scope
  }
}

extension Suppression {
  /// All suppressions of a text whose comments are HTML comments.
  ///
  /// - Parameters:
  ///   - code: source bytes in which a comment is an example, in ascending order.
  ///   - blocks: the source ranges of the text's blocks; asked for only when there is a comment.
  static func scan(_ source: SourceText, code: [Range<Int>], blocks: () -> [ByteRange]) -> [Suppression] {
    let comments = comments(in: source).filter { comment in
      !code.contains { $0.contains(comment.range.lower) }
    }
    guard !comments.isEmpty else { return [] }
    let blocks = blocks()
    var found: [Suppression] = []
    var open: [String: (comment: ByteRange, index: Int)] = [:]
    for comment in comments {
      let words = source.string(comment.body).split(whereSeparator: \.isWhitespace).map(String.init)
      guard let verb = words.first else { continue }
      let rules = words.dropFirst()
      switch verb {
      case "stet":
        guard let block = blocks.first(where: { $0.start >= comment.range.end }) else { continue }
        for rule in rules { found.append(Suppression(rule: rule, comment: comment.range, scope: block)) }
      case "stet:off":
        for rule in rules where open[rule] == nil {
          open[rule] = (comment.range, found.count)
          let scope = ByteRange(comment.range.upper, source.count)
          found.append(Suppression(rule: rule, comment: comment.range, scope: scope))
        }
      case "stet:on":
        for rule in rules {
          guard let start = open.removeValue(forKey: rule) else { continue }
          found[start.index].scope.end = comment.range.start
        }
      default:
        continue
      }
    }
    return found
  }

  /// HTML comments whose first word begins with "stet".
  private static func comments(in source: SourceText) -> [(range: ByteRange, body: ByteRange)] {
    var found: [(range: ByteRange, body: ByteRange)] = []
    let bytes = source.bytes
    var at = 0
    while let open = find("<!--", in: bytes, from: at) {
      guard let close = find("-->", in: bytes, from: open + 4) else { break }
      at = close + 3
      var start = open + 4
      while start < close, bytes[start] == 0x20 || bytes[start] == 0x0A || bytes[start] == 0x0D { start += 1 }
      guard bytes[start..<close].starts(with: "stet".utf8) else { continue }
      found.append((ByteRange(open, at), ByteRange(start, close)))
    }
    return found
  }

  private static func find(_ needle: StaticString, in bytes: [UInt8], from: Int) -> Int? {
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
