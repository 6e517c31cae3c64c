import ArgumentParser
import StetDocument
import StetLanguage

/// Measures tokens and sentences on treebanks.
struct EvaluateTokensCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate-tokens", abstract: "Measure tokens and sentences on treebanks.",
    discussion: """
      The text of each treebank is put together again, paragraph by paragraph, and cut by Stet. A token or a \
      sentence is right when both its ends are. F1 as in the CoNLL 2018 shared task.
      """)

  @Option(help: "Folder with the .conllu or .conllu.gz files.")
  var treebanks: String

  @Option(parsing: .upToNextOption, help: "Names of treebanks, without ending.")
  var sets = EvaluateCommand.heldOut

  @Option(help: "Print so many of the most frequent differences of tokens, and so many of sentences.")
  var differences = 0

  @Option(help: "A text to time: one paragraph a line; it is cut in documents of about 64 kB.")
  var time: String?

  @Option(help: "Rounds over the text to time; the median counts.")
  var rounds = 9

  func run() throws {
    let lexicon = Lexicon()
    print("set                        tokens      F1   sentences      F1")
    for name in sets where !name.isEmpty {
      let gold = try SegmentedText(name, in: treebanks)
      let words = lexicon.table()
      gold.text.withUnsafeBufferPointer { text in
        let layer = TokenLayer(text, blocks: gold.blocks, words: words, lexicon: lexicon)
        let tokens = layer.tokens.map { Int($0.start)..<Int($0.end) }
        let sentences = layer.sentences(in: text, words: words, lexicon: lexicon).map {
          tokens[$0.first].lowerBound..<tokens[$0.end - 1].upperBound
        }
        let score = SpanScore(ours: tokens, theirs: gold.tokens)
        let sentenceScore = SpanScore(ours: sentences, theirs: gold.sentences)
        print(
          pad(name, 22) + pad("\(score.theirs)", 11, right: true) + pad(percent(score.f1), 8, right: true)
            + pad("\(sentenceScore.theirs)", 12, right: true)
            + pad(percent(sentenceScore.f1), 8, right: true))
        guard differences > 0 else { return }
        report(SpanDifferences(ours: tokens, theirs: gold.tokens).stretches, text)
        reportEnds(sentences, gold.sentences, text)
      }
    }
    if let time { try measure(try readFile(time), lexicon) }
  }

  /// The most frequent differences of tokens, each with one place.
  private func report(_ stretches: [SpanDifferences.Stretch], _ text: UnsafeBufferPointer<UInt8>) {
    var counts: [String: (count: Int, example: String)] = [:]
    for stretch in stretches {
      let cut = [stretch.ours, stretch.theirs].map { ranges in
        ranges.map { string(text, $0) }.joined(separator: " ")
      }
      guard let start = stretch.ours.first?.lowerBound, let end = stretch.ours.last?.upperBound else {
        continue
      }
      let example = context(text, start, end)
      counts["\(cut[0])  for  \(cut[1])", default: (0, example)].count += 1
    }
    for (key, value) in counts.sorted(by: { ($1.value.count, $0.key) < ($0.value.count, $1.key) })
      .prefix(differences)
    {
      print(pad("\(value.count)", 6, right: true) + "  \(key)   | \(value.example)")
    }
  }

  /// Sentence ends that only one side has.
  private func reportEnds(
    _ ours: [Range<Int>], _ theirs: [Range<Int>], _ text: UnsafeBufferPointer<UInt8>
  ) {
    let mine = Set(ours.map(\.upperBound))
    let other = Set(theirs.map(\.upperBound))
    for (title, ends) in [
      ("ends too many", mine.subtracting(other)), ("ends missed", other.subtracting(mine)),
    ] {
      print("  \(title): \(ends.count)")
      let sorted = ends.sorted()
      let step = max(1, sorted.count / max(1, differences))
      for index in stride(from: 0, to: sorted.count, by: step) {
        print("        " + context(text, sorted[index], sorted[index], mark: "‖"))
      }
    }
  }

  private func string(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    String(decoding: text[range], as: UTF8.self)
  }

  private func context(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, mark: String? = nil
  ) -> String {
    let before = string(text, max(0, start - 40)..<start)
    let after = string(text, end..<min(text.count, end + 40))
    let inside = mark ?? string(text, start..<end)
    return (before + inside + after).split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "⏎")
  }

  private func measure(_ bytes: [UInt8], _ lexicon: Lexicon) throws {
    let words = lexicon.table()
    let documents = Self.documents(bytes)
    var times: [(tokens: Double, sentences: Double)] = []
    var counts = (tokens: 0, sentences: 0)
    bytes.withUnsafeBufferPointer { text in
      for round in 0...rounds {
        counts = (0, 0)
        var time = (tokens: 0.0, sentences: 0.0)
        for blocks in documents {
          var layer: TokenLayer?
          time.tokens += processorSeconds {
            layer = TokenLayer(text, blocks: blocks, words: words, lexicon: lexicon)
          }
          time.sentences += processorSeconds {
            counts.sentences += layer?.sentences(in: text, words: words, lexicon: lexicon).count ?? 0
          }
          counts.tokens += layer?.tokens.count ?? 0
        }
        // The first round fills the table of words.
        if round > 0 { times.append(time) }
      }
    }
    let tokens = times.map(\.tokens)
    let both = times.map { $0.tokens + $0.sentences }
    let megabytes = Double(bytes.count) / 1e6
    print(
      "\(counts.tokens) tokens, \(counts.sentences) sentences: tokens "
        + "\(Int(megabytes / tokens.median)) MB/s, with sentences \(Int(megabytes / both.median)) MB/s; "
        + "best \(Int(megabytes / (tokens.min() ?? 1))) and \(Int(megabytes / (both.min() ?? 1)))")
  }

  /// The paragraphs of a text, gathered into documents.
  private static func documents(_ bytes: [UInt8]) -> [[Block]] {
    var documents: [[Block]] = [[]]
    var start = 0
    var size = 0
    for end in bytes.indices where bytes[end] == 0x0A || end + 1 == bytes.count {
      if end > start {
        documents[documents.count - 1].append(Block(kind: .paragraph, prose: ProseRange(start, end)))
        size += end - start
      }
      start = end + 1
      if size > 1 << 16 {
        documents.append([])
        size = 0
      }
    }
    return documents
  }
}
