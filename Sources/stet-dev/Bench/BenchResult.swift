/// One line of the table, and one object of the JSON.
struct BenchLine: Codable {
  /// What was measured: "one core", for example.
  var group: String
  var name: String
  var medianSeconds: Double
  var minimumSeconds: Double
  /// Processor time of all threads; nil where only wall time was taken.
  var medianProcessorSeconds: Double?
  /// Bytes of text that one run read.
  var bytes: Int
  /// Bytes; nil where it is not known for this line alone.
  var peakMemory: Int?

  init(_ group: String, _ name: String, _ seconds: [Double], bytes: Int) {
    self.group = group
    self.name = name
    self.bytes = bytes
    medianSeconds = seconds.median
    minimumSeconds = seconds.min() ?? 0
  }

  init(_ group: String, _ series: ProcessBench.Series, bytes: Int) {
    self.init(group, series.command, series.seconds, bytes: bytes)
    medianProcessorSeconds = series.processorSeconds.median
    peakMemory = series.peakMemory
  }

  /// Millions of bytes a second, from the median.
  var speed: Double { medianSeconds > 0 ? Double(bytes) / medianSeconds / 1e6 : 0 }
}

struct BenchResult: Codable {
  var processors: Int
  var isReleaseBuild: Bool
  /// What the measured text was, for people.
  var text: String
  var lines: [BenchLine] = []

  func table() -> String {
    var text = "\(self.text); \(processors) processors"
    text += isReleaseBuild ? "\n" : "; a debug build: the layers' figures say little\n"
    var group = ""
    for line in lines {
      if line.group != group {
        group = line.group
        text += "\n" + Self.row(group, "median ms", "min ms", "MB/s", "CPU ms", "peak MB")
      }
      let memory = line.peakMemory.map { decimal(Double($0) / 1e6, 1) } ?? ""
      text += Self.row(
        "  " + line.name, decimal(line.medianSeconds * 1e3, 2), decimal(line.minimumSeconds * 1e3, 2),
        decimal(line.speed, 1), line.medianProcessorSeconds.map { decimal($0 * 1e3, 1) } ?? "", memory)
    }
    return text
  }

  private static func row(_ name: String, _ cells: String...) -> String {
    let head = name + String(repeating: " ", count: max(1, 44 - name.count))
    return head + cells.map { String(repeating: " ", count: max(1, 11 - $0.count)) + $0 }.joined() + "\n"
  }
}

/// A number with a fixed count of decimals.
func decimal(_ value: Double, _ places: Int) -> String {
  var scale = 1.0
  for _ in 0..<places { scale *= 10 }
  let rounded = Int((value * scale).rounded())
  guard places > 0 else { return String(rounded) }
  let digits = String(rounded % Int(scale))
  return "\(rounded / Int(scale))." + String(repeating: "0", count: places - digits.count) + digits
}
