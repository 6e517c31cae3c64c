"use strict";
// Draws the findings of a run. What it draws comes from JSON in script elements: "stet-run" once, "stet-file-N" for each
// file with findings, read when the file is opened. Their form is told in Sources/StetReports/README.md.
//
// drawArticle() knows nothing of the page around it, so that other pages can draw a file as well.
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
  function setText(element, block, ranges, findings) {
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
        const mark = markElement([range.finding], [], findings);
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
            box = own.length > 0 ? markElement(own, related, findings) : make("span", { "data-related": related.join(" ") });
            element.append(box);
          }
        }
        box.append(textNode(run.text.slice(from - offset, to - offset), run.looks, own.length > 0));
        from = to;
      }
      offset = end;
    }
    insertions(offset);
  }

  function markElement(own, related, findings) {
    const severity = severities.find((name) => own.some((n) => findings[n].severity === name));
    const isFirst = own.some((n) => !findings[n].hasMark);
    for (const n of own) findings[n].hasMark = true;
    return make("a", {
      class: `mark ${severity}`,
      href: `#note-${own[0] + 1}`,
      tabindex: isFirst ? null : "-1",
      "data-findings": own.join(" "),
      "data-related": related.length > 0 ? related.join(" ") : null,
      "aria-describedby": own.map((n) => `message-${n + 1}`).join(" "),
    });
  }

  function card(finding, number, rules) {
    const rule = rules[finding.rule] ?? {};
    const item = make(
      "li", { class: `card ${finding.severity}`, id: `note-${number + 1}`, tabindex: "-1", "data-findings": String(number) },
      make("p", { id: `message-${number + 1}` }, finding.message));
    for (const fix of (finding.fixes ?? []).slice(0, 3)) item.append(make("p", { class: "fix" }, fix.title));
    for (const [index, related] of (finding.related ?? []).entries()) {
      const link = make("a", { href: `#block-${related.block}`, "data-goto": `${number}.${index}` }, `line ${related.line}`);
      item.append(make("p", { class: "related" }, related.message, " (", link, ")"));
    }
    item.append(make(
      "p", { class: "about" }, make("b", {}, finding.severity), make("span", { title: rule.summary ?? "" }, finding.rule),
      make("span", {}, `line ${finding.line}`)));
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
    const places = cards.map((element) => {
      const number = element.dataset.findings;
      const mark = sheet.querySelector(`.mark[data-findings~="${number}"]`) ?? element.parentElement.previousElementSibling;
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

  globalThis.stetPage = { drawArticle, layOut };

  // MARK: The page

  const read = (id) => {
    const element = document.getElementById(id);
    return element ? JSON.parse(element.textContent) : null;
  };
  const run = read("stet-run");
  if (!run) return;
  const by = (id) => document.getElementById(id);
  const sheet = by("sheet");
  const shown = { severities: new Set(severities.slice(0, 2)), rule: "", query: "" };
  let fileNumber = -1;
  let file = null;
  let active = null;
  let hovered = null;

  const isShown = (finding) => (shown.rule ? finding.rule === shown.rule : shown.severities.has(finding.severity));
  const entryCount = (entry) => severities.reduce((sum, name) => sum + (shown.severities.has(name) ? entry[name + "s"] : 0), 0);
  const isListed = (entry) =>
    (shown.rule ? entry.rules.includes(shown.rule) : entryCount(entry) > 0) && entry.path.toLowerCase().includes(shown.query);
  const listed = () => run.files.map((_, index) => index).filter((index) => isListed(run.files[index]));
  const shownFindings = () => (file ? file.findings.map((_, n) => n).filter((n) => isShown(file.findings[n])) : []);

  function countsElement(entry) {
    const parts = severities.filter((name) => entry[name + "s"] > 0).map((name) =>
      make("span", { class: name, title: counted(entry[name + "s"], name) }, String(entry[name + "s"])));
    return make("span", { class: "counts", "aria-label": severities.filter((n) => entry[n + "s"] > 0).map((n) => counted(entry[n + "s"], n)).join(", ") }, ...parts);
  }

  function drawFrame() {
    const { summary } = run;
    const parts = severities.map((name) => [summary[name + "s"], name]).filter(([number]) => number > 0);
    const tally = by("tally");
    tally.textContent = "";
    parts.forEach(([number, name], index) => {
      if (index > 0) tally.append(index === parts.length - 1 ? " and " : ", ");
      tally.append(make("b", {}, number.toLocaleString("en")), ` ${name}${number === 1 ? "" : "s"}`);
    });
    if (parts.length === 0) tally.append("Nothing to mark");
    tally.append(` in ${counted(summary.files, "file")}`);
    if (summary.known > 0) tally.append(`; ${counted(summary.known, "finding")} of the baseline not shown`);
    document.title = `${tally.textContent} – Stet`;

    if (summary.errors + summary.warnings === 0) shown.severities.add("note");
    for (const name of severities) {
      const button = make("button", { type: "button", class: name, "aria-pressed": String(shown.severities.has(name)) }, name + "s");
      if (summary[name + "s"] === 0) button.hidden = true;
      button.addEventListener("click", () => {
        if (!shown.severities.delete(name)) shown.severities.add(name);
        button.setAttribute("aria-pressed", String(shown.severities.has(name)));
        filter();
      });
      by("severities").append(button);
    }
    const choice = by("rule-filter");
    choice.append(make("option", { value: "" }, "All rules"));
    for (const id of Object.keys(run.rules)) choice.append(make("option", { value: id, title: run.rules[id].summary ?? "" }, id));
    choice.addEventListener("change", () => {
      shown.rule = choice.value;
      filter();
    });
    run.files.forEach((entry, index) => {
      const cut = entry.path.lastIndexOf("/") + 1;
      const link = make(
        "a", { href: `#file-${index + 1}` }, make("span", { class: "name" }, entry.path.slice(cut)), countsElement(entry),
        cut > 0 ? make("span", { class: "folder" }, entry.path.slice(0, cut - 1)) : null);
      by("file-list").append(make("li", {}, link));
    });
    const clean = summary.files - run.files.length;
    by("clean-count").textContent = clean > 0 && run.files.length > 0 ? `${counted(clean, "file")} without findings` : "";
    by("file-filter").addEventListener("input", (event) => {
      shown.query = event.target.value.trim().toLowerCase();
      listFiles();
    });
    if (run.files.length < 8) by("file-filter").closest("label").hidden = true;
    if (matchMedia("(max-width: 52rem)").matches) by("file-drawer").open = false;
  }

  function listFiles() {
    const visible = new Set(listed());
    [...by("file-list").children].forEach((item, index) => {
      item.hidden = !visible.has(index);
      const link = item.firstElementChild;
      if (index === fileNumber) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    });
    by("file-count").textContent = counted(visible.size, "file");
  }

  function drawFile() {
    sheet.classList.remove("settled");
    sheet.textContent = "";
    sheet.style.removeProperty("min-height");
    if (!file) {
      const message = run.files.length === 0 ? "Nothing to mark. Let it stand." : "Nothing of this kind. Choose other rules or severities above.";
      sheet.append(make("p", { class: "empty" }, message));
      return;
    }
    const entry = run.files[fileNumber];
    sheet.append(make("div", { class: "dateline-of-file" }, make("h2", {}, entry.path), countsElement(entry)));
    sheet.append(drawArticle(file, run.rules, isShown));
    update();
    requestAnimationFrame(() => sheet.classList.add("settled"));
  }

  function openFile(number) {
    if (number === fileNumber && file) return;
    fileNumber = number;
    file = number >= 0 ? read(`stet-file-${number}`) : null;
    active = null;
    hovered = null;
    drawFile();
    listFiles();
    by("file-list").children[number]?.firstElementChild.scrollIntoView({ block: "nearest" });
    scrollTo({ top: 0 });
  }

  /// After the choice of rules or severities has changed.
  function filter() {
    const visible = listed();
    active = null;
    if (!visible.includes(fileNumber)) {
      fileNumber = -1;
      file = null;
      if (visible.length > 0) {
        openFile(visible[0]);
        return;
      }
    }
    drawFile();
    listFiles();
  }

  /// Shows which finding is at hand: its marks, its note, the places that it speaks of.
  function update() {
    const current = hovered ?? active;
    for (const element of sheet.querySelectorAll(".active")) element.classList.remove("active");
    for (const element of sheet.querySelectorAll(".lit")) element.classList.remove("lit");
    layOut(sheet, active);
    if (current === null) return;
    for (const element of sheet.querySelectorAll(`[data-findings~="${current}"]`)) element.classList.add("active");
    for (const element of sheet.querySelectorAll("[data-related]")) {
      if (element.dataset.related.split(" ").some((id) => id.startsWith(`${current}.`))) element.classList.add("lit");
    }
    if (active === current) layOut(sheet, active);
  }

  function activate(number, { focus = true } = {}) {
    active = number;
    hovered = null;
    update();
    const isHead = number === null;
    history.replaceState(null, "", `#file-${fileNumber + 1}${isHead ? "" : `.${number + 1}`}`);
    if (isHead) return;
    const note = by(`note-${number + 1}`);
    const mark = sheet.querySelector(`.mark[data-findings~="${number}"]`);
    const target = mark ?? note;
    if (focus && target && document.activeElement !== target) target.focus({ preventScroll: true });
    if (target) {
      const rect = target.getBoundingClientRect();
      if (rect.top < 80 || rect.bottom > innerHeight - 80) target.scrollIntoView({ block: "center" });
    }
    const all = shownFindings();
    by("announcer").textContent = `${all.indexOf(number) + 1} of ${all.length}: ${file.findings[number].message}`;
  }

  function step(direction) {
    const all = shownFindings();
    const at = active === null ? (direction > 0 ? -1 : all.length) : all.indexOf(active);
    const next = at + direction;
    if (next >= 0 && next < all.length) {
      activate(all[next]);
      return;
    }
    if (!stepFile(direction)) return;
    const others = shownFindings();
    if (others.length > 0) activate(direction > 0 ? others[0] : others[others.length - 1]);
  }

  function stepFile(direction) {
    const visible = listed();
    const next = visible[visible.indexOf(fileNumber) + direction];
    if (next === undefined) return false;
    openFile(next);
    history.replaceState(null, "", `#file-${next + 1}`);
    return true;
  }

  function followHash() {
    const match = /^#file-(\d+)(?:\.(\d+))?$/.exec(location.hash);
    const number = match ? Number(match[1]) - 1 : -1;
    if (run.files[number]) {
      openFile(number);
      const finding = match[2] ? Number(match[2]) - 1 : null;
      if (finding !== null && file.findings[finding] && isShown(file.findings[finding])) activate(finding, { focus: false });
    } else if (fileNumber < 0) {
      openFile(listed()[0] ?? -1);
    }
  }

  const findingOf = (target) => {
    const element = target.closest?.("[data-findings]");
    if (!element) return null;
    const numbers = element.dataset.findings.split(" ").map(Number);
    // A second look at a place with several findings shows the next of them.
    return { element, number: numbers[(numbers.indexOf(active) + 1) % numbers.length], numbers };
  };

  sheet.addEventListener("mouseover", (event) => {
    const found = findingOf(event.target);
    const number = found ? (found.numbers.includes(active) ? active : found.numbers[0]) : null;
    if (number === hovered) return;
    hovered = number;
    update();
  });
  sheet.addEventListener("mouseleave", () => {
    hovered = null;
    update();
  });
  sheet.addEventListener("click", (event) => {
    const goto = event.target.closest("[data-goto]");
    if (goto) {
      event.preventDefault();
      const place = [...sheet.querySelectorAll("[data-related]")].find((e) => e.dataset.related.split(" ").includes(goto.dataset.goto));
      activate(Number(goto.dataset.goto.split(".")[0]), { focus: false });
      (place ?? by(goto.getAttribute("href").slice(1)))?.scrollIntoView({ block: "center" });
      return;
    }
    const found = findingOf(event.target);
    if (found) {
      event.preventDefault();
      activate(found.number);
    }
  });
  sheet.addEventListener("focusin", (event) => {
    const found = findingOf(event.target);
    if (found && !found.numbers.includes(active) && event.target === found.element) activate(found.numbers[0], { focus: false });
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || by("help").open) return;
    if (event.target.matches("input, select, textarea")) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    const inList = event.target.closest("#file-list a");
    const inFinding = event.target.closest(".mark, .card");
    const arrow = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (arrow && inList) {
      let item = inList.parentElement;
      do item = arrow > 0 ? item.nextElementSibling : item.previousElementSibling; while (item?.hidden);
      item?.firstElementChild.focus();
    } else if ((arrow && inFinding) || event.key === "j" || event.key === "k") {
      step(arrow ?? (event.key === "j" ? 1 : -1));
    } else if (event.key === "]" || event.key === "[") {
      stepFile(event.key === "]" ? 1 : -1);
    } else if (event.key === "/") {
      by("file-drawer").open = true;
      by("file-filter").closest("label").hidden = false;
      by("file-filter").focus();
    } else if (event.key === "?") {
      by("help").showModal();
    } else if (event.key === "Escape") {
      activate(null);
      sheet.focus({ preventScroll: true });
    } else if (event.key === "Enter" && inFinding) {
      by(`note-${(active ?? 0) + 1}`)?.focus();
    } else {
      return;
    }
    event.preventDefault();
  });
  by("help-button").addEventListener("click", () => by("help").showModal());
  addEventListener("hashchange", followHash);
  addEventListener("resize", () => layOut(sheet, active));
  document.fonts?.ready.then(() => layOut(sheet, active));

  drawFrame();
  followHash();
})();
