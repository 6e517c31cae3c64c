import StetConfiguration
import StetDocument
import StetText

/// Changes a person's `stet.yml` by the line, so that comments and order stay as they are.
package enum ConfigurationChange {
  /// Switches a rule off in the folder of a file; makes the folder's `stet.yml` when there is none.
  ///
  /// Throws when the file cannot be written, or writes its rules in a form that has no line of its own to add to.
  package static func turnOff(rule: String, besides path: String) throws(Problem) {
    let folder = Array(FilePath.components(path).dropLast())
    let name = ConfigurationTree.names.first { FilePath.exists(folder + [$0]) } ?? ConfigurationTree.names[0]
    let file = "/" + (folder + [name]).joined(separator: "/")
    guard FilePath.exists(folder + [name]) else {
      do throws(FileWriting.Failure) {
        try FileWriting.create(file, with: Array("rules:\n  \(rule): off\n".utf8))
      } catch {
        throw Problem(error, path: file)
      }
      return
    }
    try rewrite(file) { text in turningOff(rule, in: text) }
  }

  private static func rewrite(_ file: String, _ change: (String) -> String?) throws(Problem) {
    let old: [UInt8]
    do { old = try FileReading.read(file) } catch { throw Problem(error) }
    guard let text = String(validating: old, as: UTF8.self), let new = change(text) else {
      throw Problem(
        place: file, what: "the rules are not written one a line",
        nextStep: "Add the rule to the file by hand.")
    }
    do throws(FileWriting.Failure) {
      try FileWriting.replace(DiscoveredFile(Array(file.utf8)), with: Array(new.utf8), expecting: old)
    } catch {
      throw Problem(error, path: file)
    }
  }

  /// nil when `rules:` holds something else than lines of its own.
  static func turningOff(_ rule: String, in text: String) -> String? {
    // By bytes: CR and LF are one character of a string.
    var lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard let head = lines.firstIndex(where: { $0.hasPrefix("rules:") }) else {
      let gap = text.isEmpty || text.hasSuffix("\n") ? "" : "\n"
      return text + gap + "rules:\n  \(rule): off\n"
    }
    let rest = lines[head].dropFirst("rules:".count).drop { $0 == " " || $0 == "\r" }
    guard rest.isEmpty || rest.hasPrefix("#") else { return nil }
    let section = lines[(head + 1)...].prefix {
      $0.isEmpty || $0.hasPrefix(" ") || $0.hasPrefix("#") || $0 == "\r"
    }
    let entries = section.filter { line in
      let words = line.drop { $0 == " " }
      return line.hasPrefix(" ") && !words.isEmpty && !words.hasPrefix("#")
    }
    let indent = entries.first.map { String($0.prefix { $0 == " " }) } ?? "  "
    let ending = lines[head].hasSuffix("\r") ? "\r" : ""
    let line = "\(indent)\(rule): off\(ending)"
    if let old = section.indices.first(where: { lines[$0].hasPrefix("\(indent)\(rule):") }) {
      // A rule with options below it has more than a line.
      guard old + 1 == lines.endIndex || !lines[old + 1].hasPrefix(indent + " ") else { return nil }
      lines[old] = line
    } else {
      lines.insert(line, at: head + 1)
    }
    return lines.joined(separator: "\n")
  }
}
