"""Beads as text: what is written can be read, and what is wrong is named with its line."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xlate.alignment.format import parse_alignment, parse_links, render_beads
from xlate.errors import InputError
from xlate.model import Alignment, Bead, Span

STEPS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)).filter(any), max_size=12)


def made(steps: list[tuple[int, int]]) -> Alignment:
    beads, i, j = [], 0, 0
    for n, m in steps:
        beads.append(Bead(Span(i, i + n), Span(j, j + m)))
        i, j = i + n, j + m
    return Alignment(tuple(beads))


@settings(deadline=None)
@given(STEPS)
def test_what_is_written_is_read_again(steps: list[tuple[int, int]]) -> None:
    alignment = made(steps)
    text = render_beads(alignment.beads)
    assert parse_alignment(text, "x", alignment.n_source, alignment.n_target) == alignment


def test_comments_scores_and_spaces_are_allowed() -> None:
    assert parse_links("# gold\n\n[0, 1] : [2]:0.25\n[]:[3]\n", "x") == (((0, 1), (2,)), ((), (3,)))


def test_what_no_bead_names_stands_alone() -> None:
    kinds = [bead.kind for bead in parse_alignment("[1]:[0]\n", "x", 3, 1).beads]
    assert kinds == ["1-0", "1-1", "1-0"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[0]:[0]\n[1]-[1]\n", "gold.txt:2: not a bead"),
        ("[0]:[0]\n[]:[]\n", "gold.txt:2: a bead has at least one segment"),
        ("[1,0]:[0]\n", "gold.txt:1: segments of a bead are in ascending order"),
        ("[0]:[0]\n\n[0]:[1]\n", "gold.txt:3: segment 0 is already in the bead of line 1"),
        ("[0,,1]:[0]\n", "gold.txt:1: not segment numbers"),
    ],
)
def test_errors_name_file_and_line(text: str, message: str) -> None:
    with pytest.raises(InputError, match=message.replace("[", r"\[")):
        parse_links(text, "gold.txt")


@pytest.mark.parametrize(
    ("text", "message"),
    [("[0]:[9]\n", "reaches beyond"), ("[0,2]:[0]\n", "leaves out"), ("[1]:[1]\n[0]:[2]\n", "goes back")],
)
def test_beads_that_do_not_fit_the_texts(text: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        parse_alignment(text, "gold.txt", 3, 3)
