import StetDocument
import StetLanguage
import StetLint

package struct SubjectVerbAgreement: Rule {
  package static let metadata = RuleMetadata(
    id: "subject-verb-agreement", family: .grammar, severity: .error,
    summary: "A verb that does not agree with its subject: the plans was", aliases: ["subject-verb"])
  package let reach = Reach.block

  private let verbs: AgreementVerbs
  private let subjects: SubjectFinder

  package init(_ lexicon: Lexicon) {
    verbs = AgreementVerbs(lexicon)
    subjects = SubjectFinder(lexicon)
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let tokens = analysis.layer.tokens
    let blocks = analysis.document.blocks
    for sentence in analysis.sentences {
      switch blocks[sentence.block].kind {
      case .paragraph, .listItem, .quotation: break
      default: continue
      }
      for at in sentence.tokens.dropFirst() where verbs.shows(tokens[at].key) && tokens[at].isLower {
        guard let verb = verbs.form(tokens[at].key),
          let subject = subjects.subject(of: at, in: sentence, analysis), subject.number != verb.number,
          !subject.isFirstPerson || verb.isWrongForI
        else { continue }
        if !verb.isIndicativeOnly, subjects.isSubjunctive(at, subject, in: sentence, analysis) { continue }
        if isQuoted(at, analysis) { continue }
        report.add(
          Self.message(analysis.string(subject.head), analysis.string(tokens[at])), at: tokens[at].range,
          related: [(analysis.range(subject.head), "the subject")],
          fixes: [
            .replace(tokens[at].range, with: subject.isFirstPerson ? verb.firstPerson : verb.right, .review)
          ])
      }
    }
  }

  /// Speech is left as it was said.
  private func isQuoted(_ at: Int, _ analysis: Analysis) -> Bool { analysis.quotations.contains(at) }
}

extension SubjectVerbAgreement {
  static func message(_ subject: String, _ verb: String) -> String {
    "“\(verb)” does not agree with its subject “\(subject)”."
  }
}

/// The verbs whose forms show number.
struct AgreementVerbs: Sendable {
  struct Form: Sendable {
    var number: TagPair.Number
    /// What the other number takes.
    var right: String
    /// What “I” takes.
    var firstPerson: String
    /// Whether no subjunctive has this form: “if it were”, “that it have”.
    var isIndicativeOnly: Bool
    /// “I was” is right, although “was” is singular.
    var isWrongForI: Bool
  }

  private let forms: [WordKey: Form]
  private let keys: WordSet

  init(_ lexicon: Lexicon) {
    let pairs = [
      ("has", "have", "have"), ("was", "were", "was"), ("is", "are", "am"), ("does", "do", "do"),
    ]
    var forms: [WordKey: Form] = [:]
    var keys = WordSet()
    for (singular, plural, first) in pairs {
      forms[lexicon.key(singular)] = Form(
        number: .singular, right: plural, firstPerson: first, isIndicativeOnly: true,
        isWrongForI: singular != "was")
      forms[lexicon.key(plural)] = Form(
        number: .plural, right: singular, firstPerson: first, isIndicativeOnly: plural == "are",
        isWrongForI: false)
      keys.insert(lexicon.key(singular))
      keys.insert(lexicon.key(plural))
    }
    self.forms = forms
    self.keys = keys
  }

  func shows(_ key: WordKey) -> Bool { keys.contains(key) }
  func form(_ key: WordKey) -> Form? { forms[key] }
}
