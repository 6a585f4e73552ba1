"""From Cyrillic into Latin letters, one table a system.

ru    BGN/PCGN 1947 as news writes it: no apostrophes for ь and ъ, -y for final -ий and -ый
uk    resolution 55 of the Cabinet of Ministers, 27 January 2010
be    names of persons as in passports (Ministry of the Interior, 2008): Aliaksandr, Tsikhanouskaya
      place names (State Committee on Property, 2007): Viciebsk, Mahilioŭ
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_SOFT_BEFORE = "аеёиіїоуыэюяєўйьъ'’ʼ"  # after these, and at the beginning, е ю я are iotated


@dataclass(frozen=True, slots=True)
class System:
    """A table; ``iotated`` holds where a word begins or after a vowel, ``endings`` at its end."""

    name: str
    letters: Mapping[str, str]
    iotated: Mapping[str, str] = field(default_factory=dict)
    endings: Mapping[str, str] = field(default_factory=dict)
    clusters: Mapping[str, str] = field(default_factory=dict)


def _table(text: str) -> dict[str, str]:
    return {left: right for left, _, right in (pair.partition("=") for pair in text.split())}


_COMMON = "б=b д=d з=z к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f ы=y э=e '= ’= ʼ= "
_RUSSIAN = System(
    "BGN/PCGN",
    _table(_COMMON + "а=a в=v г=g е=e ё=yo ж=zh и=i й=y х=kh ц=ts ч=ch ш=sh щ=shch ъ= ь= ю=yu я=ya і=i"),
    iotated=_table("е=ye"),
    endings=_table("ий=y ый=y"),
)
_UKRAINIAN = System(
    "Ukrainian 2010",
    _table(_COMMON + "а=a в=v г=h ґ=g е=e є=ie ж=zh и=y і=i ї=i й=i х=kh ц=ts ч=ch ш=sh щ=shch ь= ю=iu я=ia"),
    iotated=_table("є=ye ї=yi й=y ю=yu я=ya"),
    clusters=_table("зг=zgh"),
)
_BELARUSIAN = System(
    "Belarusian passports 2008",
    _table(_COMMON + "а=a в=v г=h ґ=g е=e ё=io ж=zh і=i й=i ў=u х=kh ц=ts ч=ch ш=sh ь= ю=iu я=ia"),
    iotated=_table("е=ye ё=yo ю=yu я=ya"),
)
_BELARUSIAN_PLACES = System(
    "Belarusian place names 2007",
    _table(_COMMON + "а=a в=v г=h ґ=g е=ie ё=io ж=ž і=i й=j ў=ŭ х=ch ц=c ч=č ш=š ь= ю=iu я=ia"),
    iotated=_table("е=je ё=jo ю=ju я=ja"),
    clusters=_table("зь=ź ль=ĺ нь=ń сь=ś ць=ć"),
)
SYSTEMS = {"ru": (_RUSSIAN,), "uk": (_UKRAINIAN,), "be": (_BELARUSIAN, _BELARUSIAN_PLACES)}
_WORD = re.compile(r"[\w'’ʼ]+")


def into_latin(text: str, system: System) -> str:
    """The text with its Cyrillic words respelt; everything else stays."""
    return _WORD.sub(lambda match: _word(match[0], system), text)


def _word(word: str, system: System) -> str:
    made, at, lower = "", 0, word.lower()
    while at < len(word):
        n, latin = _next(lower, at, system)
        piece = word[at : at + n]
        if piece[:1].isupper() and latin:
            latin = latin.upper() if word.isupper() and len(word) > 1 else latin[0].upper() + latin[1:]
        made, at = made + latin, at + n
    return made


def _next(word: str, at: int, system: System) -> tuple[int, str]:
    """How many letters are taken at a place, and what they become."""
    rest = word[at:]
    if rest in system.endings and at:
        return len(rest), system.endings[rest]
    if rest[:2] in system.clusters:
        return 2, system.clusters[rest[:2]]
    letter = rest[0]
    if letter in system.iotated and (at == 0 or (word[at - 1] in _SOFT_BEFORE and system.name != "Ukrainian 2010")):
        return 1, system.iotated[letter]
    return 1, system.letters.get(letter, letter)
