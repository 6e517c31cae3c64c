import StetText

/// What a version of a document has in common with the version before it: blocks at its head that stand where they
/// stood, and blocks at its end that only moved. An edit lies between the two.
package struct SharedBlocks: Sendable, Equatable {
  /// Blocks at the head that are the same in both versions, offsets included.
  package let head: Int
  /// Blocks at the end that are the same in both versions but for their offsets.
  package let tail: Int
  /// By how many bytes the prose of the tail moved.
  package let proseShift: Int
  /// By how many bytes its source moved.
  package let sourceShift: Int

  /// A block is the same when its kind, its prose, its source and the way from one to the other are.
  package init(from old: Document, to new: Document) {
    proseShift = new.prose.count - old.prose.count
    sourceShift = new.source.count - old.source.count
    let prose = CommonEnds(old.prose, new.prose)
    let source = CommonEnds(old.source.bytes, new.source.bytes)
    guard let map = MapEnds(old.map, new.map, proseShift, sourceShift) else {
      (head, tail) = (0, 0)
      return
    }

    let headEnd = min(prose.head, map.head)
    let most = min(old.blocks.count, new.blocks.count)
    var head = 0
    while head < most {
      let (a, b) = (old.blocks[head], new.blocks[head])
      guard a == b, a.prose.upper <= headEnd, old.source(a.prose).upper <= source.head else { break }
      head += 1
    }

    let tailStart = max(old.prose.count - prose.tail, map.oldTail)
    let sourceTail = old.source.count - source.tail
    var tail = 0
    while tail < most - head {
      let a = old.blocks[old.blocks.count - 1 - tail]
      let b = new.blocks[new.blocks.count - 1 - tail]
      guard b.isMoved(a, by: proseShift), a.prose.lower >= tailStart, old.source(a.prose).lower >= sourceTail
      else { break }
      tail += 1
    }
    self.head = head
    self.tail = tail
  }
}

extension Block {
  fileprivate func isMoved(_ old: Block, by shift: Int) -> Bool {
    kind == old.kind && level == old.level && prose.lower == old.prose.lower + shift
      && prose.upper == old.prose.upper + shift
  }
}

/// How many bytes two texts share at their heads, and how many at their ends; the two may overlap, as in a text that only
/// lost one of two equal words.
private struct CommonEnds {
  let head: Int
  let tail: Int

  init(_ old: [UInt8], _ new: [UInt8]) {
    let most = min(old.count, new.count)
    (head, tail) = old.withUnsafeBytes { old in
      new.withUnsafeBytes { new in
        var head = 0
        while head + 8 <= most, old.word(head) == new.word(head) { head += 8 }
        while head < most, old[head] == new[head] { head += 1 }
        var tail = 0
        while tail + 8 <= most, old.word(old.count - tail - 8) == new.word(new.count - tail - 8) { tail += 8 }
        while tail < most, old[old.count - tail - 1] == new[new.count - tail - 1] { tail += 1 }
        return (head, tail)
      }
    }
  }
}

extension UnsafeRawBufferPointer {
  fileprivate func word(_ offset: Int) -> UInt64 { loadUnaligned(fromByteOffset: offset, as: UInt64.self) }
}

/// Up to which offset of the prose, and from which on, two maps lead to the same source.
private struct MapEnds {
  let head: Int
  /// In the old prose.
  let oldTail: Int

  /// nil when one of the two documents is its own prose and the other is not.
  init?(_ old: SourceMap, _ new: SourceMap, _ proseShift: Int, _ sourceShift: Int) {
    switch (old.segments, new.segments) {
    case (nil, nil):
      (head, oldTail) = (.max, 0)
    case (let a?, let b?):
      let most = min(a.count, b.count)
      var same = 0
      while same < most, a[same] == b[same] { same += 1 }
      head = same == 0 ? 0 : Int(a[same - 1].prose + a[same - 1].proseLength)
      var moved = 0
      while moved < most,
        b[b.count - 1 - moved].isMoved(a[a.count - 1 - moved], proseShift, sourceShift)
      {
        moved += 1
      }
      oldTail = moved == 0 ? .max : Int(a[a.count - moved].prose)
    default: return nil
    }
  }
}

extension SourceSegment {
  fileprivate func isMoved(_ old: SourceSegment, _ proseShift: Int, _ sourceShift: Int) -> Bool {
    kind == old.kind && proseLength == old.proseLength && sourceLength == old.sourceLength
      && Int(prose) == Int(old.prose) + proseShift && Int(source) == Int(old.source) + sourceShift
  }
}
