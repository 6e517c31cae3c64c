"""A headless Chromium with the page in it, and what is looked at in every test: that it asks nobody but its server."""
import contextlib
import shutil
import sys

from playwright.sync_api import sync_playwright

done = 0


def check(condition, message):
    global done
    done += 1
    if not condition:
        sys.exit(f"not ok: {message}")


class Desk:
    """The page as an editor uses it."""

    def __init__(self, browser, address, width=1440, height=900, scheme="light", can_fail=False, **options):
        self.address = address
        self.context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, bypass_csp=False, **options)
        self.page = page = self.context.new_page()
        page.set_default_timeout(15_000)
        self.asked = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("pageerror", lambda error: sys.exit(f"not ok: the page fails: {error}"))
        if not can_fail:
            page.on("console", lambda message: sys.exit(f"not ok: the page says: {message.text}"))
        page.goto(address)

    def close(self):
        origin = self.address.split("#")[0]
        others = [url for url in self.asked if not url.startswith((origin, "data:"))]
        check(not others, f"the page asks others: {others[:3]}")
        self.context.close()

    @property
    def text(self):
        return self.page.input_value("#article")

    def paste(self, text):
        """As a paste would do it, in one step."""
        self.page.focus("#article")
        self.page.keyboard.insert_text(text)

    def settle(self, state="Checked|Nothing to mark"):
        """Waits until the findings are about the text as it stands."""
        self.page.wait_for_function(
            "s => new RegExp(s).test(document.getElementById('state').textContent)", arg=state)

    def marks(self):
        """The marked words, by the number of the finding."""
        return self.page.evaluate(
            """() => {
              const found = {};
              for (const mark of document.querySelectorAll("#under .mark"))
                for (const number of mark.dataset.findings.split(" "))
                  found[number] = (found[number] ?? "") + mark.textContent;
              return Object.values(found);
            }""")

    def cards(self):
        return self.page.locator(".card .message").all_text_contents()

    def count(self, severity):
        return int(self.page.inner_text(f"#severities .{severity}").split()[0])

    def drop(self, name, content, encoding="utf-8"):
        data = list(content.encode(encoding) if isinstance(content, str) else content)
        self.page.evaluate(
            """([name, data]) => {
              const transfer = new DataTransfer();
              transfer.items.add(new File([new Uint8Array(data)], name));
              for (const kind of ["dragover", "drop"]) {
                const event = new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: transfer });
                document.getElementById("article").dispatchEvent(event);
              }
            }""", [name, data])
        self.page.wait_for_function("n => document.getElementById('file-name').textContent === n", arg=name)


@contextlib.contextmanager
def chromium():
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()
