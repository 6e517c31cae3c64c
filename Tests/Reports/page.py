"""Uses the HTML report as readers do, in a headless Chromium, and takes pictures to look at.

    page.py PAGE JSON_REPORT FOLDER_FOR_PICTURES
"""
import json
import pathlib
import shutil
import sys

from playwright.sync_api import sync_playwright

page_file, json_file, pictures = map(pathlib.Path, sys.argv[1:4])
copy = pictures / "report.html"
shutil.copyfile(page_file, copy)
files = [f for f in json.loads(json_file.read_text("utf-8"))["files"] if f["diagnostics"]]
done = 0


def check(condition, message):
    global done
    done += 1
    if not condition:
        sys.exit(f"not ok: {message}")


with sync_playwright() as driver:
    browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])

    def open_page(width, height, scheme="light", place=""):
        page = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme).new_page()
        page.on("console", lambda message: sys.exit(f"not ok: the page says: {message.text}"))
        page.on("pageerror", lambda error: sys.exit(f"not ok: the page fails: {error}"))
        page.on("request", lambda r: r.url.startswith("file:") or sys.exit(f"not ok: the page asks for {r.url}"))
        page.goto(copy.as_uri() + place)
        page.wait_for_timeout(200)
        return page

    page = open_page(1440, 1000)
    check(page.evaluate("window.cracked") is None, "a text ran as a script")
    check(page.locator("#file-list li").count() == len(files), "files are missing in the list")
    page.screenshot(path=pictures / "light.png")

    # Each mark holds the words that the finding is about.
    for number, file in enumerate(files):
        page.goto(copy.as_uri() + f"#file-{number + 1}")
        data = pathlib.Path(file["path"]).read_bytes()
        for index, diagnostic in enumerate(file["diagnostics"]):
            wanted = data[diagnostic["range"]["start"] : diagnostic["range"]["end"]]
            if diagnostic["severity"] == "note" or not wanted.isascii() or not wanted.decode().isprintable():
                continue
            marks = page.locator(f'.mark[data-findings~="{index}"]').all_text_contents()
            text = "".join(marks)
            check(" ".join(text.split()) in " ".join(wanted.decode().replace("*", "").split()) and text, f"{file['path']}: {wanted} is marked as {marks}")
            check(page.locator(f"#note-{index + 1}").inner_text().startswith(diagnostic["message"][:20]), "no note")

    # Hovering lights up what the message speaks of.
    number = next(n for n, f in enumerate(files) if any(d["related"] for d in f["diagnostics"]))
    index = next(i for i, d in enumerate(files[number]["diagnostics"]) if d["related"])
    page = open_page(1440, 1000, place=f"#file-{number + 1}")
    check(page.locator(".lit").count() == 0, "something is lit without a reason")
    page.hover(f'.mark[data-findings~="{index}"]')
    check(page.locator(".lit").count() > 0, "nothing is lit on hover")
    page.screenshot(path=pictures / "hover.png")
    page.mouse.move(5, 5)
    check(page.locator(".lit").count() == 0, "what was lit stays lit")

    # Keys.
    page.keyboard.press("j")
    check(page.evaluate("document.activeElement.classList.contains('mark')"), "j gives no focus")
    check(page.locator(".card.active").count() == 1, "j shows no note")
    check(page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none", "the focus is not seen")
    first = page.evaluate("location.hash")
    page.keyboard.press("ArrowDown")
    check(page.evaluate("location.hash") != first, "the arrow goes nowhere")
    page.keyboard.press("k")
    check(page.evaluate("location.hash") == first, "k does not go back")
    page.keyboard.press("Escape")
    check(page.locator(".active").count() == 0, "Esc lets nothing go")
    page.keyboard.press("]")
    check(page.evaluate("location.hash") == f"#file-{number + 2}", "] opens no file")
    page.keyboard.press("?")
    check(page.locator("#help").is_visible(), "? opens nothing")
    page.keyboard.press("Escape")
    for _ in range(60):
        page.keyboard.press("j")
    check(page.evaluate("location.hash").startswith(f"#file-{len(files)}."), "j does not walk to the last file")

    # Filters.
    page = open_page(1440, 1000, place="#file-1")
    before = page.locator(".card").count()
    page.select_option("#rule-filter", "doubled-word")
    check(0 < page.locator(".card").count() < before, "the rule filters nothing")
    check(set(page.locator(".card .about span:first-of-type").all_text_contents()) == {"doubled-word"}, "other rules are left")
    page.screenshot(path=pictures / "filter.png")
    page.select_option("#rule-filter", "")
    page.click("#severities .error")
    check(page.locator(".card.error").count() == 0, "errors are left")

    # Notes stand beside on wide pages without one covering another, below their block on narrow ones.
    page = open_page(1440, 1000, "dark", "#file-1.2")
    boxes = sorted((c.bounding_box() for c in page.locator(".card").all()), key=lambda box: box["y"])
    check(all(a["y"] + a["height"] <= b["y"] for a, b in zip(boxes, boxes[1:])), "notes cover one another")
    text = page.locator(".text p").first.bounding_box()
    check(all(box["x"] >= text["x"] + text["width"] for box in boxes), "notes cover the text")
    page.screenshot(path=pictures / "dark.png")
    page = open_page(400, 900)
    check(page.evaluate("document.documentElement.scrollWidth") <= 400, "the narrow page is too wide")
    note = page.locator(".card").first.bounding_box()
    mark = page.locator(".mark").first.bounding_box()
    check(note["y"] > mark["y"] + mark["height"] and note["x"] < 60, "notes do not stand below")
    page.screenshot(path=pictures / "narrow.png")

    # Everything that can be used has a name, and every mark its message.
    nameless = page.evaluate(
        """[...document.querySelectorAll('a, button, select, input')].filter(e =>
          !(e.textContent.trim() || e.getAttribute('aria-label') || e.labels?.[0]?.textContent.trim())).length"""
    )
    check(nameless == 0, f"{nameless} controls have no name")
    lost = page.evaluate(
        """[...document.querySelectorAll('.mark')].filter(e =>
          e.getAttribute('aria-describedby').split(' ').some(id => !document.getElementById(id))).length"""
    )
    check(lost == 0, f"{lost} marks have no message")
    check(page.evaluate("document.querySelectorAll('[style*=\"color\"], [onclick]').length") == 0, "inline handlers")
    browser.close()
print(f"page: {done} checks")
