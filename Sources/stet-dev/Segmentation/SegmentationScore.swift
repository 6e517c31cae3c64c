import StetLanguage

/// Precision and recall of spans, as the CoNLL 2018 evaluation counts them: a span is right when both its
/// ends are.
struct SpanScore {
  private(set) var right = 0
  private(set) var ours = 0
  private(set) var theirs = 0

  /// Both in order, without overlaps.
  init(ours: [Range<Int>], theirs: [Range<Int>]) {
    self.ours = ours.count
    self.theirs = theirs.count
    right = Set(ours).intersection(theirs).count
  }

  /// Twice the right ones, of all on both sides.
  var f1: Double { ours + theirs == 0 ? 1 : Double(2 * right) / Double(ours + theirs) }
}

/// Where two ways of cutting a text differ: the shortest stretches that both cut at their ends.
struct SpanDifferences {
  struct Stretch {
    var ours: [Range<Int>]
    var theirs: [Range<Int>]
  }

  private(set) var stretches: [Stretch] = []

  init(ours: [Range<Int>], theirs: [Range<Int>]) {
    var mine = ours.startIndex
    var other = theirs.startIndex
    while mine < ours.endIndex, other < theirs.endIndex {
      let first = (mine, other)
      var end = ours[mine].upperBound
      var otherEnd = theirs[other].upperBound
      mine += 1
      other += 1
      while end != otherEnd {
        if end < otherEnd {
          guard mine < ours.endIndex else { break }
          end = ours[mine].upperBound
          mine += 1
        } else {
          guard other < theirs.endIndex else { break }
          otherEnd = theirs[other].upperBound
          other += 1
        }
      }
      if mine - first.0 == 1, other - first.1 == 1, ours[first.0] == theirs[first.1] { continue }
      stretches.append(Stretch(ours: Array(ours[first.0..<mine]), theirs: Array(theirs[first.1..<other])))
    }
  }
}
