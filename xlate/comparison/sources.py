"""Who is said to have said it: "according to the ministry", "сообщил губернатор", "паводле міліцыі".

A few patterns, not a parser: the words around a verb of speech up to the next punctuation, without a day ("Lukashenko
on Tuesday"), an auxiliary ("Zelensky has") or a conjunction.  Whoever is said not to have said it is no source.  What
the patterns miss is not shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from xlate.comparison.dates import dates

_VERBS = {
    "en": "said says told announced reported reports added stated confirmed claimed warned explained noted insisted",
    "ru": """сказал сказала сказали заявил заявила заявили сообщил сообщила сообщили сообщает сообщают рассказал
        рассказала добавил добавила отметил отметила подтвердил подтвердила подтвердили пояснил пояснила уточнили
        уточнил уточнила подчеркнул подчеркнула признал признала признали""",
    "uk": """сказав сказала сказали заявив заявила заявили повідомив повідомила повідомили повідомляє повідомляють
        розповів розповіла додав додала зазначив зазначила підтвердив підтвердила підтвердили пояснив пояснила
        уточнили уточнив наголосив наголосила визнав визнала визнали""",
    "be": """сказаў сказала сказалі заявіў заявіла заявілі паведаміў паведаміла паведамілі паведамляе паведамляюць
        расказаў расказала распавёў распавяла дадаў дадала адзначыў адзначыла пацвердзіў пацвердзіла пацвердзілі
        патлумачыў патлумачыла удакладнілі падкрэсліў падкрэсліла прызнаў прызнала прызналі""",
}
_PHRASES = {
    "en": r"according to",
    "ru": r"по (?:словам|данным|информации|оценк(?:е|ам)|сообщению)|как сообща(?:ет|ют|ли)",
    "uk": r"за (?:словами|даними|інформацією|оцінк(?:ою|ами)|повідомленням)|як повідомля(?:є|ють)",
    "be": r"(?:па|паводле) (?:словах|слоў|даных|дадзеных|звестках|інфармацыі|ацэнк\w+)|паводле|як паведамля(?:е|юць)",
}
_WORDS = r"[^\s,.;:!?«»\"“”„()—–]+"
_LONGEST = 9  # words of a source: "a report from the Russian state-owned media outlet TASS" has nine
_PRONOUN = re.compile(r"(?:he|she|they|it|i|we|who|он|она|они|він|вона|вони|ён|яна|яны)\b", re.IGNORECASE)
_OPENING = re.compile(r"(?:when|while|as|and|but|that|что|и|а|но|як|що|і|й|але|што|калі)\s", re.IGNORECASE)
_CLOSING = re.compile(r"\s(?:has|have|had|also|on|in|at|в|во|на|у|ў|ва)$", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:not|never|не|ня)$", re.IGNORECASE)


def sources(text: str, language: str) -> tuple[str, ...]:
    """Each source as the text names it, without pronouns, in text order."""
    if language not in _VERBS:
        return ()
    found = [_trimmed(found.strip(), language) for found in (*_phrased(text, language), *_spoken(text, language))]
    return tuple(dict.fromkeys(source for source in found if source and not _PRONOUN.match(source)))


def _trimmed(source: str, language: str) -> str:
    """Without what is no part of it; empty for who denies."""
    if _DENIED.search(source):
        return ""
    for date in dates(source, language)[:1]:
        source = source[: date.span.start].rstrip()
    while match := _CLOSING.search(source):
        source = source[: match.start()]
    return _OPENING.sub("", source, count=1) if _OPENING.match(source) else source


def _phrased(text: str, language: str) -> Iterator[str]:
    for match in _phrase(language).finditer(text):
        yield match[1]


def _spoken(text: str, language: str) -> Iterator[str]:
    for match in _verb(language).finditer(text):
        before = re.search(rf"(?:{_WORDS}\s){{1,{_LONGEST}}}$", text[: match.start()])
        after = re.match(rf"(?:\s{_WORDS}){{1,{_LONGEST}}}", text[match.end() :])
        opened = bool(re.search(r"[,—–»”\"]\s*$", text[: match.start()])) or not before
        if opened and after:
            yield after[0]
        elif before and not opened:
            yield before[0]


@cache
def _phrase(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_PHRASES[language]})((?:\s{_WORDS}){{1,{_LONGEST}}})", re.IGNORECASE)


@cache
def _verb(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(_VERBS[language].split())})(?!\w)", re.IGNORECASE)
