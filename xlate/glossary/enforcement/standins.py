"""Names that the model knows well, to stand in for one that it gets wrong.

"Met with Tsikhanouskaya" comes out garbled; "met with Anna" gives «встретился с Анной», and the instrumental is what
the sentence wants: the stand-in carries gender, number and case, and is then replaced by the wanted name in the form it
has.  A stand-in is chosen by the gender that the wanted name has in the target language.  The names were chosen by
how often the bundled model gives them back (training corpus counts, 2026-11-29).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from functools import lru_cache

from xlate.glossary.concept import Concept, Gender, Kind, Number, Term
from xlate.glossary.enforcement.expectation import Expectation, Wanted, WantedNames
from xlate.glossary.enforcement.words import fold, folded_words
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

# group, gender, number: English, Russian, Ukrainian, Belarusian, and the targets it is good for where not for all
_ROWS: tuple[tuple[str, Gender, Number, tuple[str, ...]], ...] = (
    (_PEOPLE, _M, Number.SINGULAR, ("Trump Трамп Трамп Трамп", "Robert Роберт Роберт Роберт",
                                    "Thomas Томас Томас Томас", "Viktor Виктор Віктор Віктар ru,be")),
    (_PEOPLE, _F, Number.SINGULAR, ("Maria Мария Марія Марыя", "Irina Ирина Ірина Ірына",
                                    "Anna Анна Анна Ганна ru,uk")),
    (_PLACES, _M, Number.SINGULAR, ("Berlin Берлин Берлін Берлін", "Kyiv Киев Київ Кіеў", "London Лондон Лондон Лондан",
                                    "Washington Вашингтон Вашингтон Вашынгтон")),
    (_PLACES, _F, Number.SINGULAR, ("Moscow Москва Москва Масква", "Warsaw Варшава Варшава Варшава be",
                                    "Germany Германия Німеччина Германія", "Ukraine Украина Україна Украіна uk")),
    (_BODIES, _M, Number.SINGULAR, ("parliament парламент парламент парламент", "bank банк банк банк",
                                    "university университет університет універсітэт ru,be")),
    (_BODIES, _F, Number.SINGULAR, ("army армия армія армія", "company компания компанія кампанія",
                                    "police полиция поліція паліцыя")),
    (_BODIES, _N, Number.SINGULAR, ("ministry министерство міністерство міністэрства",
                                    "agency агентство агентство агенцтва")),
    (_BODIES, _M, Number.PLURAL, ("sanctions санкции санкції санкцыі", "banks банки банки банкі")),
    (_OFFICES, _M, Number.SINGULAR, ("president президент президент прэзідэнт", "minister министр міністр міністр")),
    (_OFFICES, _M, Number.PLURAL, ("presidents президенты президенти прэзідэнты",)),
    (_ADJECTIVES, _M, Number.SINGULAR, ("Polish польский польський польскі", "German немецкий німецький нямецкі")),
)  # fmt: skip
LEAST_STEM = 4  # letters shared with a name that stands in: «маскоўцы», «Лонд»
MADE_OF = 5  # with a common noun: with four, «мінімум» was made of «міністр» (news set, en-uk, 2026-11-29)
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
        for standin in _rows(_GROUPS[concept.kind], concept.gender_in(self._target), number, self._target):
            name = standin.terms["en"].text
            if name.lower() not in taken:
                made = self._wanted.of(Match(standin, Span(0, 0), name), name)
                return (name, self._of_either_number(made.wanted, standin)) if made else None
        return None

    def _of_either_number(self, wanted: Wanted, standin: Concept) -> Wanted:
        """The stand-in with its singular accepted too: "presidents" comes back as «любой президент»."""
        name = standin.terms["en"].text
        single = name.removesuffix("s")
        one = next((c for c in _every() if c.terms["en"].text == single and single != name), None)
        made = self._wanted.of(Match(one, Span(0, 0), single), single) if one else None
        return replace(wanted, accepted={**made.wanted.accepted, **wanted.accepted}) if made else wanted


@lru_cache
def _every() -> tuple[Concept, ...]:
    return tuple(_concept(group, gender, number, names) for group, gender, number, rows in _ROWS for names in rows)


@lru_cache
def _rows(group: str, gender: Gender, number: Number, target: str) -> tuple[Concept, ...]:
    """Stand-ins of the group, gender and number, as near as there are: a case is carried by any of them."""
    for wanted in ((gender, number), (_M, number), (gender, Number.SINGULAR), (_M, Number.SINGULAR)):
        found = tuple(
            _concept(group, row_gender, row_number, names)
            for row_group, row_gender, row_number, rows in _ROWS
            if (row_group, row_gender, row_number) == (group, *wanted)
            for names in rows
            if _good_for(names, target)
        )
        if found:
            return found
    return ()


def _good_for(names: str, target: str) -> bool:
    targets = names.split()[len(_COLUMNS) :]
    return not targets or target in targets[0].split(",")


def _concept(group: str, gender: Gender, number: Number, names: str) -> Concept:
    terms = {code: Term(code, text) for code, text in zip(_COLUMNS, names.split(), strict=False)}
    kind = Kind.ADJECTIVE if group == _ADJECTIVES else _KINDS[group]
    return Concept(kind, terms, gender, number, animate=group in (_PEOPLE, _OFFICES))


def leftover(text: str, before: str, standin: Wanted, own: Collection[str] = ()) -> bool:
    """Whether ``text`` has a word made of the stand-in, «берлинского», or half of one, «Лонд», and ``before`` has none.

    ``own`` are the words of the wanted names.
    """
    name = standin.name.split()[-1]
    return any(_is_made_of(word, name) for word in set(folded_words(text)) - set(own)) and not any(
        _is_made_of(word, name) for word in folded_words(before)
    )


def _is_made_of(word: str, name: str) -> bool:
    stem = fold(name).rstrip("аяеоыиі")[: LEAST_STEM if name[:1].isupper() else MADE_OF]
    return word.startswith(stem) or (len(word) >= LEAST_STEM and fold(name).startswith(word))
