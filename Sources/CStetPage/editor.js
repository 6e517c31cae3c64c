"use strict";
// The page of the server: an article to write in, its findings beside.
(() => {
  const { severities, counted, make, card, layOut, light, places, editing, Questions, UnderText } = stetPage;
  const { decode, looksLikeMarkdown, insert } = editing;
  const by = (id) => document.getElementById(id);
  const area = by("article");
  const sheet = by("sheet");
  const list = by("notes");
  const under = new UnderText(by("under"));
  const mostCards = 500; // more notes than a person reads before correcting some
  const stillTyped = 1000; // milliseconds for which a word is not accused that the caret stands behind
  const largestFile = 8 << 20; // bytes
  const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
  const example = `Council votes to close the harbour bridge

By Jonas Ekdahl

BREMERVIK – The council voted on Tuesday to to close the old bridge for two years, Mayor Anna Lindqvist said. The works should of begun last spring, but the steel from Kyiv came late.

“We have waited long enough,” said Lindqvist, who took office in 2024. She has recieved 4.2 million euros from the state and will travel to Kiev on Monday, 30 February.

Every day 6,000 cars cross the bridge, which was built in 1931 .
`;

  let text = "";
  let lines = [""];
  let starts = [0]; // of the lines, in code units
  let findings = []; // of the last answer, moved with the text since
  let known = []; // by number: every finding's last form. A number stays a finding's own over answers.
  let active = null; // the number of the finding at hand
  let hovered = null;
  let isChecked = true; // whether the findings are about the text as it stands
  let trouble = null;
  let typedAt = 0;
  let holdTimer = 0;
  let nextDelay; // set while the page itself writes: milliseconds until it asks about that
  let isComposing = false;
  let file = { name: "", lineEnd: "\n", isFormatChosen: false };
  const numbers = new Map(); // of findings, by key
  const cards = new Map(); // by number: {element, content}
  const ignored = new Set(); // keys
  const shown = new Set(severities.slice(0, 2));
  let reasons = null; // by rule: {family, summary, why}

  // MARK: What is shown

  const isOpen = (finding) => !ignored.has(finding.key);
  /// A word that is still being typed is not accused yet.
  const isHeld = (finding) =>
    finding.end === area.selectionEnd && (isComposing || performance.now() - typedAt < stillTyped) && !cards.has(finding.number);
  const visible = () => findings.filter((finding) => isOpen(finding) && shown.has(finding.severity) && !isHeld(finding));
  const lineOf = (place) => places.lineAt(starts, place);

  /// The words at a place. They stay the same as long as the finding stands.
  const quote = (place) => (place.words ??= wordsAt(place));

  function wordsAt({ start, end }) {
    if (start === end) return `…${text.slice(Math.max(0, start - 16), start)}‸${text.slice(start, start + 16)}…`.replace(/\s+/g, " ");
    const words = text.slice(start, end).replace(/\s+/g, " ").trim();
    return words.length > 80 ? `${words.slice(0, 48).trimEnd()} … ${words.slice(-24).trimStart()}` : words;
  }

  const capital = (title) => title.charAt(0).toUpperCase() + title.slice(1);

  /// A fix that takes the place of all the marked words shows what comes there, others say what they do.
  function fixButton(fix, finding, index) {
    const [edit] = fix.edits;
    const isPlain = fix.edits.length === 1 && edit.start === finding.start && edit.end === finding.end
      && edit.replacement.trim() === edit.replacement && edit.replacement !== "";
    const words = isPlain
      ? [make("span", { class: "unseen" }, "Replace with "), make("span", { class: "replacement" }, edit.replacement)]
      : [capital(fix.title)];
    return make(
      "button", { type: "button", class: fix.isCertain ? "fix certain" : "fix", "data-fix": String(index), tabindex: "-1",
        title: `${capital(fix.title)}${fix.isCertain ? " (certain)" : ""}` }, ...words);
  }

  const parts = {
    message: (finding, number) => make(
      "button", { type: "button", class: "message", id: `message-${number + 1}`, tabindex: "-1", "data-go": "" },
      make("span", { class: "unseen" }, `${capital(finding.severity)}: `), finding.message),
    fix: fixButton,
    related(related, finding, number, index) {
      const words = quote(related);
      const hasWords = related.message.includes(words);
      return make(
        "p", { class: "related" },
        make("button", { type: "button", class: "place", tabindex: "-1", "data-related-index": String(index) },
          hasWords ? related.message : `${related.message}: “${words}”`),
        ` (line ${lineOf(related.start) + 1})`);
    },
    tools: () => make("button", { type: "button", class: "ignore", tabindex: "-1", "data-ignore": "", title: "Not shown again until this page closes" }, "Ignore"),
  };

  function cardOf(finding) {
    const { number } = finding;
    const content = JSON.stringify([finding.severity, finding.message, quote(finding), finding.related.map((related) => [quote(related), lineOf(related.start)]), finding.fixes.map((fix) => fix.title)]);
    const old = cards.get(number);
    const line = `line ${lineOf(finding.start) + 1}`;
    if (old?.content === content) {
      const place = old.element.querySelector(".line");
      if (place.textContent !== line) place.textContent = line;
      return old.element;
    }
    const element = card({ ...finding, line: lineOf(finding.start) + 1 }, number, reasons ?? {}, parts);
    element.removeAttribute("tabindex");
    element.querySelector(".message").after(make("p", { class: "quote" }, quote(finding)));
    cards.set(number, { element, content });
    return element;
  }

  /// Draws marks and notes as they are now.
  function draw() {
    const all = visible();
    const inList = all.slice(0, mostCards);
    const ranges = [];
    const add = ({ start, end }, entry) => {
      const last = lineOf(end);
      for (let line = lineOf(start); line <= last; line += 1) {
        const from = Math.max(start - starts[line], 0);
        const to = Math.min(end - starts[line], lines[line].length);
        if (from < to || start === end) (ranges[line] ??= []).push({ start: from, end: to, ...entry });
      }
    };
    for (const finding of inList) {
      add(finding, { finding: finding.number });
      finding.related.forEach((place, related) => add(place, { finding: finding.number, related }));
    }
    under.draw(lines, ranges, known);
    drawList(inList, all.length);
    drawCounts();
    update();
    clearTimeout(holdTimer);
    if (findings.some(isHeld)) holdTimer = setTimeout(draw, stillTyped);
  }

  function drawList(all, count) {
    const focused = list.contains(document.activeElement) ? document.activeElement.closest(".card") : null;
    const place = focused ? [...list.children].indexOf(focused) : -1;
    const wanted = all.map(cardOf);
    const kept = new Set(wanted);
    for (const element of [...list.children]) if (!kept.has(element)) element.remove();
    wanted.forEach((element, index) => {
      if (list.children[index] !== element) list.insertBefore(element, list.children[index] ?? null);
    });
    const numbersShown = new Set(all.map((finding) => finding.number));
    for (const number of cards.keys()) if (!numbersShown.has(number)) cards.delete(number);
    if (active !== null && !numbersShown.has(active)) active = null;
    if (hovered !== null && !numbersShown.has(hovered)) hovered = null;
    // The focus does not get lost with a note: it goes to the one that took its place.
    if (focused && !focused.isConnected) {
      const next = list.children[Math.min(place, list.children.length - 1)];
      if (next) focusCard(Number(next.dataset.findings));
      else area.focus({ preventScroll: true });
    }
    for (const button of list.querySelectorAll(".card:not(.active) button[tabindex='0']")) button.tabIndex = -1;
    const end = by("notes-end");
    const hidden = findings.filter((finding) => !isOpen(finding)).length;
    end.textContent = "";
    if (count > all.length) end.append(`The first ${all.length} of ${counted(count, "finding")} are shown. `);
    if (hidden > 0) {
      const button = make("button", { type: "button" }, "Show them again");
      button.addEventListener("click", () => {
        ignored.clear();
        draw();
      });
      end.append(`${counted(hidden, "finding")} ignored. `, button);
    }
    end.hidden = !end.textContent;
  }

  function drawCounts() {
    const open = findings.filter(isOpen);
    const counts = severities.map((name) => open.filter((finding) => finding.severity === name).length);
    severities.forEach((name, index) => {
      const label = counted(counts[index], name);
      const button = by("severities").children[index];
      if (button.textContent !== label) button.textContent = label;
    });
    const certain = certainFixes().count;
    const button = by("fix-all-button");
    button.textContent = certain > 0 ? `Apply ${counted(certain, "certain fix").replace("fixs", "fixes")}` : "Apply certain fixes";
    button.disabled = certain === 0;
    by("word-count").textContent = counted(under.words, "word");
    by("file-name").textContent = file.name || "Untitled";
    by("start").hidden = text !== "";
    const state = by("state");
    state.textContent = trouble ? "Not checked" : text.trim() === "" ? "" : !isChecked ? state.textContent : open.length > 0 ? "Checked" : "Nothing to mark. Let it stand.";
    const said = severities.map((name, index) => (counts[index] > 0 ? counted(counts[index], name) : "")).filter((part) => part);
    document.title = `${said.length > 0 ? `${said.join(", ")} – ` : ""}Stet`;
    if (isChecked && !trouble) announceCounts(text.trim() === "" ? "" : said.join(", ") || "No findings");
  }

  let countsTimer = 0;
  let countsSaid = "";
  /// Tells the counts once they have been the same for a while, and not while someone types.
  function announceCounts(said) {
    clearTimeout(countsTimer);
    if (said === countsSaid) return;
    countsTimer = setTimeout(() => {
      countsSaid = said;
      announce(said);
    }, 1200);
  }

  function announce(said) {
    by("announcer").textContent = said;
  }

  let frame = 0;
  /// Lights up the finding at hand and puts the notes in their places, once before the next picture.
  function update() {
    if (frame) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      light(sheet, hovered ?? active, active);
      layOut(sheet, active);
      const current = list.querySelector("[aria-current]");
      const next = active === null ? null : cards.get(active)?.element;
      if (current && current.closest(".card") !== next) current.removeAttribute("aria-current");
      next?.querySelector(".message").setAttribute("aria-current", "true");
      // One note takes part in the walk with Tab.
      const tabbed = next ?? list.firstElementChild;
      for (const button of list.querySelectorAll("button[tabindex='0']")) if (!tabbed?.contains(button)) button.tabIndex = -1;
      for (const button of tabbed?.querySelectorAll("button") ?? []) button.tabIndex = 0;
      if (!sheet.classList.contains("settled")) requestAnimationFrame(() => sheet.classList.add("settled"));
    });
  }

  // MARK: The text and the questions about it

  const questions = new Questions("v1/lint", {
    answered(answer, question) {
      const found = places.readAnswer(answer, question.text);
      for (const finding of found) {
        if (!numbers.has(finding.key)) numbers.set(finding.key, numbers.size);
        finding.number = numbers.get(finding.key);
        known[finding.number] = finding;
      }
      findings = found;
      isChecked = true;
      draw();
      if (!reasons) askReasons();
      if (document.activeElement === area) followCaret();
    },
    troubled(problem) {
      if (trouble === null && problem === null) return;
      trouble = problem;
      const box = by("trouble");
      box.hidden = problem === null;
      by("token-form").hidden = !problem?.needsToken;
      by("again-button").hidden = !problem?.isRetried;
      if (problem) {
        const advice = problem.advice || (problem.isRetried ? "Your text stays here; checking goes on as soon as it is back." : "");
        by("trouble-text").textContent = `${problem.message}${/[.!?]$/.test(problem.message) ? "" : "."} ${advice}`;
      }
      sheet.classList.toggle("unchecked", problem !== null);
      drawCounts();
    },
    working() {
      if (!trouble) by("state").textContent = "Checking…";
    },
  });

  /// Why rules are rules, once. Notes do without where it cannot be had.
  async function askReasons() {
    reasons = {};
    reasons = (await questions.get("v1/rules/reasons")) ?? {};
    cards.clear();
    draw();
  }

  function ask(delay) {
    isChecked = false;
    if (isComposing) return;
    if (text.trim() === "") {
      questions.drop();
      isChecked = true;
      questions.troubled(null);
      return;
    }
    // A half of a surrogate pair is no text; it counts one unit like the sign that takes its place.
    questions.ask({ text: text.toWellFormed?.() ?? text, format: by("format").value }, delay);
  }

  function takeText(delay) {
    const next = area.value;
    if (next === text) return;
    const change = places.changeBetween(text, next);
    if (text === "" && !file.isFormatChosen) by("format").value = looksLikeMarkdown(next) ? "markdown" : "plain";
    text = next;
    lines = text.split("\n");
    starts = [];
    let start = 0;
    for (const line of lines) {
      starts.push(start);
      start += line.length + 1;
    }
    findings = findings.filter((finding) => places.move(finding, change, text));
    ask(delay);
    draw();
    // The area is as high as the text under it, so it never scrolls by itself.
    if (area.scrollTop !== 0) area.scrollTop = 0;
  }

  /// Writes into the text as if it were typed, so that undo takes it back. One step.
  function write(start, end, replacement, delay = 0) {
    area.focus({ preventScroll: true });
    area.setSelectionRange(start, end);
    const expected = text.slice(0, start) + replacement + text.slice(end);
    nextDelay = delay;
    const isDone = replacement === "" ? start === end || document.execCommand("delete") : insert(replacement);
    if (!isDone || area.value !== expected) area.setRangeText(replacement, start, area.value.length - (text.length - end), "end");
    takeText(delay);
    nextDelay = undefined;
  }
  function apply(finding, index, { stay = false } = {}) {
    const fix = finding?.fixes[index];
    if (!fix || isComposing) return;
    const place = [...list.children].indexOf(cards.get(finding.number)?.element);
    const { start, end, replacement } = places.joined(fix.edits, text);
    typedAt = 0;
    write(start, end, replacement);
    announce(`Done: ${fix.title}.`);
    countsSaid = "";
    const next = stay ? list.children[Math.min(place, list.children.length - 1)] : null;
    if (next) focusCard(Number(next.dataset.findings));
  }

  function certainFixes() {
    const fixes = findings.filter(isOpen).flatMap((finding) => (finding.fixes[0]?.isCertain ? [finding.fixes[0]] : []));
    return places.compatible(fixes);
  }

  function applyCertain() {
    const { edits, count } = certainFixes();
    if (count === 0) return;
    const { start, end, replacement } = places.joined(edits, text);
    typedAt = 0;
    write(start, end, replacement);
    announce(`${counted(count, "certain fix").replace("fixs", "fixes")} applied.`);
  }

  function ignore(finding) {
    if (!finding) return;
    ignored.add(finding.key);
    draw();
  }

  // MARK: The finding at hand

  const findingOf = (number) => findings.find((finding) => finding.number === number);

  /// The narrowest of the shown findings that a place is in.
  function findingAt(place) {
    let best = null;
    for (const finding of visible()) {
      if (finding.start > place) break;
      if (finding.end >= place && (!best || finding.end - finding.start <= best.end - best.start)) best = finding;
    }
    return best;
  }

  function followCaret() {
    if (isComposing || area.selectionStart !== area.selectionEnd) return;
    const current = active === null ? null : findingOf(active);
    const caret = area.selectionStart;
    // Of several findings at one place the chosen one stays.
    if (current && current.start <= caret && current.end >= caret) return;
    const next = findingAt(caret)?.number ?? null;
    if (next === active) return;
    active = next;
    update();
  }

  function reveal(element) {
    if (!element) return;
    const rect = (element.getClientRects()[0] ?? element.getBoundingClientRect());
    const top = by("severities").closest(".masthead").getBoundingClientRect().bottom;
    if (rect.top < Math.max(top, 0) + 24 || rect.bottom > innerHeight * 0.6 + 40) element.scrollIntoView({ block: "center" });
  }

  /// Takes a finding to hand and goes to its place in the text.
  function goTo(finding) {
    active = finding.number;
    hovered = null;
    area.focus({ preventScroll: true });
    area.setSelectionRange(finding.start, finding.start);
    update();
    requestAnimationFrame(() => reveal(under.mark(finding.number)));
    const all = visible();
    const fix = finding.fixes[0] ? ` Fix: ${finding.fixes[0].title}.` : "";
    announce(`${all.indexOf(finding) + 1} of ${all.length}: ${finding.message}${fix}`);
  }

  function goToRelated(finding, index) {
    const place = finding.related[index];
    if (!place) return;
    active = finding.number;
    area.focus({ preventScroll: true });
    // The finding stays at hand, so that its places stay lit.
    area.setSelectionRange(place.start, place.end);
    update();
    requestAnimationFrame(() => reveal(under.mark(finding.number, index)));
  }

  function step(direction) {
    const all = visible();
    if (all.length === 0) {
      announce("No findings");
      return;
    }
    let index = active === null ? -1 : all.findIndex((finding) => finding.number === active);
    if (index < 0) {
      const caret = area.selectionStart;
      const after = all.findIndex((finding) => finding.start >= caret);
      index = direction > 0 ? (after < 0 ? all.length : after) - 1 : after < 0 ? all.length : after;
    }
    goTo(all[(index + direction + all.length) % all.length]);
  }

  function focusCard(number) {
    const element = cards.get(number)?.element;
    if (!element) return;
    active = number;
    for (const button of element.querySelectorAll("button")) button.tabIndex = 0;
    element.querySelector(".message").focus({ preventScroll: true });
    update();
    requestAnimationFrame(() => reveal(under.mark(number) ?? element));
  }

  // MARK: Files

  function openText(content, name, lineEnd) {
    file = { name, lineEnd, isFormatChosen: true };
    by("format").value = /\.(md|markdown|mdown|mkd)$/i.test(name) ? "markdown" : "plain";
    ignored.clear();
    write(0, text.length, content.replace(/\r\n?/g, "\n"));
    area.setSelectionRange(0, 0);
    scrollTo({ top: 0 });
    draw();
  }

  async function openFiles(chosen) {
    const [first] = chosen;
    if (!first) return;
    if (first.size > largestFile) {
      tell(`${first.name} has ${Math.ceil(first.size / (1 << 20))} MB; this page opens at most ${largestFile >> 20} MB. Check it with \`stet lint\`.`);
      return;
    }
    let decoded;
    try {
      decoded = decode(new Uint8Array(await first.arrayBuffer()));
    } catch {
      tell(`${first.name} cannot be read. Is it a folder?`);
      return;
    }
    if (!decoded) {
      tell(`${first.name} is no text. Open a text or Markdown file.`);
      return;
    }
    openText(decoded.content, first.name, decoded.content.includes("\r\n") ? "\r\n" : "\n");
    if (decoded.isGuessed) tell(`${first.name} is not in UTF-8; it was read as Windows-1252. Look at the accents.`);
    else if (chosen.length > 1) tell(`${first.name} was opened; the other files were not.`);
  }

  let tellTimer = 0;
  /// Says something for a while where the state is shown.
  function tell(message) {
    const notice = by("notice") ?? make("p", { class: "notice", id: "notice", role: "status" });
    notice.textContent = message;
    if (!notice.isConnected) by("trouble").after(notice);
    clearTimeout(tellTimer);
    tellTimer = setTimeout(() => notice.remove(), 10_000);
  }

  async function copyText() {
    const copied = file.lineEnd === "\n" ? text : text.replace(/\n/g, file.lineEnd);
    let isDone = false;
    try {
      await navigator.clipboard.writeText(copied);
      isDone = true;
    } catch {
      // Pages that are not from this machine and not encrypted have no clipboard of their own.
      const { selectionStart, selectionEnd } = area;
      area.focus({ preventScroll: true });
      area.select();
      isDone = document.execCommand("copy");
      area.setSelectionRange(selectionStart, selectionEnd);
    }
    by("copy-button").textContent = isDone ? "Copied" : "Copy text";
    if (isDone) announce("The text is copied.");
    else tell("The browser does not let the page copy. Select the text and copy it yourself.");
    setTimeout(() => (by("copy-button").textContent = "Copy text"), 2000);
  }

  // MARK: What people do

  area.addEventListener("input", (event) => {
    if (nextDelay === undefined) typedAt = /^insert(Text|CompositionText)$/.test(event.inputType ?? "") ? performance.now() : 0;
    takeText(nextDelay);
  });
  area.addEventListener("compositionstart", () => (isComposing = true));
  area.addEventListener("compositionend", () => {
    isComposing = false;
    takeText();
    if (!isChecked) ask();
  });
  area.addEventListener("scroll", () => {
    if (area.scrollTop !== 0) area.scrollTop = 0;
  });
  document.addEventListener("selectionchange", () => {
    if (document.activeElement === area) followCaret();
  });

  let pointerFrame = 0;
  const hover = (number) => {
    if (number === hovered) return;
    hovered = number;
    update();
  };
  area.addEventListener("pointermove", (event) => {
    if (pointerFrame || event.pointerType === "touch") return;
    const { clientX, clientY } = event;
    pointerFrame = requestAnimationFrame(() => {
      pointerFrame = 0;
      const mark = document.elementsFromPoint(clientX, clientY).map((element) => element.closest("#under .mark")).find((found) => found);
      const all = mark?.dataset.findings.split(" ").map(Number) ?? [];
      hover(all.length === 0 || all.includes(active) ? null : all[0]);
      area.style.cursor = mark ? "pointer" : "";
    });
  });
  area.addEventListener("pointerleave", () => hover(null));
  list.addEventListener("mouseover", (event) => {
    const element = event.target.closest(".card");
    hover(element ? Number(element.dataset.findings) : null);
  });
  list.addEventListener("mouseleave", () => hover(null));
  // A note that was chosen when the button goes down would move away before the button comes up.
  let isPressed = false;
  list.addEventListener("pointerdown", () => (isPressed = true));
  for (const kind of ["pointerup", "pointercancel"]) addEventListener(kind, () => (isPressed = false));
  list.addEventListener("focusin", (event) => {
    const element = event.target.closest(".card");
    if (!element || isPressed) return;
    active = Number(element.dataset.findings);
    update();
  });
  list.addEventListener("click", (event) => {
    const element = event.target.closest(".card");
    if (!element) return;
    const finding = findingOf(Number(element.dataset.findings));
    if (!finding) return;
    const button = event.target.closest("button");
    const isByKey = event.detail === 0;
    if (button?.dataset.fix) apply(finding, Number(button.dataset.fix), { stay: isByKey });
    else if (button && "ignore" in button.dataset) ignore(finding);
    else if (button?.dataset.relatedIndex) goToRelated(finding, Number(button.dataset.relatedIndex));
    else goTo(finding);
  });
  list.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey) {
      const key = event.key.toLowerCase();
      if (key !== "z" && key !== "y") return;
      event.preventDefault();
      area.focus({ preventScroll: true });
      document.execCommand(key === "y" || event.shiftKey ? "redo" : "undo");
      return;
    }
    if (event.altKey) return;
    const element = event.target.closest(".card");
    if (!element) return;
    const finding = findingOf(Number(element.dataset.findings));
    const next = { ArrowDown: element.nextElementSibling, ArrowUp: element.previousElementSibling, Home: list.firstElementChild, End: list.lastElementChild };
    if (event.key in next) {
      if (next[event.key]) focusCard(Number(next[event.key].dataset.findings));
    } else if (/^[1-3]$/.test(event.key)) {
      apply(finding, Number(event.key) - 1, { stay: true });
    } else if (event.key === "Delete") {
      ignore(finding);
    } else if (event.key === "?") {
      by("help").showModal();
    } else {
      return;
    }
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || by("help").open) return;
    const arrow = event.altKey && !isMac && !event.ctrlKey && !event.shiftKey ? { ArrowDown: 1, ArrowUp: -1 }[event.key] : undefined;
    if (event.key === "F8" && !event.altKey && !event.ctrlKey && !event.metaKey) {
      step(event.shiftKey ? -1 : 1);
    } else if (arrow) {
      step(arrow);
    } else if (event.altKey && event.key === "Enter") {
      const finding = active === null ? null : findingOf(active);
      if (!finding) return;
      if (finding.fixes.length === 0) announce("This finding has no fix to apply.");
      apply(finding, 0, { stay: list.contains(document.activeElement) });
    } else if (event.key === "Escape" && list.contains(event.target)) {
      const finding = active === null ? null : findingOf(active);
      if (finding) goTo(finding);
      else area.focus();
    } else if (event.key === "Escape" && event.target === area && list.firstElementChild) {
      const after = visible().find((finding) => finding.end >= area.selectionStart);
      focusCard(active ?? after?.number ?? Number(list.firstElementChild.dataset.findings));
    } else {
      return;
    }
    event.preventDefault();
  });

  for (const name of severities) {
    const button = make("button", { type: "button", class: name, "aria-pressed": String(shown.has(name)) });
    button.addEventListener("click", () => {
      if (!shown.delete(name)) shown.add(name);
      button.setAttribute("aria-pressed", String(shown.has(name)));
      draw();
    });
    by("severities").append(button);
  }
  by("format").addEventListener("change", () => {
    file.isFormatChosen = true;
    ask(0);
  });
  by("open-button").addEventListener("click", () => by("file-choice").click());
  by("file-choice").addEventListener("change", () => {
    openFiles([...by("file-choice").files]);
    by("file-choice").value = "";
  });
  by("fix-all-button").addEventListener("click", applyCertain);
  by("copy-button").addEventListener("click", copyText);
  by("help-button").addEventListener("click", () => by("help").showModal());
  by("again-button").addEventListener("click", () => questions.again());
  by("example-button").addEventListener("click", () => {
    file = { name: "", lineEnd: "\n", isFormatChosen: false };
    write(0, text.length, example);
    area.setSelectionRange(0, 0);
    scrollTo({ top: 0 });
  });
  by("token-form").addEventListener("submit", (event) => {
    event.preventDefault();
    questions.token = by("token").value.trim() || null;
    by("token").value = "";
    questions.again();
    area.focus({ preventScroll: true });
  });

  const hasFiles = (event) => event.dataTransfer?.types.includes("Files");
  document.addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
    document.body.classList.add("dropping");
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) document.body.classList.remove("dropping");
  });
  document.addEventListener("drop", (event) => {
    document.body.classList.remove("dropping");
    if (!hasFiles(event)) return;
    event.preventDefault();
    openFiles([...event.dataTransfer.files]);
  });
  addEventListener("resize", update);
  document.fonts?.ready.then(update);

  // MARK: What stays over a reload of the page, and ends with its tab

  addEventListener("pagehide", () => {
    try {
      if (text === "") sessionStorage.removeItem("stet");
      else sessionStorage.setItem("stet", JSON.stringify({ text, file, format: by("format").value, ignored: [...ignored] }));
    } catch {
      // Storage is switched off or too small: a reload then begins anew.
    }
  });

  function begin() {
    const token = /^#token=(.+)$/.exec(location.hash);
    if (token) {
      questions.token = decodeURIComponent(token[1]);
      history.replaceState(null, "", location.pathname);
    }
    if (isMac) for (const element of document.querySelectorAll(".not-mac")) element.remove();
    let kept = null;
    try {
      kept = JSON.parse(sessionStorage.getItem("stet"));
    } catch {
      // Nothing that can be read was kept.
    }
    if (kept?.text) {
      ({ file } = kept);
      area.value = kept.text;
      by("format").value = kept.format;
      file.isFormatChosen = true;
      for (const key of kept.ignored) ignored.add(key);
    }
    draw();
    takeText(0);
  }
  begin();
})();
