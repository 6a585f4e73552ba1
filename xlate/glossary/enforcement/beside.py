"""Names that the decoder left out although their neighbour is there: «Дональд Трамп» for "President Donald Trump".

English puts titles and names of countries right before the word that they belong to, and so the place of one that is
missing is known: a title stands before its person, in the person's case; an adjective before its noun, in agreement
with it; the name of a country or a body after the office or body that is its own, in the genitive.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from xlate.glossary.concept import Case, Form, Gender, Kind, Number
from xlate.glossary.enforcement.deciding import evidence, settled_case
from xlate.glossary.enforcement.expectation import Expectation
from xlate.glossary.enforcement.words import folded_words, words_of
from xlate.model import Span

_OWNERS = (Kind.PLACE, Kind.ORGANISATION)
_HEADS = (Kind.TITLE, Kind.ORGANISATION)
_POSSESSIVES = (" ", "'s ", "’s ", "' ", "’ ")


@dataclass(frozen=True, slots=True)
class Insertion:
    """What to write where, a space on either side of it."""

    at: int
    spelling: str


def beside_its_neighbour(source: str, text: str, expected: Sequence[Expectation], number: int) -> Insertion | None:
    """Where the missing name of an expectation belongs; None where its neighbour is missing too, or there is none."""
    if number + 1 >= len(expected):
        return None
    missing, head = expected[number], expected[number + 1]
    gap = source[missing.match.span.end : head.match.span.start]
    kinds = missing.match.concept.kind, head.match.concept.kind
    if missing.match.plural or not (place := _only_place(text, expected, head)):
        return None
    span, forms = place
    case = settled_case(evidence(source, text, span, head), forms)
    if kinds == (Kind.TITLE, Kind.PERSON) and gap == " ":
        return Insertion(_before_owner(text, expected[:number], span).start, missing.wanted.spelling(Form(case)))
    if kinds[0] is Kind.ADJECTIVE and kinds[1] in _HEADS and gap == " ":
        return Insertion(span.start, missing.wanted.spelling(_agreeing(case, forms[0].number, head)))
    if kinds[0] in _OWNERS and kinds[1] in _HEADS and gap in _POSSESSIVES:
        return Insertion(span.end, missing.wanted.spelling(Form(Case.GENITIVE, missing.natural_number)))
    return None


def agreeing_with_neighbour(
    source: str, text: str, expected: Sequence[Expectation], number: int
) -> tuple[Span, str] | None:
    """Where an adjective stands right before its office or body, and its form that agrees: «расійскай прэзідэнтам».

    None where the two do not stand together, or the name of the country stands for the adjective.
    """
    adjective, *rest = expected[number:]
    if adjective.match.concept.kind is not Kind.ADJECTIVE or not rest or rest[0].match.concept.kind not in _HEADS:
        return None
    head, gap = rest[0], source[adjective.match.span.end : rest[0].match.span.start]
    place = _only_place(text, expected, head) if gap == " " else None
    if not place:
        return None
    span, forms = place
    own = [found for found, _ in adjective.places(words_of(text)) if found.end + 1 == span.start]
    case = settled_case(evidence(source, text, span, head), forms)
    agreeing = _agreeing(case, forms[0].number, head)
    spelling = adjective.wanted.respelled(folded_words(own[0].of(text)), agreeing) if own else ""
    return (own[0], spelling) if spelling else None


def _only_place(text: str, expected: Sequence[Expectation], head: Expectation) -> tuple[Span, list[Form]] | None:
    """Where the neighbour stands, if it stands as often as the source has it."""
    namesakes = [other for other in expected if other.match.concept is head.match.concept]
    found = head.places(words_of(text))
    return found[namesakes.index(head)] if len(found) == len(namesakes) else None


def _before_owner(text: str, before: Sequence[Expectation], person: Span) -> Span:
    """The country that stands right before a person, «США Дональд Трамп»: the title goes before it; else the person."""
    if not before or before[-1].match.concept.kind not in _OWNERS:
        return person
    owners = [span for span, _ in before[-1].places(words_of(text)) if span.end + 1 == person.start]
    return owners[0] if owners else person


def _agreeing(case: Case, number: Number, noun: Expectation) -> Form:
    concept = noun.match.concept
    case = Case.GENITIVE if case is Case.ACCUSATIVE and concept.kind is Kind.TITLE else case  # российского президента
    if number is Number.PLURAL:
        return Form(case, number)
    return Form(case, number, concept.gender_in(noun.language) or Gender.MASCULINE)
