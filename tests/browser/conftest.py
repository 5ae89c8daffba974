"""One browser for all tests here; where there is none, each of them says so and does not run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browser.driver import AXE, Browser, programs

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Headless Chromium, started once."""
    found = programs()
    if found is None:
        pytest.skip(
            "tests/browser did not run: no chromium with its chromedriver here (docs/decisions/0012-browser-tests.md)"
        )
    browser = Browser(found, tmp_path_factory.mktemp("chromium"))
    yield browser
    browser.close()


@pytest.fixture
def accessible(chromium: Browser) -> Browser:
    """The browser, where there is an accessibility engine to check with."""
    if not AXE.is_file():
        pytest.skip(f"no accessibility rule was checked in tests/browser: there is no axe-core at {AXE}")
    return chromium
