import StetLanguage
import StetLint

/// All full names of a site, and which words of each no dictionary knows.
package struct SiteNameArchive: ProjectArchive {
  private(set) var forms = SiteForms()

  package init() {}

  package var count: Int { forms.count }
  package var bytes: Int { forms.bytes }

  func documents(_ number: Int) -> Int { forms.documents(number) }

  /// One bit for each word, from the first.
  func unknown(_ number: Int) -> UInt8 { forms.mark(number) }

  /// The words of a name, folded.
  func words(_ number: Int) -> [ArraySlice<UInt8>] {
    var folded: [UInt8] = []
    forms.text(number).withUnsafeBufferPointer { CaseFolding.append($0, to: &folded) }
    return folded.split(separator: 0x20)
  }

  package mutating func add(_ summary: SiteNameSummary, of document: Int) {
    for entry in summary.entries {
      var text = entry.text
      text.withUTF8 { forms.add($0, mark: entry.unknown, entry.range, of: document) }
    }
  }
}
