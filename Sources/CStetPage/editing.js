"use strict";
// What the editor knows of texts as such: reading bytes, guessing a format, writing so that undo works.
(() => {
  /// Bytes to text: UTF-8, or UTF-16 with its mark; else Windows-1252, which old systems write.
  function decode(bytes) {
    const isUTF16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    if (isUTF16) return { content: new TextDecoder(bytes[0] === 0xff ? "utf-16le" : "utf-16be").decode(bytes) };
    if (bytes.subarray(0, 4096).includes(0)) return null;
    try {
      return { content: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
    } catch {
      return { content: new TextDecoder("windows-1252").decode(bytes), isGuessed: true };
    }
  }

  const looksLikeMarkdown = (text) => /^---\n|^#{1,6} \S|\]\([^)\s]+\)|^[-*] \S.*\n[-*] \S|\*\*\S|^```|^> /m.test(text.slice(0, 20_000));

  const escaped = globalThis.trustedTypes?.createPolicy("stet-text", {
    createHTML: (text) => `<pre>${text.startsWith("\n") ? "\n" : ""}${text.replace(/&/g, "&amp;").replace(/</g, "&lt;")}</pre>`,
  });

  /// Chromium takes in many lines as plain text one by one, 100 KB in two seconds; as markup, of which a text area keeps
  /// the text alone, in a tenth of one. Who calls it looks whether that went well.
  function insert(replacement) {
    const isLong = escaped && replacement.length > 2000 && replacement.includes("\n");
    return (isLong && document.execCommand("insertHTML", false, escaped.createHTML(replacement)))
      || document.execCommand("insertText", false, replacement);
  }

  stetPage.editing = { decode, looksLikeMarkdown, insert };
})();
