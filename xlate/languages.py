"""One canonical code for each language, and the tables that lead from other programs' codes to it and back.

The canonical code is ISO 639-1 where there is one ("be"), else ISO 639-3.  xlate works with any language that an
installed model knows; the four it is made for also have a script, a segmenter of their own and checks by letters.
"""

from __future__ import annotations

from dataclasses import dataclass

from xlate.errors import UnknownLanguage


@dataclass(frozen=True, slots=True)
class Language:
    """A language: canonical code, English name, ISO 639-3 code, script (ISO 15924), writing direction."""

    code: str
    name: str
    iso3: str
    script: str = "Latn"
    rtl: bool = False


_ROWS = """
ar Arabic ara Arab rtl
az Azerbaijani aze Latn
be Belarusian bel Cyrl
bg Bulgarian bul Cyrl
bn Bengali ben Beng
ca Catalan cat Latn
cs Czech ces Latn
cy Welsh cym Latn
da Danish dan Latn
de German deu Latn
el Greek ell Grek
en English eng Latn
eo Esperanto epo Latn
es Spanish spa Latn
et Estonian est Latn
eu Basque eus Latn
fa Persian fas Arab rtl
fi Finnish fin Latn
fr French fra Latn
ga Irish gle Latn
gl Galician glg Latn
gu Gujarati guj Gujr
he Hebrew heb Hebr rtl
hi Hindi hin Deva
hr Croatian hrv Latn
hu Hungarian hun Latn
hy Armenian hye Armn
id Indonesian ind Latn
it Italian ita Latn
ja Japanese jpn Jpan
ka Georgian kat Geor
kk Kazakh kaz Cyrl
kn Kannada kan Knda
ko Korean kor Kore
ky Kyrgyz kir Cyrl
lt Lithuanian lit Latn
lv Latvian lav Latn
mk Macedonian mkd Cyrl
ml Malayalam mal Mlym
mr Marathi mar Deva
ms Malay msa Latn
nb Norwegian nob Latn
ne Nepali nep Deva
nl Dutch nld Latn
pa Punjabi pan Guru
pl Polish pol Latn
pt Portuguese por Latn
ro Romanian ron Latn
ru Russian rus Cyrl
sk Slovak slk Latn
sl Slovenian slv Latn
so Somali som Latn
sq Albanian sqi Latn
sr Serbian srp Cyrl
sv Swedish swe Latn
sw Swahili swa Latn
ta Tamil tam Taml
te Telugu tel Telu
th Thai tha Thai
tl Tagalog tgl Latn
tr Turkish tur Latn
uk Ukrainian ukr Cyrl
ur Urdu urd Arab rtl
vi Vietnamese vie Latn
zh Chinese zho Hans
zt Traditional_Chinese zho Hant
af Afrikaans afr Latn
"""

LANGUAGES: dict[str, Language] = {}
for _row in _ROWS.split("\n"):
    if _row:
        _code, _name, _iso3, _script, *_rtl = _row.split()
        LANGUAGES[_code] = Language(_code, _name.replace("_", " "), _iso3, _script, bool(_rtl))

FOUR = ("en", "ru", "uk", "be")
"""The languages that xlate is made for."""

_ALIASES = {
    "zh-cn": "zh", "zh-hans": "zh", "zh-tw": "zt", "zh-hant": "zt", "no": "nb", "nn": "nb", "iw": "he", "in": "id",
    "pt-br": "pt", "pb": "pt", "ua": "uk", "by": "be",
}  # fmt: skip


def canonical(code_or_name: str) -> str:
    """The canonical code for ISO 639-1 and 639-3 codes, locale tags ("ru-RU"), other programs' codes and English names.

    Raises UnknownLanguage, with the likely meant codes in its hint.
    """
    wanted = code_or_name.strip().lower().replace("_", "-")
    if found := _lookup(wanted) or _lookup(wanted.split("-")[0]):
        return found
    near = sorted({lang.code for lang in LANGUAGES.values() if wanted[:2] in (lang.code, lang.name[:2].lower())})
    listed = ", ".join(f"{code} ({LANGUAGES[code].name})" for code in (near or FOUR))
    raise UnknownLanguage(f'"{code_or_name}" is not a language code that xlate knows.', f"Perhaps you meant: {listed}.")


def _lookup(wanted: str) -> str | None:
    if wanted in LANGUAGES:
        return wanted
    if wanted in _ALIASES:
        return _ALIASES[wanted]
    for language in LANGUAGES.values():
        if wanted in (language.iso3, language.name.lower()):
            return language.code
    return None


def known(code: str) -> bool:
    """Whether ``canonical`` would find the code."""
    wanted = code.strip().lower().replace("_", "-")
    return bool(_lookup(wanted) or _lookup(wanted.split("-")[0]))


def name(code: str) -> str:
    """The English name for a canonical code; the code itself where there is none ("und")."""
    return LANGUAGES[code].name if code in LANGUAGES else code


def is_rtl(code: str) -> bool:
    """Whether the language is written from right to left."""
    return code in LANGUAGES and LANGUAGES[code].rtl


def script(code: str) -> str:
    """ISO 15924 code of the language's script; empty if unknown."""
    return LANGUAGES[code].script if code in LANGUAGES else ""
