import ArgumentParser
import Foundation

/// What a change of a rule adds and removes on real texts: belongs with every change of a rule.
struct CorpusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corpus", abstract: "Compare what two builds of stet find in corpora.",
    discussion: """
      Lints each folder with both programs and prints, as Markdown, what the new one adds (+), removes (-) and \
      says otherwise (~), rule by rule, with the text. A corpus is known by the name of its folder; the file of \
      pins holds a digest of its texts, so that figures are only compared on the same ones.
      """)

  @Argument(help: "The program before the change.")
  var old: String

  @Argument(help: "The program after it.")
  var new: String

  @Option(name: .customLong("in"), parsing: .upToNextOption, help: "Folders of texts.")
  var folders: [String]

  @Option(help: "The file of pins: lines of a digest and a folder's name.")
  var pins = "Tests/corpora.txt"

  @Option(help: "The most findings shown of one rule.")
  var limit = 50

  @Option(help: "More arguments for both programs, separated by blanks, such as '--pack docs'.")
  var arguments = ""

  mutating func validate() throws {
    for program in [old, new] where access(program, X_OK) != 0 {
      throw ValidationError("There is no program at \(program).")
    }
    for folder in folders where access(folder, R_OK) != 0 {
      throw ValidationError("There is no folder at \(folder).")
    }
    guard limit > 0 else { throw ValidationError("--limit takes a positive number.") }
  }

  func run() throws {
    let pins = try CorpusPins(file: pins)
    let more = arguments.split(separator: " ").map(String.init)
    var totals = (added: 0, removed: 0)
    for folder in folders {
      let name = folder.split(separator: "/").last.map(String.init) ?? folder
      try check(pins, name, folder)
      let before = try CorpusFindings(program: old, arguments: more, corpus: folder)
      let after = try CorpusFindings(program: new, arguments: more, corpus: folder)
      let change = CorpusChange(old: before, new: after)
      for entry in change.changed {
        totals.added += entry.change.added.count
        totals.removed += entry.change.removed.count
      }
      print(change.text(name, folder: folder, limit: limit))
    }
    print("\(totals.added) added, \(totals.removed) removed in \(folders.count) corpora.")
  }

  private func check(_ pins: CorpusPins, _ name: String, _ folder: String) throws {
    switch pins.verdict(name, digest: try CorpusPins.digest(of: folder)) {
    case .same: break
    case .unpinned(let digest):
      complain("\(name) is not pinned: add the line “\(digest) \(name)” to \(self.pins).")
    case .other(let digest):
      complain("\(name) holds other texts than those that were pinned: its digest is \(digest).")
    }
  }

  private func complain(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }
}
