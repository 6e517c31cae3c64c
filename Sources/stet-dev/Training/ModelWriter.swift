import Glibc
import StetLanguage

/// Collects the sections of a model file.
struct ModelWriter {
  /// Sections start at multiples of a cache line.
  private static let alignment = 64

  private var sections: [(identifier: UInt32, bytes: [UInt8])] = []

  mutating func add(_ identifier: UInt32, _ bytes: [UInt8]) {
    sections.append((identifier, bytes))
  }

  mutating func add(_ identifier: UInt32, _ values: [UInt32]) {
    add(identifier, values.withUnsafeBytes { Array($0) })
  }

  /// The whole file.
  func bytes() -> [UInt8] {
    var head: [UInt8] = []
    append(ModelFile.magic, to: &head)
    append(UInt32(sections.count), to: &head)
    append(UInt32(0), to: &head)
    let start = (16 + sections.count * 16 + Self.alignment - 1) / Self.alignment * Self.alignment
    var offset = start
    var body: [UInt8] = []
    for (identifier, bytes) in sections {
      append(identifier, to: &head)
      append(UInt32(offset), to: &head)
      append(UInt32(bytes.count), to: &head)
      append(UInt32(0), to: &head)
      let padding = (Self.alignment - bytes.count % Self.alignment) % Self.alignment
      body += bytes
      body += [UInt8](repeating: 0, count: padding)
      offset += bytes.count + padding
    }
    head += [UInt8](repeating: 0, count: start - head.count)
    return head + body
  }
}

/// Appends a number, lowest byte first.
func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
  withUnsafeBytes(of: value.littleEndian) { bytes += $0 }
}

/// Why a file could not be written.
struct WriteError: Error, CustomStringConvertible {
  let path: String
  var description: String { "\(path): cannot be written. Make its folder, or choose another with --output." }
}

func writeFile(_ bytes: [UInt8], to path: String) throws {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
  guard descriptor >= 0 else { throw WriteError(path: path) }
  defer { close(descriptor) }
  var written = 0
  while written < bytes.count {
    let count = bytes[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    guard count > 0 else { throw WriteError(path: path) }
    written += count
  }
}
