"use strict";
// The text that lies under the text area, line for line the same, and carries the marks. The text area stays a plain one,
// so that undo, input methods and screen readers work as everywhere; this one gives it its height.
(() => {
  const { make, setText } = stetPage;
  const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.,@/-]*/gu;

  class UnderText {
    constructor(box) {
      this.box = box;
      this.lines = [];
    }

    /// texts: the lines. ranges: for a line's number the ranges in it, as setText wants them. findings: by number.
    /// True if lines came, went or may have another height.
    draw(texts, ranges, findings) {
      const keyOf = (index) =>
        (ranges[index] ?? []).map((r) => `${r.start}-${r.end}:${r.finding}.${r.related ?? ""}${findings[r.finding].severity}`).join(" ");
      const next = texts.map((text, index) => ({ text, key: keyOf(index), element: null, words: -1 }));
      const old = this.lines;
      const isSame = (a, b) => a.text === b.text && a.key === b.key;
      const shorter = Math.min(old.length, next.length);
      let head = 0;
      while (head < shorter && isSame(old[head], next[head])) head += 1;
      let tail = 0;
      while (tail < shorter - head && isSame(old[old.length - 1 - tail], next[next.length - 1 - tail])) tail += 1;
      let isMoved = false;
      const middle = next.length - tail;
      const oldMiddle = old.length - tail;
      const keep = (to, from) => {
        next[to] = old[from];
      };
      for (let i = 0; i < head; i += 1) keep(i, i);
      for (let i = 0; i < tail; i += 1) keep(next.length - 1 - i, old.length - 1 - i);
      const added = document.createDocumentFragment();
      for (let i = head; i < middle; i += 1) {
        if (i >= oldMiddle) {
          added.append(this.fill(next[i], ranges[i], findings));
        } else if (isSame(old[i], next[i])) {
          keep(i, i);
        } else {
          if (old[i].text !== next[i].text) isMoved = true;
          next[i].element = old[i].element;
          this.fill(next[i], ranges[i], findings);
        }
      }
      for (let i = Math.max(middle, head); i < oldMiddle; i += 1) old[i].element.remove();
      if (added.childNodes.length > 0) this.box.insertBefore(added, tail > 0 ? next[middle].element : null);
      this.lines = next;
      return isMoved || old.length !== next.length;
    }

    fill(line, ranges, findings) {
      const element = line.element ?? make("div");
      line.element = element;
      element.textContent = "";
      // A line without text is as high as others.
      if (line.text === "") element.append(make("br"));
      setText(element, { runs: [line.text] }, ranges ?? [], findings, true);
      return element;
    }

    get words() {
      let sum = 0;
      for (const line of this.lines) {
        if (line.words < 0) line.words = line.text.match(word)?.length ?? 0;
        sum += line.words;
      }
      return sum;
    }

    /// The element that shows a finding, or one of its related places; undefined where none is drawn.
    mark(number, related) {
      return related === undefined
        ? (this.box.querySelector(`.mark[data-findings~="${number}"]`) ?? undefined)
        : (this.box.querySelector(`[data-related~="${number}.${related}"]`) ?? undefined);
    }
  }

  stetPage.UnderText = UnderText;
})();
