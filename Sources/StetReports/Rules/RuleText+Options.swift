import StetLint

/// What is said about the options of a rule.
extension RuleText {
  /// One option: its name, what it takes, its standard, what it does.
  static func lines(_ option: RuleOption) -> (name: String, text: String) {
    var standard = "standard: \(option.standard.text)"
    for (pack, value) in option.packStandards.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      standard += "; in the pack \(pack.rawValue): \(value.text)"
    }
    return (option.name, "\(option.expected) (\(standard)). \(option.summary)")
  }

  /// “, with form: sign” for an example that is read with options.
  static func choices(_ example: RuleExample) -> String {
    guard !example.options.isEmpty else { return "" }
    return ", with " + example.options.map { "\($0.name): \($0.value)" }.joined(separator: ", ")
  }
}

extension JSONWriter {
  mutating func options(_ options: [RuleOption]) {
    array("options", options) { writer, option in
      writer.object {
        $0.field("name", option.name)
        switch option.kind {
        case .flag: $0.field("kind", "boolean")
        case .number(let bounds):
          $0.field("kind", "integer")
          $0.field("minimum", bounds.lowerBound)
          $0.field("maximum", bounds.upperBound)
        case .choice(let names):
          $0.field("kind", "choice")
          $0.array("choices", names) { $0.string($1) }
        case .text: $0.field("kind", "text")
        case .list: $0.field("kind", "list")
        case .map: $0.field("kind", "map")
        }
        $0.key("default")
        $0.value(option.standard)
        if !option.packStandards.isEmpty {
          $0.object("defaultInPack") { writer in
            for (pack, value) in option.packStandards.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
              writer.key(named: pack.rawValue)
              writer.value(value)
            }
          }
        }
        $0.field("summary", option.summary)
      }
    }
  }

  private mutating func value(_ value: OptionValue) {
    switch value {
    case .flag(let flag): boolean(flag)
    case .number(let number): integer(number)
    case .text(let text): string(text)
    case .list(let list):
      beginArray()
      for text in list { string(text) }
      endArray()
    case .map(let map):
      object { writer in
        for (name, text) in map.sorted(by: { $0.key < $1.key }) {
          writer.key(named: name)
          writer.string(text)
        }
      }
    }
  }
}
