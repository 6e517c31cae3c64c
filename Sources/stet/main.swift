import StetService
import StetText
import FoundationEssentials
let engine = try Engine()
let worker = Worker(engine)
for path in CommandLine.arguments.dropFirst() {
  let data = try Data(contentsOf: URL(fileURLWithPath: path))
  let file = worker.lint(SourceText([UInt8](data)), path: path)
  for d in file.diagnostics { print("\(path):\(d.range.start)+\(d.range.count) \(d.severity) \(d.rule): \(file.source.string(d.range)) | \(d.message)") }
}
