"""Number words and literals as a row of tokens, from which ``composing`` makes values.

Attached letters are tokens too: the bn of "$1.2bn", the "тысячн" of "10-тысячный".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from fractions import Fraction

from xlate.checks.numbers.mention import Mention, Rational
from xlate.checks.numbers.words import Lexicon
from xlate.model import Span


class Role(Enum):
    """What a token does in a number."""

    LITERAL = auto()
    CARDINAL = auto()
    ORDINAL = auto()
    MAGNITUDE = auto()
    MULTIPLIER = auto()  # "half" in "half a million"
    AND_A_HALF = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """``value`` of a literal is its first exact value; ``mention`` has the rest.  ``doubtful``: the m of "125m"."""

    span: Span
    role: Role
    value: Rational
    word: str = ""
    mention: Mention | None = None
    doubtful: bool = False


_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*\.?")
_FORM = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_SUFFIXES = {"k": 3, "m": 6, "mn": 6, "mln": 6, "b": 9, "bn": 9, "tn": 12, "trn": 12}
_DOUBTFUL = frozenset("kmb")  # metres, kilometres run, bytes
_STEMS = {"тысячн": 3, "тисячн": 3, "миллионн": 6, "мільйонн": 6, "мільённ": 6, "миллиардн": 9, "мільярдн": 9}


def has_number_words(text: str, words: Lexicon) -> bool:
    """Whether any word of the text is one of the lexicon's numbers; hints aside."""
    form = text.casefold()
    return form in words.spelled if text.isalpha() else not words.spelled.isdisjoint(_FORM.findall(form))


def tokens(text: str, literals: Sequence[Mention], words: Lexicon, spelled: bool = True) -> list[Token]:
    """Tokens in text order; words that have nothing to do with numbers are left out.

    ``spelled`` is False where it is known that ``has_number_words`` is.
    """
    found = [Token(m.span, Role.LITERAL, _first(m), mention=m) for m in literals]
    ends = {m.span.end for m in literals}
    halves = [Span(*m.span()) for m in words.and_a_half.finditer(text)] if words.and_a_half else []
    found += [Token(span, Role.AND_A_HALF, Fraction(1, 2)) for span in halves]
    for match in _spelled(text, ends, words) if spelled else _attached(text, ends):
        if any(span.start <= match.start() < span.end for span in halves):
            continue  # the "половиной" of "с половиной"
        if token := _word(text, match, ends, words):
            found.append(token)
    return sorted(found, key=lambda token: token.span)


def _spelled(text: str, ends: set[int], words: Lexicon) -> Iterator[re.Match[str]]:
    """The words of the lexicon, and those right after a literal."""
    spelled = words.spelled
    for match in _WORD.finditer(text):
        if match[0].rstrip(".").casefold() in spelled or match.start() in ends or match.start() - 1 in ends:
            yield match


def _attached(text: str, ends: set[int]) -> Iterator[re.Match[str]]:
    """The words right after a literal."""
    for end in ends:
        inside = text[end : end + 1] == "'" and text[end - 1].isalpha()  # "3rd's"
        after = _WORD.match(text, end) or (None if inside else _WORD.match(text, end + 1))
        if after:
            yield after


def _first(mention: Mention) -> Rational:
    return min(value for _, value in mention.exact)


def _word(text: str, match: re.Match[str], ends: set[int], words: Lexicon) -> Token | None:
    written = match[0].rstrip(".")
    span, form = Span(match.start(), match.start() + len(written)), written.casefold()
    if span.start in ends and form in _SUFFIXES:
        power = 10 ** _SUFFIXES[form]
        money = re.search(r"[$€£₴₽¥]\s?[\d.,]+$", text[: span.start])
        return Token(span, Role.MAGNITUDE, power, form, doubtful=form in _DOUBTFUL and not money)
    if span.start - 1 in ends and text[span.start - 1] == "-":
        for stem, power_of_ten in _STEMS.items():
            if form.startswith(stem):
                return Token(span, Role.MAGNITUDE, 10**power_of_ten, form)
    if form in words.cardinals:
        return Token(span, Role.CARDINAL, words.cardinals[form], form)
    if form in words.magnitudes:
        dotted = match[0].endswith(".") and len(form) <= 4  # "3 тыс. 500": the point belongs to the abbreviation
        return Token(Span(span.start, match.end()) if dotted else span, Role.MAGNITUDE, words.magnitudes[form], form)
    if form in words.multipliers:
        return Token(span, Role.MULTIPLIER, words.multipliers[form], form)
    if form in words.ordinals:
        return Token(span, Role.ORDINAL, words.ordinals[form], form)
    return None
