import FoundationEssentials

/// Documents go by URI in the protocol and by path in Stet.
enum DocumentURI {
  /// The path of a `file:` URI; for others (an editor's untitled text) the URI's own last part.
  static func path(_ uri: String) -> String {
    guard isFile(uri), let url = URL(string: uri) else {
      return String(uri.split(separator: "/").last ?? "untitled")
    }
    return url.path
  }

  static func isFile(_ uri: String) -> Bool { uri.hasPrefix("file://") }

  /// - Parameter path: absolute.
  static func uri(_ path: String) -> String { URL(filePath: path).absoluteString }
}
