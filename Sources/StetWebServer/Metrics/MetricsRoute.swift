import Hummingbird
import StetDocument

extension Route {
  /// `GET /metrics`, for Prometheus.
  static let metrics = Route(.get, "/metrics") { call in
    let desk = call.desk
    let load = desk.pool.load
    let text = desk.metrics.text([
      ("stet_queue_length", "Requests that wait for a worker.", load.waiting),
      ("stet_workers_busy", "Workers that check a text.", load.busy),
      ("stet_connections_open", "Connections that are open.", desk.connections.now),
      ("process_resident_memory_bytes", "Resident memory of the process.", residentBytes()),
    ])
    return Response(Array(text.utf8), type: .metrics)
  }

  /// The second number of /proc/self/statm counts pages (proc(5)).
  private static func residentBytes() -> Int {
    guard let bytes = try? FileReading.read("/proc/self/statm") else { return 0 }
    let fields = String(decoding: bytes, as: UTF8.self).split(separator: " ")
    return (fields.count > 1 ? Int(fields[1]) ?? 0 : 0) * 4_096
  }
}
