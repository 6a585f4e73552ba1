"""Where in a translation the wrong name stands, and in which form the right one must replace it.

Found by likeness first (a garbled "Лукашэнкоўам" is like Лукашэнкам; a name left in Latin letters is the source's own),
then by the decoder's attention.  ``deciding.py`` says in which form.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from xlate.glossary.concept import Form
from xlate.glossary.enforcement.deciding import wanted_form
from xlate.glossary.enforcement.expectation import Expectation
from xlate.glossary.enforcement.words import Words, fold, folded_words
from xlate.model import Attention, Span
from xlate.similarity import likeness

LEAST_LIKENESS = 0.55  # guessed: Литва/Литвой 0.6, Вільня/Вільнюс 0.57; unlike words of one length rarely pass 0.4
SURE_LIKENESS = 0.7  # guessed: a garbled spelling of the name itself (Тіхановскага, Літвам)
NEIGHBOUR, LONGEST = 0.6, 3  # guessed: share of the top weight that a neighbour needs, and words on top of the first
LEAST_ATTENTION = (
    0.4  # first pieces of words put .75-.99 on what they translate, strangers up to .3 (read on 20 sentences)
)
_AND_NAME = re.compile(r",? (?:и|і|й|та|ды) (?P<name>[А-ЯЁІЇЄҐЎA-Z][\w'’-]*(?: [А-ЯЁІЇЄҐЎA-Z][\w'’-]*)?)")
_SOUNDS = str.maketrans("эєыіїґюя", "ееииигуа", "ьъ")


@dataclass(frozen=True, slots=True)
class Place:
    """The words to replace and the form to put there."""

    span: Span
    form: Form
    reason: str


def place_by_likeness(
    source: str, target: Words, expectation: Expectation, taken: Sequence[Span], least_likeness: float
) -> Place | None:
    """Where the target has a spelling that is like the wanted name; None when nothing is like it."""
    found = _by_likeness(source, target, expectation, _free(target, taken), least_likeness)
    form = found and wanted_form(source, target.text, found, expectation)
    return Place(found, form, "the nearest spelling was replaced") if found and form else None


def place_by_attention(
    source: str,
    target: Words,
    expectation: Expectation,
    attention: Attention | None,
    name: Span,
    taken: Sequence[Span],
) -> Place | None:
    """The words that the decoder wrote while it looked at ``name``, a span of what it decoded; None without any."""
    least = 0.0 if expectation.forced else LEAST_ATTENTION
    found = _by_attention(attention, name, _free(target, taken), least) if attention else None
    form = found and wanted_form(source, target.text, found, expectation)
    return Place(found, form, "the words written for it were replaced") if found and form else None


def place_by_partner(source: str, target: Words, expectation: Expectation, partners: Sequence[Span]) -> Place | None:
    """The capitalised words that the translation joins by "and" to another name, as the English joins this one.

    ``partners`` are the names that stand in the target and are in no doubt, and end right before "and X" in the source.
    """
    for partner in partners:
        match = _AND_NAME.match(target.text, partner.end)
        if match:
            found = Span(match.start("name"), match.end("name"))
            form = wanted_form(source, target.text, found, expectation)
            return Place(found, form, "the name joined to its neighbour was replaced")
    return None


def whole_name(target: str, span: Span, expectation: Expectation) -> Span:
    """``span`` of a surname, widened over the garbled first name before it: Свиатлану *Тихановской*.

    Only where the source has the full name and the words before are like those that belong there.
    """
    n_more = len(expectation.wanted.name.split()) - len(span.of(target).split())
    words = Words(target[: span.start]).spans
    if n_more < 1 or len(words) < n_more or not _adjacent([*words[-n_more:], span], Words(target)):
        return span
    wider = Span(words[-n_more].start, span.end)
    before = target[wider.start : words[-1].end]
    alike = max(
        likeness(_sounds(before), _sounds(" ".join(spelling.split()[:n_more])))
        for variants in expectation.wanted.forms.values()
        for spelling in variants
    )
    exact = folded_words(wider.of(target)) in expectation.wanted.accepted
    return wider if alike >= LEAST_LIKENESS and not exact else span


def _sounds(name: str) -> str:
    """Spellings of one sound in the three languages as one: Еммануе is like Эманюэль."""
    return fold(name).translate(_SOUNDS)


def _by_likeness(
    source: str, target: Words, expectation: Expectation, free: Sequence[Span], least: float
) -> Span | None:
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
            score = 1.0 if text == surface else max(likeness(fold(text), s, cutoff=least) for s in spellings)
            if score >= least and (best is None or score > best[0]):
                best = (score, span)
    return best[1] if best else None


def _by_attention(attention: Attention, name: Span, free: Sequence[Span], least_attention: float) -> Span | None:
    """The free words that looked most at the name; neighbours that looked nearly as much belong to it."""
    pieces = attention.on(name)
    weights = []
    for span in free:
        inside = [weight for piece, weight in pieces if piece.start < span.end and span.start < piece.end]
        weights.append(max(inside, default=0.0))
    if not weights or max(weights) < least_attention:
        return None
    first = last = weights.index(max(weights))
    least = max(NEIGHBOUR * weights[first], LEAST_ATTENTION)

    def belongs(number: int, neighbour: int) -> bool:
        """Whether the next free word is the next word of the text too, and looked nearly as much."""
        inside = 0 <= number < len(free) and last - first < LONGEST
        return inside and weights[number] >= least and _touch(free, number, neighbour)

    while belongs(first - 1, first):
        first -= 1
    while belongs(last + 1, last):
        last += 1
    return Span(free[first].start, free[last].end)


def _touch(free: Sequence[Span], left: int, right: int) -> bool:
    """Whether nothing but a space or a hyphen stands between two free words."""
    first, second = sorted((free[left], free[right]))
    return second.start - first.end <= 1


def _free(target: Words, taken: Sequence[Span]) -> list[Span]:
    """The words that no name has taken."""
    return [span for span in target.spans if not any(span.start < t.end and t.start < span.end for t in taken)]


def _adjacent(run: Sequence[Span], target: Words) -> bool:
    return all(target.text[a.end : b.start] in (" ", "-", "\u00a0") for a, b in pairwise(run))
