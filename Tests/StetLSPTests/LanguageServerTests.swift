import Foundation
import Testing

@testable import StetLSP

@Suite struct LanguageServerTests {
  private static func codes(_ diagnostics: JSONValue?) -> [String] {
    (diagnostics?.list ?? []).compactMap { $0["code"]?.string }
  }

  @Test func textsAreLintedAsTheyChange() async throws {
    let client = Client()
    let result = try await client.initialize()
    #expect(result["result"]?["capabilities"]?["positionEncoding"] == .text("utf-16"))
    #expect(result["result"]?["capabilities"]?["diagnosticProvider"] == nil)
    await client.open("🏛️ The the vote was calm.\n")
    let first = try await client.wait { $0["method"] == .text("textDocument/publishDiagnostics") }
    let found = first["params"]?["diagnostics"]
    #expect(Self.codes(found) == ["doubled-word"])
    // The building is two UTF-16 code units and its selector one.
    #expect(found?.list?.first?["range"]?["start"] == .object(["line": .number(0), "character": .number(4)]))
    await client.send(
      #"""
      {"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"untitled:a.md","version":2},
      "contentChanges":[{"range":{"start":{"line":0,"character":7},"end":{"line":0,"character":11}},"text":""}]}}
      """#)
    let second = try await client.wait {
      $0["method"] == .text("textDocument/publishDiagnostics") && $0["params"]?["version"] == .number(2)
    }
    #expect(Self.codes(second["params"]?["diagnostics"]) == [])
  }

  @Test func findingsHaveActionsAndPages() async throws {
    let client = Client()
    _ = try await client.initialize(#"{"general":{"positionEncodings":["utf-16","utf-8"]}}"#)
    await client.open("🏛️ The the vote was calm.\n")
    let range = #"{"start":{"line":0,"character":9},"end":{"line":0,"character":9}}"#
    await client.send(
      #"{"jsonrpc":"2.0","id":2,"method":"textDocument/codeAction","params":{"textDocument":{"uri":"untitled:a.md"},"#
        + #""range":"# + range + #","context":{"diagnostics":[]}}}"#)
    let actions = try await client.answer(2)["result"]?.list ?? []
    #expect(
      actions.map { $0["title"]?.string } == [
        "Delete the second “the”", "Excuse “doubled-word” here", "Apply all certain fixes of Stet",
      ])
    await client.send(
      #"{"jsonrpc":"2.0","id":3,"method":"textDocument/hover","params":{"textDocument":{"uri":"untitled:a.md"},"#
        + #""position":{"line":0,"character":9}}}"#)
    let page = try await client.answer(3)["result"]?["contents"]?["value"]?.string ?? ""
    #expect(page.contains("# doubled-word"))
  }

  @Test func whoPullsIsNotPushedTo() async throws {
    let client = Client()
    let result = try await client.initialize(#"{"textDocument":{"diagnostic":{}}}"#)
    #expect(result["result"]?["capabilities"]?["diagnosticProvider"] != nil)
    await client.open("The the vote was calm.\n")
    let pull = { (id: Int, previous: String) in
      #"{"jsonrpc":"2.0","id":\#(id),"method":"textDocument/diagnostic","params":{"textDocument":"#
        + #"{"uri":"untitled:a.md"}\#(previous)}}"#
    }
    await client.send(pull(2, ""))
    let report = try await client.answer(2)["result"]
    #expect(report?["kind"] == .text("full"))
    #expect(Self.codes(report?["items"]) == ["doubled-word"])
    await client.send(pull(3, #","previousResultId":"\#(report?["resultId"]?.string ?? "")""#))
    #expect(try await client.answer(3)["result"]?["kind"] == .text("unchanged"))
  }

  @Test(arguments: [
    (#"{"jsonrpc":"2.0","id":9,"method":"textDocument/hover","params":{}}"#, -32602.0),
    (#"{"jsonrpc":"2.0","id":9,"method":"no/such"}"#, -32601),
    (#"{"jsonrpc":"2.0","id":9,"method":"initialize","params":{}}"#, -32600),
    (
      #"{"jsonrpc":"2.0","id":9,"method":"textDocument/codeLens","params":{"textDocument":{"uri":"file:///no"}}}"#,
      -32602
    ),
    ("[1, 2", -32700), ("\u{0}", -32700),
  ])
  func badMessagesAreAnswered(_ message: String, _ code: Double) async throws {
    let client = Client()
    _ = try await client.initialize()
    #expect(await client.send(message) == nil)
    let answer = try await client.wait { $0["error"] != nil }
    #expect(answer["error"]?["code"] == .number(code))
  }

  @Test func theOrderOfALifeIsKept() async throws {
    let client = Client()
    await client.send(#"{"jsonrpc":"2.0","id":5,"method":"shutdown"}"#)
    #expect(try await client.answer(5)["error"]?["code"] == .number(-32002))
    _ = try await client.initialize()
    #expect(await client.send(#"{"jsonrpc":"2.0","id":6,"method":"shutdown"}"#) == nil)
    #expect(try await client.answer(6)["result"] == .null)
    #expect(await client.send(#"{"jsonrpc":"2.0","method":"exit"}"#) == 0)
    #expect(await Client().send(#"{"jsonrpc":"2.0","method":"exit"}"#) == 1)
  }
}
