import Foundation
import Synchronization

@testable import StetLSP

/// Talks to the server as a client does: JSON in, JSON out.
final class Client: Sendable {
  let server: LanguageServer
  private let box: Box

  /// The engine without rules of a workspace is the same for all.
  private static let engine = LintDesk.load()

  private final class Box: Sendable {
    let messages = Mutex<[JSONValue]>([])
    func add(_ body: [UInt8]) {
      guard let value = try? JSONDecoder().decode(JSONValue.self, from: Data(body)) else { return }
      messages.withLock { $0.append(value) }
    }
  }

  init() {
    let box = Box()
    server = LanguageServer(Self.engine) { box.add($0) }
    self.box = box
  }

  var messages: [JSONValue] { box.messages.withLock { $0 } }

  @discardableResult
  func send(_ json: String) async -> Int32? { await server.take(.message(Array(json.utf8))) }

  func request(_ id: Int, _ method: String, _ params: String) async {
    await send(#"{"jsonrpc":"2.0","id":\#(id),"method":"\#(method)","params":\#(params)}"#)
  }

  func notify(_ method: String, _ params: String) async {
    await send(#"{"jsonrpc":"2.0","method":"\#(method)","params":\#(params)}"#)
  }

  /// The first message that fits, of those after the first `skipping`; waits for it, for at most half a minute.
  func wait(after skipping: Int = 0, _ fits: @Sendable (JSONValue) -> Bool) async throws -> JSONValue {
    for _ in 0..<3000 {
      if let found = messages.dropFirst(skipping).first(where: fits) { return found }
      try await Task.sleep(for: .milliseconds(10))
    }
    throw ResponseError.failed("no such message among \(messages)")
  }

  func answer(_ id: Int) async throws -> JSONValue {
    try await wait { $0["id"] == .number(Double(id)) && $0["method"] == nil }
  }

  /// The diagnostics that are pushed for a text after a number of messages.
  func pushed(_ uri: String, after count: Int = 0) async throws -> [JSONValue] {
    let message = try await wait(after: count) {
      $0["method"] == .text("textDocument/publishDiagnostics") && $0["params"]?["uri"] == .text(uri)
    }
    return message["params"]?["diagnostics"]?.list ?? []
  }

  @discardableResult
  func initialize(_ capabilities: String = "{}", folder: String? = nil, more: String = "") async throws
    -> JSONValue
  {
    let folders = folder.map { #","workspaceFolders":[{"uri":"\#(DocumentURI.uri($0))","name":"w"}]"# } ?? ""
    await request(1, "initialize", #"{"capabilities":\#(capabilities)\#(folders)\#(more)}"#)
    await notify("initialized", "{}")
    return try await answer(1)
  }

  func open(_ text: String, uri: String = "untitled:a.md") async {
    let item = #"{"uri":"\#(uri)","version":1,"text":\#(Self.quoted(text))}"#
    await notify("textDocument/didOpen", #"{"textDocument":\#(item)}"#)
  }

  func save(_ uri: String) async {
    await notify("textDocument/didSave", #"{"textDocument":{"uri":"\#(uri)"}}"#)
  }

  /// The actions at a place.
  func actions(_ id: Int, _ uri: String, line: Int, character: Int) async throws -> [JSONValue] {
    let place = #"{"line":\#(line),"character":\#(character)}"#
    await request(
      id, "textDocument/codeAction",
      #"{"textDocument":{"uri":"\#(uri)"},"range":{"start":\#(place),"end":\#(place)},"context":{"diagnostics":[]}}"#
    )
    return try await answer(id)["result"]?.list ?? []
  }

  static func quoted(_ text: String) -> String {
    String(decoding: (try? JSONEncoder().encode(text)) ?? Data(), as: UTF8.self)
  }

  static func codes(_ diagnostics: [JSONValue]) -> [String] { diagnostics.compactMap { $0["code"]?.string } }
}

/// A folder with these files that is there while `body` runs.
func withWorkspace<Result>(_ files: [String: String], _ body: (URL) async throws -> Result) async throws
  -> Result
{
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("stet-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  for (path, text) in files { try write(text, to: path, in: folder) }
  return try await body(folder.resolvingSymlinksInPath())
}

func write(_ text: String, to path: String, in folder: URL) throws {
  let url = folder.appendingPathComponent(path)
  try FileManager.default.createDirectory(
    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
  try Data(text.utf8).write(to: url)
}
