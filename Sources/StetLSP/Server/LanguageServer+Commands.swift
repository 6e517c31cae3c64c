import StetDocument
import StetService

/// What a client may ask the server to run.
enum WorkspaceCommand: String, CaseIterable {
  /// Arguments: the URI of a text, the id of a rule.
  case turnRuleOff = "stet.turnRuleOff"
  /// Arguments: the URI of a text, the word.
  case addWord = "stet.addWord"
}

extension LanguageServer {
  func execute(_ params: ExecuteCommandParams) async throws {
    guard let command = WorkspaceCommand(rawValue: params.command) else {
      throw ResponseError.invalidParameters("stet has no command “\(params.command)”.")
    }
    let texts = (params.arguments ?? []).compactMap(\.string)
    guard texts.count == 2, DocumentURI.isFile(texts[0]), !texts[1].isEmpty else {
      throw ResponseError.invalidParameters(
        "\(command.rawValue) takes the URI of a file and a \(command == .addWord ? "word" : "rule").")
    }
    let path = DocumentURI.path(texts[0])
    switch command {
    case .turnRuleOff:
      guard await desk.rule(texts[1]) != nil else {
        throw ResponseError.invalidParameters("stet has no rule “\(texts[1])”.")
      }
      try ConfigurationChange.turnOff(rule: texts[1], besides: path)
    case .addWord: try await add(texts[1], for: path)
    }
    _ = await desk.readAgain(.settings)
    await settingsChanged()
  }

  /// Writes a word into the house dictionary that counts for a text.
  private func add(_ word: String, for path: String) async throws {
    let configuration = try await desk.nearestConfiguration(path)
    let top = workspaceFolder(of: path) ?? Array(FilePath.components(path).dropLast())
    let target = try HouseDictionaryTarget(configuration: configuration, madeIn: top)
    let changes = try target.add([word.replacing("/", with: "\\/")])
    if let problem = changes.compactMap(\.problem).first { throw problem }
    for message in changes.compactMap(\.message) { show(message) }
  }

  /// The nearest folder of the workspace that holds a file.
  private func workspaceFolder(of path: String) -> [String]? {
    let file = FilePath.components(path)
    return folders.map { FilePath.components(DocumentURI.path($0.uri)) }
      .filter { file.starts(with: $0) }.max { $0.count < $1.count }
  }
}
