"use strict";
// Draws texts, the marks of findings in them and the notes beside, for the report and for the page of the server. The
// form of what is drawn is told in Sources/StetReports/README.md. Nothing here knows the page around it.
(() => {
  const severities = ["error", "warning", "note"];
  const counted = (number, noun) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;

  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...children.filter((child) => child !== null));
    return element;
  }

  // MARK: The article

  const lookElements = { emphasis: "em", strong: "strong", code: "code" };
  // Characters that have no look of their own.
  const unseenText = /^[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u034F\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF]+$/;
  const unseenBlank = /^[\u00A0\u2000-\u200A\u202F\u205F\u3000]+$/;

  /// One stretch of text without a cut in it. In a mark, what cannot be seen is named.
  function textNode(text, looks, isMarked) {
    let node;
    if (isMarked && (unseenText.test(text) || unseenBlank.test(text))) {
      const names = [...text].map((c) => "U+" + c.codePointAt(0).toString(16).toUpperCase().padStart(4, "0"));
      node = make("span", { class: "hidden-sign" }, names.join(" "));
    } else {
      node = document.createTextNode(text);
    }
    for (const look of looks) {
      const tag = lookElements[look];
      node = tag ? make(tag, {}, node) : make("span", { class: look }, node);
    }
    return node;
  }

  /// Fills an element with the text of a block, cut where ranges begin and end.
  /// ranges: {start, end, finding, related} in the block; related is undefined for the finding itself.
  /// isUnder: the text lies under another one of the same form, so it must keep every width and takes no focus.
  function setText(element, block, ranges, findings, isUnder = false) {
    const runs = block.runs.map((run) => (typeof run === "string" ? { text: run, looks: [] } : run));
    const cuts = new Set();
    for (const range of ranges) cuts.add(range.start).add(range.end);
    let offset = 0;
    let key = null;
    let box = element;
    const insertions = (at) => {
      for (const range of ranges) {
        if (range.start !== at || range.end !== at || range.related !== undefined || range.isDrawn) continue;
        range.isDrawn = true;
        key = null;
        box = element;
        const sign = make("span", { class: "insert", "aria-label": "here" });
        const mark = markElement([range.finding], [], findings, isUnder);
        mark.append(sign);
        element.append(mark);
      }
    };
    for (const run of runs) {
      const end = offset + run.text.length;
      const inside = [...cuts].filter((cut) => cut > offset && cut < end).sort((a, b) => a - b);
      let from = offset;
      for (const to of [...inside, end]) {
        insertions(from);
        if (to === from) continue;
        const covering = ranges.filter((range) => range.start <= from && range.end >= to && range.start < range.end);
        const own = [...new Set(covering.filter((r) => r.related === undefined).map((r) => r.finding))];
        const related = covering.filter((r) => r.related !== undefined).map((r) => `${r.finding}.${r.related}`);
        const nextKey = own.join(" ") + "|" + related.join(" ");
        if (nextKey !== key) {
          key = nextKey;
          box = element;
          if (own.length > 0 || related.length > 0) {
            box = own.length > 0 ? markElement(own, related, findings, isUnder) : make("span", { "data-related": related.join(" ") });
            element.append(box);
          }
        }
        box.append(textNode(run.text.slice(from - offset, to - offset), run.looks, own.length > 0 && !isUnder));
        from = to;
      }
      offset = end;
    }
    insertions(offset);
  }

  function markElement(own, related, findings, isUnder) {
    const severity = severities.find((name) => own.some((n) => findings[n].severity === name));
    const places = {
      class: `mark ${severity}`,
      "data-findings": own.join(" "),
      "data-related": related.length > 0 ? related.join(" ") : null,
    };
    if (isUnder) return make("span", places);
    const isFirst = own.some((n) => !findings[n].hasMark);
    for (const n of own) findings[n].hasMark = true;
    return make("a", {
      ...places,
      href: `#note-${own[0] + 1}`,
      tabindex: isFirst ? null : "-1",
      "aria-describedby": own.map((n) => `message-${n + 1}`).join(" "),
    });
  }

  /// How the report writes the parts of a note; a page where something can be done about a finding has its own.
  const printedParts = {
    message: (finding, number) => make("p", { id: `message-${number + 1}` }, finding.message),
    fix: (fix) => make("p", { class: "fix" }, fix.title),
    related: (related, finding, number, index) => {
      const link = make("a", { href: `#block-${related.block}`, "data-goto": `${number}.${index}` }, `line ${related.line}`);
      return make("p", { class: "related" }, related.message, " (", link, ")");
    },
    tools: () => null,
  };

  /// The note of a finding: message, up to three fixes, the places it speaks of, the rule.
  function card(finding, number, rules, parts = printedParts) {
    const rule = rules[finding.rule] ?? {};
    const item = make(
      "li", { class: `card ${finding.severity}`, id: `note-${number + 1}`, tabindex: "-1", "data-findings": String(number) },
      parts.message(finding, number));
    (finding.fixes ?? []).slice(0, 3).forEach((fix, index) => item.append(parts.fix(fix, finding, index)));
    (finding.related ?? []).forEach((related, index) => item.append(parts.related(related, finding, number, index)));
    const tools = parts.tools(finding, number);
    item.append(make(
      "p", { class: "about" }, make("b", {}, finding.severity), make("span", { title: rule.summary ?? "" }, finding.rule),
      make("span", { class: "line" }, `line ${finding.line}`), tools));
    if (rule.why) item.append(make("p", { class: "why" }, rule.why));
    return item;
  }

  /// An element with the article and the notes of its findings, each after the block that it is about.
  function drawArticle(file, rules, isShown = () => true) {
    const findings = file.findings;
    for (const finding of findings) finding.hasMark = false;
    const ranges = file.blocks.map(() => []);
    const notes = file.blocks.map(() => []);
    findings.forEach((finding, number) => {
      if (!isShown(finding)) return;
      for (const [block, start, end] of finding.at) ranges[block].push({ start, end, finding: number });
      (finding.related ?? []).forEach((related, index) => {
        for (const [block, start, end] of related.at) ranges[block].push({ start, end, finding: number, related: index });
      });
      notes[finding.block]?.push(card(finding, number, rules));
    });
    const text = make("div", { class: "text", lang: "en" });
    const list = (cards) => (cards.length > 0 ? make("ol", { class: "notes", "aria-label": "Findings" }, ...cards) : null);
    // A title of the front matter is the headline, unless the text has one of its own.
    const isTitled = file.blocks.some((block) => block.kind === "headline" && block.level === 1 && !block.inFrontMatter);
    let hasTitle = false;
    let group = null;
    let pending = [];
    const flush = () => {
      const element = list(pending);
      if (element) text.append(element);
      pending = [];
      group = null;
    };
    file.blocks.forEach((block, index) => {
      const fill = (element) => {
        element.id = `block-${index}`;
        setText(element, block, ranges[index], findings);
        return element;
      };
      if (group && group.kind !== block.kind) flush();
      switch (block.kind) {
        case "list item": {
          if (!group) {
            group = { kind: block.kind, element: make("ul") };
            text.append(group.element);
          }
          const item = fill(make("li", { class: (block.indent ?? 0) > 1 ? "deep" : null }));
          const marker = /[0-9a-z]/i.test(block.marker ?? "") ? block.marker : "•";
          item.prepend(make("span", { class: "marker", "aria-hidden": "true" }, marker));
          const cards = list(notes[index]);
          if (cards) item.append(cards);
          group.element.append(item);
          return;
        }
        case "table cell": {
          if (!group) {
            group = { kind: block.kind, element: make("table"), line: -1 };
            text.append(group.element);
          }
          if (group.line !== block.line) group.element.append(make("tr"));
          group.line = block.line;
          group.element.lastElementChild.append(fill(make("td")));
          pending.push(...notes[index]);
          return;
        }
        case "headline": {
          if (block.inFrontMatter && isTitled) {
            text.append(fill(make("p", { class: "front-matter" })));
            break;
          }
          const level = Math.min(5, block.level ? block.level + 2 : hasTitle ? 4 : 3);
          hasTitle = true;
          text.append(fill(make(`h${level}`)));
          break;
        }
        case "quotation": text.append(fill(make("blockquote"))); break;
        case "pull quote": text.append(fill(make("blockquote", { class: "pull" }))); break;
        case "source": text.append(fill(make("pre", { "aria-label": "Not read as text" }))); break;
        case "front matter": text.append(fill(make("pre", { class: "front-matter", "aria-label": "Front matter" }))); break;
        default: {
          const kind = block.inFrontMatter ? "front-matter" : block.kind === "paragraph" ? null : block.kind;
          text.append(fill(make("p", { class: kind })));
        }
      }
      pending.push(...notes[index]);
      flush();
    });
    flush();
    return text;
  }

  /// Puts the notes of wide pages beside their marks, without one covering another; the active one exactly.
  function layOut(sheet, active) {
    const cards = [...sheet.querySelectorAll(".card")];
    if (cards.length === 0 || getComputedStyle(cards[0]).position !== "absolute") {
      for (const element of cards) element.style.removeProperty("top");
      sheet.style.removeProperty("min-height");
      return;
    }
    const origin = sheet.getBoundingClientRect().top;
    const gap = 8;
    const marks = new Map();
    for (const mark of sheet.querySelectorAll(".mark")) {
      for (const number of mark.dataset.findings.split(" ")) if (!marks.has(number)) marks.set(number, mark);
    }
    const places = cards.map((element) => {
      const mark = marks.get(element.dataset.findings) ?? element.parentElement.previousElementSibling;
      const rect = mark?.getClientRects()[0];
      return { element, wanted: rect ? rect.top - origin - 3 : 0, height: element.offsetHeight, top: 0 };
    });
    const forward = (from) => {
      for (let i = from; i < places.length; i += 1) {
        const floor = i === 0 ? 0 : places[i - 1].top + places[i - 1].height + gap;
        places[i].top = Math.max(places[i].wanted, floor);
      }
    };
    forward(0);
    const index = places.findIndex((place) => place.element.dataset.findings === String(active));
    if (index >= 0) {
      const above = places.slice(0, index).reduce((sum, place) => sum + place.height + gap, 0);
      places[index].top = Math.max(places[index].wanted, above);
      for (let i = index - 1; i >= 0; i -= 1) {
        places[i].top = Math.min(places[i].top, places[i + 1].top - places[i].height - gap);
      }
      forward(index + 1);
    }
    for (const place of places) place.element.style.top = `${Math.round(place.top)}px`;
    const last = places[places.length - 1];
    sheet.style.minHeight = `${Math.round(last.top + last.height + 40)}px`;
  }

  /// Shows a finding: its marks, its note and, lit, the places that it speaks of. The note of a chosen one tells more;
  /// one that the pointer only passes by keeps its height. null shows none.
  function light(sheet, current, chosen) {
    for (const element of sheet.querySelectorAll(".active, .chosen")) element.classList.remove("active", "chosen");
    for (const element of sheet.querySelectorAll(".lit")) element.classList.remove("lit");
    if (chosen !== null) sheet.querySelector(`.card[data-findings="${chosen}"]`)?.classList.add("chosen");
    if (current === null) return;
    for (const element of sheet.querySelectorAll(`[data-findings~="${current}"]`)) element.classList.add("active");
    for (const element of sheet.querySelectorAll("[data-related]")) {
      if (element.dataset.related.split(" ").some((id) => id.startsWith(`${current}.`))) element.classList.add("lit");
    }
  }

  globalThis.stetPage = { severities, counted, make, setText, card, drawArticle, layOut, light };
})();
