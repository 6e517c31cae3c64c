import StetDocument
import StetLint

/// Takes known findings out of what is reported, and remembers which of them it met.
package struct BaselineFilter {
  package private(set) var baseline: Baseline
  /// The file, as the user gave it.
  package let path: String
  private let folder: [String]
  private var met: Set<Baseline.Entry> = []
  private var linted: Set<String> = []
  private var skipped: Set<String> = []

  /// A baseline that is not there yet is empty.
  package init(path: String, mustExist: Bool) throws(Problem) {
    self.path = path
    folder = Array(FilePath.components(path).dropLast())
    do {
      baseline = try Baseline(try FileReading.read(path))
    } catch let error as FileError {
      guard !mustExist, case .notFound = error else { throw Problem(error) }
      baseline = Baseline()
    } catch let fault as Baseline.Fault {
      throw Problem(
        place: "\(path):\(fault.line)", what: fault.message,
        nextStep: "Mend the line, or write the file again.")
    } catch {
      throw Problem(place: path, what: "\(error)", nextStep: "Write the file again.")
    }
  }

  /// Keeps what is new in a file.
  /// - Returns: how many known findings were taken out.
  package mutating func apply(_ file: inout LintedFile) -> Int {
    let all = file.diagnostics.count
    let entries = entries(of: file)
    let name = name(of: file.path)
    linted.insert(name)
    var kept: [Diagnostic] = []
    for (diagnostic, entry) in zip(file.diagnostics, entries) {
      if baseline.entries.contains(entry) { met.insert(entry) } else { kept.append(diagnostic) }
    }
    file.diagnostics = kept
    // What lies outside of the changes is there all the same.
    for diagnostic in file.unchanged {
      met.insert(Baseline.Entry(path: name, rule: diagnostic.rule, fingerprint: diagnostic.fingerprint))
    }
    return all - kept.count
  }

  /// The entries that a file's findings would be.
  package func entries(of file: LintedFile) -> [Baseline.Entry] {
    let name = name(of: file.path)
    return file.diagnostics.map {
      Baseline.Entry(path: name, rule: $0.rule, fingerprint: $0.fingerprint)
    }
  }

  /// Rules that did not run, so that nothing can be said of what they found before.
  package mutating func skip(_ rules: Set<String>) { skipped.formUnion(rules) }

  /// Known findings of the linted files that are there no more, and those of files that are gone.
  package var mended: Set<Baseline.Entry> {
    baseline.entries.filter { entry in
      linted.contains(entry.path)
        ? !met.contains(entry) && !skipped.contains(entry.rule)
        : !FilePath.exists(folder + FilePath.components(entry.path, from: []))
    }
  }

  /// Writes the baseline anew, in one step.
  package func write(_ baseline: Baseline) throws(Problem) {
    do {
      try FileWriting.create(path, with: baseline.bytes())
    } catch {
      throw Problem(error, path: path)
    }
  }

  /// Below the folder of the baseline, so that a site may lie anywhere; from the root for files outside it.
  private func name(of path: String) -> String {
    let file = FilePath.components(path)
    return file.starts(with: folder)
      ? file.dropFirst(folder.count).joined(separator: "/") : "/" + file.joined(separator: "/")
  }
}
