"""A real Chromium, and pages opened in it from a file."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from queries.page import page

from .samples import RECORDS

_QUIET = [
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking"),
    *("--no-first-run", "--disable-component-update", "--disable-sync"),
]


class Opened:
    """A page in the browser, with what it said and asked for."""

    def __init__(self, tab: Any, path: Path) -> None:
        self.tab = tab
        self.said: list[str] = []
        self.asked: list[str] = []
        tab.on("console", lambda message: self.said.append(message.text))
        tab.on("pageerror", lambda error: self.said.append(str(error)))
        tab.on("dialog", lambda dialog: self.said.append("dialog"))
        tab.on("request", lambda request: self.asked.append(request.url))
        tab.goto(path.as_uri())

    def click_pair(self, key: str) -> None:
        point = self.tab.evaluate("key => bilateral.positions().pairs[key]", key)
        self.tab.mouse.click(point["x"], point["y"])

    def click_actor(self, code: str) -> None:
        point = self.tab.evaluate("code => bilateral.positions().actors[code]", code)
        self.tab.mouse.click(point["x"], point["y"])

    def drawn(self) -> set[str]:
        return set(self.tab.evaluate("Object.keys(bilateral.positions().pairs)"))

    def panel(self) -> str:
        text: str = self.tab.inner_text("#panel")
        return text


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    path = Path(os.environ.get("BILATERAL_CHROMIUM", "/usr/bin/chromium"))
    if not path.exists():
        pytest.skip(f"no Chromium at {path}; install it or set BILATERAL_CHROMIUM")
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=str(path), args=_QUIET)
        yield browser
        browser.close()


@pytest.fixture
def show(chromium: Any, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Write a page and open it: ``show(records, width=..., height=..., dark=..., title=...)``."""
    contexts = []

    def opened(
        records: Any = RECORDS,
        width: int = 1400,
        height: int = 900,
        dark: bool = False,
        **more: Any,
    ) -> Opened:
        path = tmp_path / "relations.html"
        path.write_text(page(records, **more), encoding="utf-8")
        scheme = "dark" if dark else "light"
        size = {"width": width, "height": height}
        contexts.append(chromium.new_context(viewport=size, color_scheme=scheme))
        return Opened(contexts[-1].new_page(), path)

    yield opened
    for context in contexts:
        context.close()
