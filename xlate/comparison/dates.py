"""Dates as articles give them: "12 March 2026", "March 12", "12 марта", "12.03.2026", "on Tuesday", "учора".

A date without a year takes that of the article, and a weekday or "yesterday" is counted from the article's own date;
such dates are marked as inferred.  "On Tuesday" is the last Tuesday, or the next one after a word for the future; in an
article without a date it is any Tuesday ("-W-2").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from xlate.checks.numbers.signs import unit
from xlate.checks.numbers.words import lexicon
from xlate.comparison.story import Date
from xlate.model import Span

_FIGURES = re.compile(r"(?<![\d./])(?:(\d{4})-(\d\d)-(\d\d)|(\d{1,2})[./](\d{1,2})[./](\d{4}))(?![\d/])")
_DAY = r"(?P<{0}>[12]?\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?:,?\s+(?P<{0}>(?:19|20)\d\d))?"
_BARE_YEAR = re.compile(
    r"\b(?:in|since|by|until|в|с|до|у|ў|з|да)\s((?:19|20)\d\d)(?![\d.,-]\d|\d|\s*[%$€])"
    r"|\b((?:19|20)\d\d)(?=\s(?:год|году|года|рік|року|році|годзе|г\.|р\.))"
)

WEEKDAYS = {
    "en": "monday|tuesday|wednesday|thursday|friday|saturday|sunday",
    "ru": "понедельник|вторник|сред[ауы]|четверг|пятниц[ауы]|суббот[ауы]|воскресень[ея]",
    "uk": "понеділ(?:ок|ка)|вівтор(?:ок|ка)|серед[ауи]|четвер(?:га)?|п'ятниц[яюі]|субот[ауи]|неділ[яюі]",
    "be": "панядзел(?:ак|ка)|а?ўтор(?:ак|ка)|серад[ауы]|чацв(?:ер|ярга)|пятніц[ауы]|субот[ауы]|нядзел[яюі]",
}
_PREPOSITION = {"en": "", "ru": r"(?:в|во|на)\s", "uk": r"(?:в|у|на)\s", "be": r"(?:у|ў|ва|на)\s"}
_WEEKDAY = "-W-"  # and the number of the day, 1 for Monday: ISO 8601 for a day of some week
_FUTURE = re.compile(
    r"\b(?:next|will|следующ\w+|будущ\w+|предстоящ\w+|будет|будут|наступн\w+|буде|будуть|наступ\w+|будзе|будуць)\b",
    re.IGNORECASE,
)
_NEAR = {
    "en": {"yesterday": -1, "today": 0, "tomorrow": 1},
    "ru": {"вчера": -1, "сегодня": 0, "завтра": 1},
    "uk": {"вчора": -1, "учора": -1, "сьогодні": 0, "завтра": 1},
    "be": {"учора": -1, "ўчора": -1, "сёння": 0, "заўтра": 1},
}


def dates(text: str, language: str, published: str = "") -> tuple[Date, ...]:
    """In text order; ``published`` is the article's own date, ISO 8601, or anything else where it is unknown."""
    own = _own_date(published)
    plain = text.translate(str.maketrans("’ʼ\xa0\u202f", "''  "))
    found: list[Date] = []
    for reader in (_in_figures, _with_month, _near, _weekdays, _bare_years):
        for read in reader(plain, language, own):
            if not any(read.span.start < other.span.end and other.span.start < read.span.end for other in found):
                found.append(read)
    return tuple(sorted(found, key=lambda item: item.span))


def _own_date(published: str) -> date | None:
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None


def _in_figures(text: str, _language: str, _own: date | None) -> Iterator[Date]:
    for match in _FIGURES.finditer(text):
        year, month, day = (match[1], match[2], match[3]) if match[1] else (match[6], match[5], match[4])
        if value := _iso(int(year), int(month), int(day)):
            yield Date(value, match[0], Span(*match.span()))


def _with_month(text: str, language: str, own: date | None) -> Iterator[Date]:
    months = lexicon(language).months
    pattern = _month_pattern(language)
    for match in pattern.finditer(text) if pattern else ():
        named = match.groupdict()
        word = (named["month"] or named.get("month2") or named.get("month3") or "").casefold()
        day = named["day"] or named.get("day2")
        year = named["year"] or named.get("year2") or named.get("year3")
        if not day and not year:
            continue
        if not day:
            yield Date(f"{year}-{months[word]:02}", match[0], Span(*match.span()))
        elif year:
            if full := _iso(int(year), months[word], int(day)):
                yield Date(full, match[0], Span(*match.span()))
        elif own:
            nearest = min(
                (value for y in (own.year - 1, own.year, own.year + 1) if (value := _date(y, months[word], int(day)))),
                key=lambda value: abs((value - own).days),
                default=None,
            )
            if nearest:
                yield Date(nearest.isoformat(), match[0], Span(*match.span()), inferred=True)
        else:
            yield Date(f"--{months[word]:02}-{int(day):02}", match[0], Span(*match.span()))


@cache
def _month_pattern(language: str) -> re.Pattern[str] | None:
    months = "|".join(sorted(map(re.escape, lexicon(language).months), key=len, reverse=True))
    if not months:
        return None
    parts = [rf"\b{_DAY.format('day')}\s(?:of\s)?(?P<month>{months})\b{_YEAR.format('year')}"]
    if language == "en":
        parts.append(rf"\b(?P<month2>{months})\s{_DAY.format('day2')}\b(?!\d){_YEAR.format('year2')}")
    parts.append(rf"\b(?P<month3>{months})\s(?P<year3>(?:19|20)\d\d)\b")
    return re.compile("|".join(parts), re.IGNORECASE)


def _near(text: str, language: str, own: date | None) -> Iterator[Date]:
    words = _NEAR.get(language, {})
    for match in re.finditer(r"[^\W\d_]+", text) if own else ():
        days = words.get(match[0].casefold())
        if days is not None and own:
            yield Date((own + timedelta(days)).isoformat(), match[0], Span(*match.span()), inferred=True)


def _weekdays(text: str, language: str, own: date | None) -> Iterator[Date]:
    if language not in WEEKDAYS:
        return
    pattern = rf"\b{_PREPOSITION[language]}({WEEKDAYS[language]})\b"
    for match in re.finditer(pattern, text, re.IGNORECASE):
        number = next(i for i, form in enumerate(_split(language)) if re.fullmatch(form, match[1], re.IGNORECASE))
        if own is None:
            yield Date(f"{_WEEKDAY}{number + 1}", match[0], Span(*match.span()))
            continue
        back = (own.weekday() - number) % 7
        days = (7 - back if back else 7) if _FUTURE.search(text) else -back
        yield Date((own + timedelta(days)).isoformat(), match[0], Span(*match.span()), inferred=True)


@cache
def _split(language: str) -> tuple[str, ...]:
    """The weekday patterns, Monday first."""
    return tuple(re.split(r"\|(?![^(]*\))", WEEKDAYS[language]))


def _bare_years(text: str, _language: str, _own: date | None) -> Iterator[Date]:
    for match in _BARE_YEAR.finditer(text):
        span = Span(*match.span(1 if match[1] else 2))
        if not unit(text, span):  # "by 2000 roubles"
            yield Date(span.of(text), span.of(text), span)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _iso(year: int, month: int, day: int) -> str:
    found = _date(year, month, day)
    return found.isoformat() if found else ""


def compatible(left: str, right: str) -> bool:
    """Whether two values can be the same day, as far as they say: 2026-11 and 2026-11-23, --11-23 and 2026-11-23.

    A weekday can be any day of that name, and any date that does not say on which day it is.
    """
    for weekday, other in ((left, right), (right, left)):
        if weekday.startswith(_WEEKDAY) and not other.startswith(_WEEKDAY):
            day = _own_date(other)
            return day is None or day.isoweekday() == int(weekday.removeprefix(_WEEKDAY))
    if left.startswith("--") or right.startswith("--"):
        tail, other = (left[2:], right) if left.startswith("--") else (right[2:], left)
        return other.removeprefix("--").endswith(tail) or (len(other) < 10 and not other.startswith("--"))
    return left.startswith(right) or right.startswith(left)
