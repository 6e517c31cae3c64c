import HTTPTypes
import Hummingbird
import StetReports

/// Why a request gets no result: what is wrong, where, and the next step. Never about a text's faults, and never with
/// a word of the text in it.
package struct Refusal: Error, Sendable, Equatable {
  package var status: HTTPResponse.Status
  package var what: String
  /// The member, parameter, header or place it is about; nil when it is the whole request.
  package var place: String?
  package var nextStep: String
  /// Fields of the answer's head, such as `Allow`.
  package var headers: HTTPFields = [:]

  package init(
    _ status: HTTPResponse.Status, _ what: String, place: String? = nil, nextStep: String,
    headers: HTTPFields = [:]
  ) {
    self.status = status
    self.what = what
    self.place = place
    self.nextStep = nextStep
    self.headers = headers
  }

  /// One sentence or two, for people.
  var line: String { (place.map { "\($0): " } ?? "") + "\(what). \(nextStep)" }

  /// `{"error": {"status", "what", "where", "nextStep"}}`.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    var writer = JSONWriter { bytes += $0 }
    writer.object {
      $0.object("error") {
        $0.field("status", status.code)
        $0.field("what", what)
        if let place { $0.field("where", place) }
        $0.field("nextStep", nextStep)
      }
    }
    writer.finish()
    return bytes
  }

  /// As LanguageTool's own server says it: “Error: …”.
  var languageTool: Response {
    var response = Response(Array("Error: \(line)".utf8), type: .plain, status: status)
    response.headers.append(contentsOf: headers)
    return response
  }

  package var json: Response {
    var response = Response(bytes, type: .json, status: status)
    response.headers.append(contentsOf: headers)
    return response
  }
}

/// The media types of our answers.
package enum AnswerType: String, Sendable {
  case json = "application/json"
  case plain = "text/plain; charset=utf-8"
  case html = "text/html; charset=utf-8"
  /// The text format of Prometheus, version 0.0.4.
  case metrics = "text/plain; version=0.0.4; charset=utf-8"
}

extension Response {
  package init(_ bytes: [UInt8], type: AnswerType, status: HTTPResponse.Status = .ok) {
    self.init(
      status: status, headers: [.contentType: type.rawValue],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}
