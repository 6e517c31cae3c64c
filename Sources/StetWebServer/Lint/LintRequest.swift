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
    if let charset = header.lowercased().split(separator: "charset=").dropFirst().first {
      let name = charset.prefix { $0 != ";" }.filter { $0 != "\"" && $0 != " " }
      guard ["utf-8", "utf8", "us-ascii"].contains(name) else {
        throw Refusal(
          .unsupportedMediaType, "texts are read as UTF-8", place: "Content-Type",
          nextStep: "Convert the text to UTF-8, and say so or nothing.")
      }
    }
    let query = request.uri.queryParameters
    func value(_ name: Substring) -> String? { query[name].map(String.init) }
    parameters = Members(
      path: value("path"), format: value("format"), pack: value("pack"), kind: value("kind"),
      language: value("language"))
  }

  /// The text that the body holds.
  ///
  /// - Parameter languages: those that it may be in.
  func text(_ body: [UInt8], _ languages: CheckedLanguages) throws(Refusal) -> LintText {
    switch form {
    case .text(let format):
      var text = try self.text(body, parameters, languages)
      text.format = text.format ?? format
      return text
    case .json:
      let members = try members(body)
      guard let text = members.text else {
        throw Refusal(
          .badRequest, "the object has no member “text”", place: "body",
          nextStep: #"Send {"text": "…"}, with “format”, “path”, “pack”, “kind” or “language” if you like."#)
      }
      return try self.text(Array(text.utf8), members, languages)
    }
  }

  private func members(_ body: [UInt8]) throws(Refusal) -> Members {
    do {
      return try JSONDecoder().decode(Members.self, from: Data(body))
    } catch {
      throw Refusal(malformed: error, in: body, place: "body", example: #"{"text": "…"}"#)
    }
  }

  private func text(
    _ bytes: [UInt8], _ members: Members, _ languages: CheckedLanguages
  ) throws(Refusal) -> LintText {
    var text = LintText(bytes: bytes)
    text.path = members.path ?? "text"
    text.format = try Self.choice(members.format, "format")
    text.settings.pack = placed(try Self.choice(members.pack, "pack"))
    text.settings.kind = placed(try Self.choice(members.kind, "kind"))
    if let code = members.language {
      guard let entry = languages.entry(code) else { throw languages.refusal(code, place: "language") }
      text.settings.language = code == "auto" ? nil : placed(entry.tag)
    }
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
  /// A body or a parameter that is not the JSON that was asked for.
  ///
  /// - Parameters:
  ///   - error: the decoder's.
  ///   - bytes: what it was to decode.
  ///   - example: what would be right.
  init(malformed error: any Error, in bytes: [UInt8], place: String, example: String) {
    var what = "this is no JSON of the form that is asked for"
    var place = place
    if let fault = JSONFault.first(in: bytes) {
      what = "this is no JSON: in line \(fault.line), column \(fault.column), \(fault.what)"
    } else if case DecodingError.typeMismatch(_, let context) = error, let key = context.codingPath.last {
      place = key.intValue.map { "\(place)[\($0)]" } ?? key.stringValue
      what = "the value is of another type than is asked for"
    }
    self.init(.badRequest, what, place: place, nextStep: "Send an object such as \(example), in UTF-8.")
  }
}
