import StetDocument
import StetLanguage
import StetLint
import StetService
import StetText

/// What each layer of the analysis costs on one core when those before it are made, in processor time.
struct LayerBench {
  struct Layer {
    var name: String
    /// One for each round, over all articles.
    var seconds: [Double] = []
  }

  private let engine: Engine
  private let articles: [SourceText]

  /// In the order in which they are made. Each reads its lazy property, and through it nothing that is not
  /// made already.
  private static let layers: [(name: String, make: @Sendable (Analysis) -> Int)] = [
    ("tokens", { $0.layer.tokens.count }),
    ("characters beyond ASCII", { $0.beyondASCII.count }),
    ("sentences", { $0.sentences.count }),
    ("quotations", { $0.quotations.contains(0) ? 1 : 0 }),
    ("places", { $0.places.all.count }),
    ("word classes", { $0.tags.count }),
    ("mentions", { $0.mentions.phrases.count }),
    ("antecedents", { $0.antecedents.count }),
  ]

  init(_ engine: Engine, _ articles: [[UInt8]]) {
    self.engine = engine
    self.articles = articles.map(SourceText.init)
  }

  /// The layers, then all rules on layers that are made, then everything from the bytes on.
  func run(rounds: Int) -> [Layer] {
    var results = [Layer(name: "read")] + Self.layers.map { Layer(name: $0.name) }
    results += [Layer(name: "all rules"), Layer(name: "everything")]
    let worker = Worker(engine)
    // The first round fills the table of words and the speller's cache, as the first of many files does.
    for round in 0...rounds {
      let times = self.round(worker)
      guard round > 0 else { continue }
      for (index, time) in times.enumerated() { results[index].seconds.append(time) }
    }
    return results
  }

  private func round(_ worker: Worker) -> [Double] {
    var documents: [Document] = []
    documents.reserveCapacity(articles.count)
    var times = [
      processorSeconds {
        for article in articles { documents.append(DocumentReader.read(article, path: "a.txt")) }
      }
    ]
    let analyses = documents.map { worker.analysis($0) }
    var made = 0
    for layer in Self.layers {
      times.append(processorSeconds { for analysis in analyses { made &+= layer.make(analysis) } })
    }
    let linter = engine.linter()
    times.append(
      processorSeconds { for analysis in analyses { made &+= linter.lint(analysis).count } })
    times.append(
      processorSeconds {
        for article in articles { made &+= worker.lint(article, path: "a.txt").diagnostics.count }
      })
    precondition(made > 0, "the layers of a text that is not empty hold something")
    return times
  }

  /// Each check alone on layers that are made: its rules, and the seconds of each round.
  func checks(rounds: Int) -> [Layer] {
    let worker = Worker(engine)
    let analyses = articles.map { worker.analysis(DocumentReader.read($0, path: "a.txt")) }
    let linter = engine.linter()
    for analysis in analyses { _ = linter.lint(analysis) }
    return engine.book.checks.map { check in
      let count = check.rules.count
      let name = count == 1 ? check.rules[0].id : "\(count) pattern rules"
      let times = (0..<rounds).map { _ in
        processorSeconds {
          for analysis in analyses {
            var report = Report(document: analysis.document)
            check.check(analysis, &report)
          }
        }
      }
      return Layer(name: name, seconds: times)
    }
  }
}
