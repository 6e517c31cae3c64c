import CStetData

/// A data file that the program carries, read in place.
struct EmbeddedData: @unchecked Sendable {
  /// The bytes lie in the program's read-only data, so they outlive every use.
  let bytes: UnsafeRawBufferPointer

  /// The file with this path relative to the top of the checkout, or nil when the program carries none.
  init?(_ path: StaticString) {
    var count = 0
    guard let files = stet_data_files(&count) else { return nil }
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      let order = Self.compare(files[middle].name, path)
      if order == 0 {
        bytes = UnsafeRawBufferPointer(start: files[middle].bytes, count: files[middle].count)
        return
      }
      if order < 0 { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  private static func compare(_ name: UnsafePointer<CChar>, _ path: StaticString) -> Int {
    for index in 0..<path.utf8CodeUnitCount {
      let difference = Int(UInt8(bitPattern: name[index])) - Int(path.utf8Start[index])
      if difference != 0 { return difference }
    }
    return Int(UInt8(bitPattern: name[path.utf8CodeUnitCount]))
  }
}
