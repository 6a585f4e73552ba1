"""Web pages: all of the article, in order, and what the page says of itself."""

from __future__ import annotations

import pytest

from xlate.documents import read_bytes, second_opinion
from xlate.model import Document

LEAD = "A river ferry will once again carry cars and cyclists across the Nemunas near Vilkija from Saturday."
MORE = "The vessel, built in the harbour of the city at a cost of 1.9 million euros, holds twelve cars."


def read(page: str) -> Document:
    return read_bytes(page.encode(), "x.html")


def texts(page: str) -> list[str]:
    return [block.text for block in read(page).blocks]


def test_metadata() -> None:
    page = f"""<html lang="uk-UA"><head><title>Ferry - Courier</title><meta property="og:site_name" content="Courier">
    <meta name="author" content="Rasa M."><link rel="canonical" href="https://c.example/1">
    <script type="application/ld+json">{{"@graph":[{{"@type":"NewsArticle","datePublished":"2026-05-12",
    "author":{{"name":"Somebody"}}}}]}}</script></head><body><h1>Ferry</h1><p>{LEAD}</p></body></html>"""
    found = read(page).metadata
    assert (found.title, found.author, found.date) == ("Ferry", "Rasa M.", "2026-05-12")
    assert (found.outlet, found.url, found.language) == ("Courier", "https://c.example/1", "uk")


def test_inline_markup_joins_words_and_breaks_part_paragraphs() -> None:
    page = f"<h1>T<b>it</b>le</h1><p>{LEAD}</p><p>Лука&shy;шэнка <i>сказ</i>аў&nbsp;«так».<br><br>І паехаў.</p>"
    assert texts(page) == ["Title", LEAD, "Лукашэнка сказаў\u00a0«так».", "І паехаў."]


def test_lists_quotes_code_and_tables() -> None:
    page = f"""<h1>Title</h1><p>{LEAD}</p><ol start=3><li>three<ul><li><p>deeper</p></li></ul></li><li>four</li></ol>
    <blockquote>Quoted<blockquote><p>twice</p></blockquote></blockquote><pre>a
  b</pre><table><tr><th>Animal</th><th>Nights</th></tr><tr><td>Wolf</td><td>61</td></tr></table>"""
    assert [(b.kind.value, b.level, b.marker, b.text) for b in read(page).blocks[2:]] == [
        ("list-item", 1, "3.", "three"),
        ("list-item", 2, "-", "deeper"),
        ("list-item", 1, "4.", "four"),
        ("quote", 1, "", "Quoted"),
        ("quote", 2, "", "twice"),
        ("verbatim", 0, "", "a\n  b"),
        ("paragraph", 0, "", "Animal | Nights"),
        ("paragraph", 0, "", "Wolf | 61"),
    ]


def test_text_outside_of_any_element_is_not_lost() -> None:
    assert texts(f"<h1>Title</h1>{LEAD}<div>{MORE}</div>And a tail.") == ["Title", LEAD, MORE, "And a tail."]


def test_an_article_in_two_parts_around_an_advert() -> None:
    page = f"<h1>Title</h1><div class=a><p>{LEAD}</p></div><div class=ad>Buy!</div><div class=b><p>{MORE}</p></div>"
    assert texts(page) == ["Title", LEAD, MORE]


@pytest.mark.parametrize("name", ["newsletter-archive", "comments", "related share promo", "footer"])
def test_a_zone_that_holds_the_article_is_no_zone(name: str) -> None:
    assert texts(f"<div class='{name}'><h1>Title</h1><p>{LEAD}</p><p>{MORE}</p></div>") == ["Title", LEAD, MORE]


def test_the_logo_is_not_the_headline() -> None:
    page = f"<h1><a href='/'>The Courier</a></h1><article><h1>Ferry returns</h1><p>{LEAD}</p><p>{MORE}</p></article>"
    assert texts(page) == ["Ferry returns", LEAD, MORE]


def test_teasers_beside_the_article_go_and_a_fact_box_in_it_stays() -> None:
    page = f"""<main><article><h1>Title</h1><p>{LEAD}</p>
    <aside><p>The crossing is 240 metres long.</p></aside><p>{MORE}</p>
    </article></main><div class=x><a href=1>Rain closes the festival</a><p>It goes on tomorrow.</p></div>"""
    assert texts(page) == ["Title", LEAD, "The crossing is 240 metres long.", MORE]


def test_a_headline_that_only_the_metadata_has_is_put_on_top() -> None:
    page = f"<head><meta property='og:title' content='Ferry returns'></head><body><p>{LEAD}</p></body>"
    assert texts(page) == ["Ferry returns", LEAD]


def test_short_pages_and_fragments() -> None:
    assert texts("<p>Hi.</p>") == ["Hi."]
    assert texts("Just text & nothing else") == ["Just text & nothing else"]


def test_hostile_pages_are_read_or_refused_quickly() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><p>Before &b; after, said the mayor.</p>'
    assert texts(bomb) == ["Before &b; after, said the mayor."]
    assert read("<div>x " * 30_000).blocks
    assert read("<ul><li>x" * 10_000).blocks


def test_the_page_is_read_also_without_trafilatura(monkeypatch: pytest.MonkeyPatch) -> None:
    page = f"<main><h1>Title</h1><p>{LEAD}</p><p>{MORE}</p></main>"
    expected = texts(page)
    monkeypatch.setattr(second_opinion, "_extract", lambda *_, **__: None)
    assert texts(page) == expected
