"""Whole comparisons, and what must hold of every one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.comparison.stories import ENGLISH, RUSSIAN, article, two_articles
from xlate.comparison import Aspect, Cluster, Extent, StoryComparison, compare_stories
from xlate.errors import InputError
from xlate.glossary.files import SHIPPED, load
from xlate.glossary.termbase import Termbase
from xlate.model import (
    Block,
    BlockKind,
    Detection,
    Document,
    Metadata,
    Origin,
    Segment,
    Span,
    TranslationResult,
    TranslationUnit,
)

SENTENCES = st.lists(
    st.lists(
        st.sampled_from("barge bridge 600 tonnes Sozh Krupko Gomel police 2.5 million roubles the of said.".split()),
        min_size=1,
        max_size=8,
    ).map(" ".join),
    max_size=6,
)


@pytest.fixture(scope="module")
def story() -> StoryComparison:
    return compare_stories(two_articles(), load([SHIPPED])[0])


def told(cluster: Cluster) -> set[tuple[int, int]]:
    return {statement.key for statement in cluster.statements}


def test_statements_are_matched_across_languages_in_any_order(story: StoryComparison) -> None:
    shared = [told(cluster) for cluster in story.by_extent(Extent.ALL)]
    assert {(0, 1), (1, 2)} in shared
    assert {(0, 2), (1, 0)} in shared


def test_what_only_one_reports(story: StoryComparison) -> None:
    assert [cluster.best.text for cluster in story.only_in(1)] == ["Троллейбусы не ходят."]


def test_a_figure_that_differs_is_a_conflict_and_one_that_agrees_is_not(story: StoryComparison) -> None:
    conflicts = [d for cluster in story.clusters for d in cluster.conflicts]
    assert [d.aspect for d in conflicts] == [Aspect.FIGURE]
    assert [reading.shown for reading in conflicts[0].readings] == [("2.5 million roubles",), ("3 миллиона рублей",)]


def test_headlines_and_leads_that_say_the_same_are_one_statement() -> None:
    ours = [
        "Barge hits bridge over the Sozh in Gomel",
        "A barge with gravel hit the old bridge over the Sozh in Gomel on Tuesday.",
        "Nurses walked to work.",
        "Engineers found a crack in the pier.",
    ]
    theirs = [
        "Barge hits bridge over the Sozh",
        "On Tuesday a barge with gravel hit the old bridge over the Sozh in Gomel, and traffic was stopped.",
        "Schools stay closed until Friday.",
        "The governor praised the rescuers.",
    ]
    results = [article(f"{n}.txt", "en", [(text, text) for text in texts]) for n, texts in enumerate((ours, theirs))]
    shared = [told(cluster) for cluster in compare_stories(results, Termbase()).by_extent(Extent.ALL)]
    assert shared == [{(0, 0), (0, 1), (1, 0), (1, 1)}]


def names_that_differ(*articles: list[str]) -> list[tuple[str, ...]]:
    results = [article(f"{n}.txt", "en", [(text, text) for text in texts]) for n, texts in enumerate(articles)]
    [shared] = compare_stories(results, load([SHIPPED])[0]).by_extent(Extent.ALL)
    return [r.shown for d in shared.differences if d.aspect is Aspect.NAME for r in d.readings]


def test_a_name_that_the_article_has_in_another_statement_is_not_left_out() -> None:
    told_by_one = ["The talks on gas were held in Minsk.", "Putin and Lukashenko signed the treaty on gas transit."]
    without = ["Lukashenko signed the treaty on gas transit.", "Police walked."]
    assert names_that_differ(told_by_one, without) == [("Putin",), ()]
    assert names_that_differ(told_by_one, [*without, "Nobody had seen Putin."]) == []


def test_a_region_is_not_set_against_its_city() -> None:
    mine, theirs = "Lithuania stopped transit to Kaliningrad.", "Lithuania stopped transit to the Kaliningrad Region."
    assert names_that_differ(["Police walked.", mine], ["Nurses sang.", theirs]) == []


def test_a_quotation_over_two_sentences_is_one_in_each() -> None:
    text = "«Мост был старый. Его не чинили много лет», — сказал губернатор."
    spans = (Span(0, 17), Span(18, len(text)))
    units = [TranslationUnit(Segment(0, span, span.of(text), "ru"), "xx", Origin.MACHINE) for span in spans]
    document = Document("a.txt", "txt", (Block(BlockKind.PARAGRAPH, text),), Metadata())
    told = TranslationResult(document, Detection("ru", 1.0), "en", tuple(units))
    story = compare_stories([told, two_articles()[0]], Termbase())
    quoted = {s.number: s.quotations for s in story.statements if s.article == 0}
    assert quoted == {0: ("«Мост был старый.",), 1: ("Его не чинили много лет»",)}


def test_the_timeline_counts_weekdays_from_the_articles_date(story: StoryComparison) -> None:
    assert [(moment.value, moment.inferred) for moment in story.timeline] == [("2026-11-17", True)]


def test_shares_add_up(story: StoryComparison) -> None:
    for number in range(2):
        assert sum(story.share(number, extent) for extent in Extent) == pytest.approx(1)
    assert story.notes == ()


def test_topics_name_people_as_the_pivot_does(story: StoryComparison) -> None:
    assert "Ivan Krupko" in [topic.shown for topic in story.topics]


def test_unrelated_articles_are_said_so() -> None:
    other = [(f"Penguins of colony {n} sleep in short naps.",) * 2 for n in ("one", "two", "three")]
    found = compare_stories([two_articles()[0], article("c.txt", "en", other)], Termbase())
    assert "do not seem to tell the same story" in found.notes[0]
    three = compare_stories([*two_articles(), article("c.txt", "en", other)], Termbase())
    assert three.notes == ("c shares next to nothing with the others: it seems to tell another story.",)


def test_a_reprint_is_said_so() -> None:
    found = compare_stories([article("a.txt", "en", ENGLISH), article("b.txt", "en", ENGLISH)], Termbase())
    assert found.notes == ("b is word for word the same as a.",)


def test_one_article_is_no_comparison() -> None:
    with pytest.raises(InputError, match="two articles"):
        compare_stories(two_articles()[:1], Termbase())


def test_an_article_without_statements() -> None:
    found = compare_stories([article("a.txt", "en", ENGLISH), article("b.txt", "en", [("123", "123")])], Termbase())
    assert [a.n_statements for a in found.articles] == [len(ENGLISH), 0]
    assert found.share(1, Extent.ALL) == 0


def test_a_further_view_helps_where_the_translation_is_useless() -> None:
    garbled = [(text, "xx") for text, _ in RUSSIAN]
    results = [article("a.txt", "en", ENGLISH), article("b.txt", "ru", garbled)]
    russian = {1: RUSSIAN[2][0], 2: RUSSIAN[0][0]}  # the English article in Russian
    view = [
        article("a.txt", "en", [(text, russian.get(i, "yy")) for i, (text, _) in enumerate(ENGLISH)]),
        article("b.txt", "ru", [(text, text) for text, _ in RUSSIAN]),
    ]
    assert len(compare_stories(results, Termbase(), {"ru": view}).by_extent(Extent.ALL)) == 2


@settings(max_examples=60, deadline=None)
@given(st.lists(SENTENCES, min_size=2, max_size=4), st.randoms())
def test_every_statement_once_and_the_order_of_articles_does_not_matter(texts: list[list[str]], random: object) -> None:
    results = [article(f"{n}.txt", "en", [(text, text) for text in rows]) for n, rows in enumerate(texts)]
    order = list(range(len(results)))
    random.shuffle(order)  # type: ignore[attr-defined]
    there = compare_stories(results, Termbase())
    back = compare_stories([results[n] for n in order], Termbase())
    keys = sorted(statement.key for statement in there.statements)
    assert keys == [(a, n) for a, x in enumerate(there.articles) for n in range(x.n_statements)]
    named = {frozenset((there.articles[s.article].name, s.number) for s in c.statements) for c in there.clusters}
    if len({tuple(rows) for rows in texts}) == len(texts):  # of equal articles either may be the first
        assert named == {
            frozenset((back.articles[s.article].name, s.number) for s in c.statements) for c in back.clusters
        }


@settings(max_examples=40, deadline=None)
@given(SENTENCES.filter(bool))
def test_an_article_compared_with_itself_matches_fully(texts: list[str]) -> None:
    rows = [(text, text) for text in texts]
    found = compare_stories([article("a.txt", "en", rows), article("b.txt", "en", rows)], Termbase())
    assert all(len(cluster.articles) == 2 for cluster in found.clusters)
    assert not any(cluster.conflicts for cluster in found.clusters)
