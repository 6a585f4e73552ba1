"""axe-core finds nothing serious in any page, light or dark, on a desk or on a phone.

axe-core is MPL-2.0 and comes with the development dependency axe-playwright-python; xlate ships none of it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.comparison.stories import ENGLISH, RUSSIAN, article
from tests.report.test_compare import SOURCE, make_verification
from tests.report.test_side_by_side import make_result
from xlate.comparison import compare_stories
from xlate.glossary.files import SHIPPED, load
from xlate.report.compare import render_compare
from xlate.report.html import render_html
from xlate.report.index import IndexRow, Totals, render_index
from xlate.report.stories import render_html as render_stories

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def story_page() -> str:
    results = [
        article("a.html", "en", ENGLISH, "The Monitor", "2026-11-18"),
        article("b.txt", "ru", RUSSIAN, "Вестник", "2026-11-18"),
        article("c.txt", "en", ENGLISH[:2], "The Post"),
    ]
    return render_stories(compare_stories(results, load([SHIPPED])[0]))


def index_page() -> str:
    rows = [
        IndexRow("a.txt", "ru", "a.ru.report.html", "a.ru.txt", 12, 200, 0.5, 1, 2, 3),
        IndexRow("b.txt", "be", error="cannot be read"),
    ]
    return render_index(rows, Totals(2, 1, 200, (("numbers", "error", 1),)), 1, 2)


PAGES: dict[str, Callable[[], str]] = {
    "compare": lambda: render_compare(make_verification(machine=["Машина"] * len(SOURCE))),
    "stories": story_page,
    "translation": lambda: render_html(make_result(8)),
    "index": index_page,
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_serious(
    browser: Browser, tmp_path: Path, needs_axe: Any, name: str, width: int, scheme: Any
) -> None:
    path = tmp_path / "r.html"
    path.write_text(PAGES[name](), encoding="utf-8")
    page = browser.new_page(color_scheme=scheme, viewport={"width": width, "height": 800})
    page.goto(path.as_uri())
    violations = needs_axe.run(page).response["violations"]
    page.close()
    found = [
        (v["id"], v["impact"], [node["html"][:160] for node in v["nodes"][:4]])
        for v in violations
        if v["impact"] in ("serious", "critical")
    ]
    assert found == []
