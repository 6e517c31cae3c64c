import StetDocument
import StetLint

/// One way to write a term that can be written in several, and where a document writes it so.
package struct TermVariant: Sendable {
  /// The same for all ways to write one term: “us”, “airbase”.
  package var family: String
  /// As it stands in print: “U.S.”, “air base”.
  package var form: String
  /// In order.
  package var places: [ProseRange]

  package init(family: String, form: String, places: [ProseRange]) {
    self.family = family
    self.form = form
    self.places = places
  }
}

extension [TermVariant] {
  /// The way to keep, and the others: the one that comes most often, among equals the one that comes first. Nil
  /// unless there are two.
  ///
  /// - Parameter preferred: the form that the house has chosen; it is kept though it may be nowhere.
  package func majority(
    preferring preferred: String? = nil
  ) -> (kept: TermVariant, strays: [TermVariant])? {
    if let preferred {
      let strays = filter { $0.form != preferred && !$0.places.isEmpty }
      guard let stray = strays.first else { return nil }
      let kept = first { $0.form == preferred }
      return (kept ?? TermVariant(family: stray.family, form: preferred, places: []), strays)
    }
    guard count > 1 else { return nil }
    var best = startIndex
    for index in indices.dropFirst() {
      let (a, b) = (self[index].places, self[best].places)
      guard let first = a.first, let bestFirst = b.first else { continue }
      if a.count > b.count || (a.count == b.count && first < bestFirst) { best = index }
    }
    let kept = self[best]
    return (kept, filter { $0.form != kept.form })
  }
}

extension Report {
  /// One finding for all places of a text that differ from its way: the first is marked, the others and one place
  /// of the usual way are related.
  ///
  /// - Parameter kept: nil where the house has chosen the form, and the text need not have it.
  mutating func add(
    _ message: String, strays: [(range: ProseRange, replacement: String?)], kept: ProseRange?,
    keptForm: String
  ) {
    let strays = strays.sorted { $0.range < $1.range }
    guard let first = strays.first else { return }
    let edits = strays.compactMap { stray in stray.replacement.map { (stray.range, $0) } }
    let fixes =
      edits.count == strays.count && !edits.isEmpty
      ? [ProposedFix("Use one form throughout", edits, .review)] : []
    add(
      message, at: first.range,
      related: (kept.map { [($0, "“\(keptForm)” stands here")] } ?? [])
        + strays.dropFirst().map { ($0.range, "here too") },
      fixes: fixes)
  }
}
