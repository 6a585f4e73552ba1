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
_NEXT_WORD = re.compile(r"\s+([\w'’-]+)")


def agreeing_form(forms: Sequence[Form], after: str, likely: Sequence[Case], language: str) -> Form | None:
    """The form that an adjective before ``after`` must have; None where its own agrees, or the noun is not known."""
    match = _NEXT_WORD.match(after)
    nouns = _noun_forms(match[1].lower(), language) if match else ()
    if not nouns or set(nouns) & set(forms):
        return None
    return next((noun for case in likely for noun in nouns if noun.case is case), nouns[0])


def _noun_forms(word: str, language: str) -> tuple[Form, ...]:
    if language == "ru":
        return noun_readings(word)
    for ending, cases in _ENDINGS.get(language, ()):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return tuple(Form(case, Number.SINGULAR, _F) for case in cases)
    return ()
