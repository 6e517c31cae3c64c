import StetService
import StetText

/// Where bytes stop being JSON, for people who have to mend them. Decoders of JSON say only that it is none.
struct JSONFault: Error, Equatable {
  /// Ends a sentence that begins with the place.
  var what: String
  /// Both 1-based; columns count bytes.
  var line: Int
  var column: Int

  /// nil: it is JSON.
  static func first(in bytes: [UInt8]) -> JSONFault? {
    if let malformed = SourceText(bytes).malformedRanges().first {
      return JSONFault("a byte is no UTF-8", at: malformed.lower, bytes)
    }
    return bytes.withUnsafeBufferPointer(JSONScanner.firstFault).map {
      JSONFault($0.what, at: $0.offset, bytes)
    }
  }

  private init(_ what: String, at offset: Int, _ bytes: [UInt8]) {
    let before = bytes[..<min(offset, bytes.count)]
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    self.what = what
    line = before.count { $0 == 0x0A } + 1
    column = before.count - lineStart + 1
  }
}
