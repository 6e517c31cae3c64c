import StetDocument
import StetText

/// The ways to write each term of one document.
struct SiteTermWays {
  struct Way {
    var kind: SiteTermSummary.Kind
    var form: [UInt8]
    var range: ProseRange
    var places = 1
  }

  private var ways: [Way] = []
  private var numbers: [[UInt8]: Int] = [:]

  mutating func add(_ kind: SiteTermSummary.Kind, _ form: [UInt8], _ range: ProseRange) {
    let key = [kind.rawValue] + form
    if let number = numbers[key] {
      ways[number].places += 1
      if range < ways[number].range { ways[number].range = range }
      return
    }
    numbers[key] = ways.count
    ways.append(Way(kind: kind, form: form, range: range))
  }

  /// Of each term the way that comes most often, among equals the first; in the order of their places.
  func chosen() -> [Way] {
    var best: [FNV1a: Int] = [:]
    for (number, way) in ways.enumerated() {
      let family = SiteTermSummary.family(of: [way.kind.rawValue] + way.form)
      guard let other = best[family] else {
        best[family] = number
        continue
      }
      let (a, b) = (way, ways[other])
      if a.places > b.places || (a.places == b.places && a.range < b.range) { best[family] = number }
    }
    return best.values.map { ways[$0] }.sorted {
      $0.range != $1.range ? $0.range < $1.range : $0.kind.rawValue < $1.kind.rawValue
    }
  }
}
