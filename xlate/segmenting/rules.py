"""The chain of decisions about one place: the first rule that knows answers, True for "a sentence ends here".

The order has witnesses; each comment names a sentence that would break if its rule moved down.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from xlate.segmenting import points, quotations
from xlate.segmenting.places import CASELESS_STOPS, Kind, Place
from xlate.segmenting.profile import words

Rule = Callable[[Place], bool | None]

_CLOSED_UP = re.compile(r"[^\W\d_]{2,}[»”\")]?$")
_NEXT_WORD = re.compile(r"[«„“(]?([^\W\d_][\w'’-]*+)(?:[\s,;:!?…»”\")]|$)")
_NOT_WORDS = words("com net org info by ru ua eu uk us tv io рф бел укр html htm php asp txt pdf doc py js exe")


def in_digits(place: Place) -> bool | None:
    """A full-width stop between digits is a decimal point: ３．５"""
    around = place.text[place.stop - 1 : place.stop] + place.text[place.end : place.end + 1]
    return False if place.mark == "．" and around.isdigit() else None


def caseless_stop(place: Place) -> bool | None:
    """。 ؟ । end a sentence wherever they stand, unless a comma or the like follows."""
    if place.mark[-1] not in CASELESS_STOPS:
        return None
    return place.spaced or place.kind is not Kind.SYMBOL or bool(place.following["open"])


def closed_up(place: Place) -> bool | None:
    """A stop without a space ends a sentence only between two plain words: "слова.Потом", not "Booking.com"."""
    if place.spaced:
        return None
    following = _NEXT_WORD.match(place.text, place.end)
    if place.close or len(place.mark) > 3 or not following or not _CLOSED_UP.fullmatch(place.token):
        return False
    word, left = following[1], place.token.rstrip('»”")')
    listed = bool(place.profile.kinds(left))
    plain = left.islower() and word[0].isupper() and (word[1:].islower() or len(word) == 1)
    return plain and not listed and _one_script(left, word) and word.lower() not in _NOT_WORDS


def _one_script(left: str, right: str) -> bool:
    return (left[-1] < "\u0250") == (right[0] < "\u0250")


def goes_on(place: Place) -> bool | None:
    """A small letter, a comma or another stop continues: ждал... и дождался;  "Why?" he asked."""
    if place.kind is Kind.LOWER:
        return False
    char = place.after_word
    return False if not place.word and char and char in ",;:.!?…%)]»”" else None


def exclaimed_name(place: Place) -> bool | None:
    """Yahoo! Japan"""
    named = place.mark == "!" and place.token in place.profile.exclaimed_names
    return False if named and not place.is_starter else None


def plain(place: Place) -> bool | None:  # noqa: ARG001 - a rule like the others
    """Nothing speaks against it."""
    return True


CHAIN: tuple[Rule, ...] = (
    in_digits,  # ３．５キロ
    quotations.attributed,  # “你好！”他说。 before caseless_stop;  «Почему?» — Иван ... before goes_on
    caseless_stop,  # 終わり。次 has no space: before closed_up
    closed_up,  # example.com/a?b=C: every later rule takes white space for granted
    goes_on,  # Mr. and Mrs.: the cheapest answer to the commonest case
    quotations.in_parenthesis,  # Иван (кто это?) Петров: before `shortens` accepts the question mark
    quotations.in_title,  # «Что? Где? Когда?»: likewise
    quotations.in_name,  # «Яндекс. Такси» подорожало: before `plain` ends a sentence at any stop
    exclaimed_name,  # Yahoo! Japan: likewise
    points.shortens,  # word?! Next;  "in the U.S." The next: no abbreviation matters after this
    points.marks_list_item,  # "5. Мир": before measures and ordinals look at the number
    points.abbreviation,  # т. д. Он: before `initial` takes "д" for one
    points.initial,
    points.ordinal,
    plain,
)


def ends_sentence(place: Place) -> bool:
    """Whether a sentence ends at the place, whose stop has words before and after it."""
    return next(answer for rule in CHAIN if (answer := rule(place)) is not None)
