import CPCRE2

/// What one task needs to look for patterns: room for the result, and bounds on the work.
final class Matcher {
  private let data: OpaquePointer?
  private let context: OpaquePointer?
  private let stack: OpaquePointer?
  /// For lookbacks, asked while a match is under way.
  private var inner: Matcher?
  /// Whether the search that was last made reached the bound on its work and found nothing therefore.
  private(set) var gaveUp = false
  /// The groups of the pattern that was found last.
  private(set) var groupCount = 0

  /// Steps of going back within one match. A pattern such as `(a+)+$` would need more than there are atoms; honest ones
  /// need some thousands on a long paragraph.
  private static let workLimit: UInt32 = 400_000
  /// Groups whose places are kept.
  private static let groupLimit: UInt32 = 64

  init() {
    data = pcre2_match_data_create_8(Self.groupLimit, nil)
    context = pcre2_match_context_create_8(nil)
    stack = pcre2_jit_stack_create_8(32 << 10, 1 << 20, nil)
    pcre2_set_match_limit_8(context, Self.workLimit)
    pcre2_set_heap_limit_8(context, 20_000)
    pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(stack))
  }

  deinit {
    pcre2_jit_stack_free_8(stack)
    pcre2_match_context_free_8(context)
    pcre2_match_data_free_8(data)
  }

  /// Looks for the first match at or after `start`. The text is well-formed UTF-8.
  func find(
    _ pattern: Pattern, in text: UnsafeBufferPointer<UInt8>, from start: Int = 0, anchored: Bool = false
  ) -> Range<Int>? {
    gaveUp = false
    guard start <= text.count, let data, let base = text.baseAddress else { return nil }
    var options = PCRE2_NO_UTF_CHECK
    if anchored { options |= PCRE2_ANCHORED }
    let result: Int32
    if pattern.lookbacks.isEmpty {
      result = pcre2_match_8(pattern.code, base, text.count, start, options, data, context)
    } else {
      var question = Lookbacks(pattern: pattern, text: text, matcher: lookbackMatcher())
      result = withUnsafeMutablePointer(to: &question) { pointer in
        pcre2_set_callout_8(
          context, { block, question in Lookbacks.answer(block, question) }, UnsafeMutableRawPointer(pointer))
        defer { pcre2_set_callout_8(context, nil, nil) }
        return pcre2_match_8(pattern.code, base, text.count, start, options, data, context)
      }
    }
    guard result >= 0 else {
      gaveUp = result != PCRE2_ERROR_NOMATCH
      return nil
    }
    groupCount = pattern.groupCount
    return group(0)
  }

  /// Where a group of the last match stands; nil when it took no part in it.
  func group(_ number: Int) -> Range<Int>? {
    guard let places = pcre2_get_ovector_pointer_8(data), number <= groupCount,
      number < Int(pcre2_get_ovector_count_8(data)),
      places[2 * number] != Int.max, places[2 * number] != -1
    else { return nil }
    let (start, end) = (Int(places[2 * number]), Int(places[2 * number + 1]))
    return start <= end ? start..<end : end..<start
  }

  /// All matches, none within another; those without width are left out.
  func all(_ pattern: Pattern, in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var at = 0
    while let match = find(pattern, in: text, from: at) {
      if match.isEmpty {
        at = Self.next(after: match.upperBound, in: text)
        if at > text.count { break }
      } else {
        found.append(match)
        at = match.upperBound
      }
    }
    return found
  }

  /// Whether the pattern is found in a string.
  func matches(_ pattern: Pattern, _ string: String) -> Bool {
    var copy = string
    return copy.withUTF8 { find(pattern, in: $0) != nil }
  }

  static func next(after offset: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    var at = offset + 1
    while at < text.count, text[at] & 0xC0 == 0x80 { at += 1 }
    return at
  }

  private func lookbackMatcher() -> Matcher {
    if let inner { return inner }
    let made = Matcher()
    inner = made
    return made
  }
}

/// Answers the callouts of a pattern that looks back further than PCRE2 can.
private struct Lookbacks {
  let pattern: Pattern
  let text: UnsafeBufferPointer<UInt8>
  let matcher: Matcher
  /// Where the look back that is asked now must end.
  var end = 0

  /// Bytes that are looked back over.
  private static let reach = 512

  /// 0 lets the match go on, 1 makes it go back.
  static func answer(
    _ block: UnsafeMutablePointer<pcre2_callout_block_8>?, _ question: UnsafeMutableRawPointer?
  )
    -> Int32
  {
    guard let block, let question else { return 0 }
    let pointer = question.assumingMemoryBound(to: Lookbacks.self)
    let number = block.pointee.callout_number
    if number == PatternPrinter.endCallout {
      return block.pointee.current_position == pointer.pointee.end ? 0 : 1
    }
    guard number > 0, Int(number) <= pointer.pointee.pattern.lookbacks.count else { return 0 }
    let asked = pointer.pointee.pattern.lookbacks[Int(number) - 1]
    let isThere = pointer.pointee.isMatched(asked.pattern, endingAt: block.pointee.current_position)
    return isThere != asked.isNegative ? 0 : 1
  }

  private mutating func isMatched(_ inner: Pattern, endingAt end: Int) -> Bool {
    self.end = end
    var start = end
    let last = max(0, end - Self.reach)
    while true {
      if matcher.find(inner, in: text, from: start, anchoredEndingAt: end) { return true }
      guard start > last else { return false }
      start -= 1
      while start > last, text[start] & 0xC0 == 0x80 { start -= 1 }
    }
  }
}

extension Matcher {
  /// Whether a look back matches from `start` to exactly `end`.
  fileprivate func find(
    _ pattern: Pattern, in text: UnsafeBufferPointer<UInt8>, from start: Int, anchoredEndingAt end: Int
  ) -> Bool {
    var question = Lookbacks(pattern: pattern, text: text, matcher: self, end: end)
    return withUnsafeMutablePointer(to: &question) { pointer in
      pcre2_set_callout_8(
        context, { block, question in Lookbacks.answer(block, question) }, UnsafeMutableRawPointer(pointer))
      defer { pcre2_set_callout_8(context, nil, nil) }
      return pcre2_match_8(
        pattern.code, text.baseAddress, text.count, start, PCRE2_NO_UTF_CHECK | PCRE2_ANCHORED, data, context)
        >= 0
    }
  }
}
