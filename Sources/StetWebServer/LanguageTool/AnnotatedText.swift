import FoundationEssentials
import StetText

/// A text as LanguageTool's clients send it: as it is, or in pieces of text and of markup that is not read. Offsets of
/// answers count UTF-16 code units of the whole, markup included.
struct AnnotatedText: Sendable {
  /// What is read: the pieces of text, and what markup is to be read as.
  private(set) var bytes: [UInt8] = []
  private let pieces: [Piece]
  private let positions: UTF16Positions

  private struct Piece: Sendable {
    /// First byte in `bytes`.
    var start: Int
    var isMarkup: Bool
    /// UTF-16 code units of the whole before it, and in it.
    var original: Int
    var originalLength: Int
  }

  /// `{"annotation": [{"text": …}, {"markup": …, "interpretAs": …}]}`
  private struct Form: Decodable {
    struct Annotation: Decodable {
      var text: String?
      var markup: String?
      var interpretAs: String?
    }
    var annotation: [Annotation]
  }

  init(_ text: String) {
    bytes = Array(text.utf8)
    positions = UTF16Positions(bytes)
    pieces = [Piece(start: 0, isMarkup: false, original: 0, originalLength: text.utf16.count)]
  }

  /// Throws when the text is no such JSON.
  init(json: String) throws(Refusal) {
    let form: Form
    do {
      form = try JSONDecoder().decode(Form.self, from: Data(json.utf8))
    } catch {
      throw Refusal(malformed: error, in: Array(json.utf8), place: "data", example: Self.example)
    }
    var pieces: [Piece] = []
    var original = 0
    for (number, annotation) in form.annotation.enumerated() {
      guard (annotation.text == nil) != (annotation.markup == nil) else {
        throw Refusal(
          .badRequest, "a piece has either “text” or “markup”", place: "data.annotation[\(number)]",
          nextStep: "Send \(Self.example).")
      }
      let length = (annotation.text ?? annotation.markup ?? "").utf16.count
      let read = annotation.text ?? annotation.interpretAs ?? ""
      if !read.isEmpty {
        pieces.append(
          Piece(
            start: bytes.count, isMarkup: annotation.text == nil, original: original, originalLength: length))
        bytes += Array(read.utf8)
      }
      original += length
    }
    self.pieces = pieces
    positions = UTF16Positions(bytes)
  }

  private static let example = #"{"annotation": [{"text": "A "}, {"markup": "<b>"}, {"text": "word"}]}"#

  /// Where a range of `bytes` lies in the whole; nil for an empty range where nothing is.
  func original(_ range: Range<Int>) -> Range<Int>? {
    guard let first = piece(at: range.lowerBound),
      let last = piece(at: max(range.lowerBound, range.upperBound - 1))
    else { return nil }
    let start = first.isMarkup ? first.original : first.original + units(first.start, range.lowerBound)
    let end =
      last.isMarkup
      ? last.original + last.originalLength : last.original + units(last.start, range.upperBound)
    return start..<max(start, end)
  }

  /// Whether a range of `bytes` stands in the whole as it is read, so that it can be replaced.
  func isUnbroken(_ range: Range<Int>) -> Bool {
    guard let original = original(range) else { return false }
    return original.count == units(range.lowerBound, range.upperBound)
      && piece(at: range.lowerBound)?.isMarkup == false
  }

  /// UTF-16 code units between two bytes of `bytes`.
  func units(_ from: Int, _ to: Int) -> Int { positions.offset(of: to) - positions.offset(of: from) }

  /// The piece that a byte is in; the last one for the end.
  private func piece(at byte: Int) -> Piece? {
    let low = pieces.partitioningIndex { $0.start > byte }
    return low == 0 ? nil : pieces[low - 1]
  }
}
