import StetDocument
import StetLanguage
import StetLint

package struct PronounCase: Rule {
  package static let metadata = RuleMetadata(
    id: "pronoun-case", family: .grammar, severity: .warning,
    summary: "“Him” as a subject, “he” after a preposition")
  package let reach = Reach.block

  private let objects: [WordKey: String]
  private let objectSet: WordSet
  private let subjects: [WordKey: String]
  private let subjectSet: WordSet
  private let prepositions: WordSet
  private let auxiliaries: WordSet

  package init(_ lexicon: Lexicon) {
    let pairs = [("him", "he"), ("them", "they"), ("us", "we"), ("me", "I")]
    var objects: [WordKey: String] = [:]
    var subjects: [WordKey: String] = [:]
    for (object, subject) in pairs {
      objects[lexicon.key(object)] = subject
      if subject != "I" { subjects[lexicon.key(subject)] = object }
    }
    for reflexive in ["himself", "herself", "itself", "themselves", "ourselves"] {
      objects[lexicon.key(reflexive)] =
        [
          "himself": "he", "herself": "she", "itself": "it", "themselves": "they", "ourselves": "we",
        ][reflexive]
    }
    subjects[lexicon.key("she")] = "her"
    var objectSet = WordSet()
    var subjectSet = WordSet()
    for key in objects.keys { objectSet.insert(key) }
    for key in subjects.keys { subjectSet.insert(key) }
    self.objects = objects
    self.objectSet = objectSet
    self.subjects = subjects
    self.subjectSet = subjectSet
    prepositions = WordSet("to for with from of by at about against between without toward towards", lexicon)
    auxiliaries = WordSet("was were is are has have had will would can could", lexicon)
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let tokens = analysis.layer.tokens
    for sentence in analysis.sentences where sentence.count >= 3 {
      for at in sentence.tokens where tokens[at].isWord {
        let key = tokens[at].key
        let right: String?
        if objectSet.contains(key) {
          right = isSubject(at, sentence, analysis) ? objects[key] : nil
        } else if subjectSet.contains(key) {
          right = isObject(at, sentence, analysis) ? subjects[key] : nil
        } else {
          continue
        }
        guard let right, !analysis.quotations.contains(at) else { continue }
        let fixed = tokens[at].isCapitalized ? right.prefix(1).uppercased() + right.dropFirst() : right
        report.add(
          Self.message(analysis.string(tokens[at]), fixed), at: tokens[at].range,
          fixes: [.replace(tokens[at].range, with: fixed, .review)])
      }
    }
  }

  /// “Him trained as a doctor”: at the head of a sentence, before a verb in the past or in -s.
  private func isSubject(_ at: Int, _ sentence: Sentence, _ analysis: Analysis) -> Bool {
    let tokens = analysis.layer.tokens
    guard at == sentence.first, tokens[at].shape == .capitalized, tokens[at + 1].isLower else { return false }
    if auxiliaries.contains(tokens[at + 1].key) { return true }
    switch analysis.tags[at + 1].penn {
    case .pastVerb, .thirdPersonVerb: return true
    default: return false
    }
  }

  /// “against they”, with no verb behind it that could make it a subject.
  private func isObject(_ at: Int, _ sentence: Sentence, _ analysis: Analysis) -> Bool {
    let tokens = analysis.layer.tokens
    guard at > sentence.first, tokens[at].isLower, tokens[at - 1].isLower,
      prepositions.contains(tokens[at - 1].key),
      tokens[at].spaceBefore, at + 1 < sentence.end
    else { return false }
    let next = tokens[at + 1]
    if next.isPunctuation {
      return !next.spaceBefore && ".,;".utf8.contains(analysis.document.prose[Int(next.start)])
        && at + 2 >= sentence.end
    }
    return false
  }
}

extension PronounCase {
  static func message(_ pronoun: String, _ right: String) -> String {
    "“\(pronoun)” has the wrong form here. Write “\(right)”."
  }
}
