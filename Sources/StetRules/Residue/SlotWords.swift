/// Whether the words between brackets name what is to be put there.
///
/// Two forms: an order (“insert caption here”, “your name”, “add quote”), and nothing but names of things that
/// slots ask for (“full name”, “DATE”, “company name”). “[of parliament]”, “[sic]” and “[the president]” are an
/// editor's words.
struct SlotWords {
  /// All letters are capitals.
  let isCapitals: Bool
  private(set) var isOrder = false
  private(set) var isSlot = false

  init(_ text: String) {
    isCapitals = !text.utf8.contains { $0 &- 0x61 < 26 }
    var words: [String] = []
    var word: [UInt8] = []
    for byte in text.utf8 {
      if (byte | 0x20) &- 0x61 < 26 {
        word.append(byte | 0x20)
      } else if byte >= 0x80 || byte == UInt8(ascii: "'") {
        word.append(byte)
      } else if !word.isEmpty {
        words.append(String(decoding: word, as: UTF8.self))
        word.removeAll(keepingCapacity: true)
      }
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    guard let first = words.first, words.count <= 9 else { return }
    let things = words.filter { Self.isThing($0) }.count
    if Self.marks.contains(first), words.count <= 4 {
      isOrder = true
    } else if words.count > 1 {
      let rest = words.dropFirst()
      isOrder =
        Self.orders.contains(first) && (things > 0 || rest.contains("here") || isCapitals && words.count > 2)
        || first == "your" && things > 0 && things + 1 >= words.count - 2
        || rest.last.map { Self.marks.contains($0) } == true && things > 0
    }
    let named = words.allSatisfy { Self.isThing($0) || Self.between.contains($0) }
    isSlot = isOrder || named && things > 0 && !(first == "the" && !isCapitals)
  }

  private static func isThing(_ word: String) -> Bool {
    things.contains(word) || word.hasSuffix("s") && things.contains(String(word.dropLast()))
  }

  private static let orders: Set<String> = [
    "insert", "add", "enter", "fill", "put", "provide", "include", "specify", "replace", "type", "paste",
    "choose",
    "select", "attach", "place", "supply", "give",
  ]

  /// Words that mark a gap by themselves.
  private static let marks: Set<String> = [
    "tk", "tktk", "tbc", "tbd", "tba", "xx", "xxx", "placeholder", "todo",
  ]

  private static let things: Set<String> = [
    "name", "surname", "date", "day", "weekday", "time", "month", "year", "number", "amount", "figure",
    "percentage",
    "percent", "price", "sum", "total", "count", "age", "place", "location", "city", "town", "country",
    "province",
    "state", "region", "district", "street", "address", "venue", "company", "organisation", "organization",
    "institution", "agency", "publication", "outlet", "source", "title", "headline", "subheading", "subtitle",
    "caption", "byline", "dateline", "quote", "quotation", "photo", "image", "picture", "video", "graphic",
    "chart",
    "map", "link", "url", "email", "phone", "author", "reporter", "journalist", "spokesperson", "spokesman",
    "spokeswoman", "position", "role", "job", "event", "topic", "subject", "team", "opponent", "score",
    "product",
    "brand", "statistic", "detail", "example", "description", "text", "paragraph", "summary", "witness",
    "expert",
    "official", "party", "candidate", "recipient", "sender", "signature", "reference", "citation", "website",
    "hashtag",
  ]

  /// Words between things that make no thing of their own.
  private static let between: Set<String> = [
    "first", "last", "full", "middle", "family", "given", "of", "the", "a", "an", "and", "or", "exact",
    "specific",
    "relevant", "current", "new", "here", "from", "for", "to", "s", "'s", "local", "start", "end", "contact",
  ]
}
