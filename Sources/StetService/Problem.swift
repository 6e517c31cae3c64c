import Glibc
import StetDocument
import StetPatterns
import StetSpelling

/// Why something could not be done: where, what happened, and the next step. Never about a text's faults.
package struct Problem: Error, Sendable, Hashable {
  /// The file, folder or word of the command line that it is about.
  package var place: String
  package var what: String
  package var nextStep: String

  package init(place: String, what: String, nextStep: String) {
    self.place = place
    self.what = what
    self.nextStep = nextStep
  }

  package init(_ error: DiscoveryError) {
    self.init(place: error.path, what: error.what, nextStep: error.nextStep)
  }

  package init(_ error: FileError) {
    self.init(place: error.path, what: error.what, nextStep: error.nextStep)
  }

  /// - Parameter path: of the file that was to be replaced.
  package init(_ error: FileWriting.Failure, path: String) {
    switch error {
    case .changed:
      self.init(
        place: path, what: "somebody changed the file after it was read; it was left as it is",
        nextStep: "Run `stet fix` again.")
    case .readOnly:
      self.init(
        place: path, what: "the file is read-only; it was left as it is",
        nextStep: "Give yourself the right to write to it, and run `stet fix` again.")
    case .system(let code):
      self.init(
        place: path, what: "the file cannot be written: \(String(cString: strerror(code)))",
        nextStep: "It is as it was. Check the permissions of its folder and the space on the disk.")
    }
  }

  package init(_ error: SpellingError) {
    switch error {
    case .missing(let name, let searched, let package):
      let install = package.map { "Install it with `apt-get install \($0)`" } ?? "Put it into one of them"
      self.init(
        place: "\(name).dic",
        what: "the spelling dictionary is in none of \(searched.joined(separator: ", "))",
        nextStep: "\(install), or name its folder in the variable DICPATH.")
    case .unreadable(let path):
      self.init(
        place: path, what: "the spelling dictionary cannot be read", nextStep: "Check the file's permissions."
      )
    case .malformed(let path, let reason):
      self.init(
        place: path, what: "this is no spelling dictionary: \(reason)",
        nextStep: "Install the package again that it came from.")
    }
  }

  package init(_ error: RuleFileError) {
    self.init(
      place: "\(error.file):\(error.line):\(error.column)", what: error.message,
      nextStep: "The rule is left out until its file is mended.")
  }

  /// One line for standard error.
  package var line: String { "\(place): \(what)\(what.hasSuffix("?") ? "" : ".") \(nextStep)" }
}
