/// What speaks for each kind of a name, in points. Summed over all mentions of an entity.
struct NameEvidence: Sendable {
  var person = 0
  var place = 0
  var organisation = 0
  var other = 0

  static func += (sum: inout NameEvidence, more: NameEvidence) {
    sum.person += more.person
    sum.place += more.place
    sum.organisation += more.organisation
    sum.other += more.other
  }

  /// The kind with most points, unknown below 2 points. A tie goes to the person, whom no rule accuses.
  var kind: Entity.Kind {
    let best = max(person, place, organisation, other)
    guard best >= 2 else { return .unknown }
    if person == best { return .person }
    if place == best { return .place }
    return organisation == best ? .organisation : .other
  }

  /// Whether the name is surely no person's.
  var excludesPerson: Bool { max(place, organisation, other) >= max(4, person + 3) }

  mutating func add(_ kind: Entity.Kind, _ points: Int) {
    switch kind {
    case .person: person += points
    case .place: place += points
    case .organisation: organisation += points
    case .other: other += points
    case .unknown: break
    }
  }
}
