/// What is the same for all documents of a run: the lexicon, the gazetteer, the tagger.
package struct Language: Sendable {
  package let lexicon: Lexicon
  package let gazetteer: Gazetteer
  package let tagger: Tagger
  let names: NameLexicon
  let kinds: KindLexicon

  package init(lexicon: Lexicon = Lexicon()) {
    self.lexicon = lexicon
    gazetteer = Gazetteer(lexicon)
    tagger = Tagger()
    names = NameLexicon(lexicon)
    kinds = KindLexicon(lexicon)
  }
}
