import StetDocument
import StetLint

/// What a `.vale.ini` says, without the styles that it names.
struct ValeConfiguration {
  /// What one section says of the files that its pattern matches.
  struct Section: Sendable {
    var pattern: PathGlob
    /// nil: nothing.
    var styles: [String]?
    /// By `Style.Rule` or `Style`: on or off.
    var rules: [String: Bool] = [:]
    var tokenIgnores: [Pattern] = []
    var blockIgnores: [Pattern] = []
  }

  /// As shown to people.
  let file: String
  /// Absolute.
  let folder: [String]
  /// Absolute.
  private(set) var stylesPaths: [[String]] = []
  private(set) var least = Severity.note
  private(set) var scopes = ScopeSettings()
  private(set) var vocabularies: [String] = []
  private(set) var template: String?
  private(set) var levels: [String: String] = [:]
  /// Endings and what they are read as: `mdx` as `md`.
  private(set) var formats: [String: String] = [:]
  private(set) var sections: [Section] = []
  private(set) var faults: [ValeFault] = []

  init(_ bytes: [UInt8], path: String, shown: String) {
    file = shown
    folder = Array(FilePath.components(path).dropLast())
    let ini = IniFile(bytes)
    for fault in ini.faults { report(fault.message, fault.line) }
    for section in ini.sections {
      switch section.name.lowercased() {
      case "": core(section)
      case "formats":
        for entry in section.entries { formats[entry.key.lowercased()] = entry.value.lowercased() }
      case "asciidoctor":
        if section.line > 0 {
          leaveOut("[asciidoctor] is not carried over: Stet reads no AsciiDoc", section.line)
        }
      default: files(section)
      }
    }
    // `[*]` is the ground on which the others stand.
    let general = sections.filter { $0.pattern.text == "*" }
    sections = general + sections.filter { $0.pattern.text != "*" }
    if stylesPaths.isEmpty { stylesPaths = [FilePath.components("styles", from: folder)] }
  }

  private static let coreKeys = [
    "StylesPath", "MinAlertLevel", "IgnoredScopes", "SkippedScopes", "IgnoredClasses", "Vocab",
    "WordTemplate",
    "Packages", "NLPEndpoint", "Sphinx", "SphinxBuildPath", "SphinxAutoBuild", "DictionaryPath",
  ]
  private static let sectionKeys = [
    "BasedOnStyles", "BlockIgnores", "TokenIgnores", "IgnorePatterns", "CommentDelimiters", "Transform",
    "Lang", "View",
    "Parser",
  ]

  private mutating func core(_ section: IniFile.Section) {
    for entry in section.entries {
      switch entry.key {
      case "StylesPath":
        let path = FilePath.components(entry.value, from: folder)
        if FilePath.exists(path) {
          stylesPaths.append(path)
        } else {
          report(
            "StylesPath: there is no folder “\(FilePath.shown("/" + path.joined(separator: "/")))”",
            entry.line)
        }
      case "MinAlertLevel":
        switch entry.value {
        case "suggestion": least = .note
        case "warning": least = .warning
        case "error": least = .error
        default: report("MinAlertLevel is suggestion, warning or error, not “\(entry.value)”", entry.line)
        }
      case "IgnoredScopes": scopes.ignored = Set(IniFile.list(entry.value))
      case "SkippedScopes": scopes.skipped = Set(IniFile.list(entry.value))
      case "IgnoredClasses": scopes.ignoredClasses.formUnion(IniFile.list(entry.value))
      case "Vocab": vocabularies += IniFile.list(entry.value)
      case "WordTemplate": template = entry.value
      case "Packages":
        leaveOut(
          "Packages are not fetched; the styles are read as they lie below StylesPath (`vale sync` fetches them)",
          entry.line)
      case let key where Self.coreKeys.contains(key): leaveOut("\(key) is not carried over", entry.line)
      case let key where Self.sectionKeys.contains(key):
        report("\(key) belongs into a section such as [*.md]", entry.line)
      default:
        report("there is no setting “\(entry.key)”" + Self.hint(entry.key, Self.coreKeys), entry.line)
      }
    }
  }

  private mutating func files(_ ini: IniFile.Section) {
    var section = Section(pattern: PathGlob(ini.name))
    for entry in ini.entries {
      switch entry.key {
      case "BasedOnStyles": section.styles = (section.styles ?? []) + IniFile.list(entry.value)
      case "TokenIgnores": section.tokenIgnores += patterns(entry)
      case "BlockIgnores", "IgnorePatterns": section.blockIgnores += patterns(entry)
      case let key where Self.coreKeys.contains(key):
        report("\(key) stands above the first [section]", entry.line)
      case let key where Self.sectionKeys.contains(key): leaveOut("\(key) is not carried over", entry.line)
      case let key where key.contains(".") || ["YES", "NO"].contains(entry.value) || isLevel(entry.value):
        switch entry.value {
        case "YES": section.rules[key] = true
        case "NO": section.rules[key] = false
        case let level where isLevel(level):
          section.rules[key] = true
          levels[key] = level
        default: report("\(key) is YES, NO, suggestion, warning or error, not “\(entry.value)”", entry.line)
        }
      default:
        report("there is no setting “\(entry.key)”" + Self.hint(entry.key, Self.sectionKeys), entry.line)
      }
    }
    sections.append(section)
  }

  private func isLevel(_ text: String) -> Bool { ["suggestion", "warning", "error"].contains(text) }

  private mutating func patterns(_ entry: IniFile.Entry) -> [Pattern] {
    var patterns: [Pattern] = []
    for text in IniFile.list(entry.value) {
      do {
        patterns.append(try Pattern(authored: text))
      } catch {
        report("\(entry.key): in “\(text)”: \(error.message)", entry.line)
      }
    }
    return patterns
  }

  private static func hint(_ name: String, _ known: [String]) -> String {
    let near = known.first { $0.lowercased() == name.lowercased() }
    return near.map { "; did you mean “\($0)”?" } ?? ""
  }

  mutating func report(_ message: String, _ line: Int) {
    faults.append(ValeFault(file: file, line: max(1, line), column: 1, message: message, isLeftOut: false))
  }

  mutating func leaveOut(_ message: String, _ line: Int) {
    faults.append(ValeFault(file: file, line: max(1, line), column: 1, message: message, isLeftOut: true))
  }

  // MARK: What holds where

  /// All styles that some section names.
  var styles: [String] {
    var seen: Set<String> = []
    return sections.flatMap { $0.styles ?? [] }.filter { seen.insert($0).inserted }
  }

  /// Rules that a section switches on by name.
  var namedRules: Set<String> { Set(sections.flatMap { $0.rules.filter(\.value).map(\.key) }) }

  /// Which of some rules hold for a file.
  func areOn(_ rules: [ValeRule], in path: String) -> [Bool] {
    let own = sections.filter { $0.pattern.matches(path) }
    let styles = own.last { $0.styles != nil }?.styles ?? []
    return rules.map { rule in
      let setting = own.lazy.compactMap { $0.rules[rule.id] }.last
      return setting ?? own.lazy.compactMap { $0.rules[rule.style] }.last ?? styles.contains(rule.style)
    }
  }

  func ignores(in path: String) -> (tokens: [Pattern], blocks: [Pattern]) {
    let own = sections.filter { $0.pattern.matches(path) }
    return (own.flatMap(\.tokenIgnores), own.flatMap(\.blockIgnores))
  }

  func styles(for path: String) -> [String] {
    sections.last { $0.pattern.matches(path) && $0.styles != nil }?.styles ?? []
  }
}

/// A pattern of paths as Vale has it: `*` also stands for slashes, `{md,txt}` for either.
struct PathGlob: Sendable {
  let text: String
  private let node: Pattern?

  init(_ text: String) {
    self.text = text
    var out = "\\A"
    var depth = 0
    for character in text {
      switch character {
      case "*": out += ".*"
      case "?": out += "."
      case "{":
        depth += 1
        out += "(?:"
      case "}":
        out += depth > 0 ? ")" : "\\}"
        depth = max(0, depth - 1)
      case ",": out += depth > 0 ? "|" : ","
      case "[", "]", "!", "-": out.append(character)
      case let letter
      where letter.isLetter || letter.isNumber || letter == "/" || letter == "_" || letter == " ":
        out.append(letter)
      default: out += "\\\(character)"
      }
    }
    out += String(repeating: ")", count: depth) + "\\z"
    node = try? Pattern(text: out)
  }

  /// - Parameter path: as the user gave it. The name of the file alone may match, too.
  func matches(_ path: String) -> Bool {
    guard let node else { return false }
    let matcher = Matcher()
    if matcher.matches(node, path) { return true }
    return path.contains("/") && matcher.matches(node, String(path.split(separator: "/").last ?? ""))
  }
}
