"""Where in a translation the wrong name stands, and in which form the right one must replace it.

Found by likeness first (a garbled "Лукашэнкоўам" is like Лукашэнкам; a name left in Latin letters is the source's own),
then by the decoder's attention.  ``deciding.py`` says in which form.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from xlate.glossary.concept import Case, Form
from xlate.glossary.enforcement.deciding import wanted_form
from xlate.glossary.enforcement.expectation import Expectation, Wanted
from xlate.glossary.enforcement.government import GOVERNMENT
from xlate.glossary.enforcement.refusing import is_of_another, may_give_way, needs_noun
from xlate.glossary.enforcement.words import Words, fold, folded_words, is_odd
from xlate.model import Attention, Span
from xlate.similarity import likeness, nearest

LEAST_LIKENESS = 0.55  # guessed: Литва/Литвой 0.6, Вільня/Вільнюс 0.57; unlike words of one length rarely pass 0.4
SURE_LIKENESS = 0.7  # guessed: a garbled spelling of the name itself (Тіхановскага, Літвам)
NEIGHBOUR, LONGEST = 0.6, 3  # guessed: share of the top weight that a neighbour needs, and words on top of the first
LEAST_ATTENTION = 0.4  # first pieces of words put .75-.99 on what they translate, strangers up to .3 (20 sentences)
LEAST_ATTENTION_OF_NO_NAME = 0.7
"""For a word without a capital.  "Years" and "residents" got .47-.66 of names that the decoder had left out, words that
it had written for a name .7-.98 (read on 47 names of the news set, ru uk be, 2026-11-29).
"""
LEAST_ATTENTION_OF_ODD = 0.5
"""For words that are in no word list, «модрид»: of 10 that were read, those with .40-.44 had been written for the name
in one of 3, those with .53-.70 in 6 of 7 («фільм-мейкер» got .42 of "US"; news set, ru uk be, 2026-11-29).
"""
LEAST_ATTENTION_OF_STANDIN = 0.45
"""For what was written for a stand-in.  With .4 for these and for odd words, 3 more of 1,410 names come, and
«официальные чиновники» go for "Chinese"; with .5, one name fewer comes (news set, ru uk be, 2026-11-29).
"""
LIKE_ITS_WORDS = 0.75  # guessed: «Южной *Кореянера*», where attention found the second word only
_AND_NAME = re.compile(r",? (?:и|і|й|та|ды) (?P<name>[А-ЯЁІЇЄҐЎA-Z][\w'’-]*(?: [А-ЯЁІЇЄҐЎA-Z][\w'’-]*)?)")
_SOUNDS = str.maketrans("эєыіїґюя", "ееииигуа", "ьъ")


@dataclass(frozen=True, slots=True)
class Place:
    """The words to replace and the form to put there."""

    span: Span
    form: Form
    reason: str
    spelling: str


def place_by_likeness(
    source: str, target: Words, expectation: Expectation, taken: Sequence[Span], least_likeness: float
) -> Place | None:
    """Where the target has a spelling that is like the wanted name, or the surname of it; None when nothing is."""
    if expectation.wanted.name[:1].islower():
        least_likeness = max(least_likeness, SURE_LIKENESS)  # «официальные чиновники» is no официальный представитель
    free, surface = _free(target, taken), expectation.match.span.of(source)
    best: tuple[float, Span, Wanted] | None = None
    for wanted in filter(None, (expectation.wanted, expectation.wanted.surname)):
        like = _most_alike(surface, target, wanted, free, least_likeness)
        if like and (best is None or like[0] > best[0]):
            best = (*like, wanted)
    if best is None or not _is_its_own(source, target.text, best[1], expectation):
        return None
    _, found, wanted = best
    form = wanted_form(source, target.text, found, expectation)
    return Place(found, form, "the nearest spelling was replaced", wanted.spelling(form))


def place_by_attention(
    source: str,
    target: Words,
    expectation: Expectation,
    attention: Attention | None,
    name: Span,
    taken: Sequence[Span],
    *,
    is_standin: bool = False,
) -> Place | None:
    """The words that the decoder wrote while it looked at ``name``, a span of what it decoded; None without any.

    ``is_standin`` says that ``name`` is a simple word put there in place of the real one.
    """
    if not attention:
        return None
    free = _free(target, taken)
    weights = _weights(attention, name, free, target, expectation.language)
    n_most = max(
        len(expectation.wanted.name.split()),
        len(expectation.match.span.of(source).split()),
        LONGEST if is_standin else 1,
    )
    run = _most_looked_at(free, weights, 0.0 if expectation.forced else LEAST_ATTENTION, n_most)
    if not run:
        return None
    found = Span(free[run[0]].start, free[run[-1]].end)
    odd = all(is_odd(word, expectation.language) for word in folded_words(found.of(target.text)))
    least = LEAST_ATTENTION_OF_ODD if odd else LEAST_ATTENTION_OF_NO_NAME
    least = 0.0 if expectation.forced else LEAST_ATTENTION_OF_STANDIN if is_standin else least
    opening = expectation.wanted.name[
        :1
    ].islower()  # a title may open the sentence; of others a capital there says nothing
    is_name = any((free[n].start or opening) and free[n].of(target.text)[:1].isupper() for n in run)
    if max(weights[n] for n in run) < least and not is_name:
        return None
    run = _with_its_words(free, run, target, expectation)
    found = Span(free[run[0]].start, free[run[-1]].end)
    noun = needs_noun(source, target.text, found, expectation)
    if not expectation.forced and not noun and not may_give_way(source, target.text, found, expectation):
        return None
    form = wanted_form(source, target.text, found, expectation)
    spelling = expectation.wanted.spelling(form)
    if noun and expectation.noun:
        form = Form(Case.GENITIVE)
        spelling = expectation.noun.spelling(form)
    return Place(found, form, "the words written for it were replaced", spelling)


def place_by_partner(source: str, target: Words, expectation: Expectation, partners: Sequence[Span]) -> Place | None:
    """The capitalised words that the translation joins by "and" to another name, as the English joins this one.

    ``partners`` are the names that stand in the target and are in no doubt, and end right before "and X" in the source.
    """
    for partner in partners:
        match = _AND_NAME.match(target.text, partner.end)
        if match:
            found = Span(match.start("name"), match.end("name"))
            form = wanted_form(source, target.text, found, expectation)
            spelling = expectation.wanted.spelling(form)
            return Place(found, form, "the name joined to its neighbour was replaced", spelling)
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


def _is_its_own(source: str, target: str, found: Span, expectation: Expectation) -> bool:
    """Whether the words that are like the name can be the name, garbled."""
    word = found.of(target)
    if word == expectation.match.span.of(source):
        return True
    return may_give_way(source, target, found, expectation) and not is_of_another(source, word, expectation)


def _sounds(name: str) -> str:
    """Spellings of one sound in the three languages as one: Еммануе is like Эманюэль."""
    return fold(name).translate(_SOUNDS)


def _most_alike(
    surface: str, target: Words, wanted: Wanted, free: Sequence[Span], least: float
) -> tuple[float, Span] | None:
    """The word, or as many side by side as the name has, that is most like ``wanted``, with its likeness.

    ``surface``: the name as the source has it, which is the name itself.
    """
    n_words = len(wanted.name.split())
    best: tuple[float, Span] | None = None
    for first in range(len(free)):
        for n in {1, n_words}:
            run = free[first : first + n]
            if len(run) < n or (n > 1 and not _is_one_name(run, target)):
                continue
            span = Span(run[0].start, run[-1].end)
            text = span.of(target.text)
            if not text[:1].isupper() and wanted.name[:1].isupper():
                continue
            alike = [] if text == surface else nearest(fold(text), wanted.folded, least, limit=1)
            score = 1.0 if text == surface else alike[0][1] if alike else 0.0
            if score >= least and (best is None or score > best[0]):
                best = (score, span)
    return best


def _weights(attention: Attention, name: Span, free: Sequence[Span], target: Words, language: str) -> list[float]:
    """How much the decoder looked at the name while it wrote each free word; a preposition is never a name."""
    prepositions = GOVERNMENT.get(language, {})
    pieces = [(piece.start, piece.end, weight) for piece, weight in attention.on(name) if piece.start < piece.end]
    weights, first = [], 0
    for span in free:
        while first < len(pieces) and pieces[first][1] <= span.start:
            first += 1
        most, at = 0.0, first
        while at < len(pieces) and pieces[at][0] < span.end:
            most, at = max(most, pieces[at][2]), at + 1
        function_word = len(span) == 1 or span.of(target.text).lower() in prepositions
        weights.append(0.0 if function_word else most)
    return weights


def _most_looked_at(free: Sequence[Span], weights: Sequence[float], least: float, n_most: int) -> range | None:
    """The numbers of the free words that looked most at a name; neighbours that looked nearly as much belong to it."""
    if not weights or max(weights) < least or not max(weights):
        return None
    first = last = weights.index(max(weights))
    enough = max(NEIGHBOUR * weights[first], LEAST_ATTENTION)

    def belongs(number: int, neighbour: int) -> bool:
        """Whether the next free word is the next word of the text too, and looked nearly as much."""
        inside = 0 <= number < len(free) and last - first + 1 < n_most
        return inside and weights[number] >= enough and _touch(free, number, neighbour)

    while belongs(last + 1, last):
        last += 1
    while belongs(first - 1, first):
        first -= 1
    return range(first, last + 1)


def _with_its_words(free: Sequence[Span], run: range, target: Words, expectation: Expectation) -> range:
    """The run and the words beside it that are garbled words of the name themselves."""
    own = {fold(word) for variants in expectation.wanted.forms.values() for s in variants for word in s.split()}

    def is_own(number: int, neighbour: int) -> bool:
        if not 0 <= number < len(free) or not _touch(free, number, neighbour) or len(own) < 2:
            return False
        word = fold(free[number].of(target.text))
        return max(likeness(word, other) for other in own) >= LIKE_ITS_WORDS

    first, last = run[0], run[-1]
    if len(run) < len(expectation.wanted.name.split()):
        first -= is_own(first - 1, first)
        last += is_own(last + 1, last)
    return range(first, last + 1)


def _touch(free: Sequence[Span], left: int, right: int) -> bool:
    """Whether nothing but a space or a hyphen stands between two free words."""
    first, second = sorted((free[left], free[right]))
    return second.start - first.end <= 1


def _free(target: Words, taken: Sequence[Span]) -> list[Span]:
    """The words that no name has taken."""
    return [span for span in target.spans if not any(span.start < t.end and t.start < span.end for t in taken)]


def _is_one_name(run: Sequence[Span], target: Words) -> bool:
    """Whether words stand side by side and the last is no "and" or "in": «собрании и» is not what a body is called."""
    return _adjacent(run, target) and len(run[-1]) > 1


def _adjacent(run: Sequence[Span], target: Words) -> bool:
    return all(target.text[a.end : b.start] in (" ", "-", "\u00a0") for a, b in pairwise(run))
