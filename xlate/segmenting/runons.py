"""Two segments run together without a stop, as where a page's headline flows into its text.

    Трамп проводит гонку в Западной Вирджинии | В субботу он ...
    Grieving women post cards to prevent suicides on bridge | Two women who ...

The sign is a capital where the language has none.  A word of grammar (В, Он, If) has it only where a sentence starts:
each language lists those that are neither names, letters of a class ("класса А") nor forms of respect (Вы).  English
capitalises titles: there both neighbours have to be in lower case, and "The" must not follow a preposition.  For all
other words the evidence of both sides is weighed, see `joints`.

Measured 2026-11-23 on dev news and FLORES, where 83, 80, 81 and 65 boundaries have no stop (en ru uk be): words of
grammar find 11 + 23 + 18 + 13, none wrong; evidence finds 39 + 26 + 28 + 26 more and errs at 2 + 0 + 1 + 1 places.
Of the project's own lines, counted without them, 0.1 to 0.4 in a thousand are split that should not be.  What is left
are leads that begin with a name ("... equalizer vs. Chelsea | Daniel Sturridge saved ...") or with too rare a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from xlate.segmenting.joints import Joint, starts_anew
from xlate.segmenting.profile import Profile

_CAPITAL = re.compile(
    r"(?<=[\w»”\"'’)\]%])\s{1,3}(?P<open>[«„“\"]?)(?P<word>[A-ZА-ЯЁІЇЄҐЎ](?:[a-zа-яёіїєґў]|['’ʼ](?=[a-zа-яёіїєґў]))*+)(?=[\s,])"
)
_BEFORE = re.compile(r"[^\s«„“(]+$")
_NEXT = re.compile(r"\s[«„“\"]?(\w+)")


def run_ons(text: str, begin: int, end: int, profile: Profile, *, opening: bool) -> Iterator[int]:
    """Where in the sentence ``begin``..``end`` another one starts that no stop announces.

    ``opening`` says that an article of one block opens with the sentence.
    """
    if not profile.run_on_starters:
        return
    for match in _CAPITAL.finditer(text, begin, end):
        joint = Joint(text, (begin, end), match, profile, opening=opening)
        if _is_grammar_word(text, begin, match, profile) or starts_anew(joint):
            begin = match.start("open")
            yield begin


def _is_grammar_word(text: str, begin: int, match: re.Match[str], profile: Profile) -> bool:
    """Whether a word of grammar starts a sentence here."""
    if match["word"] not in profile.run_on_starters or match["open"]:
        return False
    found, following = (
        _BEFORE.search(text, max(begin, match.start() - 40), match.start()),
        _NEXT.match(text, match.end()),
    )
    if not found or not following:
        return False
    before = found[0].strip("»”\"')%")
    known = before.lower()
    if before.endswith(".") or known in profile.run_on_blockers or known in profile.starters:  # и Он сказал
        return False
    if profile.title_case:
        return before.islower() and following[1][0].islower()
    return (before[-1:].islower() and before[:1].islower()) or following[1][0].islower() or following[1][0].isdigit()
