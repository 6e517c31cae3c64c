import Foundation
import NIOPosix
import StetService

@testable import StetWebServer

/// A server on a port of its own that is there for the rest of the run, and a client that sends bytes as they are.
/// Clients block, so they run on threads of their own: the server needs those of the tasks.
struct TestServer: Sendable {
  let port: Int
  let desk: LintDesk

  static let shared = Task { try await TestServer { _ in } }

  init(_ change: (inout ServerSettings) -> Void) async throws {
    var settings = ServerSettings()
    settings.port = 0
    settings.workers = 2
    change(&settings)
    let desk = try LintDesk(settings)
    self.desk = desk
    port = await withCheckedContinuation { continuation in
      Task.detached { try await WebServer(desk).application { continuation.resume(returning: $0) }.run() }
    }
  }

  struct Answer: Sendable {
    var status: Int
    /// Names in small letters.
    var head: [String: String]
    var body: String

    var json: Any? { try? JSONSerialization.jsonObject(with: Data(body.utf8)) }

    /// The member of an object, or the element of a list, that a path such as “files.0.path” leads to.
    subscript(_ path: String) -> Any? {
      path.split(separator: ".").reduce(json) { value, key in
        if let number = Int(key) {
          guard let list = value as? [Any], list.indices.contains(number) else { return nil }
          return list[number]
        }
        return (value as? [String: Any])?[String(key)]
      }
    }
  }

  func get(_ path: String, _ fields: [String: String] = [:]) async throws -> Answer {
    try await ask("GET", path, fields)
  }

  func post(_ path: String, _ type: String, _ body: [UInt8], _ fields: [String: String] = [:]) async throws
    -> Answer
  {
    try await ask("POST", path, fields.merging(["Content-Type": type]) { mine, _ in mine }, body)
  }

  func post(_ path: String, _ type: String, _ body: String, _ fields: [String: String] = [:]) async throws
    -> Answer
  {
    try await post(path, type, Array(body.utf8), fields)
  }

  func ask(
    _ method: String, _ path: String, _ fields: [String: String] = [:], _ body: [UInt8]? = nil
  ) async throws -> Answer {
    var head = "\(method) \(path) HTTP/1.1\r\nConnection: close\r\n"
    if fields["Host"] == nil { head += "Host: 127.0.0.1:\(port)\r\n" }
    if let body { head += "Content-Length: \(body.count)\r\n" }
    for (name, value) in fields { head += "\(name): \(value)\r\n" }
    return try await send([Array((head + "\r\n").utf8) + (body ?? [])])
  }

  /// Sends pieces, half a second between two, and reads until the server closes.
  func send(_ pieces: [[UInt8]]) async throws -> Answer {
    let port = port
    let bytes = try await NIOThreadPool.singleton.runIfActive { Self.exchange(pieces, port: port) }
    let text = String(decoding: bytes, as: UTF8.self)
    let parts = text.components(separatedBy: "\r\n\r\n")
    let lines = (parts.first ?? "").components(separatedBy: "\r\n")
    var head: [String: String] = [:]
    for line in lines.dropFirst() {
      let pair = line.split(separator: ":", maxSplits: 1)
      if pair.count == 2 { head[pair[0].lowercased()] = pair[1].trimmingCharacters(in: .whitespaces) }
    }
    let status = Int(lines.first?.split(separator: " ").dropFirst().first ?? "") ?? 0
    return Answer(status: status, head: head, body: parts.dropFirst().joined(separator: "\r\n\r\n"))
  }

  private static func exchange(_ pieces: [[UInt8]], port: Int) -> [UInt8] {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var limit = timeval(tv_sec: 20, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let status = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(socket, $0, size) }
    }
    guard status == 0 else { return [] }
    for (number, piece) in pieces.enumerated() {
      if number > 0 { usleep(500_000) }
      // The server may have closed already: what it said is still to be read.
      _ = piece.withUnsafeBytes {
        Foundation.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
    }
    var answer: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = recv(socket, &block, block.count, 0)
      guard count > 0 else { return answer }
      answer += block[..<count]
    }
  }
}
