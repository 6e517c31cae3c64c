import StetYAML

/// Where the results of unchanged files are kept, as the key `cache` says it.
package enum CacheSetting: Sendable, Hashable {
  /// In the user's own folder for caches.
  case user
  case off
  case folder(String)

  /// - Parameter base: the folder that a relative one starts from, as components from the root of the file system.
  init(_ text: String, base: [String]) {
    switch text {
    case "on", "true", "yes": self = .user
    case "off", "false", "no": self = .off
    default:
      let folder = "/" + base.joined(separator: "/")
      self = .folder(text.hasPrefix("/") ? text : (folder == "/" ? "" : folder) + "/" + text)
    }
  }
}

extension ConfigurationReader {
  static func cache(_ node: YAMLNode, base: [String]) -> CacheSetting? {
    guard case .scalar(let text) = node.content, !text.isEmpty else { return nil }
    return CacheSetting(text, base: base)
  }
}
