"""All numbers that a text mentions, in any notation: the door to this package.

The readers run in a fixed order, and what one has read the next no longer sees:

1. addresses (https://a.by/2021/05, @user7), which ``urls`` compares letter by letter;
2. phone numbers ("+375 29 123-45-67" would be four numbers);
3. dates in figures and heights ("26.06.2022" would be 26.06 and 2022, "6-foot-6" twice six);
4. times ("10:30 a.m." would be 10 and 30);
5. Roman numerals, then literals and number words, put together by ``composing``;
6. hints: words that may stand for a number ("both", "двухдневный", "July") where nothing else was read.

Most sentences have no digit and no number word: their words are looked up, once each, and no reader is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache, lru_cache, partial

from xlate.checks.addresses import addresses
from xlate.checks.numbers.clock import NOON_WORDS, noons, times
from xlate.checks.numbers.composing import compose
from xlate.checks.numbers.dates import dates, heights, phones
from xlate.checks.numbers.hints import hint_of, hints
from xlate.checks.numbers.literals import literals
from xlate.checks.numbers.mention import Mention
from xlate.checks.numbers.roman import may_be_roman, roman_numerals
from xlate.checks.numbers.signs import scale, sign, unit
from xlate.checks.numbers.tokens import has_number_words, tokens
from xlate.checks.numbers.words import lexicon
from xlate.memo import Memo
from xlate.model import Span

_PLAIN = str.maketrans(
    dict.fromkeys("\xa0\u202f\u2009\u2007\u2002\u2003\u2008\u200a\t\n\r", " ")
    | dict.fromkeys("’ʼ‘`´", "'")
    | dict.fromkeys("‐‑‒", "-")
)
_ODD = re.compile(f"[{''.join(map(chr, _PLAIN))}]")
_HIDDEN = "\x1f"
_HINT, _NUMBER, _HOUR, _ROMAN = 1, 2, 4, 8
_FIGURE = re.compile(r"[\d¼½¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]")
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_LETTERS = re.compile(r"[^\W\d_]+")

Reader = Callable[[str], Iterator[Mention]]


@lru_cache(maxsize=256)  # an article's sources are read again for every target language
def mentions(text: str, language: str) -> tuple[Mention, ...]:
    """Every number in the text, in text order; spans point into ``text``."""
    plain = text.translate(_PLAIN) if _ODD.search(text) else text
    figures, said = _FIGURE.search(plain) is not None, 0
    says = _says(language)
    for word in _WORD.findall(plain):
        said |= says[word]
    if not figures and not said:
        return ()
    found: list[Mention] = []
    plain = _hide(plain, (address.span for address in addresses(plain)))
    for reader in _readers(figures, said, language):
        read = list(reader(plain))
        found += read
        plain = _hide(plain, (mention.span for mention in read))
    written = list(literals(plain, language)) if figures else []
    if written or said & _NUMBER:
        words = lexicon(language)
        read = list(compose(plain, tokens(plain, written, words, bool(said & _NUMBER)), words))
        found += [_dressed(mention, plain, language) for mention in read]
    if said & _HINT:
        # an optional word may still hint at something else: "third" is 3, and 1/3
        covered = [mention.span for mention in found if not mention.optional or len(mention.exact) > 1]
        found += hints(_hide(plain, covered), language)
    return tuple(sorted(found, key=lambda mention: mention.span))


def _readers(figures: bool, said: int, language: str) -> Iterator[Reader]:
    """Those that may find something, but for the last two."""
    if figures:
        yield from (phones, dates, heights, partial(times, language=language))
    if said & _HOUR:
        yield noons
    if said & _ROMAN:
        yield partial(roman_numerals, language=language)


@cache
def _says(language: str) -> Memo[str, int]:
    """What readers may find in a word, or in a part of it, whatever stands around it."""
    return Memo(partial(_said, language), 10_000)


def _said(language: str, word: str) -> int:
    hinted = hint_of(language)
    parts = {word} if word.isalpha() else {word, *_LETTERS.findall(word)}
    return (
        _HINT * any(hinted[part] is not None for part in parts)
        | _NUMBER * has_number_words(word, lexicon(language))
        | _HOUR * (not NOON_WORDS.isdisjoint(map(str.lower, parts)))
        | _ROMAN * any(map(may_be_roman, parts))
    )


def _dressed(mention: Mention, text: str, language: str) -> Mention:
    """The mention with its sign, its unit, and the scale that may follow ("two decades", "2 дюжины")."""
    words = lexicon(language)
    negative, certain = sign(text, mention.span, words)
    named = unit(text, mention.span)
    dressed = replace(mention, unit=named) if named else mention
    if factor := scale(text, mention.span, words):
        dressed = replace(dressed, loose=dressed.loose | dressed.scaled(factor).exact)
    if negative:
        exact = dressed.scaled(-1)
        dressed = replace(exact, unit=dressed.unit, loose=exact.loose if certain else exact.loose | dressed.exact)
    return dressed


def _hide(text: str, spans: Iterable[Span]) -> str:
    for span in spans:
        text = text[: span.start] + _HIDDEN * len(span) + text[span.end :]
    return text
