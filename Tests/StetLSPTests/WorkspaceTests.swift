import Foundation
import Testing

@testable import StetLSP

@Suite struct WorkspaceTests {
  private static let pulls =
    #"{"textDocument":{"diagnostic":{}},"workspace":{"diagnostics":{"refreshSupport":true}}}"#

  private func workspaceReport(_ client: Client, _ id: Int, _ previous: String = "[]") async throws
    -> [JSONValue]
  {
    await client.request(id, "workspace/diagnostic", #"{"previousResultIds":\#(previous)}"#)
    return try await client.answer(id)["result"]?["items"]?.list ?? []
  }

  /// Rules of the house, styles, dictionaries, languages and comparison of files: all as `stet lint` has it.
  @Test func theServerSaysWhatTheCommandLineSays() async throws {
    try await withWorkspace(House.files) { folder in
      let expected = try await House.commandLine(folder.path)
      for rule in ["long-verb", "Ours.Hype", "forbidden-form", "unknown-word", "doubled-word"] {
        #expect(expected.contains { $0.contains(" \(rule) ") }, "\(rule) is not among what is compared")
      }
      let client = Client()
      try await client.initialize(Self.pulls, folder: folder.path)
      let items = try await workspaceReport(client, 2)
      #expect(items.flatMap { House.lines($0["uri"]?.string, $0["items"]?.list ?? []) }.sorted() == expected)

      // One by one, as texts that are open, the files say the same.
      var single: [String] = []
      for (number, name) in ["a.md", "b.txt", "fr/c.md", "deep/d.md", "clean.md", "drafts/e.md"].enumerated()
      {
        let url = folder.appendingPathComponent(name)
        let uri = DocumentURI.uri(url.path)
        await client.open(try String(contentsOf: url, encoding: .utf8), uri: uri)
        await client.request(10 + number, "textDocument/diagnostic", #"{"textDocument":{"uri":"\#(uri)"}}"#)
        single += House.lines(uri, try await client.answer(10 + number)["result"]?["items"]?.list ?? [])
      }
      #expect(single.sorted() == expected)

      // With texts open, the whole is still the same.
      let again = try await workspaceReport(client, 30)
      #expect(again.flatMap { House.lines($0["uri"]?.string, $0["items"]?.list ?? []) }.sorted() == expected)
    }
  }

  @Test func whatIsKnownIsNotReadAgain() async throws {
    try await withWorkspace(["a.md": "The the vote.\n", "b.md": "A an vote.\n", "c.md": "The vote.\n"]) {
      folder in
      let client = Client()
      try await client.initialize(Self.pulls, folder: folder.path)
      let first = try await workspaceReport(client, 2)
      #expect(first.map { $0["kind"]?.string } == ["full", "full"])
      let previous = first.map { item in
        #"{"uri":"\#(item["uri"]?.string ?? "")","value":"\#(item["resultId"]?.string ?? "")"}"#
      }.joined(separator: ",")
      let second = try await workspaceReport(client, 3, "[\(previous)]")
      #expect(second.map { $0["kind"]?.string } == ["unchanged", "unchanged"])
      try write("The vote was calm.\n", to: "a.md", in: folder)
      try FileManager.default.removeItem(at: folder.appendingPathComponent("b.md"))
      try write("The the vote moved on.\n", to: "c.md", in: folder)
      let third = try await workspaceReport(client, 4, "[\(previous)]")
      let told = Dictionary(
        uniqueKeysWithValues: third.map {
          (($0["uri"]?.string ?? "").suffix(4), Client.codes($0["items"]?.list ?? []))
        })
      #expect(told == ["a.md": [], "b.md": [], "c.md": ["doubled-word"]])
    }
  }

  @Test func partsAreSentAsTheyComeAndProgressIsTold() async throws {
    let files = (0..<250).map { ("\($0).md", "The the vote number \($0).\n") }
    try await withWorkspace(Dictionary(uniqueKeysWithValues: files)) { folder in
      let client = Client()
      try await client.initialize(Self.pulls, folder: folder.path)
      await client.request(
        2, "workspace/diagnostic", #"{"previousResultIds":[],"workDoneToken":"w","partialResultToken":"p"}"#)
      let rest = try await client.answer(2)["result"]?["items"]?.list ?? []
      let progress = client.messages.filter { $0["method"] == .text("$/progress") }
      let parts = progress.filter { $0["params"]?["token"] == .text("p") }
      let sent = parts.flatMap { $0["params"]?["value"]?["items"]?.list ?? [] }
      #expect(sent.count == 200 && rest.count == 50)
      let kinds = progress.filter { $0["params"]?["token"] == .text("w") }.compactMap {
        $0["params"]?["value"]?["kind"]?.string
      }
      #expect(kinds.first == "begin" && kinds.last == "end" && kinds.count > 50)
    }
  }

  /// Each case changes a file of the house and says where something else is found then.
  @Test(arguments: [
    ("stet.yml", "root: true\nrules:\n  doubled-word: off\n", ["doubled-word", "long-verb"], []),
    ("house.dic", "gari\nrecieve\n", ["unknown-word"], []),
    (
      "style/long-verb.yml", House.rule.replacingOccurrences(of: "utilise", with: "market"), ["long-verb"],
      ["long-verb"]
    ),
    (
      "vale/Ours/Hype.yml", "extends: existence\nmessage: \"Not '%s'.\"\nlevel: error\ntokens:\n  - mayor\n",
      [], ["Ours.Hype"]
    ),
  ])
  func whatIsSavedHolds(_ path: String, _ content: String, _ gone: [String], _ come: [String]) async throws {
    try await withWorkspace(House.files) { folder in
      let client = Client()
      try await client.initialize(folder: folder.path)
      let uri = DocumentURI.uri(folder.appendingPathComponent("x.md").path)
      await client.open("The the mayor will recieve it; they utilise the market.\n", uri: uri)
      let before = Client.codes(try await client.pushed(uri))
      #expect(Set(before) == ["doubled-word", "unknown-word", "long-verb"])
      let count = client.messages.count
      try write(content, to: path, in: folder)
      // Saved in another program; this one only hears that something was.
      await client.notify(
        "workspace/didChangeWatchedFiles",
        #"{"changes":[{"uri":"\#(DocumentURI.uri(folder.appendingPathComponent(path).path))","type":2}]}"#)
      let after = Client.codes(try await client.pushed(uri, after: count))
      let expected = Set(before).subtracting(gone).union(come)
      #expect(Set(after) == expected)
    }
  }

  /// A dictionary that was named too early counts as soon as it is there.
  @Test func aMissingDictionaryIsToldAndFound() async throws {
    try await withWorkspace(["stet.yml": "root: true\ndictionaries: late.dic\n"]) { folder in
      let client = Client()
      try await client.initialize(folder: folder.path)
      let uri = DocumentURI.uri(folder.appendingPathComponent("x.md").path)
      await client.open("They recieve the letter.\n", uri: uri)
      #expect(try await Client.codes(client.pushed(uri)) == ["unknown-word"])
      let faults = try await client.pushed(DocumentURI.uri(folder.appendingPathComponent("stet.yml").path))
      #expect(faults.first?["message"]?.string?.contains("late.dic") == true)
      let count = client.messages.count
      try write("recieve\n", to: "late.dic", in: folder)
      await client.save(DocumentURI.uri(folder.appendingPathComponent("late.dic").path))
      #expect(try await client.pushed(uri, after: count) == [])
    }
  }

  @Test func brokenRulesAreShownAtTheirLines() async throws {
    var files = House.files
    files["style/long-verb.yml"] = "id: long-verb\nfamily: style\nseverity: grave\n"
    files["stet.yml"]? += "nonsense: 1\n"
    try await withWorkspace(files) { folder in
      let client = Client()
      try await client.initialize(folder: folder.path)
      await client.open(
        "They utilise it.\n", uri: DocumentURI.uri(folder.appendingPathComponent("x.md").path))
      let rule = DocumentURI.uri(folder.appendingPathComponent("style/long-verb.yml").path)
      let faults = try await client.pushed(rule)
      #expect(faults.contains { $0["range"]?["start"]?["line"] == .number(2) })
      let configuration = try await client.pushed(
        DocumentURI.uri(folder.appendingPathComponent("stet.yml").path))
      #expect(configuration.first?["message"]?.string?.contains("nonsense") == true)
      // Mended, they are taken back.
      let count = client.messages.count
      try write(House.rule, to: "style/long-verb.yml", in: folder)
      await client.save(rule)
      #expect(try await client.pushed(rule, after: count) == [])
    }
  }

  @Test func rulesAreWatchedWhereverTheyLie() async throws {
    try await withWorkspace(House.files) { folder in
      let client = Client()
      try await client.initialize(
        #"{"workspace":{"didChangeWatchedFiles":{"dynamicRegistration":true,"relativePatternSupport":true}}}"#,
        folder: folder.path)
      await client.open("A text.\n", uri: DocumentURI.uri(folder.appendingPathComponent("x.md").path))
      let message = try await client.wait {
        $0["method"] == .text("client/registerCapability")
          && $0["params"]?["registrations"]?.list?.first?["id"] == .text("stet-rules")
      }
      let watchers =
        message["params"]?["registrations"]?.list?.first?["registerOptions"]?["watchers"]?.list ?? []
      let bases = watchers.compactMap { $0["globPattern"]?["baseUri"]?.string }
      #expect(bases.contains(DocumentURI.uri(folder.appendingPathComponent("style").path)))
      #expect(bases.contains(DocumentURI.uri(folder.appendingPathComponent("vale").path)))
    }
  }

  @Test(arguments: [
    ("$/cancelRequest", #"{"id":2}"#), ("window/workDoneProgress/cancel", #"{"token":"w"}"#),
  ])
  func whatIsCancelledEndsAtOnce(_ method: String, _ params: String) async throws {
    let files = (0..<60).map { ("\($0).md", String(repeating: "The the vote number \($0). ", count: 4)) }
    try await withWorkspace(Dictionary(uniqueKeysWithValues: files)) { folder in
      let client = Client()
      try await client.initialize(Self.pulls, folder: folder.path)
      await client.request(2, "workspace/diagnostic", #"{"previousResultIds":[],"workDoneToken":"w"}"#)
      await client.notify(method, params)
      #expect(try await client.answer(2)["error"]?["code"] == .number(-32800))
      let reports = client.messages.filter { $0["params"]?["value"]?["kind"] == .text("report") }
      #expect(reports.count < 55, "the run went on to its end")
      // What was left out is not taken for clean.
      #expect(try await workspaceReport(client, 3).count == 60)
    }
  }

  /// Each folder of the workspace has the configuration that lies in it.
  @Test func foldersComeAndGo() async throws {
    let files = [
      "one/stet.yml": "root: true\nrules:\n  doubled-word: off\n", "one/a.md": "The the vote.\n",
      "two/stet.yml": "root: true\n", "two/a.md": "The the vote.\n",
    ]
    try await withWorkspace(files) { folder in
      let client = Client()
      try await client.initialize(Self.pulls, folder: folder.appendingPathComponent("one").path)
      #expect(try await workspaceReport(client, 2).isEmpty)
      let two = #"{"uri":"\#(DocumentURI.uri(folder.appendingPathComponent("two").path))","name":"two"}"#
      await client.notify(
        "workspace/didChangeWorkspaceFolders", #"{"event":{"added":[\#(two)],"removed":[]}}"#)
      let both = try await workspaceReport(client, 3)
      #expect(both.map { $0["uri"]?.string?.hasSuffix("two/a.md") } == [true])
      await client.notify(
        "workspace/didChangeWorkspaceFolders", #"{"event":{"added":[],"removed":[\#(two)]}}"#)
      #expect(try await workspaceReport(client, 4).isEmpty)
    }
  }
}
