"""Agglomeration within limits."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from xlate.comparison.clustering import AT_MOST, clusters

UNLIKE = -8.0


def test_a_weak_pair_is_carried_by_two_strong_ones() -> None:
    scores = {(0, 1): 3.0, (1, 2): 3.0, (0, 2): -4.0}
    assert clusters([0, 1, 2], scores, UNLIKE) == [[0, 1, 2]]


def test_a_chance_likeness_is_outvoted() -> None:
    assert clusters([0, 1, 2], {(0, 1): 3.0, (1, 2): -1.0}, UNLIKE) == [[0, 1], [2]]


def test_each_takes_its_best() -> None:
    assert clusters([0, 1, 1], {(0, 1): 1.0, (0, 2): 2.0}, UNLIKE) == [[0, 2], [1]]


def test_headline_and_lead_may_both_belong() -> None:
    assert clusters([0, 0, 1], {(0, 2): 6.0, (1, 2): 5.0}, UNLIKE) == [[0, 1, 2]]


def test_a_headline_takes_nobodys_place() -> None:
    headlines_alike = {(0, 2): 9.0, (1, 3): 8.0, (0, 3): 0.0, (1, 2): 0.0}
    assert clusters([0, 0, 1, 1], headlines_alike, UNLIKE) == [[0, 2], [1, 3]]
    assert clusters([0, 0, 1, 1], headlines_alike, UNLIKE, headings=[0, 2]) == [[0, 1, 2, 3]]


def test_a_headline_that_says_something_else_stays_out() -> None:
    assert clusters([0, 0, 1], {(0, 2): -3.0, (1, 2): 6.0}, UNLIKE, headings=[0]) == [[0], [1, 2]]


def test_headlines_alone_find_each_other() -> None:
    assert clusters([0, 1], {(0, 1): 2.0}, UNLIKE, headings=[0, 1]) == [[0, 1]]


def test_nothing_to_compare() -> None:
    assert clusters([0, 0, 1], {}, UNLIKE) == [[0], [1], [2]]
    assert clusters([], {}, UNLIKE) == []


@given(st.lists(st.integers(0, 3), max_size=14), st.data())
def test_every_statement_is_in_one_cluster_within_the_limit(articles: list[int], data: st.DataObject) -> None:
    pairs = [(i, j) for i in range(len(articles)) for j in range(i + 1, len(articles))]
    chosen = data.draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    scores = {pair: data.draw(st.floats(-8, 9)) for pair in chosen}
    headings = data.draw(st.sets(st.sampled_from(range(len(articles))))) if articles else set()
    found = clusters(articles, scores, UNLIKE, headings=headings)
    assert sorted(number for members in found for number in members) == list(range(len(articles)))
    for members in found:
        times = Counter((articles[number], number in headings) for number in members)
        assert max(times.values()) <= AT_MOST
