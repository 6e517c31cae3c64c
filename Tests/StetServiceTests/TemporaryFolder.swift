import Foundation

/// A folder that is there while `body` runs.
func withTemporaryFolder<Result>(_ body: (URL) async throws -> Result) async throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("stet-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try await body(folder)
}

/// Writes articles of growing length, every third one with faults and every fifth one Markdown.
func writeArticles(_ count: Int, into folder: URL) throws {
  for number in 0..<count {
    var text = "The council of district \(number) met on Monday.\n\n"
    for paragraph in 0...(number % 7) {
      text += "Roads, schools and water were on the list for the year \(1990 + paragraph).\n\n"
    }
    if number % 3 == 0 {
      text += "The the vote was put off until the the autumn. Caf\u{C3}\u{A9} owners left.\n"
    }
    let name = "article-\(number)." + (number % 5 == 0 ? "md" : "txt")
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
  }
}
