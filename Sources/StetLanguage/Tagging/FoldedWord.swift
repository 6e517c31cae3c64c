/// One token as the trained tables see it: letters in lower case, every digit a 0, typographic apostrophes and
/// quotation marks as ASCII, dashes as "--". Made in one pass over the bytes, without a buffer.
///
/// Letters outside ASCII fold for Latin-1 alone (É, Ö, …); elsewhere a capital stays what it is.
package struct FoldedWord: Sendable {
  /// FNV-1a over the folded bytes, mixed once more; never 0.
  package private(set) var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  /// The last eight folded bytes, the last one lowest.
  package private(set) var tail: UInt64 = 0
  /// The first four folded bytes, the first one highest.
  package var head: UInt64 { UInt64(packedHead) }
  /// Number of folded bytes.
  package var count: Int { Int(packedCount) }
  /// The order of kinds of characters (capital, small, digit, other), runs told from single ones.
  package private(set) var shapeKey: UInt64 = 0
  private var packedHead: UInt32 = 0
  private var packedCount: UInt32 = 0
  package private(set) var shape: Shape = []

  package struct Shape: OptionSet, Sendable, Hashable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }
    package static let startsUpper = Shape(rawValue: 1)
    package static let hasUpper = Shape(rawValue: 2)
    package static let hasLower = Shape(rawValue: 4)
    package static let hasDigit = Shape(rawValue: 8)
    package static let hasHyphen = Shape(rawValue: 16)
    package static let hasOther = Shape(rawValue: 32)
    package static let upperAfterStart = Shape(rawValue: 64)
    package static let startsLower = Shape(rawValue: 128)
  }

  private var lastKind: UInt8 = 0
  private var isInRun = false

  @inline(__always)
  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var at = 0
    let end = bytes.count
    while at < end {
      let byte = bytes[at]
      at += 1
      switch byte {
      case 0x61...0x7A: take(byte, kind: 2)
      case 0x41...0x5A: take(byte | 0x20, kind: 1)
      case 0x30...0x39: take(0x30, kind: 3)
      case 0xC3 where at < end && bytes[at] >= 0x80 && bytes[at] <= 0x9E && bytes[at] != 0x97:
        take(byte, kind: 1)
        append(bytes[at] | 0x20)
        at += 1
      case 0xE2 where at + 1 < end && bytes[at] == 0x80:
        takePunctuation(bytes[at + 1])
        at += 2
      case 0xC3...0xDF where at < end:
        take(byte, kind: 2)
        append(bytes[at])
        at += 1
      default: take(byte, kind: 4)
      }
    }
    hash ^= hash >> 32
    hash = (hash &* 0x9E37_79B9_7F4A_7C15) | 1
  }

  /// U+2000 to U+203F, by the last byte of their encoding.
  @inline(__always)
  private mutating func takePunctuation(_ last: UInt8) {
    switch last {
    case 0x98, 0x99: take(0x27, kind: 4)
    case 0x9C:
      take(0x60, kind: 4)
      append(0x60)
    case 0x9D:
      take(0x27, kind: 4)
      append(0x27)
    case 0x93, 0x94:
      take(0x2D, kind: 4)
      append(0x2D)
    case 0xA6:
      take(0x2E, kind: 4)
      append(0x2E)
      append(0x2E)
    default:
      take(0xE2, kind: 4)
      append(last)
    }
  }

  @inline(__always)
  private mutating func append(_ byte: UInt8) {
    hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    tail = tail << 8 | UInt64(byte)
    if packedCount < 4 { packedHead = packedHead << 8 | UInt32(byte) }
    packedCount &+= 1
  }

  @inline(__always)
  private mutating func take(_ byte: UInt8, kind: UInt8) {
    let bit: UInt16
    switch kind {
    case 1: bit = packedCount == 0 ? 1 | 2 : 2 | 64
    case 2: bit = packedCount == 0 ? 4 | 128 : 4
    case 3: bit = 8
    default: bit = byte == 0x2D ? 16 | 32 : 32
    }
    shape.formUnion(Shape(rawValue: bit))
    if kind != lastKind {
      shapeKey = shapeKey << 4 | UInt64(kind)
      lastKind = kind
      isInRun = false
    } else {
      if !isInRun { shapeKey |= 8 }
      isInRun = true
    }
    append(byte)
  }

  /// Every letter is a capital, and there are at least two bytes.
  @inline(__always)
  package var isAllUpper: Bool {
    shape.contains(.hasUpper) && !shape.contains(.hasLower) && count > 1
  }

  /// Holds a letter.
  @inline(__always)
  package var hasLetter: Bool { !shape.isDisjoint(with: [.hasUpper, .hasLower]) }
}
