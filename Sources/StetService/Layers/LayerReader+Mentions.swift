import StetDocument
import StetLanguage
import StetText

/// Who and what a document speaks of.
extension LayerReader {
  func names() -> LayerDump {
    var dump = empty(.names, ["kind", "entity", "canonical", "parts"])
    let entities = analysis.entities
    let names = analysis.names.sorted { Self.precedes($0.tokens, $1.tokens) }
    dump.rows = names.map { name in
      let parts = name.parts.map { place($0.tokens, [LayerDump.Field("role", .text($0.role.term))]) }
      return LayerDump.Row(
        place(name.tokens),
        [
          .text(name.kind.term), .number(name.entity),
          .text(analysis.string(entities[name.entity].canonical)),
          parts.isEmpty ? nil : .parts(parts),
        ])
    }
    return dump
  }

  /// Noun phrases and third-person pronouns, an outer one before what stands inside it.
  func mentions() -> LayerDump {
    var dump = empty(
      .mentions,
      [
        "form", "kind", "entity", "number", "gender", "usually", "role", "verdict", "antecedent", "closest",
      ], details: "candidates")
    let phrases = analysis.mentions.phrases.map { ($0.tokens, row($0)) }
    let pronouns = analysis.antecedents.map { ($0.pronoun.token..<$0.pronoun.token + 1, row($0)) }
    dump.rows = (phrases + pronouns).sorted { Self.precedes($0.0, $1.0) }.map(\.1)
    return dump
  }

  private static func precedes(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    a.lowerBound != b.lowerBound ? a.lowerBound < b.lowerBound : a.upperBound > b.upperBound
  }

  private func row(_ phrase: NounPhrase) -> LayerDump.Row {
    let entity = analysis.entities[phrase.entity]
    let gender = phrase.gender == .unknown ? entity.gender : phrase.gender
    return LayerDump.Row(
      place(phrase.tokens),
      [
        .text(phrase.name == nil ? "noun" : "name"),
        .text((entity.kind == .unknown ? phrase.kind : entity.kind).term), .number(phrase.entity),
        phrase.number.term.map { .text($0) }, gender.term.map { .text($0) },
        entity.nameGender.term.map { .text($0) }, .text(phrase.role.term), nil, nil, nil,
      ])
  }

  private func row(_ resolution: Resolution) -> LayerDump.Row {
    let pronoun = resolution.pronoun
    let chosen = resolution.chosen
    var closest: LayerDump.Value?
    if case .noneCompatible(let phrase) = resolution.verdict { closest = .place(antecedent(phrase)) }
    return LayerDump.Row(
      place(pronoun.token..<pronoun.token + 1),
      [
        .text("pronoun"), chosen.map { .text(analysis.entities[$0.entity].kind.term) },
        chosen.map { .number($0.entity) }, .text(pronoun.category.number),
        pronoun.category.gender.map { .text($0) },
        nil, .text(pronoun.grammaticalCase.term), .text(resolution.term),
        chosen.map { .place(antecedent($0.phrase)) }, closest,
      ], details: resolution.candidates.map(candidate))
  }

  private func antecedent(_ phrase: Int) -> LayerDump.Place {
    let phrase = analysis.mentions.phrases[phrase]
    return place(phrase.tokens, [LayerDump.Field("entity", .number(phrase.entity))])
  }

  private func candidate(_ candidate: Candidate) -> LayerDump.Place {
    var place = antecedent(candidate.phrase)
    place.fields += [
      LayerDump.Field("score", .number(candidate.score)),
      LayerDump.Field("reasons", .texts(candidate.reasons.terms)),
    ]
    return place
  }
}
