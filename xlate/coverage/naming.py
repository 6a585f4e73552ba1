"""Names that changed: one that only the source has, where the translation has one that the source does not.

A name of the source is answered by the termbase's form, by a word that sounds like it, by what the model says about it
(«Уэльс» sounds little like "Wales"), or by a word that answers it elsewhere in the same text.  Translators leave names
out and put pronouns for them, so a name that is only missing is an aside; one in place of another is a warning.

The rules and constants were chosen on dev/news: 804 names of other articles put in (en-ru, en-uk, en-be; 67 each with
seeds 7, 11, 101 and 20261129) and 1,007 human translations of each pair.  On these 0.945 are found, with alarms on 19
of 3,021 human translations; by the rules of the day before it was 0.908, with 24 (2026-11-30).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat

from xlate.coverage.by_sense import NOT_NAMES, bare, is_no_name, said_by_sense
from xlate.coverage.common_words import are_forms, is_adjective, is_common, is_form_of_common, nearly_common
from xlate.coverage.finding import Kind, Note
from xlate.coverage.judging import Information, Opinion
from xlate.coverage.sides import Couple
from xlate.coverage.sounds import names_alike, sounds
from xlate.glossary.enforcement.expectation import Expectation
from xlate.glossary.enforcement.words import Words, fold
from xlate.glossary.names import Names
from xlate.model import Severity, Span, TermHit, TermStatus

ALIKE = 0.68
"""Likeness of sound from which two words can be one name."""

ALIKE_ANYWHERE = 0.8
"""The same for a word that stands anywhere in the source: among many some sound alike by chance."""

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

KNOWN = 2.9
"""Nats a piece that the source says about a name of the translation from which it is no stranger.  Of the names put in
(see above) 2.5 finds 753, this 759 and 3.9 765; their alarms stand as 18, 22 and 42 of 3,021 (2026-11-30)."""

TOGETHER = 2  # beads in which a source and a target word stand together, and neither without the other (guessed)

SHORTEST = 4  # letters of a name that may have come in place of another: «Ын» is a syllable (guessed)

LONG = 5  # letters of a name that is called strange; shorter ones are parts of names, or none (guessed)

SHORT_PART = 2  # letters of a part of a hyphenated name that need not be answered (guessed)

FAINT = 0.6
"""Nats a piece that the source says about a word below which it is not said; see ``ALIKE_UNSAID``."""

FAINT_SOURCE = 0.0
"""The same for a word of the source: a name that is gone, whatever else the word may mean.  0.3 doubles the alarms."""

SURELY_SAID = 4.5
"""Nats a piece that the translation says about a name of the source from which it is not missing: «Йельском»
answers Yale, though it sounds like little of it.  Guessed; half of all names that are translated have 4 and more."""

LEAST_SAID = 0.0
"""The same for a name that begins as a common word does: «Испании» is often added, and «испаряться» begins so."""

TITLE = 0.5  # share of words with capitals above which a line is in Title Case (guessed)

UNSAID = 1.7
"""Nats a piece that the source says about a name below which it may be a stranger.  Of 134 names of other articles put
into dev/news (en-ru, en-uk, 2026-11-29) 99 have less."""

CHANGED, STRANGE, MISSING = 0.85, 0.65, 0.3

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_STOP = re.compile(r"[.!?…:;]['\"»”’)\]]*\s*['\"«“„‘(\[—–-]*\s*$|^\W*$|[\"«“„‘(\[]\s*$|[—–]\s*$")
_ACRONYM = re.compile(r"[^\W\d_a-zа-яёіїєґў]{2,}(?:s|['’]s|-.+|[а-яёіїєґў]{1,3})?")
_NO_CASE_NAMES = ("de",)  # all nouns have capitals

_GREAT = re.compile("^(?i:велико|велика|вяліка)(?=брит)")  # Britain is «Великобритания»


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
        self._everywhere: dict[str, list[str]] = defaultdict(list)  # the source's capitalised words by first sound
        for word in dict.fromkeys(word for couple in couples for word in _capitalised(couple.source.text)):
            for key in _keys(word):
                self._everywhere[key].append(word)

    def check(self, couple: Couple) -> Iterator[Note]:
        """A note for names that changed, and fainter ones for those that are missing."""
        both = self._both(couple)
        extra = self._extra(both, couple)
        wrong = [n for n in extra if _covered(n.span, both.known.foreign)]
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
        words = _parts(_capitalised(target))
        return _Both(
            source,
            target,
            couple.target_language,
            names(source, couple.source_language),
            names(target, couple.target_language),
            _by_termbase(expected, reverse, source, target),
            self._matched(_capitalised(source), words, couple.source_language, _unsaid(target, said)),
            opinion.source if opinion else None,
            said,
        )

    def _extra(self, both: _Both, couple: Couple) -> list[_Name]:
        """The names of the translation that nothing of the source explains."""
        here, taken = _capitalised(both.source), set(both.answers.values())
        machine = _WORD.findall(couple.machine or "")
        return [
            n
            for n in both.right
            if len(n.word) >= SHORTEST
            and not _covered(n.span, both.known.explained)
            and not _is_taken(n.word, taken)
            and not self._heard(n.word, _free(here, both.answers, n.word), SURELY_ALIKE)
            and not any(are_forms(n.word, word) for word in machine)
            and not said_by_sense(n.word, both.source)
            and not (is_adjective(n.word) and _said(n, both.said_of_target, FAINT))
        ]

    def _is_gone(self, expectation: Expectation, both: _Both) -> bool:
        """Whether a name of the termbase is said in no form, not in one that the termbase lacks either: «Ошмянском»."""
        name = expectation.match.span.of(both.source)
        there = _capitalised(both.target)
        return _is_named(name) and not any(
            self._likeness(word, other) >= ALIKE for word in _capitalised(name) for other in there
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
        return COMPANY if (_stem(word), _stem(name)) in self._together else names_alike(word, _GREAT.sub("", name))

    def _is_stranger(self, name: _Name, both: _Both) -> bool:
        """Whether a name sounds like none of the source's words, common or not, and the model does not find it said."""
        if both.said_of_target is None or _said(name, both.said_of_target, UNSAID):
            return False
        if is_form_of_common(name.word, both.language) and _said(name, both.said_of_target, LEAST_SAID):
            return False
        return not self._heard(name.word, _capitalised(both.source), ALIKE_STRANGER)

    def _is_strange(self, name: _Name, both: _Both) -> bool:
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
        words = [word for word in _WORD.findall(both.source) if len(word) >= LONG]
        others = [word for key in _keys(name.word) for word in self._everywhere.get(key, ())]
        return not self._heard(name.word, words, ALIKE_COMMON) and not self._heard(name.word, others, ALIKE_ANYWHERE)

    def _expected(self, pair: tuple[str, str], text: str) -> tuple[Expectation, ...]:
        if not self._names or pair[0] == pair[1]:
            return ()
        return self._names.expected(pair, text)


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
    """Words with a capital that are no common words; none in a language whose nouns all have capitals."""
    if language in _NO_CASE_NAMES:
        return ()
    return tuple(
        _Name(Span(*match.span()), match[0])
        for match in _WORD.finditer(text)
        if match[0][0].isupper()
        and len(match[0]) > 2
        and not _ACRONYM.fullmatch(match[0])
        and not is_common(match[0], language)
        and bare(match[0]) not in NOT_NAMES
        and (language == "en" or not _STOP.search(text[max(0, match.start() - 8) : match.start()]))
    )


@dataclass(frozen=True, slots=True)
class _Known:
    """What the termbase knows: spans of the source that are answered, of the target that are explained, of the target
    that name what the source does not, and expectations that are not met."""

    answered: tuple[Span, ...]
    explained: tuple[Span, ...]
    foreign: tuple[Span, ...]
    lost: tuple[Expectation, ...]


@dataclass(frozen=True, slots=True)
class _Both:
    """The two sides of a bead: their names, what answers what, and what the model says of each side's words."""

    source: str
    target: str
    language: str  # of the target
    left: tuple[_Name, ...]
    right: tuple[_Name, ...]
    known: _Known
    answers: dict[str, str]
    said_of_source: Information | None
    said_of_target: Information | None

    @property
    def missing(self) -> list[_Name]:
        """Names of the source that nothing answers, unless the model finds them said."""
        return [n for n in self.unanswered(self.left) if not _said(n, self.said_of_source, SURELY_SAID)]

    def unanswered(self, some: Sequence[_Name]) -> list[_Name]:
        """Those that neither the termbase nor a word of the translation answers."""
        stems = {_stem(form) for form in self.answers}
        return [n for n in some if not _covered(n.span, self.known.answered) and _stem(n.word) not in stems]


def _by_termbase(expected: Sequence[Expectation], reverse: Sequence[Expectation], source: str, target: str) -> _Known:
    in_target, in_source = Words(target), Words(source)
    forth = [(e, [span for span, _ in e.found_in(in_target)]) for e in expected]
    back = [(e, [span for span, _ in e.found_in(in_source)]) for e in reverse]
    answered = [e.match.span for e, found in forth if found] + [span for _, found in back for span in found]
    explained = [e.match.span for e, found in back if found] + [span for _, found in forth for span in found]
    foreign = [e.match.span for e, found in back if not found and not _covered(e.match.span, explained)]
    lost = [e for e, found in forth if not found and not _covered(e.match.span, answered)]
    return _Known(tuple(answered), tuple(explained), tuple(foreign), tuple(lost))


def _changed(missing: Sequence[_Name], lost: Sequence[Expectation], extra: Sequence[_Name], source: str) -> Note:
    gone = sorted({name.span for name in missing} | {e.match.span for e in lost})
    gone = [span for i, span in enumerate(gone) if not i or span.start >= gone[i - 1].end]
    left, right = " ".join(span.of(source) for span in gone), " ".join(name.word for name in extra)
    message = f"name changed: {left} became {right}"
    return Note(Kind.NAME, Severity.WARNING, CHANGED, message, tuple(gone), tuple(name.span for name in extra))


def _of_target(severity: Severity, likelihood: float, message: str, found: Sequence[_Name]) -> Note:
    said = " ".join(name.word for name in found)
    return Note(Kind.NAME, severity, likelihood, f"{message}: {said}", target=tuple(name.span for name in found))


def _lost(expectation: Expectation, source: str) -> Note:
    span = expectation.match.span
    message = f"name not in the translation: {span.of(source)} ({expectation.wanted.name})"
    return Note(Kind.NAME, Severity.INFO, MISSING, message, (span,))


def _capitalised(text: str) -> list[str]:
    """The words that a name may answer: those with a capital, whatever their place."""
    return [word for word in _WORD.findall(text) if word[0].isupper()]


def _faint(text: str, information: Information | None) -> list[_Name]:
    """The capitalised words inside a sentence of the source that the model does not find said in the translation.

    Common ones ("West") are among them; of a headline in Title Case there are none.
    """
    if information is None or sum(word[0].isupper() for word in _WORD.findall(text)) > TITLE * len(text.split()):
        return []
    found = (_Name(Span(*m.span()), m[0]) for m in _WORD.finditer(text) if m[0][0].isupper() and len(m[0]) > 1)
    return [
        name
        for name in found
        if bare(name.word) not in NOT_NAMES
        and not (len(name.word) > 2 and _ACRONYM.fullmatch(name.word))  # spelt out as often as not
        and not _STOP.search(text[max(0, name.span.start - 8) : name.span.start])
        and (said := information.within(name.span)) is not None
        and said < FAINT_SOURCE
    ]


def _parts(words: Sequence[str]) -> list[str]:
    """The words, and the parts of those with hyphens: of «Батон-Руж» one answers Baton and the other Rouge."""
    return [*words, *(part for word in words if "-" in word for part in word.split("-"))]


def _is_taken(word: str, taken: set[str]) -> bool:
    """Whether all parts of a name answer something; small ones («-стрит», «Аль-») say nothing."""
    parts = [part for part in word.split("-") if len(part) > SHORT_PART and part[0].isupper()]
    return word in taken or (bool(parts) and all(part in taken for part in parts))


def _unsaid(text: str, information: Information | None) -> frozenset[str]:
    """The capitalised words of a text that the model does not find said on the other side."""
    if information is None:
        return frozenset()
    found = (m for m in _WORD.finditer(text) if m[0][0].isupper())
    spans = ((word, Span(m.start() + at, m.start() + at + len(word))) for m in found for at, word in _with_places(m[0]))
    return frozenset(word for word, span in spans if (said := information.within(span)) is not None and said < FAINT)


def _with_places(word: str) -> Iterator[tuple[int, str]]:
    at = 0
    for part in word.split("-"):
        yield at, part
        at += len(part) + 1


def _keys(word: str) -> frozenset[str]:
    """First sounds of a word and of its parts; vowels are one."""
    first = (said[:1] for part in word.split("-") for said in sounds(part))
    return frozenset("a" if sound in "aeiou" else "s" if sound == "z" else sound for sound in first if sound)


def _said(name: _Name, information: Information | None, least: float) -> bool:
    """Whether the model finds that the other side says the name, in ``least`` nats a piece."""
    said = information.within(name.span) if information else None
    return said is not None and said >= least


def _is_unsaid(name: _Name, information: Information | None) -> bool:
    """Whether the model does not find that the other side says the name."""
    said = information.within(name.span) if information else None
    return said is not None and said < FAINT


def _is_named(text: str) -> bool:
    """Neither a title ("spokesman") nor an abbreviation, which is spelt out as often as not."""
    return text[:1].isupper() and not _ACRONYM.fullmatch(text)


def _free(here: Sequence[str], answers: dict[str, str], name: str) -> list[str]:
    """The source's words that a name may say again: not one that another word answers.

    «Макгрегор» may come twice for one McGregor, but beside «Майк» for Mike «Майкл» is somebody else.
    """
    return [
        word for word in here if not is_no_name(word) and (word not in answers or _stem(answers[word]) == _stem(name))
    ]


def _is_unanswered_acronym(text: str, target: str) -> bool:
    """Whether a text is "UK" or the like, and no word of the translation says it by its sense."""
    return bool(_ACRONYM.fullmatch(text)) and not any(said_by_sense(word, text) for word in _capitalised(target))


def _seldom(both: _Both) -> list[_Name]:
    """Names that the source says more often than the translation: one of two "Arizona" may have become another."""
    mentions: dict[str, list[_Name]] = defaultdict(list)
    for name in both.left:
        mentions[_stem(name.word)].append(name)
    return [
        some[0]
        for some in mentions.values()
        if len(some) > 1 and sum(_same(n.word, both.answers.get(some[0].word, "")) for n in both.right) < len(some)
    ]


def _covered(span: Span, spans: Sequence[Span]) -> bool:
    return any(other.start < span.end and span.start < other.end for other in spans)


def _same(left: str, right: str) -> bool:
    """Two forms of one word of one language."""
    return names_alike(left, right) >= SURELY_ALIKE and left[:1].lower() == right[:1].lower()


def _stem(word: str) -> str:
    """A crude one: what is left when up to two letters of a longer word's ending go."""
    folded = fold(word)
    return folded[: max(4, len(folded) - 2)]


def _together(couples: Sequence[Couple]) -> frozenset[tuple[str, str]]:
    """Pairs of capitalised words that always come together, in two beads at least.

    A word that sounds like another one is that one's, whatever company it keeps: «Шотландии» is not Beattie.
    """
    both: Counter[tuple[str, str]] = Counter()
    alone: dict[int, Counter[str]] = defaultdict(Counter)
    words: dict[int, dict[str, str]] = defaultdict(dict)
    for couple in couples:
        if not couple.is_full:
            continue
        left = {_stem(name.word): name.word for name in names(couple.source.text, couple.source_language)}
        right = {_stem(name.word): name.word for name in names(couple.target.text, couple.target_language)}
        for side, stems in enumerate((left, right)):
            alone[side].update(stems.keys())
            words[side].update(stems)
        both.update((a, b) for a in left for b in right)
    found = [(a, b) for (a, b), n in both.items() if n >= TOGETHER and n >= 0.7 * max(alone[0][a], alone[1][b])]
    return frozenset((a, b) for a, b in found if not _has_another(a, b, words[0], words[1]))


def _has_another(left: str, right: str, lefts: dict[str, str], rights: dict[str, str]) -> bool:
    """Whether one of two stems sounds like a word other than the other; both with the words that have them."""
    if names_alike(lefts[left], rights[right]) >= ALIKE:
        return False
    here = (names_alike(lefts[left], word) for stem, word in rights.items() if stem != right)
    there = (names_alike(word, rights[right]) for stem, word in lefts.items() if stem != left)
    return any(likeness >= ALIKE_ANYWHERE for likeness in (*here, *there))
