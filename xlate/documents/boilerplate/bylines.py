"""Who wrote it and when, as lines of their own: "By Peter Lamb", "Дата публикации: 2 июля 2026", "(Reporting by ...)".

They are metadata.  Most stand between the headline and the first paragraph of text; below the text only lines that say
who reported, wrote or edited.  "By July the river was dry" is a sentence, and a headline may hold a date ("Minsk marks
3 July with a parade"): of a heading, next to nothing must be left without its date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from xlate.documents.boilerplate.dates import DATE, is_date_only, is_issue_line, is_stamp
from xlate.documents.boilerplate.page import Page, Rule, n_words
from xlate.documents.boilerplate.scraps import is_scrap
from xlate.documents.cleaning import ends_sentence, fold
from xlate.model import BlockKind

_LABEL = re.compile(
    r"\W*(?:(?:published|updated|posted|last (?:updated|modified)|first published|date|author)\b\W+|"
    r"words (?=[A-ZŁŚŻ])|"
    r"(?:автор|авторы|источник|опубликовано|обновлено|дата(?: публикации)?|просмотров|подготовил\w*|"
    r"автори|джерело|опубліковано|оновлено|дата публікації|переглядів|підготува\w+|"
    r"аўтар|аўтары|аўтарка|крыніца|апублікавана|абноўлена|дата публікацыі|праглядаў|падрыхтава\w+)\s*[:|—–-]?\s|"
    r"(?:текст|тэкст)\s*[:|—–])",
    re.IGNORECASE,
)
_CREDITS = re.compile(
    r"\W*(?:(?:additional )?reporting by [A-Z]|(?:written|edited|editing) by [A-Z]|with files from\b|"
    r"(?:source|источник|джерело|крыніца|автор(?:ка|ы|и)?|редактор(?:ка)?|рэдактар(?:ка)?|"
    r"журнал[іи]ст(?:ка)?|текст|подготовил\w*|підготува\w+|тэкст|аўтар\w*|падрыхтава\w+)\s*:)",
    re.IGNORECASE,
)
_READING_TIME = re.compile(r"\b\d+[- ]?(?:min(?:ute)?s?\b(?: read)?|мин\w*|хв\w*|хвілін\w* чытання)", re.IGNORECASE)
_BY = re.compile(r"\W*(?:(?:written|words|text|story|reporting|edited|pictures|photos) )?by (?=\w)", re.IGNORECASE)
_DAY = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:january|february|march|april|may|june|july|august|september|"
    r"october|november|december|now|then|christmas|easter|the)\b",
    re.IGNORECASE,
)
_BETWEEN_NAMES = frozenset(["and", "in", "at", "for", "of", "de", "van", "von", "der", "la", "with", "&"])
_PARTS = re.compile(r"\s[|·•/]\s")
_LABELLED = 4  # words behind a label that are still a name; guessed
_LONGEST = 14  # words; guessed
_LEAD = 8  # blocks from the lead to the first paragraph; guessed
_NAME_WORDS = 6  # of a name with a role or a city; guessed
_CAPITALIZED_SHARE = 0.5  # of the words in a line of names; guessed
_NAME = re.compile(r"[A-ZА-ЯЁІЇЄҐЎŁŚŻ][\w’'-]+(?: [A-ZА-ЯЁІЇЄҐЎŁŚŻ][\w’'.-]+){1,2}(?: (?:in|у|ў|в) [\w’'-]+)?")
_ROLE = re.compile(
    r"\b(?:reporter|correspondent|editor|writer|columnist|обозреватель|оглядач|аглядальнік|редактор|рэдактар|"
    r"к[ао]р[эе]спонд[еэ]нт|карэспандэнт|журнал[іи]ст)\w*\b",
    re.I,
)
_NAME_AND_ROLE = re.compile(
    rf"(?-i:{_NAME.pattern},? (?=[a-zа-яёіїєґў]))(?:[\w’'-]+ ){{0,3}}?{_ROLE.pattern}.{{0,30}}", re.IGNORECASE
)


def _find(page: Page) -> Iterator[int]:
    title = _title(page)
    end = _text_begins(page)
    found = {at for at in page.left() if title < at < end and _is_byline(page, at)}
    found |= {at for at in page.left() if at < title and (is_stamp(page.text(at)) or is_issue_line(page.text(at)))}
    yield from found
    yield from _neighbours(page, found, range(title + 1, end))
    for at in page.left():
        text = page.text(at)
        credit = _CREDITS.match(text) and n_words(text) <= _LONGEST and not _says_more(text)
        if at > page.first_prose and (credit or _is_signature(page, at)):
            yield at


def _is_signature(page: Page, at: int) -> bool:
    """The writer's name alone below the article, with boilerplate under it: "Вера КОСТЫЛЁВА"."""
    if page.kind(at) is not BlockKind.PARAGRAPH or not _NAME.fullmatch(page.text(at)) or page.n_prose_after(at):
        return False
    return page.is_firm(at + 1)


def _says_more(text: str) -> bool:
    """Whether a label opens a clause: "Source: a letter that nobody had opened for ninety years"."""
    rest = text.partition(":")[2].strip()
    return rest[:1].islower() and n_words(rest) > _LABELLED and "." not in rest.split()[0]


def _text_begins(page: Page) -> int:
    """The number of the second paragraph of text: the first may be a lead with the byline under it."""
    prose = [at for at in range(page.first_prose, min(len(page), page.first_prose + _LEAD)) if page.is_prose(at)]
    return prose[1] if len(prose) > 1 else page.first_prose + 1


def _title(page: Page) -> int:
    """The number of the title or of the heading that will become it."""
    return next((at for at in range(len(page)) if at not in page.gone and page.is_heading(at)), -1)


def _is_byline(page: Page, at: int) -> bool:
    text = page.text(at)
    if page.kind(at) is BlockKind.LIST_ITEM or n_words(text) > _LONGEST:
        return False
    if is_date_only(text):  # "14 марта 2026 г." ends in a full stop
        return (is_stamp(text) or not page.is_prose(at - 1)) and not _is_chronicle(page, at)
    parts = [part for part in _PARTS.split(text) if part.strip()]
    if len(parts) > 1 and any(map(is_date_only, parts)) and all(map(_is_part, parts)):
        return True
    if ends_sentence(text) or _says_more(text):
        return False
    if DATE.search(text) and not page.is_heading(at):
        return True
    author = fold(page.metadata.author)
    if (author and fold(text) == author) or _NAME_AND_ROLE.fullmatch(text):
        return True
    by = _BY.match(text)
    return _is_person(text[by.end() :]) if by else bool(_LABEL.match(text) or _READING_TIME.search(text))


def _is_chronicle(page: Page, at: int) -> bool:
    """Whether further dates without anything else head parts of the text: a chronicle or a diary."""
    exact = is_stamp(page.text(at))
    later = (n for n in range(page.first_prose + 1, len(page) - 1) if n != at and page.kind(n) is page.kind(at))
    heads = (page.text(n) for n in later if page.is_prose(n + 1))
    return any(is_date_only(text) and is_stamp(text) is exact for text in heads)


def _is_part(text: str) -> bool:
    """One part of "21 марта, 14:08 | Автор: Игорь Сабитов | 12 447"."""
    text = text.strip()
    return is_date_only(text) or is_scrap(text) or bool(_LABEL.match(text) or _NAME.fullmatch(text)) or text == "👁"


def _is_person(text: str) -> bool:
    """Whether names follow "By": "By Monday the queue had reached the bridge" has small letters and a day."""
    words = re.split(r"[,|·•—–(]", text)[0].split()
    if not words or _DAY.match(words[0]):
        return False
    staff = bool(_ROLE.search(text)) or "staff" in text.lower()
    return staff or all(word[0].isupper() or word in _BETWEEN_NAMES for word in words)


def _neighbours(page: Page, found: set[int], top: range) -> Iterator[int]:
    """A bare name or a role next to a byline: "Ines Karlsone", "Arts correspondent, Riga"."""
    for at in page.left():
        text = page.text(at)
        near = any(other in found or other in page.gone for other in (at - 1, at + 1))
        if at not in top or not near or page.is_prose(at) or n_words(text) > _NAME_WORDS or ends_sentence(text):
            continue
        named = _NAME.fullmatch(text) or _NAME_AND_ROLE.fullmatch(text) if page.is_heading(at) else _ROLE.search(text)
        if named or (not page.is_heading(at) and _is_names(text)):
            yield at


def _is_names(text: str) -> bool:
    words: list[str] = re.findall(r"[^\W\d_]+", text)
    return sum(word[0].isupper() for word in words) > _CAPITALIZED_SHARE * len(words)


RULE = Rule("byline", "writer and date, which are metadata", _find)
