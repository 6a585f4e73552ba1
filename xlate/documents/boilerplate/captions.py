"""Captions and credits of pictures: "Above, Lukashenko (R) and Putin meet ... Sasha Mordovets/Getty Images".

An article may speak of photographs and agencies, so one sign is not enough: a credit at the end, a label ("Фото:"), a
pointer into the picture ("(R)", "Above,", "на фото") and cut-off dots are added up.  A label or a credit line that is
all there is counts double.  A short heading right above a caption belongs to it if it repeats the caption's words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from xlate.documents.boilerplate.page import Page, Rule, unquoted
from xlate.documents.cleaning import ends_sentence
from xlate.model import BlockKind

_AGENCY = (
    r"(?:Getty Images|Reuters|AFP|AP|Associated Press|EPA|EFE|DPA|PA|UPI|ANSA|TASS|Xinhua|Shutterstock|Alamy|Unsplash|"
    r"Depositphotos|iStock|Pixabay|Wikimedia(?: Commons)?|Flickr|BelTA|Ukrinform|UNIAN|Sputnik|ТАСС|РИА Новости|РИА|"
    r"Sputnik|БелТА|БЕЛТА|Укрінформ|Укринформ|УНІАН|УНИАН|Рейтер|Reuters)"
)
_LABEL = (
    r"(?:photo(?:graph)?s?|image|picture|pic|credit|illustration|file photo|screenshot|video|graphic|map|"
    r"фото(?:графия)?|снимок|снимки|скриншот|иллюстрация|иллюстративное фото|архивное фото|источник фото|видео|"
    r"фотографія|світлина|світлини|знімок|скріншот|ілюстрація|ілюстративне фото|архівне фото|джерело фото|відео|"
    r"фота|фотаздымак|здымак|здымкі|скрыншот|ілюстрацыя|ілюстрацыйнае фота|архіўнае фота|крыніца фота|відэа)"
)
_PERSON = r"[A-ZА-ЯЁІЇЄҐЎ][\w’'.-]+"
_CREDIT_AT_END = re.compile(
    rf"(?:/|\bvia|\(|—|–|\||,|\.|©)\s*{_AGENCY}\W*$|{_PERSON}\s*/\s*{_PERSON}(?:\s{_PERSON}){{0,3}}\W*$"
)
_LABEL_AT_START = re.compile(rf"\W*{_LABEL}(?:\s+by\b|\s*[:©/|]|\s+[—–-]\s)", re.IGNORECASE)
_BEFORE_LABEL = r"(?:^|[.!?…)(»”\"—–]\s*|\s[|/]\s)"
_AFTER_LABEL = (
    r"(?:\s+by\b|\s+courtesy|\s*[:©/|]|\s+[—–-]\s|"
    r"\s+(?=(?-i:[А-ЯЁІЇЄҐЎ])|из |з |са |аўтар|автор|предостав|нада[нвл]|прадастав|прадастаўл))"
)
_LABEL_AT_END = re.compile(rf"{_BEFORE_LABEL}{_LABEL}{_AFTER_LABEL}.{{0,90}}$", re.IGNORECASE)
_POINTER = re.compile(
    r"\((?:R|L|C|left|right|center|centre|top|bottom|above|pictured|file|"
    r"слева|справа|в центре|ліворуч|праворуч|у центрі|"
    r"зліва|злева|у цэнтры)\)|"
    r"(?:^|[.!?…]\s+)(?:Above|Below|Pictured|Left|Right|From left|Clockwise from)\b"
    r"(?:,|:| left| right| to right| here)|"
    r"\b(?:is|are) (?:seen|pictured|shown)\b|\bpictured (?:here|above|in)\b|"
    r"(?:^|[.!?…]\s+)(?:на (?:фото|снимке|фотографии|світлині|знімку|фота|здымку)|"
    r"слева направо|зліва направо|злева направа)\b",
    re.IGNORECASE,
)
_SOURCE_WORDS = re.compile(r"\b(?:Image (?:source|caption|credit)|Media caption|File photo|Handout)\b", re.IGNORECASE)
_ILLUSTRATIVE = re.compile(
    r"нос(?:ит|ят) иллюстративный характер|ма(?:є|ють) ілюстративний характер|"
    r"ілюстрацыйны характар|illustrative purposes",
    re.IGNORECASE,
)
_CUT_OFF = re.compile(r"(?:\.{3,4}|…)(?:\s|$)")
_DATED = re.compile(r"\b(?:on|in) (?:[A-Z][a-z]{2,8}\.? \d{1,2}, )?\d{4}\b|\b\d{4}(?: г(?:ода|\.)| року| года?)\b")
_LONGEST = 600  # characters; guessed
_SHORT = 160  # a labelled line of this length is a caption by itself; guessed
_ENOUGH = 2
_HEADING_OVERLAP = 0.6  # share of a heading's words that its caption repeats; guessed


def _find(page: Page) -> Iterator[int]:
    for at in page.left():
        if not page.is_heading(at) and (is_caption(page.text(at)) or _is_under_picture(page, at)):
            yield at
            if at > 0 and page.is_heading(at - 1) and _belongs(page, at - 1, at):
                yield at - 1
        elif page.is_heading(at) and len(page.text(at)) <= _SHORT and _is_labelled(page.text(at)):
            yield at  # plain text: a caption without a full stop looks like a heading


def _is_under_picture(page: Page, at: int) -> bool:
    """A short paragraph right below a picture that does not end like a sentence: "Ніна Шымук каля паліцы"."""
    candidate = page.candidates[at]
    short = len(candidate.block.text) <= _SHORT and candidate.block.kind is BlockKind.PARAGRAPH
    unfinished = candidate.block.text.endswith((":", ",", ";"))  # "The rules are:", a list follows
    return candidate.under_picture and short and not unfinished and not ends_sentence(candidate.block.text)


def is_caption(text: str) -> bool:
    """Whether a paragraph has at least two signs of a caption."""
    if len(text) > _LONGEST or _speaks(text):
        return False
    label = _LABEL_AT_START.match(text)
    if label and text[label.end() :].lstrip()[:1].islower() and ends_sentence(text) and not _CREDIT_AT_END.search(text):
        return False  # "Photo: the one thing he took with him from the house."
    score = 0
    if label:
        score += 2 if len(text) <= _SHORT else 1
    if _LABEL_AT_END.search(text):
        score += 2
    score += 1 + (not ends_sentence(text)) if _CREDIT_AT_END.search(text) else 0
    score += 2 if _ILLUSTRATIVE.search(text) else 0
    pointed = bool(_POINTER.search(text)) + bool(_SOURCE_WORDS.search(text))
    if not score and not pointed:
        return False
    return score + pointed + bool(_CUT_OFF.search(text)) + bool(_DATED.search(text)) >= _ENOUGH


def _is_labelled(text: str) -> bool:
    return bool(_LABEL_AT_START.match(text) or _LABEL_AT_END.search(text))


def _speaks(text: str) -> bool:
    """A caption quotes nobody: "“Photo: nobody,” he says" is a paragraph."""
    return unquoted(text) != text


def _belongs(page: Page, heading: int, caption: int) -> bool:
    """Whether a heading is the caption's own: no blank line between, or the same names and words again."""
    if len(page.text(heading)) > _SHORT or heading == 0:
        return False
    words, repeated = _stems(page.text(heading)), _stems(page.text(caption))
    overlap = len(words & repeated) / max(1, len(words))
    return (page.candidates[caption].tight and overlap > 0) or (len(words) >= 3 and overlap >= _HEADING_OVERLAP)


def _stems(text: str) -> set[str]:
    """The beginnings of the longer words, so that "Lukashenko's" and "meets" count as repeated."""
    return {word[:4] for word in re.findall(r"\w+", text.lower()) if len(word) > 3}


RULE = Rule("caption", "caption or credit of a picture", _find)
