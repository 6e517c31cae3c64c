import StetText
import StetVale

/// Compares what Stet finds by Vale's styles with what Vale reports.
struct ValeAgreement {
  /// An alert as Vale writes it in JSON.
  struct Alert: Decodable, Hashable {
    var check: String
    /// 1-based.
    var line: Int
    /// First and last column, 1-based, in Unicode scalars.
    var span: [Int]
    var match: String

    enum CodingKeys: String, CodingKey {
      case check = "Check"
      case line = "Line"
      case span = "Span"
      case match = "Match"
    }
  }

  /// Why an alert of one side has no equal on the other.
  enum Difference: String, CaseIterable {
    case otherPlace = "Vale's place is another occurrence of the same text"
    case noSuchText = "the text does not stand at Vale's place"
    case sameSpotTwice = "found by both; Vale reports two finds at one place and keeps one"
    case otherExtent = "another extent at the same place"
    case onlyVale = "only Vale"
    case brokenByMarkup = "only Stet; markup or a line break within the text keeps Vale from finding it again"
    case onlyStet = "only Stet"
  }

  private(set) var expected = 0
  private(set) var equal = 0
  private(set) var differences: [Difference: [(file: String, alert: Alert, ours: Alert?)]] = [:]

  /// - Parameters:
  ///   - theirs: Vale's alerts for a file.
  ///   - found: Stet's.
  mutating func add(file: String, source: SourceText, theirs: [Alert], found: [ValeAlert]) {
    let lines = SourceLines(source)
    var ours = found.map { lines.alert($0) }
    expected += theirs.count
    var left: [Alert] = []
    for alert in theirs {
      if let index = ours.firstIndex(of: alert) {
        equal += 1
        ours.remove(at: index)
      } else {
        left.append(alert)
      }
    }
    for alert in left {
      let same = ours.indices.filter { ours[$0].check == alert.check && ours[$0].match == alert.match }
      if let index = same.first {
        note(lines.reads(alert) ? .otherPlace : .noSuchText, file, alert, ours.remove(at: index))
      } else if let index = ours.firstIndex(where: {
        $0.check == alert.check && $0.line == alert.line && $0.span[0] <= alert.span[1]
          && alert.span[0] <= $0.span[1]
      }) {
        note(.otherExtent, file, alert, ours.remove(at: index))
      } else {
        note(.onlyVale, file, alert, nil)
      }
    }
    for alert in ours {
      let isKnown = theirs.contains { $0.check == alert.check && $0.match == alert.match }
      let isBroken = !alert.match.isEmpty && !lines.reads(alert)
      note(isKnown ? .sameSpotTwice : isBroken ? .brokenByMarkup : .onlyStet, file, alert, alert)
    }
  }

  private mutating func note(_ difference: Difference, _ file: String, _ alert: Alert, _ ours: Alert?) {
    differences[difference, default: []].append((file, alert, ours))
  }

  func count(_ difference: Difference) -> Int { differences[difference]?.count ?? 0 }

  /// Alerts of Vale that Stet reports at the same place, or at the right one where Vale's is not.
  var agreed: Int { equal + count(.otherPlace) + count(.noSuchText) }
}

/// Lines and columns of a source as Vale counts them.
struct SourceLines {
  private let bytes: [UInt8]
  private var starts = [0]

  init(_ source: SourceText) {
    bytes = source.bytes
    for at in bytes.indices where bytes[at] == 0x0A { starts.append(at + 1) }
  }

  private func line(at offset: Int) -> Int { (starts.lastIndex { $0 <= offset } ?? 0) + 1 }

  private func scalars(_ range: Range<Int>) -> Int { bytes[range].count { $0 & 0xC0 != 0x80 } }

  private func end(of line: Int) -> Int { line < starts.count ? starts[line] : bytes.count }

  func alert(_ alert: ValeAlert) -> ValeAgreement.Alert {
    let start = alert.range.lower
    let line = line(at: start)
    let first = scalars(starts[line - 1]..<start) + 1
    let extent = scalars(starts[line - 1]..<end(of: line))
    let last = min(first + alert.match.unicodeScalars.count - 1, extent)
    return ValeAgreement.Alert(
      check: alert.rule, line: line, span: alert.match.isEmpty ? [1, 1] : [first, last], match: alert.match)
  }

  /// Whether the text of an alert stands where it says. Stars stand for code.
  func reads(_ alert: ValeAgreement.Alert) -> Bool {
    guard alert.line > 0, alert.line <= starts.count, let first = alert.span.first, first > 0 else {
      return false
    }
    let text = String(decoding: bytes[starts[alert.line - 1]..<end(of: alert.line)], as: UTF8.self)
    let scalars = Array(text.unicodeScalars).dropFirst(first - 1)
    let wanted = Array((alert.match.split(separator: "\n").first ?? "").unicodeScalars)
    return scalars.count >= wanted.count
      && zip(scalars, wanted).allSatisfy { $0 == $1 || $1 == "*" || ($0 == "’" && $1 == "'") }
  }
}
