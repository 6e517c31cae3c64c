import StetLanguage

/// The tags that a model knows: the pairs seen often enough, numbered by falling frequency.
struct TagSet {
  /// Numbers 0 to 61; 62 and 63 have other meanings in features.
  static let capacity = 62

  let tags: [TagPair]
  private let numbers: [TagPair: UInt8]

  init(_ sentences: [TreebankSentence]) {
    var counts: [TagPair: Int] = [:]
    for sentence in sentences {
      for word in sentence.words { counts[word.tag, default: 0] += 1 }
    }
    let order = counts.sorted { a, b in
      if a.value != b.value { return a.value > b.value }
      let left = (a.key.universal.rawValue, a.key.penn.rawValue)
      return left < (b.key.universal.rawValue, b.key.penn.rawValue)
    }
    tags = order.prefix(Self.capacity).map(\.key)
    numbers = Dictionary(uniqueKeysWithValues: tags.enumerated().map { ($1, UInt8($0)) })
  }

  /// The number of a tag, or nil for one too rare to be learned.
  func number(_ tag: TagPair) -> UInt8? { numbers[tag] }

  var bytes: [UInt8] { tags.flatMap { [$0.universal.rawValue, $0.penn.rawValue] } }
}
