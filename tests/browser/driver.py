"""A real browser to look at pages with, and what it saw while it did."""

from __future__ import annotations

import json
import os
from base64 import b64decode
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING, Any, NamedTuple

from selenium.webdriver import Chrome, ChromeOptions, ChromeService
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.command import Command

if TYPE_CHECKING:
    from selenium.webdriver.remote.webelement import WebElement

ROOT = Path(__file__).resolve().parents[2]
AXE = Path(os.environ.get("ARCHIVIST_AXE") or ROOT / ".venv" / "node" / "node_modules" / "axe-core" / "axe.min.js")
"""The accessibility engine; `.ci/run` installs it there."""

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--no-default-browser-check",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions",
    "--disable-dev-shm-usage", "--hide-scrollbars", "--force-device-scale-factor=1", "--lang=en",
)  # fmt: skip
PHONE, TABLET, DESK = 360, 768, 1280
"""The widths that pages are looked at, in CSS pixels."""


class Programs(NamedTuple):
    """The browser and its driver on this machine."""

    browser: str
    driver: str


def programs() -> Programs | None:
    """Chromium and its driver, from $ARCHIVIST_CHROMIUM and $ARCHIVIST_CHROMEDRIVER or the path; None without both."""
    browser = os.environ.get("ARCHIVIST_CHROMIUM") or which("chromium") or which("chromium-browser")
    driver = os.environ.get("ARCHIVIST_CHROMEDRIVER") or which("chromedriver")
    return Programs(browser, driver) if browser and driver else None


class Browser:
    """Headless Chromium. Close it."""

    def __init__(self, found: Programs, folder: Path) -> None:
        options = ChromeOptions()
        options.binary_location = found.browser
        for flag in (*FLAGS, f"--user-data-dir={folder / 'profile'}"):
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        service = ChromeService(executable_path=found.driver, log_output=str(folder / "driver.log"))
        self.chrome = Chrome(options=options, service=service)

    def close(self) -> None:
        self.chrome.quit()

    def open(  # noqa: PLR0913  # how a page can be looked at
        self,
        page: Path,
        *,
        place: str = "",
        width: int = DESK,
        dark: bool = False,
        paper: bool = False,
        scripts: bool = True,
    ) -> None:
        """Show a file at a width, in a colour scheme, on screen or as on paper, with or without JavaScript."""
        self._tell("Emulation.setScriptExecutionDisabled", value=not scripts)
        self._tell(
            "Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=width <= PHONE
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        calm = {"name": "prefers-reduced-motion", "value": "reduce"}
        self._tell("Emulation.setEmulatedMedia", media="print" if paper else "", features=[scheme, calm])
        self.chrome.get("about:blank")
        self.console()
        self.requests()
        self.chrome.get(page.resolve().as_uri() + place)

    def console(self) -> list[str]:
        """What the browser has complained of since it was asked last."""
        return [entry["message"] for entry in self._log("browser")]

    def requests(self) -> list[str]:
        """The addresses that were asked for since this was called last, the page's own among them.

        What a page's policy refused was never asked for.
        """
        messages = [json.loads(entry["message"])["message"] for entry in self._log("performance")]
        events = [(message["method"], message["params"]) for message in messages]
        refused = {
            told["requestId"]
            for method, told in events
            if method == "Network.loadingFailed" and told.get("blockedReason") == "csp"
        }
        sent = [told for method, told in events if method == "Network.requestWillBeSent"]
        return [told["request"]["url"] for told in sent if told["requestId"] not in refused]

    def run(self, script: str, *arguments: object) -> Any:  # noqa: ANN401  # whatever the script returns
        """The value of a script's `return`, run from outside of the page: no policy of the page's forbids it."""
        return self.chrome.execute_script(script, *arguments)

    def find(self, selector: str) -> WebElement:
        return self.chrome.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector: str) -> list[WebElement]:
        return self.chrome.find_elements(By.CSS_SELECTOR, selector)

    def press(self, *keys: str) -> None:
        """Keys one after the other, as a reader without a mouse presses them."""
        for key in keys:
            ActionChains(self.chrome).send_keys(key).perform()

    def focused(self) -> WebElement:
        return self.chrome.switch_to.active_element

    def shown(self, selector: str) -> list[bool]:
        """Of every element of that selector whether it is shown, by what the browser itself says."""
        script = "return [...document.querySelectorAll(arguments[0])].map(e => e.checkVisibility())"
        found: list[bool] = self.run(script, selector)
        return found

    def seen(self, selector: str) -> bool:
        """Whether the first element of that selector is shown and lies in the part of the page that is in view."""
        script = """
            const box = document.querySelector(arguments[0])?.getBoundingClientRect();
            return Boolean(box && box.width && box.bottom > 0 && box.top < innerHeight);
        """
        return bool(self.run(script, selector))

    def overflow(self) -> list[str]:
        """What makes the page wider than the window: nothing where there is nothing to scroll to."""
        script = """
            const page = document.documentElement;
            if (page.scrollWidth <= page.clientWidth) return [];
            const guilty = [...document.querySelectorAll('body *')]
                .filter(e => e.scrollWidth > e.clientWidth || e.getBoundingClientRect().right > page.clientWidth + 1)
                .map(e => e.tagName + '.' + e.getAttribute('class') + ': ' + e.textContent.slice(0, 60));
            return [`${page.scrollWidth} in a window of ${page.clientWidth}`, ...guilty];
        """
        found: list[str] = self.run(script)
        return found

    def violations(self) -> list[str]:
        """What axe-core finds wrong with the page as it is shown now, one line a rule."""
        if not self.run("return Boolean(window.axe)"):
            self.run(AXE.read_text(encoding="utf-8"))
        found = self.chrome.execute_async_script(
            "const done = arguments[0]; axe.run(document, {resultTypes: ['violations']}).then(r => done(r.violations))"
        )
        return [f"{one['id']}: {one['help']}: {[node['html'] for node in one['nodes']][:3]}" for one in found]

    def told(self) -> list[str]:
        """The words of the page in the order in which a screen reader comes upon them."""
        found = self.chrome.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
        nodes = {node["nodeId"]: node for node in found}
        words, left = [], [found[0]["nodeId"]]
        while left:
            node = nodes[left.pop()]
            left += reversed([child for child in node.get("childIds", []) if child in nodes])
            if node.get("role", {}).get("value") == "StaticText" and node["name"]["value"].strip():
                words.append(node["name"]["value"].strip())
        return words

    def picture(self, path: Path, *, whole: bool = True) -> None:
        """A PNG of the page, to its end or as far as the window goes."""
        shot = self.chrome.execute_cdp_cmd("Page.captureScreenshot", {"captureBeyondViewport": whole})
        path.write_bytes(b64decode(shot["data"]))

    def pages_on_paper(self) -> int:
        """How many sheets of A4 the page takes."""
        sheet = {"paperWidth": 8.27, "paperHeight": 11.69}
        data = b64decode(self.chrome.execute_cdp_cmd("Page.printToPDF", sheet)["data"])
        return data.count(b"/Type /Page\n")

    def _log(self, kind: str) -> list[dict[str, Any]]:
        entries: list[dict[str, Any]] = self.chrome.execute(Command.GET_LOG, {"type": kind})["value"]
        return entries

    def _tell(self, command: str, **arguments: object) -> None:
        self.chrome.execute_cdp_cmd(command, arguments)
