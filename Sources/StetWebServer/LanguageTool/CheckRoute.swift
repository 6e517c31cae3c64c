import HTTPTypes
import Hummingbird
import StetConfiguration
import StetDocument
import StetLint
import StetReports
import StetService
import StetText

/// The interface of LanguageTool, version 2, so that its clients work with Stet as they are.
extension Route {
  static let languageTool: [Route] = [
    // Its clients cannot set headers: the token may come as “apiKey”, so the route itself looks for it.
    Route(.get, "/v2/check", isOpen: true) { call in
      try await check(call, FormFields((call.request.uri.query ?? "").utf8))
    },
    Route(.post, "/v2/check", isOpen: true) { call in
      let type = (call.request.headers[.contentType] ?? "").prefix { $0 != ";" }.lowercased()
      guard type.isEmpty || type == "application/x-www-form-urlencoded" else {
        throw Refusal(
          .unsupportedMediaType, "the parameters come as application/x-www-form-urlencoded",
          place: "Content-Type",
          nextStep: "Send them as a form, for example with curl --data-urlencode.")
      }
      let query = try FormFields((call.request.uri.query ?? "").utf8)
      let body = try await call.body()
      return try await check(call, FormFields(body.readableBytesView, over: query))
    },
    Route(.get, "/v2/languages") { call in
      var bytes: [UInt8] = []
      var writer = JSONWriter { bytes += $0 }
      writer.beginArray()
      for entry in call.desk.languages.entries {
        writer.object {
          $0.field("name", entry.name)
          $0.field("code", entry.tag.language)
          $0.field("longCode", entry.tag.text)
        }
      }
      writer.endArray()
      writer.finish()
      return Response(bytes, type: .json)
    },
    Route(.get, "/v2/healthcheck", isOpen: true) { _ in Response(Array("OK".utf8), type: .plain) },
    // A form needs three bytes for one that is no letter of ASCII.
    Route(.get, "/v2/maxtextlength") { call in
      Response(Array(String(call.desk.settings.maximalBody / 3).utf8), type: .plain)
    },
    Route(.get, "/v2/configinfo") { call in
      Response(configuration(call.desk), type: .json)
    },
    noWords(.get, "/v2/words"), noWords(.post, "/v2/words/add"), noWords(.post, "/v2/words/delete"),
  ]

  private static func check(_ call: Call, _ fields: FormFields) async throws -> Response {
    let desk = call.desk
    try desk.checkToken(call.request, key: try fields["apiKey"])
    let bytes = try await call.work { seat in
      let parameters = try CheckParameters(fields)
      guard let language = desk.languages.entry(parameters.language, preferred: parameters.preferredVariants)
      else {
        throw desk.languages.refusal(parameters.language)
      }
      var settings = Settings()
      if parameters.language != "auto" || !parameters.preferredVariants.isEmpty {
        settings.language = Placed(value: language.tag, origin: SettingOrigin(option: "language"))
      }
      for rule in parameters.rulesToSwitchOn(desk.engine.book) {
        settings.rules[rule.id] = Placed(value: .on, origin: SettingOrigin(option: "enabledRules"))
      }
      let text = LintText(bytes: parameters.text.bytes, format: .plain, settings: settings)
      let file = seat.lint(text)
      let answer = CheckAnswer(parameters: parameters, language: language, book: desk.engine.book)
      return answer.json(file.diagnostics, sentences: file.diagnostics.isEmpty ? [] : seat.sentences(text))
    }
    return Response(bytes, type: .json)
  }

  private static func noWords(_ method: HTTPRequest.Method, _ path: String) -> Route {
    Route(method, path) { _ in
      throw Refusal(
        .notFound, "words of the user's own are not kept here",
        nextStep: "List them under “words” in a stet.yml and start the server with --configuration.")
    }
  }

  /// What clients show in their lists of rules.
  private static func configuration(_ desk: LintDesk) -> [UInt8] {
    var bytes: [UInt8] = []
    var writer = JSONWriter { bytes += $0 }
    let settings = desk.effectiveSettings(for: "text", over: Settings())
    writer.object {
      $0.software()
      $0.object("parameter") { $0.field("maxTextLength", desk.settings.maximalBody / 3) }
      $0.array("rules", desk.engine.book.rules) { writer, rule in
        let category = CheckCategory(rule.family)
        writer.object {
          $0.field("ruleId", rule.id)
          $0.field("description", rule.summary)
          if rule.family == .spelling { $0.field("isDictionaryBasedSpellingRule", "yes") }
          if settings.severity(of: rule) == nil { $0.field("isDefaultOff", "yes") }
          $0.field("categoryId", category.id)
          $0.field("categoryName", category.name)
          $0.field("locQualityIssueType", category.issueType)
        }
      }
    }
    writer.finish()
    return bytes
  }
}
