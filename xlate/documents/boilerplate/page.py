"""What the rules look at: the candidates of a page with the features that several rules need."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from xlate.documents.cleaning import ends_sentence, fold
from xlate.documents.draft import Candidate
from xlate.model import BlockKind, Metadata

PROSE_LENGTH = 60
"""Characters from which on a paragraph that ends like a sentence is prose; guessed, shorter ones occur in articles."""

SHORT_PROSE_LENGTH = 20
"""The same on a page that has no such paragraph: a note of short sentences; guessed."""

_QUOTED = re.compile(r"“[^”]{12,}”|«[^»]{12,}»|„[^“”]{12,}[“”]|\"[^\"]{12,}\"")
_SPOKEN = re.compile(r"[.,!?…]\W*$|\s\S+\s\S+\s")
_LINKED = 0.5
_LABEL_WORDS = 2  # guessed
_NAME = re.compile(r"(?:(?:The )?[A-ZА-ЯЁІЇЄҐЎ][\w’'-]*)(?:[ .][A-ZА-ЯЁІЇЄҐЎ][\w’'-]*){0,3}")


class Page:
    """The candidates in order, and which of them are gone already: a rule builds on what rules before it found."""

    def __init__(self, candidates: Sequence[Candidate], metadata: Metadata) -> None:
        self.candidates = candidates
        self.metadata = metadata
        self.gone: set[int] = set()
        self.reasons: dict[int, str] = {}
        self.incidental: frozenset[str] = frozenset()  # reasons of what stands inside articles too
        self.menu_reasons: frozenset[str] = frozenset()
        self._prose = [_reads_like_text(candidate, PROSE_LENGTH) for candidate in candidates]
        if not any(self._prose):
            self._prose = [_reads_like_text(candidate, SHORT_PROSE_LENGTH) for candidate in candidates]
        self._after: list[int] = []
        self._left: list[int] | None = None

    def take(self, found: Mapping[int, str]) -> None:
        """Count these as gone, for these reasons."""
        self.gone.update(found)
        self.reasons.update(found)
        self._after, self._left = [], None

    def __len__(self) -> int:
        return len(self.candidates)

    def text(self, at: int) -> str:
        return self.candidates[at].block.text

    def kind(self, at: int) -> BlockKind:
        return self.candidates[at].block.kind

    def left(self) -> Sequence[int]:
        """The numbers of the candidates that no rule has taken out; never the title, which no rule may take."""
        if self._left is None:
            self._left = [
                at
                for at, candidate in enumerate(self.candidates)
                if at not in self.gone and candidate.block.kind is not BlockKind.TITLE
            ]
        return self._left

    def is_heading(self, at: int) -> bool:
        return self.kind(at) in (BlockKind.HEADING, BlockKind.TITLE)

    def is_linked(self, at: int) -> bool:
        return self.candidates[at].link_share >= _LINKED

    def is_prose(self, at: int) -> bool:
        """Whether a block reads like a paragraph of the article: long enough, ended like a sentence, not a link."""
        return self._prose[at]

    @cached_property
    def first_prose(self) -> int:
        """The number of the first paragraph of text; the number of candidates if there is none."""
        return next((at for at in range(len(self)) if self.is_prose(at)), len(self))

    def n_prose_after(self, at: int) -> int:
        """How many paragraphs of text follow that no rule has taken out."""
        if not self._after:
            count = 0
            for later in reversed(range(len(self))):
                self._after.append(count)
                count += self._prose[later] and later not in self.gone
            self._after.reverse()
        return self._after[at]

    def at_edge(self, at: int) -> bool:
        """Whether a block stands above the first paragraph of text or below the last one that is left.

        A page without any paragraph of text has no edges: nothing tells its blocks from an article.
        """
        if self.first_prose == len(self):
            return False
        return at < self.first_prose or self.n_prose_after(at) == 0

    def is_firm(self, at: int) -> bool:
        """Whether a block is gone as boilerplate that stands outside articles: no caption and no advert."""
        return at in self.gone and self.reasons.get(at) not in self.incidental

    def beside_gone(self, at: int) -> bool:
        return self.is_firm(at - 1) or self.is_firm(at + 1)

    def opens_prose(self, at: int, words: int) -> bool:
        """Whether a short block is the heading of a part of the article: "Help", text above it and text below."""
        linked = bool(self.candidates[at].zone) or self.is_linked(at)
        if linked or words > _LABEL_WORDS or any(char.isdigit() for char in self.text(at)):
            return False
        if not self.first_prose < at < len(self) - 1 or at + 1 in self.gone or not self.is_prose(at + 1):
            return False
        return self.is_heading(at) or (at - 1 not in self.gone and ends_sentence(self.text(at - 1)))

    def section(self, heading: int) -> Iterator[int]:
        """The numbers of the blocks under a heading, up to the next heading or title."""
        for at in range(heading + 1, len(self)):
            if self.is_heading(at):
                return
            yield at

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The folded texts: equal for copies of a paragraph."""
        return tuple(fold(candidate.block.text) for candidate in self.candidates)

    @cached_property
    def outlets(self) -> tuple[str, ...]:
        """What the outlet is called, as far as the page or a line like "Newsweek reached out" tells."""
        stated = [self.metadata.outlet] if self.metadata.outlet else []
        contacts = (found for c in self.candidates if (found := _CONTACT.match(c.block.text)))
        return tuple(dict.fromkeys([*stated, *(found["outlet"].removeprefix("The ") for found in contacts)]))

    def names_outlet(self, text: str) -> bool:
        return any(outlet in text for outlet in self.outlets)


def _reads_like_text(candidate: Candidate, length: int) -> bool:
    text = candidate.block.text
    return (
        candidate.block.kind not in (BlockKind.HEADING, BlockKind.TITLE)
        and candidate.inside
        and not candidate.zone
        and len(text) >= length
        and ends_sentence(text)
        and candidate.link_share < _LINKED
    )


_CONTACT = re.compile(
    rf"(?P<outlet>{_NAME.pattern}) (?:has |have )?(?:reached out|contacted|asked|approached|e-?mailed|wrote to)\b"
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of boilerplate: ``find`` gives the numbers of its blocks, ``reason`` is what the user reads."""

    name: str
    reason: str
    find: Callable[[Page], Iterable[int]]


def unquoted(text: str) -> str:
    """The text without what somebody says in it: "“Download our app, they all say now”" asks the reader nothing.

    Names in quotation marks («Северный вестник») stay: they have neither three words nor a full stop.
    """
    return _QUOTED.sub(lambda found: " " if _SPOKEN.search(found.group()) else found.group(), text)


def n_words(text: str) -> int:
    return len(text.split())
