import StetLint

/// What a configuration sets when it sets an option: the option, or one text of a list, or one key of a mapping,
/// so that each is told with the line that it comes from, and files nearer to a text add to those above.
package struct OptionPlace: Sendable, Hashable {
  /// The rule's id, whichever of its names the file used.
  package var rule: String
  package var option: String
  /// nil for an option with one value.
  package var entry: String?

  package init(rule: String, option: String, entry: String? = nil) {
    self.rule = rule
    self.option = option
    self.entry = entry
  }
}

/// One line of what is chosen about a rule.
package struct OptionRow: Sendable, Hashable {
  package var option: RuleOption
  /// The key of a mapping.
  package var entry: String?
  /// “nothing” for a list or a mapping with nothing in it.
  package var value: String
  /// nil: from the rule itself, or its pack.
  package var origin: SettingOrigin?
}

extension EffectiveSettings {
  /// Whether anything is chosen about a rule.
  func hasOptions(_ rule: RuleMetadata) -> Bool {
    !rule.options.isEmpty && settings.options.keys.contains { $0.rule == rule.id }
  }

  package func options(of rule: RuleMetadata) -> RuleOptions {
    var values: [String: OptionValue] = [:]
    if hasOptions(rule) {
      for option in rule.options { values[option.name] = value(of: option, rule) }
    }
    for option in rule.options where values[option.name] == nil {
      if let regional = regionalStandard(of: option) { values[option.name] = regional }
    }
    return RuleOptions(rule, pack: pack, values: values)
  }

  /// What the language of the text says of an option: `en-GB` has a spelling.
  private func regionalStandard(of option: RuleOption) -> OptionValue? {
    guard language.isEnglish, let region = language.region else { return nil }
    return option.regionStandards[region]
  }

  /// What is configured; nil: nothing.
  private func value(of option: RuleOption, _ rule: RuleMetadata) -> OptionValue? {
    switch option.kind {
    case .flag, .number, .choice, .text:
      return settings.options[OptionPlace(rule: rule.id, option: option.name)]?.value
    case .list:
      let entries = entries(of: option, rule)
      return entries.isEmpty ? nil : .list(entries.map(\.entry))
    case .map:
      let entries = entries(of: option, rule)
      return entries.isEmpty
        ? nil
        : .map(Dictionary(entries.map { ($0.entry, String($0.placed.value) ?? "") }) { first, _ in first })
    }
  }

  private func entries(
    of option: RuleOption, _ rule: RuleMetadata
  ) -> [(entry: String, placed: Placed<OptionValue>)] {
    settings.options.compactMap { place, placed in
      guard place.rule == rule.id, place.option == option.name, let entry = place.entry else { return nil }
      return (entry, placed)
    }.sorted { $0.entry < $1.entry }
  }

  /// Every option of a rule with its value; a list or a mapping has a row for each of its entries.
  package func optionRows(of rule: RuleMetadata) -> [OptionRow] {
    rule.options.flatMap { option -> [OptionRow] in
      let standard = OptionRow(option: option, value: option.standard(in: pack).text)
      switch option.kind {
      case .flag, .number, .choice, .text:
        guard let placed = settings.options[OptionPlace(rule: rule.id, option: option.name)] else {
          guard let regional = regionalStandard(of: option) else { return [standard] }
          return [OptionRow(option: option, value: regional.text, origin: settings.language?.origin)]
        }
        return [OptionRow(option: option, value: placed.value.text, origin: placed.origin)]
      case .list:
        let rows = entries(of: option, rule).map { entry, placed in
          OptionRow(option: option, value: entry, origin: placed.origin)
        }
        return rows.isEmpty ? [standard] : rows
      case .map:
        let rows = entries(of: option, rule).map { entry, placed in
          OptionRow(option: option, entry: entry, value: placed.value.text, origin: placed.origin)
        }
        return rows.isEmpty ? [standard] : rows
      }
    }
  }
}
