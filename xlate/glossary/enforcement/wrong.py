"""Prepositions of a translation that the English rules out: «В Петрове, врач», «дал в Беляцкого», «завод о Литве».

The preposition before a name decides its case, so a wrong one has to go first.  Two kinds are wrong whatever the rest
of the sentence says.  An "in" before somebody who, by the English, does something or gets something, is taken out.  And
where the English has a preposition right before the name, one that says something else ("in" and «о», "from" and «в»)
gives way to the one that says the same.  All others may be a translator's choice and stay.
"""

from __future__ import annotations

import re

from xlate.glossary.concept import Case, Kind
from xlate.glossary.enforcement.cues import Cue, Role
from xlate.glossary.enforcement.deciding import Evidence
from xlate.glossary.enforcement.government import TITLE_STEMS, adapt_preposition
from xlate.glossary.enforcement.target_verbs import object_case

_TO = re.compile(r"(?:^|(?<=\W))до $", re.IGNORECASE)  # Ukrainian: "дали до", not "написали до"
_IN = {"ru": "во?", "uk": "[ув]", "be": "(?:[уў]|ва)"}
_STRAY = {
    language: re.compile(rf"(?:^|(?<=\W)){preposition} $", re.IGNORECASE) for language, preposition in _IN.items()
}
_STRAY_BEFORE_TITLE = {
    language: re.compile(rf"(?:^|(?<=\W)){preposition} (?P<title>{TITLE_STEMS[language]})\w* $", re.IGNORECASE)
    for language, preposition in _IN.items()
}
_INTO = frozenset("shoot shoots shot hit hits kick kicked believe believed believes love loved".split())  # стрелял в Х
_THEMES = "interest interested believe believed believes belief faith trust confidence confident engaged".split()
_FAR = "far km kilometres kilometers miles away different differ differs protect".split()
_TAKEN = (
    "take takes took taken buy buys bought borrow borrowed get gets got win won ask asked demand steal stole".split()
)

# the English preposition: what cannot stand for it, what does, and after which English words all this is not so
_SAYS_ELSE: dict[str, dict[str, tuple[str, str]]] = {
    "in": {"ru": ("о об обо про", "в"), "uk": ("про о об", "в"), "be": ("аб аба пра", "у")},
    "about": {"ru": ("в во около возле", "о"), "uk": ("в у близько біля", "про"), "be": ("у ў ва каля ля", "пра")},
    "from": {"ru": ("в во", "из"), "uk": ("в у", "з"), "be": ("у ў ва", "з")},
    "over": {"ru": ("о об про", "над"), "uk": ("про о об", "над"), "be": ("аб аба пра", "над")},
    "vote for": {"ru": ("в во", "за"), "uk": ("в у", "за"), "be": ("у ў ва", "за")},
    "without": {"ru": ("с со в во", "без"), "uk": ("з із зі в у", "без"), "be": ("з са у ў ва", "без")},
}
_NOT_AFTER = {"in": frozenset(_THEMES), "from": frozenset([*_FAR, *_TAKEN])}
_LAST_WORD = re.compile(r"(?P<word>[\w-]+)(?P<gap> [«\"“„]?)$")


def without_stray_preposition(said: Evidence, before: str, cases: set[Case], kind: Kind, language: str) -> str | None:
    """``before`` without an "in" that cannot stand there; None where there is none.

    The name stands in one of ``cases``.  A title between the two gets the dative: «дали в президент» - дали президенту.
    """
    cue = said.cue
    if not cue.sure or cue.role not in (Role.SUBJECT, Role.OBJECT) or language not in _IN:
        return None
    if cue.cases == (Case.DATIVE,) and (kind in (Kind.PERSON, Kind.TITLE) or cue.word == "to"):
        if found := _STRAY_BEFORE_TITLE[language].search(before):
            return f"{before[: found.start()]}{found['title']}у "
        if language == "uk" and (found := _TO.search(before)) and object_case(before[: found.start()], "uk"):
            return before[: found.start()]
    elif kind not in (Kind.PERSON, Kind.TITLE) or not _is_stray_with(cases, cue, language):
        return None
    found = _STRAY[language].search(before)
    return before[: found.start()] if found else None


def _is_stray_with(cases: set[Case], cue: Cue, language: str) -> bool:
    """Whether the form cannot be that of a person at whose place something is: у Пуціна is "at Putin's"."""
    if Case.NOMINATIVE in cases:
        return cue.role is Role.SUBJECT and Case.GENITIVE not in cases
    if cases & {Case.LOCATIVE, Case.DATIVE}:
        return True
    goes_into = cue.role is Role.SUBJECT or cue.word in _INTO
    return Case.ACCUSATIVE in cases and not goes_into and (language == "ru" or Case.GENITIVE not in cases)


def with_right_preposition(said: Evidence, before: str, name: str, kind: Kind, language: str) -> str | None:
    """``before`` with the preposition that the English has, if the one at its end says something else; else None."""
    cue, found = said.cue, _LAST_WORD.search(before)
    said_in_english = "vote for" if cue.word == "for" and cue.verb.startswith("vot") else cue.word
    wrong, right = _SAYS_ELSE.get(said_in_english, {}).get(language, ("", ""))
    if not found or found["word"].lower() not in wrong.split() or cue.role is not Role.AFTER_PREPOSITION:
        return None
    if kind is not Kind.PLACE and said_in_english not in ("about", "vote for"):
        return None
    if cue.verb in _NOT_AFTER.get(cue.word, ()) or cue.verb.isdigit():
        return None
    right = right.capitalize() if found["word"][0].isupper() else right
    return adapt_preposition(before[: found.start()] + right + found["gap"], name, language)
