/// An arithmetic expression of a `metric` rule: numbers, variables, `+ - * / %`, comparisons, `&& || !`, brackets and
/// functions such as `math.sqrt(x)`.
struct Formula: Sendable {
  private indirect enum Node: Sendable {
    case number(Double)
    case variable(String)
    case unary(String, Node)
    case binary(String, Node, Node)
    case call(String, [Node])
  }

  private let root: Node

  init(_ text: String) throws(PatternFault) {
    var parser = FormulaParser(text)
    root = try parser.whole()
  }

  /// Names that stand for what is counted.
  var variables: Set<String> { Self.names(root) }

  private static func names(_ node: Node) -> Set<String> {
    switch node {
    case .number: []
    case .variable(let name): [name]
    case .unary(_, let inner): names(inner)
    case .binary(_, let a, let b): names(a).union(names(b))
    case .call(_, let arguments): arguments.reduce(into: []) { $0.formUnion(names($1)) }
    }
  }

  /// Truth is 1, its contrary 0; what is not known is 0.
  func value(_ variables: [String: Double]) -> Double { Self.value(root, variables) }

  private static func value(_ node: Node, _ variables: [String: Double]) -> Double {
    switch node {
    case .number(let number): return number
    case .variable(let name): return variables[name] ?? 0
    case .unary(let sign, let inner):
      let inner = value(inner, variables)
      return sign == "!" ? (inner == 0 ? 1 : 0) : -inner
    case .binary(let sign, let a, let b):
      let (a, b) = (value(a, variables), value(b, variables))
      switch sign {
      case "+": return a + b
      case "-": return a - b
      case "*": return a * b
      case "/": return b == 0 ? 0 : a / b
      case "%": return b == 0 ? 0 : a.truncatingRemainder(dividingBy: b)
      case "<": return a < b ? 1 : 0
      case "<=": return a <= b ? 1 : 0
      case ">": return a > b ? 1 : 0
      case ">=": return a >= b ? 1 : 0
      case "==": return a == b ? 1 : 0
      case "!=": return a != b ? 1 : 0
      case "&&": return a != 0 && b != 0 ? 1 : 0
      default: return a != 0 || b != 0 ? 1 : 0
      }
    case .call(let name, let arguments):
      let values = arguments.map { value($0, variables) }
      let first = values.first ?? 0
      switch name {
      case "sqrt": return first.squareRoot()
      case "abs": return abs(first)
      case "floor": return first.rounded(.down)
      case "ceil": return first.rounded(.up)
      case "round": return first.rounded()
      case "max": return values.max() ?? 0
      case "min": return values.min() ?? 0
      case "pow": return Power.raise(first, values.count > 1 ? values[1] : 1)
      default: return Power.logarithm(first, name)
      }
    }
  }

  static let functions: Set<String> = [
    "sqrt", "abs", "floor", "ceil", "round", "max", "min", "pow", "log", "log2", "log10",
  ]

  /// Reads by precedence.
  private struct FormulaParser {
    private var tokens: [String] = []
    private var at = 0
    private var depth = 0
    private let text: String

    init(_ text: String) {
      self.text = text
      var rest = text[...]
      while let first = rest.first {
        if first.isWhitespace {
          rest.removeFirst()
        } else if first.isNumber || first == "." {
          let number = rest.prefix { $0.isNumber || $0 == "." }
          tokens.append(String(number))
          rest = rest.dropFirst(number.count)
        } else if first.isLetter || first == "_" {
          let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
          tokens.append(String(name))
          rest = rest.dropFirst(name.count)
        } else {
          let double = ["<=", ">=", "==", "!=", "&&", "||"].first { rest.hasPrefix($0) }
          tokens.append(double ?? String(first))
          rest = rest.dropFirst(double?.count ?? 1)
        }
      }
    }

    mutating func whole() throws(PatternFault) -> Node {
      let node = try binary(0)
      guard at == tokens.count else {
        throw PatternFault(message: "“\(tokens[at])” does not belong in “\(text)”")
      }
      return node
    }

    private static let levels = [
      ["||"], ["&&"], ["<", "<=", ">", ">=", "==", "!="], ["+", "-"], ["*", "/", "%"],
    ]

    private mutating func binary(_ level: Int) throws(PatternFault) -> Node {
      guard level < Self.levels.count else { return try unary() }
      var node = try binary(level + 1)
      while at < tokens.count, Self.levels[level].contains(tokens[at]) {
        let sign = tokens[at]
        at += 1
        node = .binary(sign, node, try binary(level + 1))
      }
      return node
    }

    private mutating func unary() throws(PatternFault) -> Node {
      guard at < tokens.count else { throw PatternFault(message: "“\(text)” ends too early") }
      depth += 1
      defer { depth -= 1 }
      guard depth < 60 else { throw PatternFault(message: "brackets are nested too deep") }
      let token = tokens[at]
      at += 1
      switch token {
      case "-", "!": return .unary(token, try unary())
      case "+": return try unary()
      case "(":
        let node = try binary(0)
        try close()
        return node
      default: break
      }
      if let number = Double(token) { return .number(number) }
      guard let first = token.first, first.isLetter || first == "_" else {
        throw PatternFault(message: "“\(token)” does not belong in “\(text)”")
      }
      guard at < tokens.count, tokens[at] == "(" else {
        return .variable(String(token.map { $0 == "." ? "_" : $0 }))
      }
      let name = String(token.split(separator: ".").last ?? "")
      guard Formula.functions.contains(name) else {
        throw PatternFault(message: "there is no function “\(token)”")
      }
      at += 1
      var arguments: [Node] = []
      while at < tokens.count, tokens[at] != ")" {
        arguments.append(try binary(0))
        if at < tokens.count, tokens[at] == "," { at += 1 }
      }
      try close()
      return .call(name, arguments)
    }

    private mutating func close() throws(PatternFault) {
      guard at < tokens.count, tokens[at] == ")" else {
        throw PatternFault(message: "a “(” is never closed in “\(text)”")
      }
      at += 1
    }
  }
}
