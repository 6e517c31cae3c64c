"use strict";
// The report: the files of a run, and the one that is open. What it shows comes from JSON in script elements: "stet-run"
// once, "stet-file-N" for each file with findings, read when the file is opened.
(() => {
  const { severities, counted, make, drawArticle, layOut, light } = stetPage;
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

  /// Shows which finding is at hand, with its note exactly beside it.
  function update() {
    light(sheet, hovered ?? active, active);
    layOut(sheet, active);
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
