import CStetData

/// The data files carried inside the program, by their path from the top of the checkout.
package enum EmbeddedData {
  /// The contents of a carried file, for example `Dictionaries/en/stet.dic`; nil when no such file was carried.
  ///
  /// The bytes lie in the program's read-only segment and stay valid for the life of the process.
  package static func bytes(named name: String) -> UnsafeBufferPointer<UInt8>? {
    var count = 0
    guard let files = stet_data_files(&count) else { return nil }
    for index in 0..<count where String(cString: files[index].name) == name {
      return UnsafeBufferPointer(start: files[index].bytes, count: files[index].count)
    }
    return nil
  }
}
