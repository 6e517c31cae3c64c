import Foundation
import StetConfiguration
import StetDocument
import StetLint
import StetService
import StetText

@testable import StetLSP

/// A house with rules of its own, a style of Vale, dictionaries, a text in French and files that are compared.
enum House {
  static let rule = """
    id: long-verb
    family: style
    severity: warning
    summary: a long verb where a short one will do
    rationale: Our readers asked for short words.
    message: “{match}” says no more than “{fix}”
    replacements:
      utilise: use
      facilitate: help
    fix: review
    flags:
      - text: They ⟦utilise⟧ it.
        fixed: They use it.
      - Volunteers ⟦facilitate⟧ the workshop.
    accepts:
      - The utility paid for it.
      - They use it.
    """

  static let files = [
    "stet.yml":
      "root: true\nproject: true\nignore: drafts/**\nrule-folders: style\nvale: .vale.ini\ndictionaries: house.dic\nrules:\n"
      + "  doubled-word: error\npaths:\n  \"fr/**\":\n    language: fr\n",
    "style/long-verb.yml": rule,
    ".vale.ini": "StylesPath = vale\nMinAlertLevel = suggestion\n[*.md]\nBasedOnStyles = Ours\n",
    "vale/Ours/Hype.yml":
      "extends: existence\nmessage: \"Say it without '%s'.\"\nlevel: warning\ntokens:\n  - robust\n",
    "house.dic": "gari\nZarmaphone\n*irregardless = regardless\n",
    "a.md": "The the mayor will utilise a robust plan irregardless of the Zarmaphone voters.\n",
    "b.txt": "They recieve gari and utilise it. A robust market.\n",
    "fr/c.md": "Le maire a parlé. The the vote.\n",
    "deep/stet.yml": "rules:\n  doubled-word: off\n",
    "deep/d.md": "The the market.  The mayor will utilise it.\n",
    "clean.md": "The market opened.\n",
    "drafts/e.md": "The the draft.\n",
  ]

  /// What the command line says of all files of a folder: lines of path, rule, severity and bytes.
  static func commandLine(_ folder: String) async throws -> [String] {
    let found = FileDiscovery.files(in: [folder]).files
    let engine = try Engine(userRules: UserRules(for: found.map(\.path), source: .folders))
    let settings = RunSettings(engine.book)
    let files = settings.wanted(found)
    var lines: [String] = []
    let take = { (outcome: LintRun.Outcome, _: Int) in
      guard case .linted(let file) = outcome else { return }
      for found in file.diagnostics where found.severity != .note || file.showsNotes {
        let table = LineIndexOf(file.source)
        lines.append(
          "\(file.path) \(found.rule) \(found.severity) \(table.text(found.range)) \(found.message)")
      }
    }
    if settings.compares(files) {
      await ProjectRun(engine, files: files, workers: 1, settings: settings, comparesAll: false)
        .forEach(progress: { _ in }, take)
    } else {
      await LintRun(engine, files: files, workers: 1, settings: settings).forEach(take)
    }
    return lines.sorted()
  }

  /// The same of diagnostics of the protocol.
  static func lines(_ uri: String?, _ items: [JSONValue]) -> [String] {
    items.map { item in
      let number = { (key: String, part: String) -> Int in
        guard case .number(let value)? = item["range"]?[key]?[part] else { return -1 }
        return Int(value)
      }
      let severity =
        item["severity"] == .number(1) ? "error" : item["severity"] == .number(2) ? "warning" : "note"
      return "\(DocumentURI.path(uri ?? "")) \(item["code"]?.string ?? "") \(severity) "
        + "\(number("start", "line")):\(number("start", "character"))-"
        + "\(number("end", "line")):\(number("end", "character")) \(item["message"]?.string ?? "")"
    }
  }
}

/// Places as the protocol has them, in UTF-16.
private struct LineIndexOf {
  private let ranges: RangeConversion

  init(_ source: SourceText) { ranges = RangeConversion(lines: LineIndex(source), encoding: .utf16) }

  func text(_ bytes: ByteRange) -> String {
    let range = ranges.range(bytes)
    return "\(range.start.line):\(range.start.character)-\(range.end.line):\(range.end.character)"
  }
}
