import HTTPTypes
import Hummingbird
import StetReports

extension Route {
  /// `GET /`: the page to write an article in. Open also where there is a token, which the page then asks for.
  static let page = Route(.get, "/", isOpen: true) { _ in
    var response = Response(EditorPage.html, type: .html)
    for (name, value) in EditorPage.headers {
      guard let name = HTTPField.Name(name) else { continue }
      response.headers[name] = value
    }
    return response
  }

  /// `GET /v1/rules/reasons`: an object with the summary of each rule, and the reason for it, by id.
  static let reasons = Route(.get, "/v1/rules/reasons") { call in
    let book = call.desk.engine.book
    let rules = book.rules.map { DescribedRule($0, page: book.page($0)) }
    var bytes: [UInt8] = []
    var writer = JSONWriter { bytes += $0 }
    writer.reasons(of: rules)
    writer.finish()
    return Response(bytes, type: .json)
  }
}
