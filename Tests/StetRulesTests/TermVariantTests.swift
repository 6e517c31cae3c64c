import StetDocument
import StetRules
import Testing

/// Which of several ways to write a term a text keeps.
@Suite struct TermVariantTests {
  @Test(arguments: [
    ([0, 9], [5], "closed"), ([5], [0, 9], "open"), ([3], [7], "closed"), ([7], [3], "open"),
    ([4, 8], [1, 9], "open"),
  ])
  func keepsTheMostFrequentThenTheFirst(_ closed: [Int], _ open: [Int], _ kept: String) {
    func places(_ starts: [Int]) -> [ProseRange] { starts.map { ProseRange($0, $0 + 1) } }
    let variants = [
      TermVariant(family: "airbase", form: "closed", places: places(closed)),
      TermVariant(family: "airbase", form: "open", places: places(open)),
    ]
    #expect(variants.majority()?.kept.form == kept)
    #expect(variants.majority()?.strays.map(\.form) == [kept == "open" ? "closed" : "open"])
  }

  @Test func oneWayIsNoChoice() {
    #expect([TermVariant(family: "us", form: "US", places: [ProseRange(0, 2)])].majority() == nil)
  }
}
