import StetLint
import StetYAML

/// What stands under `rules`: a weight for a rule or a family, or a mapping with the weight under `severity` and a
/// rule's own options.
extension ConfigurationReader {
  mutating func rules(_ node: YAMLNode, _ settings: inout Settings) {
    guard let entries = mapping(node, "“rules” is a mapping such as “doubled-word: off”") else { return }
    for entry in entries {
      guard names.contains(entry.key) else {
        report(
          "there is no rule or family “\(entry.key)”" + NearestName.hint(entry.key, among: names.all),
          at: entry.keyPlace)
        continue
      }
      if case .mapping(let inner) = entry.value.content {
        for option in inner { self.option(option, of: entry.key, &settings) }
      } else if let weight = weight(entry.value) {
        settings.rules[entry.key] = placed(weight, entry.keyPlace)
      }
    }
  }

  private mutating func weight(_ node: YAMLNode) -> RuleSetting? {
    guard case .scalar(let text) = node.content else {
      report("a rule is \(Self.weights), or a mapping of its options, not \(node.kindName)", at: node.place)
      return nil
    }
    if let setting = RuleSetting(text) { return setting }
    let hint = NearestName.nearest(text, among: RuleSetting.names).map { "; did you mean “\($0)”?" } ?? ""
    report("a rule is \(Self.weights)" + hint, at: node.place)
    return nil
  }

  private static let weights = RuleSetting.names.joined(separator: ", ")

  /// `severity`, or an option of the rule.
  private mutating func option(_ entry: YAMLNode.Entry, of name: String, _ settings: inout Settings) {
    if entry.key == "severity" {
      if let weight = weight(entry.value) { settings.rules[name] = placed(weight, entry.keyPlace) }
      return
    }
    guard let rule = names.rules[name] else {
      report(
        "“\(name)” is a family: “severity” is all that is set for its rules together, not “\(entry.key)”",
        at: entry.keyPlace)
      return
    }
    guard let option = rule.options.first(where: { $0.name == entry.key }) else {
      let known = ["severity"] + rule.options.map(\.name)
      report(
        "“\(name)” has no option “\(entry.key)”" + NearestName.hint(entry.key, among: known),
        at: entry.keyPlace)
      return
    }
    func place(_ entry: String? = nil) -> OptionPlace {
      OptionPlace(rule: rule.id, option: option.name, entry: entry)
    }
    switch (option.kind, entry.value.content) {
    case (.map, .mapping(let pairs)):
      for pair in pairs {
        guard case .scalar(let text) = pair.value.content, !text.isEmpty, !pair.key.isEmpty else {
          report("“\(pair.key)” needs the text that it stands for", at: pair.value.place)
          continue
        }
        settings.options[place(pair.key)] = placed(.text(text), pair.keyPlace)
      }
    case (.list, .sequence(let items)):
      for item in items {
        guard case .scalar(let text) = item.content, !text.isEmpty else {
          report("this must be text, not \(item.kindName)", at: item.place)
          continue
        }
        settings.options[place(text)] = placed(.flag(true), item.place)
      }
    case (.list, .scalar(let text)) where !text.isEmpty:
      settings.options[place(text)] = placed(.flag(true), entry.keyPlace)
    // “prefer:” with nothing after it says nothing.
    case (.map, .scalar("")), (.list, .scalar("")): break
    case (.flag, .scalar(let text)), (.number, .scalar(let text)), (.choice, .scalar(let text)),
      (.text, .scalar(let text)):
      do {
        settings.options[place()] = placed(try option.value(of: text), entry.keyPlace)
      } catch {
        var hint = ""
        if case .choice(let choices) = option.kind {
          hint = NearestName.nearest(text, among: choices).map { "; did you mean “\($0)”?" } ?? ""
        }
        report(error.message + (text.isEmpty ? "" : ", not “\(text)”") + hint, at: entry.value.place)
      }
    default:
      report("“\(option.name)” is \(option.expected), not \(entry.value.kindName)", at: entry.value.place)
    }
  }
}

/// The names that may stand under `rules`: ids, former ids and families.
package struct RuleNames: Sendable {
  package let all: Set<String>
  /// By id and former id.
  let rules: [String: RuleMetadata]

  package init(_ rules: [RuleMetadata]) {
    let named = rules.flatMap { rule in ([rule.id] + rule.aliases).map { ($0, rule) } }
    self.rules = Dictionary(named) { first, _ in first }
    all = Set(self.rules.keys).union(RuleFamily.allCases.map(\.rawValue))
  }

  func contains(_ name: String) -> Bool { all.contains(name) }
}
