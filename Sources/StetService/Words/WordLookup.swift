import StetConfiguration
import StetLanguage
import StetSpelling

/// What is known of single words under the settings of the current folder.
package struct WordLookup {
  private let settings: RunSettings
  private let effective: EffectiveSettings
  private let speller: Speller

  /// Throws when the system's dictionary is missing.
  package init(_ source: ConfigurationTree.Source, language: LanguageTag? = nil) throws(Problem) {
    let folders = DictionaryLocation.searchFolders()
    let english: SpellingDictionaries
    do { english = try SpellingDictionaries(in: folders) } catch { throw Problem(error) }
    settings = RunSettings(RuleBook(Lexicon()), source: source, language: language)
    effective = settings.settings(for: "text")
    speller = SpellingStock(english: english, folders: folders).speller(SpellingChoice(effective))
  }

  package func verdict(on word: String) -> WordVerdict {
    speller.verdict(on: word, words: effective.words, house: effective.dictionaries)
  }

  /// The configuration nearest to the current folder; nil when there is none.
  package var nearestConfiguration: String? { effective.files.last }

  /// What is wrong with the configuration and its dictionaries.
  package var problems: [Problem] { settings.problems }

  /// Throws when no dictionary has a word that another is to inflect like.
  package func checkExample(_ word: String) throws(Problem) {
    let verdict = verdict(on: word)
    let what: String
    switch verdict {
    case .dictionary(_, word), .unchecked: return
    case .dictionary(_, let entry): what = "this is a form of “\(entry)”"
    case .house, .listed: what = "the word is in no dictionary but your own"
    default: what = "no dictionary has the word"
    }
    throw Problem(
      place: "--like \(word)", what: what, nextStep: "Name a word as a dictionary lists it: desk, Nigerien.")
  }
}
