import ArgumentParser
import StetConfiguration
import StetService
import StetSpelling

struct WordsAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Writes words into the house dictionary.",
    discussion: """
      The dictionary is the last one that the nearest stet.yml names. When it names none, stet.dic is made beside it; \
      when there is no stet.yml, both are. A word may be anything that a line of a dictionary is: '*wrong = right' \
      forbids a form.
      """)

  @Argument(help: "The words, in the case in which they are right.")
  var words: [String]

  @Option(help: ArgumentHelp("A word that they inflect like.", valueName: "word"))
  var like: String?

  @Option(help: ArgumentHelp("The dictionary to write into.", valueName: "file"))
  var to: String?

  @OptionGroup var configuration: ConfigurationOptions

  mutating func validate() throws {
    if let like, like.isEmpty || like.contains(where: { "/*=#".contains($0) }) {
      throw ValidationError("--like takes one word.")
    }
    if like != nil, words.contains(where: { $0.hasPrefix("*") }) {
      throw ValidationError("A forbidden form inflects like nothing; add it without --like.")
    }
  }

  func run() throws {
    do {
      if let like { try WordLookup(configuration).checkExample(like) }
      let target = try target()
      let lines = words.map { word in
        word.hasPrefix("*") ? word : word.replacing("/", with: "\\/") + (like.map { "/\($0)" } ?? "")
      }
      let changes = try target.add(lines)
      if let made = target.configuration, changes.contains(where: { $0.problem == nil }) {
        Terminal.print("\(made.path): “dictionaries” names \(target.path)\n")
      }
      for change in changes { if let message = change.message { Terminal.print(message + "\n") } }
      try BaselineOptions.finish(changes.compactMap(\.problem))
    } catch let problem as Problem {
      try BaselineOptions.finish([problem])
    }
  }

  private func target() throws(Problem) -> HouseDictionaryTarget {
    if let to { return HouseDictionaryTarget(path: to) }
    if configuration.noConfig {
      throw Problem(
        place: "--no-config", what: "without configuration there is no house dictionary",
        nextStep: "Name one with --to.")
    }
    return try HouseDictionaryTarget(configuration: WordLookup(configuration).nearestConfiguration)
  }
}

struct WordsCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Tells whether words are known, and why.",
    discussion: "Exit status: 0 all are known, 1 some are not.")

  @Argument(help: "Words or phrases.")
  var words: [String]

  @OptionGroup var configuration: ConfigurationOptions

  func run() throws {
    var areAllKnown = true
    do {
      let lookup = try WordLookup(configuration)
      for word in words {
        let verdict = lookup.verdict(on: word)
        if !verdict.isKnown { areAllKnown = false }
        Terminal.print("\(word): \(WordLookup.text(verdict))\n")
      }
      try BaselineOptions.finish(lookup.problems)
    } catch let problem as Problem {
      try BaselineOptions.finish([problem])
    }
    if !areAllKnown { throw ExitCode(1) }
  }
}

extension WordLookup {
  init(_ options: ConfigurationOptions) throws(Problem) {
    let source: ConfigurationTree.Source =
      options.noConfig ? .none : options.config.map { .file($0) } ?? .folders
    try self.init(source, language: options.language.language)
  }

  /// A verdict for people, without full stop.
  static func text(_ verdict: WordVerdict) -> String {
    switch verdict {
    case .forbidden(let form):
      let right = form.right.map { "; write “\($0)”" } ?? ""
      return "forbidden by \(form.path), line \(form.line)\(right)"
    case .house(let path, let line, let entry): return "known: “\(entry)” in \(path), line \(line)"
    case .listed: return "known: among the “words” of the configuration"
    case .dictionary(let name, let entry): return "known: “\(entry)” in \(name)"
    case .number: return "known: a number"
    case .formed: return "known: made of known words"
    case .unchecked: return "not checked: the language has no dictionary here"
    case .unknown(let suggestions):
      let list = suggestions.map { "“\($0)”" }.joined(separator: ", ")
      return "unknown" + (suggestions.isEmpty ? "" : "; near it: \(list)")
    }
  }
}
