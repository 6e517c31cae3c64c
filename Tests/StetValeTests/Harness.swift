import Foundation
import StetDocument
import StetService
import StetText
import Synchronization

@testable import StetVale

/// Styles written out into a folder of their own, and one worker behind a lock.
final class Desk: Sendable {
  static let shared: Desk = {
    do throws(Problem) {
      return Desk(Worker(try Engine()))
    } catch {
      fatalError(error.line)
    }
  }()

  private let worker: Mutex<Worker>

  private init(_ worker: sending Worker) { self.worker = Mutex(worker) }

  /// Writes the files and reads `.vale.ini` among them.
  static func styles(_ files: [String: String]) throws -> ValeStyles {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("stet-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (path, text) in files {
      let url = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    return try ValeStyles.load(folder.appendingPathComponent(".vale.ini").path)
  }

  /// A style `House` of one rule, `House.Rule`.
  static func styles(rule: String, ini: String = "") throws -> ValeStyles {
    try styles([
      ".vale.ini": "StylesPath = styles\n\(ini)\n[*]\nBasedOnStyles = House\n", "styles/House/Rule.yml": rule,
    ])
  }

  func alerts(_ styles: ValeStyles, _ text: String, path: String = "page.md") -> [ValeAlert] {
    alerts(styles, SourceText(text), path: path)
  }

  func alerts(_ styles: ValeStyles, _ source: SourceText, path: String = "page.md") -> [ValeAlert] {
    worker.withLock { worker in
      let document = DocumentReader.read(source, path: path)
      return styles.alerts(worker.analysis(document)).sorted { $0.range < $1.range }
    }
  }

  /// The source behind each alert.
  func found(_ styles: ValeStyles, _ text: String, path: String = "page.md") -> [String] {
    let source = SourceText(text)
    return alerts(styles, text, path: path).map { source.string($0.range) }
  }
}

extension Desk {
  func ranges(_ styles: ValeStyles, _ source: SourceText) -> [Range<Int>] {
    alerts(styles, source).map(\.range.indices)
  }
}
