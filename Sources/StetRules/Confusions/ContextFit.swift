import StetDocument
import StetLanguage

/// How well word classes fit between the neighbours of a place, whatever stands there: the logarithm of how much
/// likelier a class is between these tags and words than anywhere.
///
/// Counts are those of `TransitionModel`, so of the treebanks' training parts. Tags come from trigrams as in
/// Brants (2000), read to both sides; beside them stands what single words like to stand beside.
struct ContextFit: Sendable {
  private let transitions = TransitionModel()
  /// By tag to the left and tag of the place, and by tag of the place and tag to the right: ln of the pair's share
  /// over the product of their shares. A first look that costs two reads.
  private let pairs: [Float]

  init() {
    let model = transitions
    var pairs = [Float](repeating: 0, count: 64 * 64)
    let tags: [PennTag?] = PennTag.allCases.map { $0 } + [nil]
    let priors = tags.map { -model.rarity(of: $0) }
    for left in tags {
      for (b, right) in tags.enumerated() {
        pairs[Self.index(left) << 6 | Self.index(right)] =
          Float(-model.rarity(of: (left, right)) - priors[b])
      }
    }
    self.pairs = pairs
  }

  /// The tokens beside a place; nil beyond the sentence.
  struct Neighbours {
    var left: PennTag?
    var beforeLeft: PennTag?
    var right: PennTag?
    var afterRight: PennTag?
    var leftWord: UnsafeBufferPointer<UInt8>?
    var rightWord: UnsafeBufferPointer<UInt8>?
  }

  /// A word's classes: of its first and its last token, which are the same for a single one.
  struct Classes {
    var first: PennTag
    var last: PennTag
  }

  /// By pairs of tags alone.
  func quick(_ words: [Classes], _ place: Neighbours) -> Float {
    var best = -Float.infinity
    for word in words {
      let fit =
        pairs[Self.index(place.left) << 6 | Self.index(word.first)]
        + pairs[Self.index(word.last) << 6 | Self.index(place.right)]
      best = max(best, fit)
    }
    return best
  }

  func full(_ words: [Classes], _ place: Neighbours) -> Double {
    words.map { full($0, place) }.max() ?? -.infinity
  }

  private func full(_ word: Classes, _ place: Neighbours) -> Double {
    var fit = -transitions.rarity(of: (place.beforeLeft, place.left, word.first))
    fit += transitions.rarity(of: word.first)
    fit -= transitions.rarity(of: (word.last, place.right))
    fit -= transitions.rarity(of: (word.last, place.right, place.afterRight))
    if let left = place.leftWord, let pair = transitions.association(left, word.first) {
      fit -= pair.avoidance
    }
    if let right = place.rightWord, let pair = transitions.association(word.last, right) {
      fit -= pair.avoidance
    }
    return fit
  }

  private static func index(_ tag: PennTag?) -> Int {
    tag.map { Int($0.rawValue) } ?? TransitionModel.boundary
  }
}
