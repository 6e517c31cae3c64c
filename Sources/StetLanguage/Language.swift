/// What is the same for all documents of a run: the lexicon, the gazetteer.
package struct Language: Sendable {
  package let lexicon: Lexicon
  package let gazetteer: Gazetteer

  package init(lexicon: Lexicon = Lexicon()) {
    self.lexicon = lexicon
    gazetteer = Gazetteer(lexicon)
  }
}
