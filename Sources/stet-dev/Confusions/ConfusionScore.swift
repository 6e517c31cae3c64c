import StetDocument
import StetLanguage
import StetRules
import StetService
import StetText

/// Right uses, false alarms, slips put in and slips caught, by pair of words.
struct ConfusionScore {
  struct Count {
    /// Uses of the word that is written, in the untouched text.
    var uses = 0
    var alarms = 0
    var put = 0
    var caught = 0

    static func + (a: Count, b: Count) -> Count {
      Count(
        uses: a.uses + b.uses, alarms: a.alarms + b.alarms, put: a.put + b.put, caught: a.caught + b.caught)
    }
  }

  /// A use of a word: its sentence, and the bytes of the word in it.
  private struct Use {
    var sentence: [UInt8]
    var range: Range<Int>
  }

  private let table: ConfusionTable
  private let worker: Worker
  private let limit: Int
  private var uses: [String: [Use]] = [:]
  private var counts: [Count]
  /// Differences of fit by pair: of right uses, and of slips put in.
  private var advantages: [(right: [Double], put: [Double])]
  private let measuresFit: Bool
  /// Words of all texts.
  private(set) var words = 0
  private(set) var alarms: [String] = []
  /// Missed slips by the word that was put in.
  private(set) var misses: [String: [String]] = [:]

  init(_ table: ConfusionTable, worker: Worker, limit: Int, fits: Bool) {
    self.table = table
    self.worker = worker
    self.limit = limit
    measuresFit = fits
    counts = Array(repeating: Count(), count: table.pairs.count)
    advantages = Array(repeating: ([], []), count: table.pairs.count)
  }

  /// Takes the uses of a text, and what is found in it as it stands.
  mutating func read(_ bytes: [UInt8], path: String) {
    let analysis = worker.analysis(DocumentReader.read(SourceText(bytes), path: path))
    words += analysis.tokens.count(where: \.isWord)
    for sentence in analysis.sentences where sentence.count > 2 {
      let range = analysis.range(of: sentence)
      for at in sentence.tokens {
        guard let word = table.word(at: at, sentence, analysis) else { continue }
        if measuresFit {
          for (index, pair) in table.pairs.enumerated() where pair.written == word.text {
            if let fit = table.advantage(ofPair: index, at: at, analysis) {
              advantages[index].right.append(fit)
            }
          }
        }
        let place = analysis.range(at..<at + word.length)
        uses[word.text, default: []].append(
          Use(
            sentence: Array(analysis.document.prose[range.indices]),
            range: place.lower - range.lower..<place.upper - range.lower))
      }
    }
    for match in table.matches(in: analysis) {
      for (index, pair) in table.pairs.enumerated() where pair == (match.written, match.meant) {
        counts[index].alarms += 1
      }
      guard let sentence = analysis.sentences.first(where: { $0.tokens.contains(match.tokens.lowerBound) })
      else { continue }
      let before = analysis.string(sentence.first..<match.tokens.lowerBound)
      let after = analysis.string(match.tokens.upperBound..<sentence.end)
      let text = "\(before) ⟦\(analysis.string(match.tokens))⟧ \(after)"
      alarms.append(
        "\(path): \(match.line): \(match.written) → \(match.meant): "
          + text.split(separator: "\n").joined(separator: " "))
    }
  }

  /// Puts the slips in and looks for them.
  mutating func putIn() {
    for (index, pair) in table.pairs.enumerated() {
      counts[index].uses = uses[pair.written]?.count ?? 0
      let places = uses[pair.meant] ?? []
      let step = max(1, places.count / max(1, limit))
      for place in stride(from: 0, to: places.count, by: step) {
        let use = places[place]
        counts[index].put += 1
        var text = use.sentence
        var written = Array(pair.written.utf8)
        if let first = text[use.range].first, first < 0x60, let letter = written.first {
          written[0] = letter & 0xDF
        }
        text.replaceSubrange(use.range, with: written)
        if isCaught(text, use.range.lowerBound, index) {
          counts[index].caught += 1
        } else {
          misses[pair.written, default: []].append(
            "\(pair.written) for \(pair.meant): " + String(decoding: text, as: UTF8.self))
        }
      }
    }
  }

  private mutating func isCaught(_ text: [UInt8], _ start: Int, _ pair: Int) -> Bool {
    let analysis = worker.analysis(DocumentReader.read(SourceText(text), path: "a.txt"))
    let meant = table.pairs[pair].meant
    if measuresFit, let at = analysis.tokens.firstIndex(where: { Int($0.start) == start }),
      let fit = table.advantage(ofPair: pair, at: at, analysis)
    {
      advantages[pair].put.append(fit)
    }
    return table.matches(in: analysis).contains {
      $0.meant == meant && analysis.range($0.tokens).lower == start
    }
  }
}

/// What is printed.
extension ConfusionScore {
  private func rows() -> [(name: String, count: Count)] {
    table.sets.enumerated().map { index, words in
      let count = table.pairs.indices.filter { table.set(ofPair: $0) == index }.map { counts[$0] }
      return (words.joined(separator: " / "), count.reduce(Count(), +))
    }
  }

  /// Share of slips caught, each set counting the same; sets without a slip are left out.
  private func macroRecall(_ rows: [(name: String, count: Count)]) -> Double {
    let shares = rows.filter { $0.count.put > 0 }.map { Double($0.count.caught) / Double($0.count.put) }
    return shares.reduce(0, +) / Double(max(1, shares.count))
  }

  func report(pairs: Bool) -> String {
    var lines: [String] = [pad("set", 44) + "    uses  alarms     put  caught"]
    func line(_ name: String, _ count: Count) -> String {
      pad(name, 44)
        + [count.uses, count.alarms, count.put, count.caught].map { pad("\($0)", 8, right: true) }.joined()
        + (count.put > 0 ? pad(percent(Double(count.caught) / Double(count.put)), 8, right: true) : "")
    }
    let rows = rows()
    for (index, row) in rows.enumerated() {
      lines.append(line(row.name, row.count))
      guard pairs else { continue }
      for pair in table.pairs.indices where table.set(ofPair: pair) == index {
        lines.append(line("    \(table.pairs[pair].written) > \(table.pairs[pair].meant)", counts[pair]))
      }
    }
    let all = counts.reduce(Count(), +)
    lines.append(line("all", all))
    let measured = rows.filter { $0.count.put > 0 }.count
    lines.append(
      "\(words) words; \(rows.count) sets, \(measured) with slips; macro recall \(percent(macroRecall(rows)));"
        + " findings per 1,000 words \(Double(all.alarms * 100_000 / max(1, words)) / 100)")
    return lines.joined(separator: "\n")
  }

  /// For each pair with classes: right uses, the greatest differences among them, and what share of slips lies
  /// above a few thresholds.
  var fits: String {
    table.pairs.indices.filter { !advantages[$0].put.isEmpty }.map { index in
      let right = advantages[index].right.sorted(by: >)
      let put = advantages[index].put
      let shares = [3, 4, 5, 6, 7, 8, 9, 10, 12].map { threshold in
        let caught = put.count { $0 >= Double(threshold) }
        let alarms = right.count { $0 >= Double(threshold) }
        return "\(threshold):\(caught)/\(alarms)"
      }
      return pad("\(table.pairs[index].written) > \(table.pairs[index].meant)", 26)
        + pad(" uses \(counts[index].uses) put \(counts[index].put) ", 26) + shares.joined(separator: " ")
    }.joined(separator: "\n")
  }

  var markdown: String {
    var lines = ["| set | right uses | findings on them | slips put in | caught |", "|---|---|---|---|---|"]
    for row in rows() {
      let share = row.count.put > 0 ? percent(Double(row.count.caught) / Double(row.count.put)) + " %" : "–"
      lines.append(
        "| \(row.name) | \(row.count.uses) | \(row.count.alarms) | \(row.count.put) | \(share) |")
    }
    return lines.joined(separator: "\n")
  }
}
