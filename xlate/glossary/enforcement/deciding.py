"""Which form a name must have at its place in the translation.

Who is heard, in this order: the preposition before the name; the name that it is joined to by "and"; the verb of the
translation, where the English says that the name is its object; the English (``cues.py``); the ending of the word that
stands there.

A name that stands there already is put right only where its form cannot be right, or where a sure cue of the English
speaks against it and nothing in the translation speaks for it: a translator may turn a sentence round, and a name moved
into the case of a sentence that is no longer there would be worse than before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from xlate.glossary.concept import Case, Form, Kind, Number
from xlate.glossary.enforcement.agreement import adjective_form, agreeing_form
from xlate.glossary.enforcement.cues import Cue, Role, cue_of
from xlate.glossary.enforcement.english import MOTION
from xlate.glossary.enforcement.expectation import Expectation
from xlate.glossary.enforcement.government import governed, governed_through_adjective, governed_through_title
from xlate.glossary.enforcement.target_verbs import is_active_verb, is_passive, object_case
from xlate.glossary.enforcement.words import folded_words
from xlate.glossary.inflection.readings import readings
from xlate.model import Span

_CONJUNCTIONS = frozenset("что когда если но а хотя що коли якщо але хоча што калі хаця".split())
_HAS = re.compile(r"^\W*[ув] $", re.IGNORECASE)
_NUMBER_FROM_ENGLISH = (Kind.PERSON, Kind.PLACE, Kind.ORGANISATION, Kind.OUTLET, Kind.EVENT, Kind.TITLE)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a case at ``span`` of a translation."""

    governed: tuple[Case, ...]  # by the preposition before it, or by the name that it is joined to
    verb: Case | None  # asked for by the verb before it
    cue: Cue
    opens: bool  # it opens the sentence or a clause, where a nominative is a subject
    after_comma: bool
    active: bool  # an active verb stands before it
    passive: bool

    @property
    def likely(self) -> tuple[Case, ...]:
        """The cases that are spoken for, likeliest first."""
        said = (*((self.verb,) if self.verb else ()), *self.cue.cases)
        if not self.governed:
            return said
        return (*(case for case in said if case in self.governed), *self.governed)


def evidence(source: str, target: str, span: Span, expectation: Expectation, joined_to: Case | None = None) -> Evidence:
    """What the translation before ``span`` and the English say about the name's case there.

    ``source`` may be empty, where it is not known which of several places in it is meant: then it says nothing.
    """
    language, before = expectation.language, target[: span.start]
    cue = cue_of(source, expectation.match.span, expectation.match.concept.kind, language) if source else Cue()
    words = folded_words(before)
    active, passive = is_active_verb(before, language), is_passive(before, language)
    if cue.role is Role.AGENT and not passive:
        cue = Cue(cue.role, (Case.NOMINATIVE, Case.INSTRUMENTAL) if active else cue.cases, word=cue.word)
    allowed = governed(before, language) or governed_through_title(before, language)
    if not allowed and expectation.match.concept.kind in (Kind.PLACE, Kind.ORGANISATION):
        allowed = governed_through_adjective(before, language)
    if cue.role is Role.SUBJECT and cue.verb in ("has", "have", "had") and _HAS.search(before):
        allowed = (Case.GENITIVE,)  # "The Kims have": у Кімаў
    return Evidence(
        allowed or ((joined_to,) if joined_to else ()),
        object_case(before, language) if cue.role is Role.OBJECT else None,
        cue,
        not words or words[-1] in _CONJUNCTIONS or bool(re.search(r"[.:;!?«„“\"]\s*$", before)),
        bool(re.search(r",\s*$", before)),
        active,
        passive,
    )


def wanted_form(source: str, target: str, span: Span, expectation: Expectation) -> Form:
    """The form of the wanted name that belongs at ``span`` of the target, whatever stands there now."""
    own = adjective_form(span.of(target), expectation.language)
    if own and expectation.match.concept.kind is Kind.ADJECTIVE:
        return own  # it agrees with its noun
    said = evidence(source, target, span, expectation)
    read = _readings(span.of(target), expectation.language)
    possible = [form.case for form in read if said.governed or form.case is not Case.LOCATIVE]
    known = _by_ending(possible, span.of(target), expectation)
    known = [Case.NOMINATIVE, *known] if said.opens else known
    cued = (*((said.verb,) if said.verb else ()), *said.cue.cases)
    allowed = said.governed
    unsure = () if said.verb else ((cued, known),)
    orders = ((allowed, cued), (allowed, known), (allowed, allowed), *unsure, (cued, cued), (known, known))
    case = next((case for first, second in orders for case in first if case in second), Case.NOMINATIVE)
    return Form(case, _number(expectation, read))


def ruling_form(
    said: Evidence, target: str, span: Span, forms: Sequence[Form], expectation: Expectation
) -> Form | None:
    """The form that a name already in place should have instead; None when its own can stand."""
    if expectation.match.concept.kind is Kind.ADJECTIVE:
        return agreeing_form(forms, target[span.end :], said.likely, expectation.language)
    number = _sure_number(expectation, bool(governed(target[: span.start], expectation.language)))
    fitting = [form for form in forms if number in (None, form.number)]
    cases = {form.case for form in fitting or forms}
    case = _ruling_case(said, cases, expectation.match.concept.kind)
    if number and not fitting:
        case = case or next((c for c in said.likely if c in cases), None) or forms[0].case
    return Form(case, number or forms[0].number, forms[0].gender) if case else None


def settled_case(said: Evidence, forms: Sequence[Form]) -> Case:
    """The case that a name in place has, of those that its spelling can be."""
    return next((form.case for case in said.likely for form in forms if form.case is case), forms[0].case)


def _ruling_case(said: Evidence, cases: set[Case], kind: Kind) -> Case | None:
    if said.governed:
        wanted = next((case for case in said.cue.cases if case in said.governed), None)
        stands = bool(cases & set(said.governed))
        if wanted and wanted not in cases and not (stands and _may_be_either(said.cue, cases)):
            return wanted  # "flew to": в Вильнюс, "in": в Вильнюсе
        return None if stands else said.governed[0]
    if said.verb:
        return None if said.verb in cases else said.verb
    if not said.cue.cases or cases & set(said.cue.cases):
        return None
    return _against_the_cue(said, cases, kind)


def _may_be_either(cue: Cue, cases: set[Case]) -> bool:
    """Whether the preposition of the English leaves the case of the target's own open.

    "For" does, and "to" does where nothing moves: "referring to Russia".
    """
    moves = cue.verb in MOTION or cue.cases == (Case.ACCUSATIVE, Case.GENITIVE)
    return cue.word == "for" or (cue.word == "to" and Case.LOCATIVE in cases and not moves)


def _against_the_cue(said: Evidence, cases: set[Case], kind: Kind) -> Case | None:
    """The cued case for a name without a preposition whose form is none of the cued ones; None where it may stand."""
    cue, first = said.cue, said.cue.cases[0]
    if cases == {Case.LOCATIVE} and first is not Case.LOCATIVE:
        return first  # no locative without a preposition
    if cue.role is Role.SUBJECT:
        return first if said.opens or (cue.sure and cue.word and said.active) else None
    if said.opens and Case.NOMINATIVE in cases:
        return None  # turned round: the object of the English is the subject here
    if Case.NOMINATIVE in cases:
        if kind is Kind.TITLE and not cue.sure and (said.after_comma or (said.active and cue.role is not Role.OBJECT)):
            return None  # «Выступая в ООН, министр сообщил»
        return first if first is not Case.LOCATIVE else None
    if cue.role is Role.OBJECT and cue.word == "to" and cue.sure:
        return first  # "a letter to Zhadan" is not письмо Жадана
    if cue.role is Role.OBJECT and cue.sure:
        return first if said.active or said.passive or Case.GENITIVE not in cases else None  # в поддержку Литвы
    if cue.role is Role.OBJECT and first is Case.ACCUSATIVE:
        return first if cases == {Case.GENITIVE} else None  # "visited Lithuania": посетил Литвы
    if cue.role is Role.OWNER and cue.sure:
        return first if not said.active and not said.passive else None  # начатый Путиным
    if cue.role is Role.AGENT and (said.passive or said.active):
        return first  # подписано Зеленским, подписал Зеленский
    return None


def _number(expectation: Expectation, read: Sequence[Form]) -> Number:
    if expectation.number:
        return expectation.number
    if expectation.match.concept.kind in _NUMBER_FROM_ENGLISH:
        return expectation.natural_number
    has = {form.number for form in expectation.wanted.forms}
    return next((form.number for form in read if form.number in has), expectation.natural_number)


def _by_ending(cases: Sequence[Case], replaced: str, expectation: Expectation) -> list[Case]:
    """The cases, those first in which a name of one word ends as the replaced word does: Лондона is no nominative."""

    def ends_otherwise(case: Case) -> bool:
        return expectation.wanted.spelling(Form(case, expectation.natural_number))[-1:] != replaced[-1:]

    return list(cases) if " " in expectation.wanted.name else sorted(cases, key=ends_otherwise)


def _sure_number(expectation: Expectation, after_preposition: bool) -> Number | None:
    """The number that a person's name must have; an office only after a preposition, where no word agrees with it."""
    kind = expectation.match.concept.kind
    if kind is not Kind.PERSON and not (kind is Kind.TITLE and after_preposition):
        return None
    wanted = expectation.number or expectation.natural_number
    return wanted if any(form.number is wanted for form in expectation.wanted.forms) else None


def _readings(text: str, language: str) -> list[Form]:
    """The forms that the replaced words can be: of the first that tells, else of the last."""
    words = re.findall(r"[\w'’-]+", text)
    return list(readings(words[0], language) or readings(words[-1], language)) if words else []
