import StetDocument
import StetLint

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
  /// By the id of a rule or the name of a family, as written.
  package var rules: [String: Placed<RuleSetting>] = [:]
  package var words: [Placed<String>] = []
  /// Folders of rule files, as absolute paths.
  package var ruleFolders: [Placed<String>] = []
  /// A configuration of Vale, as an absolute path.
  package var vale: Placed<String>?

  /// Puts what `other` says over what is said here; words and folders of rules add up.
  mutating func apply(_ other: Settings) {
    pack = other.pack ?? pack
    kind = other.kind ?? kind
    project = other.project ?? project
    rules.merge(other.rules) { _, new in new }
    words += other.words
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
  /// Whether the files of a run are compared with one another, too.
  package var comparesFiles: Bool { settings.project?.value ?? false }

  /// What a rule weighs here; nil: it is off. The rule's own name counts more than its family's.
  package func severity(of rule: RuleMetadata) -> Severity? {
    if let origin = rule.origin, !brings(origin) { return nil }
    let own = ([rule.id] + rule.aliases).lazy.compactMap { settings.rules[$0] }.first
    let setting = own ?? settings.rules[rule.family.rawValue]
    let isMeasured = rule.stage == .stable && rule.packs.contains(pack)
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
