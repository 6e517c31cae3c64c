import StetLint
import StetText
import Testing

/// The laws that every example of every rule is put to. Law 8 is in `RevisionLawTests`.
@Suite struct ExampleLawsTests {
  @Test("1: findings are exactly the marked ranges", arguments: ExampleCase.all)
  func marks(_ item: ExampleCase) {
    #expect(item.difference(item.bytes, expected: item.example.marks) == [])
  }

  @Test("2: text put before it moves every range by its bytes", arguments: ExampleCase.all)
  func moves(_ item: ExampleCase) {
    let before = Array("👩\u{200D}👩\u{200D}👧\u{200D}👦 naïve 日本語\u{301}\n\n".utf8)
    let expected = item.example.marks.map { $0.lowerBound + before.count..<$0.upperBound + before.count }
    #expect(item.difference(before + item.bytes, expected: expected) == [])
  }

  @Test("3: line ends of two bytes change nothing", arguments: ExampleCase.all)
  func lineEnds(_ item: ExampleCase) {
    var bytes: [UInt8] = []
    var moved: [Int] = []
    for byte in item.bytes {
      if byte == 0x0A { bytes.append(0x0D) }
      moved.append(bytes.count)
      bytes.append(byte)
    }
    moved.append(bytes.count)
    // A range that ends where a line ends, ends before both bytes of it.
    let expected = item.example.marks.map { moved[$0.lowerBound]..<moved[$0.upperBound - 1] + 1 }
    #expect(item.difference(bytes, expected: expected) == [])
  }

  @Test("4: nothing is found in a code fence", arguments: ExampleCase.all)
  func codeFence(_ item: ExampleCase) {
    let bytes = Array("~~~~~~\n".utf8) + item.bytes + Array("\n~~~~~~\n".utf8)
    #expect(item.difference(bytes, expected: [], markdown: true) == [])
  }

  @Test("5: nothing is found behind a suppression", arguments: ExampleCase.all)
  func suppression(_ item: ExampleCase) {
    let before = Array("<!-- stet:off \(item.rule.id) -->\n\n".utf8)
    let after = Array("\n\n<!-- stet:on \(item.rule.id) -->\n".utf8)
    var wrong = item.difference(before + item.bytes + after, expected: [], markdown: true)
    // The suppression did it: without the comments the text is found.
    if item.readsAlikeAsMarkdown {
      wrong += item.difference(item.bytes, expected: item.example.marks, markdown: true)
    }
    #expect(wrong == [])
  }

  @Test(
    "6: ranges and edits are whole characters of the source; messages are sentences",
    arguments: ExampleCase.all)
  func ranges(_ item: ExampleCase) {
    let bytes = item.bytes
    func isBoundary(_ offset: Int) -> Bool {
      offset == bytes.count || (offset < bytes.count && bytes[offset] & 0xC0 != 0x80)
    }
    func isWhole(_ range: ByteRange) -> Bool { isBoundary(range.lower) && isBoundary(range.upper) }
    var wrong: [String] = []
    for finding in item.findings(bytes) {
      if finding.range.isEmpty || !isWhole(finding.range) { wrong.append("range \(finding.range)") }
      for related in finding.related where related.range.isEmpty || !isWhole(related.range) {
        wrong.append("related range \(related.range)")
      }
      for fix in finding.fixes {
        for edit in fix.edits where !isWhole(edit.range) { wrong.append("edit \(edit.range)") }
        if fix.edits.isEmpty || fix.title.isEmpty { wrong.append("an empty fix") }
        if applying(fix.edits, to: bytes) == nil { wrong.append("edits of “\(fix.title)” overlap") }
      }
      wrong += MessageStyle.faults(finding.message)
    }
    #expect(wrong.map { "\(item.testDescription): \($0)" } == [])
  }

  @Test("7: the first fixes give the fixed text, in which nothing is found", arguments: ExampleCase.all)
  func fixes(_ item: ExampleCase) {
    let findings = item.findings(item.bytes)
    let fixes = findings.compactMap(\.fixes.first)
    guard let fixed = applying(fixes.flatMap(\.edits), to: item.bytes) else {
      Issue.record("\(item.testDescription): the fixes overlap")
      return
    }
    var wrong: [String] = []
    if let stated = item.example.fixed, fixed != Array(stated.utf8) {
      wrong.append(
        """
        \(item.testDescription)
          expected: \(visible(stated))
          got:      \(visible(String(decoding: fixed, as: UTF8.self)))
        """)
    }
    if fixes.count == findings.count { wrong += item.difference(fixed, expected: []) }
    #expect(wrong == [])
  }

  @Test("Two runs give the same", arguments: ExampleCase.all)
  func determinism(_ item: ExampleCase) {
    let runs = (0..<2).map { _ in
      item.findings(item.bytes).map {
        "\($0.range) \($0.message) \($0.fingerprint) \($0.related) \($0.fixes)"
      }
    }
    #expect(runs[0] == runs[1])
  }
}
