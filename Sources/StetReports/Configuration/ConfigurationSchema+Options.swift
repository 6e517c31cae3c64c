import StetConfiguration
import StetLint

/// The part of the schema that says what a rule takes.
extension JSONWriter {
  /// A weight by itself, or under `severity`; rules without options share it.
  mutating func weightDefinitions() {
    key("weight")
    object { $0.array("enum", RuleSetting.names) { $0.string($1) } }
    key("rule")
    object { $0.weightOr { _ in } }
  }

  mutating func weightAndOptions(_ rule: RuleMetadata) {
    key(named: rule.id)
    object {
      $0.field("description", rule.summary)
      $0.weightOr { writer in
        for option in rule.options { writer.option(option) }
      }
    }
  }

  private mutating func weightOr(_ options: (inout JSONWriter) -> Void) {
    key("anyOf")
    beginArray()
    object { $0.field("$ref", "#/$defs/weight") }
    object {
      $0.field("type", "object")
      $0.key("additionalProperties")
      $0.boolean(false)
      $0.key("properties")
      $0.object {
        $0.key("severity")
        $0.object { $0.field("$ref", "#/$defs/weight") }
        options(&$0)
      }
    }
    endArray()
  }

  private mutating func option(_ option: RuleOption) {
    key(named: option.name)
    object {
      $0.field("description", option.summary)
      switch option.kind {
      case .flag: $0.field("type", "boolean")
      case .number(let bounds):
        $0.field("type", "integer")
        $0.field("minimum", bounds.lowerBound)
        $0.field("maximum", bounds.upperBound)
      case .choice(let names): $0.array("enum", names) { $0.string($1) }
      case .text: $0.field("type", "string")
      case .list:
        $0.array("type", ["string", "array"]) { $0.string($1) }
        $0.key("items")
        $0.object { $0.field("type", "string") }
      case .map:
        $0.field("type", "object")
        $0.key("additionalProperties")
        $0.object { $0.field("type", "string") }
      }
      switch option.standard {
      case .flag(let flag):
        $0.key("default")
        $0.boolean(flag)
      case .number(let number): $0.field("default", number)
      case .text(let text): $0.field("default", text)
      case .list, .map: break
      }
    }
  }
}
