"""Numbers of a corpus line compared by value, after spellings that prose has and the reader does not know yet.

xlate.checks.numbers reads figures and number words.  A line that fails is compared once more with these written out,
so that the corpus may say "двадцатишестиградусный мороз" for "minus twenty-six degrees".  A spelling is replaced by
another of the *same* value, never left out: a wrong number stays a wrong number.  (Names that look like one are.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from xlate.checks import Pair
from xlate.checks.numbers import NumbersCheck, compare_numbers
from xlate.checks.numbers.words import lexicon
from xlate.model import Severity

_TENS = {
    "ru": "двадцати тридцати сорока пятидесяти шестидесяти семидесяти восьмидесяти девяносто",
    "uk": "двадцяти тридцяти сорока п'ятдесяти шістдесяти сімдесяти вісімдесяти дев'яносто",
    "be": "дваццаці трыццаці сарака пяцідзесяці шасцідзесяці сямідзесяці васьмідзесяці дзевяноста",
}  # first members of compounds, 20 to 90
_UNITS = {
    "ru": "одно двух трёх четырёх пяти шести семи восьми девяти десяти",
    "uk": "одно двох? трьох чотирьох п'яти шести семи восьми дев'яти десяти",
    "be": "адна двух трох чатырох пяці шасці сямі васьмі дзевяці дзесяці",
}  # 1 to 10
_SCALES = {
    "ru": {"сот": 100, "тысяче": 1000, "тысяч": 1000, "миллионно": 10**6, "миллион": 10**6},
    "uk": {"сот": 100, "тисячо": 1000, "тисяч": 1000, "мільйонно": 10**6, "мільйон": 10**6},
    "be": {"сот": 100, "тысяча": 1000, "тысяч": 1000, "мільённа": 10**6, "мільён": 10**6},
}
_TIMES = {  # "две сотни", "девятью десятками": stems of 2 to 9
    "ru": ("дв", "тр", "чет", "пят", "шест", "сем", "вос", "девят"),
    "uk": ("дв", "тр", "чот", "п'ят", "ш[іе]ст", "с[іе]м", "в[іо]с", "дев'ят"),
    "be": ("дз?в", "тр", "ч[аэ]", "пя[цт]", "ш[эа]с", "с[еяё]м", "в[ао]с", "дзев"),
}
_DOZENS = {"ru": "десятк", "uk": "десятк", "be": "дзясятк"}
_LETTER = "[а-яёіїєґў']"

_FIGURE = re.compile(r"[\d¼-¾⅐-⅞]|\b[IVXLCDMХІСМ]+\b")  # Roman ones with Cyrillic letters too
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")

_NAME = (re.compile(r"(?<=[а-яёіїєґ] )Сорок(?:а|и|у|ой|ою)?\b"), "")  # the town of Soroca, Mr Saroka

_PHRASES = {
    "en": (
        (re.compile(r"\b(?:an?|one) (million|billion|thousand) and a half\b", re.I), r"1.5 \1"),
        (re.compile(r"\b(\w+) (\w+s) and a half\b", re.I), r"\1 and a half \2"),  # two hours and a half
        (re.compile(r"\bhundred-and-(?=\w)", re.I), "hundred and "),
        (re.compile(r"\bunder-(\w+)s\b", re.I), r"under \1"),  # under-sixteens
    ),
    "uk": (
        (re.compile(r"\b[ву](?=[\w']+десятеро\b)", re.I), "у "),  # уп'ятдесятеро важчий
        (re.compile(r"(надцят|двадцят|тридцят)еро\b", re.I), r"\1ь"),  # дев'ятнадцятеро людей
        (re.compile(r"десятеро\b", re.I), "десят"),
        (re.compile(r"\bчверт[ьі] мільйона\b", re.I), "250000"),
        (re.compile(r"\bнижче від нуля\b", re.I), "нижче нуля"),
        _NAME,
        (re.compile(r"\b[ву]([^\W\d][\w']*(?:адцяте|десяте|сорокове|'яносте))\b", re.I), r"у \1"),  # уп'ятнадцяте
        (re.compile(r"\bщо(сорок|тридцять|п'ятдесят|\w+адцять)\b", re.I), r"що \1"),
    ),
    "ru": (
        (re.compile(r"\bчетырёмст(?=ам)", re.I), "четыремст"),
        (re.compile(r"\bчетверт[ьи] миллиона\b", re.I), "250000"),
        _NAME,
    ),
    "be": (
        (re.compile(r"сямнацца(?=[цт])", re.I), "семнацца"),
        (re.compile(r"\bніжэй за нуль\b", re.I), "ніжэй нуля"),
    ),
}
_CLOCK = (re.compile(r"(\d:\d\d):(?= )"), r"\1 ")  # "до 1:10: радар"


def respell(text: str, code: str) -> str:
    """The text with its less common spellings of numbers put as the reader knows them."""
    for pattern, by in (*_PHRASES.get(code, ()), _CLOCK):
        text = pattern.sub(by, text)
    return text if code == "en" else _collected(_compounds(text, code), code)


def _compounds(text: str, code: str) -> str:
    """ "двухтысячелетней буханке" -> "2000 летней буханке", "сорокафутовый" -> "40 футовый"; small ones stay."""
    tens, units = _TENS[code].split(), _UNITS[code].split()
    members = ("|".join(words).replace("ё", "[её]") for words in (tens, units, _SCALES[code]))
    pattern = r"\b(?P<tens>{})?(?P<units>{})?(?P<scale>{})?(?={}{{2}})".format(*members, _LETTER)

    def value(match: re.Match[str]) -> str:
        ten, unit, scale = ((match[name] or "").lower() for name in ("tens", "units", "scale"))
        if not ten and not (unit and scale):
            return match[0]
        ten_value = 10 * (tens.index(ten) + 2) if ten else 0
        unit_value = next((n for n, form in enumerate(units, 1) if re.fullmatch(form.replace("ё", "[её]"), unit)), 0)
        return f"{(ten_value + unit_value) * _SCALES[code].get(scale, 1)} "

    return re.sub(pattern, value, text, flags=re.IGNORECASE)


def _collected(text: str, code: str) -> str:
    """ "две сотни" -> "200", "девятью десятками" -> "90"."""
    for number, stem in enumerate(_TIMES[code], 2):
        for noun, scale in (("сот[ен]", 100), (_DOZENS[code], 10)):
            text = re.sub(rf"\b{stem}{_LETTER}* {noun}{_LETTER}*", f"{number * scale}", text, flags=re.IGNORECASE)
    return text


def _quiet(text: str, code: str) -> bool:
    """Whether the text has no figure, number word or month: what else counts ("both", "noon") needs no counterpart."""
    known, words = lexicon(code), _WORD.findall(text.lower())
    return known.spelled.isdisjoint(words) and known.months.keys().isdisjoint(words) and not _FIGURE.search(text)


def disagreements(english: str, text: str, code: str) -> Iterator[str]:
    """What the numbers of a translation lack or add, compared with the English."""
    if _quiet(english, "en") and _quiet(text, code):  # half of the corpus, and its slowest rule
        return
    found = list(_disagreements(english, text, code))
    if found and not list(_disagreements(respell(english, "en"), respell(text, code), code)):
        return
    yield from found


def _disagreements(english: str, text: str, code: str) -> Iterator[str]:
    score = compare_numbers(english, text, "en", code)
    left_over = score.matching.missing and score.matching.extra
    units = any(a.unit and b.unit and a.unit != b.unit for a, b in score.matching.pairs)
    if score.missing or score.extra or score.repeated or left_over or units:
        for finding in NumbersCheck()(Pair(english, text, "en", code)):
            if finding.severity >= Severity.WARNING:
                yield finding.message
