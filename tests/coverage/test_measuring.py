"""From an alignment to findings and scores: what must stay silent first, then each kind of fault."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.coverage.texts import alignment, compare, loud, side
from xlate.coverage import Kind, measure
from xlate.coverage.finding import Note
from xlate.model import Severity, Span

SOURCE = [
    "The ferry between the two banks made its first trip on Monday.",
    "It carried 46 passengers and nine cars, said Hanna Marchuk, a teacher from Cherkasy.",
    "The bridge will not be closed before winter.",
]
TARGET = [
    "Паром между двумя берегами совершил первый рейс в понедельник.",
    "Он перевёз 46 пассажиров и девять машин, сообщила Ганна Марчук, учительница из Черкасс.",
    "До наступления зимы мост не закроют.",
]


def test_a_good_translation_is_complete() -> None:
    coverage = compare(SOURCE, TARGET)
    assert loud(coverage) == []
    assert coverage.score > 0.99


words = st.text(alphabet="abcdefgh .,«»", min_size=1, max_size=40)


@given(st.lists(words, max_size=8))
def test_the_coverage_of_a_text_with_itself_is_one(texts: list[str]) -> None:
    coverage = compare(texts, texts, pair="en-en")
    assert coverage.score == 1.0
    assert coverage.findings == ()


@settings(deadline=None)  # the first example reads the word lists
@given(st.lists(words, min_size=1, max_size=6), st.data())
def test_scores_stay_between_0_and_1_and_places_inside_their_segments(texts: list[str], data: st.DataObject) -> None:
    others = data.draw(st.lists(words, min_size=len(texts), max_size=len(texts)))
    coverage = compare(texts, others, pair="en-be")
    assert 0 <= coverage.score <= 1
    assert all(0 <= score <= 1 for score in coverage.scores)
    for finding in coverage.findings:
        assert all(place.span.end <= len(texts[place.segment]) for place in finding.source)
        assert all(place.span.end <= len(others[place.segment]) for place in finding.target)


def test_two_empty_texts_are_complete() -> None:
    assert compare([], []).score == 1.0


def test_an_omission_takes_its_share_of_the_score() -> None:
    coverage = compare(SOURCE, [TARGET[0], TARGET[2]], "1-1", "1-0", "1-1")
    [finding] = coverage.findings
    assert (finding.kind, finding.severity) == (Kind.OMISSION, Severity.ERROR)
    assert [place.segment for place in finding.source] == [1]
    lost = len(SOURCE[1]) / sum(map(len, SOURCE))
    assert coverage.score == pytest.approx(1 - lost)
    assert coverage.segment_scores() == pytest.approx((1.0, 0.0, 1.0))
    assert coverage.paragraph_scores()[1] == 0.0


def test_an_addition() -> None:
    coverage = compare(SOURCE[:1], [TARGET[0], "Так сообщает агентство."], "1-1", "0-1")
    assert loud(coverage) == ["addition"]


def test_a_moved_sentence_is_no_omission() -> None:
    coverage = compare(
        ["One thing was said here.", "Then there was another one."],
        ["Then there was another one.", "One thing was said here."],
        "1-0", "1-1", "0-1", pair="en-en",
    )  # fmt: skip
    assert {finding.kind for finding in coverage.findings} == {Kind.ORDER}
    assert coverage.score == 1.0


@pytest.mark.parametrize(
    ("changed", "kind"),
    [
        ((1, "46", "64"), "number"),
        ((2, "не закроют", "закроют"), "negation"),
        ((0, TARGET[0], SOURCE[0]), "untranslated"),
        ((1, "Ганна Марчук", "Ганна Лукашенко"), "name"),
    ],
)
def test_a_fault_is_found_and_nothing_else(changed: tuple[int, str, str], kind: str) -> None:
    number, old, new = changed
    target = list(TARGET)
    target[number] = target[number].replace(old, new)
    coverage = compare(SOURCE, target)
    assert set(loud(coverage)) <= {kind, "language"}
    assert loud(coverage)[0] == kind
    assert coverage.findings[0].bead == number
    assert coverage.score < 1


def test_a_changed_month_is_a_date() -> None:
    coverage = compare(["The fair opened on 5 May."], ["Ярмарка открылась 5 июня."])
    assert loud(coverage) == ["date"]


def test_a_sentence_said_twice() -> None:
    coverage = compare(SOURCE[:1], [TARGET[0], TARGET[0]], "1-2")
    assert "repetition" in loud(coverage)
    finding = next(f for f in coverage.findings if f.kind is Kind.REPETITION)
    assert [(place.segment, place.span) for place in finding.target] == [(1, Span(0, len(TARGET[0])))]


def test_a_repetition_of_the_source_is_excused() -> None:
    coverage = compare([SOURCE[0]] * 2, [TARGET[0]] * 2)
    assert loud(coverage) == []


def test_speech_that_is_no_longer_quoted_is_mentioned() -> None:
    coverage = compare(
        ['"We have waited for this day for years," she said.'], ["Она сказала, что они ждали этого годами."]
    )
    assert loud(coverage) == []
    assert Kind.QUOTATION in {finding.kind for finding in coverage.findings}


def test_findings_come_with_the_likeliest_and_worst_first() -> None:
    target = [TARGET[0], TARGET[1].replace("46", "64"), "До наступления зимы мост закроют."]
    weights = [finding.weight for finding in compare(SOURCE, target).findings]
    assert weights == sorted(weights, reverse=True)


def test_an_alignment_of_other_texts_is_refused() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        measure(alignment("1-1"), side("en", SOURCE), side("ru", TARGET))


def test_a_likelihood_is_checked() -> None:
    with pytest.raises(ValueError, match="likelihood"):
        Note(Kind.NAME, Severity.INFO, 1.5, "")
