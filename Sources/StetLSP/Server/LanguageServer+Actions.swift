import StetDocument
import StetLint
import StetService
import StetText

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
      client: capabilities, mayTurnOff: settings.configuration == nil)
    if wanted(CodeAction.quickFix) {
      let near = result.file.diagnostics.filter {
        $0.range.lower <= asked.upper && asked.lower <= $0.range.upper
      }
      for found in near { actions += builder.quickFixes(found) }
    }
    if wanted(CodeAction.fixAll), let all = builder.fixAll(result.file) { actions.append(all) }
    return actions
  }
}

/// Makes the actions that an editor offers at a finding.
private struct ActionBuilder {
  let document: OpenDocument
  let ranges: RangeConversion
  let client: ClientCapabilities?
  /// Whether the configuration beside a text counts.
  let mayTurnOff: Bool

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
    if let (title, edits) = excuse(found) {
      actions.append(
        CodeAction(title: title, kind: CodeAction.quickFix, diagnostics: diagnostic, edit: edit(edits)))
    }
    guard DocumentURI.isFile(document.uri) else { return actions }
    if let word = unknownWord(found) {
      actions.append(
        command(
          "Add “\(word)” to the house dictionary", .addWord, [.text(document.uri), .text(word)], diagnostic))
    }
    if mayTurnOff {
      actions.append(
        command(
          "Turn off “\(found.rule)” in this folder", .turnRuleOff, [.text(document.uri), .text(found.rule)],
          diagnostic))
    }
    return actions
  }

  private func command(
    _ title: String, _ command: WorkspaceCommand, _ arguments: [JSONValue], _ diagnostics: [LSPDiagnostic]
  ) -> CodeAction {
    CodeAction(
      title: title, kind: CodeAction.quickFix, diagnostics: diagnostics,
      command: Command(title: title, command: command.rawValue, arguments: arguments))
  }

  /// The word that a finding calls unknown.
  private func unknownWord(_ found: Diagnostic) -> String? {
    ["unknown-word", "run-together-words"].contains(found.rule) ? word(found) : nil
  }

  /// The text of a finding when it is one word.
  private func word(_ found: Diagnostic) -> String? {
    let bytes = document.source.bytes[found.range.indices]
    let isWord = bytes.allSatisfy {
      $0 >= 0x80 || $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 == 0x27 || $0 == 0x2D
    }
    return isWord && !bytes.isEmpty ? document.source.string(found.range) : nil
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

  /// What excuses a finding where it stands: a comment before its block; where none can stand, in plain text above
  /// all, “[sic]” behind a word.
  private func excuse(_ found: Diagnostic) -> (title: String, edits: [Edit])? {
    if let comment = comment(found) { return ("Excuse “\(found.rule)” here", [comment]) }
    guard let word = word(found) else { return nil }
    let mark = Edit(range: ByteRange(found.range.upper, found.range.upper), replacement: " [sic]")
    return ("Keep “\(word)” as it is written: [sic]", [mark])
  }

  /// The comment that excuses a rule for the block of a finding: only where a line of its own can stand before it.
  private func comment(_ found: Diagnostic) -> Edit? {
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
    let (open, close) = document.path.hasSuffix(".mdx") ? ("{/*", "*/}") : ("<!--", "-->")
    let first = document.lines.range(ofLine: 0).upper
    let lineEnd = document.source.bytes[first...].starts(with: [0x0D, 0x0A]) ? "\r\n" : "\n"
    return Edit(
      range: ByteRange(line.lower, line.lower),
      replacement: "\(open) stet \(found.rule) \(close)\(lineEnd)")
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
