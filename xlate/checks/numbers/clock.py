"""Times of the day, in minutes after midnight: "3 p.m." = "15:00" = "3 часа дня"; "10:30 a.m." = "10.30".

A time with its half of the day is exact; without it both halves stay possible.  The bare hour stays possible too,
because "3 p.m." may become "в 3 часа".  A football score "2:1" is no time (one digit after the colon).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from xlate.checks.numbers.mention import Kind, Mention, Value, numbers
from xlate.checks.numbers.words import lexicon
from xlate.model import Span

_HOUR_WORD = r"(?:час(?:а|ов|у)?|годин[аиу]?|гадзін[аыу]?|o'clock)"
_NOONS = "noon midday полдень полудня полудню опівдні полудень апоўдні поўдзень".split()
_MIDNIGHTS = "midnight полночь полуночи опівночі північ апоўначы поўнач".split()
NOON_WORDS = frozenset((*_NOONS, *_MIDNIGHTS))
_NOON = re.compile(
    rf"\b(?P<noon>{'|'.join(_NOONS)})\b|\b(?P<midnight>{'|'.join(_MIDNIGHTS)})\b",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_FROM = re.compile(r"(?<![\d.,:/])(?P<from>\d{1,2})(?:\s?[-–—]\s?|\s(?:to|and|until|till|до|и|та|да|і)\s)$")


def times(text: str, language: str) -> Iterator[Mention]:
    """Every time of the day that is written as one: with a colon, or with a half of the day next to it."""
    for match in _pattern(language).finditer(text) if _DIGIT.search(text) else ():
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        if hour <= 24 and minute < 60:
            yield _time(match, hour, minute)
            if start := _FROM.search(text[: match.start()]):
                # "between 2 and 3 p.m." is "с 14 до 15 часов"
                first = int(start["from"])
                loose = {_clock(first, 0), _clock(first + 12, 0)} | numbers([first + 12])
                yield Mention(Span(*start.span("from")), numbers([first]), frozenset(loose))


def noons(text: str) -> Iterator[Mention]:
    """Noon and midnight in words."""
    for match in _NOON.finditer(text):
        value = 720 if match["noon"] else 0
        hours = [12] if match["noon"] else [12, 0, 24]
        yield Mention(Span(*match.span()), frozenset({(Kind.CLOCK, value)}), numbers(hours), optional=True)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = lexicon(language)
    halves = [("am", words.morning), ("pm", words.afternoon)]
    named = "|".join(rf"(?P<{name}>{pattern})" for name, pattern in halves if pattern)
    half = rf"(?:\s*{_HOUR_WORD})?\s*(?:{named})(?!\w)" if named else r"(?!)(?P<am>)(?P<pm>)"
    return re.compile(
        rf"(?<![\d.,:/])(?P<hour>\d{{1,2}})(?:(?P<colon>:)(?P<minute>\d\d)(?::\d\d)?(?![\d:]|[.,]\d)(?:{half})?"
        rf"|(?:[.](?P<minute2>\d\d))?(?:{half.replace('<am>', '<am2>').replace('<pm>', '<pm2>')}))",
        re.IGNORECASE,
    )


def _time(match: re.Match[str], hour: int, minute: int) -> Mention:
    minute = minute or int(match["minute2"] or 0)
    morning, afternoon = match["am"] or match["am2"], match["pm"] or match["pm2"]
    loose = set(numbers([hour]))
    exact: set[Value] = {_clock(hour, minute)}
    if morning:
        exact = {_clock(hour % 12 if hour == 12 else hour, minute)}
    elif afternoon:
        exact = {_clock(hour + 12 if hour < 12 else hour, minute)}
        loose |= numbers([hour + 12])
    elif hour <= 12:
        loose.add(_clock((hour + 12) % 24, minute))
    # written out as hours and minutes: "в 10 часов 30 минут"
    groups = ("hour", "minute" if match["minute"] else "minute2")
    parts = tuple(Mention(Span(*match.span(name)), numbers([int(match[name])])) for name in groups if match[name])
    parts = parts if len(parts) == 2 else ()
    return Mention(Span(*match.span()), frozenset(exact), frozenset(loose), parts=parts)


def _clock(hour: int, minute: int) -> Value:
    return Kind.CLOCK, hour % 24 * 60 + minute
