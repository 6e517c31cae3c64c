import StetLint
import StetReports
import StetText

extension LanguageServer {
  func report(_ params: DocumentDiagnosticParams) async throws -> DocumentDiagnosticReport {
    let uri = params.textDocument.uri
    let (_, result) = try await linted(uri)
    let name = result.resultID
    guard name != params.previousResultId else {
      return DocumentDiagnosticReport(kind: "unchanged", resultId: name)
    }
    return DocumentDiagnosticReport(kind: "full", resultId: name, items: diagnostics(result, uri: uri))
  }

  func hover(_ params: PositionParams) async throws -> Hover? {
    let uri = params.textDocument.uri
    let (document, result) = try await linted(uri)
    guard let offset = document.offset(params.position, encoding),
      let found = result.file.diagnostics.first(where: {
        $0.range.lower <= offset && offset <= $0.range.upper
      }),
      let rule = await desk.rule(found.rule)
    else { return nil }
    return Hover(
      contents: .init(value: "\(found.message)\n\n---\n\n\(RuleText(rule).markdown())"),
      range: RangeConversion(lines: result.lines, encoding: encoding).range(found.range))
  }

  /// One line over the text that counts what was found.
  func lenses(_ uri: String) async throws -> [CodeLens] {
    let (_, result) = try await linted(uri)
    let counts = Severity.allCases.reversed().compactMap { severity -> String? in
      let count = result.file.diagnostics.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    let start = LSPPosition(line: 0, character: 0)
    let title = counts.isEmpty ? "Stet: nothing found" : "Stet: " + counts.joined(separator: ", ")
    return [CodeLens(range: LSPRange(start: start, end: start), command: Command(title: title, command: ""))]
  }

  /// A rule's page as a text of its own.
  func textContent(_ uri: String) async throws -> TextContent {
    guard let id = RuleURI.rule(uri), let rule = await desk.rule(id) else {
      throw ResponseError.invalidParameters("\(uri) names no rule of stet.")
    }
    return TextContent(text: RuleText(rule).markdown())
  }
}
