import Testing

@testable import StetReports

@Suite struct EditorPageTests {
  private let page = String(decoding: EditorPage.html, as: UTF8.self)

  private func header(_ name: String) -> String? {
    EditorPage.headers.first { $0.name == name }?.value
  }

  @Test func nothingIsLeftToFillIn() {
    #expect(!page.contains("{{") && !page.contains("}}"))
    #expect(page.contains("drawArticle") && page.contains("UnderText"))
  }

  @Test(arguments: [("<style>", "</style>", "style-src"), ("<script>", "</script>", "script-src")])
  func thePolicyAllowsWhatThePageHas(open: String, close: String, name: String) throws {
    let policy = try #require(header("Content-Security-Policy"))
    let pieces = page.split(separator: open)
    // A second one would not run.
    try #require(pieces.count == 2)
    let inner = try #require(pieces[1].split(separator: close).first)
    #expect(policy.contains("\(name) 'sha256-\(base64(sha256(Array(inner.utf8))))'"))
  }

  @Test func thePolicyKeepsThePageToItsServer() throws {
    let policy = try #require(header("Content-Security-Policy"))
    #expect(policy.hasPrefix("default-src 'none';") && policy.contains("connect-src 'self'"))
    #expect(!policy.contains("unsafe") && !policy.contains("*") && !policy.contains("http"))
  }

  /// The page names no address but that of the name space in its own icon.
  @Test func thePageAsksNobodyElse() {
    let addresses = page.split(separator: "http").dropFirst()
    #expect(addresses.allSatisfy { $0.hasPrefix("://www.w3.org/2000/svg'") })
  }
}
