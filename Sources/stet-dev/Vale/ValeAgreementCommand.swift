import ArgumentParser
import Foundation
import StetDocument
import StetService
import StetText
import StetVale

/// Compares Stet with Vale on documents that Vale was run on.
struct ValeAgreementCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vale-agreement",
    abstract: "Compare what Stet finds by Vale's styles with what Vale reports.",
    discussion: """
      EXPECTED is what `vale --output JSON` wrote; paths in it start at its own folder. Every difference is put into a \
      class; Vale searches the file for each match again and so reports some at a wrong place.
      """)

  @Argument(help: "Vale's report.")
  var expected: String

  @Option(help: "The configuration that Vale was run with.")
  var ini: String

  @Option(help: "Print this many differences of each class.")
  var show = 0

  @Option(help: "Only this rule.")
  var rule: String?

  func run() throws {
    let url = URL(fileURLWithPath: expected)
    let report = try JSONDecoder().decode([String: [ValeAgreement.Alert]].self, from: Data(contentsOf: url))
    let styles = try ValeStyles.load(FilePath.absolute(ini))
    for fault in styles.faults { print("\(fault.file):\(fault.line): \(fault.message)") }
    let worker = Worker(try Engine())
    var agreement = ValeAgreement()
    var time = Duration.zero
    let folder = url.deletingLastPathComponent()
    for (path, theirs) in report.sorted(by: { $0.key < $1.key }) {
      let source = SourceText([UInt8](try Data(contentsOf: folder.appendingPathComponent(path))))
      let document = DocumentReader.read(source, path: path)
      let analysis = worker.analysis(document)
      var found: [ValeAlert] = []
      time += ContinuousClock().measure { found = styles.alerts(analysis) }
      agreement.add(
        file: path, source: source, theirs: theirs.filter { rule == nil || $0.check == rule },
        found: found.filter { rule == nil || $0.rule == rule })
    }
    tell(agreement)
    print("\(report.count) documents in \(time) on one core")
  }

  private func tell(_ agreement: ValeAgreement) {
    func percent(_ part: Int) -> String {
      String(format: "%.1f %%", 100 * Double(part) / Double(max(1, agreement.expected)))
    }
    print("\(agreement.expected) alerts of Vale")
    print("  \(agreement.equal) equal in rule, line, span and text (\(percent(agreement.equal)))")
    print("  \(agreement.agreed) with those whose place Vale has wrong (\(percent(agreement.agreed)))")
    for difference in ValeAgreement.Difference.allCases {
      print("  \(agreement.count(difference)) \(difference.rawValue)")
      for entry in (agreement.differences[difference] ?? []).prefix(show) {
        let ours =
          entry.ours.map { " | \($0.line):\($0.span[0])-\($0.span[1]) \($0.match.debugDescription)" } ?? ""
        let alert = entry.alert
        print(
          "      \(entry.file):\(alert.line):\(alert.span[0])-\(alert.span[1]) \(alert.check) "
            + alert.match.debugDescription + ours)
      }
    }
  }
}
