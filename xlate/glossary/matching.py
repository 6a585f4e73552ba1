"""Terms in a source text: whole words, longest first, in whatever form the sentence gives them.

English terms are found with a possessive ("Lukashenko's") and in the plural ("the Kims"); terms of Slavic languages in
every form of their paradigm.  A capitalised term asks for a capital ("Turkey", not "turkey"); a lower-case one does not
mind ("Prime Minister").  Where one name stands for two concepts (Georgia, Jordan), the words around it decide, and
where they do not, the match says so.

Names are looked up by their first word in a table, so time grows with the text, not with the termbase: 10,000 terms
over 1 MB take under a second (tests/glossary/test_matching.py).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from xlate.glossary.concept import Concept, Kind
from xlate.glossary.function_words import FUNCTION_WORDS
from xlate.glossary.inflection import paradigm
from xlate.glossary.termbase import Termbase, names
from xlate.memo import Memo
from xlate.model import Span

_WORD = re.compile(r"[^\W_]+(?:['’ʼ.][^\W_]+)*\.?")  # the parts of "Minsk-based" are words
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_INITIALS = re.compile(r"[^\W\d_](?:\.[^\W\d_])+\.?")  # U.N. is UN
_COMPOUND = re.compile(r"\b(?:non|anti|pro|un)-$", re.IGNORECASE)  # non-UK, pro-Russian: one word in other languages
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "Ё": "Е", "ё": "е"})
_SLAVIC = ("ru", "uk", "be")

_BEFORE_A_PERSON = """
    mr mrs ms dr president minister premier chancellor senator king queen prince princess sir general colonel judge
    spokesman spokeswoman leader actor singer striker coach player captain secretary by told asked
"""
_AFTER_A_PERSON = "said says told added wrote asked replied scored resigned met who himself herself"
_BEFORE_A_PLACE = "in at from near across outside into through towards toward around of to inside"
_PERSON_BEFORE, _PERSON_AFTER, _PLACE_BEFORE = (
    frozenset(words.split()) for words in (_BEFORE_A_PERSON, _AFTER_A_PERSON, _BEFORE_A_PLACE)
)
_NO_SURNAME = _PERSON_BEFORE.union(
    """monday tuesday wednesday thursday friday saturday sunday river valley state university republicans prime foreign
    defence defense""".split()
)


@dataclass(frozen=True, slots=True)
class Match:
    """A concept's name in a source text.

    ``span`` covers the name without a possessive; ``name`` is the term or alias it is a form of; ``plural`` tells that
    the name itself stands in the plural ("the Ivanovs"); ``rivals`` are other concepts of the same name that the
    context did not rule out.
    """

    concept: Concept
    span: Span
    name: str
    plural: bool = False
    rivals: tuple[Concept, ...] = ()


@dataclass(frozen=True, slots=True)
class _Entry:
    concept: Concept
    name: str
    plural: bool = False

    def fits(self, word: str) -> bool:
        """Whether the first word, as it stands in the text, has the capitals that the name asks for."""
        first = self.name.split()[0]
        if len(first) > 1 and first.isupper():  # WHO, but not "Who said"
            return word.isupper()
        return word[:1].isupper() or not first[:1].isupper()


class Matcher:
    """Finds the terms of a termbase in texts of one language."""

    def __init__(self, termbase: Termbase, language: str) -> None:
        self.language = language
        self._entries: dict[tuple[str, ...], list[_Entry]] = {}
        self._longest: dict[str, int] = {}
        self._folded = Memo(self._fold, 10_000)
        for concept in termbase.used:
            self._add_concept(concept)

    def find(self, text: str) -> list[Match]:
        """Matches in text order, none overlapping another."""
        found = list(_WORD.finditer(text))
        folded = [self._folded[match[0]] for match in found]
        if self._longest.keys().isdisjoint(folded):
            return []  # as in most texts: no name begins so
        words = [(match.start(), match.end(), match[0]) for match in found]
        matches, at = [], 0
        while at < len(words):
            if folded[at] not in self._longest:
                at += 1
                continue
            n_words, entries = self._longest_at(words, folded, at)
            if entries and not _COMPOUND.search(text, max(0, words[at][0] - 6), words[at][0]):
                matches.append(self._match(words, at, n_words, entries))
            at += max(1, n_words)
        return matches

    def _add_concept(self, concept: Concept) -> None:
        term = concept.terms.get(self.language)
        if term is None:
            return
        for name in (*names(term), *term.forbidden):  # texts have spellings that translations must not
            self._add(name, _Entry(concept, name))
            for form, plural in self._forms(concept, name):
                self._add(form, _Entry(concept, name, plural))

    def _forms(self, concept: Concept, name: str) -> Iterator[tuple[str, bool]]:
        if self.language in _SLAVIC:
            term = replace(concept.terms[self.language], text=name, forms={})
            if name == concept.terms[self.language].text:
                term = concept.terms[self.language]
            made = paradigm(replace(concept, terms={self.language: term}), self.language)
            natural = concept.number_in(self.language)
            for form, spellings in made.items():
                for spelling in spellings:
                    yield spelling, form.number is not natural
        elif self.language == "en" and concept.kind is not Kind.ADJECTIVE and name[-1:].isalpha():
            yield _english_plural(name), True
            if concept.kind is Kind.OTHER and name[:1].islower():
                yield from ((form, False) for form in _english_verb_forms(name))

    def _add(self, name: str, entry: _Entry) -> None:
        folded = tuple(self._folded[match[0]] for match in _WORD.finditer(name))
        if not folded or self._is_function_word(name, entry):
            return
        entries = self._entries.setdefault(folded, [])
        if all(known.concept is not entry.concept for known in entries):
            entries.append(entry)
        self._longest[folded[0]] = max(self._longest.get(folded[0], 0), len(folded))

    def _is_function_word(self, form: str, entry: _Entry) -> bool:
        """A form, not the term itself, that any sentence may have."""
        return form != entry.name and form.lower() in FUNCTION_WORDS.get(self.language, ())

    def _longest_at(
        self, words: Sequence[tuple[int, int, str]], folded: Sequence[str], at: int
    ) -> tuple[int, list[_Entry]]:
        for n_words in range(min(self._longest.get(folded[at], 0), len(words) - at), 0, -1):
            entries = self._entries.get(tuple(folded[at : at + n_words]))
            if entries:
                fitting = [entry for entry in entries if entry.fits(words[at][2])]
                if self.language == "en" and _POSSESSIVE.search(words[at + n_words - 1][2]):
                    # "Johnny English's car" is not English
                    fitting = [entry for entry in fitting if entry.concept.kind is not Kind.ADJECTIVE]
                if fitting:
                    return n_words, fitting
        return 0, []

    def _match(self, words: Sequence[tuple[int, int, str]], at: int, n_words: int, entries: list[_Entry]) -> Match:
        best, rivals = _choose(entries, words, at, n_words)
        start, _, last = words[at + n_words - 1]
        with_stop = last.endswith(".") and (best.name.endswith(".") or bool(_INITIALS.fullmatch(last)))
        end = start + len(self._bare(last.rstrip("."))) + with_stop
        return Match(best.concept, Span(words[at][0], end), best.name, best.plural, rivals)

    def _fold(self, word: str) -> str:
        bare = self._bare(word.rstrip("."))
        bare = bare.replace(".", "") if _INITIALS.fullmatch(bare) else bare
        return unicodedata.normalize("NFC", bare).translate(_APOSTROPHES).lower()

    def _bare(self, word: str) -> str:
        return _POSSESSIVE.sub("", word) if self.language == "en" else word


def _choose(
    entries: list[_Entry], words: Sequence[tuple[int, int, str]], at: int, n_words: int
) -> tuple[_Entry, tuple[Concept, ...]]:
    """The entry that the words around speak for; with no evidence the first, and the others are its rivals."""
    if len(entries) == 1:
        return entries[0], ()
    before = words[at - 1][2].lower().rstrip(".") if at else ""
    after = words[at + n_words][2].lower() if at + n_words < len(words) else ""
    first_name = at > 0 and words[at - 1][2][:1].isupper() and before not in _PERSON_BEFORE | _PLACE_BEFORE
    has_surname = _has_surname(words, at + n_words)
    person = (before in _PERSON_BEFORE) + (after in _PERSON_AFTER) + first_name + has_surname
    place = 1 if before in _PLACE_BEFORE else 0
    wanted = Kind.PERSON if person > place else Kind.PLACE if place > person else None
    fitting = [entry for entry in entries if entry.concept.kind is wanted] or entries
    fitting = sorted(fitting, key=lambda entry: entry.concept.kind is Kind.ADJECTIVE)  # Vienna the town goes first
    rivals = tuple(e.concept for e in fitting[1:])
    return fitting[0], rivals


def _has_surname(words: Sequence[tuple[int, int, str]], at: int) -> bool:
    """Whether the word at ``at`` goes on with the name before it: Jordan *Spieth*, but not "in Jordan on Monday"."""
    if at >= len(words):
        return False
    (_, end, name), (start, _, word) = words[at - 1], words[at]
    goes_on = start - end == 1 and not _POSSESSIVE.search(name)
    return goes_on and word[:1].isupper() and word.lower().rstrip(".") not in _NO_SURNAME


def _english_verb_forms(name: str) -> tuple[str, ...]:
    """A term that came without a kind can be a verb: configured, branching, setting."""
    stem = name.removesuffix("e")
    doubled = f"{name}{name[-1]}" if re.search(r"(?<![aeiou])[aeiou][bdgmnprt]$", name) else stem
    return tuple(dict.fromkeys((f"{stem}ed", f"{stem}ing", f"{doubled}ed", f"{doubled}ing")))


def _english_plural(name: str) -> str:
    if re.search(r"(?:s|x|z|ch|sh)$", name):
        return f"{name}es"
    return re.sub(r"(?<=[^aeiou])y$", "ie", name) + "s" if name[:1].islower() else f"{name}s"
