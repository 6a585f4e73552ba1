"""The termbase decides how a name is written, the engine decides the sentence, and enforcement reconciles them.

For every text, in this order, and each step only for what the one before left open:

    1. the name stands there, in any form: satisfied
    2. a forbidden or garbled spelling of it is replaced by the form that the sentence asks for: repaired
       (both are tried on every hypothesis of the beam, and the first with most of the names is taken)
    3. what the decoder wrote while it looked at the name (its attention) is replaced: repaired
    4. so is a spelling that is less like it; a title or a country that was left out is put beside its neighbour
    5. a decoding with stand-ins, names that the model knows, which carry gender, number and case: the name is grafted
       onto the first translation with the words that hold it: repaired
       (``grafting.py``; ``keeping.py`` refuses one that costs the sentence more than it brings)
    6. nothing answers to the name: violated, and the report says so

The sentence of the first translation stays: of 120 repaired ones that a reader judged when a decoding with stand-ins
took its place, 14 had become worse, 12 of them for that (news set, 2026-11-29).

Then forms are put right that the words around them rule out, and prepositions take the sound that the new name asks for
("во Франции").  No placeholder is ever shown to the model, so none can be left broken in its output.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Protocol

from xlate.glossary.concept import Case, Form, Kind
from xlate.glossary.enforcement.beside import Insertion, agreeing_with_neighbour, beside_its_neighbour
from xlate.glossary.enforcement.deciding import evidence, ruling_form, settled_case, wanted_form
from xlate.glossary.enforcement.expectation import Expectation, Wanted, occurrences
from xlate.glossary.enforcement.government import adapt_next_word, adapt_preposition, choose
from xlate.glossary.enforcement.grafting import graft
from xlate.glossary.enforcement.keeping import Kept
from xlate.glossary.enforcement.lost import lost_preposition
from xlate.glossary.enforcement.placing import (
    LEAST_LIKENESS,
    SURE_LIKENESS,
    place_by_attention,
    place_by_likeness,
    place_by_partner,
    whole_name,
)
from xlate.glossary.enforcement.standins import StandIns, leftover
from xlate.glossary.enforcement.words import Words, folded_words, words_of
from xlate.glossary.enforcement.wrong import with_right_preposition, without_stray_preposition
from xlate.model import Hypothesis, Span, TermHit, TermStatus

ROUNDS = 3
"""Stand-ins tried for a name.  The third brings 4 of 1,410 names for 22 decodings (news set, three languages,
2026-11-29).
"""
SPARED = 1
"""Lost words and odd ones that a graft may cost once nothing else has brought a name.  None would leave 20 names more
of 1,410 out, three would bring one more (news set, three languages, 2026-11-29).
"""
_FORBIDDEN = "a forbidden spelling was replaced"
_BESIDE = "left out, and put beside its neighbour"
_STAND_IN = "decoded again with “{}” in its place"
_JOINED = re.compile(r"(?:['’]s?)?,? (?:and|or|&) (?:the |both )?")
_LISTED = re.compile(r", (?:the )?")
_AND = re.compile(r" and (?:the )?")

LATE_BEAM = 8
"""Hypotheses of a decoding with the second stand-in for a name, and the third: most of what is left by then comes back
in none of two.  Brings 7 of 1,410 names for about a tenth more time; with the decoder's attention it would be 9, for
half as much time again (news set, three languages, 2026-11-30).
"""

LONGEST_LATE = 300
"""Characters of a text up to which a second stand-in is tried.  In no longer one did it bring a name (10 decodings of
such, the longest of all, in ru, uk, be; with 260 three names fewer come; news set, 2026-11-30).
"""


class Decode(Protocol):
    """Translates texts along one route.

    ``beam``: at least that many hypotheses of each are followed to their end and given.  ``attention``: with the
    decoder's attention, where the engine has it.
    """

    def __call__(
        self, texts: Sequence[str], /, *, beam: int = 1, attention: bool = False
    ) -> Sequence[tuple[Hypothesis, ...]]: ...


_Plan = dict[int, tuple[str, Wanted]]
"""Stand-ins by the number of the expectation: the name in the source, and how to recognise it in the target."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A source text, what its names ask for, and the engine's hypotheses, best first, with attention if it has any."""

    source: str
    expected: tuple[Expectation, ...]
    beam: tuple[Hypothesis, ...]


@dataclass(frozen=True, slots=True)
class Enforced:
    """A translation with its names put right."""

    text: str
    score: float | None
    hits: tuple[TermHit, ...] = ()


@dataclass(frozen=True)
class _State:
    """One text on its way: the translation as it stands and what became of each expectation so far."""

    source: str
    expected: tuple[Expectation, ...]
    hypothesis: Hypothesis
    repaired: tuple[str, ...]  # the reason for each expectation; empty where nothing was repaired
    n_changed: int = 0  # words that went and came with the last graft

    @cached_property
    def missing(self) -> list[int]:
        return _missing(self.expected, self.hypothesis.text)


@dataclass(frozen=True, slots=True)
class _Again:
    """A further decoding: the stand-ins in its source, where each expectation's name stands there, what came out."""

    plan: _Plan
    spans: dict[int, Span]
    hypothesis: Hypothesis


class Enforcer:
    """Puts names right in translations between two languages."""

    def __init__(self, source: str, target: str) -> None:
        self.source, self.target = source, target
        self._standins = StandIns(target)

    def enforce(self, drafts: Iterable[Draft], decode: Decode) -> list[Enforced]:
        """One enforced translation a draft, in order.

        Drafts are taken one by one and not kept: the attention of many is large.
        """
        states = [self._looked_up(self._best_of_beam(draft), draft.beam) for draft in drafts]
        states = [self._inserted(self._placed(state, LEAST_LIKENESS)) for state in states]
        states = self._grafted(states, decode)
        return [self._finish(self._inserted(self._placed(state, LEAST_LIKENESS))) for state in states]

    def _best_of_beam(self, draft: Draft) -> _State:
        """The first hypothesis with most of the wanted names, garbled spellings of them put right."""
        best = None
        for hypothesis in draft.beam:
            state = _State(draft.source, draft.expected, hypothesis, ("",) * len(draft.expected))
            state = self._placed(state, SURE_LIKENESS)
            if best is None or len(state.missing) < len(best.missing):
                best = state
            if not best.missing:
                break
        assert best is not None  # an engine gives at least one hypothesis
        return best

    def _looked_up(self, state: _State, beam: Sequence[Hypothesis]) -> _State:
        """Where names are missing, what the decoder wrote while it looked at them is replaced."""
        state = replace(state, hypothesis=replace(state.hypothesis, attention=None))
        if not state.missing:
            return state
        spans = {number: expectation.match.span for number, expectation in enumerate(state.expected)}
        found = (self._restored(state, _Again({}, spans, hypothesis)) for hypothesis in beam)
        attempts = [self._placed(attempt, SURE_LIKENESS) for attempt in found]
        return self._better(state, attempts, None if _forced(state) else 0)

    def _grafted(self, states: list[_State], decode: Decode) -> list[_State]:
        """Decode again what still lacks names, with stand-ins for them, and take over the words around the stand-ins.

        Where one stand-in did not come back, another may.
        """
        states, tried = list(states), [set(map(str.lower, folded_words(state.source))) for state in states]
        decoded: dict[int, list[_Again]] = {}
        for number in range(ROUNDS if self.source == "en" else 0):
            tried_now = [i for i, state in enumerate(states) if not number or len(state.source) <= LONGEST_LATE]
            plans = {i: plan for i in tried_now if (plan := self._plan(states[i], tried[i]))}
            changed = [_substituted(states[i], plan) for i, plan in plans.items()]
            beam, texts = LATE_BEAM if number else 1, [text for text, _ in changed]
            beams = decode(texts, beam=beam, attention=not number) if texts else ()
            for (i, plan), (_, spans), hypotheses in zip(plans.items(), changed, beams, strict=True):
                found = [_Again(plan, spans, hypothesis) for hypothesis in hypotheses]
                decoded.setdefault(i, []).extend(found)
                states[i] = self._better(states[i], self._grafts(states[i], found))
        for i, found in decoded.items():
            if states[i].missing:
                n_spared = None if _forced(states[i]) else SPARED
                states[i] = self._better(states[i], self._grafts(states[i], found), n_spared)
        return states

    def _grafts(self, state: _State, decoded: Sequence[_Again]) -> list[_State]:
        """What the second decodings make of a text: with all the names that they have, and with each by itself."""
        made = []
        for again in decoded:
            second = self._restored(state, again)
            found = [number for number in state.missing if number not in second.missing]
            for numbers in [found, *([number] for number in found if len(found) > 1)]:
                text = second.hypothesis.text
                names = [state.expected[number].places(words_of(text))[0][0] for number in numbers]
                grafted = graft(state.hypothesis.text, text, names, self.target)
                if not self._left_over(grafted.text, state, again.plan):
                    repaired = tuple(
                        (second if n in numbers else state).repaired[n] for n in range(len(state.expected))
                    )
                    hypothesis = replace(state.hypothesis, text=grafted.text, attention=None)
                    made.append(replace(state, hypothesis=hypothesis, repaired=repaired, n_changed=grafted.n_words))
        return made

    def _left_over(self, text: str, state: _State, plan: _Plan) -> bool:
        """Whether something of a stand-in would stay: «берлинского»."""
        own = {word for expectation in state.expected for words in expectation.wanted.accepted for word in words}
        return any(leftover(text, state.hypothesis.text, standin, own) for _, standin in plan.values())

    def _better(self, state: _State, attempts: Sequence[_State], n_spared: int | None = 0) -> _State:
        """The attempt with most of the wanted names, then of the words; ``state`` where none may take its place.

        With None for ``n_spared`` each may: the user wants the name whatever it costs.
        """
        kept = Kept(state.source, state.expected, state.hypothesis.text, self.source, self.target)
        free = [
            attempt
            for attempt in attempts
            if len(attempt.missing) < len(state.missing)
            and (n_spared is None or not kept.refusal(attempt.hypothesis.text, n_spared))
        ]

        def cost(attempt: _State) -> tuple[int, int, int]:
            text = attempt.hypothesis.text
            return len(attempt.missing), kept.lost_words(text) + kept.new_oddities(text), attempt.n_changed

        return min(free, key=cost, default=state)

    def _plan(self, state: _State, tried: set[str]) -> _Plan:
        """A stand-in for every missing name that has one left; ``tried`` are the words that cannot stand in.

        The chosen ones are added to them.
        """
        plan: _Plan = {}
        for number in state.missing:
            chosen = self._standins.choose(state.expected[number], tried)
            if chosen:
                plan[number] = chosen
                tried.add(chosen[0].lower())
        return plan

    def _restored(self, state: _State, again: _Again) -> _State:
        """The second decoding with the wanted names in place of the stand-ins, or of what was written for a name."""
        plan, hypothesis = again.plan, again.hypothesis
        words, text = words_of(hypothesis.text), hypothesis.text
        edits: list[tuple[Span, int, str, str]] = []  # where, which expectation, what, why
        for number in _missing(state.expected, text):
            expectation = state.expected[number]
            standins = list(occurrences(plan[number][1].accepted, words)) if number in plan else []
            for span, forms in _without_doubles(standins, text):
                form = choose(forms, evidence(state.source, text, span, expectation).likely)
                edits.append((span, number, expectation.wanted.spelling(form), _STAND_IN.format(plan[number][0])))
            if not standins and next(expectation.found_in(words), None) is None:
                taken = [span for span, *_ in edits] + [s for e in state.expected for s, _ in e.found_in(words)]
                found = place_by_attention(
                    state.source,
                    words,
                    expectation,
                    hypothesis.attention,
                    again.spans[number],
                    taken,
                    is_standin=number in plan,
                )
                if found:
                    edits.append((found.span, number, found.spelling, found.reason))
        repaired = list(state.repaired)
        for span, number, spelling, reason in sorted(edits, key=lambda edit: -edit[0].start):
            text, repaired[number] = self._put(text, span, spelling), reason
        return replace(state, hypothesis=replace(hypothesis, text=text, attention=None), repaired=tuple(repaired))

    def _placed(self, state: _State, least_likeness: float) -> _State:
        """The state with missing names put where the translation has something for them."""
        text, repaired = state.hypothesis.text, list(state.repaired)
        for number in state.missing:
            expectation, words = state.expected[number], words_of(text)
            if forbidden := next(expectation.forbidden_in(words), None):
                form = wanted_form(state.source, text, forbidden[0], expectation)
                spelling = expectation.wanted.spelling(form)
                text, repaired[number] = self._put(text, forbidden[0], spelling), _FORBIDDEN
                continue
            taken = [span for other in state.expected for span, _ in other.found_in(words)]
            place = place_by_likeness(state.source, words, expectation, taken, least_likeness)
            if not place and least_likeness < SURE_LIKENESS:
                partners = _partners(state, number, words)
                place = place_by_partner(state.source, words, expectation, partners)
            if place:
                text = self._put(text, place.span, place.spelling)
                repaired[number] = place.reason
        if text == state.hypothesis.text:
            return state
        hypothesis = replace(state.hypothesis, text=text, attention=None)
        return replace(state, hypothesis=hypothesis, repaired=tuple(repaired))

    def _inserted(self, state: _State) -> _State:
        """The state with missing names written beside the neighbour to which the English puts them."""
        text, repaired = state.hypothesis.text, list(state.repaired)
        for number in reversed(state.missing):  # "US President Trump": the president first, then his country
            if insertion := beside_its_neighbour(state.source, text, state.expected, number):
                text, repaired[number] = _with_word(text, insertion), _BESIDE
        if text == state.hypothesis.text:
            return state
        return replace(state, hypothesis=replace(state.hypothesis, text=text), repaired=tuple(repaired))

    def _finish(self, state: _State) -> Enforced:
        text, repaired = state.hypothesis.text, list(state.repaired)
        case: Case | None = None  # of the last name, in the target
        for number in range(len(state.expected)):
            joined_to = case if number and _joined(state, number - 1, number, text) else None
            text, reason, case = self._corrected(state, number, text, joined_to)
            repaired[number] = repaired[number] or reason
        for number in range(len(state.expected)):
            if found := agreeing_with_neighbour(state.source, text, state.expected, number):
                agreeing = self._put(text, *found)
                repaired[number] = repaired[number] or ("" if agreeing == text else "made to agree with its noun")
                text = agreeing
        return Enforced(text, state.hypothesis.score, tuple(_hits(state.expected, text, repaired)))

    def _corrected(self, state: _State, number: int, text: str, joined_to: Case | None) -> tuple[str, str, Case | None]:
        """The text with the forbidden spelling of an expectation replaced, or its form put right where it cannot stand.

        ``joined_to`` is the case of the name that this one is joined to by "and".  With it come the reason, if
        something changed, and the case in which the name now stands.
        """
        expectation, source = state.expected[number], state.source
        for span, _ in expectation.forbidden_in(words_of(text)):
            form = wanted_form(source, text, span, expectation)
            return self._put(text, span, expectation.wanted.spelling(form)), _FORBIDDEN, form.case
        found, sure = _own_place(state.expected, number, text)
        if not found:
            return text, "", None
        return self._in_its_place(source if sure else "", text, *found, expectation, joined_to)

    def _in_its_place(
        self,
        source: str,
        text: str,
        found: Span,
        forms: Sequence[Form],
        expectation: Expectation,
        joined_to: Case | None,
    ) -> tuple[str, str, Case]:
        """A name that stands at ``found``, put into the form that its place asks for, with its capitals."""
        span = whole_name(text, found, expectation)
        kind, cases = expectation.match.concept.kind, {form.case for form in forms}
        said = evidence(source, text, span, expectation, joined_to)
        before = text[: span.start]
        for amended, reason in (
            (without_stray_preposition(said, before, cases, kind, self.target), "a preposition was taken out"),
            (with_right_preposition(said, before, span.of(text), kind, self.target), "its preposition was put right"),
        ):
            if amended is not None:
                text, longer = amended + text[span.start :], len(amended) - len(before)
                moved = Span(found.start + longer, found.end + longer)
                getting = Case.DATIVE if said.cue.cases == (Case.DATIVE,) else joined_to  # паведаміў у міністра
                changed, _, case = self._in_its_place(source, text, moved, forms, expectation, getting)
                return changed, reason, case
        lost = lost_preposition(said, before, cases, kind, self.target)
        settled, ruling = settled_case(said, forms), ruling_form(said, text, span, forms, expectation)
        wanted = ruling or Form(settled, forms[0].number, forms[0].gender)
        if lost:
            wanted = Form(lost[1], wanted.number, wanted.gender)
        words = folded_words(found.of(text))
        if span != found:
            spelling = expectation.wanted.forms.get(wanted, ("",))[0]
            reason = "put into the case of its place"
        elif ruling or lost:
            spelling, reason = expectation.wanted.respelled(words, wanted), "put into the case of its place"
        else:
            spelling, reason = (
                _with_capitals(found.of(text), expectation.wanted.as_written(words)),
                "given its capitals",
            )
        if not spelling or (spelling == span.of(text) and not lost):
            return text, "", settled
        if lost:
            reason = f"the preposition “{lost[0]}” was put back"
            text = _with_preposition(text, span, lost[0])
            span = Span(span.start + len(lost[0]) + 1, span.end + len(lost[0]) + 1)
        return self._put(text, span, spelling, respelled=bool(lost)), reason, wanted.case

    def _put(self, text: str, span: Span, spelling: str, *, respelled: bool = False) -> str:
        """``text`` with ``spelling`` at ``span``; capitals as at the sentence's start, prepositions as they sound.

        ``respelled`` says that the preposition is new, too.
        """
        old = span.of(text)
        if old[:1].isupper() and not spelling[:1].isupper() and span.start == 0:
            spelling = spelling[:1].upper() + spelling[1:]
        before = text[: span.start]
        if respelled or folded_words(old)[:1] != folded_words(spelling)[:1]:
            before = adapt_preposition(before, spelling, self.target)
        return before + spelling + adapt_next_word(spelling, text[span.end :], self.target)


def _without_doubles(found: Sequence[tuple[Span, list[Form]]], text: str) -> list[tuple[Span, list[Form]]]:
    """Places of one name, a row of them as one: «парламента парламента», «в Москве в Москве» is a decoder's stammer."""
    kept: list[tuple[Span, list[Form]]] = []
    for span, forms in sorted(found, key=lambda place: place[0].start):
        if kept:
            first, gap = kept[-1][0], text[kept[-1][0].end : span.start].lower()
            if gap == " " or (gap[:1] == " " and f" {text[: first.start]}".lower().endswith(gap)):
                kept[-1] = (Span(first.start, span.end), kept[-1][1])
                continue
        kept.append((span, forms))
    return kept


def _missing(expected: Sequence[Expectation], target: str) -> list[int]:
    """The numbers of the expectations that the target does not meet."""
    words = words_of(target)
    return [i for i, expectation in enumerate(expected) if next(expectation.found_in(words), None) is None]


def _forced(state: _State) -> bool:
    """Whether a missing name came with the text."""
    return any(state.expected[number].forced for number in state.missing)


def _substituted(state: _State, plan: _Plan) -> tuple[str, dict[int, Span]]:
    """The source with stand-ins, and where each expectation's name stands in it."""
    text, shift = state.source, 0
    moved = {}
    for number, expectation in enumerate(state.expected):
        span = expectation.match.span
        start, end = span.start + shift, span.end + shift
        if number in plan:
            name = plan[number][0]
            name = name[:1].upper() + name[1:] if start == 0 else name
            text = text[:start] + name + text[end:]
            shift += len(name) - len(span)
            end = start + len(name)
        moved[number] = Span(start, end)
    return text, moved


def _own_place(expected: Sequence[Expectation], number: int, text: str) -> tuple[tuple[Span, list[Form]] | None, bool]:
    """Where the name of an expectation stands, and whether that is surely its own place: "Johnson's son, Johnson"."""
    expectation = expected[number]
    words = words_of(text)
    longer = [
        span
        for other in expected
        if other.match.concept is not expectation.match.concept
        for span, _ in other.places(words)
    ]
    found = [  # the Корея of «Северная Корея» is another name's
        place
        for place in expectation.places(words)
        if not any(s.start <= place[0].start and place[0].end <= s.end and s != place[0] for s in longer)
    ]
    namesakes = [i for i, other in enumerate(expected) if other.match.concept is expectation.match.concept]
    if not found:
        return None, False
    if len(found) == len(namesakes):
        return found[namesakes.index(number)], True
    return found[0], len(namesakes) == 1


def _joined(state: _State, first: int, second: int, text: str) -> bool:
    """Whether two names share a case: X and Y; in a list X, Y; President X; Polish president, if «польский» stands so.

    "In Minsk, Lukashenko" and "Poland's president" do not.
    """
    one, other = state.expected[first], state.expected[second]
    gap = state.source[one.match.span.end : other.match.span.start]
    kinds = (one.match.concept.kind, other.match.concept.kind)
    if gap != " ":
        return bool(_JOINED.fullmatch(gap)) or (kinds[0] is kinds[1] and bool(_LISTED.fullmatch(gap)))
    if kinds != (Kind.ADJECTIVE, Kind.TITLE):
        return kinds == (Kind.TITLE, Kind.PERSON)
    words = words_of(text)
    ends = {span.end for span, _ in one.places(words)}
    return any(span.start - 1 in ends for span, _ in other.places(words))


def _partners(state: _State, number: int, words: Words) -> list[Span]:
    """Where the name stands to which the English joins this one by "and"; empty for a name that has no partner."""
    if number == 0:
        return []
    before = state.expected[number - 1]
    gap = state.source[before.match.span.end : state.expected[number].match.span.start]
    return [span for span, _ in before.places(words)] if _AND.fullmatch(gap) else []


def _with_capitals(found: str, written: str) -> str:
    """The name with its own capitals if it was found without them; else empty."""
    return written if found[:1].islower() and written[:1].isupper() else ""


def _with_word(text: str, insertion: Insertion) -> str:
    """The text with a word put in: after one if it stands at a word's end, else before one, with the capital."""
    before, after, spelling = text[: insertion.at], text[insertion.at :], insertion.spelling
    if before and before[-1].isalnum():
        return f"{before} {spelling}{after}"
    return f"{before}{spelling if before else spelling[:1].upper() + spelling[1:]} {after}"


def _with_preposition(text: str, span: Span, preposition: str) -> str:
    preposition = preposition.capitalize() if span.start == 0 else preposition
    return f"{text[: span.start]}{preposition} {text[span.start :]}"


def _hits(expected: Sequence[Expectation], text: str, repaired: Sequence[str]) -> list[TermHit]:
    words = words_of(text)
    hits = []
    used: set[Span] = set()
    for expectation, reason in zip(expected, repaired, strict=True):
        spans = [span for span, _ in expectation.found_in(words)]
        span = next((s for s in spans if s not in used), spans[0] if spans else None)
        if span:
            used.add(span)
        status = TermStatus.VIOLATED if span is None else TermStatus.REPAIRED if reason else TermStatus.SATISFIED
        if span is None:
            reason = "nothing in the translation answers to it"
        match = expectation.match
        if match.rivals:
            reason = "; ".join(filter(None, (reason, f"could also be the {match.rivals[0].kind} of that name")))
        hits.append(
            TermHit(match.name, expectation.wanted.name, status, match.span, span, reason, str(match.concept.kind))
        )
    return hits
