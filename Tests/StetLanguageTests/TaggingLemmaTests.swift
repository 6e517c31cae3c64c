import StetLanguage
import Testing

@Suite struct TaggingLemmaTests {
  @Test(arguments: [
    ("walked", UniversalTag.verb, PennTag.pastVerb, "walk"),
    ("Carried", .verb, .pastVerb, "carry"),
    ("stopped", .verb, .pastParticiple, "stop"),
    ("baking", .verb, .gerund, "bake"),
    ("RUNNING", .verb, .gerund, "run"),
    ("went", .verb, .pastVerb, "go"),
    ("Went", .verb, .pastVerb, "go"),
    ("forsook", .verb, .pastVerb, "forsake"),
    ("woven", .verb, .pastParticiple, "weave"),
    ("lying", .verb, .gerund, "lie"),
    ("is", .auxiliary, .thirdPersonVerb, "be"),
    ("n't", .particle, .adverb, "not"),
    ("n’t", .particle, .adverb, "not"),
    ("does", .auxiliary, .thirdPersonVerb, "do"),
    ("goes", .verb, .thirdPersonVerb, "go"),
    ("watches", .verb, .thirdPersonVerb, "watch"),
    ("cities", .noun, .pluralNoun, "city"),
    ("Boxes", .noun, .pluralNoun, "box"),
    ("wolves", .noun, .pluralNoun, "wolf"),
    ("oxen", .noun, .pluralNoun, "ox"),
    ("houses", .noun, .pluralNoun, "house"),
    ("crises", .noun, .pluralNoun, "crisis"),
    ("happier", .adjective, .comparativeAdjective, "happy"),
    ("biggest", .adjective, .superlativeAdjective, "big"),
    ("worst", .adjective, .superlativeAdjective, "bad"),
    ("them", .pronoun, .personalPronoun, "they"),
    ("Paris", .properNoun, .singularProperNoun, "Paris"),
    ("The", .determiner, .determiner, "the"),
    ("table", .noun, .singularNoun, "table"),
    ("1,250", .numeral, .cardinal, "1250"),
    ("2,001,250.75", .numeral, .cardinal, "2001250.75"),
    ("12,50", .numeral, .cardinal, "12,50"),
    ("1,2345", .numeral, .cardinal, "1,2345"),
    (",250", .numeral, .cardinal, ",250"),
    ("expelled", .verb, .pastParticiple, "expel"),
    ("jutting", .verb, .gerund, "jut"),
    ("QZX", .noun, .singularNoun, "QZX"),
    ("TABLE", .noun, .singularNoun, "table"),
    ("“", .punctuation, .openingQuote, "\""),
    ("‘’", .punctuation, .closingQuote, "''"),
    ("–", .punctuation, .colon, "-"),
    ("…", .punctuation, .sentenceEnd, "…"),
    ("...", .punctuation, .sentenceEnd, "..."),
  ])
  func lemma(word: String, universal: UniversalTag, penn: PennTag, expected: String) {
    #expect(Lemmatizer().lemma(of: word, TagPair(universal, penn)) == expected)
  }
}
