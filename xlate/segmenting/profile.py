"""What a language tells the segmenter: its abbreviations in classes, its sentence starters, its verbs of speech.

Most classes answer one question about a full stop: does it only shorten the word, or may it also end the sentence?

    never          it only shortens               Mr. Adams            ул. Ленина
    before_number  it shortens before a number    No. 5   (but: "No. He left.")
    measures       after a number it may end the sentence, elsewhere it never does
                                                  в 1870 г. Она жила   в г. Минске
    usually        a capital letter after it starts a sentence, unless a follower      etc.   и т. д.
    rarely         only a known starter after it starts a sentence                     the U.S. Navy   им. Пушкина
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache

NONE: frozenset[str] = frozenset()


def words(listed: str) -> frozenset[str]:
    """The words of a list that is written as running text."""
    return frozenset(listed.split())


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """One language's data; keys carry no final stop and no white space ("т.д" for "т. д.").

    A key in lower case fits a capitalised token too; a key with a capital needs the capital ("Gen" is not "gen").
    A token all in capitals is an acronym: it only fits a key with a capital ("MR" is "Mr", but "CA" is not "ca").
    """

    never: frozenset[str] = NONE
    before_number: frozenset[str] = NONE
    labels: frozenset[str] = NONE  # names of languages: only before a word in another script, лат. Homo sapiens
    measures: frozenset[str] = NONE
    years: frozenset[str] = NONE  # those measures that close a date: a sentence may open with it (В 1970 г. Рэй ...)
    usually: frozenset[str] = NONE
    rarely: frozenset[str] = NONE
    followers: Mapping[str, frozenset[str]] = field(default_factory=dict)  # capitalised, yet they continue: долл. США
    starters: frozenset[str] = NONE  # in lower case; words that have a capital letter only where a sentence starts
    time_leads: frozenset[str] = NONE  # words that open a date at the start of a sentence, in lower case
    speech_verbs: frozenset[str] = NONE
    exclaimed_names: frozenset[str] = NONE  # names that are written with ! or ?
    extra_stops: str = ""  # characters that end a sentence in this language only (the Greek question mark)
    run_on_starters: frozenset[str] = NONE  # as written, with the capital: see `runons`
    run_on_blockers: frozenset[str] = NONE  # words after which such a word starts nothing: в классе В, in The Hague
    institutions: frozenset[str] = NONE  # words, less their ending, that names begin with: Министерство обороны
    evidence: str = ""  # the language whose word counts speak on joints without a stop: see `evidence`
    title_case: bool = False  # titles of works have capitals: The Man Who ...
    ordinals: bool = False  # "3. Oktober": a number with a stop is an ordinal

    def is_institution(self, word: str) -> bool:
        """Whether the word, in any case form, is what names of institutions begin with."""
        word = word.lower()
        return any(word[: len(word) - ending] in self.institutions for ending in range(3))

    def kinds(self, key: str) -> frozenset[str]:
        """The classes that ``key`` belongs to, by the rule of case above; most words belong to none."""
        table = _classes(self)
        other = key.title() if len(key) > 1 and key.isupper() else key.lower()
        return table.get(key, NONE) | table.get(other, NONE)


@cache
def _classes(profile: Profile) -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for kind in ("never", "before_number", "labels", "measures", "years", "usually", "rarely"):
        for key in getattr(profile, kind):
            table[key] = table.get(key, NONE) | {kind}
    return table


def merged(*profiles: Profile) -> Profile:
    """A profile that knows what any of the given ones knows."""
    united: dict[str, frozenset[str]] = {}
    for one in fields(Profile):
        if one.type in ("frozenset[str]", frozenset):
            united[one.name] = NONE.union(*(getattr(profile, one.name) for profile in profiles))
    followers = {
        key: NONE.union(*(p.followers.get(key, NONE) for p in profiles)) for p in profiles for key in p.followers
    }
    return Profile(followers=followers, **united)  # type: ignore[arg-type]
