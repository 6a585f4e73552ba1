"""English verbs and the case of their object in each target language.

A verb that the tables lack is taken for one with an accusative object, which is true of most; the tables hold what
differs, and what is so common in news that a translation which disagrees is more likely wrong than free.
"""

from __future__ import annotations

from collections.abc import Iterator

from xlate.glossary.concept import Case

_SHORT = {"g": Case.GENITIVE, "d": Case.DATIVE, "a": Case.ACCUSATIVE, "i": Case.INSTRUMENTAL}

# Cases of the object in ru, uk, be; then verbs with their irregular forms ("tell/told").  One case: surely that one.
_GOVERNMENT = """
d d d     tell/told help threaten trust believe promise owe answer/answered reply obey forbid/forbade/forbidden
a d d     thank
a a a     congratulate criticise criticize support invite arrest detain visit attack defeat beat/beaten elect
a a a     see/saw/seen love hate read know/knew/known replace appoint release free kill wound injure accuse blame
a a a     condemn watch punish dismiss suspend expel deport quote cite remember recognise recognize destroy capture
a a a     occupy seize liberate bomb defend praise name persuade convince inform represent poison sentence jail
a a a     imprison interview nominate host shoot/shot warn discuss describe mention
ag ag ag  leave/left lose/lost ask want await fear avoid reach need expect hear/heard win/won
ai ai ai  head lead/led use
ia ia ia  govern rule control own
"""
# give X a book: the person who gets it is a dative if a thing follows, else what is given stands after the verb
_DOUBLE = """
give/gave/given send/sent show/showed/shown offer hand bring/brought pay/paid award lend/lent sell/sold
write/wrote/written teach/taught promise grant read leave/left order
"""
_OTHER = """
say/said add reply answer note explain recall stress conclude insist warn admit confirm announce declare state argue
claim remark quip go/went/gone come/came meet/met take/took/taken make/made become/became begin/began/begun
speak/spoke/spoken fly/flew/flown hold/held keep/kept build/built find/found arrive plan hope think/thought sign return
land win/won open close begin start stop live work play vote travel move fall/fell/fallen wait listen agree receive
publish buy/bought call try use drive/drove run/ran stand/stood sit/sat rise/rose grow/grew die need want depend believe
report cancel change end fight/fought join launch withdraw/withdrew/withdrawn remain continue seem appear refuse reject
decide respond introduce accept allow provide suffer struggle unveil invade annex impose resume
"""
_AUXILIARY = "has have had is was were are will would can could may might must should did does do be been"
_SPEECH = """
say/said add reply answer note explain recall stress conclude insist warn admit confirm announce declare state argue
claim remark quip promise write/wrote/written
"""
_MOTION = """
go/went/gone fly/flew/flown travel return move come/came drive/drove run/ran arrive send/sent flee/fled escape
"""


def _forms(entry: str) -> Iterator[str]:
    verb, *irregular = entry.split("/")
    stem = verb.removesuffix("e")
    yield verb
    yield (
        f"{verb[:-1]}ies"
        if verb[-1] == "y" and verb[-2] not in "aeo"
        else f"{verb}{'es' if verb[-1] in 'shx' else 's'}"
    )
    yield f"{stem}ing"
    yield from irregular or ([f"{verb[:-1]}ied"] if verb[-1] == "y" and verb[-2] not in "aeo" else [f"{stem}ed"])
    if not irregular and verb[-1] in "btlpn" and verb[-2] in "aeiou":
        yield f"{verb}{verb[-1]}ed"
        yield f"{verb}{verb[-1]}ing"


def _government() -> dict[str, dict[str, tuple[Case, ...]]]:
    found: dict[str, dict[str, tuple[Case, ...]]] = {"ru": {}, "uk": {}, "be": {}}
    for line in filter(None, map(str.strip, _GOVERNMENT.splitlines())):
        *cases, verbs = line.split(maxsplit=3)
        for language, letters in zip(found, cases, strict=True):
            for entry in verbs.split():
                for form in _forms(entry):
                    found[language].setdefault(form, tuple(_SHORT[letter] for letter in letters))
    return found


OBJECT_CASES = _government()
"""By target language and English verb form: the cases of the object, likeliest first."""


def _all_forms(entries: str) -> frozenset[str]:
    return frozenset(form for entry in entries.split() for form in _forms(entry))


DOUBLE_OBJECT_VERBS = _all_forms(_DOUBLE)
SPEECH_VERBS = _all_forms(_SPEECH)
VERB_FORMS = frozenset(OBJECT_CASES["ru"]) | DOUBLE_OBJECT_VERBS | _all_forms(_OTHER) | frozenset(_AUXILIARY.split())
"""What may be a finite verb: a name before one of these is a subject."""

MOTION = _all_forms(_MOTION) | frozenset(
    "trip visit visits flight train bus road way journey trips flights roads trains buses".split()
)
"""What leads "to" a place, not to a person who gets something."""
