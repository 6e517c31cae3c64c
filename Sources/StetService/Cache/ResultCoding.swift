import StetLint
import StetText

/// Results as bytes, for the cache.
enum ResultCoding {
  static func bytes(_ result: LintResult, summaries: [[UInt8]?]) -> [UInt8] {
    var writer = ByteWriter()
    writer.put(count: result.diagnostics.count)
    for diagnostic in result.diagnostics { write(diagnostic, &writer) }
    writer.put(count: result.suppressed.count)
    for suppressed in result.suppressed {
      write(suppressed.excuse, &writer)
      write(suppressed.diagnostic, &writer)
    }
    writer.put(count: summaries.count)
    for summary in summaries {
      writer.put(UInt8(summary == nil ? 0 : 1))
      if let summary { writer.put(summary) }
    }
    return writer.bytes
  }

  /// - Parameter length: of the text, in bytes: a range beyond it is an error.
  static func result(
    _ bytes: ArraySlice<UInt8>, length: Int
  ) throws(ByteReader.Malformed) -> (result: LintResult, summaries: [[UInt8]?]) {
    var reader = ResultReader(reader: ByteReader(bytes), length: length)
    var result = LintResult()
    for _ in 0..<(try reader.reader.count()) { result.diagnostics.append(try reader.diagnostic()) }
    for _ in 0..<(try reader.reader.count()) {
      let excuse = try reader.range()
      result.suppressed.append(
        SuppressedDiagnostic(diagnostic: try reader.diagnostic(), excuse: excuse))
    }
    var summaries: [[UInt8]?] = []
    for _ in 0..<(try reader.reader.count()) {
      summaries.append(try reader.reader.byte() == 0 ? nil : Array(try reader.reader.run()))
    }
    guard reader.reader.isAtEnd else { throw ByteReader.Malformed() }
    return (result, summaries)
  }

  private static func write(_ range: ByteRange, _ writer: inout ByteWriter) {
    writer.put(range.start)
    writer.put(range.end)
  }

  private static func write(_ diagnostic: Diagnostic, _ writer: inout ByteWriter) {
    writer.put(diagnostic.rule)
    writer.put(diagnostic.severity.rawValue)
    write(diagnostic.range, &writer)
    writer.put(diagnostic.message)
    writer.put(diagnostic.fingerprint)
    writer.put(count: diagnostic.related.count)
    for related in diagnostic.related {
      write(related.range, &writer)
      writer.put(related.message)
    }
    writer.put(count: diagnostic.fixes.count)
    for fix in diagnostic.fixes {
      writer.put(fix.title)
      writer.put(fix.applicability.rawValue)
      writer.put(count: fix.edits.count)
      for edit in fix.edits {
        write(edit.range, &writer)
        writer.put(edit.replacement)
      }
    }
  }
}

private struct ResultReader {
  var reader: ByteReader
  let length: Int

  mutating func range() throws(ByteReader.Malformed) -> ByteRange {
    let (start, end) = (Int(try reader.number()), Int(try reader.number()))
    guard start <= end, end <= length else { throw ByteReader.Malformed() }
    return ByteRange(start, end)
  }

  mutating func diagnostic() throws(ByteReader.Malformed) -> Diagnostic {
    let rule = try reader.text()
    guard let severity = Severity(rawValue: try reader.text()) else { throw ByteReader.Malformed() }
    var finding = Finding(range: try range(), message: try reader.text())
    let fingerprint = try reader.text()
    for _ in 0..<(try reader.count()) {
      finding.related.append(Related(range: try range(), message: try reader.text()))
    }
    for _ in 0..<(try reader.count()) { finding.fixes.append(try fix()) }
    return Diagnostic(rule: rule, severity: severity, finding: finding, fingerprint: fingerprint)
  }

  private mutating func fix() throws(ByteReader.Malformed) -> Fix {
    let title = try reader.text()
    guard let applicability = Fix.Applicability(rawValue: try reader.text()) else {
      throw ByteReader.Malformed()
    }
    var edits: [Edit] = []
    for _ in 0..<(try reader.count()) {
      edits.append(Edit(range: try range(), replacement: try reader.text()))
    }
    return Fix(title: title, edits: edits, applicability: applicability)
  }
}
