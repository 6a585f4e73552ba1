"""A segment's features as text: pieces of words, stems for the lexicon, and anchors that a translation carries over."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xlate.checks.addresses import addresses
from xlate.checks.numbers.composing import compose
from xlate.checks.numbers.literals import literals
from xlate.checks.numbers.tokens import has_number_words, tokens
from xlate.checks.numbers.words import lexicon as number_words
from xlate.transliteration import transliterate

GRAM = (3, 4)
"""Letters in a piece of a word, edges marked: of 3, 4, 3+4 and 3-5 the best on dev/news en-ru (AUC), 2026-11-29."""

STEM = 5
"""Letters of a word that count as its stem in the lexicon: 5 tells true beads from false ones better than 6
(AUC .9945 against .9923, 566 beads of dev/news en-ru against as many random ones, 2026-11-29)."""

_WORD = re.compile(r"[^\W_]+")
_STEM_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
_BLANKS = str.maketrans(dict.fromkeys("\xa0\u202f\u2009", " "))
_PLAIN = str.maketrans("ё’ʼ", "е''")


def latin_words(text: str, language: str) -> list[str]:
    """The words, in small Latin letters."""
    return _WORD.findall(transliterate(text, language))


def pieces(word: str) -> tuple[str, ...]:
    """Pieces of a word, or a whole number: what two spellings of a name share.  Always in the same order."""
    if word.isdigit():
        return ("#" + word,)
    edged = f"_{word}_"
    return tuple(dict.fromkeys(edged[k : k + n] for n in GRAM for k in range(len(edged) - n + 1))) or (edged,)


def stems(text: str) -> set[str]:
    """The stems of the words, as the lexicon has them."""
    return {word[:STEM] for word in _STEM_WORD.findall(text.lower().translate(_PLAIN))}


def anchors(text: str, language: str) -> Iterator[str]:
    """Numbers by value, addresses: what a translation carries over whatever its words are.

    Figures and number words only: reading dates, hours and telephone numbers takes three times as long, and what is
    found then gives no better beads (dev/news, 2026-11-29).
    """
    plain = text.translate(_BLANKS)
    known = number_words(language)
    written = list(literals(plain, language))
    some = bool(written) or has_number_words(plain, known)
    for mention in compose(plain, tokens(plain, written, known), known) if some else ():
        if not mention.optional:
            kind, value = min(mention.exact)
            yield f"{kind}{value}"
    for address in addresses(text):
        yield address.text.casefold().rstrip("/")
