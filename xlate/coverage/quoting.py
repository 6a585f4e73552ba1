"""Quotations: is what somebody said still given as quoted, and is as much quoted as before?

A quotation that opens in one segment and closes in the next is passed over: its other half is in another bead.  Russian
and its neighbours also set speech off by a dash, so a dash at the beginning, or after a stop, counts as quoting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from xlate.checks.quotes import quotations
from xlate.coverage.clauses import n_words
from xlate.coverage.finding import Kind, Note
from xlate.coverage.sides import Couple
from xlate.model import Severity, Span

SPEECH = 5
"""Words from which a quotation is speech.  Guessed: shorter ones are titles and single words held at a distance, which
translations unquote at will."""

LIKELIHOOD = 0.5

_DASH = re.compile(r"^\s*[—–-]\s|[.!?…,]\s*[—–-]\s")


def check_quotations(couple: Couple) -> Iterator[Note]:
    """A note where speech is quoted on one side and nothing is on the other."""
    left, right = couple.source.text, couple.target.text
    for ours, theirs, in_source in ((left, right, True), (right, left, False)):
        speech = _speech(ours)
        if not speech or _quotes(theirs):
            continue
        if in_source:
            yield Note(Kind.QUOTATION, Severity.INFO, LIKELIHOOD, "quoted in the source only", source=speech)
        else:
            yield Note(Kind.QUOTATION, Severity.INFO, LIKELIHOOD, "quoted in the translation only", target=speech)


def _speech(text: str) -> tuple[Span, ...]:
    return tuple(span for span in quotations(text).spans if n_words(span.of(text)) >= SPEECH)


def _quotes(text: str) -> bool:
    found = quotations(text)
    return bool(found.spans or found.opened or found.closed or _DASH.search(text))
