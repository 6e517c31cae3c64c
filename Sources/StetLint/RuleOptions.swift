/// The values of one rule's options where a file lies: what is configured, and the standards for the rest.
package struct RuleOptions: Sendable, Hashable {
  private let declared: [RuleOption]
  private let pack: Pack
  private let values: [String: OptionValue]

  /// - Parameter values: by the names of options; each of the kind that its option declares.
  package init(_ rule: RuleMetadata, pack: Pack = .standard, values: [String: OptionValue] = [:]) {
    declared = rule.options
    self.pack = pack
    self.values = values
  }

  package subscript<Value>(_ key: OptionKey<Value>) -> Value {
    self[key.declaration].flatMap(Value.init) ?? key.standard
  }

  /// nil for an option that the rule does not declare.
  package subscript(_ option: RuleOption) -> OptionValue? {
    values[option.name] ?? declared.first { $0.name == option.name }?.standard(in: pack)
  }
}

/// Why a text is no value of an option.
package struct OptionFault: Error, Sendable, Hashable {
  /// Without full stop at the end: “longest” is a whole number from 5 to 200
  package var message: String
}

extension RuleOption {
  /// What the option takes: “a whole number from 5 to 200”.
  package var expected: String {
    switch kind {
    case .flag: "true or false"
    case .number(let bounds): "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)"
    case .choice(let names): "one of: \(names.joined(separator: ", "))"
    case .text: "text"
    case .list: "a list of texts"
    case .map: "a mapping from text to text"
    }
  }

  /// The value that a scalar text stands for.
  package func value(of text: String) throws(OptionFault) -> OptionValue {
    switch kind {
    case .flag:
      if ["true", "yes", "on"].contains(text) { return .flag(true) }
      if ["false", "no", "off"].contains(text) { return .flag(false) }
    case .number(let bounds):
      if let number = Int(text), bounds.contains(number) { return .number(number) }
    case .choice(let names):
      if names.contains(text) { return .text(text) }
    case .text: return .text(text)
    // One text is a list of one.
    case .list: return .list([text])
    case .map: break
    }
    throw OptionFault(message: "“\(name)” is \(expected)")
  }

  /// The value that an example of a page gives in one word: `a,b` for a list, `a:b,c:d` for a mapping.
  package func value(inOneWord text: String) throws(OptionFault) -> OptionValue {
    let parts = text.split(separator: ",").map(String.init)
    switch kind {
    case .list: return .list(parts)
    case .map:
      var map: [String: String] = [:]
      for part in parts {
        let pair = part.split(separator: ":", maxSplits: 1).map(String.init)
        guard pair.count == 2 else { throw OptionFault(message: "“\(name)” is \(expected)") }
        map[pair[0]] = pair[1]
      }
      return .map(map)
    default: return try value(of: text)
    }
  }
}

extension OptionValue {
  /// As a person reads it in one line.
  package var text: String {
    switch self {
    case .flag(let flag): flag ? "true" : "false"
    case .number(let number): String(number)
    case .text(let text): text.isEmpty ? "nothing" : text
    case .list(let list): list.isEmpty ? "nothing" : list.joined(separator: ", ")
    case .map(let map):
      map.isEmpty
        ? "nothing" : map.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
    }
  }
}
