"""The side-by-side page in a real browser: complete, safe, readable without script, on a phone and on paper."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.report.watching import assert_at, complaints_of
from xlate.model import (
    Block,
    BlockKind,
    Detection,
    Document,
    Finding,
    Leg,
    Metadata,
    Origin,
    RemovedBlock,
    Route,
    Segment,
    Severity,
    Signature,
    Span,
    Suggestion,
    TermHit,
    TermStatus,
    TranslationResult,
    TranslationUnit,
)
from xlate.report.html import Mark, marks, render_html

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HOSTILE = '<script>document.title = "hacked"</script><img src=x onerror=alert(1)> & "quotes"'


def make_result(n_paragraphs: int = 3, target: str = "be") -> TranslationResult:
    route = Route((Leg("en", target, "argos", "xlate-0.1"),))
    texts = ["Ferry returns to the Dnieper", HOSTILE, *(f"Sentence {i} names 46 people." for i in range(n_paragraphs))]
    kinds = [BlockKind.TITLE, BlockKind.QUOTE, *[BlockKind.PARAGRAPH] * n_paragraphs]
    blocks = tuple(Block(kind, text) for kind, text in zip(kinds, texts, strict=True))
    findings = {2: (Finding("numbers", Severity.ERROR, "46 is missing", Span(17, 19), Span(0, 4)),)}
    terms = {
        0: (
            TermHit("Dnieper", "Днепр", TermStatus.REPAIRED, Span(21, 28), Span(29, 36), 'put "right" <here>', "place"),
            TermHit("Ferry", "Паром", TermStatus.VIOLATED, Span(0, 5), None, "nothing answers to it", "other"),
        )
    }
    units = tuple(
        TranslationUnit(
            Segment(i, Span(0, len(text)), text, "en"),
            f"Сказ {i}: {text}",
            Origin.MACHINE,
            route,
            0.5,
            findings.get(i, ()),
            terms.get(i, ()),
        )
        for i, text in enumerate(texts)
    )
    removed = (RemovedBlock(1, Block(BlockKind.PARAGRAPH, "Subscribe <b>now</b>"), "newsletter promotion"),)
    metadata = Metadata(title=texts[0], author="Hanna Marchuk", date="2026-11-23", outlet="The River Post")
    document = Document("ferry.html", "html", (*blocks, Block(BlockKind.VERBATIM, "x < y")), metadata, removed)
    signature = Signature.of({"xlate": "0.1.0", "route": route})
    return TranslationResult(document, Detection("en", 0.98, method="langdetect"), target, units, signature)


def test_what_the_memory_has_of_a_similar_segment_stands_beside_the_machines_text() -> None:
    made = make_result(1)
    similar = Suggestion("Ferry comes <back>", "Паром <вяртаецца>", 0.81, "reviewed", stale=True)
    page = render_html(replace(made, units=(replace(made.units[0], suggestion=similar), *made.units[1:])))
    assert "81 % alike, reviewed, from an earlier model" in page
    assert "Ferry comes &lt;back&gt;" in page
    assert 'lang="be" dir="ltr">Паром &lt;вяртаецца&gt;</span>' in page
    assert "alike" not in render_html(made)


def test_the_page_says_so_where_the_model_is_unsure() -> None:
    made = make_result()
    fine = replace(made, units=tuple(replace(unit, findings=()) for unit in made.units))
    weak = replace(fine, units=tuple(replace(unit, score=0.4) for unit in fine.units))
    assert "take it for the gist" not in render_html(fine)
    assert "The checks of form found nothing." in render_html(fine)
    assert "take it for the gist. The checks of form found nothing." in render_html(weak)
    worse = replace(made, units=tuple(replace(unit, score=0.4) for unit in made.units))
    assert "take it for the gist. 1 of 5 segments needs a look." in render_html(worse)


def open_page(browser: Browser, path: Path, result: TranslationResult, **options: Any) -> tuple[Page, list[str]]:
    path.write_text(render_html(result), encoding="utf-8")
    page = browser.new_page(**options)
    complaints = complaints_of(page)
    page.goto(path.as_uri())
    return page, complaints


def test_every_segment_stands_beside_its_translation(browser: Browser, tmp_path: Path) -> None:
    result = make_result()
    page, complaints = open_page(browser, tmp_path / "r.html", result)
    rows = page.locator(".pair")
    assert rows.count() == len(result.units)
    for i, unit in enumerate(result.units):
        assert rows.nth(i).is_visible()
        assert rows.nth(i).locator(".source").inner_text() == unit.source
        assert rows.nth(i).locator(".target").inner_text().startswith(unit.target)
    assert complaints == []
    page.close()


def test_article_markup_is_shown_not_run(browser: Browser, tmp_path: Path) -> None:
    page, complaints = open_page(browser, tmp_path / "r.html", make_result())
    assert "hacked" not in page.title()
    assert page.locator("img").count() == 0
    assert page.locator("script").count() == 1
    assert '<script>document.title = "hacked"</script>' in page.locator("#s2 .source").inner_text()
    assert complaints == []
    page.close()


def test_findings_come_first_and_lead_to_their_segment(browser: Browser, tmp_path: Path) -> None:
    page, _ = open_page(browser, tmp_path / "r.html", make_result(60))
    flags = page.locator(".flags")
    assert page.locator(".tiles .error").inner_text() == "1 with errors"
    assert "46 is missing" in flags.inner_text()
    flags.locator("a").first.click()
    assert_at(page, "s3")
    assert page.locator("#s3").evaluate("row => row.getBoundingClientRect().top < innerHeight")
    assert page.locator("#s3 .source mark.error").inner_text() == "46"
    page.close()


def test_boilerplate_is_folded_with_its_reason(browser: Browser, tmp_path: Path) -> None:
    page, _ = open_page(browser, tmp_path / "r.html", make_result())
    assert not page.locator(".removed dl").is_visible()
    page.locator(".removed summary").click()
    assert "newsletter promotion" in page.locator(".removed").inner_text()
    assert "Subscribe <b>now</b>" in page.locator(".removed").inner_text()
    page.close()


def test_header_names_the_article_and_foot_the_signature(browser: Browser, tmp_path: Path) -> None:
    page, _ = open_page(browser, tmp_path / "r.html", make_result())
    head = page.locator("header").inner_text()
    assert all(text in head for text in ("Ferry returns", "The River Post", "Hanna Marchuk", "en-be [argos:xlate-0.1]"))
    assert "0.1.0" in page.locator("footer").inner_text()
    page.close()


@pytest.mark.parametrize("width", [360, 768, 1400])
def test_no_sideways_scrolling(browser: Browser, tmp_path: Path, width: int) -> None:
    page, _ = open_page(browser, tmp_path / "r.html", make_result(), viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.close()


def test_readable_without_script_and_dark(browser: Browser, tmp_path: Path) -> None:
    page, _ = open_page(browser, tmp_path / "r.html", make_result(), java_script_enabled=False, color_scheme="dark")
    assert page.locator(".pair").count() == 5
    assert not page.locator(".tools").is_visible()
    page.close()


def test_right_to_left_target(browser: Browser, tmp_path: Path) -> None:
    page, _ = open_page(browser, tmp_path / "r.html", make_result(target="ar"))
    assert page.locator("#s1 .target").get_attribute("dir") == "rtl"
    assert page.locator("#s1 .source").get_attribute("dir") == "ltr"
    page.close()


def test_marks_joined_are_the_text() -> None:
    spans = [(Span(0, 4), Severity.WARNING), (Span(2, 6), Severity.ERROR), (Span(5, 99), Severity.INFO)]
    found = marks("abcdefgh", spans)
    assert "".join(mark.text for mark in found) == "abcdefgh"
    assert found[:3] == (Mark("ab", "warning"), Mark("cd", "error"), Mark("e", "error"))


def test_names_are_marked_with_what_became_of_them(browser: Browser, tmp_path: Path) -> None:
    page, complaints = open_page(browser, tmp_path / "r.html", make_result())
    source, target = page.locator("#s1 .source .term"), page.locator("#s1 .target .term")
    assert source.all_inner_texts() == ["Ferry", "Dnieper"]
    assert target.all_inner_texts() == ["Dnieper"]
    assert source.nth(0).get_attribute("class") == "term violated"
    assert target.nth(0).get_attribute("class") == "term repaired"
    assert target.nth(0).get_attribute("title") == 'Dnieper: Днепр, repaired (put "right" <here>)'
    assert "Names of the glossary: 2, 1 repaired, 1 violated" in page.locator(".flags").inner_text()
    assert complaints == []
    page.close()


def test_a_page_without_names_does_not_speak_of_them() -> None:
    result = make_result()
    bare = replace(result, units=tuple(replace(unit, terms=()) for unit in result.units))
    assert "Names of the glossary" not in render_html(bare)
    assert 'title="Dnieper' not in render_html(bare)


def test_a_name_with_a_finding_shows_both() -> None:
    hit = TermHit("bc", "x", TermStatus.SATISFIED, Span(1, 3))
    found = marks("abcd", [(Span(2, 4), Severity.ERROR)], [(Span(1, 3), hit)])
    assert [(mark.text, mark.severity, mark.term) for mark in found] == [
        ("a", "", ""), ("b", "", "satisfied"), ("c", "error", "satisfied"), ("d", "error", ""),
    ]  # fmt: skip


def test_page_is_one_file_with_a_strict_policy() -> None:
    page = render_html(make_result())
    assert "default-src 'none'" in page
    assert "unsafe" not in page.split("<style>")[0]
    assert not re.search(r'(src|href)="(?!#)', page)


def test_keys_filters_and_search(browser: Browser, tmp_path: Path) -> None:
    page, complaints = open_page(browser, tmp_path / "r.html", make_result(60))
    page.keyboard.press("n")
    assert_at(page, "s3")
    page.keyboard.press("j")
    assert_at(page, "s4")
    page.locator("input[value=error]").check()
    assert page.locator(".pair:not([hidden])").count() == 1
    page.keyboard.press("Escape")
    page.locator("#kinds summary").click()
    page.locator("input[value=term-violated]").check()
    assert page.locator(".pair:not([hidden])").get_attribute("id") == "s1"
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.type("sentence 41")
    assert page.locator(".pair:not([hidden])").count() == 1
    assert complaints == []
    page.close()


def test_the_strip_shows_where_findings_are(browser: Browser, tmp_path: Path) -> None:
    page, _ = open_page(browser, tmp_path / "r.html", make_result(60))
    assert page.locator(".tick").count() == 62
    assert page.locator(".tick.error").get_attribute("data-row") == "s3"
    page.close()
