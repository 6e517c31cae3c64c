import StetDocument
import StetLanguage
import StetLint

package struct VerbFormAfterAuxiliary: Rule {
  package static let metadata = RuleMetadata(
    id: "verb-form-after-auxiliary", family: .grammar, severity: .error,
    summary: "An inflected verb after do, to or a modal: did not went, can goes")
  package let reach = Reach.block

  private let forms: VerbForms
  private let does: WordSet
  private let modals: WordSet
  private let negations: WordSet
  private let to: WordKey
  private let subjects: WordSet
  private let never: WordSet
  private let joining: WordSet
  private let regularExceptions: WordSet

  package init(_ lexicon: Lexicon) {
    forms = VerbForms(lexicon)
    does = WordSet("do does did", lexicon)
    modals = WordSet("can could will would shall should must may might ca wo", lexicon)
    negations = WordSet("not n't", lexicon)
    to = lexicon.key("to")
    subjects = WordSet("i you he she it we they who", lexicon)
    joining = WordSet("and but or because that if when so while although", lexicon)
    never = WordSet(
      "is was has does says this us perhaps always as less yes plus thus focus discuss process", lexicon)
    regularExceptions = WordSet(
      "need feed heed bleed breed speed seed weed embed shed wed bed led red proceed succeed exceed", lexicon)
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let tokens = analysis.layer.tokens
    for sentence in analysis.sentences where sentence.count > 2 {
      for at in sentence.tokens.dropFirst() where tokens[at].isLower && tokens[at].spaceBefore {
        let before = tokens[at - 1]
        guard before.isWord else { continue }
        let isNegated = negations.contains(before.key)
        guard isNegated || before.key == to || modals.contains(before.key) || subjects.contains(before.key)
        else {
          continue
        }
        guard let base = base(at, isNegated, sentence, analysis), !analysis.quotations.contains(at) else {
          continue
        }
        report.add(
          Self.message(analysis.string(at - 1..<at + 1), base), at: tokens[at].range,
          fixes: [.replace(tokens[at].range, with: base, .review)])
      }
    }
  }

  /// The form that belongs here, when the one that stands here cannot.
  private func base(_ at: Int, _ isNegated: Bool, _ sentence: Sentence, _ analysis: Analysis) -> String? {
    let tokens = analysis.layer.tokens
    let token = tokens[at]
    let before = tokens[at - 1]
    if isNegated {
      guard at - 2 >= sentence.first else { return nil }
      let auxiliary = tokens[at - 2].key
      let isDo = does.contains(auxiliary)
      guard isDo || modals.contains(auxiliary) else { return nil }
      // “Those who did not went home” is no English either, but “if not went” may be.
      return forms.past(token.key)?.base ?? regular(at, analysis)
    }
    if before.key == to {
      // “Due to went” is as wrong; “according to gave” has lost a name.
      return forms.past(token.key)?.base
    }
    if modals.contains(before.key), before.isLower {
      guard at - 2 >= sentence.first, subjects.contains(tokens[at - 2].key),
        !closesClause(at - 2, sentence, tokens)
      else { return nil }
      return forms.past(token.key)?.base ?? thirdPerson(at, analysis)
    }
    // “Did he went”
    guard subjects.contains(before.key), at - 2 >= sentence.first, does.contains(tokens[at - 2].key),
      at - 2 == sentence.first || tokens[at - 3].isWord
    else { return nil }
    return forms.past(token.key)?.base
  }

  /// “All that they could went into it”: a relative clause ends before the verb.
  private func closesClause(_ subject: Int, _ sentence: Sentence, _ tokens: [Token]) -> Bool {
    guard subject > sentence.first else { return false }
    return !tokens[subject - 1].isPunctuation && !joining.contains(tokens[subject - 1].key)
  }

  /// The base of a third person or a regular past, after a negation: does not goes, did not walked.
  private func regular(_ at: Int, _ analysis: Analysis) -> String? {
    thirdPerson(at, analysis) ?? regularPast(at, analysis)
  }

  private func thirdPerson(_ at: Int, _ analysis: Analysis) -> String? {
    let token = analysis.layer.tokens[at]
    guard token.length >= 4, !never.contains(token.key), case .thirdPersonVerb = analysis.tags[at].penn else {
      return nil
    }
    let form = Array(analysis.words.bytes(token.key))
    return NounForms.singulars(of: form).first { analysis.speller.isKnown($0) }
  }

  private func regularPast(_ at: Int, _ analysis: Analysis) -> String? {
    let token = analysis.layer.tokens[at]
    guard token.length >= 5, !regularExceptions.contains(token.key) else { return nil }
    switch analysis.tags[at].penn {
    case .pastVerb, .pastParticiple: break
    default: return nil
    }
    let form = Array(analysis.words.bytes(token.key))
    guard form.suffix(2).elementsEqual("ed".utf8), !form.suffix(3).elementsEqual("eed".utf8) else {
      return nil
    }
    var stems = [form.dropLast(2), form.dropLast(1)].map { String(decoding: $0, as: UTF8.self) }
    if form.suffix(3).elementsEqual("ied".utf8) {
      stems = [String(decoding: form.dropLast(3) + Array("y".utf8), as: UTF8.self)]
    } else if form.count >= 6, form[form.count - 3] == form[form.count - 4] {
      stems.append(String(decoding: form.dropLast(3), as: UTF8.self))
    }
    return stems.first { analysis.speller.isKnown($0) }
  }
}

extension VerbFormAfterAuxiliary {
  static func message(_ text: String, _ base: String) -> String {
    "“\(text)” has an inflected verb where its base form belongs. Write “\(base)”."
  }
}
