"""The outlet praises itself below the article: "Newsweek is committed to challenging conventional wisdom".

States and companies are "committed to" things in articles too.  So the sentence must have the outlet, or the name in
the heading above it, for its subject and be attributed to nobody, or be printed twice; and no article follows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from xlate.documents.boilerplate.page import Page, Rule
from xlate.documents.cleaning import fold

_MISSION = re.compile(
    r"\b(?:is|are|was founded|has been) (?:\w+ )?(?:committed|dedicated|devoted|founded|known|"
    r"an? independent|an? member)\b|"
    r"\b(?:is|are) (?:a|the|the \w+'s) (?:leading|oldest|largest|most \w+)\b|\bbelieves? in\b|"
    r"\bis (?:part of|published by|owned by|a registered)\b|"
    r"\b(?:входит в|издаётся|входить до|видається|уваходзіць у)\b|"
    r"— (?:это |адн[ао] з |ведущ\w+ |провідн\w+ |вядуч\w+ |незалежн\w+ |независим\w+ |навіны |новини |новости )|"
    r"(?:работает|працює|працуе) (?:для|дзеля|заради|ради|благодаря|завдяки|дзякуючы)",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"(?:About|О|Об|Про|Пра)\s+(?:the )?(?P<name>\S.{2,60})")
_ATTRIBUTED = re.compile(r",[\"”»]?\s(?:said|says|the .{3,30} said|according)\b|\b(?:said|told|according to)\b")


def _find(page: Page) -> Iterator[int]:
    for at in page.left():
        if page.is_heading(at) and (about := _ABOUT.fullmatch(page.text(at))):
            section = list(page.section(at))
            if section and _speaks_of(page.text(section[0]), about["name"]) and not _prose_below(page, section[-1]):
                yield at
                yield from section
        elif not _prose_below(page, at) and _MISSION.search(page.text(at)) and _is_slogan(page, at):
            yield at


def _is_slogan(page: Page, at: int) -> bool:
    text = page.text(at)
    if _ATTRIBUTED.search(text):
        return False
    twice = page.keys.count(page.keys[at]) > 1
    names = [fold(name.removeprefix("The ")) for name in page.outlets]
    outlet = any(fold(text.removeprefix("The ")).startswith(name) for name in names)
    return twice or outlet


def _prose_below(page: Page, at: int) -> bool:
    """Whether article text follows; copies of the slogan and what rules before this one found do not count."""
    later = range(at + 1, len(page))
    return any(page.is_prose(n) and n not in page.gone and page.keys[n] != page.keys[at] for n in later)


def _speaks_of(text: str, name: str) -> bool:
    return fold(name) in fold(text[: len(name) + 30]) and bool(_MISSION.search(text))


RULE = Rule("slogan", "the outlet speaks about itself", _find)
