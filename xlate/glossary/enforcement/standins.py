"""Names that the model knows well, to stand in for one that it gets wrong.

"Met with Tsikhanouskaya" comes out garbled; "met with Anna" gives «встретился с Анной», and the instrumental is what
the sentence wants: the stand-in carries gender, number and case, and is then replaced by the wanted name in the form it
has.  A stand-in is chosen by the gender that the wanted name has in the target language.  The names were chosen by
how often the bundled model gives them back (training corpus counts, 2026-11-29).
"""

from __future__ import annotations

from functools import lru_cache

from xlate.glossary.concept import Concept, Gender, Kind, Number, Term
from xlate.glossary.enforcement.expectation import Expectation, Wanted, WantedNames
from xlate.glossary.matching import Match
from xlate.model import Span

_M, _F, _N = Gender.MASCULINE, Gender.FEMININE, Gender.NEUTER
_PEOPLE, _PLACES, _BODIES, _OFFICES, _ADJECTIVES = "people", "places", "bodies", "offices", "adjectives"
_GROUPS = {
    Kind.PERSON: _PEOPLE,
    Kind.PLACE: _PLACES,
    Kind.ORGANISATION: _BODIES,
    Kind.OUTLET: _BODIES,
    Kind.EVENT: _BODIES,
    Kind.TITLE: _OFFICES,
    Kind.ADJECTIVE: _ADJECTIVES,
    Kind.OTHER: _PLACES,
}
_KINDS = {_PEOPLE: Kind.PERSON, _PLACES: Kind.PLACE, _BODIES: Kind.OTHER, _OFFICES: Kind.TITLE}

# group, gender, number: English, Russian, Ukrainian, Belarusian
_ROWS: tuple[tuple[str, Gender, Number, tuple[str, ...]], ...] = (
    (_PEOPLE, _M, Number.SINGULAR, ("Putin Путин Путін Пуцін", "Trump Трамп Трамп Трамп",
                                    "Biden Байден Байден Байдэн")),
    (_PEOPLE, _F, Number.SINGULAR, ("Anna Анна Анна Ганна", "Maria Мария Марія Марыя")),
    (_PLACES, _M, Number.SINGULAR, ("London Лондон Лондон Лондан", "Berlin Берлин Берлін Берлін",
                                    "Iran Иран Іран Іран")),
    (_PLACES, _F, Number.SINGULAR, ("Moscow Москва Москва Масква", "Poland Польша Польща Польшча",
                                    "Warsaw Варшава Варшава Варшава")),
    (_BODIES, _M, Number.SINGULAR, ("parliament парламент парламент парламент", "bank банк банк банк")),
    (_BODIES, _F, Number.SINGULAR, ("police полиция поліція паліцыя", "army армия армія армія")),
    (_BODIES, _N, Number.SINGULAR, ("ministry министерство міністерство міністэрства",)),
    (_OFFICES, _M, Number.SINGULAR, ("president президент президент прэзідэнт", "minister министр міністр міністр")),
    (_OFFICES, _M, Number.PLURAL, ("presidents президенты президенти прэзідэнты",)),
    (_ADJECTIVES, _M, Number.SINGULAR, ("Polish польский польський польскі", "German немецкий німецький нямецкі")),
)  # fmt: skip
_COLUMNS = ("en", "ru", "uk", "be")


class StandIns:
    """The stand-ins for translation from English into one language."""

    def __init__(self, target: str) -> None:
        self._target = target
        self._wanted = WantedNames(target)

    def choose(self, expectation: Expectation, taken: set[str]) -> tuple[str, Wanted] | None:
        """A name to write into the source, and how to recognise it in the target; None when no fitting one is left."""
        concept = expectation.match.concept
        if concept.kind is Kind.OTHER and not expectation.wanted.name[:1].isupper():
            return None  # a common noun: a place name in its stead would turn the sentence into another
        number = expectation.number or concept.number_in(self._target)
        for standin in _rows(_GROUPS[concept.kind], concept.gender_in(self._target), number):
            name = standin.terms["en"].text
            if name.lower() not in taken:
                made = self._wanted.of(Match(standin, Span(0, 0), name), name)
                return (name, made.wanted) if made else None
        return None


@lru_cache
def _rows(group: str, gender: Gender, number: Number) -> tuple[Concept, ...]:
    """Stand-ins of the group, gender and number; a neuter or unknown gender makes do with the masculine."""
    for wanted in (gender, _M):
        found = tuple(
            _concept(group, row_gender, row_number, names)
            for row_group, row_gender, row_number, rows in _ROWS
            if (row_group, row_gender, row_number) == (group, wanted, number)
            for names in rows
        )
        if found:
            return found
    return ()


def _concept(group: str, gender: Gender, number: Number, names: str) -> Concept:
    terms = {code: Term(code, text) for code, text in zip(_COLUMNS, names.split(), strict=True)}
    kind = Kind.ADJECTIVE if group == _ADJECTIVES else _KINDS[group]
    return Concept(kind, terms, gender, number, animate=group in (_PEOPLE, _OFFICES))
