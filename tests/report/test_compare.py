"""The comparison page in a real browser: complete, safe, driven by keys, readable without script and on paper."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.coverage.texts import alignment
from tests.report.watching import assert_at, complaints_of
from xlate.coverage import Coverage, Helpers, Side, measure
from xlate.model import Block, BlockKind, Detection, Document, RemovedBlock, Segment, Severity, Signature, Span
from xlate.pipeline import Prepared
from xlate.report.compare import OWN_WORK, render_compare
from xlate.report.compare_json import COMPARE_SCHEMA, render_compare_json
from xlate.report.compare_text import render_markdown
from xlate.report.compare_tmx import render_compare_tmx
from xlate.report.compare_xlsx import render_compare_xlsx
from xlate.report.differences import differences
from xlate.verification import Verification

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HOSTILE = '<script>document.title = "hacked"</script><img src=x onerror=alert(1)> & "quotes" </style>'
SOURCE = [
    "Ferry returns to the Dnieper",
    "The ferry made its first trip on Monday.",
    "It carried 46 passengers and nine cars.",
    HOSTILE,
    "The bridge will not be closed.",
    "A second boat comes in May.",
]
TARGET = [
    "Паром возвращается на Днепр",
    "Паром совершил первый рейс в понедельник.",
    "Он перевёз 64 пассажиров и девять машин.",
    HOSTILE,
    "Мост закроют.",
]
KINDS = ("1-1", "1-1", "1-1", "1-1", "1-1", "1-0")


def prepared(name: str, language: str, texts: Sequence[str]) -> Prepared:
    kinds = [BlockKind.TITLE, *[BlockKind.PARAGRAPH] * len(texts)]
    removed = (RemovedBlock(1, Block(BlockKind.PARAGRAPH, "Subscribe <b>now</b>"), "newsletter promotion"),)
    blocks = tuple(Block(kind, text) for kind, text in zip(kinds, texts, strict=False))
    segments = tuple(Segment(i, Span(0, len(text)), text, language) for i, text in enumerate(texts))
    document = Document(name, "txt", blocks, removed=removed)
    return Prepared(document, Detection(language, 0.98, method="langdetect"), segments)


def make_verification(
    source: Sequence[str] = SOURCE,
    target: Sequence[str] = TARGET,
    kinds: Sequence[str] = KINDS,
    pair: tuple[str, str] = ("en", "ru"),
    machine: Sequence[str] | None = None,
) -> Verification:
    left, right = prepared("ferry.txt", pair[0], source), prepared("ferry.ru.txt", pair[1], target)
    sides = Side(pair[0], left.segments), Side(pair[1], right.segments)
    coverage = measure(alignment(*kinds), *sides, Helpers(machine))
    said = None if machine is None else tuple(machine)
    return Verification(left, right, coverage, said, ("A notice.",), Signature.of({"xlate": "0.1.0"}))


def open_page(
    browser: Browser, folder: Path, verification: Verification | None = None, at: str = "", **options: Any
) -> tuple[Page, list[str]]:
    path = folder / "r.html"
    path.write_text(render_compare(verification or make_verification()), encoding="utf-8")
    page = browser.new_page(**options)
    complaints = complaints_of(page)
    page.goto(path.as_uri() + at)
    return page, complaints


def shown(page: Page) -> list[str]:
    ids: list[str] = page.eval_on_selector_all(".pair", "rows => rows.filter(r => !r.hidden).map(r => r.id)")
    return ids


def current(page: Page) -> str:
    found: str = page.evaluate("document.querySelector('.pair.current')?.id ?? ''")
    return found


def test_every_segment_stands_beside_its_translation(browser: Browser, tmp_path: Path) -> None:
    page, complaints = open_page(browser, tmp_path)
    for i, text in enumerate(SOURCE, 1):
        assert page.locator(f"#s{i}").inner_text() == text
    for i, text in enumerate(TARGET, 1):
        assert page.locator(f"#t{i}").inner_text() == text
    assert "nothing in the translation" in page.locator("#p6 .target").inner_text()
    assert complaints == []
    page.close()


def test_article_markup_is_shown_not_run(browser: Browser, tmp_path: Path) -> None:
    page, complaints = open_page(browser, tmp_path)
    assert "hacked" not in page.title()
    assert page.locator("script").count() == 1
    assert page.locator("img").count() == 0
    assert '<script>document.title = "hacked"</script>' in page.locator("#s4").inner_text()
    assert complaints == []
    page.close()


def test_the_policy_admits_only_the_pages_own_script(browser: Browser, tmp_path: Path) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', render_compare(make_verification()))
    assert policy
    assert "unsafe" not in policy[1]
    page, complaints = open_page(browser, tmp_path)
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: 'document.title = 1'}))")
    assert page.title() != "1"
    assert any("Content Security Policy" in complaint for complaint in complaints)
    page.close()


def test_findings_come_first_and_lead_to_their_segment(browser: Browser, tmp_path: Path) -> None:
    page, _ = open_page(browser, tmp_path)
    assert "46 became 64" in page.locator(".first").inner_text()
    page.locator(".first a", has_text="3").first.click()
    assert_at(page, "p3")
    assert page.locator("#s3 mark.error").inner_text() == "46"
    assert page.locator("#t3 mark.error").inner_text() == "64"
    page.close()


def test_keys_walk_through_segments_and_findings(browser: Browser, tmp_path: Path) -> None:
    page, complaints = open_page(browser, tmp_path)
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert current(page) == "p2"
    page.keyboard.press("k")
    assert current(page) == "p1"
    page.keyboard.press("n")
    assert current(page) == "p3"
    page.keyboard.press("n")
    page.keyboard.press("n")
    assert current(page) == "p5"
    page.keyboard.press("p")
    page.keyboard.press("p")
    assert current(page) == "p3"
    assert_at(page, "p3")
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#help").is_visible()
    page.keyboard.press("f")
    assert page.locator("#kinds").get_attribute("open") is not None
    assert complaints == []
    page.close()


def test_filters_and_search(browser: Browser, tmp_path: Path) -> None:
    page, complaints = open_page(browser, tmp_path)
    page.locator("input[value=error]").check()
    assert shown(page) == ["p3", "p4", "p6"]  # the markup is left in English, too
    page.keyboard.press("Escape")
    assert len(shown(page)) == len(SOURCE)
    page.locator("#kinds summary").click()
    page.locator("input[value=negation]").check()
    assert shown(page) == ["p5"]
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.type("рейс")
    assert shown(page) == ["p2"]
    assert page.locator("#count").inner_text() == "1 of 6"
    page.locator("#search").fill("nowhere in the text")
    assert page.locator("#none").is_visible()
    assert complaints == []
    page.close()


def test_a_permalink_opens_its_segment(browser: Browser, tmp_path: Path) -> None:
    page, _ = open_page(browser, tmp_path, at="#p5")
    assert current(page) == "p5"
    page.close()


def test_aligned_segments_light_up_together(browser: Browser, tmp_path: Path) -> None:
    page, _ = open_page(browser, tmp_path)
    plain = page.locator("#p2").evaluate("row => getComputedStyle(row).backgroundColor")
    page.locator("#t2").hover()
    assert page.locator("#p2").evaluate("row => getComputedStyle(row).backgroundColor") != plain
    assert "lit" in (page.locator(".tick[data-row='p2']").get_attribute("class") or "")
    page.close()


def test_the_machine_translation_is_shown_on_demand(browser: Browser, tmp_path: Path) -> None:
    verification = make_verification(machine=["Машина"] * len(SOURCE))
    page, _ = open_page(browser, tmp_path, verification)
    assert not page.locator("#p2 .machine").is_visible()
    page.keyboard.press("m")
    assert page.locator("#p2 .machine").is_visible()
    assert page.locator("#p2 .differs").count() == 1
    page.close()


def test_boilerplate_is_folded_with_its_reason(browser: Browser, tmp_path: Path) -> None:
    page, _ = open_page(browser, tmp_path)
    assert not page.locator(".removed dl").first.is_visible()
    page.locator(".removed summary").first.click()
    assert "Subscribe <b>now</b>" in page.locator(".removed dl").first.inner_text()
    page.close()


@pytest.mark.parametrize("width", [360, 768, 1400])
def test_no_sideways_scrolling(browser: Browser, tmp_path: Path, width: int) -> None:
    page, _ = open_page(browser, tmp_path, viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.close()


def test_readable_without_script(browser: Browser, tmp_path: Path) -> None:
    page, _ = open_page(browser, tmp_path, java_script_enabled=False, color_scheme="dark")
    assert page.locator(".pair").count() == len(SOURCE)
    assert not page.locator(".tools").is_visible()
    assert page.locator("#t2").is_visible()
    page.close()


def test_prints_on_paper(browser: Browser, tmp_path: Path) -> None:
    page, _ = open_page(browser, tmp_path)
    page.emulate_media(media="print")
    assert not page.locator(".tools").is_visible()
    assert len(page.pdf(format="A4")) > 1000
    page.close()


def test_controls_have_names(browser: Browser, tmp_path: Path) -> None:
    page, _ = open_page(browser, tmp_path)
    nameless = page.evaluate(
        """Array.from(document.querySelectorAll('button, input, a, svg[role=img], dialog'))
        .filter(e => !(e.textContent.trim() || e.ariaLabel || e.title || e.labels?.length
          || e.getAttribute('aria-labelledby')))
        .map(e => e.outerHTML)"""
    )
    assert nameless == []
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_contrast(browser: Browser, tmp_path: Path, scheme: Any) -> None:
    """At least 4.5 between the letters and what is behind them, as WCAG asks."""
    page, _ = open_page(browser, tmp_path, color_scheme=scheme)
    faint = page.evaluate(
        """() => {
        const parts = (c) => c.match(/[\\d.]+/g).map(Number);
        const linear = (v) => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
        const light = (c) => { const [r, g, b] = parts(c).map(linear);
          return .2126 * r + .7152 * g + .0722 * b; };
        const behind = (e) => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor;
          if ((parts(c)[3] ?? 1) > .99) return c; } return 'rgb(255,255,255)'; };
        const texts = '.badge, .faint, .facts, .number, .segment, .notes li, .nothing, mark, .says, summary, label';
        return Array.from(document.querySelectorAll(texts))
          .filter(e => e.offsetParent)
          .map(e => { const [a, b] = [light(getComputedStyle(e).color), light(behind(e))].sort((x, y) => y - x);
            return [e.className, (a + .05) / (b + .05)]; })
          .filter(([, ratio]) => ratio < 4.5); }"""
    )
    assert faint == []
    page.close()


def test_right_to_left_text(browser: Browser, tmp_path: Path) -> None:
    verification = make_verification(["One sentence is here."], ["هذه جملة واحدة."], ("1-1",), ("en", "ar"))
    page, _ = open_page(browser, tmp_path, verification)
    assert page.locator("#p1 .target").evaluate("cell => getComputedStyle(cell).direction") == "rtl"
    assert page.locator("#p1 .source").evaluate("cell => getComputedStyle(cell).direction") == "ltr"
    page.close()


def test_two_thousand_segments_open_fast(browser: Browser, tmp_path: Path) -> None:
    n = 2000
    verification = make_verification(
        [f"Sentence {i} is about the number {i}." for i in range(n)],
        [f"Предложение {i} о числе {i}." for i in range(n)],
        ("1-1",) * n,
    )
    path = tmp_path / "r.html"
    path.write_text(render_compare(verification), encoding="utf-8")
    page = browser.new_page()
    meter = page.context.new_cdp_session(page)
    meter.send("Performance.enable", {"timeDomain": "threadTicks"})  # processor time: tests share their machine
    page.goto(path.as_uri())
    metrics = {metric["name"]: metric["value"] for metric in meter.send("Performance.getMetrics")["metrics"]}
    assert 0 < metrics["TaskDuration"] < 1.0
    page.close()


def test_two_versions_in_one_language_are_marked_by_words_and_letters(browser: Browser, tmp_path: Path) -> None:
    source, target = ["The old bridge was closed on Monday."], ["The old bridges were closed on Monday."]
    page, _ = open_page(browser, tmp_path, make_verification(source, target, ("1-1",), ("en", "en")))
    assert page.locator("#t1 mark.changed").first.text_content() == "s"
    assert page.locator("#t1").text_content() == target[0]
    page.close()


@given(st.text(alphabet="ab c.", max_size=30), st.text(alphabet="ab c.", max_size=30))
def test_differences_lose_nothing(left: str, right: str) -> None:
    runs = differences(left, right)
    assert "".join(run.text for run in runs[0]) == left
    assert "".join(run.text for run in runs[1]) == right
    assert left != right or not any(run.changed for side in runs for run in side)


def test_markdown_shows_what_the_text_says() -> None:
    page = render_markdown(make_verification())
    assert "\\<script\\>" in page
    assert "46 became 64" in page
    assert len([line for line in page.splitlines() if line.startswith("| ")]) == len(SOURCE) + 1


def test_the_models_own_translation_is_said_to_be_so() -> None:
    assert OWN_WORK in render_markdown(make_verification(machine=[*TARGET, "Второй паром"]))
    assert OWN_WORK not in render_markdown(make_verification(machine=["Машина"] * len(SOURCE)))


def test_the_score_of_the_models_own_translation_is_not_green(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Coverage, "score", 0.98)
    assert 'class="arc fair"' in render_compare(make_verification(machine=[*TARGET, "Второй паром"]))
    assert 'class="arc good"' in render_compare(make_verification(machine=["Машина"] * len(SOURCE)))


def test_json_holds_everything() -> None:
    verification = make_verification()
    content = json.loads(render_compare_json(verification))
    assert content["schema"] == COMPARE_SCHEMA
    assert [s["text"] for s in content["source"]["segments"]] == SOURCE
    assert [bead["source"] for bead in content["beads"]] == [[i] for i in range(len(SOURCE))]
    assert content["beads"][-1]["target"] == []
    assert len(content["findings"]) == len(verification.coverage.findings)
    assert {f["severity"] for f in content["findings"]} <= {str(severity) for severity in Severity}


def test_xlsx_has_a_row_for_each_bead() -> None:
    from openpyxl import load_workbook

    sheet = load_workbook(BytesIO(render_compare_xlsx(make_verification()))).active
    assert sheet is not None
    assert [row[1] or "" for row in sheet.iter_rows(min_row=2, values_only=True)] == SOURCE


def test_tmx_has_the_full_beads() -> None:
    tree = ElementTree.fromstring(render_compare_tmx(make_verification()))
    segments = [seg.text for seg in tree.iter("seg")]
    assert segments == [text for pair in zip(SOURCE, TARGET, strict=False) for text in pair]
