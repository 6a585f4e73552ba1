"""Sentences of a block of text, as spans into it.

Decisions by rule, not by a trained model: a translator can read why a text was cut, and add an abbreviation to a file.
The rules look at a stop's two sides (`places`, `rules`); a language brings its abbreviations and sentence starters
(`en`, `ru`, `uk`, `be`; `fallback` for all others).  Segments follow the conventions of line-aligned news: a quotation
of several sentences is several segments, speech and its attribution are one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from xlate.model import Span
from xlate.segmenting import be, en, fallback, lines, ru, runons, uk
from xlate.segmenting.joints import ARTICLE_LENGTH
from xlate.segmenting.places import Place, place_pattern
from xlate.segmenting.profile import Profile
from xlate.segmenting.quotations import attribution_dash
from xlate.segmenting.rules import ends_sentence

__all__ = ["segment_text"]

_PROFILES = {"en": en.PROFILE, "ru": ru.PROFILE, "uk": uk.PROFILE, "be": be.PROFILE}
_WORD = re.compile(r"[^\W_]")


def segment_text(text: str, language: str) -> tuple[Span, ...]:
    """Spans of the sentences in order; only white space lies outside of them.

    ``language`` is a canonical code or "und".  Empty for text of white space.
    """
    begin, end = len(text) - len(text.lstrip()), len(text.rstrip())
    if begin >= end:
        return ()
    spans: list[Span] = []
    profile, article = _profile(language), end - begin >= ARTICLE_LENGTH
    for sentence_end, following in (*_boundaries(text, begin, end, profile), (end, end)):
        for start in runons.run_ons(text, begin, sentence_end, profile, opening=article and not spans):
            spans.append(Span(begin, len(text[begin:start].rstrip()) + begin))
            begin = start
        spans.append(Span(begin, sentence_end))
        begin = following
    return tuple(spans)


def _profile(language: str) -> Profile:
    return _PROFILES.get(language) or fallback.profile(language)


def _boundaries(text: str, begin: int, end: int, profile: Profile) -> Iterator[tuple[int, int]]:
    """Each end of a sentence with the start of the next; a sentence without letters or digits joins a neighbour."""
    last_word = next((index for index in range(end - 1, begin - 1, -1) if text[index].isalnum()), -1)
    first_word = _word_from(text, begin)
    for match in place_pattern(profile.extra_stops).finditer(text, begin, end):
        if match.start() <= first_word:
            continue
        place = Place(text, profile, begin, match)
        if place.next > last_word:
            return
        if (boundary := _boundary(place)) and boundary[1] > begin:
            yield boundary
            begin = boundary[1]
            first_word = _word_from(text, begin)


def _boundary(place: Place) -> tuple[int, int] | None:
    if not place.mark:
        if not lines.breaks(place.text, place.start, place.stop, place.next):
            return None
        return place.start + len(place.text[place.start : place.stop].rstrip()), place.next
    if not ends_sentence(place):
        return None
    end = attribution_dash(place)
    return (end, place.next) if end == place.end else (end, place.following.start("open"))


def _word_from(text: str, begin: int) -> int:
    found = _WORD.search(text, begin)
    return found.start() if found else len(text)
