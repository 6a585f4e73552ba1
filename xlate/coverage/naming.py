"""Names that changed: one that only the source has, where the translation has one that the source does not.

A name of the source is answered by the termbase's form, by a word that sounds like it, by what the model says about it
(«Уэльс» sounds little like "Wales"), or by a word that answers it elsewhere in the same text.  Translators leave names
out and put pronouns for them, so a name that is only missing is an aside; one in place of another is a warning.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from os.path import commonprefix

from xlate.coverage.finding import Kind, Note
from xlate.coverage.judging import Information, Opinion
from xlate.coverage.sides import Couple
from xlate.coverage.sounds import names_alike, sounds
from xlate.detection.vocabulary import rows
from xlate.glossary.enforcement.expectation import Expectation
from xlate.glossary.enforcement.words import Words, fold
from xlate.glossary.function_words import FUNCTION_WORDS
from xlate.glossary.names import Names
from xlate.languages import FOUR
from xlate.model import Severity, Span, TermHit, TermStatus

ALIKE = 0.68
"""Likeness of sound from which two words can be one name."""

ALIKE_ANYWHERE = 0.8
"""The same for a word that stands anywhere in the source: among many some sound alike by chance."""

ALIKE_COMMON = 0.75
"""The same for a common word ("Judge"), which is seldom said by its sound."""

ALIKE_UNSAID = 0.75
"""The same for a word that the model does not find said: «Крэншо» is not Kavanaugh.

This and the four below were chosen on dev/news: 804 names of other articles put in (en-ru, en-uk, en-be, seeds 7, 11,
101, 20261129) and 1,007 human translations each (2026-11-29): 0.907 are found where it was 0.891, with alarms on 1.0 %
of the human ones where it was 1.3 %."""

ALIKE_STRANGER = 0.6
"""The same for a word that came in place of an abbreviation or of one of two mentions: «Спайта» is Spieth still."""

SURELY_ALIKE = 0.9
"""The same where another word sounds more like it: «Брюса» is not Barnes where «Барнса» is."""

COMPANY = 0.9
"""Likeness of two words that always come together: less than that of sounds that are the same."""

KNOWN = 2.9
"""Nats a piece that the source says about a name of the translation from which it is no stranger.  On dev/news en-ru
(603 untouched segments, 2026-11-29) it clears 4 of 8 that sound like nothing in the source."""

TOGETHER = 2  # beads in which a source and a target word stand together, and neither without the other (guessed)

SHORTEST = 4  # letters of a name that may have come in place of another: «Ын» is a syllable (guessed)

LONG = 5  # letters of a name that is called strange; shorter ones are parts of names, or none (guessed)

LONGEST_FUNCTION = 3  # letters; "Will" is a name as well

SHORTEST_STEM, LONGEST_ENDING = 3, 3  # letters of a word and its ending (guessed)

SHORT_PART = 2  # letters of a part of a hyphenated name that need not be answered (guessed)

FAINT = 0.6
"""Nats a piece that the source says about a word below which it is not said; see ``ALIKE_UNSAID``."""

FAINT_SOURCE = 0.0
"""The same for a word of the source: a name that is gone, whatever else the word may mean.  0.3 doubles the alarms."""

SURELY_SAID = 4.5
"""Nats a piece that the translation says about a name of the source from which it is not missing."""

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
_ADJECTIVE = re.compile(r"(?:ish|ese|ian|ean|ican|lan|ic|wide|side|based|led)$")  # Scottish, Catalan, Olympic
_ENDING = re.compile(r"(?:[аеёиоуыэюяіїєйьў]\w{0,2})?")  # of a Slavic word
_NO_CASE_NAMES = ("de",)  # all nouns have capitals
_NOT_NAMES = frozenset(
    """i i'm i'll i've i'd mr mrs ms dr sir lord lady monday tuesday wednesday thursday friday saturday sunday
    january february march april may june july august september october november december god
    president prime minister sen rep gov gen col capt lt sgt prof rev st mt phd
    majesty highness excellency commonwealth silicon rockies""".split()
)
"""Capitalised words of English that are said by their sense, if at all: "Her Majesty", "the Rockies" («Скалистые»)."""

_BY_SENSE = tuple(
    (re.compile(rf"\b(?:{there})"), re.compile(here))
    for there, here in (
        (r"UK\b|U\.K\.|Brit", "Велико|Брит|Соедин|Корол|Сполуч|Вяліка|Брыт|Злучан|Карал"),
        (r"Commonwealth", "Содруж|Співдруж|Садруж"),
        (r"Silicon", "Кремн|Крэмн"),
        (r"Engl", "Англ"),
        (r"D\.\s?C", "Колумб|Калумб"),
        (r"Scot|MSP\b", "Шотл|Шатл"),
        (r"NYC\b", "Нью-[ЙЁ]"),
        (r"(?:degrees|°)|(?i:magnitude|quake|Richter)", "Цельс|Фаренг|Фарэнг|Р[иіы]хт"),
        (r"Majesty", "Велич|Вяліка"),
    )
)
"""Names that are said by their sense, and scales that a translator adds: the words of the source, those of the
translation.  Written by hand."""

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
        source, target = couple.source.text, couple.target.text
        expected = self._expected((couple.source_language, couple.target_language), source)
        reverse = self._expected((couple.target_language, couple.source_language), target)
        opinion = self._opinions.get(couple.number)
        known = _by_termbase(expected, reverse, source, target)
        left = names(source, couple.source_language)
        right = names(target, couple.target_language)
        there, here = _capitalised(target), _capitalised(source)
        said_of_target = opinion.target if opinion else None
        answers = self._matched(here, _parts(there), couple.source_language, _unsaid(target, said_of_target))
        stems = {_stem(form) for form in answers}
        said_of_source = opinion.source if opinion else None
        open_ = [n for n in left if not _covered(n.span, known.answered) and _stem(n.word) not in stems]
        missing = [n for n in open_ if not _said(n, said_of_source, SURELY_SAID)]
        faint = _faint(source, said_of_source, FAINT_SOURCE)
        taken = set(answers.values())
        extra = [n for n in right if not _covered(n.span, known.explained) and not _is_taken(n.word, taken)]
        extra = [n for n in extra if len(n.word) >= SHORTEST]
        extra = [n for n in extra if not self._heard(n.word, _free(here, answers, n.word), SURELY_ALIKE)]
        if couple.machine:
            extra = [n for n in extra if not any(_are_forms(n.word, w) for w in _WORD.findall(couple.machine))]
        wrong = [n for n in extra if _covered(n.span, known.foreign)]
        if not any(n in faint for n in missing):
            extra = [n for n in extra if not _said(n, said_of_target, KNOWN)]
        if not missing and all(_is_unsaid(n, said_of_target) for n in extra):
            missing = [n for n in faint if not _covered(n.span, known.answered) and _stem(n.word) not in stems]
        strangers = [n for n in extra if self._is_stranger(n, here, couple.target_language, said_of_target)]
        gone = [e for e in known.lost if _is_named(name := e.match.span.of(source)) and not self._answers(name, there)]
        if strangers and not missing and not gone:
            gone = [e for e in known.lost if _is_unanswered_acronym(e.match.span.of(source), target)]
            missing = _seldom(left, answers, right)
        words = [word for word in _WORD.findall(source) if len(word) >= LONG]
        strange = [n for n in extra if self._strange(n, couple.target_language, said_of_target)]
        strange = [n for n in strange if not self._heard(n.word, words, ALIKE_COMMON)]
        extra = [n for n in extra if not _by_sense(n.word, source)]
        strange = [n for n in strange if n in extra]
        if extra and (missing or gone):
            yield _changed(missing, gone, extra, source)
        elif strange:
            said = " ".join(name.word for name in strange)
            spans = tuple(name.span for name in strange)
            yield Note(
                Kind.NAME, Severity.WARNING, STRANGE, f"name that the source does not have: {said}", target=spans
            )
        elif extra and wrong:
            said = " ".join(name.word for name in wrong)
            spans = tuple(name.span for name in wrong)
            yield Note(Kind.NAME, Severity.INFO, MISSING, f"name not in the source: {said}", target=spans)
        else:
            for expectation in known.lost:
                said = expectation.match.span.of(source)
                message = f"name not in the translation: {said} ({expectation.wanted.name})"
                yield Note(Kind.NAME, Severity.INFO, MISSING, message, (expectation.match.span,))

    def _matched(
        self, here: Sequence[str], there: Sequence[str], language: str, unsaid: frozenset[str]
    ) -> dict[str, str]:
        """Which word of the translation answers which of the source: each answers one, the one it sounds most like, so
        that «Лорен» is Lauren, and not Laverne as well.

        A common word, and one that the model does not find said, have to be surer.
        """

        def least(form: str, word: str) -> float:
            if _is_common(form, language):
                return SURELY_ALIKE if word in unsaid else ALIKE_COMMON
            return ALIKE_UNSAID if word in unsaid else ALIKE

        alike = sorted(
            (
                (likeness, form, word)
                for form in dict.fromkeys(here)
                if not _is_function_word(form)
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

    def _answers(self, name: str, there: Sequence[str]) -> bool:
        """Whether a word sounds like one of a termbase's name in a form that the termbase lacks: «Ошмянском»."""
        return any(self._likeness(word, other) >= ALIKE for word in _capitalised(name) for other in there)

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

    def _is_stranger(self, name: _Name, here: Sequence[str], language: str, information: Information | None) -> bool:
        """Whether a name sounds like none of the source's words, common or not, and the model does not find it said."""
        if information is None or _said(name, information, UNSAID) or _is_form_of_common(name.word, language):
            return False
        return not self._heard(name.word, here, ALIKE_STRANGER)

    def _strange(self, name: _Name, language: str, information: Information | None) -> bool:
        """Whether a name of the translation sounds like none of the whole source, and the model does not find it said.

        A translator may put a name for a pronoun, but it is one of the article's.
        """
        said = information.within(name.span) if information else None
        if (said is not None and said >= UNSAID) or len(name.word) < LONG or _is_form_of_common(name.word, language):
            return False
        if nearly_common(name.word, language) and (said is None or said >= LEAST_SAID):
            return False
        others = [word for key in _keys(name.word) for word in self._everywhere.get(key, ())]
        return not self._heard(name.word, others, ALIKE_ANYWHERE)

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
        and not _is_common(match[0], language)
        and re.sub("['’]s?$", "", match[0].lower()) not in _NOT_NAMES
        and (language == "en" or not _STOP.search(text[max(0, match.start() - 8) : match.start()]))
    )


def _is_function_word(word: str) -> bool:
    """A word of English that opens a sentence, or a day or a title: "The" is not «Джефф», June not «Джон»."""
    return word.lower() in _NOT_NAMES or (len(word) <= LONGEST_FUNCTION and word.lower() in FUNCTION_WORDS["en"])


def _is_common(word: str, language: str) -> bool:
    """A word that texts also have with a small letter: "Commission", «Южного».  It is translated by its sense."""
    if language not in FOUR:
        return False
    folded = word.lower().replace("’", "'").partition("'")[0] if language == "en" else word.lower()
    if language == "en" and _ADJECTIVE.search(folded):
        return True
    return all(part in words_of(language) for part in folded.split("-"))


def nearly_common(word: str, language: str) -> bool:
    """Whether the beginning of a word is that of a common one: «Южном», «Скалистые», «Содружества»."""
    if language not in FOUR:
        return False
    start = word.lower()[: max(4, len(word) - 3)]
    known = _sorted_words(language)
    at = bisect_left(known, start)
    return at < len(known) and known[at].startswith(start)


def _are_forms(left: str, right: str) -> bool:
    """Whether two words of a Slavic language may be forms of one: «Кларка» and «Кларком», not «Майк» and «Майкл»."""
    left, right = left.lower(), right.lower()
    stem = commonprefix([left, right])
    return any(
        _ENDING.fullmatch(left[length:]) and _ENDING.fullmatch(right[length:])
        for length in range(len(stem), SHORTEST_STEM - 1, -1)
    )


def _is_form_of_common(word: str, language: str) -> bool:
    """Whether a word may be another form of a common one: «Южном», «Содружества»; not «Каталонии» of «каталог».

    What is left of both after their common beginning must be an ending, which begins with a vowel.
    """
    if language not in FOUR:
        return False
    folded, known = word.lower(), _sorted_words(language)
    for length in range(len(folded), max(SHORTEST_STEM, len(folded) - LONGEST_ENDING) - 1, -1):
        stem = folded[:length]
        if not _ENDING.fullmatch(folded[length:]):
            continue
        at = bisect_left(known, stem)
        while at < len(known) and known[at].startswith(stem):
            if _ENDING.fullmatch(known[at][length:]):
                return True
            at += 1
    return False


@cache
def _sorted_words(language: str) -> tuple[str, ...]:
    return tuple(sorted(words_of(language)))


@cache
def words_of(language: str) -> frozenset[str]:
    """The common words of a language."""
    return frozenset(word for _, words in rows(language) for word in words)


@dataclass(frozen=True, slots=True)
class _Known:
    """What the termbase knows: spans of the source that are answered, of the target that are explained, of the target
    that name what the source does not, and expectations that are not met."""

    answered: tuple[Span, ...]
    explained: tuple[Span, ...]
    foreign: tuple[Span, ...]
    lost: tuple[Expectation, ...]


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


def _capitalised(text: str) -> list[str]:
    """The words that a name may answer: those with a capital, whatever their place."""
    return [word for word in _WORD.findall(text) if word[0].isupper()]


def _faint(text: str, information: Information | None, least: float) -> list[_Name]:
    """The capitalised words inside a sentence of the source that the model finds said in less than ``least`` nats.

    Common ones ("West") are among them; of a headline in Title Case there are none.
    """
    if information is None or sum(word[0].isupper() for word in _WORD.findall(text)) > TITLE * len(text.split()):
        return []
    found = (_Name(Span(*m.span()), m[0]) for m in _WORD.finditer(text) if m[0][0].isupper() and len(m[0]) > 1)
    return [
        name
        for name in found
        if name.word.lower() not in _NOT_NAMES
        and not (len(name.word) > 2 and _ACRONYM.fullmatch(name.word))  # spelt out as often as not
        and not _STOP.search(text[max(0, name.span.start - 8) : name.span.start])
        and (said := information.within(name.span)) is not None
        and said < least
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


def _by_sense(word: str, source: str) -> bool:
    """Whether a word of the translation says by its sense what the source names."""
    return any(here.match(word) and there.search(source) for there, here in _BY_SENSE)


def _free(here: Sequence[str], answers: dict[str, str], name: str) -> list[str]:
    """The source's words that a name may say again: not one that another word answers.

    «Макгрегор» may come twice for one McGregor, but beside «Майк» for Mike «Майкл» is somebody else.
    """
    return [
        word
        for word in here
        if not _is_function_word(word) and (word not in answers or _stem(answers[word]) == _stem(name))
    ]


def _is_unanswered_acronym(text: str, target: str) -> bool:
    """Whether a text is "UK" or the like, and no word of the translation says it by its sense."""
    return bool(_ACRONYM.fullmatch(text)) and not any(_by_sense(word, text) for word in _capitalised(target))


def _seldom(left: Sequence[_Name], answers: dict[str, str], right: Sequence[_Name]) -> list[_Name]:
    """Names that the source says more often than the translation: one of two "Arizona" may have become another."""
    n_left = Counter(_stem(name.word) for name in left)
    found = {}
    for name in left:
        if n_left[_stem(name.word)] < 2 or _stem(name.word) in found:
            continue
        answer = answers.get(name.word)
        n_right = sum(1 for n in right if answer and _same(n.word, answer))
        if n_right < n_left[_stem(name.word)]:
            found[_stem(name.word)] = name
    return list(found.values())


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
