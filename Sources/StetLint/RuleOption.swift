/// A value of an option, as a configuration gives it.
package enum OptionValue: Sendable, Hashable {
  case flag(Bool)
  case number(Int)
  /// Also the chosen name of a choice.
  case text(String)
  case list([String])
  case map([String: String])
}

/// Something about a rule that an editor chooses, as its metadata declares it. Configuration, its schema,
/// `stet config show` and `stet explain` are made from it.
package struct RuleOption: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case flag
    case number(ClosedRange<Int>)
    /// One of these names.
    case choice([String])
    case text
    case list
    case map
  }

  /// In kebab-case; `severity` is taken.
  package var name: String
  package var kind: Kind
  /// What holds when nothing is configured.
  package var standard: OptionValue
  /// What holds instead in some packs.
  package var packStandards: [Pack: OptionValue]
  /// What holds instead for texts in the English of a country, by its code of ISO 3166.
  package var regionStandards: [String: OptionValue] = [:]
  /// One sentence with its full stop: what the option does.
  package var summary: String

  package func standard(in pack: Pack) -> OptionValue { packStandards[pack] ?? standard }
}

/// A type that an option's value can have in Swift.
package protocol OptionRepresentable: Sendable {
  init?(_ value: OptionValue)
  var optionValue: OptionValue { get }
}

/// The name and the type of an option, by which a rule asks for its value:
///
/// ```swift
/// static let longest = OptionKey("longest", 10...200, standard: 40, "Words a sentence may have.")
/// static let metadata = RuleMetadata(…, options: [longest.declaration])
/// private var longest = Self.longest.standard
/// mutating func configure(_ options: RuleOptions) { longest = options[Self.longest] }
/// ```
package struct OptionKey<Value: OptionRepresentable>: Sendable {
  package let declaration: RuleOption
  package let standard: Value

  fileprivate init(
    _ name: String, _ kind: RuleOption.Kind, _ standard: Value, _ packs: [Pack: Value], _ summary: String,
    regions: [String: Value] = [:]
  ) {
    declaration = RuleOption(
      name: name, kind: kind, standard: standard.optionValue,
      packStandards: packs.mapValues(\.optionValue),
      regionStandards: regions.mapValues(\.optionValue), summary: summary)
    self.standard = standard
  }
}

extension OptionKey where Value == Bool {
  package init(_ name: String, standard: Bool, in packs: [Pack: Bool] = [:], _ summary: String) {
    self.init(name, .flag, standard, packs, summary)
  }
}

extension OptionKey where Value == Int {
  package init(
    _ name: String, _ bounds: ClosedRange<Int>, standard: Int, in packs: [Pack: Int] = [:], _ summary: String
  ) {
    self.init(name, .number(bounds), standard, packs, summary)
  }
}

extension OptionKey where Value == String {
  package init(_ name: String, standard: String, in packs: [Pack: String] = [:], _ summary: String) {
    self.init(name, .text, standard, packs, summary)
  }
}

extension OptionKey where Value == [String] {
  package init(_ name: String, standard: [String] = [], _ summary: String) {
    self.init(name, .list, standard, [:], summary)
  }
}

extension OptionKey where Value == [String: String] {
  package init(_ name: String, standard: [String: String] = [:], _ summary: String) {
    self.init(name, .map, standard, [:], summary)
  }
}

extension OptionKey where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
  package init(
    _ name: String, standard: Value, in packs: [Pack: Value] = [:], regions: [String: Value] = [:],
    _ summary: String
  ) {
    self.init(name, .choice(Value.allCases.map(\.rawValue)), standard, packs, summary, regions: regions)
  }
}

extension OptionKey {
  /// A choice whose names are only known while the program runs.
  package init(
    _ name: String, choices: [String], standard: Value, in packs: [Pack: Value] = [:], _ summary: String
  ) {
    self.init(name, .choice(choices), standard, packs, summary)
  }
}

extension Bool: OptionRepresentable {
  package init?(_ value: OptionValue) {
    guard case .flag(let flag) = value else { return nil }
    self = flag
  }
  package var optionValue: OptionValue { .flag(self) }
}

extension Int: OptionRepresentable {
  package init?(_ value: OptionValue) {
    guard case .number(let number) = value else { return nil }
    self = number
  }
  package var optionValue: OptionValue { .number(self) }
}

extension String: OptionRepresentable {
  package init?(_ value: OptionValue) {
    guard case .text(let text) = value else { return nil }
    self = text
  }
  package var optionValue: OptionValue { .text(self) }
}

extension [String]: OptionRepresentable {
  package init?(_ value: OptionValue) {
    guard case .list(let list) = value else { return nil }
    self = list
  }
  package var optionValue: OptionValue { .list(self) }
}

extension [String: String]: OptionRepresentable {
  package init?(_ value: OptionValue) {
    guard case .map(let map) = value else { return nil }
    self = map
  }
  package var optionValue: OptionValue { .map(self) }
}

extension OptionRepresentable where Self: RawRepresentable & CaseIterable, RawValue == String {
  package init?(_ value: OptionValue) {
    guard case .text(let text) = value else { return nil }
    self.init(rawValue: text)
  }
  package var optionValue: OptionValue { .text(rawValue) }
}
