"""Which case stands after which preposition, and how a preposition sounds before which word.

Data by language: the cases a preposition governs, likeliest first in news ("в Минске" before "в Минск").  Only
prepositions that stand right before a name matter here; "вместе с" ends in "с".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from xlate.glossary.concept import Case, Form

_SHORT = {"g": Case.GENITIVE, "d": Case.DATIVE, "a": Case.ACCUSATIVE, "i": Case.INSTRUMENTAL, "l": Case.LOCATIVE}

_TABLES = {
    "ru": """в:la во:la на:la с:ig со:ig из:g изо:g к:d ко:d о:l об:l обо:l от:g ото:g до:g для:g без:g по:d за:ia
        под:ia над:i надо:i перед:i между:i при:l через:a про:a против:g у:g около:g после:g вокруг:g кроме:g среди:g
        возле:g вместо:g ради:g близ:g внутри:g вдоль:g мимо:g напротив:g относительно:g помимо:g посреди:g вне:g
        благодаря:d согласно:d вопреки:d навстречу:d из-за:g из-под:g накануне:g вследствие:g насчёт:g""",
    "uk": """в:la у:lga на:la з:ig із:ig зі:ig до:g від:g од:g для:g без:g по:l за:ia під:ia над:i перед:i між:i при:l
        через:a про:a проти:g біля:g після:g навколо:g крім:g окрім:g серед:g замість:g заради:g поблизу:g всередині:g
        уздовж:g навпроти:g щодо:g поза:i попри:a завдяки:d всупереч:d назустріч:d о:l об:l
        близько:g з-під:g напередодні:g внаслідок:g стосовно:g""",
    "be": """у:la ў:la ва:la на:la з:ig са:ig са:gi да:g ад:g для:g без:g па:ld за:ia пад:ia над:i перад:i між:i паміж:i
        пры:l праз:a пра:a аб:l аба:l супраць:g каля:g ля:g пасля:g вакол:g акрамя:g апроч:g сярод:g замест:g дзеля:g
        паблізу:g унутры:g уздоўж:g насупраць:g адносна:g паводле:g па-за:i дзякуючы:d насуперак:d насустрач:d к:d
        з-за:g з-пад:g напярэдадні:g""",
}
GOVERNMENT: dict[str, dict[str, tuple[Case, ...]]] = {
    language: {
        preposition: tuple(_SHORT[letter] for letter in letters)
        for preposition, letters in (entry.split(":") for entry in table.split())
    }
    for language, table in _TABLES.items()
}
_LAST_WORD = re.compile(r"([\w'’ʼ-]+)([ \u00a0]+[«\"“„(]?)$")


def governed(before: str, language: str) -> tuple[Case, ...]:
    """The cases that the preposition at the end of ``before`` asks for; empty when no preposition stands there."""
    match = _LAST_WORD.search(before)
    return GOVERNMENT.get(language, {}).get(match[1].lower(), ()) if match else ()


# endings that only adjectives have, nearly: not -ом, for «с домом Путина» says nothing of Путина
_ADJECTIVE_ENDINGS: dict[str, tuple[tuple[str, tuple[Case, ...]], ...]] = {
    "ru": (
        ("ыми", (Case.INSTRUMENTAL,)), ("ого", (Case.GENITIVE,)), ("его", (Case.GENITIVE,)), ("ому", (Case.DATIVE,)),
        ("ему", (Case.DATIVE,)), ("ным", (Case.INSTRUMENTAL,)), ("ским", (Case.INSTRUMENTAL,)),
        ("ную", (Case.ACCUSATIVE,)), ("скую", (Case.ACCUSATIVE,)),
    ),
    "uk": (
        ("ими", (Case.INSTRUMENTAL,)), ("ого", (Case.GENITIVE,)), ("ому", (Case.DATIVE, Case.LOCATIVE)),
        ("ним", (Case.INSTRUMENTAL,)), ("ським", (Case.INSTRUMENTAL,)),
    ),
    "be": (
        ("ымі", (Case.INSTRUMENTAL,)), ("ага", (Case.GENITIVE,)), ("яга", (Case.GENITIVE,)), ("аму", (Case.DATIVE,)),
        ("ным", (Case.INSTRUMENTAL, Case.LOCATIVE)), ("скім", (Case.INSTRUMENTAL, Case.LOCATIVE)),
        ("ную", (Case.ACCUSATIVE,)), ("скую", (Case.ACCUSATIVE,)),
    ),
}  # fmt: skip
_NOUNS = ("данн", "даним", "дадзен", "ранен", "поранен", "военн", "учён")  # «по данным Москвы», «за даними Лондона»
_TWO_LAST_WORDS = re.compile(r"(?P<before>[\w'’ʼ-]+ )(?P<adjective>[\w'’ʼ-]+) $")


def governed_through_adjective(before: str, language: str) -> tuple[Case, ...]:
    """The cases of a name after a preposition and an adjective, as the adjective's ending says: «у поўным Сенаце»."""
    match = _TWO_LAST_WORDS.search(before)
    allowed = governed(match["before"], language) if match else ()
    if not match or not allowed or match["adjective"][0].isupper() or match["adjective"].startswith(_NOUNS):
        return ()
    endings = _ADJECTIVE_ENDINGS.get(language, ())
    cases = next((cases for ending, cases in endings if match["adjective"].endswith(ending)), ())
    return tuple(case for case in cases if case in allowed)


TITLE_STEMS = {
    "ru": r"(?:вице-)?(?:президент|министр|премьер(?:-министр)?|канцлер|губернатор|сенатор|генерал|посол|посл|мэр)",
    "uk": r"(?:віце-?)?(?:президент|міністр|прем['’]єр(?:-міністр)?|канцлер|губернатор|сенатор|генерал|посол|посл|мер)",
    "be": r"(?:віцэ-)?(?:прэзідэнт|міністр|прэм['’]ер(?:-міністр)?|канцлер|губернатар|сенатар|генерал|пасол|пасл|мэр)",
}
_TITLE_ENDINGS: dict[str, tuple[Case, ...]] = {
    "а": (Case.GENITIVE, Case.ACCUSATIVE), "у": (Case.DATIVE,), "ом": (Case.INSTRUMENTAL,), "ам": (Case.INSTRUMENTAL,),
    "е": (Case.LOCATIVE,), "ові": (Case.DATIVE, Case.LOCATIVE), "": (),
}  # fmt: skip


def governed_through_title(before: str, language: str) -> tuple[Case, ...]:
    """The cases of a name after a title: of its preposition, «с министр(ом) X», else as the title's own ending says."""
    match = re.search(rf"(?P<title>{TITLE_STEMS.get(language, '(?!)')})(?P<ending>\w*) $", before, re.IGNORECASE)
    if not match:
        return ()
    by_ending = _TITLE_ENDINGS.get(match["ending"], ())
    allowed = governed(before[: match.start()], language)
    return tuple(case for case in by_ending if case in allowed) or by_ending or allowed


def choose(forms: Sequence[Form], cases: Sequence[Case]) -> Form:
    """Of the forms that a spelling can be, the one that stands first among ``cases``; the first form if none does."""
    return next((form for case in cases for form in forms if form.case is case), forms[0])


_VOWELS = {"ru": "аеёиоуыэюя", "uk": "аеєиіїоуюя", "be": "аеёіоуыэюя"}
_RU_VO = re.compile(r"[вф][бвгджзклмнпрстфхцчшщ]|льв|мн|мце", re.IGNORECASE)
_SO = re.compile(r"[сзшж][бвгджзклмнпрстфхцчшщ]|льв|щ", re.IGNORECASE)
_UK_U = re.compile(r"[вф]|льв|св|тв|хв", re.IGNORECASE)


def adapt_preposition(before: str, word: str, language: str) -> str:
    """``before`` with the preposition at its end as it sounds before ``word``: "во" + Франции, "об" + Украине."""
    match = _LAST_WORD.search(before)
    if not match or match[2].strip():
        return before
    preposition = match[1]
    wanted = _sounding(preposition.lower(), before[: match.start()], word, language)
    if wanted == preposition.lower():
        return before
    shown = wanted.capitalize() if preposition[0].isupper() else wanted
    return before[: match.start()] + shown + match[2]


def _sounding(preposition: str, before: str, word: str, language: str) -> str:
    starts_with_vowel = word[:1].lower() in _VOWELS.get(language, "")
    if language == "ru":
        if preposition in ("в", "во"):
            return "во" if _RU_VO.match(word) else "в"
        if preposition in ("с", "со"):
            return "со" if _SO.match(word) else "с"
        if preposition in ("о", "об"):
            return "об" if word[:1].lower() in "аоуэи" else "о"
    if language == "uk":
        if preposition in ("в", "у"):
            after_vowel = before.rstrip(' «"')[-1:].lower() in _VOWELS["uk"]
            return "у" if _UK_U.match(word) or not (after_vowel or starts_with_vowel) else "в"
        if preposition in ("з", "зі", "із"):
            return "зі" if _SO.match(word) else preposition if preposition == "із" else "з"
    if language == "be" and preposition in ("з", "са"):
        return "са" if _SO.match(word) else "з"
    if language == "be" and preposition in ("у", "ў", "ва"):
        after_vowel = before.rstrip(" ")[-1:].lower() in _VOWELS["be"] and bool(before.strip())
        return "ва" if word[:1].lower() == "у" else "ў" if after_vowel else "у"
    return preposition


_BELARUSIAN_U = re.compile(r"( [«\"“„(]?)([уў])(?=[\w ])")


def adapt_next_word(word: str, after: str, language: str) -> str:
    """``after`` with its first letter as it sounds after ``word``: "з Лукашэнкам у Мінску", "пра Літву ў Мінску"."""
    match = _BELARUSIAN_U.match(after) if language == "be" else None
    if not match:
        return after
    letter = "ў" if word[-1:].lower() in _VOWELS["be"] else "у"
    return match[1] + letter + after[match.end() :]
