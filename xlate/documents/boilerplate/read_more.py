"""Links to other articles: "Read more: ...", "Читайте также:", with the headlines that stand under such a line.

The phrase alone proves nothing ("Читайте также договор, советует юрист"): it must be all there is, or stand before a
colon or a link.  Below a phrase that stands alone, list items, links and headlines without a full stop go with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from xlate.documents.boilerplate import phrases
from xlate.documents.boilerplate.page import Page, Rule, n_words
from xlate.documents.boilerplate.patterns import at_start, whole
from xlate.documents.cleaning import ends_sentence
from xlate.model import BlockKind

_LONGEST = 250  # characters of a phrase with a headline behind it; guessed
_HEADLINE = 180  # guessed
_TEASER = 250  # characters under a headline; guessed
_PHRASE_LENGTH = 60
_COLON = re.compile(r"\s*(?:[:|»>→]|\s[—–-]\s)\s*\S")
_SURE = re.compile(
    r"\W*(?:read (?:more|also|next)|also read|see also|related|читай?те (?:также|ещё|еще)|читать также|смотрите также|"
    r"читай?те (?:також|ще)|читати також|дивіться також|чытай?це (?:таксама|яшчэ)|чытаць таксама|глядзіце таксама)\s*:",
    re.IGNORECASE,
)


def _find(page: Page) -> Iterator[int]:
    for at in page.left():
        text = page.text(at)
        if len(text) <= _PHRASE_LENGTH and whole(phrases.READ_MORE).fullmatch(text):
            followers = list(_followers(page, at)) or list(_cards(page, at))
            if followers or page.at_edge(at) or page.is_linked(at):
                yield at
                yield from followers
        elif len(text) <= _LONGEST and (_is_pointer(page, at) or _is_lone_link(page, at)):
            yield at


def _is_pointer(page: Page, at: int) -> bool:
    """A phrase with a headline behind it: after a colon, or linked; "Read more: ten were injured." is a sentence."""
    text, linked = page.text(at), page.is_linked(at)
    if sure := _SURE.match(text):
        return not (text[sure.end() :].lstrip()[:1].islower() and ends_sentence(text))
    headline = not ends_sentence(text) or text.endswith("?")
    phrase = at_start(phrases.READ_MORE).match(text)
    return bool(phrase) and headline and (linked or bool(_COLON.match(text, phrase.end() if phrase else 0)))


def _followers(page: Page, phrase: int) -> Iterator[int]:
    """The headlines under the phrase: list items, links, lines without a blank one between; at least one headline."""
    for at in range(phrase + 1, len(page)):
        if _is_teaser(page, phrase, at):
            yield at
            continue
        if page.kind(at) is BlockKind.TITLE or not _like_headline(page, at):
            return
        sure = page.kind(at) is BlockKind.LIST_ITEM or page.is_linked(at) or page.candidates[at].tight
        if not sure and (at > phrase + 1 or page.is_heading(phrase)):
            return
        yield at


def _is_teaser(page: Page, phrase: int, at: int) -> bool:
    """A sentence between two links: what stands under a linked headline."""
    if at <= phrase + 1 or not page.is_linked(at - 1) or page.is_heading(at) or not _ends_page(page, phrase):
        return False
    closed = at + 1 == len(page) or page.is_linked(at + 1) or at + 1 in page.gone
    return closed and ends_sentence(page.text(at)) and not page.is_linked(at)


def _ends_page(page: Page, phrase: int) -> bool:
    """Whether nothing of the article can stand below: no paragraph, and links under a heading."""
    return page.is_heading(phrase) and phrase > page.first_prose and page.n_prose_after(phrase) == 0


def _cards(page: Page, phrase: int) -> Iterator[int]:
    """The headlines, dates and teasers below the phrase, parted by blank lines, if nothing but such follows."""
    below = [at for at in page.left() if at > phrase]
    prose = [at for at in below if page.is_prose(at)]
    headlines = [at for at in below if _like_headline(page, at) and n_words(page.text(at)) > 2]
    lone = n_words(page.text(phrase)) == 1 and bool(prose)
    teasers = all(len(page.text(at)) <= _TEASER and at - 1 in headlines for at in prose)
    if phrase > page.first_prose and len(headlines) > max(1, len(prose) - 1) and teasers and not lone:
        yield from (at for at in below if at in prose or _like_headline(page, at))


def _like_headline(page: Page, at: int) -> bool:
    text = page.text(at)
    return len(text) <= _HEADLINE and (page.is_linked(at) or not ends_sentence(text) or text[-1] in "?!")


def _is_lone_link(page: Page, at: int) -> bool:
    """A paragraph that is nothing but a headline linked to its article."""
    candidate = page.candidates[at]
    text = candidate.block.text
    headline = candidate.link_share >= 0.95 and n_words(text) >= 4 and not ends_sentence(text)
    return headline and candidate.block.kind is BlockKind.PARAGRAPH and len(text) <= _HEADLINE


RULE = Rule("read-more", "links to other articles", _find)
