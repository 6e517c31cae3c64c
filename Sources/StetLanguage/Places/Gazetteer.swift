/// A country with the words made from its name.
package struct Country: Sendable {
  /// Index in `Gazetteer.countries`.
  package var id: Int
  /// The form to print.
  package var name: String
  /// Adjectives, the usual one first.
  package var adjectives: [String]
  package var capitals: [String]
  /// Ids of countries that it is taken for.
  package var confusable: Set<Int> = []
}

/// What a phrase says about a country.
package enum PlaceSense: UInt8, Sendable {
  case country
  /// “Nigerien”; also a noun for a person, in the singular.
  case adjective
  /// “Nigeriens”
  case people
  case capital
}

/// Countries, their adjectives, people and capitals, and the phrases that only look like them.
package struct Gazetteer: Sendable {
  struct Entry: Sendable {
    var sense: PlaceSense
    /// More than one when states share an adjective: Congolese, Dominican.
    var countries: [Int]
    /// US, UAE: in capitals only.
    var needsCapitals: Bool
  }

  package let countries: [Country]
  let phrases: PhraseTable<Entry>
  /// Niger Delta, Swiss cheese; the value says which tokens are any word ("_" in the file).
  let masks: PhraseTable<Bool>

  init(_ lexicon: Lexicon) {
    var countries: [Country] = []
    var named: [String: Int] = [:]
    var forms: [String: Entry] = [:]
    var order: [String] = []
    func add(_ form: String, _ sense: PlaceSense, _ id: Int) {
      if forms[form] == nil {
        let upper = form.utf8.allSatisfy { $0 < 0x61 }
        forms[form] = Entry(sense: sense, countries: [id], needsCapitals: upper)
        order.append(form)
      } else if forms[form]?.sense == sense {
        forms[form]?.countries.append(id)
      }
    }
    for line in EmbeddedText.lines("Dictionaries/en/countries.tsv") {
      let fields = line.fields("\t", keepingEmpty: true).map {
        $0.fields(";").map(String.init)
      }
      guard fields.count == 4, let name = fields[0].first else { continue }
      let id = countries.count
      countries.append(Country(id: id, name: name, adjectives: fields[1], capitals: fields[3]))
      for form in fields[0] {
        named[form] = id
        add(form, .country, id)
      }
      for form in fields[1] { add(form, .adjective, id) }
      for form in fields[2] { add(form, .people, id) }
      for form in fields[3] { add(form, .capital, id) }
    }
    for line in EmbeddedText.lines("Dictionaries/en/confusable-countries.tsv") {
      let group = line.fields(";").compactMap { named[String($0)] }
      for id in group { countries[id].confusable.formUnion(group.filter { $0 != id }) }
    }
    var phrases = PhraseTable<Entry>()
    for form in order {
      guard let entry = forms[form] else { continue }
      phrases.add(lexicon.keys(of: form), entry)
    }
    var masks = PhraseTable<Bool>()
    for line in EmbeddedText.lines("Dictionaries/en/place-masks.txt") {
      masks.add(lexicon.keys(of: String(line)), true)
    }
    self.countries = countries
    self.phrases = phrases
    self.masks = masks
  }
}
