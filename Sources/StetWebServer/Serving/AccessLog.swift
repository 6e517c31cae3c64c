import FoundationEssentials
import Glibc

/// One line a request on standard error: when, what, with which result, how long. No text: of the address only the
/// path of a route, since texts may stand in the rest.
struct AccessLog: Sendable {
  /// - Parameter route: nil when there is none at the path that was asked for.
  func add(method: String, route: String?, status: Int, bytes: Int, seconds: Double) {
    let milliseconds = (seconds * 10_000).rounded() / 10
    let time = Date().formatted(.iso8601)
    StandardError.write("\(time) \(method) \(route ?? "-") \(status) \(bytes) bytes \(milliseconds) ms\n")
  }
}

/// Standard error, for whole lines.
package enum StandardError {
  package static func write(_ line: String) {
    var line = line
    line.withUTF8 { bytes in
      // Who cannot be told cannot be told that either.
      _ = Glibc.write(STDERR_FILENO, bytes.baseAddress, bytes.count)
    }
  }
}
