import StetDocument
import StetLint
import StetText

/// A file as a page draws it; the form is told in this target's README.
extension JSONWriter {
  package mutating func printedFile(_ file: LintedFile) {
    let document = DocumentReader.read(file.source, path: file.path)
    let article = PrintedArticle(document)
    let positions = PositionTable(file)
    let lines = positions.lines
    object {
      $0.field("path", file.path)
      $0.array("blocks", article.blocks) { writer, block in
        writer.printedBlock(block, line: lines.line(at: block.source.lower) + 1)
      }
      $0.array("findings", file.diagnostics) { writer, diagnostic in
        writer.object {
          $0.field("rule", diagnostic.rule)
          $0.field("severity", diagnostic.severity.rawValue)
          $0.field("message", diagnostic.message)
          $0.printedPlaces(diagnostic.range, article, positions)
          if !diagnostic.related.isEmpty {
            $0.array("related", diagnostic.related) { writer, related in
              writer.object {
                $0.field("message", related.message)
                $0.printedPlaces(related.range, article, positions)
              }
            }
          }
          if !diagnostic.fixes.isEmpty {
            $0.array("fixes", diagnostic.fixes) { writer, fix in
              writer.object {
                $0.field("title", fix.title)
                $0.field("applicability", fix.applicability.rawValue)
              }
            }
          }
          $0.field("fingerprint", diagnostic.fingerprint)
        }
      }
    }
  }

  private mutating func printedBlock(_ block: PrintedArticle.Block, line: Int) {
    object {
      switch block.kind {
      case .prose(let kind, let level):
        $0.field("kind", kind.term)
        if level > 0 { $0.field("level", level) }
      case .source: $0.field("kind", "source")
      case .frontMatter: $0.field("kind", "front matter")
      }
      $0.field("line", line)
      if block.isInFrontMatter { $0.field("inFrontMatter", true) }
      if !block.marker.isEmpty { $0.field("marker", block.marker) }
      if block.indent > 0 { $0.field("indent", block.indent) }
      $0.array("runs", block.runs) { writer, run in
        let looks = run.look.names
        guard !looks.isEmpty else { return writer.string(run.text) }
        writer.object {
          $0.field("text", run.text)
          $0.array("looks", looks) { $0.string($1) }
        }
      }
    }
  }

  /// The members `line`, `column`, `block` and `at`.
  private mutating func printedPlaces(
    _ range: ByteRange, _ article: PrintedArticle, _ positions: PositionTable
  ) {
    let start = positions[range.lower]
    let places = article.places(range)
    field("line", start.line)
    field("column", start.scalarColumn)
    field("block", places.first?.block ?? article.nearestBlock(range.lower))
    array("at", places) { writer, place in
      writer.beginArray()
      for number in [place.block, place.start, place.end] { writer.integer(number) }
      writer.endArray()
    }
  }
}

extension PrintedArticle.Look {
  fileprivate var names: [String] {
    let all: [(PrintedArticle.Look, String)] = [
      (.emphasis, "emphasis"), (.strong, "strong"), (.link, "link"), (.code, "code"), (.markup, "markup"),
      (.malformed, "malformed"),
    ]
    return all.filter { contains($0.0) }.map(\.1)
  }
}
