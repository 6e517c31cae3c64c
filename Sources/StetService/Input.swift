import StetDocument
import StetText

/// One text to work on: a file, or what comes in on standard input.
package struct Input: Sendable {
  package var source: SourceText
  /// What it is called in output.
  package var path: String

  /// - Parameters:
  ///   - path: `-` reads standard input.
  ///   - standardInputName: the name that standard input goes by.
  package init(_ path: String, standardInputName: String? = nil) throws(Problem) {
    do {
      guard path == "-" else {
        source = SourceText(try FileReading.read(path))
        self.path = path
        return
      }
      source = SourceText(try FileReading.readStandardInput())
      self.path = standardInputName ?? "<stdin>"
    } catch {
      throw Problem(error)
    }
  }
}
