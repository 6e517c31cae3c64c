import StetDocument
import StetLanguage

/// Finds capitalised words inside a sentence that never take a capital there, and tells them from titles and
/// names. Shared by the rules for joined drafts.
struct StrayCapital {
  /// Function words that are also names, letters or grades: I, A levels, May, Will, No 10, Xi An, Do, So.
  private let ambiguous: WordSet
  private let legal: WordSet
  private let re: WordKey
  private let the: WordKey
  private let who: WordKey
  private let known: WordKey
  private let it: WordKey
  private let girl: WordSet

  init(_ lexicon: Lexicon) {
    let names = "i a an may will can do so no be am us or here now ad ex ma pa van von de la le"
    ambiguous = WordSet(names, lexicon)
    legal = WordSet("in on", lexicon)
    re = lexicon.key("re")
    the = lexicon.key("the")
    who = lexicon.key("who")
    known = lexicon.key("known")
    it = lexicon.key("it")
    girl = WordSet("girl girls boy couple bag factor crowd", lexicon)
  }

  /// Whether the token is a function word with a capital that nothing before or after it explains.
  func isStray(_ at: Int, in sentence: Sentence, _ analysis: Analysis) -> Bool {
    let tokens = analysis.layer.tokens
    let lexicon = analysis.lexicon
    guard at > sentence.first, at + 1 < sentence.end else { return false }
    let (before, token, after) = (tokens[at - 1], tokens[at], tokens[at + 1])
    guard token.shape == .capitalized, token.spaceBefore, token.length > 1,
      lexicon.has(token.key, [.functionWord, .opener]), !ambiguous.contains(token.key)
    else { return false }
    guard before.isWord, before.isLower, before.spaceBefore || at - 1 == sentence.first,
      !lexicon.has(before.key, .work), !endsInStop(before, analysis)
    else { return false }
    guard after.isWord, after.isLower, !isInBrackets(at, sentence, analysis) else { return false }
    if legal.contains(token.key), after.key == re { return false }
    // The Who, a band.
    if token.key == who, before.key == the { return false }
    // “the sequel to It”, “the cast of This”, “known as We the people”
    if at - 2 >= sentence.first, lexicon.has(before.key, .preposition),
      lexicon.has(tokens[at - 2].key, .work) || tokens[at - 2].key == known
    {
      return false
    }
    if token.key == it, girl.contains(after.key) { return false }
    // “Professor He said”: the surname.
    if lexicon.has(token.key, .masculine), lexicon.has(before.key, [.personRole, .title]) { return false }
    return true
  }

  /// Whether the words around are the words of a title: It's a Wonderful Life, There Will Be Blood.
  func isInTitle(_ at: Int, _ sentence: Sentence, _ analysis: Analysis) -> Bool {
    let tokens = analysis.layer.tokens
    var capitals = 0
    var words = 0
    for index in sentence.tokens where tokens[index].isWord {
      words += 1
      if tokens[index].isCapitalized { capitals += 1 }
    }
    if capitals * 2 > words { return true }
    // Within a title only short words are small: On the Origin, Out of the Past, It's a Wonderful.
    for index in at + 1..<min(at + 4, sentence.end) {
      let token = tokens[index]
      guard token.isWord else { return false }
      if token.isCapitalized { return isCommonWord(token, analysis) }
      guard analysis.lexicon.has(token.key, [.functionWord, .be]) else { return false }
    }
    return false
  }

  /// Whether the text around, two thousand words either way, uses a pronoun as part of a name: Zheng He,
  /// He Jiankui.
  func isName(_ place: Int, _ analysis: Analysis) -> Bool {
    let tokens = analysis.layer.tokens
    let key = tokens[place].key
    guard analysis.lexicon.has(key, [.subjectPronoun, .objectPronoun]) else { return false }
    for at in max(1, place - 2000)..<min(tokens.count - 1, place + 2000)
    where tokens[at].key == key && tokens[at].isCapitalized {
      let (before, after) = (tokens[at - 1], tokens[at + 1])
      guard before.isWord, before.length > 1 else { continue }
      if before.isCapitalized, !analysis.lexicon.has(before.key, [.functionWord, .opener]) { return true }
      if before.isLower, after.isWord, after.isCapitalized { return true }
    }
    return false
  }

  /// God's pronouns keep a capital in religious writing: God or the like stands within fifty words.
  func isReverential(_ at: Int, _ analysis: Analysis) -> Bool {
    let tokens = analysis.layer.tokens
    guard analysis.lexicon.has(tokens[at].key, [.masculine]) else { return false }
    return tokens[max(0, at - 50)..<min(tokens.count, at + 50)].contains {
      analysis.lexicon.has($0.key, .religious)
    }
  }

  /// A capitalised word that is an ordinary word and no name of a place, a month or a weekday.
  private func isCommonWord(_ token: Token, _ analysis: Analysis) -> Bool {
    if analysis.lexicon.has(token.key, [.functionWord]) { return true }
    if analysis.lexicon.has(token.key, [.month, .weekday]) { return false }
    return analysis.isOrdinaryWord(token)
  }

  /// A gloss in round brackets may be a title: (Finnish for The glitter of gold).
  private func isInBrackets(_ at: Int, _ sentence: Sentence, _ analysis: Analysis) -> Bool {
    let tokens = analysis.layer.tokens
    let prose = analysis.document.prose
    var index = at - 1
    while index >= sentence.first, at - index < 12 {
      if tokens[index].isPunctuation, tokens[index].length == 1 {
        if prose[Int(tokens[index].start)] == UInt8(ascii: "(") { return true }
        if prose[Int(tokens[index].start)] == UInt8(ascii: ")") { return false }
      }
      index -= 1
    }
    return false
  }

  private func endsInStop(_ token: Token, _ analysis: Analysis) -> Bool {
    analysis.document.prose[Int(token.end) - 1] == UInt8(ascii: ".")
  }
}
