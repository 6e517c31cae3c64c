/// How much a diagnostic weighs. Earned by measurement on edited news (see a rule's page).
package enum Severity: String, Sendable, CaseIterable, Comparable {
  /// A hint, shown only on request in text output.
  case note
  /// Right at least 80 times in 100.
  case warning
  /// Must not be published, and right at least 95 times in 100.
  case error

  package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// What a rule is about; also the folder of its page.
package enum RuleFamily: String, Sendable, CaseIterable {
  case calque, encoding, grammar, names, numbers, places, punctuation, reference, repetition, residue
  case spelling, stray, style, terms
}

/// Whether a rule has been measured.
package enum RuleStage: String, Sendable, CaseIterable {
  case stable
  /// Off unless asked for, until its precision is known.
  case preview
}

/// The languages whose texts a rule can judge.
package enum RuleLanguages: String, Sendable, CaseIterable {
  /// It knows English words, grammar or typography.
  case english
  /// It looks at what is wrong in any language.
  case any
}

/// Everything that is said about a rule outside its code comes from here and from its page.
package struct RuleMetadata: Sendable {
  /// Kebab-case noun phrase for the fault. Never reused; old names stay as aliases.
  package var id: String
  package var family: RuleFamily
  package var severity: Severity
  /// One line, no full stop: what the rule marks.
  package var summary: String
  package var stage: RuleStage
  package var aliases: [String]
  /// The packs that the rule belongs to.
  package var packs: Set<Pack>
  package var languages: RuleLanguages
  /// What an editor chooses about the rule, in the order in which it is shown.
  package var options: [RuleOption]
  /// The absolute path of the folder or file that brought the rule along; nil: the program carries it. Such a
  /// rule holds only where the configuration names that path.
  package var origin: String?

  package init(
    id: String, family: RuleFamily, severity: Severity, summary: String, stage: RuleStage = .stable,
    aliases: [String] = [], packs: Set<Pack> = .all, languages: RuleLanguages = .english,
    options: [RuleOption] = [], origin: String? = nil
  ) {
    self.id = id
    self.family = family
    self.severity = severity
    self.summary = summary
    self.stage = stage
    self.aliases = aliases
    self.packs = packs
    self.languages = languages
    self.options = options
    self.origin = origin
  }

  /// The name of the rule's page among the embedded files, without its ending.
  package var pageName: String { "Rules/\(family.rawValue)/\(id)" }
}
