import StetDocument
import StetLint
import StetService
import StetText

/// What a client may ask the server to run.
enum WorkspaceCommand: String, CaseIterable {
  case turnRuleOff = "stet.turnRuleOff"
}

extension LanguageServer {
  func actions(_ params: CodeActionParams) async throws -> [CodeAction] {
    let uri = params.textDocument.uri
    let (document, result) = try await linted(uri)
    guard let asked = document.byteRange(params.range, encoding) else {
      throw ResponseError.invalidParameters("The range lies outside the text of \(uri).")
    }
    let wanted = { (kind: String) in
      params.context.only.map { $0.contains { kind == $0 || kind.hasPrefix($0 + ".") } } ?? true
    }
    var actions: [CodeAction] = []
    let builder = ActionBuilder(
      document: document, ranges: RangeConversion(lines: result.lines, encoding: encoding),
      client: capabilities)
    if wanted(CodeAction.quickFix) {
      let near = result.file.diagnostics.filter {
        $0.range.lower <= asked.upper && asked.lower <= $0.range.upper
      }
      for found in near { actions += builder.quickFixes(found) }
    }
    if wanted(CodeAction.fixAll), let all = builder.fixAll(result.file) { actions.append(all) }
    return actions
  }

  func execute(_ params: ExecuteCommandParams) async throws {
    let texts = (params.arguments ?? []).compactMap(\.string)
    switch WorkspaceCommand(rawValue: params.command) {
    case .turnRuleOff:
      guard texts.count == 2 else {
        throw ResponseError.invalidParameters("\(params.command) takes the text's URI and a rule.")
      }
      try ConfigurationChange.turnOff(rule: texts[1], besides: DocumentURI.path(texts[0]))
      await readConfigurationAgain()
    case nil:
      throw ResponseError.invalidParameters("stet has no command “\(params.command)”.")
    }
  }
}

/// Makes the actions that an editor offers at a finding.
private struct ActionBuilder {
  let document: OpenDocument
  let ranges: RangeConversion
  let client: ClientCapabilities?

  private var conversion: DiagnosticConversion {
    DiagnosticConversion(uri: document.uri, ranges: ranges, client: client)
  }

  func quickFixes(_ found: Diagnostic) -> [CodeAction] {
    let diagnostic = [conversion.diagnostic(found)]
    var actions = found.fixes.enumerated().map { number, fix in
      CodeAction(
        title: fix.title, kind: CodeAction.quickFix, diagnostics: diagnostic, isPreferred: number == 0,
        edit: edit(fix.edits))
    }
    if let comment = excuse(found) {
      actions.append(
        CodeAction(
          title: "Excuse “\(found.rule)” here", kind: CodeAction.quickFix, diagnostics: diagnostic,
          edit: edit([comment])))
    }
    if DocumentURI.isFile(document.uri) {
      let title = "Turn off “\(found.rule)” in this folder"
      actions.append(
        CodeAction(
          title: title, kind: CodeAction.quickFix, diagnostics: diagnostic,
          command: Command(
            title: title, command: WorkspaceCommand.turnRuleOff.rawValue,
            arguments: [.text(document.uri), .text(found.rule)])))
    }
    return actions
  }

  /// All certain fixes at once; of those that touch each other the first.
  func fixAll(_ file: LintedFile) -> CodeAction? {
    let safe = file.diagnostics.compactMap { found in
      found.fixes.first.flatMap {
        $0.applicability == .safe ? FixPass.Choice(diagnostic: found, fix: $0) : nil
      }
    }
    let edits = FixPass(safe).applied.flatMap(\.fix.edits).sorted { $0.range < $1.range }
    guard !edits.isEmpty else { return nil }
    return CodeAction(title: "Apply all certain fixes of Stet", kind: CodeAction.fixAll, edit: edit(edits))
  }

  /// The comment that excuses a rule for the block of a finding: only where a line of its own can stand before it.
  private func excuse(_ found: Diagnostic) -> Edit? {
    let read = DocumentReader.read(document.source, path: document.path, format: document.format)
    guard read.format == .markdown,
      let block = read.blocks.first(where: { read.source($0.prose).contains(found.range) }),
      block.kind == .paragraph || block.kind == .headline
    else { return nil }
    let start = read.source(block.prose).lower
    let line = document.lines.range(ofLine: document.lines.line(at: start))
    // A block inside a list, a quotation or a table would be cut by the comment.
    guard document.source.bytes[line.lower..<start].allSatisfy({ $0 == UInt8(ascii: "#") || $0 == 0x20 })
    else {
      return nil
    }
    return Edit(range: ByteRange(line.lower, line.lower), replacement: "<!-- stet \(found.rule) -->\n")
  }

  private func edit(_ edits: [Edit]) -> WorkspaceEdit {
    let changed = edits.map { LSPTextEdit(range: ranges.range($0.range), newText: $0.replacement) }
    guard client?.workspace?.workspaceEdit?.documentChanges == true else {
      return WorkspaceEdit(changes: [document.uri: changed])
    }
    return WorkspaceEdit(documentChanges: [
      .edit(.init(textDocument: .init(uri: document.uri, version: document.version), edits: changed))
    ])
  }
}
