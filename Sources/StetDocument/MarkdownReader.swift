import CMarkdown
import StetText

enum MarkdownReader {
  static func read(_ source: SourceText, path: String) -> Document {
    PlainTextReader.read(source, path: path)
  }
}
