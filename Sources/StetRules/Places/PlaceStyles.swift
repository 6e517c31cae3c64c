import StetLint

/// Choices between names of places that houses make for a whole country.
enum PlaceStyles {
  /// A choice by its name; `as-written` lets every name stand.
  struct Choice: OptionRepresentable {
    var name: String

    init(name: String) { self.name = name }

    init?(_ value: OptionValue) {
      guard case .text(let name) = value else { return nil }
      self.name = name
    }

    var optionValue: OptionValue { .text(name) }

    static let asWritten = Choice(name: "as-written")
  }

  /// The option's name, its choices, what the strict pack chooses, and groups of names in the order of the choices;
  /// further spellings stand after them, and a low line is a blank.
  private static let table: [(name: String, choices: [String], strict: String?, places: String)] = [
    (
      "ukraine", ["ukrainian", "russian"], "ukrainian",
      """
      Kyiv/Kiev/Kyyiv Kharkiv/Kharkov Lviv/Lvov Odesa/Odessa
      Zaporizhzhia/Zaporozhye/Zaporizhia Luhansk/Lugansk Mykolaiv/Nikolaev/Nikolayev Chernihiv/Chernigov
      Donbas/Donbass Vinnytsia/Vinnitsa Ternopil/Ternopol Rivne/Rovno Uzhhorod/Uzhgorod Kremenchuk/Kremenchug
      Chernivtsi/Chernovtsy Kryvyi_Rih/Krivoy_Rog Sievierodonetsk/Severodonetsk Lysychansk/Lisichansk
      """
    ),
    (
      "belarus", ["belarusian", "russian"], nil,
      "Homiel/Gomel/Homyel/Homel Mahilioŭ/Mogilev/Mahilyow/Mahiliou Viciebsk/Vitebsk/Vitsebsk Hrodna/Grodno"
    ),
    (
      "india", ["current", "former"], "current",
      """
      Mumbai/Bombay Kolkata/Calcutta Chennai/Madras Bengaluru/Bangalore Pune/Poona Varanasi/Benares Odisha/Orissa
      Prayagraj/Allahabad Gurugram/Gurgaon Puducherry/Pondicherry Thiruvananthapuram/Trivandrum Kochi/Cochin
      Vadodara/Baroda Mysuru/Mysore
      """
    ),
    ("myanmar", ["myanmar", "burma"], "myanmar", "Myanmar/Burma Yangon/Rangoon"),
    (
      "china", ["pinyin", "former"], "pinyin",
      "Beijing/Peking Guangzhou/Canton Nanjing/Nanking Chongqing/Chungking Tianjin/Tientsin Xinjiang/Sinkiang"
    ),
    ("turkey", ["turkey", "turkiye"], nil, "Turkey/Türkiye/Turkiye"),
    ("czechia", ["czechia", "czech-republic"], nil, "Czechia/Czech_Republic"),
    (
      "ivory-coast", ["ivory-coast", "cote-divoire"], nil,
      "Ivory_Coast/Côte_d'Ivoire/Côte_d’Ivoire/Cote_d'Ivoire/Cote_d’Ivoire"
    ),
    ("cape-verde", ["cape-verde", "cabo-verde"], nil, "Cape_Verde/Cabo_Verde"),
    ("east-timor", ["east-timor", "timor-leste"], nil, "East_Timor/Timor-Leste/Timor_Leste"),
    ("eswatini", ["eswatini", "swaziland"], "eswatini", "Eswatini/Swaziland"),
    ("vietnam", ["vietnam", "viet-nam"], nil, "Vietnam/Viet_Nam"),
  ]

  /// Names that nobody prints any more, with those of today.
  static let former = [
    "Byelorussia": "Belarus", "Nur-Sultan": "Astana", "Nursultan": "Astana", "Tiflis": "Tbilisi",
    "Kirghizia": "Kyrgyzstan", "Ashkhabad": "Ashgabat", "Dnepropetrovsk": "Dnipro",
  ]

  static let options: [OptionKey<Choice>] = table.map { row in
    OptionKey(
      row.name, choices: ["as-written"] + row.choices, standard: .asWritten,
      in: row.strict.map { [.strict: Choice(name: $0)] } ?? [:], summary(row.places))
  }

  private static func summary(_ places: String) -> String {
    let first = places.split(whereSeparator: { $0 == " " || $0 == "\n" }).first ?? ""
    let names = first.split(separator: "/").prefix(2).map { String($0.replacing("_", with: " ")) }
    return "Which names are right in texts: \(names.joined(separator: " or ")) and the like."
  }

  /// What a choice replaces, with what.
  static func replacements(_ option: String, _ choice: Choice) -> [String: String] {
    guard let row = table.first(where: { $0.name == option }),
      let number = row.choices.firstIndex(of: choice.name)
    else { return [:] }
    var replacements: [String: String] = [:]
    for group in row.places.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let names = group.split(separator: "/").map { String($0.replacing("_", with: " ")) }
      guard names.count > number else { continue }
      for name in names where name != names[number] { replacements[name] = names[number] }
    }
    return replacements
  }
}
