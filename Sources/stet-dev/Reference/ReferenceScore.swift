import StetDocument
import StetLanguage
import StetService
import StetText

/// Names and antecedents of a set of documents against what their editors marked.
struct ReferenceScore {
  var goldNames = 0
  var foundNames = 0
  var rightNames = 0
  var pronouns = 0
  var decided = 0
  var rightAntecedents = 0
  var personPronouns = 0
  var deniedPersons = 0
  var errors: [String] = []

  static func += (sum: inout ReferenceScore, more: ReferenceScore) {
    sum.goldNames += more.goldNames
    sum.foundNames += more.foundNames
    sum.rightNames += more.rightNames
    sum.pronouns += more.pronouns
    sum.decided += more.decided
    sum.rightAntecedents += more.rightAntecedents
    sum.personPronouns += more.personPronouns
    sum.deniedPersons += more.deniedPersons
    sum.errors += more.errors
  }

  init() {}

  init(_ document: CoreferenceDocument, _ worker: Worker) {
    let source = SourceText(document.text)
    let analysis = worker.analysis(DocumentReader.read(source, path: document.name + ".txt"))
    scoreNames(document, analysis)
    scoreAntecedents(document, analysis)
  }

  var precision: Double { Double(rightNames) / Double(max(1, foundNames)) }
  var recall: Double { Double(rightNames) / Double(max(1, goldNames)) }
  var nameF1: Double { 2 * precision * recall / max(1e-9, precision + recall) }

  func line(_ name: String) -> String {
    let antecedents = Double(rightAntecedents) / Double(max(1, decided))
    let share = Double(decided) / Double(max(1, pronouns))
    let denied = Double(deniedPersons) / Double(max(1, personPronouns))
    let label = name.padded(to: 24)
    return """
      \(label) names P \(percent(precision)) R \(percent(recall)) F1 \(percent(nameF1)) of \(goldNames); \
      antecedent right \(percent(antecedents)), decided \(percent(share)) of \(pronouns); \
      person denied \(percent(denied)) of \(personPronouns)
      """
  }

  /// The words of the treebank that a run of tokens covers.
  private func words(_ tokens: Range<Int>, _ document: CoreferenceDocument, _ analysis: Analysis) -> Range<
    Int
  >? {
    let range = analysis.document.source(analysis.range(tokens))
    guard let first = document.word(at: range.indices.lowerBound),
      let last = document.word(at: range.indices.upperBound - 1)
    else {
      return nil
    }
    return first <= last ? first..<last + 1 : nil
  }

  private mutating func scoreNames(_ document: CoreferenceDocument, _ analysis: Analysis) {
    let types: [Substring: Entity.Kind] = ["person": .person, "place": .place, "organization": .organisation]
    var found = analysis.names.compactMap { name -> (words: Range<Int>, kind: Entity.Kind, isUsed: Bool)? in
      guard types.values.contains(name.kind), let words = words(name.tokens, document, analysis) else {
        return nil
      }
      return (words, name.kind, false)
    }
    foundNames += found.count
    var shortest: [Int: Int] = [:]
    for gold in document.mentions {
      shortest[gold.head] = min(shortest[gold.head] ?? .max, gold.words.count)
    }
    for gold in document.mentions where document.words[gold.head].universal == "PROPN" {
      // “[A] and B” has the head of “A”: the shorter mention is the name.
      guard let kind = types[gold.type], shortest[gold.head] == gold.words.count else { continue }
      goldNames += 1
      if let at = found.firstIndex(where: { !$0.isUsed && $0.kind == kind && $0.words.contains(gold.head) }) {
        found[at].isUsed = true
        rightNames += 1
      } else {
        let instead = analysis.names.first {
          words($0.tokens, document, analysis)?.contains(gold.head) ?? false
        }
        errors.append(
          "name missed \(gold.type): \(string(gold.words, document)), \(instead.map { "\($0.kind) \(analysis.string($0.tokens)) \(analysis.mentions.points($0.entity))" } ?? "no name")"
        )
      }
    }
    for name in found where !name.isUsed {
      errors.append("name wrong \(name.kind): \(string(name.words, document))")
    }
  }

  private mutating func scoreAntecedents(_ document: CoreferenceDocument, _ analysis: Analysis) {
    var byHead: [Int: [Int]] = [:]
    for (index, mention) in document.mentions.enumerated() { byHead[mention.head, default: []].append(index) }
    let phrases = analysis.mentions.phrases
    for resolution in analysis.antecedents {
      let token = resolution.pronoun.token
      guard let word = words(token..<token + 1, document, analysis)?.lowerBound,
        let gold = byHead[word]?.map({ document.mentions[$0] }).first(where: { $0.words.count == 1 })
      else { continue }
      let earlier = document.mentions.filter {
        $0.entity == gold.entity && $0.words.lowerBound < word && document.words[$0.head].universal != "PRON"
      }
      guard !earlier.isEmpty else { continue }
      pronouns += 1
      if gold.type == "person",
        resolution.pronoun.category == .masculine || resolution.pronoun.category == .feminine
      {
        personPronouns += 1
        if case .noneCompatible = resolution.verdict {
          deniedPersons += 1
          errors.append("DENIED \(context(word, document))")
        }
      }
      guard case .chosen(let at) = resolution.verdict else {
        errors.append(
          "undecided \(resolution.candidates.prefix(3).map { "\(analysis.string(phrases[$0.phrase].tokens)) \($0.score)" }) \(context(word, document))"
        )
        continue
      }
      decided += 1
      let phrase = phrases[resolution.candidates[at].phrase]
      let covered = words(phrase.tokens, document, analysis) ?? 0..<0
      if earlier.contains(where: { covered.contains($0.head) && isWithin(phrase, $0, document, analysis) }) {
        rightAntecedents += 1
      } else {
        let kind = analysis.entities[phrase.entity].kind
        let second =
          resolution.candidates.dropFirst().first.map {
            "\(analysis.string(phrases[$0.phrase].tokens)) \($0.score) \($0.reasons)"
          } ?? ""
        errors.append(
          "antecedent wrong: “\(analysis.string(phrase.tokens))” (\(kind), \(resolution.candidates[at].score) \(resolution.candidates[at].reasons)) second \(second) gold “\(string(earlier[earlier.count - 1].words, document))” \(context(word, document))"
        )
      }
    }
  }

  private func isWithin(
    _ phrase: NounPhrase, _ gold: GoldMention, _ document: CoreferenceDocument, _ analysis: Analysis
  ) -> Bool {
    guard let head = words(phrase.head..<phrase.head + 1, document, analysis)?.lowerBound else {
      return false
    }
    return gold.words.contains(head)
  }

  private func string(_ words: Range<Int>, _ document: CoreferenceDocument) -> String {
    let bytes = document.text[
      document.words[words.lowerBound].range
        .lowerBound..<document.words[words.upperBound - 1].range.upperBound]
    return String(String(decoding: bytes, as: UTF8.self).prefix(60))
  }

  /// The words around a pronoun, for reading.
  private func context(_ word: Int, _ document: CoreferenceDocument) -> String {
    let before = document.words[max(0, word - 25)..<word].map(\.form).joined(separator: " ")
    let after = document.words[word + 1..<min(document.words.count, word + 5)].map(\.form).joined(
      separator: " ")
    return "… \(before) ⟦\(document.words[word].form)⟧ \(after)"
  }
}

extension String {
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
