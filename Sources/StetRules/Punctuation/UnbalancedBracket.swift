import StetDocument
import StetLanguage
import StetLint

package struct UnbalancedBracket: Rule {
  package static let metadata = RuleMetadata(
    id: "unbalanced-bracket", family: .punctuation, severity: .warning,
    summary: "A bracket without its partner", languages: .any)

  package init(_ lexicon: Lexicon) {}

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let document = analysis.document
    document.prose.withUnsafeBufferPointer { text in
      var opened: [Stray] = []
      var closed: [Stray] = []
      for (number, block) in document.blocks.enumerated() {
        let window = ProseWindow(
          analysis: analysis, text: text, kind: block.kind, lower: block.prose.lower,
          upper: block.prose.upper)
        var pairing = BracketPairing(window)
        pairing.run()
        guard !pairing.strays.isEmpty, isProse(pairing, window) else { continue }
        for at in pairing.strays {
          let stray = Stray(block: number, at: at, mark: text[at])
          if window.isAny(at, .open) { opened.append(stray) } else { closed.append(stray) }
        }
      }
      guard !opened.isEmpty || !closed.isEmpty else { return }
      pairAcrossBlocks(&opened, &closed)
      for stray in opened { report.add(Self.unclosed(stray.mark), at: ProseRange(stray.at, stray.at + 1)) }
      for stray in closed { report.add(Self.unopened(stray.mark), at: ProseRange(stray.at, stray.at + 1)) }
    }
  }

  private struct Stray {
    var block: Int
    var at: Int
    var mark: UInt8
  }

  /// A picture, a formula or code has many.
  private func isProse(_ pairing: BracketPairing, _ window: ProseWindow) -> Bool {
    guard window.kind != .tableCell, window.kind != .byline, pairing.strays.count < 4 else { return false }
    let symbols = window.text[window.lower..<window.upper].count { byte in
      "{}=<>|\\_~^".utf8.contains(byte)
    }
    return symbols * 40 <= window.upper - window.lower
  }

  /// A remark over several paragraphs opens in one and closes in another.
  private func pairAcrossBlocks(_ opened: inout [Stray], _ closed: inout [Stray]) {
    guard !opened.isEmpty, !closed.isEmpty else { return }
    opened.removeAll { open in
      guard
        let partner = closed.firstIndex(where: { close in
          close.at > open.at && close.block - open.block <= 8 && BracketPairing.match(open.mark, close.mark)
        }), closed[partner].block > open.block
      else { return false }
      closed.remove(at: partner)
      return true
    }
  }
}

extension UnbalancedBracket {
  static func unclosed(_ mark: UInt8) -> String {
    mark == UInt8(ascii: "(")
      ? "“(” is opened and never closed. Add “)”, or delete it."
      : "“[” is opened and never closed. Add “]”, or delete it."
  }

  static func unopened(_ mark: UInt8) -> String {
    mark == UInt8(ascii: ")")
      ? "“)” closes a bracket that was never opened. Add “(”, or delete it."
      : "“]” closes a bracket that was never opened. Add “[”, or delete it."
  }
}

/// Pairs the brackets of one block.
private struct BracketPairing {
  /// Brackets without a partner, in order.
  private(set) var strays: [Int] = []
  private var stack: [Int] = []
  private let around: ProseWindow

  init(_ around: ProseWindow) { self.around = around }

  mutating func run() {
    let text = around.text
    for at in around.lower..<around.upper {
      switch text[at] {
      case UInt8(ascii: "("), UInt8(ascii: "["):
        if !isSmile(at) { stack.append(at) }
      case UInt8(ascii: ")"), UInt8(ascii: "]"): close(at)
      default: break
      }
    }
    strays += stack
    if strays.count > 1 { strays.sort() }
  }

  static func match(_ open: UInt8, _ close: UInt8) -> Bool {
    (open == UInt8(ascii: "(")) == (close == UInt8(ascii: ")"))
  }

  private mutating func close(_ at: Int) {
    guard let top = stack.last else {
      if !isLabel(at), !isSmile(at) { strays.append(at) }
      return
    }
    if Self.match(around[top], around[at]) || isInterval(top, at) {
      // “(see a) and b))”: the label takes the first bracket, the remark the second.
      stack.removeLast()
    } else if stack.count > 1, Self.match(around[stack[stack.count - 2]], around[at]) {
      strays.append(stack.removeLast())
      stack.removeLast()
    } else if !isLabel(at), !isSmile(at) {
      strays.append(at)
    }
  }

  /// a) 1) iv) 12): the number of a point.
  private func isLabel(_ at: Int) -> Bool {
    guard around[at] == UInt8(ascii: ")") else { return false }
    var start = at
    while start > around.lower, around.isAny(start - 1, [.letter, .digit]), at - start < 5 { start -= 1 }
    guard start < at, isFree(start) else { return false }
    let label = around.text[start..<at]
    if label.allSatisfy({ $0 &- 0x30 < 10 }) {
      return label.count < 3 && (label.count == 1 || opensPoint(start))
    }
    if label.count == 1 {
      // “as a) captain” has a stray bracket, unless a point b) follows.
      return label.first != UInt8(ascii: "a") || opensPoint(start) || hasPointB(at)
    }
    if label.count == 2, around.isAny(start, .digit) { return true }
    return label.allSatisfy { "ivxIVX".utf8.contains($0) }
  }

  /// At the head of the block, after a blank, a mark of quotation or emphasis, a bullet.
  private func isFree(_ start: Int) -> Bool {
    if around.isGap(start - 1) || around.isAny(start - 1, [.quote, .stop, .open]) { return true }
    if around[start - 1] == UInt8(ascii: "*") { return true }
    return around.scalar(before: start).map { "“‘•·".unicodeScalars.contains($0) } ?? false
  }

  /// A point begins the block or comes after a mark or “and”.
  private func opensPoint(_ start: Int) -> Bool {
    let before = around.skipBlanks(before: start)
    if before == around.lower
      || around.isAny(before - 1, [.lineBreak, .edge, .colon, .semicolon, .comma, .stop, .quote])
    {
      return true
    }
    return !around.wordClass(around.wordStart(before: before), before).isDisjoint(with: .coordinator)
  }

  private func hasPointB(_ at: Int) -> Bool {
    (at..<around.near(at).upperBound).contains { place in
      around[place] == UInt8(ascii: "b") && around[place + 1] == UInt8(ascii: ")") && around.isGap(place - 1)
    }
  }

  /// :) ;-( (:
  private func isSmile(_ at: Int) -> Bool {
    var eyes = at - 1
    if around.isAny(eyes, .hyphen) || around[eyes] == UInt8(ascii: "'") { eyes -= 1 }
    if around.isAny(eyes, [.colon, .semicolon]) || around[eyes] == UInt8(ascii: "=") {
      // “(as follows:)” closes, “Source:[” opens.
      let stands = around.isGap(eyes - 1) || around.isAny(eyes - 1, [.stop, .outcry, .beyondASCII])
      return stands || (around[at] == UInt8(ascii: ")") && stack.isEmpty)
    }
    // (: and (;
    if around.isAny(at, .open), around.isAny(at + 1, [.colon, .semicolon]), around.isGap(at + 2) {
      return true
    }
    // A row of them: “:))”.
    return around[at] == UInt8(ascii: ")") && around[at - 1] == UInt8(ascii: ")") && stack.isEmpty
      && isSmile(at - 1)
  }

  /// [0, 1) and (2, 3]
  private func isInterval(_ open: Int, _ close: Int) -> Bool {
    close - open < 24
      && around.text[open + 1..<close].allSatisfy { byte in
        byte &- 0x30 < 10 || " ,.;-+".utf8.contains(byte) || byte >= 0x80
      }
  }
}
