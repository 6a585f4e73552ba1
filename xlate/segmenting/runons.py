"""Two segments run together without a stop, as where a page's headline flows into its text.

    Трамп проводит гонку в Западной Вирджинии | В субботу он ...
    Elderly couple found safe after days lost in hills | They were ...

The sign is a word of grammar (В, Он, If) with a capital that only the start of a sentence can have given it.  Each
language lists those words that are neither names, letters of a class ("класса А") nor forms of respect (Вы).  English
capitalises titles: there both neighbours have to be in lower case, and "The" must not follow a preposition.

Measured 2026-11-23 on dev news and FLORES: 11 + 23 + 18 + 13 right, none wrong (en ru uk be); on the project's own
4,727 x 4 lines in corpus/newswriting nothing is split that should not be.  Out of 298 boundaries without a stop that
is a fifth: a headline before a noun stays one segment with its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from xlate.segmenting.profile import Profile

_BEFORE = re.compile(r"[^\s«„“(]+$")


@cache
def _pattern(words: frozenset[str]) -> re.Pattern[str]:
    listed = "|".join(sorted(words))
    return re.compile(rf"(?<=[\w»”\"')%])\s{{1,3}}(?P<word>{listed})\s(?P<next>[«„“\"]?\w+)")


def run_ons(text: str, begin: int, end: int, profile: Profile) -> Iterator[int]:
    """Where in the sentence ``begin``..``end`` another one starts that no stop announces."""
    if not profile.run_on_starters:
        return
    for match in _pattern(profile.run_on_starters).finditer(text, begin, end):
        before = _BEFORE.search(text, max(begin, match.start() - 40), match.start())
        if before and _starts_anew(before[0].strip("»”\"')%"), match["next"], profile):
            yield match.start("word")


def _starts_anew(before: str, following: str, profile: Profile) -> bool:
    known = before.lower()
    if before.endswith(".") or known in profile.run_on_blockers or known in profile.starters:  # и Он сказал
        return False
    if profile.title_case:
        return before.islower() and following[0].islower()
    return (before[-1:].islower() and before[:1].islower()) or following[0].islower() or following[0].isdigit()
