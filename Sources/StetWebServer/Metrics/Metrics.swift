import HTTPTypes
import StetLint
import Synchronization

/// What the server has done since it started, in numbers: never a word of a text. Written in the text format of
/// Prometheus, version 0.0.4.
package final class Metrics: Sendable {
  /// Upper bounds of the histogram of durations, in seconds.
  static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

  struct Histogram: Sendable {
    /// How many were at most as long as each bound, and longer than the one before; the last one: longer than all.
    var counts = [Int](repeating: 0, count: Metrics.bounds.count + 1)
    var sum = 0.0

    mutating func add(_ value: Double) {
      counts[Metrics.bounds.firstIndex { value <= $0 } ?? Metrics.bounds.count] += 1
      sum += value
    }
  }

  private struct Answer: Hashable {
    var route: String
    var status: Int
  }

  private struct Found: Hashable {
    var rule: String
    var severity: Severity
  }

  private struct State {
    var answers: [Answer: Int] = [:]
    var durations: [String: Histogram] = [:]
    var refusals: [RefusalReason: Int] = [:]
    var texts = 0
    var words = 0
    var found: [Found: Int] = [:]
  }

  private let state = Mutex(State())

  /// - Parameter route: the path of a route; nil: there is none, or the request was not read so far.
  func add(route: String?, status: Int, seconds: Double) {
    let route = route ?? "none"
    state.withLock { state in
      state.answers[Answer(route: route, status: status), default: 0] += 1
      state.durations[route, default: Histogram()].add(seconds)
    }
  }

  /// A connection was refused before its request was read.
  @Sendable func add(refused refusal: Refusal) {
    add(RefusalReason(refusal.status))
    add(route: nil, status: refusal.status.code, seconds: 0)
  }

  func add(_ reason: RefusalReason) { state.withLock { $0.refusals[reason, default: 0] += 1 } }

  /// A text was linted.
  func add(words: Int, _ diagnostics: [Diagnostic]) {
    state.withLock { state in
      state.texts += 1
      state.words += words
      for diagnostic in diagnostics {
        state.found[Found(rule: diagnostic.rule, severity: diagnostic.severity), default: 0] += 1
      }
    }
  }

  /// - Parameter gauges: what is true at this moment.
  func text(_ gauges: [(name: String, help: String, value: Int)]) -> String {
    let state = state.withLock { $0 }
    var text = MetricText()
    text.family("stet_requests_total", "counter", "Requests by route and status of the answer.")
    for (key, count) in state.answers.sorted(by: {
      ($0.key.route, $0.key.status) < ($1.key.route, $1.key.status)
    }) {
      text.sample(
        "stet_requests_total", [("route", key.route), ("status", String(key.status))], String(count))
    }
    text.family("stet_request_duration_seconds", "histogram", "From the head of a request to its answer.")
    for (route, histogram) in state.durations.sorted(by: { $0.key < $1.key }) {
      text.histogram("stet_request_duration_seconds", route, histogram)
    }
    text.family("stet_refused_total", "counter", "Requests and connections that met a limit.")
    for reason in RefusalReason.allCases {
      text.sample("stet_refused_total", [("reason", reason.rawValue)], String(state.refusals[reason] ?? 0))
    }
    text.family("stet_texts_total", "counter", "Texts that were checked.")
    text.sample("stet_texts_total", [], String(state.texts))
    text.family("stet_words_total", "counter", "Words of these texts, as blanks part them.")
    text.sample("stet_words_total", [], String(state.words))
    text.family("stet_findings_total", "counter", "Findings by rule and severity.")
    for (key, count) in state.found.sorted(by: {
      ($0.key.rule, $0.key.severity.rawValue) < ($1.key.rule, $1.key.severity.rawValue)
    }) {
      text.sample(
        "stet_findings_total", [("rule", key.rule), ("severity", key.severity.rawValue)], String(count))
    }
    for gauge in gauges {
      text.family(gauge.name, "gauge", gauge.help)
      text.sample(gauge.name, [], String(gauge.value))
    }
    return text.lines
  }
}

/// Which limit a request met.
enum RefusalReason: String, CaseIterable, Sendable {
  case bodySize = "body-size"
  case connections
  case malformed
  case queue
  case slowBody = "slow-body"
  case time
  case token

  /// Of a connection that is refused before its request is read.
  init(_ status: HTTPResponse.Status) {
    switch status {
    case .contentTooLarge: self = .bodySize
    case .requestTimeout: self = .slowBody
    case .serviceUnavailable: self = .connections
    default: self = .malformed
    }
  }
}

/// Lines of the text format of Prometheus.
private struct MetricText {
  private(set) var lines = ""

  mutating func family(_ name: String, _ type: String, _ help: String) {
    lines += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
  }

  /// Values of labels are names of our own and of rules: they hold nothing that must be escaped but what users may
  /// have called a rule.
  mutating func sample(_ name: String, _ labels: [(name: String, value: String)], _ value: String) {
    let pairs = labels.map { #"\#($0.name)="\#(Self.escaped($0.value))""# }
    lines += name + (pairs.isEmpty ? "" : "{\(pairs.joined(separator: ","))}") + " \(value)\n"
  }

  mutating func histogram(_ name: String, _ route: String, _ histogram: Metrics.Histogram) {
    var sum = 0
    for (bound, count) in zip(Metrics.bounds.map { "\($0)" } + ["+Inf"], histogram.counts) {
      sum += count
      sample("\(name)_bucket", [("route", route), ("le", bound)], String(sum))
    }
    sample("\(name)_sum", [("route", route)], "\(histogram.sum)")
    sample("\(name)_count", [("route", route)], String(sum))
  }

  private static func escaped(_ value: String) -> String {
    value.replacing("\\", with: #"\\"#).replacing("\"", with: #"\""#).replacing("\n", with: #"\n"#)
  }
}
