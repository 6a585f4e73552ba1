"""The packaged word lists of four languages (data/words, by tools/build_profile.py), without anything heavy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from importlib.resources import files

from xlate.once import once

LISTED = ("en", "ru", "uk", "be")


@dataclass(frozen=True, slots=True)
class WordList:
    """How often words (in lower case) were counted, which of them are common words, and how many words in all."""

    counts: Mapping[str, int]
    common: Set[str]
    total: int


@once
def load(language: str) -> WordList:
    """The packaged word list of one of the LISTED languages."""
    names: dict[str, int] = {}
    common: dict[str, int] = {}
    (total, _), *listed = rows(language)
    for count, words in listed:
        if words[0].islower():
            common |= dict.fromkeys(words, count)
        else:
            names |= dict.fromkeys(map(str.lower, words), count)
    return WordList(names | common, common.keys(), total)


def rows(language: str) -> Iterator[tuple[int, list[str]]]:
    """The packaged list: first the number of all words counted, then counts with the words that have them.

    Names are written with a capital and have rows of their own.  Few rows for many words, because they are read at the
    beginning of every run.
    """
    for line in files("xlate").joinpath("data", "words", f"{language}.tsv").read_text("utf-8").splitlines():
        count, _, words = line.partition("\t")
        yield int(count), words.split(" ")
