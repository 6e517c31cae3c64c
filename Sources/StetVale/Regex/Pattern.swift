import CPCRE2
import Synchronization

/// A pattern, compiled. May be shared by all tasks.
final class Pattern: @unchecked Sendable {
  let code: OpaquePointer
  /// Groups that are numbered.
  let groupCount: Int
  /// What callouts ask, by their number minus one.
  let lookbacks: [(pattern: Pattern, isNegative: Bool)]

  /// - Parameters:
  ///   - text: in the form of PCRE2.
  ///   - isLookback: whether its last callout decides where it ends.
  ///   - isFast: whether it is translated to machine code; not worth it for what is only checked.
  init(
    text: String, lookbacks: [PatternPrinter.Lookback] = [], ignoresCase: Bool = false, isFast: Bool = true,
    isLookback: Bool = false
  ) throws(PatternFault) {
    var inner: [(pattern: Pattern, isNegative: Bool)] = []
    for lookback in lookbacks {
      let pattern = try Pattern(text: lookback.pattern, ignoresCase: ignoresCase, isLookback: true)
      inner.append((pattern, lookback.isNegative))
    }
    var number: Int32 = 0
    var offset = 0
    // A byte more, since an empty array has no address.
    let bytes = Array(text.utf8) + [0]
    var options = PCRE2_UTF | PCRE2_UCP | PCRE2_MULTILINE | PCRE2_NEVER_BACKSLASH_C
    if ignoresCase { options |= PCRE2_CASELESS }
    // The end of a look back is not the end of what may match: `.*` must be able to give back.
    if isLookback { options |= PCRE2_NO_AUTO_POSSESS }
    let made = bytes.withUnsafeBufferPointer { buffer in
      pcre2_compile_8(buffer.baseAddress, buffer.count - 1, options, &number, &offset, Self.context)
    }
    guard let made else { throw PatternFault(message: Self.message(number)) }
    if isFast { pcre2_jit_compile_8(made, PCRE2_JIT_COMPLETE) }
    code = made
    var groups: UInt32 = 0
    pcre2_pattern_info_8(made, UInt32(PCRE2_INFO_CAPTURECOUNT), &groups)
    groupCount = Int(groups)
    self.lookbacks = inner
  }

  /// Translates and compiles what an author wrote.
  convenience init(_ node: PatternNode, ignoresCase: Bool = false, isFast: Bool = true) throws(PatternFault) {
    var printer = PatternPrinter()
    let text = printer.text(node)
    try self.init(text: text, lookbacks: printer.lookbacks, ignoresCase: ignoresCase, isFast: isFast)
  }

  convenience init(authored text: String, ignoresCase: Bool = false) throws(PatternFault) {
    try self.init(try PatternParser.parse(text), ignoresCase: ignoresCase)
  }

  deinit { pcre2_code_free_8(code) }

  /// Lines end with a line feed alone, as for Vale.
  nonisolated(unsafe) private static let context: OpaquePointer? = {
    let context = pcre2_compile_context_create_8(nil)
    pcre2_set_newline_8(context, UInt32(PCRE2_NEWLINE_LF))
    return context
  }()

  private static func message(_ number: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 160)
    let length = pcre2_get_error_message_8(number, &buffer, buffer.count)
    return length > 0 ? String(decoding: buffer[..<Int(length)], as: UTF8.self) : "it cannot be read"
  }
}

/// A pattern that is compiled when a text first asks for it: of the many words that a style lists, a run meets few.
final class LazyPattern: Sendable {
  private enum State {
    case waiting
    case made(Pattern?)
  }

  let node: PatternNode
  private let ignoresCase: Bool
  private let state: Mutex<State>

  init(_ node: PatternNode, ignoresCase: Bool) {
    self.node = node
    self.ignoresCase = ignoresCase
    state = Mutex(.waiting)
  }

  /// Whether it can be compiled at all.
  func check() throws(PatternFault) {
    _ = try Pattern(node, ignoresCase: ignoresCase, isFast: false)
  }

  /// nil when it cannot be compiled, which was told when the rule was read.
  var pattern: Pattern? {
    state.withLock { state in
      if case .made(let pattern) = state { return pattern }
      let made = try? Pattern(node, ignoresCase: ignoresCase)
      state = .made(made)
      return made
    }
  }
}
