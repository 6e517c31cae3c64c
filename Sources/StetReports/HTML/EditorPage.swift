import CStetPage

/// The page that a server shows: an article to write in, its findings beside, asked for at `v1/lint` relative to the page.
/// It draws with the code of `HTMLReport`.
package enum EditorPage {
  private static let template = PageTemplate(
    frame: stet_editor_frame, style: stet_editor_style, script: stet_editor_script)

  /// The page in UTF-8, with its style and its script inside.
  package static let html: [UInt8] = {
    let parts = template.parts()
    precondition(parts.count == 1, "the frame of the editor has no place for data")
    return parts[0]
  }()

  /// The header fields to send with it. Its policy lets the page speak to the server that it came from, and to nobody else.
  package static let headers: [(name: String, value: String)] = [
    ("Content-Type", "text/html; charset=utf-8"),
    (
      "Content-Security-Policy",
      template.policy
        + "; connect-src 'self'; img-src data:; frame-ancestors 'none'"
        + "; require-trusted-types-for 'script'; trusted-types stet-text"
    ),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
    ("Cache-Control", "no-cache"),
  ]
}
