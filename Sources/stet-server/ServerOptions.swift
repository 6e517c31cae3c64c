import ArgumentParser
import Glibc
import StetWebServer

/// Where the server listens, and to whom.
struct NetworkOptions: ParsableArguments {
  @Option(help: "The address to listen on. The standard is this machine alone; 0.0.0.0 is all networks.")
  var host = "127.0.0.1"

  @Option(help: "The port to listen on; 0 takes any that is free.")
  var port = 8081

  @Option(
    help: ArgumentHelp(
      "Serve only who sends the token in this file; the variable STET_TOKEN does the same.", valueName: "file"
    ))
  var tokenFile: String?

  @Option(
    name: .customLong("allow-origin"),
    help: ArgumentHelp(
      "Let pages of this origin use the server, such as https://cms.example; * for all. May be given again.",
      valueName: "origin"))
  var origins: [String] = []

  @Option(
    name: .customLong("allow-host"),
    help: ArgumentHelp(
      "A name that requests call the server by, beside localhost. May be given again.", valueName: "name"))
  var hosts: [String] = []

  mutating func validate() throws {
    guard 0...65_535 ~= port else { throw ValidationError("--port takes a number from 0 to 65535.") }
    for origin in origins where origin != "*" && !origin.contains("://") {
      throw ValidationError("--allow-origin takes an origin such as https://cms.example, not “\(origin)”.")
    }
  }

  func apply(to settings: inout ServerSettings) {
    settings.host = host
    settings.port = port
    settings.allowedOrigins = origins
    settings.allowedHosts = hosts
  }
}

/// How much the server takes on.
struct LimitOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The largest body of a request, in bytes or as 500K or 2M.", valueName: "size"))
  var maxBody = ByteSize(bytes: 2 << 20)

  @Option(help: ArgumentHelp("How long a request may wait and be worked on.", valueName: "seconds"))
  var maxTime = 10.0

  @Option(help: ArgumentHelp("How many connections may be open.", valueName: "number"))
  var maxConnections = 1_000

  @Option(
    help: ArgumentHelp("How many texts are checked at once; 0 takes one per processor.", valueName: "number"))
  var jobs = 0

  @Option(help: ArgumentHelp("How many requests may wait for a worker.", valueName: "number"))
  var queue = 256

  mutating func validate() throws {
    guard maxBody.bytes > 0 else { throw ValidationError("--max-body takes a size above 0.") }
    guard maxTime > 0, maxTime <= 86_400 else { throw ValidationError("--max-time takes seconds above 0.") }
    guard maxConnections > 0 else { throw ValidationError("--max-connections takes a number above 0.") }
    guard 0...1_024 ~= jobs else { throw ValidationError("--jobs takes 0 or a number up to 1024.") }
    guard queue >= 0 else { throw ValidationError("--queue takes 0 or a number above.") }
  }

  func apply(to settings: inout ServerSettings) {
    settings.maximalBody = maxBody.bytes
    settings.maximalMilliseconds = Int64(maxTime * 1_000)
    settings.maximalConnections = maxConnections
    settings.workers = jobs == 0 ? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) : jobs
    settings.queue = queue
  }
}

/// A number of bytes, as people write it: 300000, 500K, 2M.
struct ByteSize: ExpressibleByArgument {
  var bytes: Int

  init(bytes: Int) { self.bytes = bytes }

  init?(argument: String) {
    let units = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30]
    let unit = units[argument.suffix(1).uppercased()]
    guard let number = Int(unit == nil ? argument : String(argument.dropLast())), number >= 0,
      !number.multipliedReportingOverflow(by: unit ?? 1).overflow
    else { return nil }
    bytes = number * (unit ?? 1)
  }

  var defaultValueDescription: String { "2M" }
}
