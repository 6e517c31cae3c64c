import StetConfiguration
import StetDocument
import StetLint

/// The JSON Schema (draft 2020-12) of `stet.yml`, for editors that complete and check YAML by one. Made from the
/// rules' metadata.
package enum ConfigurationSchema {
  package static func json(_ rules: [RuleMetadata]) -> [UInt8] {
    var bytes: [UInt8] = []
    var writer = JSONWriter(layout: .indented) { bytes += $0 }
    writer.object {
      $0.field("$schema", "https://json-schema.org/draft/2020-12/schema")
      $0.field("title", "Configuration of Stet (stet.yml)")
      $0.field("type", "object")
      $0.key("additionalProperties")
      $0.boolean(false)
      $0.key("properties")
      $0.object {
        $0.boolean("root", "Whether configurations in folders above this one are left unread.")
        $0.boolean("project", "Whether names and terms are also compared over all files of a run.")
        $0.key("cache")
        $0.object {
          $0.field("description", "Where results of unchanged files are kept: on, off, or a folder.")
          $0.array("type", ["string", "boolean"]) { $0.string($1) }
        }
        $0.texts("ignore", "Files and folders that are not read, as patterns of gitignore.")
        $0.texts("rule-folders", "Folders of rule files of your own, relative to this file.")
        $0.text(
          "vale", "A configuration of Vale (.vale.ini), relative to this file: its styles are checked too.")
        $0.settings(rules)
        $0.key("paths")
        $0.object {
          $0.field("description", "Settings for the files that a pattern of gitignore matches.")
          $0.field("type", "object")
          $0.key("additionalProperties")
          $0.object {
            $0.field("type", "object")
            $0.key("additionalProperties")
            $0.boolean(false)
            $0.key("properties")
            $0.object { $0.settings(rules) }
          }
        }
      }
      $0.key("$defs")
      $0.object { $0.weightDefinitions() }
    }
    writer.finish()
    return bytes
  }
}

extension JSONWriter {
  fileprivate mutating func settings(_ rules: [RuleMetadata]) {
    choice("pack", "The rules to check by.", Pack.allCases.map(\.rawValue))
    choice("kind", "What the texts are, whatever they look like.", DocumentKind.allCases.map(\.rawValue))
    texts("words", "Words that are right here, in the case in which they are.")
    texts("dictionaries", "House dictionaries: .dic files, by their paths from the folder of this file.")
    text("language", "What the texts are written in: a code such as fr or de-AT; English without it.")
    texts("dictionary-folders", "Folders with Hunspell dictionaries, searched before those of the system.")
    key("rules")
    object {
      $0.field("description", "The weight of rules and of families of rules.")
      $0.field("type", "object")
      // Rules of the user's own have names that are not known here.
      $0.key("additionalProperties")
      $0.object { writer in writer.array("enum", RuleSetting.names) { $0.string($1) } }
      $0.key("properties")
      $0.object { writer in
        for family in RuleFamily.allCases.map(\.rawValue).sorted() {
          writer.weight(family, "All rules of the family that are on.")
        }
        for rule in rules.sorted(by: { $0.id < $1.id }) {
          if rule.options.isEmpty {
            writer.weight(rule.id, rule.summary)
          } else {
            writer.weightAndOptions(rule)
          }
        }
      }
    }
  }

  private mutating func weight(_ name: String, _ description: String) {
    key(named: name)
    object {
      $0.field("description", description)
      $0.field("$ref", "#/$defs/rule")
    }
  }

  fileprivate mutating func choice(_ name: String, _ description: String, _ values: [String]) {
    key(named: name)
    object {
      $0.field("description", description)
      $0.array("enum", values) { $0.string($1) }
    }
  }

  fileprivate mutating func boolean(_ name: String, _ description: String) {
    key(named: name)
    object {
      $0.field("description", description)
      $0.field("type", "boolean")
    }
  }

  fileprivate mutating func text(_ name: String, _ description: String) {
    key(named: name)
    object {
      $0.field("description", description)
      $0.field("type", "string")
    }
  }

  fileprivate mutating func texts(_ name: String, _ description: String) {
    key(named: name)
    object {
      $0.field("description", description)
      $0.array("type", ["string", "array"]) { $0.string($1) }
      $0.key("items")
      $0.object { $0.field("type", "string") }
    }
  }
}
