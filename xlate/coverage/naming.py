"""Names that changed: one that only the source has, where the translation has one that the source does not.

A name of the source is answered by the termbase's form, by a word that sounds like it, by what the model says about it
(«Уэльс» sounds little like "Wales"), or by a word that answers it elsewhere in the same text.  Translators leave names
out and put pronouns for them, so a name that is only missing is an aside; one in place of another is a warning.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from xlate.coverage.finding import Kind, Note
from xlate.coverage.judging import Information, Opinion
from xlate.coverage.sides import Couple
from xlate.coverage.sounds import names_alike
from xlate.glossary.enforcement.expectation import Expectation
from xlate.glossary.enforcement.words import Words, fold
from xlate.glossary.names import Names
from xlate.languages import FOUR
from xlate.model import Severity, Span, TermHit, TermStatus

ALIKE = 0.68
"""Likeness of sound from which two words can be one name."""

KNOWN = 1.2
"""Nats a piece that the other side says about a name from which it answers it."""

TOGETHER = 2  # beads in which a source and a target word stand together, and neither without the other (guessed)

CHANGED, MISSING = 0.85, 0.3

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_STOP = re.compile(r"[.!?…:;]['\"»”’)\]]*\s*['\"«“„‘(\[—–-]*\s*$|^\W*$|[\"«“„‘(\[]\s*$|[—–]\s*$")
_NO_CASE_NAMES = ("de",)  # all nouns have capitals
_NOT_NAMES = frozenset(
    """i i'm i'll i've i'd mr mrs ms dr sir lord lady monday tuesday wednesday thursday friday saturday sunday
    january february march april may june july august september october november december god
    president prime minister""".split()
)
_TITLE_CASE = 0.6  # share of long words with capitals from which a text is a headline in title case


@dataclass(frozen=True, slots=True)
class _Name:
    span: Span
    word: str


class NameChecker:
    """Looks at the names of all beads of a text, then at each bead."""

    def __init__(self, couples: Sequence[Couple], names: Names | None, opinions: dict[int, Opinion]) -> None:
        self._names = names
        self._opinions = opinions
        self._together = _together(couples)

    def check(self, couple: Couple) -> Iterator[Note]:
        """A note for names that changed, and fainter ones for those that are missing."""
        source, target = couple.source.text, couple.target.text
        expected = self._expected((couple.source_language, couple.target_language), source)
        reverse = self._expected((couple.target_language, couple.source_language), target)
        opinion = self._opinions.get(couple.number)
        answered, explained, lost = _by_termbase(expected, reverse, source, target)
        missing = [
            name
            for name in names(source, couple.source_language)
            if not _covered(name.span, answered)
            and not self._answered(name, target, couple, opinion.source if opinion else None, in_source=True)
        ]
        extra = [
            name
            for name in names(target, couple.target_language)
            if not _covered(name.span, explained)
            and not self._answered(name, source, couple, opinion.target if opinion else None, in_source=False)
        ]
        if missing and extra:
            yield _changed(missing, extra)
        else:
            for expectation in lost:
                said = expectation.match.span.of(source)
                message = f"name not in the translation: {said} ({expectation.wanted.name})"
                yield Note(Kind.NAME, Severity.INFO, MISSING, message, (expectation.match.span,))

    def _expected(self, pair: tuple[str, str], text: str) -> tuple[Expectation, ...]:
        if not self._names or pair[0] == pair[1]:
            return ()
        return self._names.expected(pair, text)

    def _answered(
        self, name: _Name, other: str, couple: Couple, information: Information | None, *, in_source: bool
    ) -> bool:
        words = _WORD.findall(other)
        if any(names_alike(name.word, word) >= ALIKE for word in words):
            return True
        if couple.machine and not in_source and any(_same(name.word, w) for w in _WORD.findall(couple.machine)):
            return True
        if any(key in self._together for word in words for key in [_key(name.word, word, in_source)]):
            return True
        said = information.within(name.span) if information else None
        return said is not None and said >= KNOWN


def term_hits(couple: Couple, names: Names | None) -> tuple[TermHit, ...]:
    """The termbase's names in the source of a couple and what became of them; spans of the joined texts."""
    if not names or couple.same_language or not couple.is_full:
        return ()
    target = Words(couple.target.text)
    hits = []
    for expectation in names.expected((couple.source_language, couple.target_language), couple.source.text):
        found = next((span for span, _ in expectation.found_in(target)), None)
        status = TermStatus.SATISFIED if found else TermStatus.VIOLATED
        match, wanted = expectation.match, expectation.wanted.name
        kind = str(match.concept.kind)
        hits.append(TermHit(match.name, wanted, status, match.span, found, "" if found else "not found", kind))
    return tuple(hits)


def names(text: str, language: str) -> tuple[_Name, ...]:
    """Words with a capital that nothing but a name asks for; none where a headline or all nouns have them."""
    if language in _NO_CASE_NAMES:
        return ()
    long = [word for word in _WORD.findall(text) if len(word) > 3]
    if len(long) > 2 and sum(word[0].isupper() for word in long) >= _TITLE_CASE * len(long):
        return ()
    return tuple(
        _Name(Span(*match.span()), match[0])
        for match in _WORD.finditer(text)
        if match[0][0].isupper()
        and len(match[0]) > 2
        and not match[0][:5].isupper()
        and not _is_common(match[0], language)
        and match[0].lower().replace("’", "'") not in _NOT_NAMES
        and not _STOP.search(text[max(0, match.start() - 8) : match.start()])
    )


def _is_common(word: str, language: str) -> bool:
    """A word that texts also have with a small letter: "Commission", «Южного».  It is translated by its sense."""
    if language not in FOUR:
        return False
    folded = word.lower().replace("’", "'").removesuffix("'s")
    return all(part in words_of(language) for part in folded.split("-"))


@cache
def words_of(language: str) -> frozenset[str]:
    """The common words of a language."""
    lines = files("xlate").joinpath("data", "words", f"{language}.tsv").read_text("utf-8").splitlines()
    return frozenset(line.partition("\t")[0] for line in lines[1:])


def _by_termbase(
    expected: Sequence[Expectation], reverse: Sequence[Expectation], source: str, target: str
) -> tuple[list[Span], list[Span], list[Expectation]]:
    """Spans of the source that are answered, spans of the target that are explained, expectations that are not met."""
    answered: list[Span] = []
    explained: list[Span] = []
    lost = []
    in_target, in_source = Words(target), Words(source)
    for expectation in expected:
        found = [span for span, _ in expectation.found_in(in_target)]
        explained += found
        if found:
            answered.append(expectation.match.span)
        else:
            lost.append(expectation)
    for expectation in reverse:
        found = [span for span, _ in expectation.found_in(in_source)]
        answered += found
        if found:
            explained.append(expectation.match.span)
    return answered, explained, [e for e in lost if not _covered(e.match.span, answered)]


def _changed(missing: Sequence[_Name], extra: Sequence[_Name]) -> Note:
    left, right = (" ".join(name.word for name in side) for side in (missing, extra))
    spans = tuple(name.span for name in missing), tuple(name.span for name in extra)
    return Note(Kind.NAME, Severity.WARNING, CHANGED, f"name changed: {left} became {right}", *spans)


def _covered(span: Span, spans: Sequence[Span]) -> bool:
    return any(other.start < span.end and span.start < other.end for other in spans)


def _same(left: str, right: str) -> bool:
    """Two forms of one word of one language."""
    return names_alike(left, right) >= 0.8 and left[:1].lower() == right[:1].lower()


def _key(name: str, word: str, in_source: bool) -> tuple[str, str]:
    pair = (name, word) if in_source else (word, name)
    return _stem(pair[0]), _stem(pair[1])


def _stem(word: str) -> str:
    """A crude one: what is left when up to two letters of a longer word's ending go."""
    folded = fold(word)
    return folded[: max(4, len(folded) - 2)]


def _together(couples: Sequence[Couple]) -> frozenset[tuple[str, str]]:
    """Pairs of capitalised words that always come together, in two beads at least."""
    both: Counter[tuple[str, str]] = Counter()
    alone: dict[int, Counter[str]] = defaultdict(Counter)
    for couple in couples:
        if not couple.is_full:
            continue
        left = {_stem(name.word) for name in names(couple.source.text, couple.source_language)}
        right = {_stem(name.word) for name in names(couple.target.text, couple.target_language)}
        alone[0].update(left)
        alone[1].update(right)
        both.update((a, b) for a in left for b in right)
    return frozenset((a, b) for (a, b), n in both.items() if n >= TOGETHER and n >= 0.7 * max(alone[0][a], alone[1][b]))
