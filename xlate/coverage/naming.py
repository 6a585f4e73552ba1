"""Names that changed: one that only the source has, where the translation has one that the source does not.

A name of the source is answered by the termbase's form, by a word that sounds like it, by what the model says about it
(«Уэльс» sounds little like "Wales"), or by a word that answers it elsewhere in the same text.  Translators leave names
out and put pronouns for them, so a name that is only missing is an aside; one in place of another is a warning.

The rules and constants were chosen on dev/news: 804 names of other articles put in (en-ru, en-uk, en-be; 67 each with
seeds 7, 11, 101 and 20261129) and 1,007 human translations of each pair.  On these 0.953 are found, with alarms on 21
of 3,021 human translations; by the rules of the day before it was 0.908, with 24 (2026-11-30).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat

from xlate.coverage.by_sense import NOT_NAMES, bare, is_no_name, said_by_sense
from xlate.coverage.capitals import ACRONYM, STOP, WORD, Name, capitalised, first_sounds, is_named, names, stem_of
from xlate.coverage.common_words import are_forms, is_adjective, is_common, is_form_of_common, nearly_common
from xlate.coverage.company import ALIKE, ALIKE_ANYWHERE, together
from xlate.coverage.finding import Kind, Note
from xlate.coverage.judging import Information, Opinion
from xlate.coverage.known import Known, by_termbase, covered
from xlate.coverage.sides import Couple
from xlate.coverage.sounds import names_alike
from xlate.glossary.enforcement.expectation import Expectation
from xlate.glossary.names import Names
from xlate.model import Severity, Span

ALIKE_COMMON = 0.75
"""The same for a common word ("Judge"), which is seldom said by its sound."""

ALIKE_UNSAID = 0.75
"""The same for a word that the model does not find said: «Крэншо» is not Kavanaugh."""

ALIKE_STRANGER = 0.6
"""The same for a word that came in place of an abbreviation or of one of two mentions: «Спайта» is Spieth still."""

SURELY_ALIKE = 0.9
"""The same where another word sounds more like it: «Брюса» is not Barnes where «Барнса» is."""

COMPANY = 0.9
"""Likeness of two words that always come together: less than that of sounds that are the same."""

KNOWN = 3.3
"""Nats a piece that the source says about a name of the translation from which it is no stranger.  Of the 804 names
put in (see above) 2.5 finds 755, this 766 and 3.9 769; the alarms are 16, 21 and 26 of 3,021 (2026-11-30)."""

SHORTEST = 4  # letters of a name that may have come in place of another: «Ын» is a syllable (guessed)

LONG = 5  # letters of a name that is called strange; shorter ones are parts of names, or none (guessed)

SHORT_PART = 2  # letters of a part of a hyphenated name that need not be answered (guessed)

FAINT = 0.6
"""Nats a piece that the source says about a word below which it is not said."""

FAINT_SOURCE = 0.0
"""The same for a word of the source: a name that is gone, whatever else the word may mean.  0.3 doubles the alarms."""

SURELY_SAID = 4.5
"""Nats a piece that the translation says about a name of the source from which it is not missing: «Йельском»
answers Yale, though it sounds little like it.  Guessed."""

LEAST_SAID = 0.0
"""The same for a name that begins as a common word does: «Испании» is often added, and «испаряться» begins so."""

TITLE = 0.5  # share of words with capitals above which a line is in Title Case (guessed)

UNSAID = 1.7
"""Nats a piece that the source says about a name below which it may be a stranger.  Of 134 names of other articles put
into dev/news (en-ru, en-uk, 2026-11-29) 99 have less."""

CHANGED, STRANGE, MISSING = 0.85, 0.65, 0.3

_GREAT = re.compile("^(?i:велико|велика|вяліка)(?=брит)")  # Britain is «Великобритания»


class NameChecker:
    """Looks at the names of all beads of a text, then at each bead."""

    def __init__(self, couples: Sequence[Couple], names: Names | None, opinions: dict[int, Opinion]) -> None:
        self._names = names
        self._opinions = opinions
        self._together = together(couples)
        self._everywhere: dict[str, list[str]] = defaultdict(list)  # the source's capitalised words by first sound
        for word in dict.fromkeys(word for couple in couples for word in capitalised(couple.source.text)):
            for key in first_sounds(word):
                self._everywhere[key].append(word)

    def check(self, couple: Couple) -> Iterator[Note]:
        """A note for names that changed, and fainter ones for those that are missing."""
        both = self._both(couple)
        extra = self._extra(both, couple)
        wrong = [n for n in extra if covered(n.span, both.known.foreign)]
        missing = both.missing
        faint = _faint(both.source, both.said_of_source)
        if not any(n in faint for n in missing):
            extra = [n for n in extra if not _said(n, both.said_of_target, KNOWN)]
        if not missing and all(_is_unsaid(n, both.said_of_target) for n in extra):
            missing = both.unanswered(faint)
        gone = [e for e in both.known.lost if self._is_gone(e, both)]
        if not missing and not gone and any(self._is_stranger(n, both) for n in extra):
            gone = [e for e in both.known.lost if _is_unanswered_acronym(e.match.span.of(both.source), both.target)]
            missing = _seldom(both)
        if extra and (missing or gone):
            yield _changed(missing, gone, extra, both.source)
        elif strange := [n for n in extra if self._is_strange(n, both)]:
            yield _of_target(Severity.WARNING, STRANGE, "name that the source does not have", strange)
        elif extra and wrong:
            yield _of_target(Severity.INFO, MISSING, "name not in the source", wrong)
        else:
            yield from map(_lost, both.known.lost, repeat(both.source))

    def _both(self, couple: Couple) -> _Both:
        source, target = couple.source.text, couple.target.text
        expected = self._expected((couple.source_language, couple.target_language), source)
        reverse = self._expected((couple.target_language, couple.source_language), target)
        opinion = self._opinions.get(couple.number)
        said = opinion.target if opinion else None
        words = _parts(capitalised(target))
        return _Both(
            source,
            target,
            couple.target_language,
            names(source, couple.source_language),
            names(target, couple.target_language),
            by_termbase(expected, reverse, source, target),
            self._matched(_capitals(source), words, couple.source_language, _unsaid(target, said)),
            opinion.source if opinion else None,
            said,
        )

    def _extra(self, both: _Both, couple: Couple) -> list[Name]:
        """The names of the translation that nothing of the source explains."""
        here, taken = _capitals(both.source), set(both.answers.values())
        machine = WORD.findall(couple.machine or "")
        return [
            n
            for n in both.right
            if len(n.word) >= SHORTEST
            and not covered(n.span, both.known.explained)
            and not _is_taken(n.word, taken)
            and not self._heard(n.word, _free(here, both.answers, n.word), SURELY_ALIKE)
            and not any(are_forms(n.word, word) for word in machine)
            and not said_by_sense(n.word, both.source)
            and not (is_adjective(n.word) and _said(n, both.said_of_target, FAINT))
        ]

    def _is_gone(self, expectation: Expectation, both: _Both) -> bool:
        """Whether a name of the termbase is said in no form, not in one that the termbase lacks either: «Ошмянском»."""
        name = expectation.match.span.of(both.source)
        there = capitalised(both.target)
        return is_named(name) and not any(
            self._likeness(word, other) >= ALIKE for word in capitalised(name) for other in there
        )

    def _matched(
        self, here: Sequence[str], there: Sequence[str], language: str, unsaid: frozenset[str]
    ) -> dict[str, str]:
        """Which word of the translation answers which of the source: each answers one, the one it sounds most like, so
        that «Лорен» is Lauren, and not Laverne as well.

        A common word, and one that the model does not find said, have to be surer.
        """

        def least(form: str, word: str) -> float:
            if is_common(form, language):
                return SURELY_ALIKE if word in unsaid else ALIKE_COMMON
            return ALIKE_UNSAID if word in unsaid else ALIKE

        alike = sorted(
            (
                (likeness, form, word)
                for form in dict.fromkeys(here)
                if not is_no_name(form)
                for word in dict.fromkeys(there)
                if ("-" in form or "-" not in word) and (likeness := self._alike(form, word)) >= least(form, word)
            ),
            key=lambda found: -found[0],
        )
        answered: dict[str, str] = {}
        taken: set[str] = set()
        for _, form, word in alike:
            if form not in answered and word not in taken:
                answered[form] = word
                taken.add(word)
        return answered

    def _likeness(self, name: str, word: str) -> float:
        """Of a source and a target word; of a hyphenated target word, the best of its parts: «Солт-Лейк-Сити»."""
        parts = [part for part in word.split("-") if len(part) > 2 and part[0].isupper()] if "-" in word else []
        return max(self._alike(name, part) for part in (word, *parts))

    def _heard(self, name: str, others: Sequence[str], least: float = ALIKE) -> bool:
        """Whether one of the source's words sounds like the translation's name, or comes with it elsewhere.

        Of a hyphenated name, either the whole or all of its parts: not «Нью-Меллона» for "Carnegie Mellon".
        """
        if any(self._alike(word, name) >= least for word in others):
            return True
        parts = [part for part in name.split("-") if len(part) > 3] if "-" in name else []
        return bool(parts) and all(self._heard(part, others) for part in parts)

    def _alike(self, word: str, name: str) -> float:
        return COMPANY if (stem_of(word), stem_of(name)) in self._together else names_alike(word, _GREAT.sub("", name))

    def _is_stranger(self, name: Name, both: _Both) -> bool:
        """Whether a name sounds like none of the source's words, common or not, and the model does not find it said."""
        if both.said_of_target is None or _said(name, both.said_of_target, UNSAID):
            return False
        return not is_adjective(name.word) and not self._heard(name.word, _capitals(both.source), ALIKE_STRANGER)

    def _is_strange(self, name: Name, both: _Both) -> bool:
        """Whether a name of the translation sounds like none of the whole source, and the model does not find it said.

        A translator may put a name for a pronoun, but it is one of the article's.
        """
        said = both.said_of_target.within(name.span) if both.said_of_target else None
        if (said is not None and said >= UNSAID) or len(name.word) < LONG:
            return False
        if is_form_of_common(name.word, both.language):
            return False
        if nearly_common(name.word, both.language) and (said is None or said >= LEAST_SAID):
            return False
        words = [word for word in WORD.findall(both.source) if len(word) >= LONG]
        others = [word for key in first_sounds(name.word) for word in self._everywhere.get(key, ())]
        return not self._heard(name.word, words, ALIKE_COMMON) and not self._heard(name.word, others, ALIKE_ANYWHERE)

    def _expected(self, pair: tuple[str, str], text: str) -> tuple[Expectation, ...]:
        if not self._names or pair[0] == pair[1]:
            return ()
        return self._names.expected(pair, text)


@dataclass(frozen=True, slots=True)
class _Both:
    """The two sides of a bead: their names, what answers what, and what the model says of each side's words."""

    source: str
    target: str
    language: str  # of the target
    left: tuple[Name, ...]
    right: tuple[Name, ...]
    known: Known
    answers: dict[str, str]
    said_of_source: Information | None
    said_of_target: Information | None

    @property
    def missing(self) -> list[Name]:
        """Names of the source that nothing answers, unless the model finds them said."""
        return [n for n in self.unanswered(self.left) if not _said(n, self.said_of_source, SURELY_SAID)]

    def unanswered(self, some: Sequence[Name]) -> list[Name]:
        """Those that neither the termbase nor a word of the translation answers."""
        stems = {stem_of(form) for form in self.answers}
        return [n for n in some if not covered(n.span, self.known.answered) and stem_of(n.word) not in stems]


def _changed(missing: Sequence[Name], lost: Sequence[Expectation], extra: Sequence[Name], source: str) -> Note:
    gone = sorted({name.span for name in missing} | {e.match.span for e in lost})
    gone = [span for i, span in enumerate(gone) if not i or span.start >= gone[i - 1].end]
    left, right = " ".join(span.of(source) for span in gone), " ".join(name.word for name in extra)
    message = f"name changed: {left} became {right}"
    return Note(Kind.NAME, Severity.WARNING, CHANGED, message, tuple(gone), tuple(name.span for name in extra))


def _of_target(severity: Severity, likelihood: float, message: str, found: Sequence[Name]) -> Note:
    said = " ".join(name.word for name in found)
    return Note(Kind.NAME, severity, likelihood, f"{message}: {said}", target=tuple(name.span for name in found))


def _lost(expectation: Expectation, source: str) -> Note:
    span = expectation.match.span
    message = f"name not in the translation: {span.of(source)} ({expectation.wanted.name})"
    return Note(Kind.NAME, Severity.INFO, MISSING, message, (span,))


def _faint(text: str, information: Information | None) -> list[Name]:
    """The capitalised words inside a sentence of the source that the model does not find said in the translation.

    Common ones ("West") are among them; of a headline in Title Case there are none.
    """
    if information is None or sum(word[0].isupper() for word in WORD.findall(text)) > TITLE * len(text.split()):
        return []
    found = (Name(Span(*m.span()), m[0]) for m in WORD.finditer(text) if m[0][0].isupper() and len(m[0]) > 1)
    return [
        name
        for name in found
        if bare(name.word) not in NOT_NAMES
        and not (len(name.word) > 2 and ACRONYM.fullmatch(name.word))  # spelt out as often as not
        and not STOP.search(text[max(0, name.span.start - 8) : name.span.start])
        and (said := information.within(name.span)) is not None
        and said < FAINT_SOURCE
    ]


def _parts(words: Sequence[str]) -> list[str]:
    """The words, and the parts of those with hyphens: of «Батон-Руж» one answers Baton and the other Rouge."""
    return [*words, *(part for word in words if "-" in word for part in word.split("-"))]


def _capitals(text: str) -> list[str]:
    """The words with a capital, and the parts that have one: "Catalan-led" has Catalan."""
    return [word for word in _parts(capitalised(text)) if word[0].isupper()]


def _is_taken(word: str, taken: set[str]) -> bool:
    """Whether all parts of a name answer something; small ones («-стрит», «Аль-») say nothing."""
    parts = [part for part in word.split("-") if len(part) > SHORT_PART and part[0].isupper()]
    return word in taken or (bool(parts) and all(part in taken for part in parts))


def _unsaid(text: str, information: Information | None) -> frozenset[str]:
    """The capitalised words of a text that the model does not find said on the other side."""
    if information is None:
        return frozenset()
    found = (m for m in WORD.finditer(text) if m[0][0].isupper())
    spans = ((word, Span(m.start() + at, m.start() + at + len(word))) for m in found for at, word in _with_places(m[0]))
    return frozenset(word for word, span in spans if (said := information.within(span)) is not None and said < FAINT)


def _with_places(word: str) -> Iterator[tuple[int, str]]:
    at = 0
    for part in word.split("-"):
        yield at, part
        at += len(part) + 1


def _said(name: Name, information: Information | None, least: float) -> bool:
    """Whether the model finds that the other side says the name, in ``least`` nats a piece."""
    said = information.within(name.span) if information else None
    return said is not None and said >= least


def _is_unsaid(name: Name, information: Information | None) -> bool:
    """Whether the model does not find that the other side says the name."""
    said = information.within(name.span) if information else None
    return said is not None and said < FAINT


def _free(here: Sequence[str], answers: dict[str, str], name: str) -> list[str]:
    """The source's words that a name may say again: not one that another word answers.

    «Макгрегор» may come twice for one McGregor, but beside «Майк» for Mike «Майкл» is somebody else.
    """
    return [
        word
        for word in here
        if not is_no_name(word) and (word not in answers or stem_of(answers[word]) == stem_of(name))
    ]


def _is_unanswered_acronym(text: str, target: str) -> bool:
    """Whether a text is "UK" or the like, and no word of the translation says it by its sense."""
    return bool(ACRONYM.fullmatch(text)) and not any(said_by_sense(word, text) for word in capitalised(target))


def _seldom(both: _Both) -> list[Name]:
    """Names that the source says more often than the translation: one of two "Arizona" may have become another."""
    mentions: dict[str, list[Name]] = defaultdict(list)
    for name in both.left:
        mentions[stem_of(name.word)].append(name)
    return [
        some[0]
        for some in mentions.values()
        if len(some) > 1 and sum(_same(n.word, both.answers.get(some[0].word, "")) for n in both.right) < len(some)
    ]


def _same(left: str, right: str) -> bool:
    """Two forms of one word of one language."""
    return names_alike(left, right) >= SURELY_ALIKE and left[:1].lower() == right[:1].lower()
