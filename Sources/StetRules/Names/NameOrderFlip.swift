import StetDocument
import StetLanguage
import StetLint

package struct NameOrderFlip: Rule {
  package static let metadata = RuleMetadata(
    id: "name-order-flip", family: .names, severity: .warning,
    summary: "One person's name in two orders: Fumio Kishida and Kishida Fumio")

  package init(_ lexicon: Lexicon) {}

  private struct Order {
    var keys: [WordKey]
    var places: [Range<Int>]
    var isPerson: Bool
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let orders = orders(analysis)
    guard orders.count > 1 else { return }
    let numbers = Dictionary(
      orders.enumerated().map { ($0.element.keys, $0.offset) }, uniquingKeysWith: { first, _ in first })
    var done: Set<Int> = []
    for (number, order) in orders.enumerated() where !done.contains(number) {
      for turned in Self.turned(order.keys) {
        guard let other = numbers[turned], other != number, !done.contains(other) else { continue }
        guard isOnePerson(order, orders[other], analysis) else { continue }
        done.formUnion([number, other])
        // The commoner order is kept, of equals the first.
        let isMinor = order.places.count < orders[other].places.count
        add(kept: isMinor ? orders[other] : order, stray: isMinor ? order : orders[other], analysis, &report)
        break
      }
    }
  }

  /// Names of two or three words with their places, in the order of their first mentions.
  private func orders(_ analysis: Analysis) -> [Order] {
    let tokens = analysis.layer.tokens
    var orders: [Order] = []
    var numbers: [[WordKey]: Int] = [:]
    for name in analysis.names where name.kind == .person || name.kind == .unknown {
      var range = name.tokens
      if let title = name.parts.first, case .title = title.role {
        range = title.tokens.upperBound..<range.upperBound
      }
      guard range.count >= 2, range.count <= 4, tokens[range.lowerBound].isCapitalized else { continue }
      let keys = range.filter { tokens[$0].isWord }.map { tokens[$0].key }
      guard keys.count == 2 || keys.count == 3, keys.count >= range.count - 1,
        range.allSatisfy({ !tokens[$0].isWord || tokens[$0].length >= 2 }),
        !isGloss(range.lowerBound, analysis)
      else { continue }
      if let number = numbers[keys] {
        orders[number].places.append(range)
        if name.kind == .person { orders[number].isPerson = true }
      } else {
        numbers[keys] = orders.count
        orders.append(Order(keys: keys, places: [range], isPerson: name.kind == .person))
      }
    }
    return orders
  }

  /// Within brackets: “Ichiyō Higuchi (樋口 一葉 Higuchi Ichiyō)” tells the other order.
  private func isGloss(_ at: Int, _ analysis: Analysis) -> Bool {
    let tokens = analysis.layer.tokens
    let prose = analysis.document.prose
    var index = at - 1
    while index >= 0, at - index <= 10 {
      if tokens[index].isPunctuation, tokens[index].length == 1 {
        if prose[Int(tokens[index].start)] == UInt8(ascii: "(") { return true }
        if prose[Int(tokens[index].start)] == UInt8(ascii: ")") { return false }
      }
      index -= 1
    }
    return false
  }

  /// The family name moved to the other end.
  private static func turned(_ keys: [WordKey]) -> [[WordKey]] {
    let first = Array(keys.dropFirst()) + keys.prefix(1)
    return keys.count == 2 ? [first] : [first, keys.suffix(1) + Array(keys.dropLast())]
  }

  /// Not Henry James and James Henry, whose every word may be a given name, nor two things with common words.
  private func isOnePerson(_ a: Order, _ b: Order, _ analysis: Analysis) -> Bool {
    guard a.isPerson || b.isPerson, Set(a.keys).count == a.keys.count else { return false }
    let language = analysis.language
    let given = a.keys.count { language.isGivenName($0) }
    if given == a.keys.count { return false }
    let ordinary = a.places[0].count {
      analysis.layer.tokens[$0].isWord && analysis.isOrdinaryWord(analysis.layer.tokens[$0])
    }
    return ordinary < a.keys.count
  }

  private func add(kept: Order, stray: Order, _ analysis: Analysis, _ report: inout Report) {
    guard let keeper = kept.places.first, let first = stray.places.first else { return }
    let right = analysis.string(keeper)
    let others = stray.places.dropFirst().map { (analysis.range($0), "here too") }
    report.add(
      Self.message(analysis.string(first), right), at: analysis.range(first),
      related: [(analysis.range(keeper), "“\(right)” stands here")] + others,
      fixes: [
        ProposedFix("Write “\(right)” throughout", stray.places.map { (analysis.range($0), right) }, .review)
      ])
  }
}

extension NameOrderFlip {
  static func message(_ stray: String, _ kept: String) -> String {
    "“\(stray)” and “\(kept)” are one name in two orders. Keep to one of them."
  }
}
