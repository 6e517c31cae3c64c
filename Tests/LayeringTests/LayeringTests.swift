import Foundation
import Testing

/// What the compiler does not hold anyone to. Every failure names the file, the line and the way out.
@Suite struct LayeringTests {
  private let table: LayerTable

  init() throws {
    table = LayerTable(markdown: try Checkout.text("Sources/README.md"))
  }

  @Test func everyTargetIsInTheTable() throws {
    #expect(Set(table.rows.map(\.target)) == (try Checkout.targets()))
  }

  @Test func theTableItselfPointsDownwards() {
    for row in table.rows {
      for name in row.imports {
        guard let layer = row.layer, let below = table.row(name)?.layer, below >= layer else { continue }
        Issue.record("Sources/README.md lets \(row.target) (\(layer)) import \(name) (\(below))")
      }
    }
  }

  @Test func importsAreThoseOfTheTable() throws {
    var seen = 0
    for file in try Checkout.swiftFiles("Sources") {
      guard let row = table.row(file.target), row.layer != nil else { continue }
      for (number, line) in file.lines.enumerated() {
        guard let module = importedModule(line) else { continue }
        seen += 1
        guard !row.imports.contains(module) else { continue }
        Issue.record(
          "\(file.path):\(number + 1): \(row.target) may not import \(module); see Sources/README.md")
      }
    }
    #expect(seen > 100)
  }

  @Test(arguments: [
    ("import StetText", "StetText"), ("@preconcurrency import Glibc", "Glibc"),
    ("package import struct Foundation.Data", "Foundation"), ("importer()", nil), ("  return", nil),
  ])
  func importLinesAreKnown(_ line: String, _ module: String?) {
    #expect(importedModule(line[...]) == module)
  }

  @Test func slowTypesStayOutOfTheLowerLayers() throws {
    for file in try Checkout.swiftFiles("Sources") {
      guard let layer = table.row(file.target)?.layer else { continue }
      for (number, line) in file.lines.enumerated() {
        if importedModule(line) == "Foundation" {
          Issue.record(
            """
            \(file.path):\(number + 1): import FoundationEssentials instead. Full Foundation costs 5 ms at \
            every start and 44 MB in the program.
            """)
        }
        guard layer < 4 else { continue }
        for name in forbidden where words(of: code(line)).contains(name) {
          Issue.record(
            """
            \(file.path):\(number + 1): \(name) reads about 3 MB/s, and once for each pattern; a pass over \
            bytes or tokens reads 200. Work on [UInt8] or on the token layer.
            """)
        }
      }
    }
  }

  private let forbidden: [Substring] = ["Regex", "NSRegularExpression", "NSString"]

  private func words(of line: Substring) -> [Substring] {
    line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
  }

  @Test func filesEndBeforeTheir300thLine() throws {
    let files = try Checkout.swiftFiles("Sources") + Checkout.swiftFiles("Tests")
    #expect(files.count > 100)
    for file in files where file.lines.count >= 300 {
      Issue.record(
        "\(file.path) has \(file.lines.count) lines: find the second thing in it and move that out")
    }
  }

  @Test func carriedFilesAreListed() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [Checkout.root.appendingPathComponent("Sources/CStetData/list-files.sh").path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let listed = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let isCurrent = listed == (try Checkout.text("Sources/CStetData/files.h"))
    #expect(
      isCurrent, "Dictionaries/ or Rules/ has other files than Sources/CStetData/files.h: run `make data`")
  }

  @Test func everyDataFileHasItsOrigin() throws {
    let notice = try Checkout.text("NOTICE")
    let listed = try Checkout.text("Sources/CStetData/files.h").split(separator: "\n")
    let names = listed.compactMap { $0.hasPrefix("  {\"Dictionaries/") ? $0.split(separator: "\"")[1] : nil }
    #expect(!names.isEmpty)
    for name in names where !notice.contains(name + "\n") {
      Issue.record("NOTICE does not say where \(name) comes from and under what licence")
    }
  }
}
