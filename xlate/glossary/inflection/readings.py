"""The other way round: which forms a word in running text can be.

A translation says «в Литвах»: the word is wrong, its ending still tells a locative plural.  Russian asks pymorphy3,
which guesses unknown words by their endings; Ukrainian and Belarusian go by endings alone, the likeliest case first.
"""

from __future__ import annotations

from functools import lru_cache

from xlate.glossary.concept import Case, Form, Gender, Number
from xlate.glossary.inflection.ru import analyzer

_CASES = {
    "nomn": Case.NOMINATIVE, "gent": Case.GENITIVE, "gen2": Case.GENITIVE, "datv": Case.DATIVE,
    "accs": Case.ACCUSATIVE, "ablt": Case.INSTRUMENTAL, "loct": Case.LOCATIVE, "loc2": Case.LOCATIVE,
    "voct": Case.VOCATIVE,
}  # fmt: skip
_GENDERS = {"masc": Gender.MASCULINE, "femn": Gender.FEMININE, "neut": Gender.NEUTER}
_N, _G, _D, _A, _I, _L = (case for case in Case if case is not Case.VOCATIVE)
_Endings = tuple[tuple[str, tuple[Case, ...], Number], ...]
_BELARUSIAN: _Endings = (
    ("амі", (_I,), Number.PLURAL),
    ("ямі", (_I,), Number.PLURAL),
    ("ах", (_L,), Number.PLURAL),
    ("ях", (_L,), Number.PLURAL),
    ("аў", (_G, _A), Number.PLURAL),
    ("яў", (_G, _A), Number.PLURAL),
    ("аму", (_D,), Number.SINGULAR),
    ("яму", (_D,), Number.SINGULAR),
    ("ага", (_G, _A), Number.SINGULAR),
    ("яга", (_G, _A), Number.SINGULAR),
    ("ую", (_A,), Number.SINGULAR),
    ("юю", (_A,), Number.SINGULAR),
    ("ай", (_I, _G, _D, _L), Number.SINGULAR),
    ("яй", (_I, _G, _D, _L), Number.SINGULAR),
    ("ам", (_I,), Number.SINGULAR),
    ("ем", (_I,), Number.SINGULAR),
    ("ом", (_I,), Number.SINGULAR),
    ("ым", (_I, _L), Number.SINGULAR),
    ("ім", (_I, _L), Number.SINGULAR),
    ("е", (_L, _D), Number.SINGULAR),
    ("у", (_A, _D, _L, _G), Number.SINGULAR),
    ("ю", (_A, _D, _L, _G), Number.SINGULAR),
    ("ы", (_G, _N), Number.SINGULAR),
    ("і", (_G, _L, _D), Number.SINGULAR),
    ("а", (_N, _G), Number.SINGULAR),
    ("я", (_N, _G), Number.SINGULAR),
)
_UKRAINIAN: _Endings = (
    ("ами", (_I,), Number.PLURAL),
    ("ями", (_I,), Number.PLURAL),
    ("ах", (_L,), Number.PLURAL),
    ("ях", (_L,), Number.PLURAL),
    ("ів", (_G, _A), Number.PLURAL),
    ("їв", (_G, _A), Number.PLURAL),
    ("ому", (_D, _L), Number.SINGULAR),
    ("ові", (_D, _L), Number.SINGULAR),
    ("еві", (_D, _L), Number.SINGULAR),
    ("ого", (_G, _A), Number.SINGULAR),
    ("ою", (_I,), Number.SINGULAR),
    ("ею", (_I,), Number.SINGULAR),
    ("єю", (_I,), Number.SINGULAR),
    ("ій", (_D, _L), Number.SINGULAR),
    ("ої", (_G,), Number.SINGULAR),
    ("ом", (_I,), Number.SINGULAR),
    ("ем", (_I,), Number.SINGULAR),
    ("єм", (_I,), Number.SINGULAR),
    ("им", (_I,), Number.SINGULAR),
    ("у", (_A, _L, _D, _G), Number.SINGULAR),
    ("ю", (_A, _L, _D, _G), Number.SINGULAR),
    ("и", (_G, _N), Number.SINGULAR),
    ("і", (_L, _D, _G), Number.SINGULAR),
    ("ї", (_G, _L, _D), Number.SINGULAR),
    ("а", (_N, _G), Number.SINGULAR),
    ("я", (_N, _G), Number.SINGULAR),
)
_ENDINGS = {"be": _BELARUSIAN, "uk": _UKRAINIAN}
_LEAST_SCORE = 0.05  # parses of pymorphy3 below this share are curiosities (guessed)


def readings(word: str, language: str) -> tuple[Form, ...]:
    """The forms that ``word`` can be as a noun or adjective, likeliest first; empty for other words and languages."""
    if language == "ru":
        return _by_dictionary(word.lower())
    return _by_ending(word.lower(), _ENDINGS[language]) if language in _ENDINGS else ()


@lru_cache(20_000)
def _by_dictionary(word: str) -> tuple[Form, ...]:
    found = []
    for parse in analyzer().parse(word):
        tag = parse.tag
        if tag.POS in ("NOUN", "ADJF", "PRTF") and tag.case in _CASES and parse.score >= _LEAST_SCORE:
            number = Number.PLURAL if tag.number == "plur" else Number.SINGULAR
            found.append(Form(_CASES[tag.case], number))
    return tuple(dict.fromkeys(found))


@lru_cache(20_000)
def noun_readings(word: str) -> tuple[Form, ...]:
    """The forms, with gender in the singular, that a Russian noun of the dictionary can be; empty for other words."""
    found = []
    for parse in analyzer().parse(word):
        tag = parse.tag
        if tag.POS != "NOUN":
            return ()
        if parse.is_known and tag.case in _CASES and parse.score >= _LEAST_SCORE:
            plural = tag.number == "plur"
            gender = Gender.UNKNOWN if plural else _GENDERS.get(tag.gender, Gender.UNKNOWN)
            found.append(Form(_CASES[tag.case], Number.PLURAL if plural else Number.SINGULAR, gender))
    return tuple(dict.fromkeys(found))


def _by_ending(word: str, endings: _Endings) -> tuple[Form, ...]:
    for ending, cases, number in endings:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return tuple(Form(case, number) for case in cases)
    return (Form(Case.NOMINATIVE), Form(Case.ACCUSATIVE))
