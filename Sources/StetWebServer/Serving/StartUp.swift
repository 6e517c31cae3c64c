import FoundationEssentials
import Glibc
import NIOCore
import NIOPosix
import StetDocument
import StetService
import StetText

/// What is done before the first request.
extension WebServer {
  /// Lints a little on each worker, so that the first request is as fast as the others: dictionaries and tables are
  /// made on first use.
  package func warmUp() async {
    let desk = desk
    let loop = MultiThreadedEventLoopGroup.singleton.any()
    await withTaskGroup { group in
      for _ in 0..<desk.settings.workers {
        group.addTask {
          try? await desk.pool.run(on: loop) { worker in
            _ = worker.lint(
              SourceText("The minister said he recieved it, and that she had went to Niger."), path: "text",
              settings: desk.effectiveSettings(for: "text", over: .init()))
          }
        }
      }
    }
  }

  /// Lets the process open as many files as the system allows it.
  ///
  /// - Returns: how many connections it can hold then, when they are fewer than the settings want.
  package static func raiseOpenFileLimit(for settings: ServerSettings) -> Int? {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return nil }
    limit.rlim_cur = limit.rlim_max
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    // Dictionaries, event loops and clients that are being refused need some, too.
    let possible = Int(clamping: limit.rlim_cur) - 100
    return possible < settings.maximalConnections ? max(1, possible) : nil
  }
}

extension ServerSettings {
  /// The token that a file or the environment holds; nil when there is none.
  ///
  /// - Parameter file: its first line is the token.
  package static func token(
    file: String?, environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(Problem) -> String? {
    let text: String
    let place: String
    if let file {
      do {
        text = String(decoding: try FileReading.read(file), as: UTF8.self)
      } catch {
        throw Problem(error)
      }
      place = file
    } else {
      guard let value = environment["STET_TOKEN"] else { return nil }
      text = value
      place = "STET_TOKEN"
    }
    let nextStep = "Write one into its first line, such as the output of `openssl rand -hex 32`."
    let words = text.prefix { !$0.isNewline }.split { $0 == " " || $0 == "\t" }
    guard let token = words.first else {
      throw Problem(place: place, what: "there is no token in it", nextStep: nextStep)
    }
    // The header that carries it ends a token at a blank (RFC 6750, 2.1).
    guard words.count == 1 else {
      throw Problem(place: place, what: "the token has blanks in it", nextStep: nextStep)
    }
    return String(token)
  }
}
