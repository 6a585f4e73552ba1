"""Boilerplate: what stands around an article and is not the article, found by small named rules.

Every rule wants several signs, because articles are also written about newsletters, photographers and cookies; where
the signs are few, the text stays.  What goes is kept with its place and reason in ``Document.removed``.

The order, and what breaks if a step moves:

- structure first: teasers in a sidebar must not count as article text when "the last paragraph" is looked for;
- notices, links and captions before promotion: "edge of the article" means that nothing but boilerplate follows, so
  what is easy to tell goes first;
- writers and slogans after promotion: they must be the last thing on the page, and below "About the writer" sites put
  "Do you have a tip?";
- repeats after those: the first of two slogans must go by its own rule, or the "first" copy would stay;
- headings of emptied sections last.

The rules run again until nothing more goes: below an article notes of several kinds stand in any order.
"""

from __future__ import annotations

from collections.abc import Sequence

from xlate.documents.boilerplate import (
    bylines,
    captions,
    comments,
    empty_sections,
    leftovers,
    menus,
    notices,
    promo_lists,
    promotion,
    read_more,
    repeats,
    scraps,
    slogans,
    structure,
    writers,
)
from xlate.documents.boilerplate.page import Page, Rule, n_words
from xlate.documents.draft import Candidate
from xlate.model import Metadata

RULES: tuple[Rule, ...] = (
    structure.RULE,
    *notices.RULES,
    comments.RULE,
    captions.RULE,
    read_more.RULE,
    promo_lists.RULE,
    promotion.RULE,
    writers.RULE,
    slogans.RULE,
    menus.RULE,
    bylines.RULE,
    repeats.RULE,
    scraps.RULE,
    leftovers.RULE,
)

_PASSES = 12  # what stands above a notice is at the edge only when the notice is gone; guessed
_HEADLINE_WORDS = 4  # guessed: menus have shorter lines
_INCIDENTAL = frozenset(rule.reason for rule in RULES if rule.name in ("caption", "advert"))
_MENUS = frozenset(rule.reason for rule in RULES if rule.name in ("menu", "buttons"))
_BY_PLACE = frozenset(
    rule.reason
    for rule in RULES
    if rule.name in ("comments", "read-more", "leftover", "writer", "slogan", "promo-list")
) | {empty_sections.RULE.reason}
_LONG_PROSE = 120  # characters; guessed
_MOST = 0.5  # share of the long paragraphs that rules may take before they are taken to be wrong; guessed


def find(candidates: Sequence[Candidate], metadata: Metadata) -> dict[int, str]:
    """The numbers of the candidates that are boilerplate, each with the reason; never a title."""
    page = Page(candidates, metadata)
    page.incidental, page.menu_reasons = _INCIDENTAL, _MENUS
    reasons: dict[int, str] = {}
    for _ in range(_PASSES):
        n_before = len(reasons)
        for rule in RULES:
            _take(page, reasons, rule, list(rule.find(page)))
        if len(reasons) == n_before:
            break
    _take(page, reasons, empty_sections.RULE, list(empty_sections.find_after(page, reasons, _INCIDENTAL)))
    _spare_article(page, reasons)
    _spare_headline(page, reasons)
    return reasons


def _spare_article(page: Page, reasons: dict[int, str]) -> None:
    """Give the prose back that went for its place alone if more than half of the long paragraphs went: never right."""
    long_prose = [at for at in range(len(page)) if page.is_prose(at) and len(page.text(at)) >= _LONG_PROSE]
    if sum(at in reasons for at in long_prose) > _MOST * len(long_prose):
        for at in [at for at, reason in reasons.items() if page.is_prose(at) and reason in _BY_PLACE]:
            del reasons[at]


def _spare_headline(page: Page, reasons: dict[int, str]) -> None:
    """Give back the heading above the first paragraph if rules took all there were: "Watch: Sturridge dips it in"."""
    above = [at for at in range(min(page.first_prose, len(page))) if page.is_heading(at)]
    long_enough = [at for at in above if n_words(page.text(at)) >= _HEADLINE_WORDS and not page.candidates[at].zone]
    if long_enough and all(at in reasons for at in above):
        del reasons[long_enough[-1]]


def _take(page: Page, reasons: dict[int, str], rule: Rule, found: Sequence[int]) -> None:
    if not found:
        return
    left = set(page.left())
    for at in found:
        if at in left and at not in reasons:
            reasons[at] = rule.reason
    page.take(reasons)
