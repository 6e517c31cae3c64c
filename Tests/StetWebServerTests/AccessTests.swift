import Testing

@testable import StetWebServer

/// Who asks, how the server is set up, and whether it answers.
struct AskedServer: Sendable, CustomTestStringConvertible {
  var what: String
  var token: String?
  var origins: [String] = []
  var method = "GET"
  var path = "/v1/rules"
  var fields: [String: String] = [:]
  var status = 200
  /// Fields that the answer must have; “-” for one that it must not.
  var answer: [String: String] = [:]

  var testDescription: String { what }

  static let all = [
    Self(what: "no token", token: "secret", status: 401, answer: ["www-authenticate": "Bearer"]),
    Self(what: "another token", token: "secret", fields: ["Authorization": "Bearer secres"], status: 401),
    Self(
      what: "a longer token", token: "secret", fields: ["Authorization": "Bearer secretsecret"], status: 401),
    Self(what: "an empty token", token: "secret", fields: ["Authorization": "Bearer "], status: 401),
    Self(
      what: "the token as a password", token: "secret", fields: ["Authorization": "Basic secret"], status: 401
    ),
    Self(what: "the token", token: "secret", fields: ["Authorization": "Bearer secret"]),
    Self(what: "the token, in small letters", token: "secret", fields: ["authorization": "bearer secret"]),
    Self(what: "health without a token", token: "secret", path: "/healthz"),
    Self(what: "metrics without a token", token: "secret", path: "/metrics", status: 401),
    Self(what: "a check without a token", token: "secret", path: "/v2/check?text=a&language=en", status: 401),
    Self(what: "a check with a key", token: "secret", path: "/v2/check?text=a&language=en&apiKey=secret"),
    Self(what: "a name that points here", fields: ["Host": "rebound.example:8081"], status: 421),
    Self(
      what: "such a name, with the token", token: "t",
      fields: ["Host": "a.example", "Authorization": "Bearer t"]),
    Self(what: "localhost", fields: ["Host": "localhost:8081"]),
    Self(what: "the address in IPv6", fields: ["Host": "[::1]:8081"]),
    Self(what: "an allowed name", fields: ["Host": "desk.example"]),
    Self(what: "a page of another site", fields: ["Origin": "https://evil.example"], status: 403),
    Self(what: "a page without a site", fields: ["Origin": "null"], status: 403),
    Self(
      what: "a page of the server itself",
      fields: ["Host": "127.0.0.1:8081", "Origin": "http://127.0.0.1:8081"],
      answer: ["access-control-allow-origin": "-"]),
    Self(
      what: "an add-on", fields: ["Origin": "moz-extension://1234"],
      answer: ["access-control-allow-origin": "-"]),
    Self(
      what: "a page of an allowed site", origins: ["https://cms.example"],
      fields: ["Origin": "https://cms.example"],
      answer: ["access-control-allow-origin": "https://cms.example", "vary": "Origin"]),
    Self(
      what: "a page of a site beside an allowed one", origins: ["https://cms.example"],
      fields: ["Origin": "https://cms.example.evil.example"], status: 403),
    Self(
      what: "any page, where all may", origins: ["*"], fields: ["Origin": "null"],
      answer: ["access-control-allow-origin": "null"]),
    Self(
      what: "a browser before it posts JSON", origins: ["https://cms.example"], method: "OPTIONS",
      path: "/v1/lint",
      fields: ["Origin": "https://cms.example", "Access-Control-Request-Method": "POST"], status: 204,
      answer: ["access-control-allow-headers": "Authorization, Content-Type"]),
    Self(
      what: "a browser of another site before it posts", method: "OPTIONS", path: "/v1/lint",
      fields: ["Origin": "https://evil.example", "Access-Control-Request-Method": "POST"], status: 403,
      answer: ["access-control-allow-origin": "-"]),
  ]

  /// A server for each way to set one up, so that its data is read once.
  static let servers = Task {
    var servers: [String: TestServer] = [:]
    for setUp in all where servers[setUp.key] == nil {
      servers[setUp.key] = try await TestServer {
        $0.token = setUp.token
        $0.allowedOrigins = setUp.origins
        $0.allowedHosts = ["desk.example"]
      }
    }
    return servers
  }

  var key: String { "\(token ?? "") \(origins)" }
}

@Suite struct AccessTests {
  @Test(arguments: AskedServer.all)
  func answersWhoMayAsk(_ asked: AskedServer) async throws {
    let server = try #require(try await AskedServer.servers.value[asked.key])
    let answer = try await server.ask(asked.method, asked.path, asked.fields)
    let isAsExpected = asked.answer.allSatisfy { name, value in
      value == "-" ? answer.head[name] == nil : answer.head[name] == value
    }
    #expect(
      answer.status == asked.status && isAsExpected,
      "\(answer.status) \(answer.head) \(answer.body.prefix(200))")
  }

  @Test func aTokenComesFromAFileOrTheEnvironment() throws {
    #expect(try ServerSettings.token(file: nil, environment: ["STET_TOKEN": "abc"]) == "abc")
    #expect(try ServerSettings.token(file: nil, environment: [:]) == nil)
    #expect(throws: (any Error).self) {
      try ServerSettings.token(file: nil, environment: ["STET_TOKEN": " "])
    }
    #expect(throws: (any Error).self) {
      try ServerSettings.token(file: nil, environment: ["STET_TOKEN": "a b"])
    }
    #expect(try ServerSettings.token(file: nil, environment: ["STET_TOKEN": " abc "]) == "abc")
    #expect(throws: (any Error).self) { try ServerSettings.token(file: "/nowhere", environment: [:]) }
  }
}
