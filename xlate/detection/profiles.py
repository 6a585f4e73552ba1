"""The one door to langdetect: its profiles and ours, in private factories.

langdetect (1.0.9) keeps one factory for the whole process, draws its n-grams at random and has no Belarusian.  Here two
`DetectorFactory` objects of our own are filled, in sorted order, and only read afterwards:

    broad   langdetect's 55 profiles as they are, with our Belarusian one, which is pruned as hard as they are
    kin     Belarusian, Russian and Ukrainian from the same sources and ten times finer: what `broad` cannot have for
            all languages, because a finer profile wins by its fineness (with a fine Russian profile a third of the
            Bulgarian interface texts on a Debian system came out Russian, with langdetect's own 3 %)

What the factories hold, the share of each n-gram in each language, is evaluated in `spelling`, without chance.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Profiles:
    """A filled factory: canonical codes in its order and its n-gram map.

    By language: ``totals``, how many n-grams of length 1, 2 and 3 were counted; ``starts``, the share of word starts
    among those of length 2.
    """

    languages: tuple[str, ...]
    shares: Mapping[str, Sequence[float]]
    totals: tuple[tuple[int, int, int], ...]
    starts: tuple[float, ...]


def broad() -> Profiles:
    """All languages: langdetect's profiles, our Belarusian one, and Serbian made from Croatian."""
    folder = files("langdetect").joinpath("profiles")
    names = sorted(entry.name for entry in folder.iterdir() if not entry.name.startswith("."))
    theirs = {name: _read(folder.joinpath(name)) for name in names}
    return fill([*theirs.values(), _read(_own("profiles", "be")), serbian(theirs["hr"])])


def kin() -> Profiles:
    """The fine profiles of the three close relatives."""
    return fill([_read(_own("profiles", "kin", language)) for language in KIN])


def fill(loaded: Sequence[Profile]) -> Profiles:
    """A factory of langdetect's, filled with profiles; its global one is not touched."""
    from langdetect.detector_factory import DetectorFactory
    from langdetect.utils.lang_profile import LangProfile

    factory = DetectorFactory()
    for index, content in enumerate(loaded):
        factory.add_profile(LangProfile(**content), index, len(loaded))
    languages = tuple(canonical(code) for code in factory.get_lang_list())
    totals = tuple((content["n_words"][0], content["n_words"][1], content["n_words"][2]) for content in loaded)
    shares: dict[str, list[float]] = factory.word_lang_prob_map
    starting = [column for gram, column in shares.items() if len(gram) == 2 and gram[0] == " "]
    return Profiles(languages, shares, totals, tuple(map(sum, zip(*starting, strict=True))))


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
    from langdetect.utils.ngram import NGram

    cutter = NGram()
    found = []
    for letter in f"{NGram.normalize_vi(word)} ":
        cutter.add_char(letter)
        found.append(cutter.get(3) or cutter.get(2))
    return [gram for gram in found if gram]


def _read(entry: Traversable) -> Profile:
    profile: Profile = json.loads(entry.read_text("utf-8"))
    return profile


def _own(*parts: str) -> Traversable:
    return files("xlate").joinpath("data", *parts)
