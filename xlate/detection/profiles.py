"""The one door to langdetect: its profiles and ours.

langdetect (1.0.9) keeps one factory for the whole process, draws its n-grams at random and has no Belarusian.  Here its
profiles are read as they are, each when its language first comes into question: an English text needs no Cyrillic one.

    broad   langdetect's 55 profiles as they are, with our Belarusian one, which is pruned as hard as they are
    kin     Belarusian, Russian and Ukrainian from the same sources and ten times finer: what `broad` cannot have for
            all languages, because a finer profile wins by its fineness (with a fine Russian profile a third of the
            Bulgarian interface texts on a Debian system came out Russian, with langdetect's own 3 %)

What they hold, the share of each n-gram in each language, is evaluated in `spelling`, without chance.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from xlate.languages import canonical

KIN = ("be", "ru", "uk")

Profile = dict[str, Any]
"""As langdetect stores one: name, freq (count by n-gram) and n_words (counts of all n-grams of length 1, 2 and 3)."""

_SERBIAN_PAIRS = {"lj": "љ", "nj": "њ", "dž": "џ"}
_SERBIAN_LETTERS = str.maketrans("abcčćdđefghijklmnoprsštuvzž", "абцчћдђефгхијклмнопрсштувзж")
_LATIN = frozenset("abcdefghijklmnopqrstuvwxyz")
_PLAIN = re.compile("[a-z\u0430-\u045f\u0491]+")  # letters in which langdetect's cutter changes nothing


@dataclass(frozen=True, slots=True)
class Profiles:
    """Canonical codes, and the profile of each, read from its file when it is asked for."""

    languages: tuple[str, ...]
    read: Callable[[str], Profile]


def broad() -> Profiles:
    """All languages: langdetect's profiles, our Belarusian one, and Serbian made from Croatian."""
    folder = files("langdetect").joinpath("profiles")
    theirs = {canonical(entry.name): entry for entry in folder.iterdir() if not entry.name.startswith(".")}

    def read(language: str) -> Profile:
        if language == "sr":
            return serbian(_read(theirs["hr"]))
        return _read(_own("profiles", "be") if language == "be" else theirs[language])

    return Profiles((*sorted(theirs, key=lambda language: theirs[language].name), "be", "sr"), read)


def kin() -> Profiles:
    """The fine profiles of the three close relatives."""
    return Profiles(KIN, lambda language: _read(_own("profiles", "kin", language)))


def fill(loaded: Sequence[Profile]) -> Profiles:
    """Profiles that are at hand, in their order."""
    by_language = {canonical(content["name"]): content for content in loaded}
    return Profiles(tuple(by_language), by_language.__getitem__)


def serbian(croatian: Profile) -> Profile:
    """Serbian as the news of Belgrade writes it: Croatian spelling, letter for letter, in Cyrillic.

    langdetect has no Serbian, and without one "Председник је у Београду" would be Macedonian.  An n-gram with a letter
    that Latin writes with two ("nje") becomes the shorter one ("ње"), so some of the rarer trigrams are missing.
    """
    freq: Counter[str] = Counter()
    for gram, count in croatian["freq"].items():
        spelt = gram.lower()
        for latin, cyrillic in _SERBIAN_PAIRS.items():
            spelt = spelt.replace(latin, cyrillic)
        if not set(spelt := spelt.translate(_SERBIAN_LETTERS)) & _LATIN:
            freq[spelt] += count
    totals = [sum(count for gram, count in freq.items() if len(gram) == n) for n in (1, 2, 3)]
    return {"name": "sr", "freq": dict(freq), "n_words": totals}


def grams(word: str) -> list[str]:
    """What langdetect's own cutter sees at each step of a lower-case word: " w", " wo", "wor", "ord", "rd "."""
    if _PLAIN.fullmatch(word):
        edged = f" {word} "
        return [edged[:2], *(edged[at : at + 3] for at in range(len(word)))]
    return list(_cut_by_langdetect(word))


@lru_cache(maxsize=20_000)
def _cut_by_langdetect(word: str) -> tuple[str, ...]:
    from langdetect.utils.ngram import NGram

    cutter = NGram()
    found = []
    for letter in f"{NGram.normalize_vi(word)} ":
        cutter.add_char(letter)
        found.append(cutter.get(3) or cutter.get(2))
    return tuple(gram for gram in found if gram)


def _read(entry: Traversable) -> Profile:
    profile: Profile = json.loads(entry.read_text("utf-8"))
    return profile


def _own(*parts: str) -> Traversable:
    return files("xlate").joinpath("data", *parts)
