import StetDocument

/// A mark that running prose seldom has, and the block that it stands in.
package struct RareMark: Sendable {
  /// Offset in the prose.
  package var offset: UInt32
  /// Index of the block.
  package var block: UInt32
}

extension Analysis {
  /// Every `[ { < > * _ % $ # | = ~ \ ^ @ }`, and the first two of a row of straight apostrophes. Brackets that
  /// close are found from the one that opens.
  func findRareMarks() -> [RareMark] {
    var marks: [RareMark] = []
    let apostrophe = UInt8(ascii: "'")
    document.prose.withUnsafeBufferPointer { prose in
      isRareMark.withUnsafeBufferPointer { isRare in
        for (index, block) in document.blocks.enumerated() {
          let end = block.prose.upper
          for at in block.prose.lower..<end where isRare[Int(prose[at])] {
            if prose[at] == apostrophe, at + 1 == end || prose[at + 1] != apostrophe { continue }
            marks.append(RareMark(offset: UInt32(at), block: UInt32(index)))
          }
        }
      }
    }
    return marks
  }
}

/// By byte.
private let isRareMark: [Bool] = {
  var table = Array(repeating: false, count: 256)
  for byte in "[{<>*_%$#|=~\\^@}'".utf8 { table[Int(byte)] = true }
  return table
}()
