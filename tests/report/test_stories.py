"""The story page in a real browser: complete, safe, readable without script and on a phone; and its other formats."""

from __future__ import annotations

import json
import re
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.comparison.stories import ENGLISH, RUSSIAN, article
from tests.report.watching import assert_at, complaints_of
from xlate.comparison import Extent, StoryComparison, compare_stories
from xlate.glossary.files import SHIPPED, load
from xlate.report.stories import SCHEMA, render_html, render_json, render_markdown, render_stories

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HOSTILE = '<script>document.title = "hacked"</script><img src=x onerror=alert(1)> & "quotes" | pipe'


@pytest.fixture(scope="module")
def story() -> StoryComparison:
    results = [
        article("a.html", "en", [*ENGLISH, (HOSTILE, HOSTILE)], "The <b>Monitor</b>", "2026-11-18"),
        article("b.txt", "ru", RUSSIAN, "Вестник", "2026-11-18"),
        article("c.txt", "en", ENGLISH[:2], "The Post"),
    ]
    return compare_stories(results, load([SHIPPED])[0])


def open_page(browser: Browser, folder: Path, story: StoryComparison, **options: Any) -> tuple[Page, list[str]]:
    path = folder / "r.html"
    path.write_text(render_html(story), encoding="utf-8")
    page = browser.new_page(**options)
    complaints = complaints_of(page)
    page.goto(path.as_uri())
    return page, complaints


def test_every_cluster_is_a_row_with_a_mark_for_each_outlet(
    browser: Browser, tmp_path: Path, story: StoryComparison
) -> None:
    page, complaints = open_page(browser, tmp_path, story)
    assert page.locator(".matrix tr[id]").count() == len(story.clusters)
    for number, cluster in enumerate(story.clusters, 1):
        marks = page.locator(f"#s{number} td.mark")
        assert [bool(text.strip()) for text in marks.all_inner_texts()] == [
            i in cluster.articles for i in range(len(story.articles))
        ]
    assert complaints == []
    page.close()


def test_no_script_of_an_article_runs(browser: Browser, tmp_path: Path, story: StoryComparison) -> None:
    page, complaints = open_page(browser, tmp_path, story)
    assert "hacked" not in page.title()
    assert page.locator("img").count() == 0
    assert page.locator("script").count() == 1
    assert '<script>document.title = "hacked"</script>' in page.locator("#unique ~ .unique").inner_text()
    assert "The <b>Monitor</b>" in page.locator("header").inner_text()
    assert complaints == []
    page.close()


def test_differences_lead_to_their_statement(browser: Browser, tmp_path: Path, story: StoryComparison) -> None:
    page, _ = open_page(browser, tmp_path, story)
    table = page.locator(".differences").first
    assert "2.5 million roubles" in table.inner_text()
    assert "3 миллиона рублей" in table.inner_text()
    table.locator("a").first.click()
    assert page.locator("tr:target td.statement").count() == 1
    page.close()


def test_the_header_of_the_matrix_stays_in_sight(browser: Browser, tmp_path: Path) -> None:
    many = [article(f"{n}.txt", "en", [(f"{n} saw {i}00 geese.",) * 2 for i in range(60)]) for n in ("Ann", "Bob")]
    page, _ = open_page(browser, tmp_path, compare_stories(many, load([SHIPPED])[0]))
    page.evaluate("document.getElementById('s60').scrollIntoView({ behavior: 'instant' })")
    assert page.locator(".matrix thead th").last.evaluate("cell => Math.abs(cell.getBoundingClientRect().top) < 2")
    page.close()


@pytest.mark.parametrize("width", [360, 768, 1400])
def test_no_sideways_scrolling(browser: Browser, tmp_path: Path, story: StoryComparison, width: int) -> None:
    page, _ = open_page(browser, tmp_path, story, viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.close()


def test_readable_without_script_and_dark(browser: Browser, tmp_path: Path, story: StoryComparison) -> None:
    page, _ = open_page(browser, tmp_path, story, java_script_enabled=False, color_scheme="dark")
    assert page.locator(".matrix tr[id]").count() == len(story.clusters)
    page.locator(".matrix summary").first.click()
    assert page.locator(".matrix .said").first.is_visible()
    page.close()


def test_page_is_one_file_with_a_strict_policy(story: StoryComparison) -> None:
    page = render_html(story)
    assert "default-src 'none'" in page
    assert not re.search(r'(src|href)="(?!#)', page)


def test_bars_show_the_shares(story: StoryComparison) -> None:
    page = render_html(story)
    for number in range(len(story.articles)):
        for extent in Extent:
            assert f'width="{round(100 * story.share(number, extent), 2)}"' in page


def test_json_holds_every_statement_once(story: StoryComparison) -> None:
    content = json.loads(render_json(story))
    assert content["schema"] == SCHEMA
    said = [(s["article"], s["number"]) for cluster in content["clusters"] for s in cluster["statements"]]
    assert sorted(said) == sorted(statement.key for statement in story.statements)
    assert HOSTILE in [s["text"] for cluster in content["clusters"] for s in cluster["statements"]]


def test_markdown_tables_survive_hostile_text(story: StoryComparison) -> None:
    text = render_markdown(story)
    assert "<script>" not in text.replace("\\<", "")
    matrix = text.split("## Who reports what")[1].split("## Only in")[0].strip().splitlines()
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in matrix} == {2 + 2 + len(story.articles) - 1}


def test_keys_filters_and_search(browser: Browser, tmp_path: Path, story: StoryComparison) -> None:
    page, complaints = open_page(browser, tmp_path, story)
    differing = [number for number, cluster in enumerate(story.clusters, 1) if cluster.conflicts]
    page.keyboard.press("n")
    assert_at(page, f"s{differing[0]}")
    page.keyboard.press("Escape")
    page.locator("input[value=one]").check()
    wanted = {f"s{n}" for n, cluster in enumerate(story.clusters, 1) if story.extent(cluster) is Extent.ONE}
    shown = page.eval_on_selector_all("tr[data-severity]", "rows => rows.filter(r => !r.hidden).map(r => r.id)")
    assert set(shown) == wanted
    assert page.locator("tbody.all").is_hidden()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.type("nowhere in the text")
    assert page.locator("#none").is_visible()
    assert complaints == []
    page.close()


def test_the_spreadsheet_has_each_article_in_its_own_words(story: StoryComparison) -> None:
    from openpyxl import load_workbook

    content = render_stories(story, "xlsx")
    assert isinstance(content, bytes)
    rows = list(load_workbook(BytesIO(content)).worksheets[0].iter_rows(values_only=True))
    assert len(rows) == 1 + len(story.clusters)
    told = " ".join(str(cell) for row in rows for cell in row if cell)
    assert all(statement.text in told for statement in story.statements if statement.text != HOSTILE)
    assert "3 миллиона рублей" in told
