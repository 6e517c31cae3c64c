import Foundation
import Testing

@testable import StetLSP

/// What no client should send. The server answers, and goes on.
@Suite struct HostileClientTests {
  /// The server is alive and right when it still finds the doubled word.
  private func proveLife(_ client: Client, _ id: Int = 999) async throws {
    await client.open("The the vote.\n", uri: "untitled:life.md")
    await client.request(id, "textDocument/codeLens", #"{"textDocument":{"uri":"untitled:life.md"}}"#)
    let title = try await client.answer(id)["result"]?.list?.first?["command"]?["title"]
    #expect(title == .text("Stet: 1 error"))
  }

  private static let badMessages: [(String, Double)] = [
    ("{\"id\": 1,", -32700), ("\u{FFFF}", -32700), ("", -32700), ("[]", -32600), ("3", -32600),
    ("{}", -32600),
    ("[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"shutdown\"}]", -32600),
    ("{\"id\":{},\"method\":\"shutdown\"}", -32600), ("{\"id\":1.5,\"method\":\"shutdown\"}", -32600),
    ("{\"id\":7,\"method\":3}", -32600), ("{\"id\":7}", -32600),
    (String(repeating: "[", count: 100_000), -32700),
    (
      "{\"id\":7,\"method\":\"textDocument/hover\",\"params\":" + String(repeating: "{\"a\":", count: 600),
      -32700
    ),
    ("{\"id\":7,\"method\":\"textDocument/hover\"}", -32602),
    ("{\"id\":7,\"method\":\"textDocument/hover\",\"params\":[1,2]}", -32602),
    ("{\"id\":7,\"method\":\"textDocument/codeAction\",\"params\":{\"textDocument\":{\"uri\":3}}}", -32602),
    ("{\"id\":7,\"method\":\"\"}", -32601), ("{\"id\":7,\"method\":\"$/unknown\"}", -32601),
  ]

  @Test(arguments: badMessages)
  func everyBadMessageHasOneAnswer(_ body: String, _ code: Double) async throws {
    let client = Client()
    try await client.initialize()
    let count = client.messages.count
    #expect(await client.send(body) == nil)
    let error = try await client.wait(after: count) { $0["error"] != nil }
    #expect(error["error"]?["code"] == .number(code), "\(error)")
    #expect(error["error"]?["message"]?.string?.isEmpty == false)
    try await proveLife(client)
  }

  @Test(arguments: [
    #"{"method":"textDocument/didOpen","params":{"textDocument":{"uri":"untitled:x"}}}"#,
    #"{"method":"textDocument/didChange","params":{"textDocument":{"uri":"untitled:never","version":2},"contentChanges":[]}}"#,
    #"{"method":"textDocument/didClose","params":{"textDocument":{"uri":"untitled:never"}}}"#,
    #"{"method":"textDocument/didSave","params":{}}"#, #"{"method":"$/cancelRequest","params":{"id":[]}}"#,
    #"{"method":"$/cancelRequest","params":{"id":424242}}"#, #"{"method":"initialized"}"#,
    #"{"method":"workspace/didChangeWatchedFiles","params":{"changes":"all"}}"#,
    #"{"method":"workspace/didChangeConfiguration","params":{"settings":{"stet":{"pack":[1,{"a":null}]}}}}"#,
    #"{"method":"workspace/didChangeWorkspaceFolders","params":{"event":{"added":[{"uri":"nonsense:"}],"removed":[]}}}"#,
    #"{"method":"textDocument/didOpen","params":{"textDocument":{"uri":"file://%zz/\\","version":1,"text":"\ud800 The the."}}}"#,
    #"{"method":"textDocument/didOpen","params":{"textDocument":{"uri":"","version":1,"text":"\u0000The the."}}}"#,
    #"{"id":77,"result":[{}]}"#, #"{"id":"x","error":{"code":1,"message":"no"}}"#,
  ])
  func badNotificationsHarmNobody(_ body: String) async throws {
    let client = Client()
    try await client.initialize()
    #expect(await client.send(body) == nil)
    try await proveLife(client)
  }

  /// Ranges that no text has are refused, and the text stays as it was.
  @Test(arguments: [
    (0, 9, 0, 2), (5, 0, 6, 0), (-1, 0, 0, 0), (0, -5, 0, 0), (Int.max, Int.max, Int.max, Int.max),
    (0, 0, Int.max, 0),
  ])
  func changesOutsideOfTheTextAreRefused(_ line: Int, _ column: Int, _ endLine: Int, _ end: Int) async throws
  {
    let client = Client()
    try await client.initialize()
    await client.open("The the vote.\n")
    let range =
      #"{"start":{"line":\#(line),"character":\#(column)},"end":{"line":\#(endLine),"character":\#(end)}}"#
    await client.notify(
      "textDocument/didChange",
      #"{"textDocument":{"uri":"untitled:a.md","version":2},"contentChanges":[{"range":\#(range),"text":"X"}]}"#
    )
    let complaint = try await client.wait { $0["method"] == .text("window/showMessage") }
    #expect(complaint["params"]?["message"]?.string?.contains("untitled:a.md") == true)
    await client.request(5, "textDocument/codeLens", #"{"textDocument":{"uri":"untitled:a.md"}}"#)
    let lens = try await client.answer(5)["result"]?.list?.first?["command"]?["title"]
    #expect(lens == .text("Stet: 1 error"))
  }

  @Test func anIdInUseIsRefusedAndFreeAgainAfterwards() async throws {
    let client = Client()
    try await client.initialize()
    await client.open("The the vote.\n")
    for _ in 0..<3 {
      await client.request(8, "textDocument/codeLens", #"{"textDocument":{"uri":"untitled:a.md"}}"#)
    }
    _ = try await client.wait { $0["id"] == .number(8) && $0["result"] != nil }
    let answers = client.messages.filter { $0["id"] == .number(8) }
    #expect(answers.count == 3)
    #expect(answers.contains { $0["error"]?["code"] == .number(-32600) })
    await client.request(8, "textDocument/codeLens", #"{"textDocument":{"uri":"untitled:a.md"}}"#)
    _ = try await client.wait(after: client.messages.count - 1) { $0["id"] == .number(8) }
  }

  /// Every request has one answer, however many there are and whatever becomes of them.
  @Test func aStormOfCancelledRequestsIsAnswered() async throws {
    let client = Client()
    try await client.initialize()
    await client.open(String(repeating: "The the vote was calm. ", count: 500))
    for id in 1000..<2000 {
      await client.request(id, "textDocument/codeLens", #"{"textDocument":{"uri":"untitled:a.md"}}"#)
      await client.notify("$/cancelRequest", #"{"id":\#(id)}"#)
    }
    try await proveLife(client)
    for _ in 0..<1000 {
      if client.messages.count >= 1000 { break }
      try await Task.sleep(for: .milliseconds(10))
    }
    var answers: [JSONValue: Int] = [:]
    for message in client.messages where message["method"] == nil {
      answers[message["id"] ?? .null, default: 0] += 1
    }
    #expect((1000..<2000).allSatisfy { answers[.number(Double($0))] == 1 })
  }

  /// A text over the limit is said to be unchecked; once it is shorter, it is checked.
  @Test func aTextThatIsTooLongIsSaidToBeUnchecked() async throws {
    let client = Client()
    try await client.initialize()
    await client.open(String(repeating: "The the vote was calm. ", count: 95_000))
    let found = try await client.pushed("untitled:a.md")
    #expect(Client.codes(found) == ["text-too-long"])
    #expect(try await client.actions(3, "untitled:a.md", line: 0, character: 3).isEmpty)
    let count = client.messages.count
    await client.notify(
      "textDocument/didChange",
      #"{"textDocument":{"uri":"untitled:a.md","version":2},"contentChanges":[{"text":"The the vote."}]}"#)
    #expect(try await Client.codes(client.pushed("untitled:a.md", after: count)) == ["doubled-word"])
  }
}
