"""Which words open a sentence, and which close one: weights of evidence in bits, counted from running text.

`opens` compares how often a word's capital stands at the start of a sentence with how often it stands within one.
Words that have it only at the start ("Although", "Число", "Дипломаты") weigh most; a word that names begin with ("Совет
Безопасности") weighs little, and one that was never seen in lower case is a name: None.  `closes` compares how often a
sentence stops after a word with how often it goes on: after "of" or "перед" it never stops; an unknown word is judged
by its ending ("-ной", "-ство").  The counts are from tools/build_lowercase_words.py, a file a language in data/words.
"""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

ENDINGS = (3, 2)


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """Half bits by word in lower case; the keys of ``endings`` are the last two or three letters, or nothing."""

    opening: dict[str, int]
    closing: dict[str, int]
    endings: dict[str, int]

    def opens(self, word: str) -> float | None:
        """Bits for a start rather than a name; None for what is no common word, or begins names as often."""
        weight = self.opening.get(_plain(word))
        return None if weight is None else weight / 2

    def closes(self, word: str) -> float:
        """Bits (log odds) for an end after the word."""
        word = _plain(word)
        if word in self.closing:
            return self.closing[word] / 2
        ending = next((word[-n:] for n in ENDINGS if len(word) > n + 1 and word[-n:] in self.endings), "")
        return self.endings.get(ending, 0) / 2


def _plain(word: str) -> str:
    return word.lower().replace("’", "'").replace("ʼ", "'")


@cache
def load(language: str) -> Evidence:
    """The evidence of a language; read once, a few hundredths of a second."""
    packed = files("xlate").joinpath("data", "words", f"{language}.joints.gz").read_bytes()
    evidence = Evidence({}, {}, {})
    for line in gzip.decompress(packed).decode().splitlines():
        word, opens, closes = line.split("\t")
        if word.startswith("-"):
            evidence.endings[word[1:]] = int(closes)
            continue
        if opens:
            evidence.opening[word] = int(opens)
        if closes:
            evidence.closing[word] = int(closes)
    return evidence
