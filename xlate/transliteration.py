"""Cyrillic letters as Latin ones, so that a name looks much the same in both scripts: Лукашэнка, Lukashenka.

Plain tables after BGN/PCGN for Russian, Ukrainian and Belarusian, without its marks: what is compared is likeness, not
spelling, so the soft and hard signs fall away and so do the accents of Latin letters (Ł and ø, which have none, become
l and o).
"""

from __future__ import annotations

import unicodedata

_RUSSIAN = """
а a б b в v г g д d е e ё e ж zh з z и i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch
ъ - ы y ь - э e ю yu я ya
"""
_UKRAINIAN = "г h ґ g е e є ie и y і i ї i й i щ shch ' - ’ - ʼ -"
_BELARUSIAN = "г h ґ g і i ў u ' - ’ - ʼ -"
_LATIN = "ł l ø o đ d ð d þ th æ ae œ oe ß ss ı i"


def _table(*rows: str) -> dict[int, str]:
    cells = " ".join(rows).split()
    return {ord(letter): latin.replace("-", "") for letter, latin in zip(cells[::2], cells[1::2], strict=True)}


_TABLES = {
    "ru": _table(_LATIN, _RUSSIAN),
    "uk": _table(_LATIN, _RUSSIAN, _UKRAINIAN),
    "be": _table(_LATIN, _RUSSIAN, _BELARUSIAN),
}
_ANY = _table(_LATIN, _RUSSIAN, "і i ї i є e ґ g ў u")


def transliterate(text: str, language: str = "") -> str:
    """The text in small Latin letters without accents; other scripts stay.  The length may change."""
    latin = text.lower().translate(_TABLES.get(language, _ANY))
    if latin.isascii():
        return latin
    apart = unicodedata.normalize("NFKD", latin)
    return "".join(character for character in apart if not unicodedata.combining(character))
