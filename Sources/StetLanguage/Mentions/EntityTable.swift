import StetDocument

/// Gathers the mentions of one entity: equal names, a family or a given name after the whole name, an acronym
/// after its expansion, a common noun after an apposition or the same noun.
struct EntityTable {
  private(set) var entities: [Entity] = []
  private(set) var evidence: [NameEvidence] = []
  /// Union of entities that turned out to be one: index of an older one, or itself.
  private var parent: [Int] = []
  private var byName: [[WordKey]: Int] = [:]
  /// Names of one word, apart since they are asked for most.
  private var bySingleName = WordMap<Int>()
  /// Last entity with this word as the first or the last of a longer name.
  private var byPart = WordMap<Int>()
  /// Last entity that this common noun meant.
  private var byNoun = WordMap<Int>()
  private var isShared: Set<WordKey> = []
  private var acronyms = WordMap<Int>()
  private let tokens: [Token]
  private let tags: [TagPair]
  private let prose: [UInt8]
  private let lexicon: Lexicon
  private let names: NameLexicon
  private let words: WordTable

  init(_ analysis: Analysis) {
    tokens = analysis.layer.tokens
    tags = analysis.tags
    prose = analysis.document.prose
    lexicon = analysis.lexicon
    names = analysis.language.names
    words = analysis.words
  }

  // Never passed on as a function: that would copy the whole table.
  private func root(_ id: Int) -> Int {
    var id = id
    while parent[id] != id { id = parent[id] }
    return id
  }

  private mutating func new(_ phrase: NounPhrase, _ canonical: Range<Int>, isNamed: Bool) -> Int {
    let id = entities.count
    entities.append(
      Entity(id: id, kind: phrase.kind, gender: phrase.gender, canonical: canonical, isNamed: isNamed))
    evidence.append(NameEvidence())
    parent.append(id)
    return id
  }

  // MARK: Nouns

  /// A phrase without a name: the same noun again with “the”, or something new.
  mutating func enter(_ phrase: inout NounPhrase, _ index: Int) {
    let key = tokens[phrase.head].key
    var id: Int?
    switch phrase.determiner {
    case .definite, .demonstrative: id = byNoun[key].map { root($0) }
    case .none, .possessive, .indefinite: break
    }
    if let known = id, case .plural = phrase.number, entities[known].isNamed { id = nil }
    let entity = id ?? new(phrase, phrase.tokens, isNamed: false)
    phrase.entity = entity
    entities[entity].mentions.append(index)
    byNoun[key] = entity
  }

  // MARK: Names

  mutating func enter(
    _ phrase: inout NounPhrase, _ index: Int, _ draft: MentionDrafts.NameDraft
  ) -> Name {
    let run = draft.run
    var points = draft.points
    let bare = bare(run.tokens, draft.parts)
    let keys = bare.map { tokens[$0].key }
    phrase.kind = points.kind
    var entity = (keys.count == 1 ? bySingleName[keys[0]] : byName[keys]).map { root($0) }
    if entity == nil, keys.count == 1, run.known == nil || points.person > points.place {
      entity = (byPart[keys[0]] ?? acronyms[keys[0]]).map { root($0) }
    }
    if entity == nil, keys.count == 2 || keys.count == 3, let last = keys.last, points.kind == .person {
      // “Austin” first, “Lloyd Austin” later.
      if let known = bySingleName[last].map({ root($0) }), !evidence[known].excludesPerson { entity = known }
    }
    if let known = entity, evidence[known].excludesPerson, points.person >= 5 { entity = nil }
    // “the airport (IATA: TUL)”: no name's short form is a code, and no person.
    if entity == nil, keys.count == 1, isBracketed(run.tokens) { points.person -= 3 }
    let id = entity ?? new(phrase, bare, isNamed: true)
    phrase.entity = id
    entities[id].mentions.append(index)
    entities[id].isNamed = true
    evidence[id] += points
    if bare.count > entities[id].canonical.count { entities[id].canonical = bare }
    merge(draft.gender, draft.hint, into: id)
    if keys.count == 1 { bySingleName[keys[0]] = id } else { byName[keys] = id }
    register(keys, run, points.kind, id)
    return Name(tokens: run.tokens, kind: points.kind, parts: draft.parts, entity: id)
  }

  /// One word of capitals beside a bracket.
  private func isBracketed(_ range: Range<Int>) -> Bool {
    guard range.count == 1, tokens[range.lowerBound].shape == .upper, tokens[range.lowerBound].length > 1,
      range.lowerBound > 0, range.upperBound < tokens.count
    else { return false }
    func isMark(_ at: Int, _ mark: Character) -> Bool {
      tokens[at].length == 1 && mark.asciiValue == prose[Int(tokens[at].start)]
    }
    return isMark(range.lowerBound - 1, "(") || isMark(range.upperBound, ")")
  }

  private mutating func merge(_ gender: Entity.Gender, _ hint: Entity.Gender, into id: Int) {
    if case .unknown = entities[id].gender { entities[id].gender = gender }
    if case .unknown = entities[id].nameGender { entities[id].nameGender = hint }
  }

  /// The name without titles.
  private func bare(_ range: Range<Int>, _ parts: [Name.Part]) -> Range<Int> {
    guard let title = parts.first, title.role == .title, title.tokens.upperBound < range.upperBound else {
      return range
    }
    return title.tokens.upperBound..<range.upperBound
  }

  private mutating func register(_ keys: [WordKey], _ run: NameRuns.Run, _ kind: Entity.Kind, _ id: Int) {
    guard keys.count > 1, let first = keys.first, let last = keys.last else { return }
    switch kind {
    case .person, .unknown:
      if bySingleName[last] == nil { share(last, id) }
      if names.has(first, .givenName), bySingleName[first] == nil { share(first, id) }
    case .organisation:
      // “Commerzbank AG”: the first word alone is its short form when the rest is common.
      if keys.dropFirst().allSatisfy({ names.has($0, .bodyWord) }) { byPart[first] = id }
    case .place, .other: break
    }
    guard run.tokens.count > 1 else { return }
    if let acronym = expanded(run.tokens) { acronyms[acronym] = id }
  }

  /// A part of a name that two persons share stays with the one who is mentioned more.
  private mutating func share(_ part: WordKey, _ id: Int) {
    if let old = byPart[part].map({ root($0) }), old != id {
      isShared.insert(part)
      if entities[old].mentions.count > entities[id].mentions.count { return }
    }
    byPart[part] = id
  }

  /// “World Health Organization (WHO)”: the key of the acronym in brackets when it is made of the initials.
  private func expanded(_ range: Range<Int>) -> WordKey? {
    let open = range.upperBound
    guard open + 2 < tokens.count, tokens[open].length == 1,
      prose[Int(tokens[open].start)] == UInt8(ascii: "("),
      tokens[open + 1].shape == .upper
    else { return nil }
    let letters = prose[tokens[open + 1].range.indices]
    let initials = range.compactMap { at -> UInt8? in
      tokens[at].isCapitalized || tokens[at].shape == .mixed ? prose[Int(tokens[at].start)] : nil
    }
    guard letters.first == initials.first, letters.count >= 2, letters.count <= initials.count + 1 else {
      return nil
    }
    return tokens[open + 1].key
  }

  // MARK: Links

  /// Joins “Lloyd Austin, the US defense secretary”, “defense secretary Lloyd Austin” and “Austin is the
  /// defense secretary”: later “the secretary” is Austin.
  mutating func link(_ range: Range<Int>, _ phrases: [NounPhrase], _ names: [Name]) {
    var previous: Int?
    for index in range {
      let phrase = phrases[index]
      if case .modifier = phrase.role { continue }
      if phrase.name != nil, phrase.tokens.lowerBound < phrase.head { titleNouns(phrase) }
      defer { previous = index }
      guard let before = previous, isApposition(phrases[before], phrase) else { continue }
      let (a, b) = (root(phrases[before].entity), root(phrase.entity))
      guard a != b, agree(entities[a], entities[b]) else { continue }
      // The name is kept, or else what came first.
      let (kept, lost) = entities[b].isNamed && !entities[a].isNamed ? (b, a) : (a, b)
      guard !entities[lost].isNamed, entities[lost].mentions.count == 1 else { continue }
      parent[lost] = kept
      entities[kept].mentions.append(contentsOf: entities[lost].mentions)
      entities[lost].mentions = []
      if case .unknown = entities[kept].gender { entities[kept].gender = entities[lost].gender }
      if case .unknown = entities[kept].kind { entities[kept].kind = entities[lost].kind }
      evidence[kept].add(entities[lost].kind, entities[lost].kind == .other ? 0 : 3)
      byNoun[tokens[phrase.name == nil ? phrase.head : phrases[before].head].key] = kept
    }
  }

  /// “defense secretary Lloyd Austin”: the noun before the name.
  private mutating func titleNouns(_ phrase: NounPhrase) {
    for at in phrase.tokens.lowerBound..<phrase.tokens.upperBound
    where tags[at].universal == .noun || self.names.has(tokens[at].key, .honorific) {
      byNoun[tokens[at].key] = root(phrase.entity)
      if case .unknown = entities[root(phrase.entity)].gender {
        let hints = self.names.hints(tokens[at].key)
        if hints.contains(.masculineNoun) { entities[root(phrase.entity)].gender = .masculine }
        if hints.contains(.feminineNoun) { entities[root(phrase.entity)].gender = .feminine }
      }
    }
  }

  private func isApposition(_ first: NounPhrase, _ second: NounPhrase) -> Bool {
    if case .predicate = second.role, second.name == nil, case .subject = first.role,
      first.verb == second.verb,
      first.number != .plural, second.number != .plural, second.determiner != .none
    {
      return true
    }
    // A name may reach over the end of its phrase, so that two overlap.
    guard first.tokens.upperBound <= second.tokens.lowerBound else { return false }
    let gap = first.tokens.upperBound..<second.tokens.lowerBound
    guard first.name != nil || second.name != nil,
      !(first.name != nil && second.name != nil)
    else {
      return false
    }
    let described = first.name != nil ? second : first
    switch described.determiner {
    case .none: return false
    default: break
    }
    if case .plural = described.number { return false }
    if gap.count == 1 {
      let at = gap.lowerBound
      if tokens[at].length == 1, prose[Int(tokens[at].start)] == UInt8(ascii: ",") {
        // “the carmaker, Tesla, said”, but “Near the city, Rebane halted”.
        let end = second.tokens.upperBound
        return first.name != nil || end >= tokens.count || tokens[end].isPunctuation
          || second.role != .subject
      }
      return lexicon.has(tokens[at].key, .be) && second.name == nil
    }
    return false
  }

  private func agree(_ a: Entity, _ b: Entity) -> Bool {
    switch (a.kind, b.kind) {
    case (.unknown, _), (_, .unknown): return true
    default: return a.kind == b.kind
    }
  }

  // MARK: End

  /// Gives every entity the kind that all its mentions together speak for, and every mention its entity's.
  mutating func finish(_ phrases: inout [NounPhrase], _ names: inout [Name], _ classifier: NameClassifier) {
    for id in entities.indices where entities[id].isNamed {
      let kind = evidence[id].kind
      if kind != .unknown { entities[id].kind = kind }
      entities[id].mentions.sort()
    }
    for index in phrases.indices {
      let id = root(phrases[index].entity)
      phrases[index].entity = id
      guard phrases[index].name != nil else { continue }
      phrases[index].kind = entities[id].kind
      if case .unknown = phrases[index].gender { phrases[index].gender = entities[id].gender }
    }
    for index in names.indices {
      let id = root(names[index].entity)
      names[index].entity = id
      guard names[index].kind != entities[id].kind else { continue }
      names[index].kind = entities[id].kind
      guard entities[id].kind == .person else {
        names[index].parts = []
        continue
      }
      let parts = classifier.parts(names[index].tokens)
      names[index].parts = parts.parts
      merge(parts.gender, parts.hint, into: id)
    }
  }
}
