import CStetPage
import StetDocument
import StetLint
import StetText

/// One self-contained page: each article as it would be printed, its findings beside it. It asks nothing of the network.
///
/// The page draws what it finds in `script` elements of JSON; their form is told in this target's README. A file's element
/// is written as soon as it is done, and parsed only when a reader opens it, so pages of thousands of files stay light.
package struct HTMLReport: DiagnosticReport {
  private let tool: ReportingTool
  private let rules: [String: DescribedRule]
  private let sink: ([UInt8]) -> Void
  private let page: [[UInt8]]
  private var index: [Entry] = []
  private var counts = DiagnosticCounts()
  private var met: Set<String> = []

  /// A file with findings, as the list of files shows it.
  private struct Entry {
    var path: String
    var counts: DiagnosticCounts
    var rules: [String]
  }

  package init(tool: ReportingTool, rules: [DescribedRule], sink: @escaping ([UInt8]) -> Void) {
    self.tool = tool
    self.rules = Dictionary(rules.map { ($0.metadata.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.sink = sink
    page = PageFiles.parts()
  }

  package mutating func begin() { sink(page[0]) }

  package mutating func add(_ file: LintedFile) {
    counts.add(file)
    guard !file.diagnostics.isEmpty else { return }
    var own = DiagnosticCounts()
    own.add(file)
    let found = Set(file.diagnostics.map(\.rule))
    met.formUnion(found)
    index.append(Entry(path: file.path, counts: own, rules: found.sorted()))
    element("stet-file-\(index.count - 1)") { $0.printedFile(file) }
  }

  package mutating func end() {
    element("stet-run") { [self] in writeRun(to: &$0) }
    sink(page[1])
  }

  private func element(_ id: String, _ body: (inout JSONWriter) -> Void) {
    var bytes = Array("<script type=\"application/json\" id=\"\(id)\">".utf8)
    var writer = JSONWriter(escapes: .markup) { bytes += $0 }
    body(&writer)
    writer.finish()
    bytes += Array("</script>\n".utf8)
    sink(bytes)
  }

  private func writeRun(to writer: inout JSONWriter) {
    writer.object {
      $0.field("version", 1)
      $0.object("tool") { [tool] in
        $0.field("name", tool.name)
        $0.field("version", tool.version)
      }
      $0.object("summary") { $0.members(of: counts) }
      $0.key("rules")
      $0.object { writer in
        for id in met.sorted() {
          writer.key(named: id)
          writer.object {
            guard let rule = rules[id] else { return }
            $0.field("family", rule.metadata.family.rawValue)
            $0.field("summary", rule.metadata.summary)
            if let why = rule.page?.rationale.paragraphs.first { $0.field("why", why) }
          }
        }
      }
      $0.array("files", index) { writer, entry in
        writer.object {
          $0.field("path", entry.path)
          $0.field("errors", entry.counts.errors)
          $0.field("warnings", entry.counts.warnings)
          $0.field("notes", entry.counts.notes)
          $0.array("rules", entry.rules) { $0.string($1) }
        }
      }
    }
  }
}

/// The files that make up the page, from beside `CStetPage`.
private enum PageFiles {
  /// What stands before and behind the data.
  static func parts() -> [[UInt8]] {
    let style = bytes(stet_page_style)
    let script = bytes(stet_page_script)
    let policy =
      "default-src 'none'; style-src 'sha256-\(base64(sha256(style)))'; "
      + "script-src 'sha256-\(base64(sha256(script)))'; base-uri 'none'; form-action 'none'"
    let values = ["policy": Array(policy.utf8), "style": style, "script": script]
    var parts: [[UInt8]] = [[]]
    // The frame names its parts as {{name}}; nothing else in it has two braces.
    var rest = bytes(stet_page_frame)[...]
    while let open = find([0x7B, 0x7B], in: rest), let close = find([0x7D, 0x7D], in: rest[open...]) {
      parts[parts.count - 1] += rest[..<open]
      let name = String(decoding: rest[(open + 2)..<close], as: UTF8.self)
      if let value = values[name] { parts[parts.count - 1] += value } else { parts.append([]) }
      rest = rest[(close + 2)...]
    }
    parts[parts.count - 1] += rest
    precondition(parts.count == 2, "the frame of the page has one place for data")
    return parts
  }

  private static func bytes(_ file: () -> stet_page_file) -> [UInt8] {
    let file = file()
    return Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
  }

  private static func find(_ pair: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    bytes.indices.dropLast().first { bytes[$0] == pair[0] && bytes[$0 + 1] == pair[1] }
  }
}
