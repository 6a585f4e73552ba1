"""Prepositions that a decoder lost: «встретился Тихановской» for "met with Tsikhanouskaya".

One is put in only where three things agree: the English has it, no preposition stands before the name, and the word
before the name, or the name's own form, cannot do without it.
"""

from __future__ import annotations

import re

from xlate.glossary.concept import Case, Kind
from xlate.glossary.enforcement.deciding import Evidence
from xlate.glossary.enforcement.target_verbs import last_word

_WITH = {"ru": "с", "uk": "з", "be": "з"}
_BETWEEN = {"ru": "между", "uk": "між", "be": "паміж"}
_IN = {"ru": "в", "uk": "в", "be": "у"}
_TO = {
    "ru": ("в", Case.ACCUSATIVE),
    "uk": ("до", Case.GENITIVE),
    "be": ("у", Case.ACCUSATIVE),
}
# what happens with somebody: to meet, to talk, to agree
_COMPANY = {
    "ru": re.compile(r"встре[чт]|перегов|поговор|говори|соглас|бесед|разгов|сотруднич"),
    "uk": re.compile(r"зустрі|перегов|погов|говори|погод|розмо|бесід|співпрац"),
    "be": re.compile(r"сустр|перамо|пагавар|гавары|пагад|размо|гутар|супрац"),
}
_MOTION = {
    "ru": re.compile(r"поех|пое[дз]|еде|ехал|приех|лете|прилет|верну|прибы|визит|поездк|отправ|напр|пут"),
    "uk": re.compile(r"поїх|поїзд|їде|їхал|приїх|летi|леті|приле|поверн|прибу|візит|відпр|напр"),
    "be": re.compile(r"паех|паед|едз|ехал|прыех|ляце|прыля|вярну|прыбы|візіт|паезд|адпр|накір"),
}


def lost_preposition(
    said: Evidence, before: str, cases: set[Case], kind: Kind, language: str
) -> tuple[str, Case] | None:
    """The preposition to put before a name that stands in one of ``cases``, and the case after it; None for none."""
    if said.governed or language not in _WITH:
        return None
    cue, word = said.cue, last_word(before)
    if cue.word == "with" and _COMPANY[language].match(word):
        return _WITH[language], Case.INSTRUMENTAL
    if cue.word == "between" and word and not cue.joined and not cases & {Case.GENITIVE, Case.INSTRUMENTAL}:
        return _BETWEEN[language], Case.INSTRUMENTAL
    if kind is not Kind.PLACE:
        return None
    if cue.word == "in" and cue.cases == (Case.LOCATIVE,):
        bare = not said.opens and not said.active and Case.NOMINATIVE in cases and word
        if cases == {Case.LOCATIVE} or bare:
            return _IN[language], Case.LOCATIVE
    if cue.word == "to" and cue.cases == (Case.ACCUSATIVE, Case.GENITIVE) and _MOTION[language].match(word):
        return _TO[language]
    return None
