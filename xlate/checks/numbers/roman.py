"""Roman numerals: "XXI век", "Elizabeth II", also typed with Cyrillic Х, І, С and М.

Next to the word for a century a numeral counts like any number.  Elsewhere it only may: DC is a city and MD a doctor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from xlate.checks.numbers.mention import Mention, numbers
from xlate.checks.numbers.words import lexicon
from xlate.model import Span

_NUMERAL = re.compile(
    r"(?<![\w.'-])(?=[IVXLCDM])(M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))(?![\w']|\.\w)"
)
_LATIN = str.maketrans("ХІСМ", "XICM")
_CAPITALS = "IVXLCDMХІСМ"
_LETTER = re.compile("[IVXLCDM]")
_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_NAMED = re.compile(r"\b[A-ZА-ЯІЎЄҐЁ][\w'-]+\s$")  # "Apollo X", "Карл V"
_CLEARLY = frozenset(
    [
        "II",
        "III",
        "VI",
        "VII",
        "VIII",
        "IX",
        "XI",
        "XII",
        "XIII",
        "XIV",
        "XV",
        "XVI",
        "XVII",
        "XVIII",
        "XIX",
        "XX",
        "XXI",
    ]
)


def roman_numerals(text: str, language: str) -> Iterator[Mention]:
    """Every Roman numeral; single letters only next to a century or after a name (I is a pronoun, X a network)."""
    century = lexicon(language).century
    latin = text.translate(_LATIN)
    if not _LETTER.search(latin):
        return
    for match in _NUMERAL.finditer(latin):
        follows = bool(century and re.compile(rf"(?:-\w{{1,3}})?\s+{century.pattern}", re.I).match(text, match.end()))
        dashed = bool(century and re.compile(rf"\s*[-–—]\s*[XVI]+\s+{century.pattern}", re.I).match(latin, match.end()))
        pronoun = match[0] == "I" and language == "en"
        if not (follows or dashed) and len(match[0]) == 1 and (pronoun or not _NAMED.search(text, 0, match.start())):
            continue
        yield Mention(
            Span(*match.span()),
            numbers([_value(match[0])]),
            optional=not (follows or dashed),
            telling=match[0] in _CLEARLY,
        )


def may_be_roman(word: str) -> bool:
    """Whether ``roman_numerals`` could find one in the word (letters only), whatever stands around it."""
    return word[0] in _CAPITALS and _NUMERAL.search(word.translate(_LATIN)) is not None


def _value(numeral: str) -> int:
    digits = [_DIGITS[letter] for letter in numeral]
    following = [*digits[1:], 0]
    return sum(-digit if digit < after else digit for digit, after in zip(digits, following, strict=True))
