import Testing

@testable import StetDocument

@Test(arguments: [
  ("*.md", "a.md", true), ("*.md", "x/a.md", false), ("**/*.md", "a.md", true), ("**/*.md", "x/y/a.md", true),
  ("x/**", "x", false), ("x/**", "x/y/z", true), ("x/**/z", "x/z", true), ("x/**/z", "x/y/y/z", true),
  ("x/**/z", "x/y/z/q", false), ("a?c", "abc", true), ("a?c", "a/c", false), ("[a-c]x", "bx", true),
  ("[!a-c]x", "bx", false), ("[^a-c]x", "dx", true), ("[]]", "]", true), ("[a", "[a", false),
  ("[[:digit:]]*", "7up", true), ("\\*", "*", true), ("\\*", "a", false), ("a*b*c", "aXbYbZc", true),
  ("a**b", "aXXb", true), ("**/a/**/b", "x/a/y/b", true), ("*", "", false), ("é*", "école", true),
  ("?cole", "école", false),
])
func globs(pattern: String, path: String, expected: Bool) {
  #expect(Glob(pattern).matches(path) == expected)
}

@Test func manyStarsEndSoon() {
  let stars = String(repeating: "*a", count: 200) + "b"
  #expect(!Glob(stars).matches(String(repeating: "a", count: 20_000)))
}

@Test func bracesAreWrittenOut() {
  let patterns = Glob.alternatives(Array("{a,b{c,d}}/*.{md,}".utf8)).map {
    String(decoding: $0, as: UTF8.self)
  }
  #expect(Set(patterns) == ["a/*.md", "a/*.", "bc/*.md", "bc/*.", "bd/*.md", "bd/*."])
  #expect(Glob.alternatives(Array("{a}".utf8)) == [Array("{a}".utf8)])
}
