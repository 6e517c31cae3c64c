import Hummingbird
import StetReports
import StetService

extension Route {
  /// `POST /v1/lint`: a text in, what `stet lint --format json` prints out.
  static let lint = Route(.post, "/v1/lint") { call in
    let request = try LintRequest(call.request)
    let body = try await call.body()
    let bytes = try await call.work { seat in
      let file = seat.lint(try request.text(Array(body.readableBytesView), seat.desk.languages))
      var bytes: [UInt8] = []
      var report = JSONReport(tool: ReportingTool(version: Version.string)) { bytes += $0 }
      report.begin()
      report.add(file)
      report.end()
      return bytes
    }
    return Response(bytes, type: .json)
  }
}
