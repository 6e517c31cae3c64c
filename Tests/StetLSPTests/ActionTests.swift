import Foundation
import Testing

@testable import StetLSP

@Suite struct ActionTests {
  private static func titles(_ actions: [JSONValue]) -> [String] {
    actions.compactMap { $0["title"]?.string }
  }

  private func run(_ client: Client, _ id: Int, _ action: JSONValue?) async throws -> JSONValue {
    let command = try #require(action?["command"])
    let body = String(decoding: try JSONEncoder().encode(command), as: UTF8.self)
    await client.request(id, "workspace/executeCommand", body)
    return try await client.answer(id)
  }

  /// The word goes into the dictionary of the nearest configuration; both are made in the workspace's folder when there
  /// is none.
  @Test(arguments: [
    ([:], "stet.dic", "stet.yml"),
    (
      ["stet.yml": "root: true\ndictionaries: words/house.dic\n", "words/house.dic": "gari\n"],
      "words/house.dic", nil
    ),
  ])
  func wordsGoIntoTheHouseDictionary(
    _ files: [String: String], _ dictionary: String, _ configuration: String?
  ) async throws {
    try await withWorkspace(files) { folder in
      let client = Client()
      try await client.initialize(folder: folder.path)
      let uri = DocumentURI.uri(folder.appendingPathComponent("news/a.md").path)
      await client.open("They recieve the letter.\n\nThe report comesafter a week of storms.\n", uri: uri)
      #expect(try await Client.codes(client.pushed(uri)) == ["unknown-word", "run-together-words"])
      for (number, (line, column, word)) in [(0, 6, "recieve"), (2, 12, "comesafter")].enumerated() {
        let actions = try await client.actions(10 + number, uri, line: line, character: column)
        let title = "Add “\(word)” to the house dictionary"
        let count = client.messages.count
        let answer = try await run(client, 20 + number, actions.first { $0["title"]?.string == title })
        #expect(answer["error"] == nil)
        #expect(try await Client.codes(client.pushed(uri, after: count)).count == 1 - number)
      }
      let text = try String(contentsOf: folder.appendingPathComponent(dictionary), encoding: .utf8)
      #expect(text.contains("recieve\n") && text.contains("comesafter\n"))
      if let configuration {
        let text = try String(contentsOf: folder.appendingPathComponent(configuration), encoding: .utf8)
        #expect(text.contains("stet.dic"))
      }
    }
  }

  @Test func aRuleIsTurnedOffInItsFolder() async throws {
    try await withWorkspace([:]) { folder in
      let client = Client()
      try await client.initialize(folder: folder.path)
      try write("", to: "news/stet.yml", in: folder)
      let uri = DocumentURI.uri(folder.appendingPathComponent("news/a.md").path)
      await client.open("The the vote.\n", uri: uri)
      #expect(try await client.pushed(uri).count == 1)
      let actions = try await client.actions(2, uri, line: 0, character: 5)
      let count = client.messages.count
      _ = try await run(client, 3, actions.first { $0["title"]?.string?.hasPrefix("Turn off") == true })
      #expect(try await client.pushed(uri, after: count).isEmpty)
    }
  }

  /// What is offered to let a finding stand, and what it puts into the text.
  @Test(arguments: [
    ("a.md", "# News\n\nThe the vote.\n", 2, 5, "Excuse “doubled-word” here", "<!-- stet doubled-word -->\n"),
    ("a.md", "They recieve it.\r\n", 0, 6, "Excuse “unknown-word” here", "<!-- stet unknown-word -->\r\n"),
    ("a.mdx", "They recieve it.\n", 0, 6, "Excuse “unknown-word” here", "{/* stet unknown-word */}\n"),
    ("a.txt", "They recieve it.\n", 0, 6, "Keep “recieve” as it is written: [sic]", " [sic]"),
    ("a.md", "- They recieve it.\n", 0, 8, "Keep “recieve” as it is written: [sic]", " [sic]"),
  ])
  func findingsAreExcused(
    _ name: String, _ text: String, _ line: Int, _ column: Int, _ title: String, _ inserted: String
  ) async throws {
    let client = Client()
    try await client.initialize()
    let uri = "untitled:\(name)"
    await client.open(text, uri: uri)
    #expect(try await client.pushed(uri).count == 1)
    let actions = try await client.actions(2, uri, line: line, character: column)
    let action = try #require(actions.first { $0["title"]?.string == title }, "\(Self.titles(actions))")
    let edit = try #require(action["edit"]?["changes"]?[uri]?.list?.first)
    #expect(edit["newText"] == .text(inserted))
    // With the edit the finding is gone.
    let range = String(decoding: try JSONEncoder().encode(try #require(edit["range"])), as: UTF8.self)
    let count = client.messages.count
    await client.notify(
      "textDocument/didChange",
      #"{"textDocument":{"uri":"\#(uri)","version":2},"contentChanges":[{"range":\#(range),"text":\#(Client.quoted(inserted))}]}"#
    )
    #expect(try await Client.codes(client.pushed(uri, after: count)) == [])
  }

  /// A link only for clients that can open it.
  @Test func pagesAreTextsOfTheServerWhereClientsKnowThem() async throws {
    let client = Client()
    let answer = try await client.initialize(#"{"workspace":{"textDocumentContent":{}}}"#)
    let schemes = answer["result"]?["capabilities"]?["workspace"]?["textDocumentContent"]?["schemes"]
    #expect(schemes == .list([.text("stet")]))
    await client.open("The the vote.\n")
    let href = try await client.pushed("untitled:a.md").first?["codeDescription"]?["href"]?.string ?? ""
    await client.request(2, "workspace/textDocumentContent", #"{"uri":"\#(href)"}"#)
    #expect(try await client.answer(2)["result"]?["text"]?.string?.contains("# doubled-word") == true)
    await client.request(3, "workspace/textDocumentContent", #"{"uri":"stet:/rules/no-such.md"}"#)
    #expect(try await client.answer(3)["error"]?["code"] == .number(-32602))

    let other = Client()
    try await other.initialize()
    await other.open("The the vote.\n")
    #expect(try await other.pushed("untitled:a.md").first?["codeDescription"] == nil)
  }

  @Test func commandsThatCannotBeDoneSayWhy() async throws {
    let client = Client()
    try await client.initialize()
    for (id, params) in [
      #"{"command":"no.such"}"#, #"{"command":"stet.addWord","arguments":["untitled:a.md","x"]}"#,
      #"{"command":"stet.turnRuleOff","arguments":["file:///proc/none/a.md","doubled-word"]}"#,
      #"{"command":"stet.turnRuleOff","arguments":["file:///tmp/a.md","no-such-rule"]}"#,
    ].enumerated() {
      await client.request(10 + id, "workspace/executeCommand", params)
      let error = try await client.answer(10 + id)["error"]
      #expect(error?["message"]?.string?.isEmpty == false)
    }
  }
}

@Suite struct ClientSettingsTests {
  @Test(arguments: [
    (#"{"stet":{"pack":"strict","notes":false}}"#, 0), (#"{"pack":"huge"}"#, 1),
    (#"{"stet":{"language":"tlh-1"}}"#, 1),
    (#"{"stet":{"kind":3,"ruleFolders":4,"vale":false,"notes":"yes","nonsense":1}}"#, 5),
    (#"{"python":{"analysis":true}}"#, 0), ("null", 0), ("[]", 0),
  ])
  func whatCannotBeFollowedIsSaid(_ json: String, _ faults: Int) throws {
    let settings = ClientSettings(try JSONDecoder().decode(JSONValue.self, from: Data(json.utf8)))
    #expect(settings.faults.count == faults, "\(settings.faults)")
  }

  @Test func laterSettingsStandOverEarlierOnes() throws {
    let first = ClientSettings(.object(["notes": .bool(true), "vale": .text("a.ini")]))
    let second = ClientSettings(.object(["stet": .object(["vale": .text("b.ini")])]), over: first)
    #expect(second.showsNotes == true)
    #expect(second.vale == "b.ini")
  }

  /// A client that does not send its settings is asked for them.
  @Test func whoDoesNotSendSettingsIsAsked() async throws {
    let client = Client()
    try await client.initialize(#"{"workspace":{"configuration":true}}"#)
    let question = try await client.wait { $0["method"] == .text("workspace/configuration") }
    guard case .number(let id)? = question["id"] else {
      Issue.record("the question has no id")
      return
    }
    await client.open("The the vote.\n", uri: "file:///nowhere/a.md")
    #expect(try await client.pushed("file:///nowhere/a.md").first?["code"] == .text("doubled-word"))
    try await withWorkspace(["off.yml": "rules:\n  doubled-word: off\n"]) { folder in
      let count = client.messages.count
      let path = folder.appendingPathComponent("off.yml").path
      await client.send(#"{"jsonrpc":"2.0","id":\#(Int(id)),"result":[{"configuration":"\#(path)"}]}"#)
      let found = try await client.pushed("file:///nowhere/a.md", after: count)
      #expect(found == [])
    }
  }
}
