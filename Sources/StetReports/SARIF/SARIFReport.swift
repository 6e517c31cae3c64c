import StetLint
import StetText

/// Writes SARIF 2.1.0 (OASIS Standard, 27 March 2020): one log with one run.
///
/// Regions are given twice. As text: lines and columns from 1, `charOffset` from 0, all in UTF-16 code units
/// (`columnKind`; the standard names no unit of `charOffset`, so the run's column unit is used), a byte order
/// mark not counted, as section 3.30.2 demands. As bytes: `byteOffset` from 0, a byte order mark counted.
/// Inserted text is given as `text` and, because the deleted region is also one of bytes, as `binary`
/// (section 3.57.2).
///
/// What a text excuses by a comment is a result with a suppression (section 3.35), whose place is the comment's.
///
/// Messages are written as they are: none has arguments, so braces in quoted text need no doubling.
package struct SARIFReport: DiagnosticReport {
  private let tool: ReportingTool
  private let rules: [DescribedRule]
  private let indexes: [String: Int]
  private let hasBaseline: Bool
  private var writer: JSONWriter

  /// - Parameters:
  ///   - rules: every rule that could have reported, in any order.
  ///   - hasBaseline: whether only findings come that a baseline does not know; they are called new then.
  package init(
    tool: ReportingTool, rules: [DescribedRule], hasBaseline: Bool = false,
    layout: JSONWriter.Layout = .compact, sink: @escaping ([UInt8]) -> Void
  ) {
    self.hasBaseline = hasBaseline
    let sorted = rules.sorted { $0.metadata.id < $1.metadata.id }
    self.tool = tool
    self.rules = sorted
    indexes = Dictionary(
      sorted.enumerated().map { ($0.element.metadata.id, $0.offset) }, uniquingKeysWith: { first, _ in first }
    )
    writer = JSONWriter(layout: layout, sink: sink)
  }

  package mutating func begin() {
    writer.beginObject()
    writer.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
    writer.field("version", "2.1.0")
    writer.key("runs")
    writer.beginArray()
    writer.beginObject()
    writer.object("tool") { [tool, rules] in
      $0.object("driver") {
        $0.field("name", tool.name)
        $0.field("version", tool.version)
        $0.field("semanticVersion", tool.version)
        $0.array("rules", rules) { $0.sarifRule($1) }
      }
    }
    writer.field("columnKind", "utf16CodeUnits")
    writer.field("defaultEncoding", "UTF-8")
    writer.array("newlineSequences", ["\r\n", "\n", "\r"]) { $0.string($1) }
    writer.key("results")
    writer.beginArray()
  }

  package mutating func add(_ file: LintedFile) {
    guard !file.diagnostics.isEmpty || !file.suppressed.isEmpty else { return }
    let artifact = SARIFArtifact(
      uri: artifactURI(file.path), positions: PositionTable(file, withSuppressed: true))
    for diagnostic in file.diagnostics {
      writer.sarifResult(
        diagnostic, ruleIndex: indexes[diagnostic.rule], isNew: hasBaseline, in: artifact)
    }
    for suppressed in file.suppressed {
      writer.sarifResult(
        suppressed.diagnostic, ruleIndex: indexes[suppressed.diagnostic.rule], isNew: false,
        excuse: suppressed.excuse, in: artifact)
    }
  }

  package mutating func end() {
    writer.endArray()
    close()
  }

  /// What could not be done becomes notifications of the run's one invocation.
  package mutating func end(_ outcome: RunOutcome) {
    writer.endArray()
    writer.array("invocations", CollectionOfOne(outcome)) { writer, outcome in
      writer.object {
        $0.field("executionSuccessful", outcome.failures.isEmpty)
        $0.field("exitCode", outcome.exitStatus)
        guard !outcome.failures.isEmpty else { return }
        $0.array("toolExecutionNotifications", outcome.failures) { writer, failure in
          writer.object {
            $0.field("level", "error")
            $0.sarifText("message", failure)
          }
        }
      }
    }
    close()
  }

  private mutating func close() {
    writer.endObject()
    writer.endArray()
    writer.endObject()
    writer.finish()
  }
}

/// The file that results lie in.
struct SARIFArtifact {
  var uri: String
  var positions: PositionTable
}

extension JSONWriter {
  fileprivate mutating func sarifResult(
    _ diagnostic: Diagnostic, ruleIndex: Int?, isNew: Bool, excuse: ByteRange? = nil,
    in artifact: SARIFArtifact
  ) {
    object {
      $0.field("ruleId", diagnostic.rule)
      if let ruleIndex { $0.field("ruleIndex", ruleIndex) }
      $0.field("level", diagnostic.severity.rawValue)
      if isNew { $0.field("baselineState", "new") }
      $0.sarifText("message", diagnostic.message)
      $0.array("locations", CollectionOfOne(diagnostic.range)) { writer, range in
        writer.object { $0.sarifPlace(range, in: artifact) }
      }
      if !diagnostic.related.isEmpty {
        $0.array("relatedLocations", diagnostic.related.enumerated()) { writer, numbered in
          writer.object {
            $0.field("id", numbered.offset + 1)
            $0.sarifPlace(numbered.element.range, in: artifact)
            $0.sarifText("message", numbered.element.message)
          }
        }
      }
      let fixes = sarifFixes(diagnostic.fixes)
      if !fixes.isEmpty { $0.array("fixes", fixes) { $0.sarifFix($1, in: artifact) } }
      $0.object("partialFingerprints") { $0.field("stet/v1", diagnostic.fingerprint) }
      if let excuse {
        $0.array("suppressions", CollectionOfOne(excuse)) { writer, range in
          writer.object {
            $0.field("kind", "inSource")
            $0.object("location") { $0.sarifPlace(range, in: artifact) }
          }
        }
      }
    }
  }

  private mutating func sarifPlace(_ range: ByteRange, in artifact: SARIFArtifact) {
    object("physicalLocation") {
      $0.object("artifactLocation") { $0.field("uri", artifact.uri) }
      $0.sarifRegion("region", range, in: artifact)
    }
  }

  private mutating func sarifRegion(
    _ name: StaticString, _ range: ByteRange, in artifact: SARIFArtifact
  ) {
    let start = artifact.positions[range.lower]
    let end = artifact.positions[range.upper]
    object(name) {
      $0.field("startLine", start.line)
      $0.field("startColumn", start.utf16Column)
      $0.field("endLine", end.line)
      $0.field("endColumn", end.utf16Column)
      $0.field("charOffset", start.utf16Offset)
      $0.field("charLength", end.utf16Offset - start.utf16Offset)
      $0.field("byteOffset", range.lower)
      $0.field("byteLength", range.count)
    }
  }

  private mutating func sarifFix(_ fix: Fix, in artifact: SARIFArtifact) {
    object {
      $0.sarifText("description", fix.title)
      $0.key("artifactChanges")
      $0.beginArray()
      $0.object {
        $0.object("artifactLocation") { $0.field("uri", artifact.uri) }
        $0.array("replacements", fix.edits) { writer, edit in
          writer.object {
            $0.sarifRegion("deletedRegion", edit.range, in: artifact)
            $0.object("insertedContent") {
              $0.field("text", edit.replacement)
              $0.field("binary", base64(Array(edit.replacement.utf8)))
            }
          }
        }
      }
      $0.endArray()
      $0.object("properties") { $0.field("applicability", fix.applicability.rawValue) }
    }
  }

  mutating func sarifText(_ name: StaticString, _ text: String) {
    object(name) { $0.field("text", text) }
  }
}

/// The fixes that SARIF can hold: its lists of fixes have no equal members and no fix without a change.
private func sarifFixes(_ fixes: [Fix]) -> [Fix] {
  var seen: Set<Fix> = []
  return fixes.filter { !$0.edits.isEmpty && seen.insert($0).inserted }
}
