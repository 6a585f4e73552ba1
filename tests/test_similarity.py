"""Likeness of strings: one text against many is what it is against each."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from xlate.similarity import likeness, nearest

NAMES = st.text("лукашэнко", max_size=9)


@given(NAMES, st.lists(NAMES, max_size=6), st.sampled_from([0.3, 0.55, 0.7, 1.0]))
def test_the_nearest_text_is_the_likest_of_all_if_it_reaches_the_cutoff(
    wanted: str, texts: list[str], cutoff: float
) -> None:
    greatest = max((likeness(wanted, text) for text in texts), default=0.0)
    found = nearest(wanted, texts, cutoff, limit=1)
    assert [score for _, score in found] == ([greatest] if greatest >= cutoff else [])


def test_the_nearest_form_of_a_garbled_name() -> None:
    forms = ["лукашэнка", "лукашэнкам"]
    assert nearest("лукашэнкоўам", forms, 0.55, limit=1) == [(1, likeness("лукашэнкоўам", forms[1]))]
    assert nearest("мінск", forms, 0.55, limit=1) == []
