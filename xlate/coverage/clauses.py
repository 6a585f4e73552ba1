"""A segment cut at its clause boundaries, so that a lost clause can be named.

Cut is after a comma, semicolon or colon, at dashes and brackets, and before a conjunction that opens a clause.  The
Slavic languages set a comma before those; English leaves it out ("after the bridge was closed").  What is too short to
be a clause of its own joins its neighbour: "On Monday, ..." is no clause that a translator forgets.
"""

from __future__ import annotations

import re
from itertools import pairwise

from xlate.glossary.function_words import FUNCTION_WORDS
from xlate.model import Span

LEAST_WORDS = 3
"""Words of a clause.  Guessed: shorter ones are adverbials and names in apposition, which translations move about."""

LEAST_LETTERS = 4
"""Letters of a word that says something.  Guessed: "get", "one" and "way" are filled in as the language likes."""

_CONJUNCTIONS = {
    "en": "and|but|because|although|though|while|when|where|after|before|since|until|unless|if|which|who|whose|whom"
    "|that|whether|despite|as well as|in order to|so that|according to|including",
}
_BREAK = r"(?<=[,;:])(?<!\d[,:])\s+|\s+(?=[—–(\[])|(?<=[—–)\]])\s+|\s+-\s+"
_WORD = re.compile(r"[^\W_]+(?:['’ʼ-][^\W_]+)*")


def clauses(text: str, language: str) -> tuple[Span, ...]:
    """Spans of the clauses in order; together they hold all but white space.  One for a text without a boundary."""
    words = _CONJUNCTIONS.get(language)
    pattern = rf"{_BREAK}|\s+(?=(?:{words})\b)" if words else _BREAK
    edges = [(0, 0), *(match.span() for match in re.finditer(pattern, text)), (len(text), len(text))]
    spans = [Span(left[1], right[0]) for left, right in pairwise(edges) if right[0] > left[1]]
    return tuple(_joined(spans, text))


def n_words(text: str) -> int:
    """Words of the text, numbers included."""
    return len(_WORD.findall(text))


def n_content_words(text: str, language: str) -> int:
    """Words that say something of their own: of four letters or more, and numbers; none that any sentence may have."""
    small = FUNCTION_WORDS.get(language, frozenset())
    words = (word.lower() for word in _WORD.findall(text))
    return sum((len(word) >= LEAST_LETTERS and word not in small) or word.isdigit() for word in words)


def _joined(spans: list[Span], text: str) -> list[Span]:
    """Short ones put to the one before them, or, at the beginning, to the next."""
    found: list[Span] = []
    for span in spans:
        if found and (n_words(span.of(text)) < LEAST_WORDS or n_words(found[-1].of(text)) < LEAST_WORDS):
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return found
