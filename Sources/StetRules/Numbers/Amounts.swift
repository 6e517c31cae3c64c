import StetDocument
import StetLanguage

/// An amount of money or a measure, as far as its size can be compared.
struct Amount {
  var value: Double
  var unit: MeasureUnit
  var tokens: Range<Int>
}

/// A unit with the range that it may have in the common unit of its kind.
struct MeasureUnit: Sendable {
  enum Kind: Sendable { case money, length, mass, area, volume, speed, temperature }

  var kind: Kind
  /// Two amounts with the same name are no conversion of each other.
  var name: String
  /// The common unit (US dollar, metre, kilogramme, square metre, litre, km/h) times this is one of the unit at the
  /// least, and at the most. Money: units to the dollar over the last fifty years.
  var least: Double
  var most: Double

  init(_ kind: Kind, _ name: String, _ least: Double, _ most: Double? = nil) {
    self.kind = kind
    self.name = name
    self.least = least
    self.most = most ?? least
  }
}

/// Reads amounts: $31.51 billion, RMB 300, 20 km, 68 °F.
struct AmountReader: Sendable {
  private let scales: [WordKey: Double]
  private let units: [WordKey: MeasureUnit]
  private let codes: [WordKey: MeasureUnit]
  private let square: WordSet

  /// What one dollar bought of each currency, least and most since 1975; wide on purpose.
  private static let dollar = MeasureUnit(.money, "USD", 1)
  private static let pound = MeasureUnit(.money, "GBP", 0.4, 0.97)
  private static let euro = MeasureUnit(.money, "EUR", 0.6, 1.25)
  private static let yen = MeasureUnit(.money, "JPY", 70, 310)
  private static let yuan = MeasureUnit(.money, "CNY", 1.5, 8.9)
  private static let rupee = MeasureUnit(.money, "INR", 7.5, 90)
  private static let rouble = MeasureUnit(.money, "RUB", 20, 130)
  private static let won = MeasureUnit(.money, "KRW", 450, 1900)

  init(_ lexicon: Lexicon) {
    var scales: [WordKey: Double] = [:]
    for (words, scale) in [
      ("hundred", 1e2), ("thousand k", 1e3), ("lakh lakhs", 1e5), ("million m mn", 1e6),
      ("crore crores", 1e7),
      ("billion bn b", 1e9), ("trillion tn", 1e12),
    ] {
      for word in words.fields(" ") { scales[lexicon.key(String(word))] = scale }
    }
    self.scales = scales
    let tables: [(String, MeasureUnit)] = [
      ("km kilometre kilometres kilometer kilometers", MeasureUnit(.length, "km", 1000)),
      ("mile miles mi", MeasureUnit(.length, "mile", 1609.3)),
      ("metre metres meter meters", MeasureUnit(.length, "m", 1)),
      ("foot feet ft", MeasureUnit(.length, "ft", 0.3048)),
      ("yard yards", MeasureUnit(.length, "yd", 0.9144)),
      ("cm centimetre centimetres centimeter centimeters", MeasureUnit(.length, "cm", 0.01)),
      ("mm millimetre millimetres millimeter millimeters", MeasureUnit(.length, "mm", 0.001)),
      ("inch inches", MeasureUnit(.length, "in", 0.0254)),
      ("kg kilogram kilograms kilogramme kilogrammes kilos", MeasureUnit(.mass, "kg", 1)),
      ("lb lbs pounds", MeasureUnit(.mass, "lb", 0.4536)),
      ("ounces ounce oz", MeasureUnit(.mass, "oz", 0.02835)),
      ("tonne tonnes", MeasureUnit(.mass, "t", 900, 1020)),
      ("hectare hectares ha", MeasureUnit(.area, "ha", 10000)),
      ("acre acres", MeasureUnit(.area, "acre", 4046.9)),
      ("litre litres liter liters", MeasureUnit(.volume, "l", 1)),
      ("gallon gallons", MeasureUnit(.volume, "gal", 3.785, 4.546)),
      ("mph", MeasureUnit(.speed, "mph", 1.609)),
      ("kph km/h kmh", MeasureUnit(.speed, "km/h", 1)),
      ("knots", MeasureUnit(.speed, "kn", 1.852)),
      ("yen", Self.yen), ("yuan", Self.yuan), ("euros", Self.euro), ("dollars", Self.dollar),
      ("rupees", Self.rupee), ("roubles rubles", Self.rouble), ("won", Self.won),
    ]
    var units: [WordKey: MeasureUnit] = [:]
    for (words, unit) in tables {
      for word in words.fields(" ") { units[lexicon.key(String(word))] = unit }
    }
    self.units = units
    var codes: [WordKey: MeasureUnit] = [:]
    for (words, unit) in [
      ("usd", Self.dollar), ("gbp", Self.pound), ("eur", Self.euro), ("jpy", Self.yen),
      ("rmb cny", Self.yuan),
      ("inr", Self.rupee), ("rub", Self.rouble), ("krw", Self.won),
    ] {
      for word in words.fields(" ") { codes[lexicon.key(String(word))] = unit }
    }
    self.codes = codes
    square = WordSet("square cubic sq per nautical short long per", lexicon)
  }

  /// The amount whose figure is the token at `at`.
  func amount(at number: Int, _ tokens: [Token], _ block: Range<Int>, _ figures: Figures) -> Amount? {
    guard var value = figures.value(tokens[number]) else { return nil }
    var end = number + 1
    // A range counts as its upper end, read when its turn comes.
    if end < block.upperBound, figures.isDash(tokens[end]) { return nil }
    if end < block.upperBound, let scale = scales[tokens[end].key] {
      value *= scale
      end += 1
    }
    var first = number
    if first > block.lowerBound, figures.isDash(tokens[first - 1]), tokens[first - 1].spaceBefore {
      value = -value
    }
    if let sign = sign(before: number, tokens, block, figures) {
      first = number - 1
      return Amount(value: value, unit: sign, tokens: first..<end)
    }
    guard end < block.upperBound, !isDerived(end, tokens, block) else { return nil }
    if let degrees = degrees(end, tokens, block, figures) {
      return Amount(value: value, unit: degrees.unit, tokens: first..<degrees.end)
    }
    guard let unit = units[tokens[end].key] ?? codes[tokens[end].key], tokens[end].isWord else { return nil }
    // km per hour, miles an hour
    if end + 1 < block.upperBound,
      square.contains(tokens[end + 1].key) || figures.isByte(tokens[end + 1], 0x2F)
    {
      return nil
    }
    return Amount(value: value, unit: unit, tokens: first..<end + 1)
  }

  private func isDerived(_ at: Int, _ tokens: [Token], _ block: Range<Int>) -> Bool {
    square.contains(tokens[at].key)
  }

  private func sign(before number: Int, _ tokens: [Token], _ block: Range<Int>, _ figures: Figures)
    -> MeasureUnit?
  {
    guard number > block.lowerBound else { return nil }
    let token = tokens[number - 1]
    if let code = codes[token.key], token.isWord { return code }
    guard !tokens[number].spaceBefore else { return nil }
    let bytes = Array(figures.bytes(token))
    if bytes == Array("$".utf8) {
      // A$, HK$ and S$ are other dollars; US$ is this one.
      guard number - 2 >= block.lowerBound, !token.spaceBefore, tokens[number - 2].isWord else {
        return Self.dollar
      }
      return figures.bytes(tokens[number - 2]).elementsEqual("US".utf8) ? Self.dollar : nil
    }
    if bytes == Array("£".utf8) { return Self.pound }
    if bytes == Array("€".utf8) { return Self.euro }
    if bytes == Array("₹".utf8) { return Self.rupee }
    return nil
  }

  /// °C, degrees Fahrenheit.
  private func degrees(
    _ at: Int, _ tokens: [Token], _ block: Range<Int>, _ figures: Figures
  ) -> (unit: MeasureUnit, end: Int)? {
    let bytes = figures.bytes(tokens[at])
    guard bytes.elementsEqual("°".utf8) || bytes.elementsEqual("degrees".utf8), at + 1 < block.upperBound
    else {
      return nil
    }
    let scale = String(decoding: figures.bytes(tokens[at + 1]), as: UTF8.self)
    switch scale {
    case "C", "Celsius": return (MeasureUnit(.temperature, "C", 1), at + 2)
    case "F", "Fahrenheit": return (MeasureUnit(.temperature, "F", 1), at + 2)
    default: return nil
    }
  }
}
