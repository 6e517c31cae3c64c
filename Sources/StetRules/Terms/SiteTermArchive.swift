import StetLanguage
import StetLint
import StetText

/// All ways to write terms on a site.
package struct SiteTermArchive: ProjectArchive {
  private var forms = SiteForms()

  package init() {}

  package var bytes: Int { forms.bytes }

  func documents(_ number: Int) -> Int { forms.documents(number) }
  func places(_ number: Int) -> [SiteForms.Place] { forms.places(number) }

  package mutating func add(_ summary: SiteTermSummary, of document: Int) {
    summary.texts.withUnsafeBufferPointer { texts in
      var start = 0
      for entry in summary.entries {
        let end = Int(entry.end)
        forms.add(UnsafeBufferPointer(rebasing: texts[start..<end]), mark: 0, entry.range, of: document)
        start = end
      }
    }
  }

  /// The numbers of the ways to write each term that has more than one, by the first of them.
  func families() -> [[Int]] {
    var members: [(family: UInt64, number: Int)] = []
    members.reserveCapacity(forms.count)
    for number in 0..<forms.count {
      members.append((SiteTermSummary.family(of: forms.text(number)).value, number))
    }
    members.sort { ($0.family, $0.number) < ($1.family, $1.number) }
    var families: [[Int]] = []
    var start = 0
    while start < members.count {
      var end = start + 1
      while end < members.count, members[end].family == members[start].family { end += 1 }
      if end - start > 1 { families.append(members[start..<end].map(\.number)) }
      start = end
    }
    return families.sorted { $0[0] < $1[0] }
  }

  /// As it is printed.
  func form(_ number: Int) -> String {
    let text = String(decoding: forms.text(number).dropFirst(), as: UTF8.self)
    switch text {
    case DateForms.dayFirst: return "5 May"
    case DateForms.monthFirst: return "May 5"
    default: return text
    }
  }

  /// What may stand in the place of a rare form; nil where the place holds more than the form.
  func replacement(_ kept: String, for form: String, _ number: Int, _ range: ByteRange) -> String? {
    let kind = forms.text(number).first.flatMap(SiteTermSummary.Kind.init)
    let extra = range.count - form.utf8.count
    switch kind {
    case .name: return extra == 0 ? kept : nil
    // A plural is kept without its “s”.
    case .compound: return extra == 0 ? kept : extra == 1 ? kept + "s" : nil
    case .abbreviation, .percentage, .date, nil: return nil
    }
  }
}
