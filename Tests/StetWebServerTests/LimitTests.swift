import Testing

@testable import StetWebServer

@Suite struct LimitTests {
  /// Small limits, so that they are met soon.
  static let server = Task {
    try await TestServer {
      $0.maximalBody = 2_000
      $0.maximalBodySeconds = 1
      $0.maximalConnections = 100
    }
  }

  private static let head = "POST /v1/lint HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"

  /// What a client sends, in pieces half a second apart, and the status it gets.
  static let clients: [(what: String, pieces: [String], status: Int)] = [
    ("announces too much", [head + "Content-Length: 99999999999\r\n\r\n"], 413),
    (
      "announces too much and sends it",
      [head + "Content-Length: 9000\r\n\r\n" + String(repeating: "a ", count: 4_500)], 413
    ),
    (
      "sends too much in chunks",
      [head + "Transfer-Encoding: chunked\r\n\r\nbb8\r\n" + String(repeating: "a", count: 3_000)], 413
    ),
    ("stops in the middle", [head + "Content-Length: 100\r\n\r\nabc"], 408),
    ("sends drop by drop", [head + "Content-Length: 100\r\n\r\n", "a", "b", "c", "d", "e"], 408),
    ("sends in two pieces", [head + "Connection: close\r\nContent-Length: 4\r\n\r\nab", "cd"], 200),
    ("sends no HTTP", ["GARBAGE\r\n\r\n"], 400),
    ("sends two lengths", [head + "Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcd"], 400),
    (
      "sends a long head",
      [
        "GET /healthz HTTP/1.1\r\nHost: localhost\r\nX: " + String(repeating: "x", count: 90_000) + "\r\n\r\n"
      ], 431
    ),
    (
      "waits for the word to go on",
      [head + "Connection: close\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n", "abcd"], 100
    ),
    (
      "is answered before its body ends",
      ["POST /nothing HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 40\r\n\r\nab"], 404
    ),
  ]

  @Test(arguments: clients.indices)
  func answersClientsThatBreakLimits(_ number: Int) async throws {
    let client = Self.clients[number]
    let answer = try await Self.server.value.send(client.pieces.map { Array($0.utf8) })
    #expect(answer.status == client.status, "\(client.what): \(answer)")
  }

  @Test func aSecondRequestIsNotAnsweredBeforeTheFirst() async throws {
    let good =
      "POST /v1/lint HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 4\r\n\r\nabcd"
    let bad = Self.head + "Content-Length: 5000\r\n\r\n"
    let answer = try await Self.server.value.send([Array((good + bad).utf8)])
    #expect(answer.status == 200 && answer.body.contains("HTTP/1.1 413"), "\(answer)")
  }

  @Test func aFullQueueAndALateAnswerAreTold() async throws {
    let server = try await TestServer {
      $0.workers = 1
      $0.queue = 1
      $0.maximalMilliseconds = 300
      $0.maximalBody = 4 << 20
    }
    let long = String(repeating: "The minister said that she had gone to Niamey with him. ", count: 40_000)
    let answers = try await withThrowingTaskGroup(of: TestServer.Answer.self) { group in
      for _ in 0..<6 { group.addTask { try await server.post("/v1/lint", "text/plain", long) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    let statuses = answers.map(\.status).sorted()
    // One is begun and not done in time, one waits as long, and the rest is turned away at once.
    #expect(statuses == [503, 503, 503, 503, 504, 504], "\(statuses)")
    #expect(answers.first { $0.status == 503 }?.head["retry-after"] == "1")
    let health = try await server.get("/healthz")
    #expect(health.status == 200)
  }

  @Test func oneConnectionTooManyIsTold() async throws {
    let server = try await TestServer { $0.maximalConnections = 1 }
    let open = Task {
      try await server.send([Array("GET /healthz HTTP/1.1\r\n".utf8), [], [], Array("Host: a\r\n".utf8)])
    }
    try await Task.sleep(for: .milliseconds(300))
    let answer = try await server.get("/healthz")
    open.cancel()
    #expect(answer.status == 503 && answer.body.contains("--max-connections"), "\(answer)")
  }

  @Test func metricsCountWithoutAWordOfTheTexts() async throws {
    let server = try await TestServer { _ in }
    _ = try await server.post("/v1/lint", "text/plain", "Zanzibarian ghosts saw the the cat.")
    _ = try await server.get("/Zanzibarian")
    let text = try await server.get("/metrics").body
    for line in [
      #"stet_requests_total{route="/v1/lint",status="200"} 1"#,
      #"stet_requests_total{route="none",status="404"} 1"#,
      #"stet_findings_total{rule="doubled-word",severity="error"} 1"#, "stet_words_total 6",
      #"stet_request_duration_seconds_count{route="/v1/lint"} 1"#,
    ] {
      #expect(text.contains(line + "\n"), "no \(line) in \(text)")
    }
    #expect(!text.contains("Zanzibarian"))
  }
}
