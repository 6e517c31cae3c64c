import StetConfiguration
import StetDocument
import StetLanguage
import StetText

/// The words of many texts that no dictionary knows, to start a house dictionary from.
package struct UnknownWordList: Sendable {
  package struct Word: Sendable {
    /// In small letters when some text has it so, else as most have it.
    package var text: String
    package var count: Int
    package var files: Int
    package var firstPath: String
    /// Both 0-based; columns count Unicode scalars.
    package var firstPlace: Position
    /// What was meant, when it looks like a slip.
    package var suggestion: String?
    fileprivate var settings: EffectiveSettings
  }

  private var words: [String: Word] = [:]

  package init() {}

  /// Reads files on all cores and gathers the words of all.
  package mutating func read(
    _ files: [DiscoveredFile], engine: Engine, settings: RunSettings, workers: Int,
    progress: (Int) -> Void, failed: (Problem) -> Void
  ) async {
    await OrderedRun(engine, files: files, workers: workers).forEach({ file, worker in
      Self.outcome(file, worker, settings)
    }) { outcome, done in
      progress(done)
      switch outcome {
      case .success(let text): add(text)
      case .failure(let problem): failed(problem)
      }
    }
  }

  /// Reads one text.
  package mutating func read(_ input: Input, worker: Worker, settings: EffectiveSettings) {
    add(Self.words(input.source, input.path, worker, settings))
  }

  /// The most frequent first, then by the alphabet; with suggestions.
  package func sorted(_ worker: Worker) -> [Word] {
    merged().sorted { ($1.count, $0.text.lowercased(), $0.text) < ($0.count, $1.text.lowercased(), $1.text) }
      .enumerated().map { number, word in
        var word = word
        word.suggestion = Self.suggestion(word, number, worker)
        return word
      }
  }

  // MARK: Reading

  private struct TextWords: Sendable {
    var path: String
    var settings: EffectiveSettings
    var words: [String: (count: Int, first: Position)] = [:]
  }

  private static func outcome(
    _ file: DiscoveredFile, _ worker: Worker, _ settings: RunSettings
  ) -> Result<TextWords, Problem> {
    do {
      let source = SourceText(try FileReading.read(file))
      return .success(words(source, file.path, worker, settings.settings(for: file.path)))
    } catch {
      return .failure(Problem(error))
    }
  }

  private static func words(
    _ source: SourceText, _ path: String, _ worker: Worker, _ settings: EffectiveSettings
  ) -> TextWords {
    let document = DocumentReader.read(source, path: path, format: nil)
    let analysis = worker.analysis(document, settings: settings)
    var result = TextWords(path: path, settings: settings)
    let lines = LineIndex(source)
    for (text, range) in analysis.listedUnknownWords {
      if let known = result.words[text] {
        result.words[text] = (known.count + 1, known.first)
      } else {
        let place = lines.position(at: document.source(range).lower, in: .scalars)
        result.words[text] = (1, place)
      }
    }
    return result
  }

  private mutating func add(_ text: TextWords) {
    for (word, found) in text.words {
      if words[word] != nil {
        words[word]?.count += found.count
        words[word]?.files += 1
      } else {
        words[word] = Word(
          text: word, count: found.count, files: 1, firstPath: text.path, firstPlace: found.first,
          settings: text.settings)
      }
    }
  }

  // MARK: Listing

  /// “Blorp” and “BLORP” are “blorp” where that stands, too, and “ZINDER” is “Zinder”.
  private func merged() -> [Word] {
    var merged: [String: Word] = [:]
    for word in words.values.sorted(by: { $0.text > $1.text }) {
      // Small letters sort behind capitals, so they come first here.
      let small = word.text.lowercased()
      let initial = small.prefix(1).uppercased() + small.dropFirst()
      let isPlain = word.text == initial || word.text == word.text.uppercased()
      let target = isPlain ? [small, initial].first { merged[$0] != nil && $0 != word.text } : nil
      guard let target, var other = merged[target] else {
        merged[word.text] = word
        continue
      }
      other.count += word.count
      other.files = max(other.files, word.files)
      merged[target] = other
    }
    return Array(merged.values)
  }

  /// Words in small letters alone: a capital is a name's more often than a slip's.
  private static func suggestion(_ word: Word, _ number: Int, _ worker: Worker) -> String? {
    guard word.text == word.text.lowercased() else { return nil }
    let speller = worker.speller(word.settings)
    if word.settings.language.isEnglish { return speller.slip(for: word.text, atLeast: likely)?.replacement }
    // The library takes its time.
    guard number < 100 else { return nil }
    return speller.foreignSuggestions(for: word.text).first?.word
  }

  /// `Slip.likelihood`: as the rule `unknown-word` asks for.
  private static let likely = 0.5
}
