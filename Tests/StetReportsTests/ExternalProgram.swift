import Foundation

/// A program that a test may use when the machine has it.
enum ExternalProgram {
  /// Exit code and what was written to both outputs; nil when the program is not there.
  static func run(_ arguments: [String]) -> (status: Int32, output: String)? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    guard (try? process.run()) != nil else { return nil }
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 127
      ? nil : (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  static let hasJSONSchema = run(["python3", "-c", "import jsonschema"])?.status == 0
  static let hasSARIFTools = run(["sarif", "--version"])?.status == 0

  /// The schema of SARIF, when it lies beside the package.
  static let sarifSchema: URL? = {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let schema = package.deletingLastPathComponent()
      .appendingPathComponent("shared/schemas/sarif-schema-2.1.0.json")
    return FileManager.default.fileExists(atPath: schema.path) ? schema : nil
  }()
}

/// A file that is there while `body` runs.
func withTemporaryFile<Result>(_ bytes: [UInt8], _ body: (URL) throws -> Result) throws -> Result {
  let file = FileManager.default.temporaryDirectory
    .appendingPathComponent("stet-\(UUID().uuidString).sarif")
  try Data(bytes).write(to: file)
  defer { try? FileManager.default.removeItem(at: file) }
  return try body(file)
}
