import StetSpelling

/// A binary model file: a magic number and named sections, all little-endian, used in place.
///
/// Layout: 8 bytes magic, `UInt32` number of sections, `UInt32` 0; then for each section `UInt32` identifier,
/// offset and length in bytes, and `UInt32` 0. Sections start at multiples of 64.
package struct ModelFile: @unchecked Sendable {
  /// "STETML01" as a little-endian number.
  package static let magic: UInt64 = 0x3130_4C4D_5445_5453

  private let bytes: UnsafeRawBufferPointer

  /// The file at `path` inside the program, or nil when there is none or it is not a model file.
  package init?(embedded path: String) {
    guard let bytes = EmbeddedData.bytes(named: path) else { return nil }
    self.init(UnsafeRawBufferPointer(bytes))
  }

  /// A model file in memory that the caller keeps alive as long as anything made from it.
  package init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= 16, bytes.loadUnaligned(as: UInt64.self) == Self.magic else { return nil }
    let sections = Int(bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self))
    guard bytes.count >= 16 + sections * 16 else { return nil }
    self.bytes = bytes
    for index in 0..<sections {
      let (_, offset, count) = entry(index)
      guard offset + count <= bytes.count else { return nil }
    }
  }

  /// The bytes of a section; empty when the file has none of that identifier.
  package func section(_ identifier: UInt32) -> UnsafeRawBufferPointer {
    let sections = Int(bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self))
    for index in 0..<sections {
      let (found, offset, count) = entry(index)
      if found == identifier { return UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count]) }
    }
    return UnsafeRawBufferPointer(rebasing: bytes[0..<0])
  }

  private func entry(_ index: Int) -> (identifier: UInt32, offset: Int, count: Int) {
    let at = 16 + index * 16
    return (
      bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self),
      Int(bytes.loadUnaligned(fromByteOffset: at + 4, as: UInt32.self)),
      Int(bytes.loadUnaligned(fromByteOffset: at + 8, as: UInt32.self))
    )
  }
}

/// Which section holds what. Numbers are stored in files: never reuse one.
package enum ModelSection {
  package static let tags: UInt32 = 1
  package static let wordSlots: UInt32 = 2
  package static let wordClasses: UInt32 = 3
  package static let featureSlots: UInt32 = 4
  package static let featureRows: UInt32 = 5
  package static let lemmaStrings: UInt32 = 6
  package static let lemmaSlots: UInt32 = 7
  package static let lemmaRules: UInt32 = 8
  package static let transitions: UInt32 = 9
  package static let capitals: UInt32 = 10
  package static let frequencies: UInt32 = 11
  package static let trigrams: UInt32 = 12
  package static let lexicalTransitions: UInt32 = 13
}

extension ModelFile {
  /// A file without sections: what a model is when the program carries none.
  static let empty = ModelFile()

  private init() {
    bytes = UnsafeRawBufferPointer(Self.emptyBytes)
  }

  private nonisolated(unsafe) static let emptyBytes: UnsafeMutableRawBufferPointer = {
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: 16, alignment: 8)
    bytes.storeBytes(of: magic, as: UInt64.self)
    bytes.storeBytes(of: 0, toByteOffset: 8, as: UInt64.self)
    return bytes
  }()
}
