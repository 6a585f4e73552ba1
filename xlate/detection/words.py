"""A text as the words that may betray its language: addresses dropped, cut where langdetect cuts, script per word.

A word is a run of letters (an apostrophe ends it, as in langdetect's n-grams: "п'ять" is "п" and "ять").  The script
of a text is that of most words, but not every word has the same vote: names keep their script in a foreign text, and
far more Latin names stand in Cyrillic text than the other way round.  "Компания Modern Education" is Russian.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

_ADDRESS = re.compile(
    r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.-]+|@\w+|\b[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[a-z]{2,6}\b(?:/\S*)?"
)
_ADDRESS_SIGN = re.compile(r"@|://|www\.|\.[a-z]{2}")  # no address is without one
# Letters, and the marks that go inside words: combining accents, Hebrew and Arabic points, Indic and Thai vowel signs.
_WORD = re.compile(
    r"[^\W\d_²³¹¼-¾](?:[^\W\d_²³¹¼-¾]|[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0963\u0970-\u0dff\u0e00-\u0e7f])*"
)
_QUOTATION = re.compile(r"«[^«»]*»|“[^“”]*”|„[^„“”]*[“”]|\"[^\"]*\"")
_STRESS = re.compile(r"(?<=[\u0400-\u04ff])[\u0300\u0301]")  # "Пу́тин"; й and ї are single letters in NFC
_LOOKALIKES = str.maketrans("aceikmoptxyïë", "асеікмортхуїё")  # Latin in a Cyrillic word: "цiкава", "cемьи"
_NOT_PLAIN = re.compile("[^\\W\\d_\u0400-\u0481\u048a-\u04ff]|[@\u0300-\u036f\u0483-\u0489]")
_CYRILLIC = re.compile("[\u0400-\u0481\u048a-\u04ff]+")
_SCRIPTS = {
    "LATIN": "Latn", "CYRILLIC": "Cyrl", "GREEK": "Grek", "ARABIC": "Arab", "HEBREW": "Hebr", "DEVANAGARI": "Deva",
    "BENGALI": "Beng", "GURMUKHI": "Guru", "GUJARATI": "Gujr", "TAMIL": "Taml", "TELUGU": "Telu", "KANNADA": "Knda",
    "MALAYALAM": "Mlym", "THAI": "Thai", "HANGUL": "Kore", "ARMENIAN": "Armn", "GEORGIAN": "Geor", "CJK": "Hani",
    "HIRAGANA": "Jpan", "KATAKANA": "Jpan", "KATAKANA-HIRAGANA": "Jpan",
}  # fmt: skip

LONGEST_TITLE = 5
"""Words in a quotation that may be a title; a longer one is speech, in the language of its text.  Guessed."""
PLAIN_VOTE, NAME_VOTE, LATIN_NAME_VOTE = 2.0, 1.0, 0.4
"""Votes of a word, of a capitalised one, and of a capitalised Latin one on the script of the text.  Below 0.5 two Latin
names do not outvote one Cyrillic word ("Банк Northern Rock"); else guessed."""


@dataclass(frozen=True, slots=True)
class Word:
    """A run of letters: in lower case, its script (ISO 15924, empty if unknown), whether written with a capital.

    ``quoted``: in a short quotation, which may be a title that keeps another language's spelling (газета «Известия»).
    """

    lower: str
    script: str
    capitalised: bool
    quoted: bool = False


def cut(text: str) -> tuple[Word, ...]:
    """The words of a text.  Where three or more words are all in capitals, case says nothing and none counts as one."""
    plain = unicodedata.normalize("NFC", text)
    if _ADDRESS_SIGN.search(plain):
        plain = _ADDRESS.sub(" ", plain)
    plain = _STRESS.sub("", plain).replace("\u02bc", "'")
    found = list(_WORD.finditer(plain))
    shouted = len(found) > 2 and all(match.group().isupper() for match in found)
    titles = [range(*match.span()) for match in _QUOTATION.finditer(plain)]
    titles = [title for title in titles if sum(match.start() in title for match in found) <= LONGEST_TITLE]
    if not titles:
        return tuple(_word(match.group(), shouted, False) for match in found)
    return tuple(_word(match.group(), shouted, any(match.start() in title for title in titles)) for match in found)


def plain_cyrillic(text: str) -> Sequence[str]:
    """The words in lower case of a text without other letters, addresses and accents, else none: ``cut``, in short."""
    return () if _NOT_PLAIN.search(text) else _WORD.findall(text.lower())


@lru_cache(maxsize=20_000)
def _word(written: str, shouted: bool, quoted: bool) -> Word:
    script, lower = script_of(written), written.lower()
    if script == "Cyrl":
        lower = lower.translate(_LOOKALIKES)
    return Word(lower, script, written[0].isupper() and not shouted, quoted)


def script_of(word: str) -> str:
    """The script of most letters of a word; one kana makes it Japanese."""
    if word.isascii() and word.isalpha():
        return "Latn"
    if _CYRILLIC.fullmatch(word):
        return "Cyrl"
    letters = [script for script in map(_script, word) if script]
    scripts = dict.fromkeys(letters)  # of equals the first wins
    return "Jpan" if "Jpan" in scripts else max(scripts, key=letters.count, default="")


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    return _SCRIPTS.get(unicodedata.name(letter, "").split(" ")[0], "")


def main_script(words: Iterable[Word]) -> str:
    """The script that most words vote for; empty without words.  Equal votes go against Latin."""
    votes: dict[str, float] = {}
    for word in words:
        votes[word.script] = votes.get(word.script, 0.0) + _vote(word)
    if "Jpan" in votes:
        votes["Jpan"] += votes.pop("Hani", 0.0)
    return max(votes, key=lambda script: (votes[script], script != "Latn", script), default="")


def _vote(word: Word) -> float:
    if word.script in ("Hani", "Jpan", "Thai"):  # written without spaces: about two letters to a word
        return PLAIN_VOTE * len(word.lower) / 2
    if not word.capitalised:
        return PLAIN_VOTE
    return LATIN_NAME_VOTE if word.script == "Latn" else NAME_VOTE


def in_script(words: Iterable[Word], script: str) -> tuple[Word, ...]:
    """The words of a text that are written in its main script."""
    scripts = ("Jpan", "Hani") if script == "Jpan" else (script,)
    return tuple(word for word in words if word.script in scripts)
