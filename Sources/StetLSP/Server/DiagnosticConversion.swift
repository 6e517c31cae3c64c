import StetLint
import StetText

/// Makes diagnostics of the protocol out of Stet's, with what the client said that it can show.
struct DiagnosticConversion {
  let uri: String
  let ranges: RangeConversion
  let client: ClientCapabilities?

  func diagnostics(_ result: LintedDocument) -> [LSPDiagnostic] {
    guard !result.isTooLong else { return [Self.tooLong(result.file.source.count)] }
    return result.file.diagnostics.map(diagnostic)
  }

  /// Said at the head of a text that is left unchecked.
  private static func tooLong(_ count: Int) -> LSPDiagnostic {
    let head = LSPPosition(line: 0, character: 0)
    return LSPDiagnostic(
      range: LSPRange(start: head, end: head), severity: 3, code: "text-too-long", source: "stet",
      message:
        "This text has \(count >> 20) MB and is not checked: above \(OpenDocument.limit >> 20) MB a check would "
        + "hold up the editor. Run `stet lint` on the file.")
  }

  func diagnostic(_ found: Diagnostic) -> LSPDiagnostic {
    LSPDiagnostic(
      range: ranges.range(found.range), severity: Self.severity(found.severity), code: found.rule,
      codeDescription: description(found.rule), source: "stet", message: found.message,
      tags: deletes(found) ? [1] : nil, relatedInformation: related(found),
      data: .init(fingerprint: found.fingerprint))
  }

  /// A link that the client can open: only one that asks the server for the text behind it can.
  private func description(_ rule: String) -> LSPDiagnostic.Description? {
    guard client?.workspace?.textDocumentContent != nil,
      client?.textDocument?.publishDiagnostics?.codeDescriptionSupport != false
    else { return nil }
    return .init(href: RuleURI.uri(rule))
  }

  private static func severity(_ severity: Severity) -> Int {
    switch severity {
    case .error: 1
    case .warning: 2
    case .note: 3
    }
  }

  /// Whether the finding is text to be taken out as a whole: editors draw it faded.
  private func deletes(_ found: Diagnostic) -> Bool {
    guard let edits = found.fixes.first?.edits, edits.count == 1 else { return false }
    return edits[0].replacement.isEmpty && edits[0].range.contains(found.range)
  }

  private func related(_ found: Diagnostic) -> [LSPDiagnostic.RelatedInformation]? {
    guard !found.related.isEmpty, client?.textDocument?.publishDiagnostics?.relatedInformation != false else {
      return nil
    }
    return found.related.map {
      .init(location: LSPLocation(uri: uri, range: ranges.range($0.range)), message: $0.message)
    }
  }
}
