"""What a term in the source asks of the translation: the name to write, and every spelling that counts as having it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from threading import Lock

from xlate.glossary.concept import Case, Concept, Form, Kind, Number, Paradigm, Term
from xlate.glossary.enforcement.cues import is_attribute_of_name
from xlate.glossary.enforcement.words import Words, fold, folded_words
from xlate.glossary.inflection import paradigm as paradigm_of
from xlate.glossary.matching import Match, Matcher
from xlate.glossary.termbase import Termbase, names
from xlate.model import Span

ADJECTIVES = {
    "ru": re.compile(r"[сц]к(?:ий|ого|ому|им|ая|ой|ую|ое|ие|их|ими)$"),
    "uk": re.compile(r"[сцз]ьк(?:ий|ого|ому|им|ої|ій|ою|их|ими)$"),
    "be": re.compile(r"[сц]к(?:і|ага|аму|ім|ая|ай|ую|ае|ія|іх|імі)$"),
}
"""Endings of adjectives of places and bodies; not those that nouns have too: Минском."""

_OWN = re.compile(r"['’]s? [A-Za-z]")
_BASED = re.compile(r"-(?:based|born|led|made)\b")

Spellings = dict[tuple[str, ...], list[Form]]
SHORTEST = 3  # letters of a name that a common word may have by chance: Ким, Маск is one too, but rarely in news


@dataclass(frozen=True)
class Wanted:
    """A concept's name in the target language: how to write it and how to recognise it.

    ``accepted`` has the forms of the term and of all its aliases, those of more words first; ``forbidden`` those of
    what must not stand there.  ``surname`` is what a person of more names than one is called for short.
    """

    name: str
    forms: Paradigm
    accepted: Spellings = field(default_factory=dict)
    forbidden: Spellings = field(default_factory=dict)
    paradigms: tuple[Paradigm, ...] = ()  # of the term and of all its aliases
    surname: Wanted | None = None

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """The spellings of ``forms``, folded, each once."""
        return tuple(dict.fromkeys(fold(spelling) for variants in self.forms.values() for spelling in variants))

    def spelling(self, form: Form) -> str:
        """The preferred spelling of ``form``, or of the nearest form that the name has."""
        of_case = [other for other in self.forms if other.case is form.case]
        nearest = [form, Form(form.case, form.number), *of_case, Form(Case.NOMINATIVE, form.number)]
        found = next((self.forms[f] for f in nearest if self.forms.get(f)), None)
        return found[0] if found else self.name

    def as_written(self, words: tuple[str, ...]) -> str:
        """The spelling, with its capitals, of which ``words`` are the folded words; empty for none of ours."""
        return next((s for p in self.paradigms for v in p.values() for s in v if folded_words(s) == words), "")

    def respelled(self, words: tuple[str, ...], form: Form) -> str:
        """``form`` of that name of the concept which ``words`` are a form of; empty if it has no such form."""
        for paradigm in self.paradigms:
            if any(folded_words(s) == words for variants in paradigm.values() for s in variants):
                return paradigm[form][0] if paradigm.get(form) else ""
        return ""


@dataclass(frozen=True, slots=True)
class Expectation:
    """A match in the source with what it asks of the target."""

    match: Match
    wanted: Wanted
    language: str  # of the target
    forced: bool = False  # it came with the text: the user wants it there even if the decoder had no word for it
    noun: Wanted | None = None  # of an adjective: the country that it is made of
    is_attribute: bool = False  # it stands before a capitalised noun: the *Senate* Judiciary Committee

    @property
    def natural_number(self) -> Number:
        """The number of the concept's name in the target language."""
        return self.match.concept.number_in(self.language)

    @property
    def number(self) -> Number | None:
        """The number that the source gives the name; None when it is the natural one."""
        return Number.PLURAL if self.match.plural else None

    def found_in(self, target: Words) -> Iterator[tuple[Span, list[Form]]]:
        """Where an accepted spelling stands, and which forms it can be.

        The shortest names are also common words ("кім" is "with whom"): they must have their capital.
        """
        strict = len(self.wanted.name) <= SHORTEST and self.wanted.name[:1].isupper()
        for span, forms in occurrences(self.wanted.accepted, target):
            if not strict or span.of(target.text)[:1].isupper():
                yield span, forms
        if self.is_attribute:
            yield from self._adjectives_in(target)

    def _adjectives_in(self, target: Words) -> Iterator[tuple[Span, list[Form]]]:
        """Where an adjective of the name stands, as it does before a noun: «сенатский комитет»."""
        stem, adjective = fold(self.wanted.name).rstrip("аеиоуыэюяіїєьй"), ADJECTIVES.get(self.language)
        if adjective and len(stem) > SHORTEST and " " not in stem:
            for word, span in zip(target.folded, target.spans, strict=True):
                compound = (word.partition("-")[0],) in self.wanted.accepted  # «Лондон-газет»
                if compound or (word.startswith(stem) and adjective.search(word)):
                    yield span, [Form(Case.NOMINATIVE)]

    def places(self, target: Words) -> list[tuple[Span, list[Form]]]:
        """``found_in`` in text order, the longest of those that overlap."""
        kept: list[tuple[Span, list[Form]]] = []
        for span, forms in self.found_in(target):
            if all(span.end <= other.start or other.end <= span.start for other, _ in kept):
                kept.append((span, forms))
        return sorted(kept, key=lambda place: place[0].start)

    def forbidden_in(self, target: Words) -> Iterator[tuple[Span, list[Form]]]:
        """Where a forbidden spelling stands."""
        yield from occurrences(self.wanted.forbidden, target)


class Expectations:
    """What the names of one termbase ask of translations between two languages."""

    def __init__(self, termbase: Termbase, source: str, target: str) -> None:
        self._source = source
        self._matcher = Matcher(termbase, source)
        self._wanted = WantedNames(target)
        english = ((concept.terms.get("en"), concept) for concept in termbase.used if not concept.of)
        self._nouns = {term.text: concept for term, concept in english if term}
        self._adjectives = {concept.of: concept for concept in termbase.used if concept.of}

    def of_text(self, text: str) -> tuple[Expectation, ...]:
        """One for every name in ``text`` that has a form in the target language, in text order."""
        english = self._source == "en"
        made = (self._of(match, match.span.of(text)) for match in self._matcher.find(text))
        made = (self._owner(e) if e and english and _OWN.match(text, e.match.span.end) else e for e in made)
        return tuple(replace(e, is_attribute=True) if english and _is_attribute(text, e) else e for e in made if e)

    def _owner(self, expectation: Expectation) -> Expectation:
        """A country whose adjective is accepted, too: "Britain's pubs" are британские пабы."""
        match, wanted = expectation.match, expectation.wanted
        term = match.concept.terms.get("en")
        adjective = self._adjectives.get(term.text) if term else None
        made = self._wanted.of(replace(match, concept=adjective, rivals=()), term.text) if term and adjective else None
        if not made:
            return expectation
        accepted = _longest_first({**made.wanted.accepted, **wanted.accepted})
        return replace(expectation, wanted=replace(wanted, accepted=accepted))

    def _of(self, match: Match, surface: str) -> Expectation | None:
        """A form of a rival that the context did not rule out is accepted too, and for an adjective one of its noun.

        "The Polish president" is польский президент and президент Польши.
        """
        first = self._wanted.of(match, surface)
        others = list(match.rivals)
        noun = self._nouns.get(match.concept.of)
        if noun:
            others.append(noun)
        if not first or not others:
            return first
        accepted = dict(first.wanted.accepted)
        for other in others:
            alternative = self._wanted.of(replace(match, concept=other, rivals=()), surface)
            accepted = {**(alternative.wanted.accepted if alternative else {}), **accepted}
        made = noun and self._wanted.of(replace(match, concept=noun, rivals=()), surface)
        wanted = replace(first.wanted, accepted=_longest_first(accepted))
        return replace(first, wanted=wanted, noun=made.wanted if made else None)


def _is_attribute(text: str, expectation: Expectation) -> bool:
    """Whether an adjective may answer to the name: the *Senate* Judiciary Committee, a *Netherlands*-based body."""
    span = expectation.match.span
    return bool(_BASED.match(text, span.end)) or is_attribute_of_name(text, span, expectation.match.concept.kind)


class WantedNames:
    """Makes expectations of matches for one target language; paradigms are made once."""

    def __init__(self, target: str) -> None:
        self.target = target
        self._made: dict[tuple[int, str], Wanted] = {}
        self._kept: list[Concept] = []  # ids are keys while the concepts live
        self._making = Lock()  # a paradigm takes milliseconds, and threads want those of the same names

    def of(self, match: Match, surface: str) -> Expectation | None:
        """None when the concept has no name in the target language."""
        concept = match.concept
        if concept.do_not_translate:
            return Expectation(match, _verbatim(surface), self.target)
        if concept.terms.get(self.target) is None or not concept.terms[self.target].text:
            return None
        name = _preferred(concept.terms[self.target], match.name, concept.kind)
        if (id(concept), name) not in self._made:
            with self._making:
                if (id(concept), name) not in self._made:
                    self._kept.append(concept)
                    self._made[id(concept), name] = self._make(concept, name)
        return Expectation(match, self._made[id(concept), name], self.target)

    def _make(self, concept: Concept, name: str) -> Wanted:
        term = concept.terms[self.target]
        accepted: Spellings = {}
        paradigms = {alias: named(concept, self.target, alias) for alias in names(term)}
        for paradigm in paradigms.values():
            _collect(accepted, paradigm)
        forbidden: Spellings = {}
        for variant in term.forbidden:
            _collect(forbidden, named(concept, self.target, variant))
        forms = paradigms[name] if name in paradigms else named(concept, self.target, name)
        forbidden = {words: f for words, f in forbidden.items() if words not in accepted}
        surname = self._surname(concept, name)
        return Wanted(
            name, forms, _longest_first(accepted), _longest_first(forbidden), (forms, *paradigms.values()), surname
        )

    def _surname(self, concept: Concept, name: str) -> Wanted | None:
        """What a person is called by one word of ``name``: Путин of Владимир Путин; None where no name of theirs is."""
        later = name.split()[1:] if concept.kind is Kind.PERSON else []
        alias = next((other for other in names(concept.terms[self.target]) if other in later), "")
        return Wanted(alias, named(concept, self.target, alias)) if alias else None


def named(concept: Concept, language: str, name: str) -> Paradigm:
    """The paradigm of ``concept`` under another of its names; explicit forms belong to the term itself."""
    term = concept.terms[language]
    if name != term.text:
        term = Term(language, name, gender=term.gender, number=term.number, indeclinable=term.indeclinable)
    return paradigm_of(replace(concept, terms={**concept.terms, language: term}), language)


def occurrences(spellings: Spellings, target: Words) -> Iterator[tuple[Span, list[Form]]]:
    """Where any of the spellings stands, in their order."""
    present = target.places
    for words, forms in spellings.items():
        if words and words[0] in present:
            yield from ((span, forms) for span in target.occurrences(words))


def _longest_first(spellings: Spellings) -> Spellings:
    return dict(sorted(spellings.items(), key=lambda item: -len(item[0])))


def _collect(spellings: Spellings, forms: Paradigm) -> None:
    for form, variants in forms.items():
        for variant in variants:
            spellings.setdefault(folded_words(variant), []).append(form)


def _verbatim(surface: str) -> Wanted:
    form = Form(Case.NOMINATIVE)
    return Wanted(surface, {form: (surface,)}, {folded_words(surface): [form]})


def _preferred(term: Term, source_name: str, kind: Kind) -> str:
    """The target name of the same make: full name for full name, abbreviation for abbreviation, else the term."""
    if kind is Kind.PERSON and " " in source_name.strip():
        return _first((n for n in names(term) if " " in n), term.text)
    if _abbreviation(source_name) and not _abbreviation(term.text):
        return _first((n for n in term.aliases if _abbreviation(n)), term.text)
    if not _abbreviation(source_name) and _abbreviation(term.text) and " " in source_name:
        return _first((n for n in term.aliases if not _abbreviation(n)), term.text)
    return term.text


def _first(candidates: Iterable[str], default: str) -> str:
    return next(iter(candidates), default)


def _abbreviation(name: str) -> bool:
    letters = name.replace(".", "")
    return letters.isupper() and 1 < len(letters) <= 6
