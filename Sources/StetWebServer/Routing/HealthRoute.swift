import Hummingbird
import StetReports
import StetService

extension Route {
  /// `GET /healthz`: whether the server answers at all, for supervisors and load balancers.
  static let health = Route(.get, "/healthz", isOpen: true) { call in
    let isStopping = call.desk.isStopping
    var bytes: [UInt8] = []
    var writer = JSONWriter { bytes += $0 }
    writer.object {
      $0.field("status", isStopping ? "stopping" : "ok")
      $0.field("version", Version.string)
    }
    writer.finish()
    return Response(bytes, type: .json, status: isStopping ? .serviceUnavailable : .ok)
  }

  /// `GET /v1/rules`: what `stet rules --format json` prints.
  static let rules = Route(.get, "/v1/rules") { call in
    let book = call.desk.engine.book
    let table = RuleTable(book.rules.map { DescribedRule($0, page: nil) })
    return Response(table.json(layout: .compact), type: .json)
  }
}
