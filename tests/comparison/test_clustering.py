"""Agglomeration within limits."""

from __future__ import annotations

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


def test_nothing_to_compare() -> None:
    assert clusters([0, 0, 1], {}, UNLIKE) == [[0], [1], [2]]
    assert clusters([], {}, UNLIKE) == []


@given(st.lists(st.integers(0, 3), max_size=14), st.data())
def test_every_statement_is_in_one_cluster_within_the_limit(articles: list[int], data: st.DataObject) -> None:
    pairs = [(i, j) for i in range(len(articles)) for j in range(i + 1, len(articles))]
    chosen = data.draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    scores = {pair: data.draw(st.floats(-8, 9)) for pair in chosen}
    found = clusters(articles, scores, UNLIKE)
    assert sorted(number for members in found for number in members) == list(range(len(articles)))
    assert all([articles[n] for n in members].count(a) <= AT_MOST for members in found for a in set(articles))
