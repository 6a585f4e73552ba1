"""Dates as sites print them, in four languages: "14 березня 2026 р. | 12:30", "Вчера в 10:15", "Apr 02, 2026"."""

from __future__ import annotations

import re

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?|"
    r"января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|"
    r"січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня|"
    r"студзеня|лютага|сакавіка|красавіка|траўня|чэрвеня|ліпеня|жніўня|верасня|кастрычніка|лістапада|снежня)"
)
DATE = re.compile(
    rf"\b(?:today|yesterday|сегодня|вчера|сьогодні|вчора|сёння|учора|ўчора),? (?:at |[вуоа] )?\d{{1,2}}[:.]\d{{2}}\b|"
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\.? {_MONTH}\b\.?|\b{_MONTH}\.? \d{{1,2}}\b|"
    r"\b\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})\b|\b\d{4}-\d{2}-\d{2}\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\b\d{4}\b|\b\d{1,2}[:.]\d{2}\b|\b(?:[ap]\.?m|[A-Z]{2,4}T|GMT|UTC)\b|\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b|"
    r"\b(?:published|updated|posted|"
    r"опубликовано|обновлено|опубліковано|оновлено|апублікавана|абноўлена|"
    r"года|году|року|г|р|from|от|від|ад|at|on|в|у|о|а)\b|\W+",
    re.IGNORECASE,
)  # fmt: skip
_EXACT = re.compile(r"\b\d{4}\b|\d{1,2}[:.]\d{2}\b")
_ISSUE = re.compile(r"\W*(?:№|no\.?|issue|вып(?:уск|\.)|випуск|нумар) ?\d+", re.IGNORECASE)


def is_date_only(text: str) -> bool:
    """Whether nothing but a date, times and the words beside them is in the text."""
    return bool(DATE.search(text)) and not _BESIDE.sub("", DATE.sub("", text))


def is_stamp(text: str) -> bool:
    """Whether a date has a year or a time: "28 February" alone may head a chapter of a chronicle."""
    return is_date_only(text) and bool(_EXACT.search(text))


def is_issue_line(text: str) -> bool:
    """ "№ 38 (6114) от 23 мая 2026 г.", the line of a printed issue."""
    return bool(_ISSUE.match(text)) and bool(DATE.search(text))
