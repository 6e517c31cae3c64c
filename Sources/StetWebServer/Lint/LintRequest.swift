import FoundationEssentials
import Hummingbird
import StetConfiguration
import StetDocument
import StetLint
import StetSpelling

/// How the body of a request to `/v1/lint` is to be read: as JSON, or as the text itself.
struct LintRequest: Sendable {
  private enum Form {
    case json
    case text(DocumentFormat?)
  }

  /// The members of the JSON object, which are also the parameters beside a text.
  private struct Members: Decodable {
    var text: String?
    var path: String?
    var format: String?
    var pack: String?
    var kind: String?
    var language: String?
  }

  private let form: Form
  private let parameters: Members

  init(_ request: Request) throws(Refusal) {
    let header = request.headers[.contentType] ?? "application/json"
    let type = header.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
    switch type {
    case "application/json": form = .json
    case "text/plain": form = .text(nil)
    case "text/markdown": form = .text(.markdown)
    default:
      throw Refusal(
        .unsupportedMediaType, "a text comes as application/json, text/plain or text/markdown",
        place: "Content-Type",
        nextStep: "Name one of them, for example with -H 'Content-Type: application/json'."
      )
    }
    let query = request.uri.queryParameters
    func value(_ name: Substring) -> String? { query[name].map(String.init) }
    parameters = Members(
      path: value("path"), format: value("format"), pack: value("pack"), kind: value("kind"),
      language: value("language"))
  }

  /// The text that the body holds.
  func text(_ body: [UInt8]) throws(Refusal) -> LintText {
    switch form {
    case .text(let format):
      var text = try self.text(body, parameters)
      text.format = text.format ?? format
      return text
    case .json:
      let members = try members(body)
      guard let text = members.text else {
        throw Refusal(
          .badRequest, "the object has no member “text”", place: "body",
          nextStep: #"Send {"text": "…"}, with “format”, “path”, “pack”, “kind” or “language” if you like."#)
      }
      return try self.text(Array(text.utf8), members)
    }
  }

  private func members(_ body: [UInt8]) throws(Refusal) -> Members {
    do {
      return try JSONDecoder().decode(Members.self, from: Data(body))
    } catch {
      throw Refusal(malformed: error)
    }
  }

  private func text(_ bytes: [UInt8], _ members: Members) throws(Refusal) -> LintText {
    var text = LintText(bytes: bytes)
    text.path = members.path ?? "text"
    text.format = try Self.choice(members.format, "format")
    text.settings.pack = placed(try Self.choice(members.pack, "pack"))
    text.settings.kind = placed(try Self.choice(members.kind, "kind"))
    return text
  }

  private func placed<Value>(_ value: Value?) -> Placed<Value>? {
    value.map { Placed(value: $0, origin: SettingOrigin(option: "request")) }
  }

  private static func choice<Value: RawRepresentable<String> & CaseIterable>(
    _ name: String?, _ member: String
  ) throws(Refusal) -> Value? {
    guard let name else { return nil }
    if let value = Value(rawValue: name) { return value }
    throw Refusal(
      .badRequest, "there is no \(member) of this name", place: member,
      nextStep: "It is one of \(Value.allCases.map(\.rawValue).joined(separator: ", ")).")
  }
}

extension Refusal {
  /// A body that is not the JSON that was asked for. The decoder's own words name the place.
  init(malformed error: any Error) {
    var what = "the body is no JSON object"
    var place = "body"
    switch error {
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      if let key = context.codingPath.last { (place, what) = (key.stringValue, "this member is no string") }
    case DecodingError.dataCorrupted(let context):
      if let below = context.underlyingError { what += ": \(below)" }
    default: break
    }
    self.init(.badRequest, what, place: place, nextStep: #"Send an object such as {"text": "…"}, in UTF-8."#)
  }
}
