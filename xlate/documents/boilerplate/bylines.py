"""Who wrote it and when, as lines of their own: "By Peter Lamb", "Дата публикации: 2 июля 2026", "(Reporting by ...)".

They are metadata.  Most stand between the headline and the first paragraph of text; below the text only lines that say
who reported, wrote or edited.  "By July the river was dry" is a sentence, and a headline may hold a date ("Minsk marks
3 July with a parade"): of a heading, next to nothing must be left without its date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from xlate.documents.boilerplate.page import Page, Rule, n_words
from xlate.documents.cleaning import ends_sentence, fold
from xlate.model import BlockKind

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?|"
    r"января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|"
    r"січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня|"
    r"студзеня|лютага|сакавіка|красавіка|траўня|чэрвеня|ліпеня|жніўня|верасня|кастрычніка|лістапада|снежня)"
)
_DATE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\.? {_MONTH}\b\.?|\b{_MONTH}\.? \d{{1,2}}\b|"
    r"\b\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})\b|\b\d{4}-\d{2}-\d{2}\b",
    re.IGNORECASE,
)
_BESIDE_DATE = re.compile(
    r"\b\d{4}\b|\b\d{1,2}[:.]\d{2}\b|\b(?:[ap]\.?m|[A-Z]{2,4}T|GMT|UTC)\b|\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b|"
    r"\b(?:published|updated|posted|"
    r"опубликовано|обновлено|опубліковано|оновлено|апублікавана|абноўлена|года|року|at|on|в|у|о|а)\b|\W+",
    re.IGNORECASE,
)  # fmt: skip
_LABEL = re.compile(
    r"\W*(?:(?:published|updated|posted|last (?:updated|modified)|first published|date|author)\b\W+|"
    r"(?:written |words |text |story |reporting |edited |pictures |photos )?by (?=[A-ZŁŚŻ])|words (?=[A-ZŁŚŻ])|"
    r"(?:автор|авторы|источник|опубликовано|обновлено|дата(?: публикации)?|просмотров|подготовил\w*|"
    r"автори|джерело|опубліковано|оновлено|дата публікації|переглядів|підготува\w+|"
    r"аўтар|аўтары|аўтарка|крыніца|апублікавана|абноўлена|дата публікацыі|праглядаў|падрыхтава\w+)\s*[:|—–-]?\s|"
    r"(?:текст|тэкст)\s*[:|—–])",
    re.IGNORECASE,
)
_CREDITS = re.compile(
    r"\W*(?:(?:additional )?reporting by [A-Z]|(?:written|edited|editing) by [A-Z]|with files from\b|"
    r"(?:source|источник|джерело|крыніца|автор|текст|подготовил\w*|підготува\w+|тэкст|аўтар\w*|падрыхтава\w+)\s*:)",
    re.IGNORECASE,
)
_READING_TIME = re.compile(r"\b\d+[- ]?(?:min(?:ute)?s?\b(?: read)?|мин\w*|хв\w*|хвілін\w* чытання)", re.IGNORECASE)
_LONGEST = 14  # words; guessed
_LEAD = 8  # blocks from the lead to the first paragraph; guessed
_NAME_WORDS = 6  # of a name with a role or a city; guessed
_CAPITALIZED_SHARE = 0.5  # of the words in a line of names; guessed
_NAME = re.compile(r"[A-ZА-ЯЁІЇЄҐЎŁŚŻ][\w’'-]+(?: [A-ZА-ЯЁІЇЄҐЎŁŚŻ][\w’'.-]+){1,2}(?: (?:in|у|ў|в) [\w’'-]+)?")
_ROLE = re.compile(
    r"\b(?:reporter|correspondent|editor|writer|к[ао]р[эе]спонд[еэ]нт|карэспандэнт|журнал[іи]ст)\w*\b", re.I
)


def _find(page: Page) -> Iterator[int]:
    title = _title(page)
    end = _text_begins(page)
    found = {at for at in page.left() if title < at < end and _is_byline(page, at)}
    yield from found
    yield from _neighbours(page, found, range(title + 1, end))
    for at in page.left():
        if at > page.first_prose and _CREDITS.match(page.text(at)) and n_words(page.text(at)) <= _LONGEST:
            yield at


def _text_begins(page: Page) -> int:
    """The number of the second paragraph of text: the first may be a lead with the byline under it."""
    prose = [at for at in range(page.first_prose, min(len(page), page.first_prose + _LEAD)) if page.is_prose(at)]
    return prose[1] if len(prose) > 1 else page.first_prose + 1


def _title(page: Page) -> int:
    """The number of the title or of the heading that will become it."""
    return next((at for at in range(len(page)) if at not in page.gone and page.is_heading(at)), -1)


def _is_byline(page: Page, at: int) -> bool:
    text = page.text(at)
    if n_words(text) > _LONGEST or ends_sentence(text) or page.kind(at) is BlockKind.LIST_ITEM:
        return False
    if _DATE.search(text) and (not page.is_heading(at) or not _BESIDE_DATE.sub("", _DATE.sub("", text))):
        return True
    author = fold(page.metadata.author)
    stated = bool(author) and fold(text) == author
    return stated or bool(_LABEL.match(text) or _READING_TIME.search(text))


def _neighbours(page: Page, found: set[int], top: range) -> Iterator[int]:
    """A bare name or a role next to a byline: "Ines Karlsone", "Arts correspondent, Riga"."""
    for at in page.left():
        text = page.text(at)
        near = any(other in found or other in page.gone for other in (at - 1, at + 1))
        if at not in top or not near or page.is_prose(at) or n_words(text) > _NAME_WORDS or ends_sentence(text):
            continue
        named = _NAME.fullmatch(text) if page.is_heading(at) else _ROLE.search(text)
        if named or (not page.is_heading(at) and _is_names(text)):
            yield at


def _is_names(text: str) -> bool:
    words: list[str] = re.findall(r"[^\W\d_]+", text)
    return sum(word[0].isupper() for word in words) > _CAPITALIZED_SHARE * len(words)


RULE = Rule("byline", "writer and date, which are metadata", _find)
