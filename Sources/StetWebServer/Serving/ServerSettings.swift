/// What is decided when the server starts.
package struct ServerSettings: Sendable {
  package var host = "127.0.0.1"
  /// 0: any that is free.
  package var port = 8081
  /// The path of a `stet.yml`; nil: the standards.
  package var configuration: String?
  /// Texts that are linted at once.
  package var workers = 1
  /// Requests that may wait for a worker.
  package var queue = 256
  /// Bytes of a request's body.
  package var maximalBody = 2 << 20
  /// From the end of a request to its answer.
  package var maximalMilliseconds: Int64 = 10_000
  /// From the head of a request to the end of its body.
  package var maximalBodySeconds: Int64 = 20
  /// A connection that does nothing for so long is closed.
  package var idleSeconds: Int64 = 30
  /// Connections that are open at once.
  package var maximalConnections = 1_000
  /// What a client has to send to be served; nil: nothing. Never empty.
  package var token: String?
  /// Origins whose pages may use the server; “*” for all.
  package var allowedOrigins: [String] = []
  /// Names that the server goes by beside those of the machine itself.
  package var allowedHosts: [String] = []
  /// Whether each request is a line on standard error, without its text.
  package var logsAccess = false

  package init() {}

  /// Whether only this machine can reach the server.
  package var isLoopback: Bool {
    host == "localhost" || host == "::1" || host.hasPrefix("127.") && host.utf8.allSatisfy(Self.isInAddress)
  }

  private static func isInAddress(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }
}
