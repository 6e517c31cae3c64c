import StetSpelling

/// The word lists that are carried inside the program.
package enum EmbeddedText {
  /// The lines of a file that are neither empty nor comments.
  package static func lines(_ name: String) -> [Substring] {
    guard let bytes = EmbeddedData.bytes(named: name) else {
      preconditionFailure("the program was built without \(name): run `make data` and build again")
    }
    return String(decoding: bytes, as: UTF8.self).fields("\n").filter { $0.utf8.first != UInt8(ascii: "#") }
  }
}
