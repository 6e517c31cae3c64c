import StetDocument
import StetLint
import StetSpelling

/// What a configuration says of a rule.
package enum RuleSetting: Sendable, Hashable {
  /// As heavy as its page says, also when the pack leaves it out or it is a preview.
  case on
  case off
  case severity(Severity)

  package init?(_ text: String) {
    switch text {
    case "on": self = .on
    case "off": self = .off
    default:
      guard let severity = Severity(rawValue: text) else { return nil }
      self = .severity(severity)
    }
  }

  package static let names = ["off", "note", "warning", "error", "on"]

  package var text: String {
    switch self {
    case .on: "on"
    case .off: "off"
    case .severity(let severity): severity.rawValue
    }
  }
}

/// Where a setting was made.
package struct SettingOrigin: Sendable, Hashable {
  /// As shown to people.
  package var file: String
  /// 1-based.
  package var line: Int

  package init(file: String, line: Int) {
    self.file = file
    self.line = line
  }

  /// An option of the command line; it has no line.
  package init(option: String) { self.init(file: option, line: 0) }

  package var text: String { line == 0 ? file : "\(file):\(line)" }
}

/// A value and where it was set.
package struct Placed<Value: Sendable & Hashable>: Sendable, Hashable {
  package var value: Value
  package var origin: SettingOrigin

  package init(value: Value, origin: SettingOrigin) {
    self.value = value
    self.origin = origin
  }
}

/// What one part of a configuration file says; nil: nothing.
package struct Settings: Sendable, Hashable {
  package var pack: Placed<Pack>?
  package var kind: Placed<DocumentKind>?
  package var project: Placed<Bool>?
  package var cache: Placed<CacheSetting>?
  /// By the id of a rule or the name of a family, as written.
  package var rules: [String: Placed<RuleSetting>] = [:]
  package var words: [Placed<String>] = []
  package var options: [OptionPlace: Placed<OptionValue>] = [:]
  /// House dictionaries, from the root to the file.
  package var dictionaries: [Placed<HouseDictionary>] = []
  package var language: Placed<LanguageTag>?
  /// Where spelling dictionaries are looked for before the system's folders, from the root of the file system.
  package var dictionaryFolders: [Placed<String>] = []
  /// Folders of rule files, as absolute paths.
  package var ruleFolders: [Placed<String>] = []
  /// A configuration of Vale, as an absolute path.
  package var vale: Placed<String>?

  /// Puts what `other` says over what is said here; words add up, and so do lists and mappings of options and folders
  /// of rules.
  mutating func apply(_ other: Settings) {
    pack = other.pack ?? pack
    kind = other.kind ?? kind
    project = other.project ?? project
    cache = other.cache ?? cache
    rules.merge(other.rules) { _, new in new }
    words += other.words
    options.merge(other.options) { _, new in new }
    dictionaries += other.dictionaries
    language = other.language ?? language
    dictionaryFolders = other.dictionaryFolders + dictionaryFolders
    ruleFolders += other.ruleFolders
    vale = other.vale ?? vale
  }

  package init() {}
}

/// What holds for one file, after all configuration files and their `paths` were applied.
package struct EffectiveSettings: Sendable, Hashable {
  package private(set) var settings: Settings
  /// The configuration files that were read for it, root first; as shown to people.
  package var files: [String] = []

  package init(_ settings: Settings = Settings()) {
    self.settings = settings
  }

  package var pack: Pack { settings.pack?.value ?? .standard }
  /// nil: the text decides.
  package var kind: DocumentKind? { settings.kind?.value }
  package var words: [String] { settings.words.map(\.value) }
  /// Whether text output shows notes without being asked.
  package var showsNotes: Bool { pack == .strict }
  package var dictionaries: [HouseDictionary] { settings.dictionaries.map(\.value) }
  package var language: LanguageTag { settings.language?.value ?? .english }
  package var dictionaryFolders: [String] { settings.dictionaryFolders.map(\.value) }
  /// Whether the files of a run are compared with one another, too.
  package var comparesFiles: Bool { settings.project?.value ?? false }
  /// Where results of unchanged files are kept.
  package var cache: CacheSetting { settings.cache?.value ?? .user }

  /// What a rule weighs here; nil: it is off. The rule's own name counts more than its family's, and who chooses an
  /// option wants the rule.
  package func severity(of rule: RuleMetadata) -> Severity? {
    if let origin = rule.origin {
      guard brings(origin) else { return nil }
    } else {
      guard rule.languages == .any || language.isEnglish else { return nil }
    }
    let own = ([rule.id] + rule.aliases).lazy.compactMap { settings.rules[$0] }.first
    let setting = own ?? settings.rules[rule.family.rawValue]
    let isMeasured = rule.stage == .stable && rule.packs.contains(pack) || hasOptions(rule)
    switch setting?.value {
    case .off: return nil
    case .on: return own != nil || isMeasured ? rule.severity : nil
    case .severity(let severity): return own != nil || isMeasured ? severity : nil
    case nil: return isMeasured ? rule.severity : nil
    }
  }

  /// Where the weight of a rule comes from; nil: from the rule and the pack.
  package func origin(of rule: RuleMetadata) -> SettingOrigin? {
    let own = ([rule.id] + rule.aliases).lazy.compactMap { settings.rules[$0] }.first
    return (own ?? settings.rules[rule.family.rawValue])?.origin
  }

  package mutating func apply(_ other: Settings) { settings.apply(other) }
}
