/// Runs whole commands and measures them from outside: wall time, processor time and peak memory.
struct ProcessBench {
  /// One command with all its runs.
  struct Series {
    var command: String
    var seconds: [Double] = []
    var processorSeconds: [Double] = []
    /// Bytes, the most of all runs.
    var peakMemory = 0
  }

  /// Runs each command `count` times in turn, so that whatever else the machine does befalls all alike.
  /// The first round is not counted.
  /// - Parameter commands: words separated by blanks; `arguments` are appended to each.
  static func measure(_ commands: [String], _ arguments: [String], count: Int) throws -> [Series] {
    var series = commands.map { Series(command: $0) }
    for round in 0...count {
      for index in series.indices {
        let words = series[index].command.split(separator: " ").map(String.init)
        let run = try ProcessRun(words + arguments)
        guard round > 0 else { continue }
        series[index].seconds.append(run.seconds)
        series[index].processorSeconds.append(run.processorSeconds)
        series[index].peakMemory = max(series[index].peakMemory, run.peakMemory)
      }
    }
    return series
  }
}
