/// Makes text to measure on: paragraphs that look like a newspaper's to every layer (names, some of them
/// unknown to any dictionary, places, numbers, dates, quotations), the same for the same seed everywhere.
struct SampleText {
  private var random: SplitMix64
  private let surnames: [String]

  init(seed: UInt64) {
    var random = SplitMix64(state: seed)
    surnames = (0..<400).map { _ in
      let syllables = (0...Int(random.next() % 2)).map { _ in random.pick(Self.syllables) }
      let name = (syllables + [random.pick(Self.endings)]).joined()
      return name.prefix(1).uppercased() + name.dropFirst()
    }
    self.random = random
  }

  /// Articles of about `size` bytes each, together at least `total` bytes.
  mutating func articles(total: Int, size: Int) -> [[UInt8]] {
    var made = 0
    var articles: [[UInt8]] = []
    while made < total {
      let article = article(size: size)
      made += article.count
      articles.append(article)
    }
    return articles
  }

  mutating func article(size: Int) -> [UInt8] {
    let place = pick(Self.places)
    var text = "\(place) \(pick(Self.verbs)) \(pick(Self.adjectives)) \(pick(Self.nouns))\n"
    while text.utf8.count < size {
      text += "\n"
      for number in 0..<(2 + below(4)) { text += (number == 0 ? "" : " ") + sentence(place) }
      text += "\n"
    }
    return Array(text.utf8)
  }

  private mutating func sentence(_ place: String) -> String {
    switch below(8) {
    case 0: return "“\(clause("We")),” said \(name()), who \(pick(Self.verbs)) the \(pick(Self.nouns))."
    case 1:
      return
        "\(name()) \(pick(Self.verbs)) the \(noun()) in \(place) on \(2 + below(27)) \(pick(Self.months))."
    case 2:
      return "About \(below(98) + 2) per cent of the \(noun()) cost $\(below(900) + 100),\(below(900) + 100)."
    case 3:
      return "In \(1990 + below(35)), the \(noun()) \(pick(Self.verbs)) \(pick(Self.places))’s \(noun())."
    case 4: return "\(clause("The " + noun())), but \(clause("the " + noun()))."
    case 5: return "It \(pick(Self.verbs)) the \(noun()), which \(pick(Self.verbs)) a \(noun()) of \(place)."
    case 6: return "Mr. \(pick(surnames)) didn’t say whether \(clause("the " + noun()))."
    default: return "\(clause("A " + noun())), \(pick(surnames)) added, while \(clause("they"))."
    }
  }

  private mutating func clause(_ subject: String) -> String {
    "\(subject) \(pick(Self.verbs)) \(pick(Self.prepositions)) the \(noun())"
  }

  private mutating func noun() -> String {
    below(2) == 0 ? pick(Self.nouns) : pick(Self.adjectives) + " " + pick(Self.nouns)
  }

  private mutating func name() -> String { pick(Self.firstNames) + " " + pick(surnames) }

  private mutating func below(_ limit: Int) -> Int { Int(random.next() % UInt64(limit)) }

  private mutating func pick(_ words: [String]) -> String { random.pick(words) }

  private static func list(_ words: String) -> [String] { words.split(separator: " ").map(String.init) }

  private static let syllables = list("ba dor kel mi no ra shu ta ven zo lim pe gar hol sti qua ur ben fa jo")
  private static let endings = list("vic sen man ova ez ski berg ley ton idze enko mann ari oglu es a o etti")
  private static let firstNames = list(
    "Anna Boris Carla David Elena Frank Grace Hugo Irene Jonas Karin Luis Maria")
  private static let places = list(
    "France Poland Chile Kenya Vienna Lima Norway Ghana Osaka Toronto Jordan Peru")
  private static let months = list("January February March April May June July August September October")
  private static let prepositions = list(
    "after against beside beyond during for from near over through under with")
  private static let verbs = list(
    """
    accepted announced asked began blamed bought built carried changed closed counted cut delayed denied \
    described doubled expected faced financed followed found guarded helped improved kept left lost measured \
    moved named offered opened ordered paid planned promised raised reached refused repaired sold signed \
    showed stopped supported visited voted warned welcomed widened won
    """)
  private static let adjectives = list(
    """
    ancient angry annual bitter broad careful central coastal common costly crowded daily distant double early \
    empty federal foreign former fresh general hidden industrial joint large late local lonely long modern \
    narrow national new northern old open perfect plain private public quiet recent regional rural short \
    southern steady strict temporary urgent useful wealthy wide wooden young
    """)
  private static let nouns = list(
    """
    agreement airport army assembly bank battle board border bridge budget building bus campaign canal capital \
    century church citizen coast college committee company contract council court crowd debt decision delegation \
    demand desert deputy district doctor economy election engine evening export factory farmer festival field \
    firm flood forest future garden government guard harbour harvest hospital hour industry inquiry island \
    journey judge kitchen labour lake law leader library loan majority market meeting member mine minister \
    month museum neighbour newspaper office officer opposition parliament party people pipeline plan police \
    port price prison problem project protest quarter railway reform region report river road school season \
    sector ship society soldier station storm street strike student summer tax teacher theatre tower town \
    trade treaty union valley village voter wall war water winter witness worker year
    """)
}

/// SplitMix64 (Steele, Lea, Flood: “Fast splittable pseudorandom number generators”, OOPSLA 2014).
struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func pick(_ words: [String]) -> String { words[Int(next() % UInt64(words.count))] }
}
