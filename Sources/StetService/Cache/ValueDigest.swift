import StetConfiguration
import StetText

/// A digest of a value by what is in it, found by reflection, so that a setting that is added one day counts without
/// anybody thinking of it.
struct ValueDigest {
  private var bytes: [UInt8] = []
  private var isComplete = true

  /// nil when the value holds something whose content cannot be seen: an object or a function.
  static func digest(of value: Any) -> Digest? {
    var digest = ValueDigest()
    digest.add(value)
    return digest.isComplete ? Digest(digest.bytes) : nil
  }

  private mutating func add(_ text: String) {
    bytes += text.utf8
    bytes.append(0)
  }

  private mutating func add(_ value: Any) {
    switch value {
    // Where a setting was made changes no finding.
    case is SettingOrigin: return
    case let text as String:
      bytes.append(UInt8(ascii: "\""))
      add(text)
    case let words as [Placed<String>]:
      add("words \(words.count)")
      for word in words { add(word.value) }
    default: reflect(value)
    }
  }

  private mutating func reflect(_ value: Any) {
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .struct, .tuple:
      add("(\(type(of: value))")
      if mirror.children.isEmpty { add(String(describing: value)) }
      for child in mirror.children {
        add(child.label ?? "")
        add(child.value)
      }
      add(")")
    case .optional, .collection:
      add("[\(mirror.children.count)")
      for child in mirror.children { add(child.value) }
    case .enum:
      add("case \(type(of: value))")
      if mirror.children.isEmpty { add(String(describing: value)) }
      for child in mirror.children {
        add(child.label ?? "")
        add(child.value)
      }
    case .set, .dictionary:
      add("{\(mirror.children.count)")
      // Their order differs from run to run.
      var parts: [[UInt8]] = []
      for child in mirror.children {
        var part = ValueDigest()
        part.add(child.value)
        isComplete = isComplete && part.isComplete
        parts.append(part.bytes)
      }
      for part in parts.sorted(by: { $0.lexicographicallyPrecedes($1) }) { bytes += part }
    case nil where mirror.children.isEmpty && !"\(type(of: value))".contains("->"):
      add("\(type(of: value)) \(value)")
    default: isComplete = false
    }
  }
}
