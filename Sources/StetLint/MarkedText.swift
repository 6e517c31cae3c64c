/// Text in which ⟦marks⟧ show what a rule must find: how examples are written on every rule's page.
package struct MarkedText: Sendable {
  /// Without marks.
  package var text: String
  /// UTF-8 byte ranges of `text`, in order.
  package var marks: [Range<Int>]

  /// What is wrong with the marks of an example.
  package enum Fault: Error, Sendable {
    /// A ⟦ without its ⟧, or one inside another.
    case unclosed
    /// A ⟧ without its ⟦.
    case unopened
    /// Nothing between the marks.
    case empty

    package var message: String {
      switch self {
      case .unclosed: "a ⟦ has no ⟧; marks are closed before the next one opens"
      case .unopened: "a ⟧ has no ⟦ before it"
      case .empty: "nothing stands between ⟦ and ⟧"
      }
    }
  }

  package init(_ marked: String) throws(Fault) {
    var text = String.UnicodeScalarView()
    var length = 0
    var marks: [Range<Int>] = []
    var open: Int?
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦":
        guard open == nil else { throw .unclosed }
        open = length
      case "⟧":
        guard let start = open else { throw .unopened }
        guard start < length else { throw .empty }
        marks.append(start..<length)
        open = nil
      default:
        text.append(scalar)
        length += UTF8.width(scalar)
      }
    }
    guard open == nil else { throw .unclosed }
    self.text = String(text)
    self.marks = marks
  }
}
