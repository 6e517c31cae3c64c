import StetConfiguration
import StetDocument
import StetSpelling
import StetText
import StetYAML

/// One text of a stream, as a line of JSON brings it.
package struct TextRecord: Sendable, Equatable {
  /// The value of “id” as it was written; `null` when there is none.
  package var id: [UInt8]
  package var text: [UInt8]
  /// Its name: the ending tells the format, the folder the configuration.
  package var path: String?
  package var format: DocumentFormat?
  package var kind: DocumentKind?
  package var language: LanguageTag?

  package static let null = Array("null".utf8)

  /// Why a line is no record.
  package struct Fault: Error, Sendable, Equatable {
    /// As far as it could be read; otherwise `null`.
    package var id = TextRecord.null
    /// Where in the line, in bytes from 1; nil: it is about the line as a whole.
    package var column: Int?
    package var what: String
    package var nextStep: String
  }

  /// - Parameter line: without its line feed.
  package init(_ line: [UInt8]) throws(Fault) {
    if let range = SourceText(line).malformedRanges().first {
      throw Fault(
        column: range.lower + 1, what: "the line is no valid UTF-8",
        nextStep: "Write JSON in UTF-8; bytes that are none can be sent as U+FFFD.")
    }
    var members = Members()
    let fault = line.withUnsafeBufferPointer { buffer -> Fault? in
      var scanner = JSONScanner(buffer)
      do throws(JSONScanner.Fault) {
        try members.read(&scanner, buffer)
        return nil
      } catch {
        return Fault(
          id: members.id, column: error.offset + 1, what: "the line is no JSON object: \(error.what)",
          nextStep: "Write one object a line, such as {\"id\":1,\"text\":\"…\"}.")
      }
    }
    if let fault { throw fault }
    if let wrong = members.wrong {
      throw Fault(id: members.id, what: wrong.what, nextStep: wrong.nextStep)
    }
    guard let text = members.text else {
      throw Fault(
        id: members.id, what: "there is no member “text”", nextStep: "Put what is to be checked into it.")
    }
    id = members.id
    self.text = text
    path = members.path
    format = members.format
    kind = members.kind
    language = members.language
  }

  /// What a configuration would have to say to say the same.
  var settings: Settings {
    var settings = Settings()
    let origin = SettingOrigin(option: "a record of standard input")
    settings.kind = kind.map { Placed(value: $0, origin: origin) }
    settings.language = language.map { Placed(value: $0, origin: origin) }
    return settings
  }
}

/// The members of a line that are known here. Others are passed over; of two with one name the last counts.
private struct Members {
  var id = TextRecord.null
  var text: [UInt8]?
  var path: String?
  var format: DocumentFormat?
  var kind: DocumentKind?
  var language: LanguageTag?
  /// The first member that holds what it cannot hold.
  var wrong: (what: String, nextStep: String)?

  mutating func read(
    _ scanner: inout JSONScanner, _ buffer: UnsafeBufferPointer<UInt8>
  ) throws(JSONScanner.Fault) {
    try scanner.expect(UInt8(ascii: "{"), "its opening brace")
    if !scanner.skip(UInt8(ascii: "}")) {
      repeat {
        let name = try scanner.string()
        try scanner.expect(UInt8(ascii: ":"), "a colon")
        try member(String(decoding: name, as: UTF8.self), &scanner, buffer)
      } while scanner.skip(UInt8(ascii: ","))
      try scanner.expect(UInt8(ascii: "}"), "a comma or the end of the object")
    }
    try scanner.end()
  }

  private mutating func member(
    _ name: String, _ scanner: inout JSONScanner, _ buffer: UnsafeBufferPointer<UInt8>
  ) throws(JSONScanner.Fault) {
    switch name {
    case "id":
      let isNested = scanner.peek() == UInt8(ascii: "{") || scanner.peek() == UInt8(ascii: "[")
      let start = scanner.at
      try scanner.skipValue()
      if isNested {
        fail("“id” is an object or an array", "Make it a text or a number.")
      } else {
        id = Array(buffer[start..<scanner.at])
      }
    case "text":
      let isString = scanner.peek() == UInt8(ascii: "\"")
      text = try isString ? scanner.string() : []
      if !isString {
        try scanner.skipValue()
        fail("“text” is no text", "Put what is to be checked into it, in quotation marks.")
      }
    case "path": if let value = try word(name, &scanner) { path = value.isEmpty ? nil : value }
    case "format":
      guard let value = try word(name, &scanner) else { return }
      format = named(value, name, DocumentFormat.allCases)
    case "kind":
      guard let value = try word(name, &scanner) else { return }
      kind = named(value, name, DocumentKind.allCases)
    case "language":
      guard let value = try word(name, &scanner) else { return }
      language = LanguageTag(value)
      if language == nil { fail("“\(value)” is no language", "Write a code such as en or de-AT.") }
    default: try scanner.skipValue()
    }
  }

  /// A member that holds a text or is null, which is as if it were not there.
  private mutating func word(
    _ name: String, _ scanner: inout JSONScanner
  ) throws(JSONScanner.Fault) -> String? {
    switch scanner.peek() {
    case UInt8(ascii: "\""): return String(decoding: try scanner.string(), as: UTF8.self)
    case UInt8(ascii: "n"): break
    default: fail("“\(name)” is no text", "Put it into quotation marks, or leave it out.")
    }
    try scanner.skipValue()
    return nil
  }

  private mutating func named<Value: RawRepresentable<String>>(
    _ text: String, _ name: String, _ values: [Value]
  ) -> Value? {
    if let value = Value(rawValue: text) { return value }
    let names = values.map(\.rawValue)
    let guess = NearestName.nearest(text, among: names).map { "Did you mean “\($0)”? " } ?? ""
    fail("there is no \(name) “\(text)”", "\(guess)It is one of: \(names.joined(separator: ", ")).")
    return nil
  }

  private mutating func fail(_ what: String, _ nextStep: String) {
    if wrong == nil { wrong = (what, nextStep) }
  }
}
