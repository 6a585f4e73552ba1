"""Every case of tests/golden/segmenting, as a translator wrote it: what must stay whole, what must be split."""

from __future__ import annotations

from pathlib import Path

import pytest

from xlate.languages import FOUR
from xlate.segmenting import segment_text

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "segmenting"
BREAK = "⏎"


def cases(name: str) -> list[tuple[str, str, list[str]]]:
    """Title, input and expected segments of each case in a golden file."""
    found = []
    for block in (GOLDEN / f"{name}.txt").read_text("utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if lines:
            title, text, *expected = lines
            assert text.startswith("> "), f"{name}.txt, {title!r}: the second line has to start with '> '"
            found.append((title, text[2:].replace(BREAK, "\n"), [line.replace(BREAK, "\n") for line in expected]))
    return found


ALL = [(name, *case) for name in FOUR for case in cases(name)]
ALL += [(title.split()[0], title, text, expected) for title, text, expected in cases("other")]


@pytest.mark.parametrize(("language", "title", "text", "expected"), ALL, ids=[f"{c[0]}: {c[1]}" for c in ALL])
def test_golden(language: str, title: str, text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in segment_text(text, language)] == expected, title


@pytest.mark.parametrize(("language", "title", "text", "expected"), ALL, ids=[f"{c[0]}: {c[1]}" for c in ALL])
def test_segments_are_stable(language: str, title: str, text: str, expected: list[str]) -> None:  # noqa: ARG001
    for segment in expected:
        assert [span.of(segment) for span in segment_text(segment, language)] == [segment], title


@pytest.mark.parametrize("language", FOUR)
def test_enough_cases(language: str) -> None:
    assert len(cases(language)) >= 40
    assert sum(len(expected) == 1 for _, _, expected in cases(language)) >= 15
