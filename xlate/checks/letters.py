"""Words with letters of two scripts: "Сідnko", half a name spelled out, or a look-alike Latin "c" in «cлово».

A hyphen or apostrophe parts words of their own scripts ("IT-компания", «онлайн-banking», "iPhone'ов"), and a word that
the source has in the same mixture is the author's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from xlate.checks.addresses import addresses
from xlate.checks.base import Pair
from xlate.model import Finding, Severity, Span

_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[A-Za-zÀ-ɏ]")
_CYRILLIC = re.compile("[Ѐ-ӿ]")


class LettersCheck:
    """Says which words of the target mix Latin and Cyrillic letters."""

    name = "letters"

    def __call__(self, pair: Pair) -> Iterator[Finding]:
        in_source = {span.of(pair.source) for span in mixed_words(pair.source)}
        for span in mixed_words(pair.target):
            if (word := span.of(pair.target)) not in in_source:
                message = f"Latin and Cyrillic letters in one word: {word}"
                yield Finding(self.name, Severity.WARNING, message, target_span=span)


def mixed_words(text: str) -> Iterator[Span]:
    """The words outside addresses that have both Latin and Cyrillic letters."""
    if not (_LATIN.search(text) and _CYRILLIC.search(text)):
        return
    taken = [address.span for address in addresses(text)]
    for match in _WORD.finditer(text):
        if _LATIN.search(match[0]) and _CYRILLIC.search(match[0]):
            span = Span(*match.span())
            if not any(other.start < span.end and span.start < other.end for other in taken):
                yield span
