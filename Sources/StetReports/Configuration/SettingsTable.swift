import StetConfiguration
import StetDocument
import StetLint

/// What `stet config show` prints: each value that holds for a file, and where it comes from.
package struct SettingsTable: Sendable {
  private let settings: EffectiveSettings
  private let rules: [RuleMetadata]
  private let ignoredBy: String?

  /// - Parameters:
  ///   - rules: all of them.
  ///   - ignoredBy: the configuration file that says that the file is not to be read.
  package init(_ settings: EffectiveSettings, rules: [RuleMetadata], ignoredBy: String? = nil) {
    self.settings = settings
    self.rules = rules
    self.ignoredBy = ignoredBy
  }

  /// - Parameter all: also rules that are as heavy as their pages and the pack say.
  package func plain(all: Bool = false) -> String {
    let files = settings.files.isEmpty ? "none" : settings.files.joined(separator: ", ")
    var text = "configuration files: \(files)\n"
    if let ignoredBy { text += "the file is not checked: \(ignoredBy) says to ignore it\n" }
    return text + "\n" + aligned([["setting", "value", "from"]] + general + ruleRows(all))
  }

  private var general: [[String]] {
    let said = settings.settings
    return [
      ["pack", settings.pack.rawValue, said.pack?.origin.text ?? Self.builtIn],
      ["kind", settings.kind?.rawValue ?? "by the text", said.kind?.origin.text ?? Self.builtIn],
      ["project", said.project?.value == true ? "true" : "false", said.project?.origin.text ?? Self.builtIn],
      ["cache", cache, said.cache?.origin.text ?? Self.builtIn],
      ["language", settings.language.text, said.language?.origin.text ?? Self.builtIn],
    ] + words + ruleSources
  }

  private var words: [[String]] {
    let said = settings.settings
    return said.words.map { ["word", $0.value, $0.origin.text] }
      + said.dictionaries.map { ["dictionary", $0.value.path, $0.origin.text] }
      + said.dictionaryFolders.map { ["dictionary folder", $0.value, $0.origin.text] }
  }

  private var ruleSources: [[String]] {
    let said = settings.settings
    return said.ruleFolders.map { ["rule folder", FilePath.shown($0.value), $0.origin.text] }
      + [said.vale].compactMap(\.self).map { ["vale", FilePath.shown($0.value), $0.origin.text] }
  }

  private var cache: String {
    switch settings.cache {
    case .user: "on"
    case .off: "off"
    case .folder(let path): path
    }
  }

  private func ruleRows(_ all: Bool) -> [[String]] {
    rules.flatMap { rule -> [[String]] in
      let origin = settings.origin(of: rule)
      let options = settings.optionRows(of: rule)
      guard all || origin != nil || options.contains(where: { $0.origin != nil }) else { return [] }
      let weight = settings.severity(of: rule)?.rawValue ?? "off"
      return [["rule \(rule.id)", weight, origin?.text ?? Self.builtIn]]
        + options.map { row in
          let name = ([row.option.name] + (row.entry.map { [$0] } ?? [])).joined(separator: " ")
          return ["  \(name)", row.value, row.origin?.text ?? standardOrigin(row.option)]
        }
    }
  }

  private func standardOrigin(_ option: RuleOption) -> String {
    option.packStandards[settings.pack] == nil ? Self.builtIn : "pack \(settings.pack.rawValue)"
  }

  private static let builtIn = "Stet"

  private func aligned(_ rows: [[String]]) -> String {
    let widths = (0..<2).map { column in rows.map { $0[column].unicodeScalars.count }.max() ?? 0 }
    return rows.map { row in
      zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.unicodeScalars.count + 2)
      }.joined() + row[2] + "\n"
    }.joined()
  }
}
