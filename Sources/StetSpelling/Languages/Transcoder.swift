import Glibc

/// Turns UTF-8 into the encoding of a dictionary and back; iconv(3). Belongs to one handle, like the state that iconv
/// keeps.
final class Transcoder {
  private let outward: iconv_t
  private let homeward: iconv_t

  /// - Parameter encoding: as an affix file names it: `ISO8859-1`, `KOI8-R`, `microsoft-cp1251`.
  ///
  /// Nil when the system does not know it.
  init?(_ encoding: String) {
    let name = Self.systemName(encoding)
    guard let outward = iconv_open(name, "UTF-8"), outward != Self.failure else { return nil }
    guard let homeward = iconv_open("UTF-8", name), homeward != Self.failure else {
      iconv_close(outward)
      return nil
    }
    self.outward = outward
    self.homeward = homeward
  }

  deinit {
    iconv_close(outward)
    iconv_close(homeward)
  }

  /// Whether words are UTF-8 already.
  static func isUTF8(_ encoding: String) -> Bool {
    ["utf-8", "utf8"].contains(encoding.lowercased())
  }

  /// Nil when a character has no place in the encoding.
  func encoded(_ word: UnsafeBufferPointer<UInt8>) -> [UInt8]? { converted(word, outward) }

  /// Nil when the bytes are none of the encoding.
  func decoded(_ word: UnsafeBufferPointer<UInt8>) -> [UInt8]? { converted(word, homeward) }

  private func converted(_ word: UnsafeBufferPointer<UInt8>, _ state: iconv_t) -> [UInt8]? {
    // No character of one byte takes more than three in UTF-8.
    let room = word.count * 4 + 8
    var isWhole = false
    let bytes = [UInt8](unsafeUninitializedCapacity: room) { out, count in
      word.withMemoryRebound(to: CChar.self) { source in
        out.withMemoryRebound(to: CChar.self) { target in
          var input = UnsafeMutablePointer(mutating: source.baseAddress)
          var inputLeft = source.count
          var output = target.baseAddress
          var outputLeft = room
          _ = iconv(state, nil, nil, nil, nil)
          isWhole = iconv(state, &input, &inputLeft, &output, &outputLeft) != -1
          count = room - outputLeft
        }
      }
    }
    return isWhole ? bytes : nil
  }

  /// What iconv_open(3) gives when it cannot.
  private static var failure: iconv_t? { iconv_t(bitPattern: -1) }

  /// The names that hunspell(5) lists and glibc spells otherwise.
  private static func systemName(_ encoding: String) -> String {
    let lower = encoding.lowercased()
    if lower.hasPrefix("microsoft-") { return String(lower.dropFirst("microsoft-".utf8.count)).uppercased() }
    if lower == "tis620-2533" { return "TIS-620" }
    return encoding
  }
}
