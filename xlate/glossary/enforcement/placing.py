"""Where in a translation the wrong name stands, and in which form the right one must replace it.

Found by likeness first (a garbled "Лукашэнкоўам" is like Лукашэнкам; a name left in Latin letters is the source's own),
then by the decoder's attention.  The form: what the preposition before it governs, what the replaced word itself says
by its ending, what the English around the source name says ("with", "of", "'s"), in this order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from xlate.glossary.concept import Case, Form, Number
from xlate.glossary.enforcement.expectation import Expectation
from xlate.glossary.enforcement.government import governed
from xlate.glossary.enforcement.words import Words, fold
from xlate.glossary.inflection import inflector
from xlate.model import Attention, Span
from xlate.similarity import likeness

LEAST_LIKENESS = 0.55  # guessed: Литва/Литвой 0.6, Вільня/Вільнюс 0.57; unlike words of one length rarely pass 0.4
LEAST_ATTENTION = 0.15  # guessed: below it the decoder did not write the name at all

_ENGLISH_CASES: dict[str, tuple[Case, ...]] = {
    "of": (Case.GENITIVE,), "from": (Case.GENITIVE,), "for": (Case.GENITIVE,), "without": (Case.GENITIVE,),
    "against": (Case.GENITIVE,), "near": (Case.GENITIVE,), "after": (Case.GENITIVE,), "with": (Case.INSTRUMENTAL,),
    "by": (Case.INSTRUMENTAL,), "between": (Case.INSTRUMENTAL,), "over": (Case.INSTRUMENTAL,),
    "to": (Case.DATIVE, Case.ACCUSATIVE), "told": (Case.DATIVE,), "gave": (Case.DATIVE,), "in": (Case.LOCATIVE,),
    "at": (Case.LOCATIVE,), "about": (Case.LOCATIVE, Case.ACCUSATIVE), "into": (Case.ACCUSATIVE,),
    "through": (Case.ACCUSATIVE,),
}  # fmt: skip
_SKIPPED = frozenset(["the", "a", "an", "president", "mr", "mrs", "ms", "minister", "prime", "leader"])
_ENGLISH_WORD = re.compile(r"[A-Za-z']+")


@dataclass(frozen=True, slots=True)
class Place:
    """The words to replace and the form to put there."""

    span: Span
    form: Form
    reason: str


def find_place(
    source: str, target: Words, expectation: Expectation, attention: Attention | None, taken: Sequence[Span]
) -> Place | None:
    """None when nothing in the target answers to the name."""
    free = [span for span in target.spans if not any(span.start < t.end and t.start < span.end for t in taken)]
    found = _by_likeness(source, target, expectation, free)
    reason = "the nearest spelling was replaced"
    if found is None and attention:
        found = _by_attention(expectation, attention, free)
        reason = "the words written for it were replaced"
    if found is None:
        return None
    return Place(found, wanted_form(source, target.text, found, expectation), reason)


def wanted_form(source: str, target: str, span: Span, expectation: Expectation) -> Form:
    """The form of the wanted name that belongs at ``span`` of the target."""
    language = expectation.language
    allowed = governed(target[: span.start], language)
    read = _readings(span.of(target), language)
    number = expectation.number or next((f.number for f in read if _has(expectation, f.number)), None)
    for case in allowed:
        if any(form.case is case for form in read):
            return _form(expectation, case, number)
    if len(allowed) == 1:
        return _form(expectation, allowed[0], number)
    hinted = _english_cases(source, expectation.match.span)
    if allowed:
        return _form(expectation, next((case for case in hinted if case in allowed), allowed[0]), number)
    cases = [form.case for form in read]
    for case in hinted:
        if case in cases or not cases:
            return _form(expectation, case, number)
    return _form(expectation, cases[0] if cases else Case.NOMINATIVE, number)


def _by_likeness(source: str, target: Words, expectation: Expectation, free: Sequence[Span]) -> Span | None:
    surface = expectation.match.span.of(source)
    spellings = {fold(s) for variants in expectation.wanted.forms.values() for s in variants}
    n_words = len(expectation.wanted.name.split())
    best: tuple[float, Span] | None = None
    for first in range(len(free)):
        for n in {1, n_words}:
            run = free[first : first + n]
            if len(run) < n or (n > 1 and not _adjacent(run, target)):
                continue
            span = Span(run[0].start, run[-1].end)
            text = span.of(target.text)
            if not text[:1].isupper() and expectation.wanted.name[:1].isupper():
                continue
            score = 1.0 if text == surface else max(likeness(fold(text), s, cutoff=LEAST_LIKENESS) for s in spellings)
            if score >= LEAST_LIKENESS and (best is None or score > best[0]):
                best = (score, span)
    return best[1] if best else None


def _by_attention(expectation: Expectation, attention: Attention, free: Sequence[Span]) -> Span | None:
    """The free words that looked most at the name; neighbours that looked nearly as much belong to it."""
    pieces = attention.on(expectation.match.span)
    weights = []
    for span in free:
        inside = [weight for piece, weight in pieces if piece.start < span.end and span.start < piece.end]
        weights.append(max(inside, default=0.0))
    if not weights or max(weights) < LEAST_ATTENTION:
        return None
    top = weights.index(max(weights))
    first = last = top
    while first > 0 and weights[first - 1] >= 0.6 * weights[top] and last - first < 3:
        first -= 1
    while last + 1 < len(free) and weights[last + 1] >= 0.6 * weights[top] and last - first < 3:
        last += 1
    return Span(free[first].start, free[last].end)


def _adjacent(run: Sequence[Span], target: Words) -> bool:
    return all(target.text[a.end : b.start] in (" ", "-", "\u00a0") for a, b in pairwise(run))


def _readings(text: str, language: str) -> list[Form]:
    """The forms that the replaced words can be, by the language's dictionary where it has one."""
    rules = inflector(language)
    words = [match[0] for match in re.finditer(r"[\w'’-]+", text)]
    if rules is None or not words:
        return []
    return list(rules.readings(words[0])) or list(rules.readings(words[-1]))


def _english_cases(source: str, span: Span) -> tuple[Case, ...]:
    if source[span.end : span.end + 2] in ("'s", "’s"):
        return (Case.GENITIVE,)
    before = [w.lower() for w in _ENGLISH_WORD.findall(source[: span.start])]
    while before and before[-1] in _SKIPPED:
        before.pop()
    return _ENGLISH_CASES.get(before[-1], ()) if before else ()


def _form(expectation: Expectation, case: Case, number: Number | None) -> Form:
    return Form(case, number or expectation.natural_number)


def _has(expectation: Expectation, number: Number) -> bool:
    return any(form.number is number for form in expectation.wanted.forms)
