"""Adjectives of places agree with their noun: «литовской армии», not «литовского армии».

Russian asks pymorphy3 for the noun's gender and case.  Ukrainian and Belarusian have no dictionary here (none with a
free licence); they go by the nouns in -ія, which their endings give away: armies, parties, companies, delegations.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from xlate.glossary.concept import Case, Form, Gender, Number
from xlate.glossary.inflection.readings import noun_readings

_F = Gender.FEMININE
_G, _D, _L = Case.GENITIVE, Case.DATIVE, Case.LOCATIVE
_ENDINGS: dict[str, tuple[tuple[str, tuple[Case, ...]], ...]] = {
    "uk": (("ією", (Case.INSTRUMENTAL,)), ("ії", (_G, _D, _L)), ("ію", (Case.ACCUSATIVE,)), ("ія", (Case.NOMINATIVE,))),
    "be": (
        ("іяй", (Case.INSTRUMENTAL,)), ("ыяй", (Case.INSTRUMENTAL,)), ("іі", (_G, _D, _L)), ("ыі", (_G, _D, _L)),
        ("ію", (Case.ACCUSATIVE,)), ("ыю", (Case.ACCUSATIVE,)), ("ія", (Case.NOMINATIVE,)),
        ("цыя", (Case.NOMINATIVE,)),
    ),
}  # fmt: skip
_M, _NEUTER = Gender.MASCULINE, Gender.NEUTER
_N, _A, _I = Case.NOMINATIVE, Case.ACCUSATIVE, Case.INSTRUMENTAL
_SG, _PL = Number.SINGULAR, Number.PLURAL
# where cases share an ending, one of them: the wanted adjective shares it, too
_ADJECTIVE_FORMS: dict[str, dict[str, Form]] = {
    "ru": {
        "ий": Form(_N, _SG, _M), "ого": Form(_G, _SG, _M), "ому": Form(_D, _SG, _M), "им": Form(_I, _SG, _M),
        "ом": Form(_L, _SG, _M), "ая": Form(_N, _SG, _F), "ой": Form(_G, _SG, _F), "ую": Form(_A, _SG, _F),
        "ое": Form(_N, _SG, _NEUTER), "ие": Form(_N, _PL), "их": Form(_G, _PL), "ими": Form(_I, _PL),
    },
    "uk": {
        "ий": Form(_N, _SG, _M), "ого": Form(_G, _SG, _M), "ому": Form(_D, _SG, _M), "им": Form(_I, _SG, _M),
        "ої": Form(_G, _SG, _F), "ій": Form(_D, _SG, _F), "ою": Form(_I, _SG, _F), "их": Form(_G, _PL),
        "ими": Form(_I, _PL),
    },
    "be": {
        "і": Form(_N, _SG, _M), "ага": Form(_G, _SG, _M), "аму": Form(_D, _SG, _M), "ім": Form(_I, _SG, _M),
        "ая": Form(_N, _SG, _F), "ай": Form(_G, _SG, _F), "ую": Form(_A, _SG, _F), "ае": Form(_N, _SG, _NEUTER),
        "ія": Form(_N, _PL), "іх": Form(_G, _PL), "імі": Form(_I, _PL),
    },
}  # fmt: skip
_ADJECTIVE = {
    language: re.compile(rf"(?:[сц]к|[сцз]ьк)(?P<ending>{'|'.join(forms)})$")
    for language, forms in _ADJECTIVE_FORMS.items()
}
_NEXT_WORD = re.compile(r"\s+([\w'’-]+)")


def agreeing_form(forms: Sequence[Form], after: str, likely: Sequence[Case], language: str) -> Form | None:
    """The form that an adjective before ``after`` must have; None where its own agrees, or the noun is not known."""
    match = _NEXT_WORD.match(after)
    nouns = _noun_forms(match[1].lower(), language) if match else ()
    if not nouns or set(nouns) & set(forms):
        return None
    return next((noun for case in likely for noun in nouns if noun.case is case), nouns[0])


def adjective_form(text: str, language: str) -> Form | None:
    """The form that the last word has, if it is an adjective of a place: «европейської перемоги» is a genitive."""
    match = _ADJECTIVE[language].search(text.lower()) if language in _ADJECTIVE else None
    return _ADJECTIVE_FORMS[language][match["ending"]] if match else None


def _noun_forms(word: str, language: str) -> tuple[Form, ...]:
    if language == "ru":
        return noun_readings(word)
    for ending, cases in _ENDINGS.get(language, ()):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return tuple(Form(case, Number.SINGULAR, _F) for case in cases)
    return ()
