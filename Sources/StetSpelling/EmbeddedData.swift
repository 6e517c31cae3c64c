import CStetData
import Glibc

/// The data files carried inside the program, by their path from the top of the checkout.
package enum EmbeddedData {
  /// The contents of a carried file, for example `Dictionaries/en/stet.dic`; nil when no such file was carried.
  ///
  /// The bytes lie in the program's read-only segment and stay valid for the life of the process.
  package static func bytes(named name: String) -> UnsafeBufferPointer<UInt8>? {
    name.withCString { name in
      var low = 0
      var high = files.count
      while low < high {
        let middle = (low + high) / 2
        let order = strcmp(files[middle].name, name)
        if order == 0 {
          return UnsafeBufferPointer(start: files[middle].bytes, count: files[middle].count)
        }
        if order < 0 { low = middle + 1 } else { high = middle }
      }
      return nil
    }
  }

  /// The names of all files, sorted.
  package static var names: [String] { files.map { String(cString: $0.name) } }

  /// Sorted by name.
  private static var files: UnsafeBufferPointer<stet_data_file> {
    var count = 0
    let files = stet_data_files(&count)
    return UnsafeBufferPointer(start: files, count: count)
  }
}
