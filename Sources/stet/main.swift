import StetService
import StetText
import FoundationEssentials
import StetDocument
import StetLanguage
import StetSpelling
let engine = try Engine()
let worker = Worker(engine)
for path in CommandLine.arguments.dropFirst() where path != "-m" {
  let data = try Data(contentsOf: URL(fileURLWithPath: path))
  let file = worker.lint(SourceText([UInt8](data)), path: path)
  for d in file.diagnostics { print("\(path):\(d.range.start)+\(d.range.count) \(d.severity) \(d.rule): \(file.source.string(d.range)) | \(d.message)") }
  if CommandLine.arguments.contains("-m") {
    let a = Analysis(DocumentReader.read(SourceText([UInt8](data)), path: path), words: engine.language.lexicon.table(), language: engine.language, speller: Speller(engine.dictionaries))
    for (i, s) in a.sentences.enumerated() {
      print("[\(a.document.blocks[s.block].kind)] \(a.string(s.tokens))")
      for m in a.discourse.mentions where m.sentence == i { print("   \(m.kind) \(m.isSubject ? "S" : " ") \(a.string(m.tokens))") }
    }
  }
}
