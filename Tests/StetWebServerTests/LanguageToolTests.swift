import Foundation
import Testing

@testable import StetWebServer

/// A form sent to `/v2/check`, and what must be said of it: rules at UTF-16 offsets with what stands there in the
/// original, or a status and a word of the message.
struct CheckedForm: Sendable, CustomTestStringConvertible {
  var fields: [String: String]
  /// “rule offset text -> first replacement”
  var matches: [String] = []
  var refusal: (status: Int, word: String)?

  var testDescription: String {
    fields.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }.joined(separator: "&")
  }

  init(_ text: String, _ fields: [String: String] = [:], _ matches: [String]) {
    self.fields = ["text": text, "language": "en-US"].merging(fields) { _, new in new }
    self.matches = matches
  }

  init(data: String, _ matches: [String]) {
    fields = ["data": data, "language": "auto"]
    self.matches = matches
  }

  init(refused fields: [String: String], _ status: Int, _ word: String) {
    self.fields = fields
    refusal = (status, word)
  }

  static let all = [
    Self("She saw the the cat.", ["language": "auto"], ["doubled-word 8 the the -> the"]),
    Self("🙂🙂 She saw the the cat.", [:], ["doubled-word 13 the the -> the"]),
    Self("Zoë saw the the cat & dog.", [:], ["doubled-word 8 the the -> the"]),
    Self("A quiet text.", [:], []),
    Self("", [:], []),
    Self("She saw the the cat.", ["disabledRules": "x, DOUBLED_WORD"], []),
    Self("She saw the the cat.", ["disabledCategories": "STRAY,TYPOS"], []),
    Self(
      "She saw the the cat and recieved it.", ["enabledOnly": "true", "enabledCategories": "TYPOS"],
      ["unknown-word 24 recieved -> received"]),
    Self(
      "She saw the the cat and recieved it.", ["enabledOnly": "true", "enabledRules": "doubled-word"],
      ["doubled-word 8 the the -> the"]),
    // Markup counts in offsets and is not read.
    Self(
      data:
        #"{"annotation": [{"text": "She "}, {"markup": "<b>🙂"}, {"text": "saw the the cat."}, {"markup": "</b>"}]}"#,
      ["doubled-word 13 the the -> the"]),
    Self(
      data:
        #"{"annotation": [{"text": "The end"}, {"markup": "<br>", "interpretAs": "\n\n"}, {"text": "saw the the cat."}]}"#,
      ["doubled-word 15 the the -> the"]),
    // What goes over markup can be marked and not replaced.
    Self(
      data:
        #"{"annotation": [{"text": "She saw the "}, {"markup": "<i>"}, {"text": "the"}, {"markup": "</i>"}, {"text": " cat."}]}"#,
      ["doubled-word 8 the <i>the -> -"]),
    Self(refused: ["language": "en"], 400, "text"),
    Self(refused: ["text": "a"], 400, "language"),
    Self(refused: ["text": "a", "data": "{}", "language": "en"], 400, "both"),
    Self(refused: ["text": "a", "language": "tlh"], 400, "en-US"),
    Self(refused: ["text": "a", "language": "ca-ES-valencia"], 400, "en-US"),
    Self(refused: ["data": #"{"annotation": [{"text": 5}]}"#, "language": "en"], 400, "text"),
    Self(refused: ["data": #"{"annotation": [{}]}"#, "language": "en"], 400, "annotation[0]"),
    Self(refused: ["data": #"{"annotation": "#, "language": "en"], 400, "column 16"),
    Self(refused: ["text": "a", "language": "en", "enabledOnly": "true"], 400, "enabledRules"),
  ]

  /// As a form (`+` for a blank, the rest of what is no letter percent-encoded).
  var form: String {
    fields.map { name, value in
      let bytes = value.utf8.map { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
          String(decoding: [byte], as: UTF8.self)
        case 0x20: "+"
        default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
      }
      return name + "=" + bytes.joined()
    }.joined(separator: "&")
  }

  /// What offsets count in: the text, or all pieces of the data.
  var original: String {
    if let text = fields["text"] { return text }
    let data = try? JSONSerialization.jsonObject(with: Data((fields["data"] ?? "").utf8)) as? [String: Any]
    let pieces = data?["annotation"] as? [[String: String]] ?? []
    return pieces.map { $0["text"] ?? $0["markup"] ?? "" }.joined()
  }
}

@Suite struct LanguageToolTests {
  @Test(arguments: CheckedForm.all, ["GET", "POST"])
  func answersAsLanguageToolDoes(_ form: CheckedForm, _ method: String) async throws {
    let server = try await TestServer.shared.value
    let answer =
      method == "GET"
      ? try await server.get("/v2/check?" + form.form)
      : try await server.post("/v2/check", "application/x-www-form-urlencoded", form.form)
    if let refusal = form.refusal {
      #expect(
        answer.status == refusal.status && answer.body.hasPrefix("Error: ")
          && answer.body.contains(refusal.word),
        "\(answer)")
      return
    }
    let original = form.original as NSString
    let matches = (answer["matches"] as? [[String: Any]] ?? []).map { match in
      let rule = (match["rule"] as? [String: Any])?["id"] as? String ?? "?"
      let offset = match["offset"] as? Int ?? 0
      let text = original.substring(with: NSRange(location: offset, length: match["length"] as? Int ?? 0))
      let replacements = match["replacements"] as? [[String: Any]] ?? []
      return "\(rule) \(offset) \(text) -> \(replacements.first?["value"] as? String ?? "-")"
    }
    #expect(answer.status == 200 && matches == form.matches, "\(answer)")
  }

  @Test func showsNotesToPickyClientsOnly() async throws {
    let server = try await TestServer.shared.value
    let text = "It is worth noting that the vote was calm."
    let form = CheckedForm(text, [:], []).form
    let plain = try await server.post("/v2/check", "application/x-www-form-urlencoded", form)
    let picky = try await server.post("/v2/check", "application/x-www-form-urlencoded", form + "&level=picky")
    let count = { (answer: TestServer.Answer) in (answer["matches"] as? [Any])?.count ?? -1 }
    #expect(count(plain) == 0 && count(picky) > 0, "\(picky)")
  }

  @Test func marksTheMatchInItsContextAndSentence() async throws {
    let server = try await TestServer.shared.value
    let form = CheckedForm(
      "The day was very long 🙂 and dry.\nNobody saw the the cat on its roof.\nAll went home.", [:], [])
    let answer = try await server.post("/v2/check", "application/x-www-form-urlencoded", form.form)
    let context = answer["matches.0.context"] as? [String: Any]
    let text = context?["text"] as? NSString ?? ""
    let range = NSRange(location: context?["offset"] as? Int ?? 0, length: context?["length"] as? Int ?? 0)
    #expect(text.substring(with: range) == "the the" && text.hasPrefix("...") && !text.contains("\n"))
    #expect(answer["matches.0.sentence"] as? String == "Nobody saw the the cat on its roof.")
  }

  @Test(arguments: [
    ("/v2/languages", 200, "\"longCode\":\"en-GB\""), ("/v2/healthcheck", 200, "OK"),
    ("/v2/maxtextlength", 200, "699050"), ("/v2/configinfo?language=en", 200, "\"ruleId\":\"doubled-word\""),
    ("/v2/words", 404, "stet.yml"), ("/v2/nothing", 404, "/v2/check"),
    ("/v2/check?text=%ff&language=en", 400, "UTF-8"),
    ("/v2/check?text=100%&language=en", 400, "%25"),
  ])
  func answersAt(_ path: String, _ status: Int, _ word: String) async throws {
    let answer = try await TestServer.shared.value.get(path)
    #expect(answer.status == status && answer.body.contains(word), "\(answer)")
  }
}
