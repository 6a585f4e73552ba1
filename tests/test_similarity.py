"""Likeness of strings: one text against many is what it is against each."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from xlate.similarity import best_likeness, likeness

NAMES = st.text("лукашэнко", max_size=9)


@given(NAMES, st.lists(NAMES, max_size=6), st.sampled_from([0.3, 0.55, 0.7, 1.0]))
def test_the_best_likeness_is_the_greatest_of_all_if_it_reaches_the_cutoff(
    wanted: str, texts: list[str], cutoff: float
) -> None:
    greatest = max((likeness(wanted, text) for text in texts), default=0.0)
    assert best_likeness(wanted, texts, cutoff) == (greatest if greatest >= cutoff else 0.0)


def test_the_nearest_form_of_a_garbled_name() -> None:
    assert best_likeness("лукашэнкоўам", ["лукашэнка", "лукашэнкам"], 0.55) == likeness("лукашэнкоўам", "лукашэнкам")
    assert best_likeness("мінск", ["лукашэнка"], 0.55) == 0.0
