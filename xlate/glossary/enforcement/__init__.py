"""The termbase decides how a name is written, the engine decides the sentence, and enforcement reconciles them.

For every text, in this order, and each step only for what the one before left open:

    1. the name stands there, in any form: satisfied
    2. a garbled spelling of it is replaced by the form that the sentence asks for: repaired
       (both are tried on every hypothesis of the beam, and the first with most of the names is taken)
    3. a second decoding with stand-ins, names that the model knows, which carry gender, number and case: repaired
       (``keeping.py`` refuses one that pays for the name with the sentence)
    4. whatever the decoder wrote for the name is replaced: repaired
    5. a title or a country that was left out is put beside its neighbour: repaired
    6. nothing answers to the name: violated, and the report says so

Then forbidden spellings give way to the wanted ones, forms are put right that the words around them rule out, and
prepositions take the sound that the new name asks for ("во Франции").  No placeholder is ever shown to the model, so
none can be left broken in its output.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from xlate.glossary.concept import Case, Form, Kind
from xlate.glossary.enforcement.beside import Insertion, agreeing_with_neighbour, beside_its_neighbour
from xlate.glossary.enforcement.deciding import evidence, ruling_form, settled_case, wanted_form
from xlate.glossary.enforcement.expectation import Expectation, Wanted, occurrences
from xlate.glossary.enforcement.government import adapt_next_word, adapt_preposition, choose
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

ROUNDS = (True, False, True, True)
"""Further decodings: with stand-ins, or of the text as it is for its attention.  That one goes second.  First, it would
cost a sixth more decodings and give a lower chrF; last, stand-ins would have rewritten sentences in which one word was
to be replaced.  The third with stand-ins brings 5 of 1,407 names for 14 decodings (news set, 2026-11-29).
"""
LONG, LEAST_LENGTH = 100, 0.7  # guessed: a second translation this much shorter than a long first one lost a clause
MOST_LENGTH = 1.5  # guessed: one this much longer runs in circles
SPARED = 3
"""Lost words that are let pass once nothing else has brought a name: guessed.  Three bring one Belarusian name more
than two (472 names of the news set a language, 2026-11-29).
"""
_AS_IT_IS = ""  # among the stand-ins tried: the text has been decoded for its attention
_BESIDE = "left out, and put beside its neighbour"
_STAND_IN = "decoded again with “{}” in its place"
_JOINED = re.compile(r"(?:['’]s?)?,? (?:and|or|&) (?:the |both )?")
_LISTED = re.compile(r", (?:the )?")
_AND = re.compile(r" and (?:the )?")

Retranslate = Callable[[Sequence[str]], Sequence[tuple[Hypothesis, ...]]]
"""Translates changed source texts the way the first translation was made, with attention where the engine has it."""


_Plan = dict[int, tuple[str, Wanted]]
"""Stand-ins by the number of the expectation: the name in the source, and how to recognise it in the target."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A source text, what its names ask for, and the engine's hypotheses, best first."""

    source: str
    expected: tuple[Expectation, ...]
    beam: tuple[Hypothesis, ...]


@dataclass(frozen=True, slots=True)
class Enforced:
    """A translation with its names put right."""

    text: str
    score: float | None
    hits: tuple[TermHit, ...] = ()


@dataclass(frozen=True, slots=True)
class _State:
    """One text on its way: the translation as it stands and what became of each expectation so far."""

    source: str
    expected: tuple[Expectation, ...]
    hypothesis: Hypothesis
    repaired: tuple[str, ...]  # the reason for each expectation; empty where nothing was repaired

    @property
    def missing(self) -> list[int]:
        return _missing(self.expected, self.hypothesis.text)


class Enforcer:
    """Puts names right in translations between two languages."""

    def __init__(self, source: str, target: str) -> None:
        self.source, self.target = source, target
        self._standins = StandIns(target)

    def enforce(self, drafts: Sequence[Draft], retranslate: Retranslate) -> list[Enforced]:
        """One enforced translation a draft, in order."""
        named = [draft for draft in drafts if draft.expected]
        made = iter(self._enforced(named, retranslate))
        return [next(made) if draft.expected else _as_it_is(draft.beam[0]) for draft in drafts]

    def _enforced(self, drafts: Sequence[Draft], retranslate: Retranslate) -> list[Enforced]:
        states = [self._best_of_beam(draft) for draft in drafts]
        states = self._decoded_again(states, retranslate)
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

    def _decoded_again(self, states: list[_State], retranslate: Retranslate) -> list[_State]:
        """Decode again what lacks names, with stand-ins for them, where that brings more of the wanted names.

        Where one stand-in did not come back, another may.
        """
        states, tried = list(states), [set(map(str.lower, folded_words(state.source))) for state in states]
        refused: dict[int, list[_State]] = {}
        for swap in ROUNDS:
            wanting = [
                (i, self._plan(state, tried[i], swap and self.source == "en"))
                for i, state in enumerate(states)
                if state.missing
            ]
            plans = {i: plan for i, plan in wanting if plan is not None}
            if not plans:
                break
            changed = [_substituted(states[i], plan) for i, plan in plans.items()]
            beams = retranslate([text for text, _ in changed])
            for (i, plan), (_, moved), beam in zip(plans.items(), changed, beams, strict=True):
                restored = (self._restored(states[i], plan, moved, hypothesis) for hypothesis in beam)
                attempts = [self._placed(state, SURE_LIKENESS) for state in restored if state]
                refused.setdefault(i, []).extend(attempts)
                states[i] = self._better(states[i], attempts)
        for i, attempts in refused.items():
            still_missing = self._placed(states[i], LEAST_LIKENESS).missing
            dearer = self._better(states[i], attempts, SPARED) if still_missing else states[i]
            if len(dearer.missing) < len(still_missing):
                states[i] = dearer
        return states

    def _better(self, state: _State, attempts: Sequence[_State], n_spared: int = 0) -> _State:
        """The attempt with most of the wanted names, then of the words; ``state`` where none brings a name for free."""
        kept = Kept(state.source, state.expected, state.hypothesis.text, self.source, self.target)
        free = [
            attempt
            for attempt in attempts
            if (n_names := len(state.missing) - len(attempt.missing)) > 0
            and not kept.refusal(attempt.hypothesis.text, n_names, n_spared)
        ]
        return min(free, key=lambda s: (len(s.missing), kept.lost_words(s.hypothesis.text)), default=state)

    def _plan(self, state: _State, tried: set[str], swap: bool) -> _Plan | None:
        """A stand-in for every missing name that has one left, if names may be swapped: only in English, uninflected.

        ``tried`` are the words that cannot stand in, to which the chosen ones are added.  None where a decoding would
        bring nothing new; an empty plan is for the attention of the text as it is.
        """
        plan: _Plan = {}
        for number in state.missing if swap else ():
            chosen = self._standins.choose(state.expected[number], tried)
            if chosen:
                plan[number] = chosen
                tried.add(chosen[0].lower())
        if plan:
            return plan
        again = _AS_IT_IS in tried
        tried.add(_AS_IT_IS)
        return None if again else plan

    def _restored(self, state: _State, plan: _Plan, moved: dict[int, Span], hypothesis: Hypothesis) -> _State | None:
        """The second decoding with the wanted names in place of the stand-ins, or of what was written for a name.

        None where something of a stand-in would stay, «берлинского», or a part of the sentence is gone.
        """
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
                    moved[number],
                    taken,
                    is_standin=number in plan,
                )
                if found:
                    edits.append((found.span, number, found.spelling, found.reason))
        repaired = list(state.repaired)
        for span, number, spelling, reason in sorted(edits, key=lambda edit: -edit[0].start):
            text, repaired[number] = self._put(text, span, spelling), reason
        first, second = len(state.hypothesis.text), len(hypothesis.text)
        if first > LONG and not LEAST_LENGTH * first <= second <= MOST_LENGTH * first:
            return None
        own = {word for expectation in state.expected for words in expectation.wanted.accepted for word in words}
        if any(leftover(text, state.hypothesis.text, standin, own) for _, standin in plan.values()):
            return None
        return replace(state, hypothesis=replace(hypothesis, text=text, attention=None), repaired=tuple(repaired))

    def _placed(self, state: _State, least_likeness: float) -> _State:
        """The state with missing names put where the translation has something for them."""
        text, repaired = state.hypothesis.text, list(state.repaired)
        for number in state.missing:
            expectation, words = state.expected[number], words_of(text)
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
            changed = self._put(text, span, expectation.wanted.spelling(form))
            return changed, "a forbidden spelling was replaced", form.case
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


def _as_it_is(hypothesis: Hypothesis) -> Enforced:
    return Enforced(hypothesis.text, hypothesis.score)


def _missing(expected: Sequence[Expectation], target: str) -> list[int]:
    """The numbers of the expectations that the target does not meet."""
    words = words_of(target)
    return [i for i, expectation in enumerate(expected) if next(expectation.found_in(words), None) is None]


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
