import Foundation
import StetLint
import StetText

@testable import StetReports

/// A file whose diagnostics are told by the words they mark.
struct Sample {
  var path = "news/mali.txt"
  var bytes: [UInt8]
  var diagnostics: [Diagnostic] = []

  init(_ text: String, path: String = "news/mali.txt") {
    self.path = path
    bytes = Array(text.utf8)
  }

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  var file: LintedFile {
    LintedFile(path: path, source: SourceText(bytes), diagnostics: diagnostics)
  }

  /// Bytes of the first occurrence of `needle`.
  func range(_ needle: String) -> ByteRange {
    let wanted = Array(needle.utf8)
    for start in 0...(bytes.count - wanted.count) where bytes[start...].starts(with: wanted) {
      return ByteRange(start, start + wanted.count)
    }
    preconditionFailure("the sample has no “\(needle)”")
  }

  mutating func mark(
    _ range: ByteRange, _ severity: Severity = .warning, rule: String = "confused-demonym",
    message: String = "Wrong word", related: [Related] = [], fixes: [Fix] = []
  ) {
    diagnostics.append(
      Diagnostic(
        rule: rule, severity: severity,
        finding: Finding(range: range, message: message, related: related, fixes: fixes),
        fingerprint: "00000000000000a\(diagnostics.count)"))
  }

  /// Two paragraphs, an error with a related place and two fixes, a warning, a note.
  static var article: Sample {
    var sample = Sample("Niamey 🌍 fell quiet.\r\n\r\nThe Nigerian army moved the the troops.\r\n")
    sample.mark(
      sample.range("Nigerian"), .error, message: "“Nigerian” is said of Nigeria, but Niger is meant",
      related: [Related(range: sample.range("Niamey"), message: "Niamey, in Niger, is named here")],
      fixes: [
        Fix(
          title: "Replace with “Nigerien”",
          edits: [Edit(range: sample.range("Nigerian"), replacement: "Nigerien")],
          applicability: .review)
      ])
    sample.mark(sample.range("army"), .note, rule: "vague-army", message: "Say which army")
    sample.mark(
      sample.range("the the"), .warning, rule: "doubled-word", message: "“the” stands twice",
      fixes: [
        Fix(
          title: "Delete it", edits: [Edit(range: sample.range(" the the").tail(4), replacement: "")],
          applicability: .safe)
      ])
    return sample
  }

  static let rules: [DescribedRule] = [
    DescribedRule(
      RuleMetadata(
        id: "doubled-word", family: .repetition, severity: .warning, summary: "A word that stands twice",
        aliases: ["repeated-word"]),
      page: RulePage(
        rationale: "A hand that pasted\nleaves words twice.\n\nNames are let stand.\n",
        precision: "97 of 100",
        examples: [
          RuleExample(
            expectation: .flags, isMarkdown: false, text: "He saw the the dog.\n", marks: [7..<14],
            fixed: "He saw the dog.\n"),
          RuleExample(
            expectation: .accepts, isMarkdown: false, text: "He had had enough.", marks: [], fixed: nil),
        ])),
    DescribedRule(
      RuleMetadata(
        id: "confused-demonym", family: .places, severity: .error, summary: "A demonym of the wrong country",
        stage: .preview), page: nil),
    DescribedRule(
      RuleMetadata(id: "vague-army", family: .places, severity: .note, summary: "An army of no country"),
      page: nil),
  ]
}

extension ByteRange {
  /// The last `count` bytes.
  func tail(_ count: Int) -> ByteRange { ByteRange(upper - count, upper) }
}

/// Runs a report over files and returns what it wrote.
func written(
  _ files: [LintedFile], _ make: (@escaping ([UInt8]) -> Void) -> any DiagnosticReport
) -> [UInt8] {
  let output = Output()
  var report = make { output.bytes += $0 }
  report.begin()
  files.forEach { report.add($0) }
  report.end()
  return output.bytes
}

final class Output {
  var bytes: [UInt8] = []
}

func parsed(_ json: [UInt8]) throws -> Any {
  try JSONSerialization.jsonObject(with: Data(json), options: [.fragmentsAllowed])
}
