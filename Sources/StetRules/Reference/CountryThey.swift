import StetLanguage
import StetLint

package struct CountryThey: Rule {
  package static let metadata = RuleMetadata(
    id: "country-they", family: .reference, severity: .note,
    summary: "A place with a singular verb and “their”")

  package init(_ lexicon: Lexicon) {}

  package func check(_ analysis: Analysis, _ report: inout Report) {
    guard analysis.antecedents.contains(where: { $0.pronoun.category == .plural }) else { return }
    let view = ClauseView(analysis)
    for resolution in view.resolutions where resolution.pronoun.category == .plural {
      let pronoun = resolution.pronoun
      guard pronoun.grammaticalCase == .possessive || pronoun.grammaticalCase == .reflexive,
        view.isTold(pronoun),
        case .phrase(let index) = view.subject(before: pronoun.token, pronoun.sentence)
      else { continue }
      let subject = view.mentions.phrases[index]
      guard subject.name != nil, view.mentions.entities[subject.entity].kind == .place,
        let verb = subject.verb, verb < pronoun.token, pronoun.token - verb < 12,
        view.tags[verb].penn == .thirdPersonVerb, !hasPlural(view, pronoun)
      else { continue }
      let name = analysis.string(subject.tokens)
      report.add(
        Self.message(analysis.string(analysis.layer.tokens[pronoun.token]), name),
        at: analysis.layer.tokens[pronoun.token].range,
        related: [(analysis.range(subject.tokens), "“\(name)” has a verb in the singular")])
    }
  }

  /// Whether anything near is plural, or joined, and may be “they”.
  private func hasPlural(_ view: ClauseView, _ pronoun: Pronoun) -> Bool {
    (max(0, pronoun.sentence - 1)...pronoun.sentence).contains { sentence in
      view.mentions.ofSentence[sentence].contains { index in
        let phrase = view.mentions.phrases[index]
        guard phrase.tokens.upperBound <= pronoun.token else { return false }
        return phrase.number == .plural || phrase.isCollective || view.isPerson(phrase)
      }
        || view.sentences[sentence].tokens.contains {
          $0 < pronoun.token && view.tags[$0].penn == .coordinatingConjunction
        }
    }
  }
}

extension CountryThey {
  static func message(_ pronoun: String, _ name: String) -> String {
    let right = pronoun.lowercased() == "their" ? "its" : "itself"
    return "“\(pronoun)” takes up “\(name)”, which is singular here. Write “\(right)”, or name who is meant."
  }
}
