extension NameClassifier {
  /// Title, given and family name and suffix of a person's name, and what title and given name say of gender.
  func parts(_ range: Range<Int>) -> (parts: [Name.Part], gender: Entity.Gender, hint: Entity.Gender) {
    var parts: [Name.Part] = []
    var at = range.lowerBound
    var end = range.upperBound
    var gender = Entity.Gender.unknown
    while at < end - 1, isTitle(at) {
      gender = Self.gender(names.hints(tokens[at].key), .masculineNoun, .feminineNoun) ?? gender
      at += 1
    }
    if at > range.lowerBound { parts.append(Name.Part(role: .title, tokens: range.lowerBound..<at)) }
    let suffix = end
    while end - 1 > at, key.suffixes.contains(tokens[end - 1].key) { end -= 1 }
    let isFamilyFirst =
      end - at >= 2 && names.has(tokens[at].key, .familyFirst) && !names.has(tokens[at + 1].key, .givenName)
    let first = names.hints(tokens[isFamilyFirst ? at + 1 : at].key)
    let hint = Self.gender(first, .masculineName, .feminineName) ?? .unknown
    if end - at == 1 {
      let isGiven = parts.isEmpty && !first.isDisjoint(with: .givenName)
      parts.append(Name.Part(role: isGiven ? .given : .family, tokens: at..<end))
    } else if isFamilyFirst {
      parts.append(Name.Part(role: .family, tokens: at..<at + 1))
      parts.append(Name.Part(role: .given, tokens: at + 1..<end))
    } else {
      // “Charles de Gaulle”: particles written small belong to the family name.
      var family = end - 1
      while family - 1 > at, tokens[family - 1].isLower { family -= 1 }
      parts.append(Name.Part(role: .given, tokens: at..<family))
      parts.append(Name.Part(role: .family, tokens: family..<end))
    }
    if end < suffix { parts.append(Name.Part(role: .suffix, tokens: end..<suffix)) }
    return (parts, gender, hint)
  }

  private static func gender(
    _ hints: NameHints, _ masculine: NameHints, _ feminine: NameHints
  ) -> Entity.Gender? {
    switch (hints.contains(masculine), hints.contains(feminine)) {
    case (true, false): .masculine
    case (false, true): .feminine
    default: nil
    }
  }
}
