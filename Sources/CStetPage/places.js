"use strict";
// Places in a text. The server counts bytes of UTF-8, a browser counts code units of UTF-16; both from 0.
(() => {
  /// For each byte of the text in UTF-8, and for its end, the code unit that it belongs to. A byte within a character
  /// belongs to the character's first unit. The text must be well formed.
  function unitTable(text) {
    const table = new Uint32Array(text.length * 3 + 1);
    let byte = 0;
    for (let unit = 0; unit < text.length; unit += 1) {
      const code = text.charCodeAt(unit);
      const isPair = code >= 0xd800 && code < 0xdc00;
      const size = code < 0x80 ? 1 : code < 0x800 ? 2 : isPair ? 4 : 3;
      table.fill(unit, byte, byte + size);
      byte += size;
      if (isPair) unit += 1;
    }
    table[byte] = text.length;
    return table.subarray(0, byte + 1);
  }

  /// What turned one text into the other, as one replacement: units from start to oldEnd became those to newEnd.
  function changeBetween(old, text) {
    const shorter = Math.min(old.length, text.length);
    let start = 0;
    while (start < shorter && old.charCodeAt(start) === text.charCodeAt(start)) start += 1;
    let tail = 0;
    const rest = shorter - start;
    while (tail < rest && old.charCodeAt(old.length - 1 - tail) === text.charCodeAt(text.length - 1 - tail)) tail += 1;
    return { start, oldEnd: old.length - tail, newEnd: text.length - tail };
  }

  const letter = /[\p{L}\p{M}\p{N}]/u;

  /// Where a range of the old text is in the new one; null if the change touched it, or made its words longer ones.
  function moved({ start, end }, change, text) {
    const shift = change.newEnd - change.oldEnd;
    if (start === end) {
      if (start < change.start) return { start, end };
      return start > change.oldEnd ? { start: start + shift, end: end + shift } : null;
    }
    const isGrown = (at) => letter.test(text[at - 1] ?? "") && letter.test(text[at] ?? "");
    if (end <= change.start) return end === change.start && isGrown(end) ? null : { start, end };
    if (start < change.oldEnd) return null;
    return start === change.oldEnd && isGrown(start + shift) ? null : { start: start + shift, end: end + shift };
  }

  /// Moves a finding with its fixes and related places; false if it cannot stand any more.
  function move(finding, change, text) {
    const own = moved(finding, change, text);
    if (!own) return false;
    Object.assign(finding, own);
    const kept = (places) => places.filter((place) => Object.assign(place, moved(place, change, text) ?? { start: -1 }).start >= 0);
    finding.related = kept(finding.related);
    finding.fixes = finding.fixes.filter((fix) => {
      const { length } = fix.edits;
      fix.edits = kept(fix.edits);
      return fix.edits.length === length;
    });
    return true;
  }

  /// The number of the line, from 0, that a place is in; starts are those of all lines.
  function lineAt(starts, place) {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /// The findings of an answer to the text that was sent, with their places in code units. Throws if it is not about it.
  function readAnswer(answer, sent) {
    const units = unitTable(sent);
    const at = ({ start, end }) => {
      if (!(start <= end && end < units.length)) throw new RangeError("the answer is about another text");
      return { start: units[start], end: units[end] };
    };
    const met = new Map();
    return answer.files[0].diagnostics.map((diagnostic) => {
      const number = met.get(diagnostic.fingerprint) ?? 0;
      met.set(diagnostic.fingerprint, number + 1);
      return {
        ...at(diagnostic.range),
        rule: diagnostic.rule,
        severity: diagnostic.severity,
        message: diagnostic.message,
        key: `${diagnostic.fingerprint}.${number}`,
        related: diagnostic.related.map((related) => ({ ...at(related.range), message: related.message })),
        fixes: diagnostic.fixes.map((fix) => ({
          title: fix.title,
          isCertain: fix.applicability === "safe",
          edits: fix.edits.map((edit) => ({ ...at(edit.range), replacement: edit.replacement })),
        })),
      };
    });
  }

  /// Edits joined into one: what stands between the first and the last of them is kept. Edits must be sorted and apart.
  function joined(edits, text) {
    const { start } = edits[0];
    const { end } = edits[edits.length - 1];
    let replacement = "";
    let from = start;
    for (const edit of edits) {
      replacement += text.slice(from, edit.start) + edit.replacement;
      from = edit.end;
    }
    return { start, end, replacement };
  }

  /// All edits of those fixes that do not touch an earlier one's, sorted, and the number of the fixes.
  function compatible(fixes) {
    const sorted = [...fixes].sort((a, b) => a.edits[0].start - b.edits[0].start);
    const edits = [];
    let count = 0;
    for (const fix of sorted) {
      if (edits.length > 0 && fix.edits[0].start <= edits[edits.length - 1].end) continue;
      edits.push(...fix.edits);
      count += 1;
    }
    return { edits, count };
  }

  stetPage.places = { unitTable, changeBetween, moved, move, lineAt, readAnswer, joined, compatible };
})();
