import StetDocument
import StetLanguage
import StetLint
import StetText

extension ValeStyles: Check {
  package func check(_ analysis: Analysis, _ report: inout Report) {
    for alert in alerts(analysis) {
      let range = alert.range.isEmpty ? Self.firstCharacter(analysis.document.source) : alert.range
      let fixes = alert.isEditable ? alert.replacements.prefix(4).map { fix(alert, $0) } : []
      report.add(
        Finding(range: range, message: alert.message, fixes: Array(fixes)), rule: alert.number)
    }
  }

  /// Rules of a style say what to do without knowing the sentence: a person decides.
  private func fix(_ alert: ValeAlert, _ replacement: String) -> Fix {
    Fix(
      title: replacement.isEmpty ? "Delete it" : "Replace with “\(replacement)”",
      edits: [Edit(range: alert.range, replacement: replacement)], applicability: .review)
  }

  /// Where findings about a whole document stand.
  private static func firstCharacter(_ source: SourceText) -> ByteRange {
    let start = min(source.byteOrderMarkLength, source.count)
    var end = min(start + 1, source.count)
    while end < source.count, source.bytes[end] & 0xC0 == 0x80 { end += 1 }
    return ByteRange(start, end)
  }

  /// What the rules find, in the order in which they look.
  package func alerts(_ analysis: Analysis) -> [ValeAlert] {
    let document = analysis.document
    let path = document.path
    let isOn = configuration.areOn(definitions, in: path)
    guard isOn.contains(true) else { return [] }
    let run = DocumentRun(
      page(document), rules: definitions, language: BlockLanguage(analysis), speller: ValeSpeller(analysis))
    var scratch = index.scratch(always)
    // Most blocks of a document have the same scopes.
    var fitting: [[String]: [Bool]] = [:]
    for block in run.page.blocks + [run.page.summary, run.page.raw] {
      let fits =
        fitting[block.sections] ?? zip(definitions, isOn).map { $1 && $0.scope.matches(block.sections) }
      fitting[block.sections] = fits
      check(block, isOn, fits, &scratch, run)
    }
    if !run.exhausted.isEmpty {
      let names = run.exhausted.map { definitions[$0].id }
      exhaustion.found.withLock { $0.formUnion(names) }
    }
    return run.alerts
  }

  private func page(_ document: Document) -> Page {
    let ending =
      String(document.path.split(separator: "/").last ?? "").split(separator: ".").last.map(String.init) ?? ""
    let read = configuration.formats[ending.lowercased()] ?? ending.lowercased()
    let isMarkdown =
      read == "md" || (document.format == .markdown && configuration.formats[ending.lowercased()] == nil)
    let (tokens, blocks) = configuration.ignores(in: document.path)
    return Page(
      document, isMarkdown: isMarkdown, format: ending, settings: scopes,
      styles: configuration.styles(for: document.path)
    ) { text in
      guard !tokens.isEmpty || !blocks.isEmpty else { return [] }
      let matcher = Matcher()
      return tokens.flatMap { matcher.all($0, in: text).map { ($0, false) } }
        + blocks.flatMap { matcher.all($0, in: text).map { ($0, true) } }
    }
  }

  private func check(
    _ block: TextBlock, _ isOn: [Bool], _ fits: [Bool], _ scratch: inout LiteralIndex.Scratch,
    _ run: DocumentRun
  ) {
    guard !block.silenced.everything, !block.isBlank else { return }
    index.scan(block.text, &scratch, always: always)
    var parts: [TextBlock]?
    let isPlain = block.sections.first == "text" && block.sections.count == 2
    // As soon as one rule asks for sentences, Vale hands running text over to all rules twice: whole, and cut into
    // sentences, where `^` and what follows a blank find more.
    let cutsParagraphs = isPlain && namesSentences.contains(true)
    for number in definitions.indices where isOn[number] {
      guard wantsAllBlocks[number] || !scratch.candidates[number].isEmpty else { continue }
      let rule = definitions[number]
      let candidates = scratch.candidates[number]
      guard !block.silenced.hides(rule: rule.id, style: rule.style) else { continue }
      run.number = number
      let readsSentences = readsSentences[number]
      if fits[number] || (readsSentences && isPlain && namesSentences[number]) {
        rule.check.check(block, candidates: candidates, run)
      }
      guard isPlain, !readsSentences else { continue }
      if namesParagraphs[number] {
        for paragraph in Self.paragraphs(block) where rule.scope.matches(paragraph.sections) {
          rule.check.check(paragraph, candidates: candidates, run)
        }
      }
      if namesSentences[number] || (fits[number] && cutsParagraphs) {
        if parts == nil { parts = sentences(block, run) }
        run.isWithinBlock = fits[number]
        defer { run.isWithinBlock = false }
        for sentence in parts ?? [] where fits[number] || rule.scope.matches(sentence.sections) {
          rule.check.check(sentence, candidates: candidates, run)
        }
      }
    }
  }

  private func sentences(_ block: TextBlock, _ run: DocumentRun) -> [TextBlock] {
    run.language.sentences(block).map { block.part($0, sections: ["sentence"] + block.sections) }
  }

  /// A Markdown block is one; plain text is cut at blank lines.
  private static func paragraphs(_ block: TextBlock) -> [TextBlock] {
    var parts: [TextBlock] = []
    var start = 0
    let text = block.text
    for at in text.indices
    where at == text.count - 1 || (text[at] == 0x0A && text[at + 1] == 0x0A) {
      let range = block.trimmed(start..<at + 1)
      if !range.isEmpty { parts.append(block.part(range, sections: ["paragraph"] + block.sections)) }
      start = at + 1
    }
    return parts
  }
}
