"""Where a sentence could end: runs of stops with what closes after them, and what stands left and right.

Stops of scripts without case (。 ؟ । ...) end a sentence wherever they stand; the others need white space after them,
and rules (see `rules`) that look at both sides.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import cache, cached_property

from xlate.segmenting.profile import Profile

CASELESS_STOPS = "。｡．！？؟۔।॥։።፧။៕᙮꓿"
_STOPS = ".!?…‼⁇⁈⁉‽" + CASELESS_STOPS
_OPENING = "«»„“”‟\"'‘’‚‹›(\\[{¿¡「『《（【"
_CLOSING = "»«”“„‟\"'’‘‹›)\\]}」』》）】〉＂］｝"
_EMOJI = "\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d"

# After the stop: quotation marks and brackets (but not those that open before a letter: 为什么？“好。”), a footnote
# mark (word.[12]), French « Oui ! » with its space, emoji, and a note in brackets that has no stop of its own:
# "... off the coast of Chile. (see below) | In 1994 ..."
_AFTER = (
    rf"(?P<close>(?:\[\d{{1,3}}\]|[{_CLOSING}](?<![«“„\"'‘‹](?=[^\W_]))|[ \u00a0\u202f][»›](?=[\s,;.]|$))*+)"
    rf"(?P<emoji>(?:[ \u00a0]?+(?:[{_EMOJI}]++|[:;]-?[()D](?=\s|$)))*+)"
    r"(?P<note>[ \u00a0]\([^().!?…\n]{1,60}\)(?=\s))?"
)
_LINE = r"(?P<line>[\n\r\u2028\u2029\x85\x0b\x0c])"
_FOLLOWING = re.compile(
    rf"(?P<dash>[—–―]++\s*+|-{{1,3}}+\s++)?(?P<open>(?:[{_OPENING}][ \u00a0\u202f]?+)*+)(?P<word>[^\W_][\w'’ʼ]*+)?"
)
_SPACE = re.compile(r"\s*+")
_BRAND = re.compile(r"[a-zа-яёіў]{1,3}[A-ZА-ЯЁІЎ]|https?://|www\.|[\w.+-]++@\w|[\w-]{2,}+(?:\.[\w-]{2,}+)+")


class Kind(Enum):
    """What kind of character opens the word after a place."""

    UPPER = "upper"
    LOWER = "lower"
    DIGIT = "digit"
    CASELESS = "caseless"
    SYMBOL = "symbol"


def kind_of(char: str) -> Kind:
    """The kind of a word's first character; Georgian counts as caseless, for its texts have no capitals."""
    if char.isdigit():
        return Kind.DIGIT
    if not char.isalpha():
        return Kind.SYMBOL
    if "\u10d0" <= char <= "\u10ff":
        return Kind.CASELESS
    if char.islower():
        return Kind.LOWER
    return Kind.UPPER if char.isupper() or char.istitle() else Kind.CASELESS


@cache
def place_pattern(extra_stops: str) -> re.Pattern[str]:
    """Matches every place to be judged: a run of stops with its closing marks, or a line break."""
    return re.compile(rf"(?P<mark>[{_STOPS}{re.escape(extra_stops)}]++){_AFTER}|{_LINE}")


class Place:
    """A possible end of the sentence that begins at ``start``: text up to ``end``, the next sentence from ``next``."""

    def __init__(self, text: str, profile: Profile, start: int, match: re.Match[str]) -> None:
        self.text, self.profile, self.start = text, profile, start
        self.stop, self.end = match.span()
        self.mark: str = match["mark"] or ""
        self.close: str = match["close"] or ""
        gap = _SPACE.match(text, self.end)
        self.next = gap.end() if gap else self.end

    @property
    def spaced(self) -> bool:
        """Whether white space or a long dash follows."""
        return self.next > self.end or self.text[self.end : self.end + 1] in ("—", "–")

    @cached_property
    def following(self) -> re.Match[str]:
        """Groups ``dash``, ``open`` (quotation marks, brackets) and ``word`` of what follows; each may be missing."""
        found = _FOLLOWING.match(self.text, self.next)
        assert found is not None  # every part of the pattern is optional
        return found

    @property
    def word(self) -> str:
        """The word that follows, without dash and quotation marks; empty where a symbol follows."""
        return self.following["word"] or ""

    @property
    def after_word(self) -> str:
        """The character after that word."""
        end = self.following.end()
        return self.text[end : end + 1]

    @cached_property
    def kind(self) -> Kind:
        """The kind of the word that follows; an address or brand in lower case (iPhone, tut.by) counts as upper."""
        kind = kind_of(self.word[:1])
        if kind is Kind.LOWER and _BRAND.match(self.text, self.following.start("word")):
            return Kind.UPPER
        return kind

    @property
    def is_starter(self) -> bool:
        """Whether the word that follows has its capital only because a sentence starts; never an initial ("В.")."""
        if len(self.word) == 1 and self.after_word == ".":
            return False
        return self.word.lower().replace("’", "'") in self.profile.starters

    @cached_property
    def tokens(self) -> list[str]:
        """Up to four tokens before the stop (from at most 48 characters of this sentence), opening marks taken off."""
        begin = max(self.start, self.stop - 48)
        window = self.text[begin : self.stop]
        if not window or window[-1].isspace():
            return []
        return [token.lstrip("«„“”\"'‘’‚‹([{¿¡—–-") for token in window.split()[-4:]]

    @property
    def token(self) -> str:
        """The token that the stop is attached to; empty where it stands alone."""
        return self.tokens[-1] if self.tokens else ""
